"""Notices and language switchers: what is about a page, not of it."""

from __future__ import annotations

import pytest

from transcheck.align.model import BlockState, Pair, PairState
from transcheck.align.page import align_page, align_pair
from transcheck.parse import parse

ORIGINAL = """\
# Bees

A hive has [three kinds](kinds.md) of bees.

## Swarms

They leave in May, see `calendar`.
"""

TITLE, REST = (
    "# Bienen\n",
    """
Ein Volk hat [drei Arten](kinds.md) von Bienen.

## Schwärme

Sie ziehen im Mai aus, siehe `calendar`.
""",
)


def hold(original: str, translation: str, language: str = "de") -> Pair:
    return align_pair(
        parse(original, path="docs/en/bees.md", tag="en", language="en"),
        parse(
            translation,
            path=f"docs/{language}/bees.md",
            tag=language,
            language=language,
        ),
    )


def states(pair: Pair) -> list[BlockState]:
    return [block.state for block in pair.walk_blocks()]


@pytest.mark.parametrize(
    "notice",
    [
        pytest.param(
            "> Diese Seite wurde maschinell übersetzt.", id="a machine, in a quote"
        ),
        pytest.param(
            ":::note\nDiese Seite wurde von einer KI übersetzt.\n:::",
            id="an artificial intelligence, in a callout",
        ),
        pytest.param(
            "*Übersetzung des [Originals](../en/bees.md).*",
            id="a line that leads to the original",
        ),
        pytest.param(
            "> Maschinell übersetzt. [Besser machen](https://example.org/edit/bees.md)",
            id="a machine, and where to mend what it wrote",
        ),
        pytest.param(
            "{{< machine-translated >}}", id="a shortcode that is named for it"
        ),
        pytest.param(
            "This page was translated by a machine.", id="in another language"
        ),
    ],
)
@pytest.mark.parametrize("place", ["head", "foot"])
def test_a_notice_is_no_extra_block(notice: str, place: str) -> None:
    parts = [TITLE, notice, REST] if place == "head" else [TITLE, REST, notice]
    pair = hold(ORIGINAL, "\n".join(parts) + "\n")
    assert BlockState.ASIDE in states(pair)
    assert BlockState.EXTRA not in states(pair)
    assert pair.state is PairState.PARALLEL


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        pytest.param("el", "> Αυτή η σελίδα έχει μεταφραστεί αυτόματα.", id="Greek"),
        pytest.param(
            "ru", "> Эта страница переведена: машинный перевод.", id="Russian"
        ),
        pytest.param("ar", "> تمت ترجمة هذه الصفحة آليًا.", id="Arabic"),
        pytest.param("he", "> דף זה הוא תרגום מכונה.", id="Hebrew"),
        pytest.param("hi", "> यह मशीन अनुवाद है।", id="Hindi"),
        pytest.param("th", "> หน้านี้แปลโดยเครื่อง", id="Thai"),
        pytest.param("zh", "> 本页由机器翻译。", id="Chinese"),
        pytest.param("ja", "> このページは機械翻訳です。", id="Japanese"),
        pytest.param("ko", "> 이 문서는 기계 번역입니다.", id="Korean"),
    ],
)
def test_a_notice_is_known_in(language: str, notice: str) -> None:
    pair = hold("# Bees\n\nSee `hive`.\n", f"# 🐝\n\n{notice}\n\n`hive`\n", language)
    assert states(pair).count(BlockState.ASIDE) == 1


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        pytest.param(
            "# Bees\n\nTwo `a`.\n",
            "# Bienen\n\nZwei `a`.\n\nDrei Arten gibt es hierzulande.\n",
            id="a paragraph that speaks of something else",
        ),
        pytest.param(
            "# A\n\nOne `a`.\n\n## B\n\nTwo `b`.\n\n## C\n\nThree `c`.\n",
            "# A\n\nEins `a`.\n\n## B\n\nZwei `b`.\n\n"
            "Ein Absatz über maschinelle Übersetzung.\n\n## C\n\nDrei `c`.\n",
            id="a paragraph on translation in the middle of the page",
        ),
    ],
)
def test_no_notice_is(original: str, translation: str) -> None:
    pair = hold(original, translation)
    assert BlockState.EXTRA in states(pair)
    assert BlockState.ASIDE not in states(pair)


def test_a_notice_that_both_have_is_a_text_like_others() -> None:
    pair = hold(
        "# Bees\n\n> This page was translated by a machine.\n\nSee `hive`.\n",
        "# Bienen\n\n> Diese Seite wurde maschinell übersetzt.\n\nSiehe `hive`.\n",
    )
    assert set(states(pair)) == {BlockState.TRANSLATED}


