"""Files of two languages with one text: one of them was saved in the wrong place."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from msgspec import Struct

from transcheck.align.model import AlignedPage, Pair
from transcheck.align.states import judge_for, nearly_equal, says_something
from transcheck.compare.readable import is_title_elsewhere
from transcheck.compare.texts import texts_of
from transcheck.document import Document, block_prose
from transcheck.language.detectors import Detector
from transcheck.language.identify import identify
from transcheck.language.noise import strip_noise
from transcheck.language.scripts import base, weights

# A page with less prose is a list of names, or a phrase that languages share.
_LEAST = 100  # letters, by their weight
# So much of a page is the original's where the two may be twins.
_MOST = 0.5


class LanguageTwin(Struct, frozen=True):
    """A document with the text of another language's document.

    Args:
        document: The one to blame.
        other: The document with the same text.
        language: The BCP 47 language of both texts, which is that of `other`; None
            where it cannot be told, and either may be to blame.
    """

    document: Document
    other: Document
    language: str | None


def language_twins(page: AlignedPage) -> tuple[LanguageTwin, ...]:
    """Return the documents of a page with another's text, each once.

    A text that was left as it is in the original is none: it is untranslated.
    """
    found: dict[str, LanguageTwin] = {}
    for first, second in _candidates(page):
        if first.path in found or second.path in found:
            continue
        twin = _twin(first, second, page.original, page.detector)
        if twin is not None:
            found[twin.document.path] = twin
    return tuple(found.values())


def is_language_twin(pair: Pair) -> bool:
    """Tell whether the two documents of a pair are told as language twins."""
    if pair.untranslated <= _MOST:
        return False
    original = pair.original if pair.has_original else None
    return _twin(pair.original, pair.translation, original, pair.detector) is not None


def twin_paths(page: AlignedPage) -> frozenset[str]:
    """Return the paths of documents that surely are, or may be, in the wrong place."""
    return frozenset(
        document.path
        for twin in page.once(language_twins)
        for document in (twin.document, twin.other)
        if document is twin.document or twin.language is None
    )


def _candidates(page: AlignedPage) -> list[tuple[Document, Document]]:
    """Return the documents that may be twins, in the order of their tags.

    Two translations share a text to the letter that the original has not; against
    the original its pair tells.
    """
    left = _texts(page.original) if page.original else frozenset()
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(page.documents):
        if document is not page.original:
            for text in _texts(document) - left:
                holders[text].append(number)
    pairs = {
        pair
        for text, numbers in holders.items()
        if len(numbers) > 1 and says_something(text)
        for pair in combinations(numbers, 2)
    }
    return [
        *(
            (pair.original, pair.translation)
            for pair in page.pairs
            if pair.has_original and pair.untranslated > _MOST
        ),
        *(
            (page.documents[first], page.documents[second])
            for first, second in sorted(pairs)
        ),
    ]


def _twin(
    first: Document,
    second: Document,
    original: Document | None,
    detector: Detector,
) -> LanguageTwin | None:
    """Return which of two documents has the other's text, None where they are no twins.

    Args:
        first: A document.
        second: Another, of a later tag.
        original: The page's original, which is not to blame for its own text.
        detector: What is asked which language the text is in.
    """
    if not _must_differ(first.language, second.language):
        return None
    texts = first.once(_prose), second.once(_prose)
    if min(map(_weight, texts)) < _LEAST or not nearly_equal(*texts):
        return None
    language = first.once(_language, detector)
    if language is None:
        # What is the original's may be in its language: it was left untranslated.
        told = original is not first and original is not second
        return LanguageTwin(second, first, None) if told else None
    for document, other in ((first, second), (second, first)):
        if other is not original and base(other.language or "") == base(language):
            return LanguageTwin(document, other, other.language)
    return None


def _must_differ(first: str | None, second: str | None) -> bool:
    """Tell whether a page cannot have one text in two languages."""
    if not first or not second or base(first) == base(second):
        return False
    return judge_for(first, second).telling is not None


def _texts(document: Document) -> frozenset[str]:
    return frozenset(reading.text for _, reading in texts_of(document))


def _language(document: Document, detector: Detector) -> str | None:
    return identify(document.once(_prose), detector=detector)


def _prose(document: Document) -> str:
    """Return the sentences of a document without code and names, normalised."""
    kept = (
        strip_noise(block_prose(block))
        for block, _ in texts_of(document)
        if not is_title_elsewhere(block)
    )
    return " ".join(
        " ".join(text.split()).casefold() for text in kept if says_something(text)
    )


def _weight(text: str) -> int:
    return sum(weights(text).values())
