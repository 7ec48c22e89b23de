"""Blocks held against blocks: losses, insertions, kinds, places and keys."""

from __future__ import annotations

import pytest

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.align.page import align_pair
from transcheck.align.signals import kind_of
from transcheck.parse import parse


def hold(original: str, translation: str) -> Pair:
    return align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(translation, path="de.md", tag="de", language="de"),
    )


def told(pair: Pair, block: BlockPair) -> str:
    """Return a pair as ``kind original = translation``, by their first lines."""
    sides = ((block.original, pair.original), (block.translation, pair.translation))
    one, other = (
        part.span.cut(document.text).splitlines()[0] if part else ""
        for part, document in sides
    )
    kind = next(kind_of(part) for part, _ in sides if part)
    return f"{kind} {one} = {other}"


def differences(pair: Pair) -> list[str]:
    """Return what is missing or extra, as ``state kind text``."""
    found = []
    for block in pair.walk_blocks():
        document, part = pair.original, block.original
        if block.state is BlockState.EXTRA:
            document, part = pair.translation, block.translation
        elif block.state is not BlockState.MISSING:
            continue
        assert part is not None
        text = part.span.cut(document.text)
        found.append(f"{block.state.value} {kind_of(part)} {text}")
    return found


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param(
            "One [a](a.md).\n\nTwo [b](b.md).\n\nThree [c](c.md).",
            "Eins [a](a.md).\n\nDrei [c](c.md).",
            ["missing paragraph Two [b](b.md)."],
            id="a lost paragraph is told by the links of the others",
        ),
        pytest.param(
            "One.\n\n```sh\ndig --deep\nwater <bed>\n```\n\nTwo.",
            "Eins.\n\n<pre><code>dig --deep\nwater &lt;bed&gt;</code></pre>\n\nZwei.",
            [],
            id="code in HTML answers code between fences",
        ),
        pytest.param(
            "One `a`.\n\nThree `c`.",
            "Eins `a`.\n\nZwei `b`.\n\nDrei `c`.",
            ["extra paragraph Zwei `b`."],
            id="an added paragraph is told by the code of the others",
        ),
        pytest.param(
            "Lost [a](a.md) here.\n\nTwo [b](b.md).\n\nThree [c](c.md).",
            "Zwei [b](b.md).\n\nDrei [c](c.md).\n\nNeu [d](d.md) dazu.",
            [
                "missing paragraph Lost [a](a.md) here.",
                "extra paragraph Neu [d](d.md) dazu.",
            ],
            id="one lost and one added do not shift what is between",
        ),
        pytest.param(
            "See [a](wrong.md) for that.",
            "Siehe dazu [a](right.md).",
            [],
            id="a changed link does not part the only paragraph of a section",
        ),
        pytest.param(
            "A short line.\n\n" + "A long paragraph of many words. " * 8,
            "Ein langer Absatz mit vielen Wörtern. " * 8,
            ["missing paragraph A short line."],
            id="without features the lengths tell",
        ),
        pytest.param(
            "Both are in this place:\n\n{shed:/left.txt}\n{shed:/right.txt}\n\n"
            "Look at what you see there now.",
            "Beide sind an dieser Stelle:\n\n{shed:/left.txt}\n{shed:/right.txt}",
            ["missing paragraph Look at what you see there now."],
            id="a text that is the same in both stays where it is",
        ),
        pytest.param(
            "Since 1998.\n\nUntil 2024.\n\nIn version 3.11.",
            "Desde ١٩٩٨.\n\nIn 3.11.",
            ["missing paragraph Until 2024."],
            id="numbers tell, in the digits of any script",
        ),
        pytest.param(
            '- {{tool("a")}}\n- {{tool("b", "b tool")}}',
            '- {{tool("a")}}\n- {{tool("b", "b")}} Werkzeug',
            [],
            id="a macro answers itself with another text, beside a word",
        ),
        pytest.param(
            "- one `a`\n- two `b`\n- three `c`",
            "- eins `a`\n- drei `c`",
            ["missing item - two `b`"],
            id="a lost item is told within its list",
        ),
        pytest.param(
            "| A | B |\n| - | - |\n| `x` | one |\n| `y` | two |\n| `z` | three |",
            "| A | B |\n| - | - |\n| `x` | eins |\n| `z` | drei |",
            ["missing row | `y` | two |"],
            id="a lost row is told within its table",
        ),
        pytest.param(
            "| Name | Text |\n| - | - |\n| `one` | First |\n| `two` | Second |",
            "| Name | Text |\n| - | - |\n| `eins` | Erste |\n| `zwei` | Zweite |",
            [],
            id="translated names do not part the rows of a table",
        ),
        pytest.param(
            "> [!NOTE]\n> Mind `this`.\n\nText `a`.",
            "> **Hinweis** Beachte `this`.\n\nText `a`.",
            [],
            id="a quote may stand for a callout",
        ),
        pytest.param(
            "> [!NOTE]\n> Mind `this`.\n>\n> See [b](b.md).\n\nText `a`.",
            "Achte auf `this`.\n\nSiehe [b](b.md).\n\nText `a`.",
            ["missing callout > [!NOTE]\n> Mind `this`.\n>\n> See [b](b.md)."],
            id="a callout that lost its markup has not lost its text",
        ),
        pytest.param(
            "> [!NOTE]\n> Mind `this`.\n>\n> See [b](b.md).\n\nText `a`.",
            "{{% note %}}\n\nAchte auf `this`.\n\nSiehe [b](b.md).\n\n"
            "{{% /note %}}\n\nText `a`.",
            [],
            id="a callout may be a pair of shortcodes around the text",
        ),
        pytest.param(
            ":::note\n\nMind `this`.\n\nSee [b](b.md).\n\n:::\n\nText `a`.",
            ":::note\n\nAchte auf `this`.\n\nSiehe [b](b.md).\n\nText `a`.",
            [],
            id="a callout that is never closed has its text beside it",
        ),
        pytest.param(
            "> [!NOTE]\n> One `a`.\n\nTwo `b`.\n\n> [!TIP]\n> Three `c`.",
            "Eins `a`.\n\nZwei `b`.",
            [
                "missing callout > [!NOTE]\n> One `a`.",
                "missing callout > [!TIP]\n> Three `c`.",
            ],
            id="a callout that lost its text too is told once",
        ),
        pytest.param(
            "Text that says something.",
            "- Text, der etwas sagt.",
            [
                "extra list - Text, der etwas sagt.",
                "missing paragraph Text that says something.",
            ],
            id="a list never stands for a paragraph",
        ),
        pytest.param(
            "```py\nrun(1)  # start\n```\n\n```py\nstop()\n```",
            "```py\nrun(1)  # Beginn\n```\n\n```py\nstop()\n```",
            [],
            id="comments in code may be translated",
        ),
        pytest.param(
            "Text.\n\n<!-- a note to the editor -->\n\nMore.",
            "Text.\n\nMehr.",
            [],
            id="a lost comment is no loss",
        ),
        pytest.param(
            "Bring:\n\n* a spade\n* a rake\n* a hose\n\nGo.",
            "Mit:\n\n<!--\n* a spade\n-->\n* ein Spaten\n<!--\n* a rake\n-->\n"
            "* ein Rechen\n<!--\n* a hose\n-->\n* ein Schlauch\n\nLos.",
            [],
            id="comments that hold the original's items do not part a list",
        ),
        pytest.param(
            "`size`\n: how long\n\n`gate`\n: whether it shuts\n\nGo.",
            "<!--\n`size`\n: how long\n-->\n`size`\n: wie lang\n\n"
            "<!--\n`gate`\n: whether it shuts\n-->\n`gate`\n: ob es schließt\n\nLos.",
            [],
            id="comments that hold the original's terms do not part their list",
        ),
        pytest.param(
            "* one `a`\n* two `b`\n* three `c`",
            "<!-- one -->\n* eins `a`\n<!-- three -->\n* drei `c`",
            ["missing item * two `b`"],
            id="an item is lost from the list that comments part",
        ),
        pytest.param(
            "* one `a`\n* two `b`\n\n1. first\n2. second",
            "* eins `a`\n* zwei `b`\n\n<!-- steps -->\n1. erstens\n2. zweitens",
            [],
            id="bullets and numbers beside a comment are two lists",
        ),
        pytest.param(
            "- Read [sowing](/tools/sowing-beans/)\n"
            "- Learn [watering](/tasks/daily/watering-beans/)\n"
            "- Learn [harvest](/tasks/harvest-time/)",
            "- [播种](/tools/sowing-beans/)\n- [工具](/tools/list/garden-tools.v1/)\n"
            "- [浇水](/tasks/evening/watering-beans/)\n- [收获](/tasks/harvest-time/)",
            ["extra item - [工具](/tools/list/garden-tools.v1/)"],
            id="a page that was moved to another folder is known by its name",
        ),
        pytest.param(
            "Text [a].\n\n[a]: x.md",
            "Text [a](x.md).",
            [],
            id="a link definition is no block that a reader misses",
        ),
        pytest.param(
            "![A](img/a.png)\n\nText `a`.",
            '<img src="../img/a.png" alt="A">\n\nText `a`.',
            [],
            id="an image may be written as HTML",
        ),
        pytest.param(
            "Uno.\n\n[日本語](/ja/a/)",
            "Один.\n\n[日本語](/a/)",
            [],
            id="a locale in a target means nothing",
        ),
    ],
)
def test_only_what_differs_is_told(
    original: str, translation: str, expected: list[str]
) -> None:
    assert sorted(differences(hold(original, translation))) == sorted(expected)


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param(
            "Alpha `a`.\n\nBeta `b`.\n\nGamma `c`.",
            "Gamma `c`.\n\nAlpha `a`.\n\nBeta `b`.",
            {"paragraph Alpha `a`. = Alpha `a`.", "paragraph Beta `b`. = Beta `b`."},
            id="equal shapes are not paired against their features",
        ),
        pytest.param(
            "Το `a`.\n\n[Δύο](b.md)",
            "ما `a`.\n\n[اثنان](b.md)",
            {"paragraph Το `a`. = ما `a`.", "paragraph [Δύο](b.md) = [اثنان](b.md)"},
            id="scripts do not matter",
        ),
    ],
)
def test_counterparts_are_found(
    original: str, translation: str, expected: set[str]
) -> None:
    pair = hold(original, translation)
    found = {
        told(pair, block)
        for block in pair.walk_blocks()
        if block.original and block.translation
    }
    assert expected <= found


