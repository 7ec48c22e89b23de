"""The rule inline-code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.compare.leftovers import Change, Item, changes, match, take
from transcheck.compare.loose_backticks import has_loose_backticks
from transcheck.compare.mention import contrast, find, place, related_at, shorten
from transcheck.compare.wording import is_wording
from transcheck.document import (
    Block,
    CodeSpan,
    Document,
    Inline,
    TableCell,
    block_inlines,
    block_prose,
)
from transcheck.rule import (
    BlockPair,
    Finding,
    Pair,
    PairRule,
    Related,
    Severity,
    label,
    option,
)
from transcheck.text import Span


@dataclass(frozen=True)
class InlineCode(PairRule):
    """A translated text keeps the inline code of its original."""

    id: ClassVar[str] = "inline-code"
    category: ClassVar[str] = "code"

    summed: int = option(
        4, "More findings of one kind in a page than this are told as one."
    )

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report code that is missing, was changed, or is no code any more."""
        if not pair.original.code_spans:
            return
        losses: dict[str, list[_Loss]] = {}
        for change in changes(pair, CodeSpan, _key):
            if _is_unpaired(pair, change.pair):
                continue
            for loss in _losses(change, pair):
                losses.setdefault(loss.kind, []).append(loss)
        # Names that head the rows of a table are translated on purpose by some sites,
        # and so are most of the names of a page.
        named = losses.pop("name", [])
        other = losses.pop("translated", [])
        if named or len(other) * 3 > len(_values(pair.original)):
            yield _report_all(pair, "translated", [*named, *other], Severity.INFO)
        elif other:
            losses["translated"] = other
        for kind, found in losses.items():
            if len(found) > self.summed:
                yield _report_all(pair, kind, found, None)
            else:
                yield from (_report(pair, loss) for loss in found)


@dataclass(frozen=True, slots=True)
class _Loss:
    """Code of the original that its translation does not have.

    Args:
        kind: ``bare``, ``changed``, ``translated``, ``name`` (translated, alone in
            a cell) or ``missing``.
        change: The block it is in.
        item: The code.
        after: What it became, None where that is not known.
        span: Where it is in the translation, or would be.
    """

    kind: str
    change: Change
    item: Item
    after: Item | None
    span: Span


# Two pieces of code that are alike at least so much are one that was mistyped.
_ALIKE = 0.6
# So they must be where the right one stands in another block.
_NEARLY = 0.8
# A checksum tells of what a text was made.
_CHECKSUM = re.compile(r"[0-9a-fA-F]{32,}")
# Words between backticks: the name of a menu, a label, what is said.
_PROSE = re.compile(r"[^\W\d_]+(?:[,.!?]? [^\W\d_]+)+[.!?]?")
# Space where a style of writing code has it and another has none.
_SPACED = re.compile(r" (?=[=,<>+|\])}])|(?<=[=,<>+|\[({]) ")
_QUOTES = "\"'"
# A name in a command that the reader replaces; an option stays as it is.
_FILLED_IN = re.compile(r"\{\{(?!\[?-)[^{}]*\}\}")


def _is_unpaired(pair: Pair, blocks: BlockPair) -> bool:
    """Tell whether a text has a backtick too many, which decides what is code."""
    first, second = blocks.both()
    return has_loose_backticks(pair.translation, second, (pair.original, first))


def _key(inline: Inline, _: Document) -> Hashable:
    """Return code without what its sentence may do to it: case, plural, call."""
    if not isinstance(inline, CodeSpan) or _CHECKSUM.fullmatch(inline.value):
        return None
    return _key_of(inline.value)


def _key_of(value: str) -> str:
    bare = _SPACED.sub("", " ".join(value.split())).casefold()
    command = _FILLED_IN.sub("{{}}", bare)
    if command != "{{}}":  # alone, it is a name of a template
        bare = command
    bare = bare.removesuffix("()").removesuffix("s")
    return bare or value


def _value(item: Item) -> str:
    return item.node.value if isinstance(item.node, CodeSpan) else ""


def _values(document: Document) -> set[Hashable]:
    return {_key(span, document) for span in document.code_spans}


