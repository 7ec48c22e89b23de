"""langdetect, asked about chosen languages only, without its global state."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from transcheck.language.scripts import base

# More text adds nothing, and langdetect's time grows with it.
_ENOUGH = 1000
# It picks n-grams so often anew, and gives the mean; that takes the longer, the more
# languages are asked about, and what many leave open the few in question settle.
_TRIALS, _TRIALS_OF_MANY, _MANY = 7, 3, 12


class Langdetect(Struct, frozen=True):
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
        detector.n_trial = _TRIALS if len(languages) < _MANY else _TRIALS_OF_MANY
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
def _folder() -> Path:
    """Return the folder of the profiles; to import the package takes its time."""
    package = find_spec("langdetect")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("langdetect")
    return Path(package.origin).with_name("profiles")


@lru_cache(maxsize=1)
def _profiles() -> dict[str, tuple[str, ...]]:
    """Return the names of the profiles of each language, by its base."""
    names = sorted(entry.name for entry in _folder().iterdir() if entry.name.isascii())
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        found[base(name)] = (*found.get(base(name), ()), name)
    return found


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(_profiles())


class _Chances(dict[str, list[float] | None]):
    """For each n-gram how often it is met in each of some languages.

    It is filled as texts ask for it: a profile has thousands, a text a hundred.

    Args:
        profiles: The profiles of the languages, in their order.
    """

    def __init__(self, profiles: tuple[Any, ...]) -> None:
        super().__init__()
        self._profiles = profiles

    def __contains__(self, gram: object) -> bool:
        return self[str(gram)] is not None

    def __missing__(self, gram: str) -> list[float] | None:
        size = len(gram) - 1
        chances = [
            profile.freq.get(gram, 0) / profile.n_words[size]
            for profile in self._profiles
        ]
        self[gram] = found = chances if any(chances) else None
        return found


@lru_cache(maxsize=256)
def _profile(name: str) -> Any:
    from langdetect.utils.lang_profile import LangProfile  # noqa: PLC0415 - as above

    return LangProfile(**msgspec.json.decode((_folder() / name).read_bytes()))


@lru_cache(maxsize=32)
def _factory(languages: frozenset[str]) -> Any:
    from langdetect import DetectorFactory  # noqa: PLC0415 - start-up counts

    names = [name for language in sorted(languages) for name in _profiles()[language]]
    factory = DetectorFactory()
    factory.set_seed(0)
    # What its load_json_profile would fill in, from profiles read once.
    factory.langlist = names
    factory.word_lang_prob_map = _Chances(tuple(map(_profile, names)))
    return factory
