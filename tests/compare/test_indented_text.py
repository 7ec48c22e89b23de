"""Text that became code because it is indented too far."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_pair
from transcheck.compare.indented_text import texts_as_code
from transcheck.parse import parse

START = "# Tent\n\nPut the `pole` into the hole.\n\n"
END = "Read `more`, or ask [us](us.md).\n"


def found(original: str, translation: str) -> list[tuple[str, int]]:
    """Return the code that is text, and how much of the original it stands for."""
    pair = align_pair(
        parse(START + original + END, path="en.md", tag="en", language="en"),
        parse(START + translation + END, path="lt.md", tag="lt", language="lt"),
    )
    return [(one.block.content, len(one.keys)) for one in texts_as_code(pair)]


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param(
            "Tie it.\n\n",
            "    Pririškite.\n\n",
            [("Pririškite.\n", 1)],
            id="a paragraph",
        ),
        pytest.param(
            "- Tie it.\n- Cut it.\n\n",
            "    - Pririškite.\n    - Nupjaukite.\n\n",
            [("- Pririškite.\n- Nupjaukite.\n", 1)],
            id="a list",
        ),
        pytest.param(
            "Tie it.\n\nCut it.\n\n",
            "    Pririškite.\n\n    Nupjaukite.\n\n",
            [("Pririškite.\n\nNupjaukite.\n", 2)],
            id="two paragraphs are one block of code",
        ),
        pytest.param(
            "## Night\n\n",
            "    ## Naktis\n\n",
            [("## Naktis\n", 1)],
            id="a heading",
        ),
        pytest.param(
            "    tie it\n\n", "    pririškite\n\n", [], id="the original has code too"
        ),
        pytest.param(
            "Tie it.\n\n",
            "Pririškite.\n\n    pririškite dabar\n\n",
            [],
            id="nothing is lost",
        ),
        pytest.param(
            "Tie it.\n\n", "    $ tie --now 5\n\n", [], id="it has few letters"
        ),
        pytest.param(
            "Tie it.\n\n", "```\nPririškite.\n```\n\n", [], id="it is in a fence"
        ),
    ],
)
def test_code_is_text_where_a_text_is_lost(
    original: str, translation: str, expected: list[tuple[str, int]]
) -> None:
    assert found(original, translation) == expected
