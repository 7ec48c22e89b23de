"""How long texts are beside their originals, and which of them stand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import exp, log
from statistics import median

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair, PairState, SectionPair
from transcheck.compare.mention import page_place, title
from transcheck.compare.texts import texts_of
from transcheck.compare.truncation import broken_sentence, lost_tail
from transcheck.diagnostic import Place
from transcheck.document import Document, block_prose, label
from transcheck.text import Span

# Shorter texts say little: characters of the original, without
# spaces, in a section and in a page.
_LEAST_IN_SECTION, _LEAST_IN_PAGE = 200, 400
# So many texts show how long those of a language are: half of them lie within a tenth
# of the median on four large sites. What stands out is so many times that spread away
# from it, and twice as long or half as long at least.
_LEAST_TEXTS, _LEAST_SPREAD, _FAR, _TWICE = 20, 0.1, 5.0, log(2)
_LEANS = 0.6  # of that, where other languages go all the way
# The normal distribution's deviation, in median absolute deviations.
_DEVIATION = 1.4826
# What stands for code in prose. Where more backticks were lost, or options of a list,
# other rules tell.
_CODE, _MOST_CODE = "\ufffc", 2
# With fewer texts: how many characters a language has for one of English, the medians
# of the same sites, rounded; and how far a text may be from that.
_LETTERS = {"zh": 0.4, "ja": 0.55, "ko": 0.5, "yue": 0.4}
_WIDE = log(3)


_PAIRED = frozenset({BlockState.TRANSLATED, BlockState.ASIDE})
_LONE = frozenset({BlockState.MISSING, BlockState.EXTRA})

_Sizes = Mapping[int, tuple[int, int]]
_EMPTY = (0, 0)


class Measured(Struct, frozen=True, array_like=True, gc=False):
    """The length of a section or a page, and of its original.

    Args:
        name: What messages call it: the page, or a section by its heading in the
            translation.
        key: The section's key, "" for the page.
        here: Where it begins in the translation.
        there: Where it begins in the original.
        original: The characters without spaces of what has a counterpart.
        translation: Those of their counterparts.
    """

    name: str
    key: str
    here: Span
    there: Span
    original: int
    translation: int

    @property
    def stretch(self) -> float:
        """How much longer the translation is, as a logarithm."""
        return log((self.translation + 1) / (self.original + 1))


class MeasuredPair(Struct, frozen=True, array_like=True, gc=False):
    """The lengths of the texts of a pair.

    Args:
        languages: The BCP 47 language of the original, and that of the translation.
        labels: What messages call the two documents.
        here: The path of the translation.
        there: The path of the original.
        texts: Its sections, and the page.
    """

    languages: tuple[str, str]
    labels: tuple[str, str]
    here: str
    there: str
    texts: tuple[Measured, ...]


class Outlier(Struct, frozen=True):
    """A text that is shorter or longer than others of its language.

    Args:
        pair: The pair that it is in.
        measured: The text.
        factor: How many times as long it is as it should be.
        is_far: It stands out by itself; else it only leans so far that it agrees with
            other languages that do.
    """

    pair: MeasuredPair
    measured: Measured
    factor: float
    is_far: bool

    @property
    def here(self) -> Place:
        """Where it begins in the translation."""
        return Place(self.pair.here, self.measured.here)

    @property
    def there(self) -> Place:
        """Where it begins in the original."""
        return Place(self.pair.there, self.measured.there)


def measure(pair: Pair) -> MeasuredPair | None:
    """Return the lengths of a page's sections that are whole, and of the page.

    What has no counterpart is told by other rules, and so is all around it.

    Returns:
        None where nothing can be said.
    """
    languages = (pair.original.language or "", pair.translation.language or "")
    if pair.state is not PairState.PARALLEL or not pair.has_original:
        return None
    if not all(languages) or pair.once(lost_tail) or pair.once(broken_sentence):
        return None
    texts = tuple(_measure_texts(pair))
    if not texts:
        return None
    return MeasuredPair(
        languages=languages,
        labels=(label(pair.original), label(pair.translation)),
        here=pair.translation.path,
        there=pair.original.path,
        texts=texts,
    )


def _measure_texts(pair: Pair) -> Iterator[Measured]:
    sizes = pair.original.once(_sizes), pair.translation.once(_sizes)
    whole_page = _Count()
    is_whole = True
    for number, one in enumerate(pair.sections):
        near = pair.sections[max(0, number - 1) : number + 2]
        count = _Count()
        count.add(one.blocks, *sizes)
        whole_page.include(count)
        if not all(map(_is_whole, near)):
            is_whole = False
        elif count.first >= _LEAST_IN_SECTION and abs(count.code) <= _MOST_CODE:
            yield _measured(pair, one, count)
    if is_whole and whole_page.first >= _LEAST_IN_PAGE:
        yield _measured(pair, None, whole_page)


def _is_whole(section: SectionPair) -> bool:
    if section.state not in _PAIRED:
        return False
    return _LONE.isdisjoint([block.state for block in section.blocks])


class _Count(Struct):
    """The characters and the code spans of translated blocks, on both sides."""

    first: int = 0
    second: int = 0
    code: int = 0

    def include(self, other: _Count) -> None:
        """Count what was counted elsewhere as well."""
        self.first += other.first
        self.second += other.second
        self.code += other.code

    def add(self, blocks: Iterable[BlockPair], before: _Sizes, after: _Sizes) -> None:
        """Count blocks at all depths, by the sizes of the texts of both documents."""
        for one in blocks:
            if one.state is BlockState.TRANSLATED:
                first, code = before.get(id(one.original), _EMPTY)
                second, kept = after.get(id(one.translation), _EMPTY)
                self.first += first
                self.second += second
                self.code += code - kept
            if one.blocks:
                self.add(one.blocks, before, after)


def _sizes(document: Document) -> _Sizes:
    """Return the characters and code spans of texts, by the ``id()`` of their block."""
    return {
        id(block): (len(said) - said.count(" "), said.count(_CODE))
        for block, _ in texts_of(document)
        if (said := block_prose(block))
    }


def _measured(pair: Pair, section: SectionPair | None, count: _Count) -> Measured:
    name, key = "page", ""
    ours = theirs = None
    if section is not None:
        name, key = "text before the first heading", section.key
        ours, theirs = section.translation, section.original
    if ours and theirs and ours.heading and theirs.heading:
        name = f"section {title(ours)}"
        here, there = ours.heading.span, theirs.heading.span
    else:
        here, there = page_place(pair.translation).span, page_place(pair.original).span
    return Measured(
        name=name,
        key=key,
        here=here,
        there=there,
        original=count.first,
        translation=count.second,
    )


def outliers(pairs: Iterable[MeasuredPair]) -> list[Outlier]:
    """Return the texts that are shorter or longer than others of their language.

    Args:
        pairs: Those of a whole site.
    """
    groups: dict[tuple[str, str], list[MeasuredPair]] = {}
    for pair in pairs:
        groups.setdefault(pair.languages, []).append(pair)
    found: list[Outlier] = []
    for languages, group in groups.items():
        texts = [(pair, one) for pair in group for one in pair.texts]
        stretches = [one.stretch for _, one in texts]
        middle, width = _band(languages, stretches)
        found += (
            Outlier(pair, one, exp(stretch - middle), abs(stretch - middle) > width)
            for (pair, one), stretch in zip(texts, stretches, strict=True)
            if abs(stretch - middle) > _LEANS * width
        )
    return found


def _band(languages: tuple[str, str], stretches: list[float]) -> tuple[float, float]:
    """Return the middle of the stretches of two languages, and how far they go."""
    if len(stretches) < _LEAST_TEXTS:
        first, second = (_LETTERS.get(one.partition("-")[0], 1.0) for one in languages)
        return log(second / first), _WIDE
    middle = median(stretches)
    spread = _DEVIATION * median(abs(one - middle) for one in stretches)
    return middle, max(_FAR * max(spread, _LEAST_SPREAD), _TWICE)
