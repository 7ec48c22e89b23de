"""Text that became code because it is indented too far."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair, SectionPair
from transcheck.document import Block, CodeBlock, Document, Section
from transcheck.patterns import late_regex

# Of a text so much is letters and spaces; the rest of it are marks of any kind.
_LEAST_LETTERS = 0.7
_HEADING = late_regex(r"#{1,6}[ \t]")
_BLANK = late_regex(r"\n[ \t]*\n")


class TextAsCode(Struct, frozen=True):
    """Code in a translation that is text in the original.

    Args:
        block: The code.
        lost: What of the original it stands for, the first of it if it is more.
        keys: The keys of all of that.
    """

    block: CodeBlock
    lost: BlockPair | SectionPair
    keys: frozenset[str]

    @property
    def first(self) -> Block | None:
        """The block or heading of the original that it stands for."""
        original = self.lost.original
        return original.heading if isinstance(original, Section) else original


def texts_as_code(pair: Pair) -> list[TextAsCode]:
    """Return the indented code that the original has as text, in order.

    The original has less of such code, and in its place something else that the
    translation seems to lack.
    """
    codes = _indented(pair.translation)
    spare = len(codes) - len(_indented(pair.original)) if codes else 0
    if spare <= 0:
        return []
    found: list[TextAsCode] = []
    taken: set[str] = set()
    for code in _added(pair):
        if len(found) == spare:
            break
        parts = _BLANK.split(code.content.strip("\n"))
        lost = sorted(
            (one for one in _lost(pair, code) if one.key not in taken),
            key=lambda one: abs(_start(one) - code.span.start),
        )[: len(parts)]
        if lost:
            keys = frozenset(one.key for one in lost)
            taken |= keys
            found.append(TextAsCode(code, lost[0], keys))
    return found


def _indented(document: Document) -> list[CodeBlock]:
    return [block for block in document.code_blocks if not block.fence]


def _added(pair: Pair) -> Iterator[CodeBlock]:
    for one in pair.walk_blocks():
        block = one.translation if one.state is BlockState.EXTRA else None
        if isinstance(block, CodeBlock) and not block.fence and _is_text(block.content):
            yield block


def _is_text(content: str) -> bool:
    bare = content.strip()
    letters = sum(one.isalpha() or one.isspace() for one in bare)
    return letters >= _LEAST_LETTERS * len(bare) > 0


def _lost(pair: Pair, code: CodeBlock) -> Iterator[BlockPair | SectionPair]:
    """Yield what the translation lacks around some code: a heading, or blocks."""
    here: SectionPair | None = None
    for one in pair.sections:
        lost = one.state is BlockState.MISSING
        if lost and here is not None and _HEADING.match(code.content):
            yield one
        elif not lost:
            here = one if _holds(one, code) else None
            if here is not None:
                yield from _lost_in(here.blocks)


def _holds(section: SectionPair, code: CodeBlock) -> bool:
    """Tell whether some code stands in a section, at any depth."""
    ends = [one.translation.span for one in section.blocks if one.translation]
    return any(span.start <= code.span.start < span.end for span in ends)


def _lost_in(blocks: tuple[BlockPair, ...]) -> Iterator[BlockPair]:
    for one in blocks:
        if one.state is not BlockState.MISSING:
            yield from _lost_in(one.blocks)
        elif not isinstance(one.original, CodeBlock):
            yield one


def _start(lost: BlockPair | SectionPair) -> int:
    return lost.gap.start if lost.gap else 0
