"""Every example on every rule's page, to the letter."""

from __future__ import annotations

import pytest

from transcheck.registry import builtin
from transcheck.rule import Rule
from transcheck.testing import Example, examples, outcome

EXAMPLES = [
    pytest.param(rule, example, id=str(example))
    for rule in builtin()
    for example in examples(rule)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_page_shows_what_is_printed(rule: type[Rule], example: Example) -> None:
    result = outcome(rule, example)
    assert result.report == example.report
    assert {path: result.fixed[path] for path in example.fixed} == example.fixed