@pytest.mark.parametrize(
    ("original", "translation", "before"),
    [
        pytest.param("A `a`.\n\nB `b`.", "A `a`.", "A `a`.", id="after the one before"),
        pytest.param("# T\n\nB `b`.", "# T", "# T", id="after the heading"),
        pytest.param("B `b`.", "", "", id="at the start"),
        pytest.param(
            "B `b`.",
            "---\ntitle: T\n---\n",
            "---\ntitle: T\n---",
            id="after frontmatter",
        ),
        pytest.param(
            "- a `a`\n- b `b`",
            "Text.\n\n- a `a`",
            "Text.\n\n- a `a`",
            id="after an item",
        ),
        pytest.param(
            "A `a`.\n\n- b `b`\n- c `c`\n- d `d`",
            "A `a`.\n\n- c `c`\n- d `d`",
            "A `a`.\n\n",
            id="at the start of the list",
        ),
    ],
)
def test_a_loss_has_a_place(original: str, translation: str, before: str) -> None:
    pair = hold(original, translation)
    [lost] = [
        block for block in pair.walk_blocks() if block.state is BlockState.MISSING
    ]
    assert lost.gap is not None
    assert lost.gap.start == lost.gap.end
    assert pair.translation.text[: lost.gap.start] == before
    [extra] = [
        block
        for block in hold(translation, original).walk_blocks()
        if block.state is BlockState.EXTRA
    ]
    assert extra.gap == lost.gap


