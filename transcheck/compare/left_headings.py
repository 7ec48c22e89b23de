"""Short headings that were left on a page in another script."""

from __future__ import annotations

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.compare.left_texts import is_of_terms
from transcheck.document import block_prose
from transcheck.language.noise import strip_noise
from transcheck.language.scripts import scripts_of
from transcheck.text import fold

# A heading of one word is a name or a term more often than not.
_LEAST_WORDS = 2
# So many headings, and most of a page, were left by no intention.
_LEAST, _MOST = 3, 1 / 2
# So many of them hold a function word where they are no terms.
_SAID = 2


class LeftHeadings(Struct, frozen=True):
    """The headings of a translation that are the original's.

    Args:
        headings: Those that no other finding is about, with their originals.
        are_terms: They may be terms that the language keeps.
    """

    headings: tuple[BlockPair, ...]
    are_terms: bool


def left_headings(pair: Pair) -> LeftHeadings | None:
    """Return the headings that were left where that is most of a page.

    One alone may be a name. On a page in another script the words of the original are
    no words of the translation.

    Args:
        pair: The documents.
    """
    first, second = pair.original.language, pair.translation.language
    if not first or not second or not scripts_of(first).isdisjoint(scripts_of(second)):
        return None
    headings = [section.heading for section, _, _ in pair.headings()]
    both = [one for one in headings if one is not None]
    left = [one for one in both if _is_left(one)]
    if len(left) < _LEAST or len(left) <= _MOST * len(both):
        return None
    said = [not is_of_terms(pair, block_prose(one.both()[1])) for one in left]
    quiet = tuple(one for one in left if one.state is BlockState.TRANSLATED)
    return LeftHeadings(quiet, are_terms=sum(said) < _SAID) if quiet else None


def _is_left(pair: BlockPair) -> bool:
    """Tell whether a heading is the original's, and of several words."""
    text = block_prose(pair.both()[1])
    said = strip_noise(text).split()
    return sum(map(str.isalpha, said)) >= _LEAST_WORDS and fold(text) == fold(
        block_prose(pair.both()[0])
    )