@pytest.mark.parametrize(
    "switcher",
    [
        pytest.param(
            "[English](../en/bees.md) | [Polski](../pl/bees.md)",
            id="names between bars",
        ),
        pytest.param(
            "[🇬🇧](../en/bees.md) [🇵🇱](../pl/bees.md)", id="flags beside one another"
        ),
        pytest.param(
            "- [English](../en/bees.md)\n- [日本語](../ja/bees.md)", id="a list"
        ),
        pytest.param(
            "Diese Seite lesen: [Polski](../pl/bees.md)", id="one link with few words"
        ),
        pytest.param(
            "[Deutsch](../de/bees.md) [English](../en/bees.md) [Sesi](../xv/bees.md)",
            id="links of which one leads to a version that is not there",
        ),
        pytest.param(
            "### [English](../en/bees.md) | [Polski](../pl/bees.md)", id="a heading"
        ),
        pytest.param(
            "<!-- LANGUAGES START -->\n\n[a](x.md)\n\n<!-- LANGUAGES END -->",
            id="whatever two comments mark",
        ),
    ],
)
def test_a_switcher_is_compared_with_nothing(switcher: str) -> None:
    for pair in (
        hold(ORIGINAL, f"{TITLE}\n{switcher}\n{REST}"),
        hold(
            ORIGINAL.replace("# Bees\n", f"# Bees\n\n{switcher}\n"), f"{TITLE}\n{REST}"
        ),
    ):
        assert BlockState.ASIDE in states(pair)
        assert not {BlockState.EXTRA, BlockState.MISSING} & set(states(pair))


def test_what_follows_the_rule_below_a_switcher_is_not_under_its_heading() -> None:
    switcher = (
        "#\n\n#### _Read this in [other languages](../languages.md)_\n\n"
        "<kbd>[Deutsch](../de/bees.md)</kbd> <kbd>[Polski](../pl/bees.md)</kbd>\n\n#\n"
    )
    original = ORIGINAL.replace("# Bees\n", f"# Bees\n\n{switcher}")
    pair = hold(original, TITLE + REST)
    assert set(states(pair)) == {BlockState.TRANSLATED}
    translated, aside = BlockState.TRANSLATED, BlockState.ASIDE
    assert [one.state for one in pair.sections] == [
        translated,
        translated,
        aside,
        translated,
    ]


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("#", id="of the first level"),
        pytest.param("###", id="of a deep level"),
    ],
)
def test_an_empty_heading_is_a_rule_and_opens_no_section(rule: str) -> None:
    before = "A hive has [three kinds](kinds.md) of bees.\n"
    text = f"{before}\n{rule}\n\nAll of them are busy.\n"
    kept = "Ein Volk hat [drei Arten](kinds.md) von Bienen."
    pair = hold(
        ORIGINAL.replace(before, text),
        (TITLE + REST).replace(kept, f"{kept}\n\nSie sind alle fleißig."),
    )
    assert set(states(pair)) == {BlockState.TRANSLATED}
    assert len(pair.sections) == 3


def test_a_title_that_leads_to_the_page_itself_is_no_switcher() -> None:
    pair = hold(
        ORIGINAL.replace("# Bees", "# [Bees](../en/bees.md)"),
        TITLE.replace("# Bienen", "# [Bienen](../en/bees.md)") + REST,
    )
    assert set(states(pair)) == {BlockState.TRANSLATED}


def test_a_sentence_that_mentions_the_original_is_no_switcher() -> None:
    pair = hold(
        ORIGINAL,
        f"{TITLE}{REST}\nWie die Königin schlüpft und was sie in den ersten Tagen"
        " frisst, steht ausführlich in [English](../en/bees.md).\n",
    )
    assert BlockState.EXTRA in states(pair)


def test_a_page_is_not_owed_its_notices() -> None:
    documents = [
        parse(
            "# A\n\n[English](../en/bees.md) | [Deutsch](../de/bees.md)\n\nOne `a`.\n",
            path=f"docs/{tag}/bees.md",
            tag=tag,
            language=tag,
        )
        if tag == "en"
        else parse("# A\n\nEins `a`.\n", path="docs/de/bees.md", tag=tag, language=tag)
        for tag in ("en", "de")
    ]
    pair = align_page("bees", documents, "en").pairs[0]
    assert (pair.state, pair.owed) == (PairState.PARALLEL, 0.0)
