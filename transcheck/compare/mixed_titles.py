"""Terms in another language in headings that the page's other languages translate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from transcheck.align.model import AlignedPage
from transcheck.compare.phrases import (
    Phrase,
    count_translations,
    count_uses,
    covered,
    is_kept,
    is_set_apart,
    phrases,
)
from transcheck.document import Document, Heading, block_text
from transcheck.language.detectors import Detector
from transcheck.language.scripts import base, scripts_of
from transcheck.patterns import late_regex

# A term has so many words, is said no more than so often, and so many other languages
# translate it.
_LEAST_WORDS, _RARELY, _LEAST_OTHERS = 2, 2, 3
_TERM = late_regex(r"[A-Z][a-z]+[ \u00a0][A-Z][a-z]")
# What langdetect must say of it; of so little text it is seldom surer.
_LIKELY = 0.8
# In headings with capitals at most one of so many words has one, small ones aside.
_FEW, _LONG = 4, 4


def may_have_term(text: str) -> bool:
    """Tell at little cost whether a heading can have a term."""
    return bool(_TERM.search(text))


def find_terms(
    page: AlignedPage,
    document: Document,
    key: str,
    found: Iterable[Phrase],
    terms: Sequence[Sequence[str]],
) -> Iterator[Phrase]:
    """Yield words with capitals of a heading that no other language keeps.

    Args:
        page: The page.
        document: The document whose heading it is.
        key: The heading's, as in `BlockPair`.
        found: What of the heading can be in another language.
        terms: The words of terms that stay.
    """
    if count_translations(page, document, key) < _LEAST_OTHERS:
        return
    for phrase in found:
        for part in _capitalised(phrase):
            said = part.said
            if (
                len(covered(said, terms)) < len(said)
                and count_uses(document, said) <= _RARELY
                and not is_set_apart(part, document)
                and not any(is_kept(page, document, key, [word]) for word in said)
            ):
                yield part


def reads_like(phrase: Phrase, language: str, own: str, detector: Detector) -> bool:
    """Tell whether a few words look more like one language than like another.

    Args:
        phrase: The words.
        language: The BCP 47 tag of the one.
        own: That of the other.
        detector: What is asked.
    """
    if not phrase.text.isascii():
        return False
    if scripts_of(language).isdisjoint(scripts_of(own)):
        return True
    both = frozenset((base(language), base(own)))
    if not both <= detector.languages:
        return False
    return detector.probabilities(phrase.text, both).get(base(language), 0.0) >= _LIKELY


def has_capitals(document: Document, heading: Heading) -> bool:
    """Tell whether other headings have capitals within, as titles and German have.

    Args:
        document: The document.
        heading: The one that does not count.
    """
    within = [
        word[0]
        for one in document.headings
        if one is not heading
        for phrase in phrases(block_text(one))
        for word in phrase.words
        if word.start() and len(word[0]) >= _LONG
    ]
    return _FEW * sum(map(str.istitle, within)) >= len(within)


def _capitalised(phrase: Phrase) -> Iterator[Phrase]:
    """Yield the words in a row that begin with a capital and go on without one.

    The first word of a heading begins so anyway: they come without it as well.
    """
    number = 0
    for capital, group in groupby(phrase.words, lambda word: word[0].istitle()):
        end = number + len(tuple(group))
        if capital and end - number >= _LEAST_WORDS:
            yield phrase.cut(number, end)
            if phrase.words[number].start() == 0 and end - number > _LEAST_WORDS:
                yield phrase.cut(number + 1, end)
        number = end
