"""What a language does everywhere, told from a mistake."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from transcheck.check.customs import Customs, Habits, Mark, find_rare
from transcheck.check.stamp import Located
from transcheck.diagnostic import Finding, Place, Related, Rewrite, Severity
from transcheck.site import PageFiles, surround
from transcheck.text import Position, Range, Span

MOVED = Rewrite(("//bun.example",), ("//bun.test",), "bun.test")
NOWHERE = Range(Position(1, 1), Position(1, 1))


def located(*rewrites: Rewrite, path: str = "pl.md", related: str = "en.md") -> Located:
    finding = Finding(
        Place(path, Span(0, 0)),
        "changed",
        cause=("link",),
        related=tuple(Related(Place(one, Span(0, 0)), "") for one in related.split()),
        rewrites=rewrites,
    )
    return Located(
        rule="links",
        finding=finding,
        severity=Severity.WARNING,
        range=NOWHERE,
        related=(),
        fix=None,
    )


def habits(
    times: int, *, tag: str = "pl", rule: str = "links", words: str = ""
) -> Habits:
    return Habits(rule, tag, frozenset(words.split()), (MOVED,) * times)


TAGS: Mapping[str, str | None] = {"pl.md": "pl", "en.md": "en", "cs.md": "cs"}


@pytest.mark.parametrize(
    ("seen", "custom"),
    [
        pytest.param([2, 2, 1], True, id="five times on three pages"),
        pytest.param([2, 1, 1], False, id="four times"),
        pytest.param([9, 9], False, id="on two pages"),
    ],
)
def test_custom_recurs(seen: list[int], custom: bool) -> None:
    customs = Customs([habits(times) for times in seen])
    assert customs.cover(located(MOVED), TAGS) is custom


KEEPS = "//bun.example docs"


@pytest.mark.parametrize(
    ("keeping", "custom"),
    [
        pytest.param([KEEPS] * 2, True, id="kept on fewer pages"),
        pytest.param([KEEPS] * 3, False, id="kept on as many"),
        pytest.param(["docs"] * 9, True, id="other words"),
    ],
)
def test_what_is_mostly_kept_is_no_custom(keeping: list[str], custom: bool) -> None:
    customs = Customs(
        [*([habits(2)] * 3), *(habits(0, words=words) for words in keeping)]
    )
    assert customs.cover(located(MOVED), TAGS) is custom


def test_custom_of_one_language_is_none_of_another() -> None:
    customs = Customs([habits(2, tag="cs")] * 3)
    assert not customs.cover(located(MOVED), TAGS)
    assert customs.cover(located(MOVED, path="cs.md"), TAGS)


def test_custom_in_one_rule_is_none_in_another() -> None:
    customs = Customs([habits(2, rule="images")] * 3)
    assert not customs.cover(located(MOVED), TAGS)


def test_one_custom_of_a_finding_is_enough() -> None:
    other = Rewrite(("a",), ("b",))
    assert Customs([habits(2)] * 3).cover(located(other, MOVED), TAGS)


@pytest.mark.parametrize(
    ("voters", "custom"),
    [
        pytest.param("pl.md pl.md cs.md", True, id="most have it"),
        pytest.param("pl.md cs.md cs.md", False, id="few have it"),
    ],
)
def test_original_is_not_blamed_for_customs(voters: str, custom: bool) -> None:
    customs = Customs([habits(2)] * 3)
    blamed = located(MOVED, path="en.md", related=voters)
    assert customs.cover(blamed, TAGS) is custom


def test_finding_without_rewrites_is_no_custom() -> None:
    assert not Customs([habits(2)] * 3).cover(located(), TAGS)


def bytes_of(texts: Mapping[str, str]) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        if path not in texts:
            raise FileNotFoundError(path)
        return texts[path].encode()

    return read


def test_rare_is_what_few_files_of_the_language_hold() -> None:
    texts = {"pl/a.md": "x y", "pl/b.md": "x", "pl/c.md": "x", "cs/a.md": "y"}
    pages = [PageFiles("a", None, {"pl": "pl/a.md", "cs": "cs/a.md"})]
    pages += [PageFiles(name, None, {"pl": f"pl/{name}.md"}) for name in "bcd"]
    site = surround(files=texts, pages=pages, roots=("",))
    common, rare = Mark("pl", "x"), {Mark("pl", "y"), Mark("pl", "z"), Mark("cs", "x")}
    marks = [common, *rare, Mark("pl", "")]
    assert find_rare(marks, site, bytes_of(texts)) == rare


@pytest.mark.parametrize(
    ("texts", "rare"),
    [
        pytest.param(
            ["---\ntags: x\n---\n"] * 3 + [""] * 3, True, id="half of the pages keep it"
        ),
        pytest.param(
            ["+++\ntags = 1\n+++\n"] + [""] * 2, True, id="few pages are without"
        ),
        pytest.param(
            ["---\ntags: x\n---\n"] * 3 + ["---\na: b\n---\n"] * 4,
            False,
            id="most pages are without",
        ),
        pytest.param(
            ["---\na: b\n---\ntags: x\n"] * 3,
            False,
            id="it stands in the text alone",
        ),
        pytest.param(
            ["\ufeff---\r\ntags: x\r\n---\r\n"] * 2 + [""] * 2,
            True,
            id="files begin with a byte order mark",
        ),
    ],
)
def test_key_is_rarely_left_out_where(texts: list[str], rare: bool) -> None:
    files = {f"pl/{number}.md": text for number, text in enumerate(texts)}
    pages = [PageFiles(path, None, {"pl": path}) for path in files]
    site = surround(files=files, pages=pages, roots=("",))
    mark = Mark("pl", "tags", kept=True)
    assert bool(find_rare([mark], site, bytes_of(files))) is rare
