"""py3langid, an optional package, asked about chosen languages only."""

from __future__ import annotations

from functools import lru_cache
from math import exp
from typing import Any, ClassVar

from msgspec import Struct

from transcheck.language.detectors.detector import normalised
from transcheck.language.scripts import base

# More text adds nothing, and the time grows with it.
_ENOUGH = 1000


class Py3langid(Struct, frozen=True):
    """N-grams of bytes of some hundred languages; fast once numpy is loaded.

    Its probabilities are the likelihoods of its naive Bayes, of the languages that it
    is asked about alone. `norm_probs`, its own way, softens them by the length of the
    text: it is then as seldom wrong when it says 0.99, and seldom says so of a few
    words. langdetect and lingua soften nothing either.
    """

    name: ClassVar[str] = "py3langid"

    @property
    def languages(self) -> frozenset[str]:
        """Those with a tag of two letters: dialects would only blur them."""
        return _languages()

    def probabilities(self, text: str, languages: frozenset[str]) -> dict[str, float]:
        """Tell which of some languages a text is in: see `Detector`."""
        tags = _tags()
        scores = [  # logarithms, the likeliest first
            (tag, score)
            for tag, score in _identifier().rank(text[:_ENOUGH])
            if tags.get(tag) in languages
        ]
        highest = scores[0][1]
        return normalised((tag, exp(score - highest)) for tag, score in scores)


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(_tags().values())


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    """Return the base of each tag that the model has, of two letters."""
    return {tag: base(tag) for tag in _identifier().labels if len(tag) == 2}  # noqa: PLR2004 - as said


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import (  # noqa: PLC0415 - optional, and start-up counts
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE)
