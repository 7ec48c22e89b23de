"""What holds for every two documents that are aligned."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.align.flow import flow
from transcheck.align.model import BlockPair, BlockState, Pair, SectionPair
from transcheck.align.page import align_pair
from transcheck.document import Block, Document, walk_blocks, walk_sections
from transcheck.parse import parse
from transcheck.text import Span

PIECES = [
    *("# a", "## b", "### c {#c}", "text", "more text `code`", "[x](y.md)", "2024"),
    *("- item", "* other\n* item", "1. one\n2. two", "> quote", "> [!NOTE]\n> note"),
    *("```py\nx = 1\n```", "| a | b |\n| - | - |\n| c | d |", "---", "<!-- c -->"),
    *("<div>\n\n## in\n\n</div>", "[^1]: note", "[r]: x.md", "![i](i.png)", "    code"),
    *(
        "::: tip\nbody\n:::",
        "/// note\nbody\n///",
        "日本語",
        "טקסט",
        "{{< x >}}",
        "\x00",
    ),
]

texts = st.lists(st.sampled_from(PIECES), max_size=12).map("\n\n".join)


def document(text: str, language: str) -> Document:
    return parse(text, path=f"{language}.md", tag=language, language=language)


def hold(original: str, translation: str) -> Pair:
    return align_pair(document(original, "en"), document(translation, "de"))


def everything(pair: Pair) -> list[BlockPair | SectionPair]:
    return [*pair.sections, *pair.walk_blocks()]


def missing(pair: Pair) -> list[str]:
    """Return the sources of all that is missing or extra."""
    found = [
        block.original.span.cut(pair.original.text) if block.original else "extra"
        for block in pair.walk_blocks()
        if block.original is None or block.translation is None
    ]
    for section in pair.sections:
        if section.original is None or section.translation is None:
            heading = section.original and section.original.heading
            found.append(heading.span.cut(pair.original.text) if heading else "extra")
    return found


def listed(pairs: Iterable[BlockPair], side: str) -> list[Block]:
    return [block for pair in pairs if (block := getattr(pair, side)) is not None]


def check_side(pair: Pair, side: str) -> None:
    """Each block is there once, by itself or in what has no counterpart."""
    blocks = listed(pair.walk_blocks(), side)
    ids = [id(block) for block in blocks]
    assert len(set(ids)) == len(ids)
    known = set(map(stands, blocks))
    for one in pair.walk_blocks():
        if one.state in {BlockState.MISSING, BlockState.EXTRA}:
            known.update(map(stands, walk_blocks(*listed([one], side))))
    for section in pair.sections:
        whole = getattr(section, side)
        if whole is not None and section.state is not BlockState.TRANSLATED:
            known.update(map(stands, walk_blocks(*whole.blocks, *flow(whole.blocks))))
            known.update(map(stands, filter(None, [whole.heading])))
    root = getattr(pair, side).root
    for part in walk_sections(root):
        assert part.heading is None or stands(part.heading) in known
        assert all(stands(block) in known for block in flow(part.blocks))


def stands(block: Block) -> tuple[type[Block], Span]:
    """Return what a block is known by; lists that are joined are made anew."""
    return type(block), block.span


@settings(deadline=None)
@given(texts, texts)
def test_every_block_is_there_once_and_in_order(first: str, second: str) -> None:
    pair = hold(first, second)
    check_side(pair, "original")
    check_side(pair, "translation")
    both = [
        block for block in pair.walk_blocks() if block.original and block.translation
    ]
    for side in ("original", "translation"):
        starts = [block.span.start for block in listed(both, side)]
        assert starts == sorted(starts)
    keys = [one.key for one in everything(pair)]
    assert len(set(keys)) == len(keys)
    for one in everything(pair):
        alone = one.original is None or one.translation is None
        assert alone == (one.gap is not None)
        assert (one.key in pair.aligned_keys) != alone


@settings(deadline=None)
@given(texts)
def test_a_document_answers_itself(text: str) -> None:
    one = document(text, "en")
    pair = align_pair(one, one)
    for part in everything(pair):
        assert part.state is BlockState.TRANSLATED
        assert part.original is part.translation
    assert pair.owed == 0
    assert pair.untranslated == 0


@settings(deadline=None)
@given(texts)
def test_in_another_language_it_still_answers_itself(text: str) -> None:
    pair = hold(text, text)
    assert missing(pair) == []


# Blocks that differ in a link, code or number, as the blocks of real pages do.
MAKERS = [
    "Paragraph [{n}](page-{n}.md) text.",
    "Paragraph with `name_{n}` in it.",
    "```py\nvalue = {n}\n```",
    "> Quote of [{n}](quote-{n}.md).",
    "Year 19{n:02} and `x{n}`.\n\n![{n}](img/{n}.png)",
    "| A | B |\n| - | - |\n| `k{n}` | [{n}](row-{n}.md) |",
]


@st.composite
def pages(draw: st.DrawFn) -> list[list[str]]:
    """Draw sections of blocks that can be told apart, each with its heading."""
    sections: list[list[str]] = []
    number = 10
    for place in range(draw(st.integers(2, 5))):
        blocks = [f"{'#' * draw(st.integers(2, 4))} Heading {place} [h](h-{place}.md)"]
        for _ in range(draw(st.integers(1, 5))):
            number += 1
            made = draw(st.sampled_from(MAKERS)).format(n=number)
            blocks.extend(made.split("\n\n"))
        sections.append(blocks)
    return sections


def joined(sections: list[list[str]]) -> str:
    return "\n\n".join(block for section in sections for block in section)


@settings(deadline=None)
@given(pages(), st.data())
def test_a_lost_block_is_lost_alone(
    sections: list[list[str]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(sections) - 1))
    number = data.draw(st.integers(1, len(sections[place]) - 1))
    fewer = [list(section) for section in sections]
    lost = fewer[place].pop(number)
    assert missing(hold(joined(sections), joined(fewer))) == [lost]
    assert missing(hold(joined(fewer), joined(sections))) == ["extra"]


@settings(deadline=None)
@given(pages(), st.data())
def test_a_lost_section_is_lost_alone(
    sections: list[list[str]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(sections) - 1))
    fewer = [section for number, section in enumerate(sections) if number != place]
    assert missing(hold(joined(sections), joined(fewer))) == [sections[place][0]]
    assert missing(hold(joined(fewer), joined(sections))) == ["extra"]
