"""Things in a text that have their counterparts, and which may be which."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from msgspec import Struct

from transcheck.document import Inline

# More pairs than this in one block are taken in their order.
_MAX_PAIRS = 400


class Item(Struct, frozen=True):
    """A thing in the text that has its counterpart in the other document.

    Args:
        key: What it has in common with its counterpart.
        node: The inline itself.
        elsewhere: The other document has one of this key in another block.
    """

    key: Hashable
    node: Inline
    elsewhere: bool = False


ReadText = Callable[[Item], str]


def match(
    lost: list[Item], gained: list[Item], text: ReadText
) -> Iterator[tuple[Item, Item, float]]:
    """Yield what most likely became what, each item once, the most alike first.

    Args:
        lost: Items of the original.
        gained: Items of the translation.
        text: Returns what is compared of an item.

    Yields:
        A lost and a gained item, and how alike they are: 0.0 to 1.0.
    """
    if not lost or not gained:
        return
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - start-up counts

    if len(lost) * len(gained) > _MAX_PAIRS:
        pairs = list(zip(lost, gained, strict=False))
    else:
        pairs = [(first, second) for first in lost for second in gained]
    likeness = [ratio(text(first), text(second)) / 100 for first, second in pairs]
    done: set[int] = set()
    for number in sorted(range(len(pairs)), key=lambda one: -likeness[one]):
        first, second = pairs[number]
        if id(first) not in done and id(second) not in done:
            done |= {id(first), id(second)}
            yield first, second, likeness[number]


def take(
    lost: list[Item], gained: list[Item], fits: Callable[[Item, Item], bool]
) -> Iterator[tuple[Item, Item]]:
    """Yield each lost item with the first gained one that fits, and take both out.

    Args:
        lost: Items of the original.
        gained: Items of the translation.
        fits: Called with one of each.
    """
    for before in tuple(lost):
        after = next((one for one in gained if fits(before, one)), None)
        if after is not None:
            lost.remove(before)
            gained.remove(after)
            yield before, after
