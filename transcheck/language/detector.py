"""langdetect, asked about chosen languages only, without its global state.

Each question gets a detector of its own with a fixed seed, so that the same text
always gets the same answer.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

# More text adds nothing, and langdetect's time grows with it.
_ENOUGH = 1000


@lru_cache(maxsize=1)
def profiles() -> frozenset[str]:
    """Return the languages langdetect knows, by their base; `zh` has two profiles."""
    folder = files("langdetect") / "profiles"
    names = {entry.name for entry in folder.iterdir()}
    return frozenset(name.partition("-")[0] for name in names if name.isascii())


@lru_cache(maxsize=32)
def _factory(languages: tuple[str, ...]) -> Any:
    from langdetect import DetectorFactory  # noqa: PLC0415 - start-up counts

    folder = files("langdetect") / "profiles"
    factory = DetectorFactory()
    factory.set_seed(0)
    factory.load_json_profile(
        [(folder / name).read_text(encoding="utf-8") for name in languages]
    )
    return factory


def probabilities(text: str, languages: frozenset[str]) -> dict[str, float]:
    """Ask which of some languages a text is in.

    Args:
        text: Prose without noise.
        languages: Bases out of `profiles`, at least two, none of them `zh`.

    Returns:
        Base to probability for those above 0.1; empty when langdetect sees nothing
        it knows in the text.
    """
    from langdetect import LangDetectException  # noqa: PLC0415 - start-up counts

    detector = _factory(tuple(sorted(languages))).create()
    detector.append(text[:_ENOUGH])
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return {}
    return {language.lang: language.prob for language in found}
