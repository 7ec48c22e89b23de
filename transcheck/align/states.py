"""What became of a text: translated, left as it was, or in a third language."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from transcheck.align.model import BlockState
from transcheck.language.detectors import DEFAULT_DETECTOR, Detector
from transcheck.language.foreign import foreign_language
from transcheck.language.near import CLOSE, together
from transcheck.language.scripts import base
from transcheck.subtags import read_subtags
from transcheck.text import fold

# How alike two texts are that are one: a translator left it, or an editor of the
# original changed a letter since.
NEARLY_EQUAL = 0.95
_SAME_LENGTH = 0.9  # no two texts that differ more are nearly equal
# In a shorter text the few letters that differ may be all there was to translate.
_MIN_NEARLY_EQUAL = 80  # characters
_MAX_COMPARED = 5000  # characters; longer texts are compared by their words alone
_USUAL_LETTERS = "etaoinsrhldcum"
# The share of the original's words in a text found to be in the original's language.
_SAME_WORDS = 0.6
# A text this long says something: names, commands and labels are shorter.
_MIN_LETTERS, _MIN_WORDS, _MIN_PLAIN_WORDS, _PLAIN_LENGTH = 20, 4, 2, 3
_MIN_FOREIGN = 10
# Two scripts of one language share letters, so an equal text must be longer.
_MIN_LETTERS_OF_VARIANT = 40

_SPACELESS = (  # scripts written without spaces: a letter is about half a word
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Han
    (0x20000, 0x3FFFF),  # Han, rare
)


class Judge(Struct, frozen=True):
    """Tells what became of the text of two aligned blocks.

    Args:
        original: The BCP 47 language of the reference, None when unknown.
        translation: That of the translation.
        others: What a foreign block may be in: the original's language and those of
            the page's other documents.
        apart: The two are different languages, or one in two scripts.
        telling: How long a text that is the same in both must be to be one that was
            left, in letters; None where it may be the same in both.
        detector: What is asked which language a text is in.
    """

    original: str | None
    translation: str | None
    others: tuple[str, ...]
    apart: bool
    telling: int | None
    detector: Detector

    def state(self, source: str, text: str) -> tuple[BlockState, str | None]:
        """Return the state of a text, and its language if it is a third one.

        Args:
            source: The prose of the block in the reference.
            text: That of its counterpart.
        """
        if not self.apart or len(text) < _MIN_FOREIGN:
            return BlockState.TRANSLATED, None
        if self.telling is not None and self._is_left(source, text, self.telling):
            return BlockState.UNTRANSLATED, None
        detected = foreign_language(text, self.translation, self.others, self.detector)
        if detected is None:
            return BlockState.TRANSLATED, None
        if self.is_original(detected):
            words = _words(fold(source)), _words(fold(text))
            if _share(*words) >= _SAME_WORDS:
                return BlockState.UNTRANSLATED, None
        return BlockState.FOREIGN, detected

    def is_original(self, language: str) -> bool:
        """Tell whether a language is the reference's, regions and scripts aside."""
        return self.original is not None and _primary(language) == _primary(
            self.original
        )

    def _is_left(self, source: str, text: str, letters: int) -> bool:
        longer = max(len(source), len(text))
        if min(len(source), len(text)) < _SAME_LENGTH * longer:
            return False
        first, second = fold(source), fold(text)
        same = first == second
        # Scripts of one language share letters, so nearly is not enough for them.
        if not same and letters == _MIN_LETTERS and longer >= _MIN_NEARLY_EQUAL:
            same = nearly_equal(first, second)
        return same and says_something(text, letters)


class Tally(Struct):
    """What is counted while two documents are aligned.

    Args:
        left: The length of the prose left in the original's language, in characters.
        total: The length of all prose that has a counterpart. Short texts that are
            the same in both (names, commands) count on neither side.
    """

    left: int = 0
    total: int = 0

    @property
    def share(self) -> float:
        """The share that was left, 0.0 to 1.0."""
        return self.left / self.total if self.total else 0.0

    def add(self, source: str, text: str, *, left: bool) -> None:
        """Count the prose of two aligned blocks."""
        if left:
            self.left += len(text)
        if left or source != text:
            self.total += len(text)


def judge_for(
    original: str | None,
    translation: str | None,
    others: Sequence[str] = (),
    detector: Detector = DEFAULT_DETECTOR,
) -> Judge:
    """Return the judge of a pair.

    Args:
        original: The BCP 47 language of the reference, None when unknown.
        translation: That of the translation.
        others: Those of the page's other documents.
        detector: What is asked which language a text is in.
    """
    apart = False
    telling: int | None = None
    if original and translation:
        first, second = _primary(original), _primary(translation)
        if first != second:
            apart = True
            close = together(base(first), base(second), CLOSE)
            telling = None if close else _MIN_LETTERS
        elif _script(original) != _script(translation):
            apart, telling = True, _MIN_LETTERS_OF_VARIANT
    candidates = dict.fromkeys(tag for tag in (original, *others) if tag)
    return Judge(original, translation, tuple(candidates), apart, telling, detector)


def nearly_equal(first: str, second: str) -> bool:
    """Tell whether two normalised texts are one but for a few letters."""
    if first == second:
        return True
    longer = max(len(first), len(second))
    if min(len(first), len(second)) < _SAME_LENGTH * longer:
        return False
    if longer > _MAX_COMPARED:
        return _share(_words(first), _words(second)) >= NEARLY_EQUAL
    if _differ_in_letters(first, second):
        return False
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - start-up counts

    cutoff = 100 * NEARLY_EQUAL
    return bool(ratio(first, second, score_cutoff=cutoff) >= cutoff)


def _differ_in_letters(first: str, second: str) -> bool:
    """Tell whether texts have so many letters apart that they are not nearly equal.

    Two languages mostly do, and what compares them need not even be loaded.
    """
    most = (1 - NEARLY_EQUAL) * (len(first) + len(second))
    apart = 0
    for letter in _USUAL_LETTERS:
        apart += abs(first.count(letter) - second.count(letter))
        if apart > most:
            return True
    return False


def says_something(text: str, least: int = _MIN_LETTERS) -> bool:
    """Tell whether a text is long enough, and more than names, to be in a language.

    Args:
        text: The prose of a block.
        least: How many letters it must have.
    """
    letters = words = plain = 0
    for word in text.split():
        count = len(word) if word.isalpha() else sum(map(_is_letter, word))
        if not count:
            continue
        if not word.isascii() and any(map(_is_spaceless, word)):
            letters += 2 * count
            words += count // 2
            plain += count // _PLAIN_LENGTH
        else:
            letters += count
            words += 1
            plain += count >= _PLAIN_LENGTH and word == word.lower()
        if letters >= least and words >= _MIN_WORDS and plain >= _MIN_PLAIN_WORDS:
            return True
    return False


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def _script(tag: str) -> str | None:
    """Return the script of a language, the usual one when its tag names none."""
    try:
        return read_subtags(tag).likely_script
    except ValueError:
        return None


def _words(text: str) -> Counter[str]:
    return Counter(text.split())


def _share(first: Counter[str], second: Counter[str]) -> float:
    total = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / total if total else 0.0


def _is_letter(character: str) -> bool:
    # Vowel signs are marks, category M, in the scripts of India and South East Asia.
    return character.isalpha() or unicodedata.category(character).startswith("M")


def _is_spaceless(character: str) -> bool:
    point = ord(character)
    return point >= _SPACELESS[0][0] and any(
        low <= point <= high for low, high in _SPACELESS
    )
