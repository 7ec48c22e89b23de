"""What became of the inline code of an original in its translation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterator
from functools import lru_cache

from msgspec import Struct

from transcheck.align.model import BlockPair, Pair
from transcheck.code import opens_command, takes_verb
from transcheck.compare.items import Item, match, take
from transcheck.compare.leftovers import Change, changes
from transcheck.compare.loose_backticks import has_loose_backticks
from transcheck.compare.mention import find
from transcheck.compare.wording import is_wording
from transcheck.document import (
    Block,
    CodeSpan,
    Document,
    Inline,
    InlineMarkup,
    TableCell,
    block_inlines,
    block_prose,
    inlines_by_block,
)
from transcheck.patterns import late_regex
from transcheck.text import Span

# Two pieces of code that are alike at least so much are one that was mistyped.
_ALIKE = 0.6
# So they must be where the right one stands in another block.
_NEARLY = 0.8
# `git add`, whatever comes after it.
_COMMAND = late_regex(r"(?P<program>[a-z][a-z-]*) (?P<verb>[^\W\d_][\w-]*)(?![^\s])")
# A checksum tells of what a text was made.
_LEAST_CHECKSUM = 32
_CHECKSUM = late_regex(r"[0-9a-fA-F]+")
# Words between backticks: the name of a menu, a label, what is said.
_PROSE = late_regex(r"[^\W\d_]+(?:[,.!?]? [^\W\d_]+)+[.!?]?")
_NUMBER = late_regex(r"\d+")
# One word, which may be there as an example, and what it may become.
_WORD = late_regex(r"[A-Z]?[a-z]+")
_WORDS = late_regex(r"[^!-/:-@\[-`{-~]+")
# A comparison, which a sentence may put into words.
_COMPARED = late_regex(r"[<>=\u2264\u2265]{1,2} ?(\d[\d.,]*)")
# Space where a style of writing code has it and another has none.
_SPACED = late_regex(r" (?=[=,<>+|\])}])|(?<=[=,<>+|\[({]) ")
_QUOTES = "\"'"
# Letters of other scripts, or two words, are more than a name: a part of a sentence.
_CLAUSE = 6
_OPENING = ("(", "\uff08")
_WORD_START, _WORD_END = late_regex(r"\w", re.ASCII), late_regex(r"\w\Z", re.ASCII)
_BESIDE = late_regex(r"[^\W\d_]{2} +[^\W\d_]{2}")
_TAG = late_regex(r"</?[A-Za-z][^<>]*>")
# A name in a command that the reader replaces; an option stays as it is.
_FILLED_IN = late_regex(r"\{\{(?!\[?-)[^{}]*\}\}")


class CodeLoss(Struct, frozen=True):
    """Code of the original that its translation does not have.

    Args:
        kind: ``bare``, ``changed``, ``translated``, ``name`` (translated, alone in
            a cell) or ``missing``.
        blocks: The block it is in, and its translation.
        item: The code.
        after: What it became, None where that is not known.
        span: Where it is in the translation, or would be.
    """

    kind: str
    blocks: BlockPair
    item: Item
    after: Item | None
    span: Span

    @property
    def is_word(self) -> bool:
        """Whether one word became another, or several: it may be an example."""
        return (
            self.after is not None
            and _WORD.fullmatch(code_of(self.item)) is not None
            and _WORDS.fullmatch(code_of(self.after)) is not None
        )


def _is_unpaired(pair: Pair, blocks: BlockPair) -> bool:
    """Tell whether a text has a backtick too many, which decides what is code."""
    first, second = blocks.both()
    return has_loose_backticks(pair.translation, second, (pair.original, first))


def _key(inline: Inline, _: Document) -> Hashable:
    """Return code without what its sentence may do to it: case, plural, call."""
    if not isinstance(inline, CodeSpan):
        return None
    value = inline.value
    is_checksum = len(value) >= _LEAST_CHECKSUM and _CHECKSUM.fullmatch(value)
    return None if is_checksum else _bare(value)


@lru_cache(maxsize=4096)
def _bare(value: str) -> str:
    bare = _SPACED.sub("", " ".join(value.split())).casefold()
    command = _FILLED_IN.sub("{{}}", bare)
    if command != "{{}}":  # alone, it is a name of a template
        bare = command
    bare = bare.removesuffix("()").removesuffix("s")
    return bare or value


def code_of(item: Item) -> str:
    """Return the code of an item that is a code span."""
    return item.node.value if isinstance(item.node, CodeSpan) else ""


def lost_code(pair: Pair) -> Iterator[CodeLoss]:
    """Yield the code that a translation lost, block by block.

    Not in a text with a backtick too many, which decides what is code.

    Args:
        pair: The documents, aligned.
    """
    raw = {(loss.blocks.key, loss.item.key): loss for loss in _raw_tags(pair)}
    yield from raw.values()
    for change in changes(pair, CodeSpan, _key):
        if not _is_unpaired(pair, change.pair):
            for loss in _losses(change, pair):
                if (loss.blocks.key, loss.item.key) not in raw:
                    yield loss


def count_codes(document: Document) -> int:
    """Return how many different pieces of code a document has."""
    return len({_key(span, document) for span in document.code_spans})


def _raw_tags(pair: Pair) -> Iterator[CodeLoss]:
    """Yield tags that are code in the original, and now tags, each once in a block.

    They open elements, whatever code there is beside them.
    """
    if not any(_TAG.fullmatch(span.value) for span in pair.original.code_spans):
        return
    ours = inlines_by_block(pair.original, CodeSpan)
    for blocks, first, second in pair.translated():
        spans = ours.get(id(first), ())
        values = (one.value for one in spans if isinstance(one, CodeSpan))
        for value in sorted(set(filter(_TAG.fullmatch, values))):
            (codes, tags), (kept, raw) = (
                _spelled(block, value) for block in (first, second)
            )
            if len(raw) > len(tags) and len(kept) < len(codes):
                item = Item(_bare(value), codes[0])
                yield CodeLoss("bare", blocks, item, None, raw[0].span)


def _spelled(block: Block, value: str) -> tuple[list[Inline], list[Inline]]:
    """Return where a block has a text as code, and where as markup."""
    every = block_inlines(block)
    return (
        [one for one in every if isinstance(one, CodeSpan) and one.value == value],
        [one for one in every if isinstance(one, InlineMarkup) and one.value == value],
    )


def _losses(change: Change, pair: Pair) -> Iterator[CodeLoss]:
    places = dict(zip(change.lost, change.kept, strict=True))
    lost, gained = list(change.lost), list(change.gained)
    is_name = _is_name(change.pair.original)

    def became(item: Item, after: Item, kind: str) -> Iterator[CodeLoss]:
        if not is_wording(pair, code_of(item), code_of(after)):
            kind = "name" if is_name else kind
            yield CodeLoss(kind, change.pair, item, after, after.node.span)

    for item, after in _other_verbs(pair, change, lost, gained):
        yield CodeLoss("changed", change.pair, item, after, after.node.span)
    for item, after in _alike(change, lost, gained):
        yield from became(item, after, "changed")
    for item, after in _swallowed(lost, gained):
        yield CodeLoss("changed", change.pair, item, after, after.node.span)
    lost = [
        item
        for item in lost
        if not item.elsewhere
        or any(change.is_translated(item, one, code_of) for one in gained)
    ]
    yield from _without_marks(change, pair.translation, lost)
    for item, after in take(lost, gained, change.answers):
        if not _PROSE.fullmatch(code_of(item)):
            yield from became(item, after, "translated")
    for item in lost:
        if item.elsewhere:
            continue
        yield CodeLoss("missing", change.pair, item, None, places[item])


def _alike(
    change: Change, lost: list[Item], gained: list[Item]
) -> Iterator[tuple[Item, Item]]:
    """Yield code and what it was changed to, and take both out."""
    for item, after in _widened(change):
        gained.remove(after)
        yield item, after
    for item, after, likeness in match([*lost], [*gained], code_of):
        if item.elsewhere and after.elsewhere:
            continue
        alike = likeness >= (_NEARLY if item.elsewhere else _ALIKE)
        numbers = [_NUMBER.findall(code_of(one)) for one in (item, after)]
        if numbers[0] != numbers[1] and (item.elsewhere or not all(numbers)):
            continue  # another of a series
        if alike and not _is_glossed(code_of(item), code_of(after)):
            lost.remove(item)
            gained.remove(after)
            yield item, after


def _other_verbs(
    pair: Pair, change: Change, lost: list[Item], gained: list[Item]
) -> Iterator[tuple[Item, Item]]:
    """Yield commands that call the same program for something else; take both out."""

    def fits(item: Item, after: Item) -> bool:
        one, other = _COMMAND.match(code_of(item)), _COMMAND.match(code_of(after))
        if not one or not other or one["program"] != other["program"]:
            return False
        if one["verb"] == other["verb"] or (item.elsewhere and after.elsewhere):
            return False
        is_known = takes_verb(one["program"]) or (
            one[0] in pair.original.once(_commands)
            and other[0] not in pair.translation.once(_commands)
        )
        return is_known and change.answers(item, after)

    yield from take(lost, gained, fits)


def _commands(document: Document) -> frozenset[str]:
    """Return the programs, with what they are told to do, of lines of code."""
    return frozenset(
        match[0]
        for block in document.code_blocks
        for line in block.content.split("\n")
        if (match := _COMMAND.match(line.removeprefix("$ ")))
        and not opens_command(match["program"])
    )


def _widened(change: Change) -> Iterator[tuple[Item, Item]]:
    """Yield code with full-width characters in it, and what it is without them.

    The block may well have it right in another place.
    """
    wide = {
        _bare(unicodedata.normalize("NFKC", code_of(item))): item
        for item in change.gained
        if not unicodedata.is_normalized("NFKC", code_of(item))
    }
    if wide and change.pair.original is not None:
        for node in block_inlines(change.pair.original):
            if isinstance(node, CodeSpan) and _bare(node.value) in wide:
                key = _bare(node.value)
                yield Item(key, node), wide.pop(key)


def _is_glossed(value: str, other: str) -> bool:
    """Tell whether other code is this one with words added in parentheses."""
    rest = other.removeprefix(value)
    return rest != other and any(map(str.isalpha, rest)) and not rest.isascii()


def _without_marks(
    change: Change, document: Document, lost: list[Item]
) -> Iterator[CodeLoss]:
    """Yield code that stands in the prose; take it out, and what is in other code."""
    for item in tuple(lost):
        inside, bare = _find(change, document, item)
        if inside or bare:
            lost.remove(item)
        if bare and not inside:
            yield CodeLoss("bare", change.pair, item, None, bare)


def _swallowed(lost: list[Item], gained: list[Item]) -> Iterator[tuple[Item, Item]]:
    """Yield code that holds a part of its sentence as well, and take both out."""
    for item in tuple(lost):
        after = next((one for one in gained if _has_prose_around(item, one)), None)
        if after is not None:
            lost.remove(item)
            gained.remove(after)
            yield item, after


def _has_prose_around(item: Item, other: Item) -> bool:
    before, inside, behind = code_of(other).partition(code_of(item))
    if not inside or _WORD_END.search(before) or _WORD_START.match(behind):
        return False
    if before.endswith(_OPENING) or behind.startswith(_OPENING):
        return False  # a gloss on it
    rest = f"{before}\n{behind}"
    foreign = sum(char.isalpha() and not char.isascii() for char in rest)
    return foreign >= _CLAUSE or _BESIDE.search(rest) is not None


def _is_name(block: Block | None) -> bool:
    """Tell whether a block is a cell of a table that holds code and nothing else."""
    return isinstance(block, TableCell) and not block_prose(block).strip("\ufffc ")


def _find(change: Change, document: Document, item: Item) -> tuple[bool, Span | None]:
    """Return whether code stands in other code of its block, and where in prose."""
    block = change.pair.translation
    bare = None
    if block is not None:
        codes = [
            inline.span
            for inline in block_inlines(block)
            if isinstance(inline, CodeSpan)
        ]
        value = code_of(item)
        compared = _COMPARED.fullmatch(value)
        if compared and any(find(document, block, compared[1])):
            return True, None
        for span in find(document, block, value):
            if any(span in code for code in codes):
                return True, None
        for span in find(document, block, value.strip(_QUOTES)):
            if not any(span in code for code in codes):
                bare = span
                break
    return False, bare
