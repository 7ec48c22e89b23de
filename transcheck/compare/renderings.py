"""Words that an original sets off, and what its translations call them.

What a link or an emphasis holds has its counterpart beside it in the translation,
whatever the order of the words: so both tell, without a dictionary, what answers what.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import AlignedPage, BlockPair, BlockState, Pair, PairState
from transcheck.compare.counterparts import by_original
from transcheck.compare.lead_reader import LeadReader
from transcheck.compare.mention import page_place, words
from transcheck.compare.page_titles import page_title
from transcheck.compare.remains import find_remains
from transcheck.document import (
    Break,
    Document,
    Emphasis,
    Inline,
    Link,
    Text,
    inlines_by_block,
    label,
    walk_inlines,
)
from transcheck.language.words import function_words
from transcheck.patterns import late_regex
from transcheck.targets import loose
from transcheck.text import Span, fold

_STATES = frozenset({PairState.PARALLEL, PairState.OUTDATED})
# Longer texts are sentences.
_LONGEST = 60
# What translators add to their word: the original's, in brackets.
_GLOSS = late_regex(r"[(\uff08][^()\uff08\uff09]*[)\uff09]")
_OPENING = frozenset("(\uff08[")
_STRENGTHS = {"*": "weak", "_": "weak", "**": "strong", "__": "strong"}


class Rendering(Struct, frozen=True, array_like=True, gc=False):
    """A term of an original, and what stands for it in a translation.

    Args:
        term: What the original has.
        answer: What the translation has.
        lead: Where both lead, "" for what is emphasised.
        here: Where the answer stands first in the translation.
        there: Where the term stands in the original there.
        number: How often the answer stands for the term there.
        is_title: They are the titles of the page that links with this lead go to.
        is_told: The answer is the term itself, which rules on what was left tell.
    """

    term: str
    answer: str
    lead: str
    here: Span
    there: Span
    number: int = 1
    is_title: bool = False
    is_told: bool = False


class Renderings(Struct, frozen=True, array_like=True):
    """What a translation has for the terms of its original.

    Args:
        tag: The translation's language.
        path: The translation.
        origin: How messages call the original.
        origin_path: The original.
        terms: The terms, each once for each answer.
    """

    tag: str
    path: str
    origin: str
    origin_path: str
    terms: tuple[Rendering, ...]


def renderings(page: AlignedPage) -> Iterator[Renderings]:
    """Yield what translations have for a page's title and the terms that it sets off.

    Of the links and emphases of a block those that can be told apart in both texts: the
    links that alone lead where they do, an emphasis that is the only one of its
    strength. A word in lower case that is emphasised may be any, and is left out.

    Args:
        page: The page.
    """
    for pair in page.pairs if page.original is not None else ():
        if pair.state not in _STATES:
            continue
        found: dict[tuple[Hashable, ...], Rendering] = {}
        for one in (*_title(page.name, pair), *_links(pair), *_emphases(pair)):
            key = one.term, one.answer, one.lead, one.is_told
            known = found.get(key)
            found[key] = replace(known, number=known.number + 1) if known else one
        if found:
            first, second = pair.original, pair.translation
            yield Renderings(
                tag=label(second),
                path=second.path,
                origin=label(first),
                origin_path=first.path,
                terms=tuple(found.values()),
            )


def without_gloss(text: str) -> str:
    """Return a text without what is in brackets, on one line."""
    return " ".join(_GLOSS.sub(" ", text).split())


def _title(name: str, pair: Pair) -> Iterator[Rendering]:
    both = _titles(pair)
    if both is not None and all(0 < len(title) <= _LONGEST for title in both):
        yield Rendering(
            term=both[0],
            answer=both[1],
            lead=_lead("page", name),
            here=page_place(pair.translation).span,
            there=page_place(pair.original).span,
            is_title=True,
        )


def _titles(pair: Pair) -> tuple[str, str] | None:
    """Return what both documents have for a title, in the frontmatter or above all."""
    sides = pair.original, pair.translation
    first, second = map(page_title, sides)
    if first and second:
        return first, second
    if first or second:
        return None
    first, second = map(_main_heading, sides)
    return (first, second) if first and second else None


def _main_heading(document: Document) -> str | None:
    first = document.headings[:1]
    return words(*first[0].inlines) if first and first[0].level == 1 else None


def _lead(*parts: Hashable) -> str:
    return " ".join(map(str, parts))


def _links(pair: Pair) -> Iterator[Rendering]:
    if not pair.original.links:
        return
    reader = pair.once(LeadReader, Link)
    for blocks, first, second in _inlines(pair, Link):
        ours, theirs = (
            _keyed(first, pair.original, reader),
            _keyed(second, pair.translation, reader),
        )
        for key, before in ours.items():
            if key in theirs:
                yield from _rendering(pair, blocks.key, before, theirs[key], key)


def _keyed(
    links: Sequence[Inline], document: Document, reader: LeadReader
) -> dict[str, Inline]:
    """Return the links that alone lead where they do, by that."""
    found: dict[str, list[Inline]] = {}
    for link in links:
        key = reader.key(link, document)
        if isinstance(key, tuple) and key[0] != "#":
            # The root of an address is the spelling of it.
            found.setdefault(_lead(*key[:2]), []).append(link)
    found.pop("", None)
    return _alone(found)


def _emphases(pair: Pair) -> Iterator[Rendering]:
    for blocks, first, second in _inlines(pair, Emphasis):
        ours, theirs = _by_strength(first), _by_strength(second)
        for strength, before in ours.items():
            if strength in theirs:
                yield from _rendering(pair, blocks.key, before, theirs[strength], "")


def _by_strength(nodes: Sequence[Inline]) -> dict[str, Inline]:
    """Return the emphases that are the only ones of their strength."""
    found: dict[str, list[Inline]] = {}
    for node in nodes:
        strength = _STRENGTHS.get(node.marker) if isinstance(node, Emphasis) else None
        if strength is not None:
            found.setdefault(strength, []).append(node)
    return _alone(found)


def _alone(found: Mapping[str, list[Inline]]) -> dict[str, Inline]:
    """Return what there is one of."""
    return {key: ones[0] for key, ones in found.items() if len(ones) == 1}


def _inlines(
    pair: Pair, kind: type[Inline]
) -> Iterator[tuple[BlockPair, Sequence[Inline], Sequence[Inline]]]:
    """Yield the inlines of a kind in each block and its translation."""
    second = inlines_by_block(pair.translation, kind)
    aligned = by_original(pair)
    for block, ours in inlines_by_block(pair.original, kind).items():
        blocks = aligned.get(block)
        if blocks is not None and blocks.state is BlockState.TRANSLATED:
            theirs = second.get(id(blocks.translation))
            if theirs:
                yield blocks, ours, theirs


def _rendering(
    pair: Pair, block: str, before: Inline, after: Inline, lead: str
) -> Iterator[Rendering]:
    first, second = pair.original, pair.translation
    term = first.once(_Terms).read(before)
    answer = second.once(_Terms).read(after) if term else ""
    if (
        not answer
        or not without_gloss(answer)
        or (not lead and term.islower() and " " not in term)
    ):
        return
    yield Rendering(
        term=term,
        answer=answer,
        lead=lead,
        here=_span(after),
        there=_span(before),
        is_told=loose(answer) == loose(term) and _is_told(pair, block, term),
    )


def _is_told(pair: Pair, block: str, term: str) -> bool:
    """Tell whether a term that was left is told: it is no name, or is not alone."""
    return not function_words(pair.original.language).isdisjoint(
        fold(term).split()
    ) or any(one.pair.key == block for one in pair.once(find_remains))


class _Terms:
    """The terms of a document that were asked for; for `Document.once`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._read: dict[int, str] = {}

    def read(self, node: Inline) -> str:
        """Return the words of an inline; "" if it holds others, or is a gloss."""
        found = self._read.get(id(node))
        if found is None:
            text = words(*node.children)
            found = self._read[id(node)] = text if self._is_term(node, text) else ""
        return found

    def _is_term(self, node: Inline, text: str) -> bool:
        start = node.span.start
        return (
            0 < len(text) <= _LONGEST
            and any(map(str.isalpha, text))
            and "://" not in text
            and self._document.text[start - 1 : start] not in _OPENING
            and all(
                isinstance(inline, (Break, Emphasis, Text))
                for inline in walk_inlines(*node.children)
            )
        )


def _span(node: Inline) -> Span:
    """Return where the text of an inline is, without the markup around it."""
    return Span(node.children[0].span.start, node.children[-1].span.end)
