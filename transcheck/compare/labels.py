"""Headings and the like that a site has over and over, and how they are translated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator

from msgspec import Struct

from transcheck.align.model import AlignedPage, BlockState, Pair, PairState
from transcheck.compare.counterparts import by_original
from transcheck.compare.mention import words
from transcheck.compare.readable import text_span
from transcheck.diagnostic import Place
from transcheck.document import (
    Block,
    Callout,
    Document,
    Heading,
    Table,
    TableCell,
    blocks_of,
    label,
    own_inlines,
)
from transcheck.text import Span

_STATES = frozenset({PairState.PARALLEL, PairState.OUTDATED})
# Longer texts are sentences.
_LONGEST = 60
# On so many pages a label recurs; so large a share of them shows how it is translated.
_LEAST_PAGES, _LEAST_SHARE = 5, 0.8
# The same where it is beyond doubt.
_SURE_PAGES, _SURE_SHARE = 10, 0.9


class Label(Struct, frozen=True, array_like=True, gc=False):
    """A label of an original, and its translation.

    Args:
        kind: ``heading``, ``table head`` or ``callout title``.
        original: The label as the original writes it.
        translation: As the translation does.
        here: Where the translation has it.
        there: Where the original has it.
    """

    kind: str
    original: str
    translation: str
    here: Span
    there: Span


class Labels(Struct, frozen=True, array_like=True, gc=False):
    """The labels of one translation.

    Args:
        tag: The translation's language.
        path: The translation.
        origin: How messages call the original.
        origin_path: The original.
        labels: Its labels, in the order of the original.
    """

    tag: str
    path: str
    origin: str
    origin_path: str
    labels: tuple[Label, ...]


class Labelled(Struct, frozen=True, gc=False):
    """A label, and the translation that has it."""

    translation: Labels
    label: Label

    @property
    def here(self) -> Place:
        """The translation's place."""
        return Place(self.translation.path, self.label.here)

    @property
    def there(self) -> Place:
        """The original's place."""
        return Place(self.translation.origin_path, self.label.there)


class OddLabel(Struct, frozen=True):
    """A label that is translated otherwise than on most pages.

    Args:
        labelled: It.
        usual: The same label on one of those pages.
        pages: How many they are.
        total: On how many pages the label is, in the language.
        cause: Equal for the label in all languages.
    """

    labelled: Labelled
    usual: Labelled
    pages: int
    total: int
    cause: tuple[Hashable, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the language has settled on the other translation."""
        return self.total >= _SURE_PAGES and self.pages >= _SURE_SHARE * self.total


def labels(page: AlignedPage) -> Iterator[Labels]:
    """Yield the labels of a page's translations.

    Left out are those that are what they are in the original: names, or what is
    reported as untranslated.

    Args:
        page: The page.
    """
    for pair in page.pairs if page.original is not None else ():
        found = tuple(_labels(pair)) if pair.state in _STATES else ()
        if found:
            yield Labels(
                tag=label(pair.translation),
                path=pair.translation.path,
                origin=label(pair.original),
                origin_path=pair.original.path,
                labels=found,
            )


def odd_labels(labelled: Iterable[Labels]) -> Iterator[OddLabel]:
    """Yield the labels that are not translated as on most pages.

    A page that has the usual translation as well knows what it does, and of one that
    has a label several times the first is told.

    Args:
        labelled: What `labels` yielded for all pages.
    """
    groups: defaultdict[tuple[str, str, str], list[Labelled]] = defaultdict(list)
    letters: dict[str, str] = {}  # an original is on the pages of all its languages
    for translation in labelled:
        for one in translation.labels:
            original = one.original
            if original not in letters:
                letters[original] = _letters(original)
            key = translation.tag, one.kind, letters[original]
            groups[key].append(Labelled(translation, one))
    for (_, kind, original), group in groups.items():
        if len(group) >= _LEAST_PAGES:
            yield from _odd(group, ("label", kind, original))


def _odd(group: list[Labelled], cause: tuple[Hashable, ...]) -> Iterator[OddLabel]:
    ways: defaultdict[str, list[Labelled]] = defaultdict(list)
    for one in group:
        ways[_letters(one.label.translation)].append(one)
    pages = {way: {one.translation.path for one in same} for way, same in ways.items()}
    usual = max(pages, key=lambda way: (len(pages[way]), way))
    total = len({one.translation.path for one in group})
    if total < _LEAST_PAGES or len(pages[usual]) < _LEAST_SHARE * total:
        return
    spellings = Counter(one.label.translation for one in ways[usual])
    model = max(
        ways[usual],
        key=lambda one: (spellings[one.label.translation], one.translation.path),
    )
    told = set(pages[usual])
    for one in group:
        if one.translation.path not in told:
            told.add(one.translation.path)
            yield OddLabel(one, model, len(pages[usual]), total, cause)


class _Said(Struct, frozen=True, gc=False):
    """A label of an original: its kind, its words, their letters, and its place."""

    kind: str
    words: str
    letters: str
    span: Span


def _labels(pair: Pair) -> Iterator[Label]:
    known = pair.original.once(_read)
    aligned = by_original(pair)
    for block, said in known.items():
        blocks = aligned.get(block)
        if blocks is None or blocks.state is not BlockState.TRANSLATED:
            continue
        second = blocks.both()[1]
        if said.kind != _kind(pair.translation, second):
            continue
        meant = words(*own_inlines(second))
        letters = _letters(meant)
        if letters and letters != said.letters:
            yield Label(said.kind, said.words, meant, text_span(second), said.span)


def _read(document: Document) -> dict[int, _Said]:
    """Return the labels of an original by the ``id()`` of their block."""
    found: dict[int, _Said] = {}
    blocks = *document.headings, *blocks_of(document, Callout), *_heads(document)
    for block in sorted(blocks, key=lambda block: block.span):
        kind = _kind(document, block)
        said = words(*own_inlines(block)) if kind else ""
        letters = _letters(said)
        if kind and letters and len(said) <= _LONGEST:
            found[id(block)] = _Said(kind, said, letters, text_span(block))
    return found


def _kind(document: Document, block: Block) -> str | None:
    """Return what kind of label a block is, None for none."""
    if isinstance(block, Heading):
        return "heading"
    if isinstance(block, Callout):
        return "callout title" if block.title else None
    if isinstance(block, TableCell):
        return "table head" if id(block) in document.once(_ids_of_heads) else None
    return None


def _ids_of_heads(document: Document) -> frozenset[int]:
    return frozenset(map(id, _heads(document)))


def _heads(document: Document) -> Iterator[Block]:
    """Yield the cells of the first rows of tables."""
    for table in blocks_of(document, Table):
        for row in table.blocks[:1]:
            yield from row.blocks


def _letters(text: str) -> str:
    """Return a text without capitals, spaces and marks, as labels are compared."""
    return "".join(filter(str.isalnum, text.casefold()))
