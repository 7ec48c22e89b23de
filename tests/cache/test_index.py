"""A page is made anew when the site around it would answer it otherwise."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.cache.index import describe, find_changes
from transcheck.check.source import Recorder, numbers_of
from transcheck.site import PageFiles, Surroundings, surround

PATHS = ("", "a", "a/b", "a/b/c.md", "a/d.md", "e.md", "a/b/f.pl.md", "a/b/f.md", "g/h")
Question = Callable[[Surroundings], object]


def site(files: frozenset[str], originals: dict[str, str | None]) -> Surroundings:
    pages = [
        PageFiles(path, originals.get(path), {"en": path, "pl": f"pl/{path}"})
        for path in sorted(files)
        if path in originals
    ]
    return surround(files=files, pages=pages, roots=("",))


sites = st.builds(
    site,
    st.frozensets(st.sampled_from([path for path in PATHS if "." in path])),
    st.dictionaries(st.sampled_from(PATHS), st.none() | st.just("en")),
)
questions = st.one_of(
    st.sampled_from(PATHS).flatmap(
        lambda path: st.sampled_from(
            [
                lambda site: path in site.files,
                lambda site: path in site.pages,
                lambda site: path in site.folders,
                lambda site: site.pages.get(path),
                lambda site: site.folders.get(path, ()),
            ]
        )
    ),
    st.sampled_from(
        [
            lambda site: sorted(site.files),
            lambda site: len(site.pages),
            lambda site: list(site.folders.items()),
            lambda site: site.files == frozenset({"e.md"}),
        ]
    ),
)


def unreadable(path: str) -> bytes:
    raise FileNotFoundError(path)


@given(before=sites, now=sites, asked=st.lists(questions, max_size=4))
def test_another_answer_is_a_change(
    before: Surroundings, now: Surroundings, asked: list[Question]
) -> None:
    recorder = Recorder(unreadable, before)
    assert recorder.site is not None
    answers = [ask(recorder.site) for ask in asked]

    assert answers == [ask(before) for ask in asked]
    if answers != [ask(now) for ask in asked]:
        changed = find_changes(describe(before), describe(now))
        assert not changed.isdisjoint(numbers_of(recorder.source().asked))


@pytest.mark.parametrize(
    ("asked", "changes"),
    [
        pytest.param(lambda site: "a/b/c.md" in site.files, False, id="another file"),
        pytest.param(lambda site: "a/new.md" in site.files, True, id="the file"),
        pytest.param(lambda site: "a" in site.folders, False, id="a folder is there"),
        pytest.param(lambda site: site.folders["a"], True, id="what is in a folder"),
        pytest.param(lambda site: site.folders["a/b"], False, id="in another one"),
        pytest.param(lambda site: len(site.files), True, id="how many files"),
        pytest.param(lambda site: site.roots, False, id="nothing"),
    ],
)
def test_new_file_changes_what_it_is_about(asked: Question, *, changes: bool) -> None:
    files = frozenset({"a/b/c.md", "a/d.md"})
    before, now = site(files, {}), site(files | {"a/new.md"}, {})
    recorder = Recorder(unreadable, before)
    assert recorder.site is not None

    asked(recorder.site)

    numbers = numbers_of(recorder.source().asked)
    changed = find_changes(describe(before), describe(now))
    assert changed.isdisjoint(numbers) is not changes


def test_what_is_read_is_told_by_its_digest() -> None:
    contents = {"a.md": b"one", "b.md": b"two", "c.md": b"one"}
    recorder = Recorder(contents.__getitem__, None)

    read = {path: recorder.read(path) for path in contents}
    with suppress(KeyError):
        recorder.read("d.md")

    digests = recorder.source().digests
    assert read == contents
    assert digests.keys() == contents.keys()
    assert digests["a.md"] == digests["c.md"] != digests["b.md"]