def test_a_lost_container_silences_what_is_in_it() -> None:
    pair = hold("A `a`.\n\n- one\n- two\n\nB `b`.", "A `a`.\n\nB `b`.")
    [lost] = [
        block for block in pair.walk_blocks() if block.state is BlockState.MISSING
    ]
    assert kind_of(lost.original) == "list" if lost.original else False
    assert lost.blocks == ()


def test_keys_are_equal_in_all_translations_and_after_edits_elsewhere() -> None:
    text = "A `a`.\n\nSame.\n\nSame.\n\nB `b`."
    keys = [block.key for block in hold(text, "A `a`.").walk_blocks()]
    assert len(set(keys)) == len(keys)
    assert keys == [block.key for block in hold(text, "B `b`.").walk_blocks()]
    edited = hold("New [x](x.md).\n\n" + text, "A `a`.")
    assert [block.key for block in edited.walk_blocks()][1:] == keys


def test_the_key_of_an_extra_is_none_of_the_reference() -> None:
    pair = hold("Text `a`.", "Text `a`.\n\nText `a`.")
    reference = {block.key for block in pair.walk_blocks() if block.original}
    [extra] = [block for block in pair.walk_blocks() if block.state is BlockState.EXTRA]
    assert extra.key not in reference
    assert extra.key not in pair.aligned_keys
    assert reference <= pair.aligned_keys


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        pytest.param(
            "zh", "在花园的另一边有一个大池塘，青蛙在那里过冬，春天产卵。", id="Chinese"
        ),
        pytest.param(
            "ja",
            "庭の向こう側には大きな池があり、カエルはそこで冬を越し、春に卵を産みます。",
            id="Japanese",
        ),
        pytest.param(
            "ko",
            "정원 건너편에는 큰 연못이 있어 개구리들이 겨울을 나고 봄에 알을 낳는다.",
            id="Korean",
        ),
    ],
)
def test_the_longer_of_two_is_meant_in_a_language_of_short_texts(
    language: str, translation: str
) -> None:
    added = "The gate opens early in summer."
    kept = "On the other side of the garden is a large pond, where the frogs spend the"
    original = f"# A\n\n{added}\n\n{kept} winter and lay their eggs in spring.\n"
    pair = align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(f"# A\n\n{translation}\n", path="x.md", tag=language, language=language),
    )
    assert differences(pair) == [f"missing paragraph {added}"]
