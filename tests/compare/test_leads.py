"""Links and images of a translation held against those of its original."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_page, align_pair
from transcheck.compare.leads import Lead, compare_leads, written_words
from transcheck.document import Image, Link
from transcheck.parse import parse
from transcheck.site import PageFiles, surround


def leads(
    original: str,
    translation: str,
    kind: type[Link | Image] = Link,
    *,
    path: str = "docs/en/shop.md",
    tag: str = "ru",
) -> list[tuple[str | None, str | None, str]]:
    """Return what was, what became of it, and what is marked in the translation."""
    first = parse(original, path=path, tag="en", language="en")
    second = parse(
        translation, path=path.replace("/en/", f"/{tag}/"), tag=tag, language=tag
    )
    return [
        (
            lead.before.target if lead.before else None,
            lead.after.target if lead.after else None,
            lead.span.cut(translation),
        )
        for lead in compare_leads(align_pair(first, second), kind)
    ]


SILENT = [
    pytest.param("[a](/a) and [b](/b)", "[б](/b) и [а](/a)", id="another order"),
    pytest.param("[a](/a), [b](/a)", "[а](/a), б", id="another number of the same"),
    pytest.param("[a](/a)", "[а][1]\n\n[1]: /a", id="a reference"),
    pytest.param("<https://a.org>", "[а](https://a.org)", id="an autolink"),
    pytest.param("[a](https://a.org)", "https://a.org", id="a bare address"),
    pytest.param("[a](/a)", '<a href="/a">а</a>', id="HTML"),
    pytest.param("[ru](/ru/shop) [a](/a)", "[en](/en/shop) [а](/a)", id="switchers"),
    pytest.param("[a](#prices)\n\n# Prices", "[а](#цены)\n\n# Цены", id="a fragment"),
    pytest.param("[a](https://a.org/a)", "[а](/ru/a)", id="the site's own host"),
    pytest.param(
        "[a](https://a.org/code.md)",
        "[а](https://a.org/languages/ru.md)",
        id="a language's own page of another site",
    ),
    pytest.param(
        "# A\n\nOne [a](/a).\n\nTwo [b](/b).\n\n# B\n\nThree.",
        "# А\n\nОдин.\n\nДва [а](/a), [б](/b).\n\n# Б\n\nТри.",
        id="a link in the next paragraph",
    ),
    pytest.param(
        "# A\n\nOne [a](/a).\n\n# B\n\nTwo [b](/b).\n\n# C\n\nThree.",
        "# А\n\nОдин.\n\n# Б\n\nДва [б](/b), [а](/a).\n\n# В\n\nТри.",
        id="a link in another section",
    ),
]


@pytest.mark.parametrize(("original", "translation"), SILENT)
def test_links_to_the_same_places_are_silent(original: str, translation: str) -> None:
    assert leads(original, translation) == []


FOUND = [
    pytest.param(
        "[a](/hard-sell)",
        "[а](/hard-sel)",
        [("/hard-sell", "/hard-sel", "/hard-sel")],
        id="a mistyped target",
    ),
    pytest.param(
        "[a](/a) and [b](/b/b)",
        "[а](/xyz) и [б](/b/b)",
        [("/a", "/xyz", "/xyz")],
        id="another target in the same place",
    ),
    pytest.param(
        "[a](/a) and [b](/b)", "[а](/a) и б", [("/b", None, "")], id="a lost link"
    ),
    pytest.param(
        "See [Rust](/rust)", "Смотрите Rust", [("/rust", None, "Rust")], id="its words"
    ),
    pytest.param(
        "See [Rust](/rust)", "Смотрите Rusty", [("/rust", None, "")], id="half a word"
    ),
    pytest.param(
        "See [a](https://a.org/x)",
        "См. [а] (https://a.org/x)",
        [],
        id="a link that is there but broken",
    ),
    pytest.param(
        "See [a](/rules)", "看［规则］（/rules）", [], id="fullwidth brackets"
    ),
    pytest.param(
        "See [a](https://a.org/x)", "См. [а](https:/a.org/x)", [], id="one slash"
    ),
    pytest.param("See [a](/rules)", "См. [а]()", [], id="a link without a target"),
    pytest.param(
        "See [a](/rules), [b](/help)",
        "См. [а] (/rules)",
        [("/help", None, "")],
        id="a broken link and a lost one",
    ),
    pytest.param(
        "[Anna](https://a.org/anna) (b)",
        "[Boris](https://a.org/boris) (б)",
        [
            ("https://a.org/anna", None, ""),
            (None, "https://a.org/boris", "https://a.org/boris"),
        ],
        id="another person",
    ),
    pytest.param(
        "See [beds](/beds)",
        "См. [лопаты](https://a.org)",
        [("/beds", None, ""), (None, "https://a.org", "https://a.org")],
        id="another site in the place of a page",
    ),
    pytest.param(
        "See [beds](/guide/beds)",
        "См. [грядки](https://a.org/main/guide/beds.md)",
        [
            (
                "/guide/beds",
                "https://a.org/main/guide/beds.md",
                "https://a.org/main/guide/beds.md",
            )
        ],
        id="the same page on another site",
    ),
    pytest.param(
        "[Keeping bees through a winter](https://a.org/2011/bees)",
        "[Keeping bees through a winter](https://a.org/2012/bees)",
        [
            (
                "https://a.org/2011/bees",
                "https://a.org/2012/bees",
                "https://a.org/2012/bees",
            )
        ],
        id="a target whose words were left as they are",
    ),
    pytest.param("See", "См. [а](/a)", [(None, "/a", "/a")], id="an added link"),
    pytest.param(
        "[a][1]\n\n[1]: /hard-sell",
        "[а][1]\n\n[1]: /hard-sel",
        [("/hard-sell", "/hard-sel", "/hard-sel")],
        id="a mistyped definition",
    ),
    pytest.param(
        "[a](#p)\n\n# Prices {#p}",
        "[а](#ц)\n\n# Цены {#p}",
        [("#p", "#ц", "#ц")],
        id="a pinned id that the link does not use",
    ),
    pytest.param(
        "[a](/a)",
        "[а](https://chat.example.com/a)",
        [("/a", "https://chat.example.com/a", "https://chat.example.com/a")],
        id="a host that the original does not have",
    ),
]


@pytest.mark.parametrize(("original", "translation", "found"), FOUND)
def test_links_to_other_places_are_found(
    original: str, translation: str, found: list[tuple[str | None, str | None, str]]
) -> None:
    assert leads(original, translation) == found


@pytest.mark.parametrize(
    ("before", "after", "mangled"),
    [
        pytest.param("/img/rose_bed.png", "/img/rose-bed.png", True, id="a separator"),
        pytest.param("/img/pypi/a.svg", "/img/pyp/a.svg", True, id="a lost letter"),
        pytest.param("/img/a.PNG", "/img//a.png", True, id="doubled slashes"),
        pytest.param("https://a.org/a.png", "[https://a.org/b.png]", True, id="markup"),
        pytest.param("/img/step-1.png", "/img/step-2.png", False, id="another number"),
        pytest.param("/img/bed.png", "/img/shed.png", False, id="another word"),
        pytest.param("/img/fig-a.png", "/img/fig-b.png", False, id="another letter"),
    ],
)
def test_an_address_that_can_only_be_mangled(
    before: str, after: str, *, mangled: bool
) -> None:
    first, second = (
        parse(f'See <img src="{one}"> here.', path=f"{tag}.md", tag=tag, language=tag)
        for one, tag in ((before, "en"), (after, "uk"))
    )
    (lead,) = compare_leads(align_pair(first, second), Image)
    assert lead.mangled is mangled


def test_lost_link_is_placed_after_its_neighbour() -> None:
    original = "[a](/a) and [b](/b) and [c](/c)"
    translation = "[א](/a) וגם ב וגם [ג](/c)"
    first = parse(original, path="en.md", tag="en")
    second = parse(translation, path="he.md", tag="he")
    (lead,) = compare_leads(align_pair(first, second), Link)
    assert translation[: lead.span.start] == "[א](/a)"
    assert lead.span.start == lead.span.end


def test_only_the_kind_that_is_asked_for() -> None:
    original, translation = "![a](a.png) [a](/a)", "![अ](b.png) [अ](/b)"
    assert leads(original, translation) == [("/a", "/b", "/b")]
    assert leads(original, translation, Image) == [("a.png", "b.png", "b.png")]


# --- in a site --------------------------------------------------------------------

PAGES = [
    PageFiles("shop", "en", {tag: f"docs/{tag}/shop.md" for tag in ("en", "ru")}),
    PageFiles("rules", "en", {tag: f"docs/{tag}/rules.md" for tag in ("en", "ru")}),
    PageFiles("help", "en", {tag: f"docs/{tag}/help.md" for tag in ("en", "ru")}),
    PageFiles("terms", "en", {"en": "docs/en/terms.md"}),
    PageFiles("notes", None, {"ru": "docs/ru/notes.md"}),
]
SITE = surround(
    files=[path for page in PAGES for path in page.files.values()],
    pages=PAGES,
    roots=("",),
)


def in_site(original: str, translation: str) -> list[Lead]:
    documents = [
        parse(text, path=f"docs/{tag}/shop.md", tag=tag, language=tag)
        for tag, text in (("en", original), ("ru", translation))
    ]
    page = align_page("shop", documents, "en", SITE)
    return list(compare_leads(page.pairs[0], Link))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("/rules", "rules.md", id="an address and a file"),
        pytest.param("rules.md", "/store/ru/rules/", id="below a base"),
        pytest.param("/terms", "/ru/terms", id="a page that the language lacks"),
        pytest.param("/rule", "/ru/rules", id="the original's is broken"),
        pytest.param("/help", "/help.html#a", id="an extension and a fragment"),
        pytest.param("shop.md", "../en/shop.md", id="versions of the page itself"),
        pytest.param(
            "https://a.example/store/docs/rules",
            "/docs/rules",
            id="the site's own host",
        ),
        pytest.param(
            "https://a.example/x", "https://ru.b.example/y", id="a site in Russian"
        ),
    ],
)
def test_targets_that_lead_to_one_page_are_the_same(before: str, after: str) -> None:
    extra = "[s](/shop), [h](help.md)"
    assert in_site(f"[a]({before}), {extra}", f"[а]({after}), {extra}") == []


@pytest.mark.parametrize(
    ("original", "translation", "told"),
    [
        pytest.param(
            "[r](/rules), [h](/help)",
            "[п](/garden/rules), [с](/ru/help)",
            ["/garden/rules"],
            id="of one address alone is a slip",
        ),
        pytest.param(
            "[r](/rules), [h](/help)",
            "[п](/garden/rules), [с](/garden/help)",
            [],
            id="of two addresses is where the site stands",
        ),
        pytest.param(
            "[r](/rules), [t](/garden/terms)",
            "[п](/garden/ru/rules), [у](/garden/terms)",
            [],
            id="is where the site stands in the original",
        ),
        pytest.param(
            "[r](/rules), [h](/help)",
            "[п](/ru/rules), [с](/help)",
            [],
            id="is a language of the site",
        ),
        pytest.param(
            "[r](/rules), [h](/help)",
            "[п](/ru-ru/rules), [с](/ru/help)",
            ["/ru-ru/rules"],
            id="is a language that the site spells otherwise",
        ),
    ],
)
def test_a_folder_before_an_address(
    original: str, translation: str, told: list[str]
) -> None:
    leads = in_site(original, translation)
    assert [lead.after.target for lead in leads if lead.after] == told


@pytest.mark.parametrize(
    ("before", "after", "missing", "rewrites"),
    [
        pytest.param("rules.md", "rule.md", True, [], id="no such file"),
        pytest.param("/rules", "/ru/rule", True, [], id="no such page"),
        pytest.param("/rules", "/ru/help", False, [], id="another page"),
        pytest.param(
            "/terms",
            "/ru/notes",
            False,
            [(("terms",), ("notes",), "notes")],
            id="another page, where the language lacks the right one",
        ),
        pytest.param(
            "https://a.example/x/y",
            "https://b.example/x/y",
            False,
            [
                (("//a.example",), ("//b.example",), "b.example"),
                (("//a.example", "x", "y"), ("//b.example", "x", "y"), "b.example"),
            ],
            id="another host",
        ),
        pytest.param(
            "https://a.example/x?a=1",
            "https://a.example/x?a=2",
            False,
            [
                (("?a=1",), ("?a=2",), "?a=2"),
                (("//a.example", "x", "?a=1"), ("//a.example", "x", "?a=2"), "?a=2"),
            ],
            id="another query",
        ),
        pytest.param("/rules", "../../rule.md", False, None, id="another shape"),
    ],
)
def test_targets_that_lead_elsewhere_are_told_apart(
    before: str,
    after: str,
    missing: bool,
    rewrites: list[tuple[tuple[str, ...], tuple[str, ...], str]] | None,
) -> None:
    (lead,) = in_site(f"[a]({before})", f"[а]({after})")
    assert lead.missing is missing
    if rewrites is not None:
        told = [(one.before, one.after, one.mark) for one in lead.rewrites]
        assert told == rewrites


def test_link_that_the_original_has_broken_is_not_missing() -> None:
    assert in_site("[a]((/rules))", "[а](/ru/rules)") == []


def test_same_target_again_is_not_added() -> None:
    assert in_site("[a](/rules)\n\nb", "[а](/ru/rules)\n\n[б](ru/rules)") == []


def test_words_of_a_translation_are_hosts_and_names() -> None:
    first = parse("[a](/a)", path="en.md", tag="en")
    second = parse("[а](https://www.a.example/ru/b?c=1)", path="ru.md", tag="ru")
    words = set(written_words(align_pair(first, second), Link))
    assert words == {"//a.example", "b", "?c=1"}


def test_many_links_in_one_block_are_matched() -> None:
    original = " ".join(f"[a](/page/{n})" for n in range(30))
    translation = " ".join(f"[あ](/page/{n}x)" for n in reversed(range(30)))
    found = leads(original, translation, tag="ja")
    assert len(found) == 30
    assert all(before and after for before, after, _ in found)


def test_block_that_was_left_out_takes_its_links_along() -> None:
    original = "# A\n\nOne two three.\n\n# B\n\n`x` [b](/b)\n\n# C\n\n`y` [c](/c)"
    translation = "# А\n\nОдин два три.\n\n# В\n\n`y` [в](/c)"
    assert leads(original, translation) == []


@pytest.mark.parametrize(
    ("after", "images", "told"),
    [
        pytest.param("../../garden/bed.png", ["garden/bed.png"], [True], id="short"),
        pytest.param("../../../garden/bed.png", ["garden/bed.png"], [], id="the one"),
        pytest.param(
            "bed.png",
            ["garden/bed.png", "translations/th/garden/bed.png"],
            [],
            id="a copy of its own",
        ),
        pytest.param("../../bed.png", ["bed.png"], [], id="from the address in both"),
    ],
)
def test_an_image_counts_from_the_folder_as_the_originals_do(
    after: str, images: list[str], told: list[bool]
) -> None:
    paths = {"en": "garden/README.md", "th": "translations/th/garden/README.md"}
    page = PageFiles("garden", "en", paths)
    site = surround(files=[*paths.values(), *images], pages=[page], roots=("",))
    documents = [
        parse(f"![a]({target})", path=paths[tag], tag=tag, language=tag)
        for tag, target in (("en", "bed.png"), ("th", after))
    ]
    aligned = align_page("garden", documents, "en", site)
    leads = compare_leads(aligned.pairs[0], Image)
    assert [lead.missing for lead in leads] == told
