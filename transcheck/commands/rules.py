"""The commands rules and explain: which rules there are, and the page of one."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from transcheck import registry
from transcheck.rule import Rule


def list_rules() -> Iterator[str]:
    """Yield a line for each rule, by category, in the order of the docs.

    Raises:
        PluginError: A third-party rule cannot be used.
    """
    rules = registry.available()
    width = max(len(rule.id) for rule in rules)
    for category in dict.fromkeys(rule.category for rule in rules):
        yield f"{category}\n"
        for rule in rules:
            if rule.category == category:
                fix = " (fixable)" if rule.fixable else ""
                severity = rule.severity.value
                yield f"  {rule.id:{width}}  {severity:7}  {summary(rule)}{fix}\n"


def explain(rule_id: str) -> Iterator[str]:
    """Yield the page of a rule, Markdown.

    Raises:
        InputError: There is no such rule.
        PluginError: A third-party rule cannot be used, or has no page.
    """
    yield registry.rule_page(rule_id).rstrip("\n") + "\n"


def summary(rule: type[Rule]) -> str:
    """Return the first line of a rule's docstring."""
    return (inspect.getdoc(rule) or "").partition("\n")[0]
