"""The originals of a whole site, to find the one that a text is a translation of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from transcheck.align.model import AlignedPage
from transcheck.align.traits import Traits, likeness
from transcheck.compare.mention import page_place
from transcheck.diagnostic import Place
from transcheck.document import label

# A feature that more originals have is furniture of the site. A text must share so
# many others with an original, be so like it, and so much more than it is like its
# own: found on four sites, where short pages without links are like many.
_MAX_ORIGINALS = 3
_LEAST_FEATURES = 3
_LEAST_LIKENESS, _CLEARLY_MORE = 0.75, 0.3
# Of two originals that are about as like it, either may be the one.
_DOUBT = 0.1


class Original(Struct, frozen=True, array_like=True, gc=False):
    """An original, as the whole site knows it.

    Args:
        page: The page's name.
        label: How messages call its language.
        place: Its first line.
        traits: What it is known again by.
    """

    page: str
    label: str
    place: Place
    traits: Traits


def original_of(page: AlignedPage) -> Original | None:
    """Return the original of a page, None where it has none."""
    document = page.original
    if document is None:
        return None
    traits = page.traits[document.path]
    return Original(page.name, label(document), page_place(document), traits)


class Originals:
    """Finds originals by what is in them.

    Args:
        originals: All of a site.
    """

    def __init__(self, originals: Iterable[Original]) -> None:
        self._by_feature: dict[int, list[Original]] = {}
        for original in originals:
            for feature in original.traits.features:
                self._by_feature.setdefault(feature, []).append(original)

    def match(
        self,
        traits: Traits,
        accept: Callable[[Original], bool],
        floor: float = 0.0,
    ) -> Original | None:
        """Return the original that a text is surely a translation of, else None.

        Args:
            traits: What the text is known by.
            accept: Tells which originals come into question.
            floor: How like the text is to the original that it is held against.
        """
        shared: Counter[str] = Counter()
        found: dict[str, Original] = {}
        for feature in traits.features:
            holders = self._by_feature.get(feature, ())
            if len(holders) <= _MAX_ORIGINALS:
                for original in holders:
                    found[original.page] = original
                    shared[original.page] += 1
        likely = sorted(
            (likeness(original.traits, traits), page)
            for page, original in found.items()
            if shared[page] >= _LEAST_FEATURES and accept(original)
        )
        if not likely:
            return None
        best, page = likely[-1]
        second = likely[-2][0] if len(likely) > 1 else 0.0
        enough = max(_LEAST_LIKENESS, floor + _CLEARLY_MORE, second + _DOUBT)
        return found[page] if best >= enough else None
