"""Which language a text of some hundred letters is in."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from transcheck.language.detectors import DEFAULT_DETECTOR, Detector
from transcheck.language.noise import strip_noise
from transcheck.language.scripts import (
    base,
    han,
    ideographs,
    scripts_of,
    simplified,
    traditional,
    weights,
    words,
)
from transcheck.language.words import tables

# The language of a script that one language has practically to itself.
ALONE = {
    "Hang": "ko",
    "Hira": "ja",
    "Kana": "ja",
    "Grek": "el",
    "Hebr": "he",
    "Thai": "th",
    "Beng": "bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Laoo": "lo",
    "Tibt": "bo",
    "Mymr": "my",
    "Geor": "ka",
    "Armn": "hy",
    "Ethi": "am",
    "Khmr": "km",
    "Thaa": "dv",
}

EAST_ASIAN = frozenset({"Hani", "Hira", "Kana"})
# Kana make up about half of Japanese; below this share they are names in Chinese.
KANA_SHARE = 0.2


class Sample(Struct):
    """A text without noise, and what is counted in it once.

    Args:
        text: It.
    """

    text: str
    # Not cached properties: those take a lock, and most blocks are asked once.
    _weights: dict[str, int] | None = None
    _words: list[str] | None = None
    _distinct: frozenset[str] | None = None

    @property
    def weights(self) -> dict[str, int]:
        """What the letters of each script weigh."""
        if self._weights is None:
            self._weights = weights(self.text)
        return self._weights

    @property
    def words(self) -> list[str]:
        """The words in lower case."""
        if self._words is None:
            self._words = words(self.text.lower())
        return self._words

    @property
    def distinct(self) -> frozenset[str]:
        """The words, each once."""
        if self._distinct is None:
            self._distinct = frozenset(self.words)
        return self._distinct

    def share_of(self, table: frozenset[str]) -> float:
        """Return the share of the words that are in a table."""
        found = [word for word in self.words if word in table]
        return len(found) / (len(self.words) or 1)


# What a text must weigh (in letters) to be named, by its script or by its words.
LEAST_BY_SCRIPT = 12
_LEAST_BY_WORDS = 40
# A page about software is full of English names; this share of another script is
# enough to say that it is written in that one.
_OTHER_SCRIPT = 0.3
# The share of function words: the least in any text, and enough to say which
# language it is when the next one has so much fewer.
_LEAST_SHARE = 0.1
_CLEAR_SHARE = 0.15
_CLEAR_LEAD = 1.5
_CLEAR_WORDS = 20
# What a detector must say with the function words behind it, and against them; the
# language it names then must have nearly as many as the one that has the most.
_LIKELY = 0.9
_ALMOST_SURE = 0.99
_NEAR = 0.7


def identify(
    text: str, candidates: Sequence[str] = (), detector: Detector = DEFAULT_DETECTOR
) -> str | None:
    """Return the language of a text of some hundred letters.

    Args:
        text: Prose or Markdown.
        candidates: BCP 47 tags to choose from; empty for all that the detector knows,
            that have a table of function words, or that a script alone decides.
        detector: What is asked where words leave doubt.

    Returns:
        One of the candidates as it was given, else a BCP 47 tag without region;
        None when unsure. Chinese is `zh-Hans` or `zh-Hant` where its characters
        tell, else `zh`.
    """
    sample = Sample(strip_noise(text))
    script = leading_script(sample.weights)
    if script is None:
        return None
    if script in EAST_ASIAN:
        return chosen(_east_asian(sample), candidates)
    known = {base(tag) for tag in candidates} or (detector.languages | set(tables()))
    pool = {language for language in known if script in scripts_of(language)}
    if not pool:
        name = ALONE.get(script)
        return name if name and not candidates else None
    if script in ALONE and (not candidates or len(pool) == 1):
        return chosen(ALONE[script] if not candidates else pool.pop(), candidates)
    found = _by_words(sample, frozenset(pool), detector)
    if not candidates and found in tables() and not sample.share_of(tables()[found]):
        return None  # nonsense sounds like something as well, and has no function words
    return chosen(found, candidates)


def leading_script(weight: dict[str, int]) -> str | None:
    """Return the script a text is written in, None for too little of any.

    Han and kana together count as `Hani`.
    """
    latin = weight.get("Latn", 0)
    if len(weight) > (latin > 0):
        others = {script: count for script, count in weight.items() if script != "Latn"}
        if "Hani" in others:
            others["Hani"] += others.pop("Hira", 0) + others.pop("Kana", 0)
        script = max(others, key=lambda name: (others[name], name))
        if others[script] >= max(LEAST_BY_SCRIPT, _OTHER_SCRIPT * sum(weight.values())):
            return script
    return "Latn" if latin >= _LEAST_BY_WORDS else None


def _east_asian(sample: Sample) -> str:
    weight = sample.weights
    kana = weight.get("Hira", 0) + weight.get("Kana", 0)
    if kana > KANA_SHARE * (kana + weight.get("Hani", 0)):
        return "ja"
    return name_chinese(sample)


def name_chinese(sample: Sample) -> str:
    """Return `zh-Hans` or `zh-Hant` where nearly all telling characters agree."""
    found = ideographs(sample.text)
    counts = simplified(found), traditional(found)
    if counts[0] > 4 * counts[1]:
        return "zh-Hans"
    if counts[1] > 4 * counts[0]:
        return "zh-Hant"
    return "zh"


def chosen(language: str | None, candidates: Sequence[str]) -> str | None:
    """Return the candidate that a language answers to, itself where none are given."""
    if language is None or not candidates:
        return language
    same = [tag for tag in candidates if base(tag) == base(language)]
    if len(same) > 1 and base(language) == "zh":
        same = [tag for tag in same if variant_of(tag) == han(language)]
    if len(same) > 1:
        same = [tag for tag in same if tag == base(language)]
    return same[0] if len(same) == 1 else None


def variant_of(tag: str) -> str:
    """Return ``Hans`` or ``Hant``; a bare `zh` is likely simplified (CLDR)."""
    return han(tag) or "Hans"


def _by_words(sample: Sample, pool: frozenset[str], detector: Detector) -> str | None:
    """Choose among languages of one script by function words, then by n-grams."""
    shares = {
        language: sample.share_of(tables().get(language, frozenset()))
        for language in pool
    }
    order = sorted(pool, key=lambda language: (-shares[language], language))
    first = order[0]
    if len(order) == 1:
        # Alone among the candidates: it must still look like itself.
        return first if shares[first] >= _LEAST_SHARE or first not in tables() else None
    second = order[1]
    clear = (
        shares[first] >= _CLEAR_SHARE and shares[first] >= _CLEAR_LEAD * shares[second]
    )
    if clear and len(sample.words) >= _CLEAR_WORDS:
        return first
    known = pool & detector.languages
    if len(known) <= 1:
        return first if clear else None
    odds = detector.probabilities(sample.text, known)
    best = max(odds, key=lambda language: (odds[language], language), default=None)
    if best is None:
        return None
    if best == first:
        return best if odds[best] >= _LIKELY else None
    near = shares[best] >= _NEAR * shares[first]
    return best if near and odds[best] >= _ALMOST_SURE else None
