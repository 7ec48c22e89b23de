"""What every detector must do, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from transcheck.language.scripts import base

# Languages that are less likely are not told: they are out of the question.
_LEAST = 0.1


class Detector(Protocol):
    """Tells how likely a text is in each of some languages.

    A detector is a frozen value without state. What it loads is loaded at the first
    question, once a process. The same text gets the same answer in any company.
    """

    @property
    def name(self) -> str:
        """How it is chosen in the configuration."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """The languages it knows, by their base (`transcheck.language.scripts`)."""
        ...

    def probabilities(self, text: str, languages: frozenset[str]) -> dict[str, float]:
        """Tell which of some languages a text is in.

        Args:
            text: Prose without noise.
            languages: At least two of those it knows. The text is taken to be in one
                of them.

        Returns:
            Language to probability for those above 0.1; empty when it sees nothing
            that it knows in the text.
        """
        ...


def normalised(odds: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return probabilities by language, as `Detector.probabilities` gives them.

    Args:
        odds: BCP 47 tag and a number that is larger the likelier it is, at least 0.
            Those of one base are added up.
    """
    sums: dict[str, float] = {}
    for tag, number in odds:
        sums[base(tag)] = sums.get(base(tag), 0.0) + number
    total = sum(sums.values())
    return {
        language: number / total
        for language, number in sums.items()
        if number > _LEAST * total
    }
