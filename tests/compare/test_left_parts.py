"""Sentences of the original in texts that were translated."""

from __future__ import annotations

import pytest

from transcheck.align import align_pair
from transcheck.compare.left_parts import left_part
from transcheck.parse import parse

SENTENCE = "Open the roof of the greenhouse before the `heating` starts in the morning."


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        pytest.param(
            SENTENCE,
            f"{SENTENCE}\nÖffne das Dach, bevor die Heizung am Morgen angeht.",
            SENTENCE,
            id="above its translation",
        ),
        pytest.param(
            SENTENCE,
            "Öffne das Dach des Gewächshauses, before the `heating` starts in the"
            " morning.",
            None,
            id="too few words to tell",
        ),
        pytest.param(
            f"Wait for the sun. {SENTENCE}",
            "Warte auf die Sonne. Open the roof of the greenhouse before the `heating`"
            " starts in the morning.",
            SENTENCE,
            id="the second half",
        ),
        pytest.param(
            f'The sign says: "{SENTENCE}"',
            f'Auf dem Schild steht: "{SENTENCE}"',
            None,
            id="a quotation",
        ),
        pytest.param(
            "Read How to Build the Roof of Your Own Greenhouse in a Day",
            "Lies How to Build the Roof of Your Own Greenhouse in a Day",
            None,
            id="a title",
        ),
    ],
)
def test_only_sentences_that_were_left_are_found(
    original: str, translation: str, expected: str | None
) -> None:
    pair = align_pair(
        parse(f"{original}\n", path="en.md", tag="en", language="en"),
        parse(f"{translation}\n", path="de.md", tag="de", language="de"),
    )
    ((_, first, second),) = pair.translated()
    span = left_part(pair, first, second)
    assert (span and span.cut(pair.translation.text)) == expected
