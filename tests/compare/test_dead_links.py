"""Links to files, places and languages that they should not lead to, on whole sites."""

from __future__ import annotations

import pytest

from transcheck.config import Settings
from transcheck.diagnostic import Diagnostic
from transcheck.discover.programs import read_generator
from transcheck.engine import Job, run
from transcheck.rule import Rule
from transcheck.site import PageFiles, Site, surround
from transcheck_rules.links.anchor_exists import AnchorExists
from transcheck_rules.links.heading_id import HeadingId
from transcheck_rules.links.local_target_exists import LocalTargetExists
from transcheck_rules.links.wrong_language_link import WrongLanguageLink


def check(
    files: dict[str, str], *rules: Rule, unread: tuple[str, ...] = ()
) -> list[str]:
    """Return what rules say of a site with folders for languages, English the first."""
    found = find(files, *rules, unread=unread)
    return [f"{one.path}: {one.message}" for one in found]


def find(
    files: dict[str, str], *rules: Rule, unread: tuple[str, ...] = ()
) -> tuple[Diagnostic, ...]:
    """Return what rules find on such a site."""
    pages: dict[str, dict[str, str]] = {}
    for path in files:
        tag, _, rest = path.partition("/")
        if rest.endswith(".md"):
            pages.setdefault(rest, {})[tag] = path
    every = tuple(
        PageFiles(
            name=name.removesuffix(".md"),
            original="en" if "en" in of_page else None,
            files=dict(sorted(of_page.items())),
        )
        for name, of_page in sorted(pages.items())
    )
    generators = [read_generator(path, text.__str__) for path, text in files.items()]
    tags = sorted({tag for page in every for tag in page.files})
    site = Site(
        pages=tuple(page for page in every if page.name not in unread),
        languages={tag: tag for tag in tags},
        complete=not unread,
        surroundings=surround(
            files=files, pages=every, roots=("",), generators=filter(None, generators)
        ),
    )
    found = run(Job(site, Settings(), rules), read=lambda path: files[path].encode())
    return found.diagnostics


def test_a_file_whose_name_has_other_capitals_is_named() -> None:
    files = {"en/a.md": "See [b](b.md).\n", "en/B.md": "# B\n", "pl/a.md": "Tu.\n"}
    (one,) = find(files, LocalTargetExists())
    assert one.help is not None
    assert one.help.startswith("There is en/B.md:")


@pytest.mark.parametrize(
    ("translation", "dead"),
    [
        pytest.param("[b](#the-way)\n\n## Droga\n", True, id="a heading translated"),
        pytest.param("[b](#droga)\n\n## Droga\n", False, id="a link translated too"),
        pytest.param("[b](#Droga)\n\n## Droga\n", False, id="an id in capitals"),
        pytest.param(
            "[b](#%C5%9Acie%C5%BCka)\n\n## Ścieżka\n", False, id="percent signs"
        ),
        pytest.param("[b](#sciezka)\n\n## Ścieżka\n", False, id="accents left out"),
        pytest.param(
            '[b](#the-way)\n\n<h2 id="the-way">Droga</h2>\n',
            False,
            id="an HTML heading",
        ),
        pytest.param(
            "[b](#the-way)\n\n## Droga\n\n{{% include 'way.md' %}}\n",
            False,
            id="a page that pulls in text, in which the place may be",
        ),
        pytest.param("[b](#:~:text=way)\n\n## Droga\n", False, id="marked words"),
        pytest.param("[b](#/pl/way)\n\n## Droga\n", False, id="a router's path"),
    ],
)
def test_a_place_in_the_page(translation: str, dead: bool) -> None:
    files = {
        "en/a.md": "# A\n\n[b](#the-way)\n\n## The way\n",
        "pl/a.md": f"# A\n\n{translation}",
    }
    assert bool(check(files, AnchorExists())) is dead


@pytest.mark.parametrize(
    ("configuration", "dead"),
    [
        pytest.param({"mkdocs.yml": "site_name: x\n"}, False, id="MkDocs counts"),
        pytest.param({"docusaurus.config.js": ""}, True, id="Docusaurus does not"),
        pytest.param({}, False, id="nobody knows"),
    ],
)
def test_how_ids_are_made_of_headings_is_known_of_the_generator(
    configuration: dict[str, str], dead: bool
) -> None:
    files = {
        "en/a.md": "# A\n\n[b](#way)\n\n## Way\n",
        "zh/a.md": "# A\n\n[b](#_1)\n\n## 路\n",
        **configuration,
    }
    assert bool(check(files, AnchorExists())) is dead


