"""Losses and additions that a rule of their own tells."""

from __future__ import annotations

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.align.page import align_pair
from transcheck.compare.told import (
    is_mostly_told,
    told_added_blocks,
    told_losses,
    told_lost_blocks,
)
from transcheck.parse import parse


def pair(original: str, translation: str) -> Pair:
    return align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(translation, path="el.md", tag="el", language="el"),
    )


def alone(both: Pair, state: BlockState) -> list[BlockPair]:
    return [one for one in both.walk_blocks() if one.state is state]


TEXT = "Dig with the `spade` until the ground is loose and warm.\n"
LOST = f"# Beds\n\n{TEXT}\n```sh\nwater\n```\n\n- `mint`\n- `sage`\n- `dill`\n"


def test_what_is_simply_lost_is_told_nowhere_else() -> None:
    both = pair(
        LOST, "# Παρτέρια\n\n```sh\nwater\n```\n\n- `mint`\n- `sage`\n- `dill`\n"
    )
    (lost,) = alone(both, BlockState.MISSING)

    assert not told_losses(both)(lost.key, lost.gap)
    assert not told_lost_blocks(both)(lost)
    assert not is_mostly_told(both)


def test_a_text_that_became_code_is_neither_lost_nor_added() -> None:
    code = "    Σκάψτε με το `spade` ώσπου το χώμα να γίνει αφράτο και ζεστό.\n"
    both = pair(LOST, LOST.replace(TEXT, code).replace("Beds", "Παρτέρια"))
    (lost,) = alone(both, BlockState.MISSING)
    (added,) = alone(both, BlockState.EXTRA)

    assert told_lost_blocks(both)(lost)
    assert told_added_blocks(both)(added)


def test_items_of_a_list_of_another_shape_are_neither_lost_nor_added() -> None:
    nested = "- `mint`\n- `sage`\n  - `dill`\n  - `thyme`\n"
    both = pair(nested, nested.replace("  ", ""))
    is_lost, is_added = told_lost_blocks(both), told_added_blocks(both)

    assert all(map(is_lost, alone(both, BlockState.MISSING)))
    assert alone(both, BlockState.EXTRA)
    assert all(map(is_added, alone(both, BlockState.EXTRA)))


def test_a_page_in_a_fence_that_nothing_closes_is_mostly_told() -> None:
    both = pair(LOST, LOST.replace("water\n```", "water").replace("Beds", "Παρτέρια"))
    assert is_mostly_told(both)


def test_a_table_that_became_text_is_neither_lost_nor_added() -> None:
    table = "| Bed | Herb |\n| --- | --- |\n| `one` | mint |\n| `two` | sage |\n"
    both = pair(f"# Beds\n\n{table}", f"# Παρτέρια\n\n{table.replace('---', '—-')}")
    (lost,) = alone(both, BlockState.MISSING)
    (added,) = alone(both, BlockState.EXTRA)

    assert told_lost_blocks(both)(lost)
    assert told_added_blocks(both)(added)
    assert is_mostly_told(both)