def _losses(change: Change, pair: Pair) -> Iterator[_Loss]:
    places = dict(zip(change.lost, change.kept, strict=True))
    lost, gained = list(change.lost), list(change.gained)
    is_name = _is_name(change.pair.original)

    def became(item: Item, after: Item, kind: str) -> Iterator[_Loss]:
        if not is_wording(pair, _value(item), _value(after)):
            kind = "name" if is_name else kind
            yield _Loss(kind, change, item, after, after.node.span)

    for item, after in _alike(change, lost, gained):
        yield from became(item, after, "changed")
    lost = [item for item in lost if not item.elsewhere]
    for item in tuple(lost):
        inside, bare = _find(change, pair.translation, item)
        if inside or bare:
            lost.remove(item)
        if bare and not inside:
            yield _Loss("bare", change, item, None, bare)
    for item, after in take(lost, gained, change.answers):
        if not _PROSE.fullmatch(_value(item)):
            yield from became(item, after, "translated")
    for item in lost:
        yield _Loss("missing", change, item, None, places[item])


def _alike(
    change: Change, lost: list[Item], gained: list[Item]
) -> Iterator[tuple[Item, Item]]:
    """Yield code and what it was changed to, and take both out."""
    for item, after in _widened(change):
        gained.remove(after)
        yield item, after
    for item, after, likeness in match([*lost], [*gained], _value):
        if item.elsewhere and after.elsewhere:
            continue
        alike = likeness >= (_NEARLY if item.elsewhere else _ALIKE)
        if alike and not _is_glossed(_value(item), _value(after)):
            lost.remove(item)
            gained.remove(after)
            yield item, after


def _widened(change: Change) -> Iterator[tuple[Item, Item]]:
    """Yield code with full-width characters in it, and what it is without them.

    The block may well have it right in another place.
    """
    wide = {
        _key_of(unicodedata.normalize("NFKC", _value(item))): item
        for item in change.gained
        if not unicodedata.is_normalized("NFKC", _value(item))
    }
    if wide and change.pair.original is not None:
        for node in block_inlines(change.pair.original):
            if isinstance(node, CodeSpan) and _key_of(node.value) in wide:
                key = _key_of(node.value)
                yield Item(key, node), wide.pop(key)


def _is_glossed(value: str, other: str) -> bool:
    """Tell whether other code is this one with words added in parentheses."""
    rest = other.removeprefix(value)
    return rest != other and any(map(str.isalpha, rest)) and not rest.isascii()


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
        value = _value(item)
        for span in find(document, block, value):
            if any(span in code for code in codes):
                return True, None
        for span in find(document, block, value.strip(_QUOTES)):
            if not any(span in code for code in codes):
                bare = span
                break
    return False, bare


def _report(pair: Pair, loss: _Loss) -> Finding:
    origin, code = label(pair.original), shorten(_value(loss.item))
    if loss.kind == "bare":
        message = f"code {code} lost its backticks"
    elif loss.after is not None:
        code, new = contrast(_value(loss.item), _value(loss.after))
        message = f"code {code} became {new}"
    else:
        message = f"code {code} of {origin} is missing"
    after = loss.after.key if loss.after else None
    return Finding(
        place(pair.translation, loss.span),
        message,
        cause=(loss.kind, loss.change.pair.key, loss.item.key, after),
        block=loss.change.pair.key,
        related=_related(pair, loss),
        blame=f"code {code} is missing in most translations",
    )


_SUMS = {
    "bare": "lost their backticks",
    "changed": "were changed",
    "missing": "are missing",
    "translated": "were translated",
}


def _report_all(
    pair: Pair, kind: str, found: list[_Loss], severity: Severity | None
) -> Finding:
    origin, first = label(pair.original), found[0]
    names = ", ".join(dict.fromkeys(shorten(_value(loss.item)) for loss in found))
    message = (
        f"{len(found)} pieces of code of {origin} {_SUMS[kind]}, the first"
        f" {shorten(_value(first.item))}"
    )
    if len(found) == 1:
        message = f"code {names} of {origin} was translated"
    return Finding(
        place(pair.translation, first.span),
        message,
        cause=(kind,),
        related=_related(pair, first),
        help=f"All of them: {names}." if len(found) > 1 else None,
        severity=severity,
    )


def _related(pair: Pair, loss: _Loss) -> tuple[Related, ...]:
    return related_at(pair.original, "the code", loss.item.node.span)
