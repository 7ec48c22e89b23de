"""How far two documents are the same page, by what was measured."""

from __future__ import annotations

from msgspec import Struct

from transcheck.align.model import PairState
from transcheck.align.states import Tally

# Not the same page: below this similarity; in few blocks chance is large, so the floor
# is lower. Owed: this share has no counterpart.
_SIMILARITY_FLOOR = 0.45
_DOUBT = 2
_OWED = 1 / 3
_MIN_UNITS, _MIN_SECTIONS = 6, 3
# A page is untranslated by its share, if it holds this many characters.
_MOST = 0.5
_MIN_LENGTH = 250

# A page that is known to be in a state stays in it until it is so far from it. On 1,100
# pairs of three sites one more paragraph in all languages changed the similarity by
# less than this, and the parts without a counterpart by three at most.
_SIMILARITY_SLACK, _SIMILARITY_SLACK_OF_FEW = 0.05, 0.4
_SHARE_SLACK, _LENGTH_SLACK = 0.1, 100
_UNITS_SLACK, _SECTIONS_SLACK = 3, 1


def highest_floor(smaller: int) -> float:
    """Return the similarity from which on two documents are surely one page.

    Args:
        smaller: As in `Measures`.
    """
    return _floor(smaller) + _slack(smaller)


class Measures(Struct, frozen=True):
    """What tells how far two documents are the same page.

    Args:
        similarity: 0.0 to 1.0, by signals that need no language; None where it is
            above the `highest_floor`.
        smaller: How many parts the smaller document has.
        untranslated: How much of the prose was left.
        owed_units: The blocks of the original without a counterpart, and all.
        owed_sections: The sections without a counterpart, and all.
    """

    similarity: float | None
    smaller: int
    untranslated: Tally
    owed_units: tuple[int, int]
    owed_sections: tuple[int, int]

    def state(self, known: PairState | None = None) -> PairState:
        """Return the state of the pair.

        Args:
            known: The state that it is known to be in, and that it leaves only when it
                is clearly in another; None where nothing is known.
        """
        if self._is_another_page(_lean(PairState.NOT_PARALLEL, known)):
            return PairState.NOT_PARALLEL
        if self._is_untranslated(_lean(PairState.UNTRANSLATED, known)):
            return PairState.UNTRANSLATED
        if self._is_outdated(_lean(PairState.OUTDATED, known)):
            return PairState.OUTDATED
        return PairState.PARALLEL

    def _is_another_page(self, lean: int) -> bool:
        floor = _floor(self.smaller) + _slack(self.smaller) * lean
        return self.similarity is not None and self.similarity < floor

    def _is_untranslated(self, lean: int) -> bool:
        enough = self.untranslated.total >= _MIN_LENGTH - _LENGTH_SLACK * lean
        return enough and self.untranslated.share > _MOST - _SHARE_SLACK * lean

    def _is_outdated(self, lean: int) -> bool:
        return any(
            total >= least - slack * lean and missing > _OWED * total - slack * lean
            for (missing, total), least, slack in (
                (self.owed_units, _MIN_UNITS, _UNITS_SLACK),
                (self.owed_sections, _MIN_SECTIONS, _SECTIONS_SLACK),
            )
        )


def _floor(smaller: int) -> float:
    return _SIMILARITY_FLOOR * (1 - _DOUBT / max(smaller, _DOUBT))


def _slack(smaller: int) -> float:
    return _SIMILARITY_SLACK + _SIMILARITY_SLACK_OF_FEW / max(smaller, 1)


def _lean(state: PairState, known: PairState | None) -> int:
    """Return 1 to keep a state, -1 to keep another one, 0 where none is known."""
    if known is None:
        return 0
    return 1 if state is known else -1
