"""Questions and exclamations without their other half."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.inverted_marks import find_unpaired
from transcheck.typography import punctuation

OPENINGS = punctuation("es").openings


def opened(text: str, original: str = "") -> list[str]:
    """Return a text with each mark that it lacks, in braces where it is not sure."""
    result = []
    for one in find_unpaired(text, OPENINGS, original):
        mark = OPENINGS.get(one.mark, "_")
        mark = mark if one.sure else f"{{{mark}}}"
        start = one.offset if one.start is None else one.start
        result.append(text[:start] + mark + text[start:])
    return result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Qué es?", ["¿Qué es?"], id="a whole text"),
        pytest.param("3. Qué es?", ["3. ¿Qué es?"], id="after a number"),
        pytest.param("✏️ Hazlo!", ["✏️ ¡Hazlo!"], id="after an emoji"),
        pytest.param("Ya. Qué es?", ["Ya. {¿}Qué es?"], id="after a sentence"),
        pytest.param("Y, qué es?", ["Y, {¿}qué es?"], id="after a comma"),
        pytest.param("Vale (si) así!", ["¡Vale (si) así!"], id="brackets"),
        pytest.param("Bien! Sí!", ["{¡}Bien! Sí!", "Bien! {¡}Sí!"], id="two"),
        pytest.param("¿Qué es", ["{_}¿Qué es"], id="not closed"),
        pytest.param("¿Qué es?", [], id="both"),
        pytest.param("¡Qué es?", [], id="a question that exclaims"),
        pytest.param("¡¿Qué es?!", [], id="four marks"),
        pytest.param("Pero ¿qué es?", [], id="opened within"),
        pytest.param("Usa a?b=c y !(x)", [], id="code"),
        pytest.param("Mal :! así", [], id="a face"),
        pytest.param("\ufffc?", [], id="code alone"),
        pytest.param('Imprime "Well done!" ya', [], id="a quotation"),
        pytest.param("Uso Yahoo! aquí", [], id="a name within a sentence"),
    ],
)
def test_find_unpaired(text: str, expected: list[str]) -> None:
    assert opened(text) == expected


def test_what_the_original_has_too_is_a_name() -> None:
    assert not opened("Con Yahoo! Finance va", "With Yahoo! Finance it does")


@given(st.text(st.sampled_from('aÁ ¿?¡!().,"\n\ufffc1'), max_size=40), st.text())
def test_places_are_in_the_text(text: str, original: str) -> None:
    for one in find_unpaired(text, OPENINGS, original):
        assert text[one.offset] == one.mark
        assert one.start is None or 0 <= one.start < one.offset


@given(st.text(st.sampled_from("aÁ ,1"), max_size=20))
def test_a_sure_fix_holds(text: str) -> None:
    for one in find_unpaired(text + "?", OPENINGS, ""):
        if one.sure and one.start is not None:
            fixed = text[: one.start] + "¿" + text[one.start :] + "?"
            assert not list(find_unpaired(fixed, OPENINGS, ""))
