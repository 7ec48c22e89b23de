"""Headings and the like that a site has over and over, and how they are translated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator

from msgspec import Struct

from transcheck.align.model import AlignedPage, Pair, PairState
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
    document_blocks,
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
        here: The translation's place.
        there: The original's.
    """

    kind: str
    original: str
    translation: str
    here: Span
    there: Span


class LabelledPair(Struct, frozen=True, array_like=True, gc=False):
    """The labels of a pair.

    Args:
        tag: The translation's language.
        origin: How messages call the original.
        here: The path of the translation.
        there: The path of the original.
        labels: Its labels.
    """

    tag: str
    origin: str
    here: str
    there: str
    labels: tuple[Label, ...]


_Labelled = tuple[LabelledPair, Label]


class OddLabel(Struct, frozen=True):
    """A label that is translated otherwise than on most pages.

    Args:
        pair: The pair that it is in.
        label: It.
        usual: The same label on one of those pages.
        usual_here: Where that is.
        pages: How many they are.
        total: On how many pages the label is, in the language.
        cause: Equal for the label in all languages.
    """

    pair: LabelledPair
    label: Label
    usual: Label
    usual_here: Place
    pages: int
    total: int
    cause: tuple[Hashable, ...]

    @property
    def here(self) -> Place:
        """Where it is in the translation."""
        return Place(self.pair.here, self.label.here)

    @property
    def there(self) -> Place:
        """Where it is in the original."""
        return Place(self.pair.there, self.label.there)

    @property
    def is_sure(self) -> bool:
        """Whether the language has settled on the other translation."""
        return self.total >= _SURE_PAGES and self.pages >= _SURE_SHARE * self.total


def labels(page: AlignedPage) -> Iterator[LabelledPair]:
    """Yield the labels of a page's translations, by pair.

    Left out are those that are what they are in the original: names, or what is
    reported as untranslated.

    Args:
        page: The page.
    """
    if page.original is not None:
        for pair in page.pairs:
            if pair.state in _STATES and (found := tuple(_labels(pair))):
                yield LabelledPair(
                    tag=label(pair.translation),
                    origin=label(pair.original),
                    here=pair.translation.path,
                    there=pair.original.path,
                    labels=found,
                )


def odd_labels(pairs: Iterable[LabelledPair]) -> Iterator[OddLabel]:
    """Yield the labels that are not translated as on most pages.

    A page that has the usual translation as well knows what it does, and of one that
    has a label several times the first is told.

    Args:
        pairs: What `labels` yielded for all pages.
    """
    groups: defaultdict[tuple[str, str, str], list[_Labelled]] = defaultdict(list)
    letters: dict[str, str] = {}  # an original is on the pages of all its languages
    for pair in pairs:
        for one in pair.labels:
            original = one.original
            if original not in letters:
                letters[original] = _letters(original)
            groups[pair.tag, one.kind, letters[original]].append((pair, one))
    for (_, kind, original), group in groups.items():
        if len(group) >= _LEAST_PAGES:
            yield from _odd(group, ("label", kind, original))


def _odd(group: list[_Labelled], cause: tuple[Hashable, ...]) -> Iterator[OddLabel]:
    ways: defaultdict[str, list[_Labelled]] = defaultdict(list)
    for pair, one in group:
        ways[_letters(one.translation)].append((pair, one))
    pages = {way: {pair.here for pair, _ in alike} for way, alike in ways.items()}
    usual = max(pages, key=lambda way: (len(pages[way]), way))
    total = len({pair.here for pair, _ in group})
    if total < _LEAST_PAGES or len(pages[usual]) < _LEAST_SHARE * total:
        return
    spellings = Counter(one.translation for _, one in ways[usual])
    other, model = max(
        ways[usual], key=lambda both: (spellings[both[1].translation], both[0].here)
    )
    place = Place(other.here, model.here)
    told = set(pages[usual])
    for pair, one in group:
        if pair.here not in told:
            told.add(pair.here)
            yield OddLabel(pair, one, model, place, len(pages[usual]), total, cause)


def _labels(pair: Pair) -> Iterator[Label]:
    first, second = pair.original, pair.translation
    for _, original, translation in pair.translated():
        kind = _kind(first, original)
        if kind is None or kind != _kind(second, translation):
            continue
        said = words(*own_inlines(original))
        meant = words(*own_inlines(translation))
        letters = _letters(said), _letters(meant)
        if len(said) <= _LONGEST and all(letters) and letters[0] != letters[1]:
            yield Label(
                kind=kind,
                original=said,
                translation=meant,
                here=text_span(translation),
                there=text_span(original),
            )


def _kind(document: Document, block: Block) -> str | None:
    """Return what kind of label a block is, None for none."""
    if isinstance(block, Heading):
        return "heading"
    if isinstance(block, Callout):
        return "callout title" if block.title else None
    if isinstance(block, TableCell):
        return "table head" if id(block) in document.once(_heads) else None
    return None


def _heads(document: Document) -> frozenset[int]:
    """Return the cells of the first rows of tables, by their identity."""
    return frozenset(
        id(cell)
        for table in document_blocks(document)
        if isinstance(table, Table)
        for row in table.blocks[:1]
        for cell in row.blocks
    )


def _letters(text: str) -> str:
    """Return a text without capitals, spaces and marks, as labels are compared."""
    return "".join(filter(str.isalnum, text.casefold()))
