"""Blocks that say the same, and whether one was doubled."""

from __future__ import annotations

import pytest

from transcheck.compare.twins import find_twins, stands_beside
from transcheck.document import CodeBlock, Paragraph, document_blocks
from transcheck.parse import parse


def first_with_twin(text: str, kind: type[CodeBlock | Paragraph]) -> tuple[bool, bool]:
    """Tell whether the last block of a kind has a twin, and whether beside it."""
    document = parse(text, path="de.mdx", tag="de", language="de")
    block = [one for one in document_blocks(document) if isinstance(one, kind)][-1]
    twins = find_twins(document, block)
    beside = any(stands_beside(document, block, twin) for twin in twins)
    return bool(twins), beside


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param(
            "Gieß die Pflanzen.\n\nGieß die Pflanzen.\n",
            Paragraph,
            (True, True),
            id="a doubled paragraph",
        ),
        pytest.param(
            "```py\nimport tuin\ntuin.a()\n```\n\n```py\nimport tuin\ntuin.b()\n```\n",
            CodeBlock,
            (False, False),
            id="code that begins alike",
        ),
        pytest.param(
            "Nimm `Gießkanne` zum Gießen.\n\nNimm `Schlauch` zum Gießen.\n",
            Paragraph,
            (False, False),
            id="a paragraph about another class",
        ),
        pytest.param(
            "{#if a}\n\nGieß die Pflanzen.\n\nDann warte.\n\n"
            "{:else}\n\nGieß die Pflanzen.\n\n{/if}\n",
            Paragraph,
            (True, False),
            id="a paragraph under each of two conditions",
        ),
    ],
)
def test_twins_are_told_from_blocks_that_look_alike(
    text: str, kind: type[CodeBlock | Paragraph], expected: tuple[bool, bool]
) -> None:
    assert first_with_twin(text, kind) == expected