def test_a_place_in_another_page_is_told_when_all_pages_are_read() -> None:
    files = {
        "en/a.md": "# A\n\n[b](b.md#way)\n",
        "pl/a.md": "# A\n\n[b](b.md#way)\n",
        "en/b.md": "# B\n\n## Way\n",
        "pl/b.md": "# B\n\n## Droga\n",
    }
    assert check(files, AnchorExists()) == ["pl/a.md: page 'b' has no '#way'"]
    assert check(files, AnchorExists(), unread=("b",)) == []


def test_an_id_that_was_lost_is_told_where_it_was_lost() -> None:
    files = {
        "en/a.md": "# A\n\n[b](b.md#way), [c](#c)\n\n## C {#c}\n",
        "pl/a.md": "# A\n\n[b](b.md#way), [c](#c)\n\n## Trzecia\n",
        "en/b.md": "# B\n\n## Way {#way}\n\n## D {#d}\n",
        "pl/b.md": "# B\n\n## Droga\n\n## D {#d}\n",
    }
    assert check(files, AnchorExists(), HeadingId()) == [
        "pl/a.md: heading 'Trzecia' has lost its id 'c'",
        "pl/b.md: heading 'Droga' has lost its id 'way'",
    ]


def test_a_language_that_writes_no_ids_is_not_told_so_of_each() -> None:
    page = "# A\n\n## One {#one}\n\n## Two {#two}\n\n## Three {#three}\n"
    one = "# A\n\n## Jeden\n\n## Dwa {#two}\n\n## Trzy {#three}\n"
    none = "# A\n\n## Jeden\n\n## Dwa\n\n## Trzy\n"
    assert len(check({"en/0.md": page, "pl/0.md": one}, HeadingId())) == 1
    assert check({"en/0.md": page, "pl/0.md": none}, HeadingId()) == []


@pytest.mark.parametrize(
    ("target", "others", "dead"),
    [
        pytest.param("c.md", {}, True, id="no file beside others of its kind"),
        pytest.param("b.md", {}, False, id="a file"),
        pytest.param("b", {}, False, id="a page by its name"),
        pytest.param("../pl/b.md", {}, False, id="a file by way of its folder"),
        pytest.param("m.png", {}, False, id="no image is checked out"),
        pytest.param("m.png", {"pl/n.png": ""}, True, id="an image beside others"),
        pytest.param("m.png", {"pl/m.pl.png": ""}, False, id="an image by language"),
        pytest.param("../../c.md", {}, False, id="outside of the site"),
        pytest.param("/c.md", {}, False, id="an address"),
        pytest.param("{{ way }}/c.md", {}, False, id="a template"),
        pytest.param("mailto:c.md", {}, False, id="no file at all"),
    ],
)
def test_a_file_that_is_not_there(
    target: str, others: dict[str, str], dead: bool
) -> None:
    files = {
        "en/a.md": "# A\n\n[b](b.md)\n",
        "pl/a.md": "# A\n\n[b](b.md)\n",
        "en/b.md": "# B\n",
        "pl/b.md": "# B\n",
        **others,
    }
    alone = {**files, "pl/x.md": f"# X\n\n[c](<{target}>)\n"}
    assert bool(check(alone, LocalTargetExists())) is dead


def test_the_original_stands_in_for_a_page_that_a_language_lacks() -> None:
    files = {f"{tag}/a.md": "# A\n\n[b](b.md), [c](c.md)\n" for tag in ("en", "pl")}
    files |= {"en/b.md": "# B\n", "pl/b.md": "# B\n", "en/c.md": "# C\n"}
    assert check(files, LocalTargetExists()) == []


def test_a_link_to_a_page_that_the_language_lacks_may_lead_to_another() -> None:
    files = {
        "en/a.md": "# A\n\n[b](/en/b), [c](/en/c)\n",
        "uk/a.md": "# А\n\n[b](/en/b), [c](/en/c)\n",
        "en/b.md": "# B\n",
        "uk/b.md": "# Б\n",
        "en/c.md": "# C\n",
    }
    assert check(files, WrongLanguageLink()) == [
        "uk/a.md: link to '/en/b' leads to the page in en, not in uk"
    ]


def test_generators_find_the_language_of_a_file_by_its_name() -> None:
    pages = [
        PageFiles(name, "en", {"en": f"{name}.md", "th": f"{name}.th.md"})
        for name in ("a", "b")
    ]
    files = {path: "[b](b.md)\n" for page in pages for path in page.files.values()}
    site = Site(
        pages=tuple(pages),
        languages={"en": "en", "th": "th"},
        surroundings=surround(files=files, pages=pages, roots=("",)),
    )
    job = Job(site, Settings(), (WrongLanguageLink(),))
    assert run(job, read=lambda path: files[path].encode()).diagnostics == ()
