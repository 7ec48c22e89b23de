"""lingua, an optional package, asked about chosen languages only."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from transcheck.language.detectors.detector import normalised
from transcheck.language.scripts import base

if TYPE_CHECKING:  # optional
    from lingua import Language, LanguageDetector

# More text adds nothing, and the time grows with it.
_ENOUGH = 1000
# It sums up in another order each time, and the last digits differ.
_DIGITS = 6


class Lingua(Struct, frozen=True):
    """N-grams of characters of 75 languages, and letters that only one has; compiled.

    Its probabilities are its confidence values, of the languages that it is asked
    about alone, in its mode of low accuracy, which looks at trigrams: the likelihoods
    of naive Bayes, as langdetect's. The other mode looks at n-grams of all lengths in
    short texts and gives softer values; it takes ten seconds and 1 GB to load.
    """

    name: ClassVar[str] = "lingua"

    @property
    def languages(self) -> frozenset[str]:
        """All that it has models of."""
        return _languages()

    def probabilities(self, text: str, languages: frozenset[str]) -> dict[str, float]:
        """Tell which of some languages a text is in: see `Detector`."""
        found = _detector(languages).compute_language_confidence_values(text[:_ENOUGH])
        return normalised(
            (_tag(one.language), round(one.value, _DIGITS)) for one in found
        )


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(_models())


@lru_cache(maxsize=1)
def _models() -> dict[str, tuple[Language, ...]]:
    """Return the models of each language, by its base."""
    from lingua import Language  # noqa: PLC0415 - optional, and start-up counts

    found: dict[str, tuple[Language, ...]] = {}
    for model in sorted(Language.all(), key=_tag):
        language = base(_tag(model))
        found[language] = (*found.get(language, ()), model)
    return found


@lru_cache(maxsize=32)
def _detector(languages: frozenset[str]) -> LanguageDetector:
    from lingua import (  # noqa: PLC0415 - optional, and start-up counts
        LanguageDetectorBuilder,
    )

    models = [model for language in sorted(languages) for model in _models()[language]]
    builder = LanguageDetectorBuilder.from_languages(*models)
    return builder.with_low_accuracy_mode().build()


def _tag(model: Language) -> str:
    return model.iso_code_639_1.name.lower()
