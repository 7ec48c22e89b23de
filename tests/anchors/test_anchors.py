"""Ids of headings by generator, and whether a fragment leads to one of them."""

from __future__ import annotations

import pytest

from transcheck.anchors import (
    ANY,
    SLUGGERS,
    Anchors,
    Match,
    read_fragment,
    read_outline,
    slugger_of,
)
from transcheck.parse import parse

HEADINGS = (
    "Hello, World!",
    "Hello, World!",
    "Für Elise",
    "日本語 の見出し",
    "Привет, мир",
    "1. Start: a.b",
    "[Link](x.md) **bold**",
    "مرحبا",
    "हिन्दी में",
    "Γειά σου",
    "שלום עולם",
    "สวัสดี",
    "Pinned {#own-id}",
)
# Duplicates, accents, scripts, figures and dots are what the programs differ in.
_COMMON = {
    2: "für-elise",
    3: "日本語-の見出し",
    4: "привет-мир",
    7: "مرحبا",
    9: "γειά-σου",
    10: "שלום-עולם",
}


def anchors(slugger: str, *headings: str) -> Anchors:
    text = "".join(f"## {heading}\n\n" for heading in headings)
    return Anchors(read_outline(parse(text, path="a.md")), slugger)


@pytest.mark.parametrize(
    ("slugger", "expected"),
    [
        pytest.param(
            "github",
            {**_COMMON, 1: "hello-world-1", 5: "1-start-ab", 6: "link-bold"},
            id="GitHub keeps letters of all scripts and drops dots",
        ),
        pytest.param(
            "docusaurus",
            {**_COMMON, 1: "hello-world-1", 8: "हिन्दी-में", 11: "สวัสดี"},
            id="Docusaurus keeps the marks of Devanagari and Thai",
        ),
        pytest.param(
            "hugo",
            {**_COMMON, 6: "linkxmd-bold", 8: "हनद-म"},
            id="Hugo reads the source of a heading and drops marks",
        ),
        pytest.param(
            "jekyll",
            {**_COMMON, 1: "hello-world-1", 6: "link-bold"},
            id="kramdown numbers with hyphens",
        ),
        pytest.param(
            "mdbook",
            {**_COMMON, 1: "hello-world-1", 8: "हिनदी-में"},
            id="mdBook keeps vowel signs and drops the virama",
        ),
        pytest.param(
            "mintlify",
            {1: "hello-world-2", 3: "日本語-の見出し", 5: "1-start-a-b"},
            id="Mintlify numbers from two and makes a hyphen of a dot",
        ),
        pytest.param(
            "mkdocs",
            {1: "hello-world_1", 2: "fur-elise", 3: "_1", 4: "_2", 5: "1-start-ab"},
            id="Python-Markdown drops what is not ASCII and numbers what is left",
        ),
        pytest.param(
            "starlight",
            {**_COMMON, 1: "hello-world-1", 6: "link-bold"},
            id="Starlight does as GitHub does",
        ),
        pytest.param(
            "vitepress",
            {1: "hello-world-1", 2: "fur-elise", 5: "_1-start-a-b", 7: "مرحبا"},
            id="VitePress takes accents off and puts a mark before a figure",
        ),
    ],
)
def test_each_generator_makes_ids_in_its_way(
    slugger: str, expected: dict[int, str]
) -> None:
    page = anchors(slugger, *HEADINGS)
    assert {number: page.default_id_of(number) for number in expected} == expected


@pytest.mark.parametrize("slugger", SLUGGERS)
def test_an_id_that_is_written_counts_everywhere(slugger: str) -> None:
    page = anchors(slugger, *HEADINGS)
    assert page.default_id_of(12) == "own-id"
    assert page.find("own-id") is Match.SURE
    assert page.find("pinned") is not Match.SURE


@pytest.mark.parametrize("slugger", [*SLUGGERS, ANY])
def test_every_id_leads_to_its_heading(slugger: str) -> None:
    page = anchors(slugger, *HEADINGS)
    for number in range(len(HEADINGS)):
        name = page.default_id_of(number)
        assert name is not None
        assert page.find(name) is Match.SURE


@pytest.mark.parametrize(
    ("fragment", "match"),
    [
        pytest.param("fur-elise", Match.SURE, id="made by one of the generators"),
        pytest.param("helloworld", Match.LOOSE, id="with the letters of a heading"),
        pytest.param("elise", Match.NONE, id="with a part of the letters"),
        pytest.param("top", Match.SURE, id="the top of every page"),
    ],
)
def test_without_a_generator_all_of_them_count(fragment: str, match: Match) -> None:
    assert anchors(ANY, *HEADINGS).find(fragment) is match


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        pytest.param('<a id="old"></a>\n\n# New\n', "old", id="of an anchor"),
        pytest.param('<a name="старый"></a>\n\n# X\n', "старый", id="of a name"),
        pytest.param('# X\n\n<div id="kutu">\n\ny\n\n</div>\n', "kutu", id="of a div"),
    ],
)
def test_ids_in_html_count(text: str, fragment: str) -> None:
    page = Anchors(read_outline(parse(text, path="a.md")), "github")
    assert page.find(fragment) is Match.SURE
    assert page.find(f"{fragment}-x") is Match.NONE


@pytest.mark.parametrize(
    ("target", "fragment"),
    [
        pytest.param("a.md#b", "b", id="after a path"),
        pytest.param("#%D0%B0", "а", id="percent-encoded"),
        pytest.param("#e\u0301", "\u00e9", id="in another normal form"),
        pytest.param("a.md", None, id="none"),
        pytest.param("#", None, id="an empty one"),
        pytest.param("#/en/form", None, id="the path of a hash router"),
        pytest.param("#:~:text=words", None, id="marked words"),
        pytest.param("#{{ id }}", None, id="a template"),
    ],
)
def test_fragments_are_read_as_browsers_read_them(
    target: str, fragment: str | None
) -> None:
    assert read_fragment(target) == fragment


@pytest.mark.parametrize(
    ("generator", "slugger"),
    [
        pytest.param("mkdocs", "mkdocs", id="one that is known"),
        pytest.param("astro", "starlight", id="one that does as another"),
        pytest.param("gitbook", ANY, id="one that is not known"),
        pytest.param(None, ANY, id="none"),
    ],
)
def test_the_slugger_is_that_of_the_generator(
    generator: str | None, slugger: str
) -> None:
    assert slugger_of(generator) == slugger
