"""Which file of the site a link leads to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.resolve import Resolver, is_inside, read_address
from transcheck.site import Generator, PageFiles, Surroundings, surround


def site(
    pages: dict[str, dict[str, str]],
    *others: str,
    original: str | None = "en",
    generator: str = "",
    url: str = "",
    roots: tuple[str, ...] = ("",),
) -> Surroundings:
    """Return a site of some pages: name to tag to file."""
    made = [Generator(generator, "", generator, url)] if generator else []
    return surround(
        files=[*(path for files in pages.values() for path in files.values()), *others],
        pages=[
            PageFiles(name, original if original in files else None, files)
            for name, files in pages.items()
        ],
        roots=roots,
        generators=made,
    )


def folders(
    *names: str, tags: str = "en pl", at: str = "content"
) -> dict[str, dict[str, str]]:
    return {
        name: {tag: f"{at}/{tag}/{name}.md" for tag in tags.split()} for name in names
    }


CURRENT = "docusaurus-plugin-content-docs/current"
GARDEN = site(
    {
        **folders("tools", "sowing/_index", "sowing/peas", "tools/spade"),
        "soil": {"en": "content/en/soil.md"},
    },
    "content/en/img/bed.png",
    "static/img/rake.png",
    "content/pl/notes.pdf",
)


@pytest.mark.parametrize(
    ("target", "path", "page", "tag"),
    [
        pytest.param("../tools.md", "content/pl/tools.md", "tools", "pl", id="a file"),
        pytest.param("../tools", "content/pl/tools.md", "tools", "pl", id="a page"),
        pytest.param(
            "/tools/", "content/pl/tools.md", "tools", None, id="from the root"
        ),
        pytest.param(
            "/pl/tools", "content/pl/tools.md", "tools", "pl", id="with the language"
        ),
        pytest.param(
            "/PL/tools.html#top", "content/pl/tools.md", "tools", "pl", id="as HTML"
        ),
        pytest.param(
            "/en/tools", "content/en/tools.md", "tools", "en", id="in another language"
        ),
        pytest.param(
            "../../en/tools.md", "content/en/tools.md", "tools", "en", id="in a sister"
        ),
        pytest.param(
            "/sowing",
            "content/pl/sowing/_index.md",
            "sowing/_index",
            None,
            id="an index",
        ),
        pytest.param(
            "peas.md",
            "content/pl/sowing/peas.md",
            "sowing/peas",
            "pl",
            id="a neighbour",
        ),
        pytest.param(
            "../../tools", "content/pl/tools.md", "tools", "pl", id="from the address"
        ),
        pytest.param(
            "/garden/tools", "content/pl/tools.md", "tools", None, id="below a base"
        ),
        pytest.param(
            "/garden/pl/tools",
            "content/pl/tools.md",
            "tools",
            "pl",
            id="base, language",
        ),
        pytest.param(
            "/soil/", "content/en/soil.md", "soil", None, id="not in this language"
        ),
        pytest.param(
            "/pl/soil/", "content/en/soil.md", "soil", "pl", id="chosen, but not there"
        ),
        pytest.param(
            "../soil.md", "content/en/soil.md", "soil", None, id="the original's file"
        ),
        pytest.param(
            "../img/bed.png", "content/en/img/bed.png", None, None, id="its image"
        ),
        pytest.param("/img/rake.png", "static/img/rake.png", None, None, id="an asset"),
        pytest.param(
            "../notes.pdf?x=1", "content/pl/notes.pdf", None, None, id="a query"
        ),
        pytest.param("../tools/", "content/pl/tools.md", "tools", "pl", id="a slash"),
        pytest.param("..", "content/pl", None, None, id="a folder"),
    ],
)
def test_target_leads_to_a_file(
    target: str, path: str, page: str | None, tag: str | None
) -> None:
    found = Resolver(GARDEN, "content/pl/sowing/peas.md").resolve(target)
    assert found is not None
    assert (found.path, found.page and found.page.name, found.tag) == (path, page, tag)


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("/tool", id="a lost letter"),
        pytest.param("../tool.md", id="a lost letter in a file"),
        pytest.param("../../tools.md", id="a folder too high"),
        pytest.param("tools.md", id="a folder too low"),
        pytest.param("/pl/tools/peas", id="the wrong folder"),
        pytest.param("../../../../tools.md", id="above the root"),
        pytest.param("#peas", id="a place in the page"),
        pytest.param("", id="nothing"),
        pytest.param("https://example.org/tools", id="another host"),
        pytest.param("mailto:peas@example.org", id="an address of mail"),
        pytest.param("//example.org/tools", id="a host without scheme"),
        pytest.param('{{< ref "tools" >}}', id="a shortcode"),
        pytest.param("{{ site.base }}/tools", id="a template"),
        pytest.param("@/tools", id="a short name of a folder"),
        pytest.param("../to ols.md", id="a space"),
        pytest.param("https://[x/tools", id="no address"),
    ],
)
def test_target_leads_to_nothing_known(target: str) -> None:
    assert Resolver(GARDEN, "content/pl/sowing/peas.md").resolve(target) is None


@pytest.mark.parametrize(
    ("target", "root"),
    [
        pytest.param("/tools", ("", "content"), id="the folder on the disk"),
        pytest.param("/pl/tools", ("", "content"), id="whatever the language"),
        pytest.param("/garden/tools", ("garden", "content"), id="a base in front"),
        pytest.param("/content/pl/tools", ("", ""), id="another folder"),
        pytest.param("../tools.md", ("", ""), id="a file has none"),
    ],
)
def test_root_of_an_address_is_told(target: str, root: tuple[str, str]) -> None:
    found = Resolver(GARDEN, "content/pl/sowing/peas.md").resolve(target)
    assert found is not None
    assert found.root == root


def test_base_and_host_come_from_the_configuration() -> None:
    around = site(folders("tools"), generator="hugo", url="https://pea.example/garden/")
    resolver = Resolver(around, "content/pl/tools.md")
    for target in ("/garden/pl/tools", "https://pea.example/garden/pl/tools"):
        found = resolver.resolve(target)
        assert found is not None
        assert (found.path, found.root) == ("content/pl/tools.md", ("", "content"))
    assert resolver.resolve("https://bean.example/garden/pl/tools") is None


@pytest.mark.parametrize(
    ("pages", "document", "target", "path", "page"),
    [
        pytest.param(
            {
                name: {"en": f"docs/{name}.md", "fr": f"docs/fr/{name}.md"}
                for name in "ab"
            },
            "docs/fr/a.md",
            "/fr/b/",
            "docs/fr/b.md",
            "b",
            id="originals in the root",
        ),
        pytest.param(
            {
                name: {"en": f"docs/{name}.md", "fr": f"docs/fr/{name}.md"}
                for name in "ab"
            },
            "docs/a.md",
            "/en/b",
            "docs/b.md",
            "b",
            id="the language of an original in the root",
        ),
        pytest.param(
            {
                name: {"en": f"docs/en/docs/{name}.md", "fr": f"docs/fr/docs/{name}.md"}
                for name in "ab"
            },
            "docs/fr/docs/a.md",
            "/fr/b/",
            "docs/fr/docs/b.md",
            "b",
            id="a folder below that of the language",
        ),
        pytest.param(
            {name: {"en": f"{name}.md", "fr": f"{name}.fr.md"} for name in "ab"},
            "a.fr.md",
            "b.md",
            "b.md",
            "b",
            id="a suffix left out",
        ),
        pytest.param(
            {name: {"en": f"{name}.en.md", "fr": f"{name}.fr.md"} for name in "ab"},
            "a.fr.md",
            "b.md",
            "b.fr.md",
            "b",
            id="a suffix that every file has",
        ),
        pytest.param(
            {
                name: {
                    "en": f"web/docs/{name}.mdx",
                    "fr": f"web/i18n/fr/{CURRENT}/{name}.mdx",
                }
                for name in "ab"
            },
            f"web/i18n/fr/{CURRENT}/a.mdx",
            "/docs/b",
            "web/docs/b.mdx",
            "b",
            id="the original's folder of Docusaurus",
        ),
        pytest.param(
            {
                "a": {"en": "docs/a.md", "fr": f"i18n/fr/{CURRENT}/a.md"},
                "b": {"en": "docs/b.md"},
            },
            f"i18n/fr/{CURRENT}/a.md",
            "./b.md",
            "docs/b.md",
            "b",
            id="a page that Docusaurus takes from the original",
        ),
        pytest.param(
            {"a": {"en": "/srv/en/a.md", "fr": "/srv/fr/a.md"}},
            "/srv/fr/a.md",
            "../en/a.md",
            "/srv/en/a.md",
            "a",
            id="absolute paths",
        ),
        pytest.param(
            {"a": {"en": "../en/a.md", "fr": "../fr/a.md"}},
            "../fr/a.md",
            "/en/a",
            "../en/a.md",
            "a",
            id="a root beside the working folder",
        ),
        pytest.param(
            {"zażółć": {"en": "en/zażółć.md", "fr": "fr/zażółć.md"}},
            "fr/zażółć.md",
            "../fr/za%C5%BC%C3%B3%C5%82%C4%87/",
            "fr/zażółć.md",
            "zażółć",
            id="percent-encoded letters",
        ),
    ],
)
def test_layout_is_resolved(
    pages: dict[str, dict[str, str]], document: str, target: str, path: str, page: str
) -> None:
    around = site(pages, roots=("", "/srv", ".."))
    found = Resolver(around, document).resolve(target)
    assert found is not None
    assert (found.path, found.page and found.page.name) == (path, page)


TRANSLATED_README = {"README": {"en": "README.md", "fr": "i18n/fr/README.md"}}


def test_original_stands_in_only_where_a_generator_lets_it() -> None:
    for generator, path in (("", None), ("docusaurus", "guide.pdf")):
        around = site(TRANSLATED_README, "guide.pdf", generator=generator)
        found = Resolver(around, "i18n/fr/README.md").resolve("guide.pdf")
        assert (found and found.path) == path


def test_page_without_an_original_resolves_as_its_neighbours_do() -> None:
    pages = {**folders("tools", "soil"), "notes": {"pl": "content/pl/notes.md"}}
    del pages["soil"]["pl"]
    found = Resolver(site(pages), "content/pl/notes.md").resolve("/soil/")
    assert found is not None
    assert found.path == "content/en/soil.md"


def test_site_without_an_original_is_resolved() -> None:
    around = site(folders("tools", "soil", tags="pl cs"), original=None)
    found = Resolver(around, "content/pl/tools.md").resolve("/cs/soil")
    assert found is not None
    assert (found.path, found.tag) == ("content/cs/soil.md", "cs")


@pytest.mark.parametrize(
    ("spelled", "tag"),
    [
        pytest.param("zh-hant-tw", "zh_Hant_TW", id="another spelling"),
        pytest.param("zh", "zh_Hant_TW", id="the language alone"),
        pytest.param("pt", None, id="a language of two tags"),
        pytest.param("pt-br", "pt-BR", id="one of the two"),
    ],
)
def test_language_of_an_address_is_read(spelled: str, tag: str | None) -> None:
    around = site(folders("tools", tags="en zh_Hant_TW pt-BR pt-PT"))
    found = Resolver(around, "content/en/tools.md").resolve(f"/{spelled}/tools")
    assert found is not None
    assert found.tag == tag


def test_folders_left_unseen_are_not_inside() -> None:
    around = surround(files=(), pages=(), roots=("docs",), unseen=("docs/.gen",))
    inside = [
        is_inside(around, path)
        for path in ("docs/a.md", "docs/.gen/a.md", "docs", "a.md", "docsy/a.md")
    ]
    assert inside == [True, False, True, False, False]


@given(st.text())
def test_resolving_takes_any_text(target: str) -> None:
    resolver = Resolver(GARDEN, "content/pl/sowing/peas.md")
    assert resolver.resolve(target) == resolver.resolve(target)
    if resolver.resolve(target) is not None:
        assert read_address(target) is not None
