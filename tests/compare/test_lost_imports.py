"""Components that a translation uses, and imports no longer."""

from __future__ import annotations

import pytest

from transcheck.align.page import align_pair
from transcheck.compare.lost_imports import lost_imports
from transcheck.parse import parse

ENGLISH = """\
import Bed, { Row as Line, Seed } from "../beds";
import * as Tools from "../tools";

<Bed>

Sow a <Seed /> along the <Line />, with a <Tools.Spade />.

</Bed>
"""


@pytest.mark.parametrize(
    ("imports", "lost"),
    [
        pytest.param(
            'import Bed, { Row as Line, Seed } from "../../beds";\n'
            'import * as Tools from "../../tools";\n',
            [],
            id="all are imported from elsewhere",
        ),
        pytest.param(
            'import Bed, { Row, Seed } from "../beds";\n',
            ["Line", "Tools"],
            id="one of some names and another line are lost",
        ),
        pytest.param(
            'import {\n  Bed,\n  Line,\n} from "../beds";\n'
            "export const Seed = () => <b>x</b>;\n"
            'import Tools from "../tools";\n',
            [],
            id="over several lines, and one is defined in the page",
        ),
        pytest.param(
            'import { Row } from "../Bed";\n',
            ["Bed", "Seed", "Line", "Tools"],
            id="a path is no name",
        ),
    ],
)
def test_a_component_that_is_used_is_imported_where_the_original_imports_it(
    imports: str, lost: list[str]
) -> None:
    body = ENGLISH.partition("\n\n")[2].replace("Sow", "Siembra")
    original = parse(ENGLISH, path="en.mdx", tag="en", language="en")
    translation = parse(f"{imports}\n{body}", path="es.mdx", tag="es", language="es")
    found = list(lost_imports(align_pair(original, translation)))

    assert [one.name for one in found] == lost
    assert [one.used.cut(translation.text) for one in found] == lost
    assert [one.imported.cut(original.text) for one in found] == lost


def test_nothing_is_owed_that_is_not_used_or_not_imported_by_the_original() -> None:
    original = parse(
        'import Bed from "../beds";\n\nSow a <Seed />.\n', path="en.mdx", tag="en"
    )
    translation = parse("Siembra una <Seed />.\n", path="es.mdx", tag="es")

    assert not list(lost_imports(align_pair(original, translation)))
