"""langdetect, asked about chosen languages only, without its global state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, ClassVar

from transcheck.language.scripts import base

# More text adds nothing, and langdetect's time grows with it.
_ENOUGH = 1000


@dataclass(frozen=True, slots=True)
class Langdetect:
    """Character n-grams of 55 languages; small, in Python, the default.

    Its probabilities are those it gives: of naive Bayes with n-grams picked at random,
    with the same seed for each question. It has only the profiles of the languages
    that it is asked about, so that they sum up to 1.
    """

    name: ClassVar[str] = "langdetect"

    @property
    def languages(self) -> frozenset[str]:
        """The languages it has profiles for; `zh` has two."""
        return _languages()

    def probabilities(self, text: str, languages: frozenset[str]) -> dict[str, float]:
        """Tell which of some languages a text is in: see `Detector`."""
        from langdetect import LangDetectException  # noqa: PLC0415 - start-up counts

        detector = _factory(languages).create()
        detector.append(text[:_ENOUGH])
        try:
            found = detector.get_probabilities()
        except LangDetectException:
            return {}
        likely: dict[str, float] = {}
        for one in found:
            likely[base(one.lang)] = likely.get(base(one.lang), 0.0) + one.prob
        return likely


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(_profiles())


@lru_cache(maxsize=1)
def _profiles() -> dict[str, tuple[str, ...]]:
    """Return the names of the profiles of each language, by its base."""
    folder = files("langdetect") / "profiles"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.isascii())
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        found[base(name)] = (*found.get(base(name), ()), name)
    return found


@lru_cache(maxsize=32)
def _factory(languages: frozenset[str]) -> Any:
    from langdetect import DetectorFactory  # noqa: PLC0415 - start-up counts

    folder = files("langdetect") / "profiles"
    names = [name for language in sorted(languages) for name in _profiles()[language]]
    factory = DetectorFactory()
    factory.set_seed(0)
    factory.load_json_profile(
        [(folder / name).read_text(encoding="utf-8") for name in names]
    )
    return factory
