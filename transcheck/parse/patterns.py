"""The rules of a parser that may match at a place, by the character there.

A pattern of mistune's tries its rules one after the other. Most of them start with one
or two characters only, so at a given one there are few to try, at most none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from transcheck.patterns import late_regex

_NOTHING = late_regex(r"(?!)")


class FirstCharacterPatterns(dict[str, re.Pattern[str]]):
    """The pattern to match at a place, by the character there, compiled when asked.

    Args:
        compile_rules: Compiles the pattern of some rules.
        rules: The names of the rules that are tried, in their order.
        first: What a rule may start with, by its name: "0" stands for any digit. A rule
            that is not there may start with anything.
        any_rule: Characters with which any rule may start.
    """

    def __init__(
        self,
        compile_rules: Callable[[list[str]], re.Pattern[str]],
        rules: Sequence[str],
        first: Mapping[str, str],
        any_rule: str = "",
    ) -> None:
        super().__init__()
        self._compile = compile_rules
        self._rules = rules
        self._first = first
        self._any_rule = any_rule

    def __missing__(self, character: str) -> re.Pattern[str]:
        """Compile and keep the pattern of a character that was not asked for before."""
        rules = list(self._rules)
        if character not in self._any_rule:
            key = "0" if character.isdecimal() else character
            rules = [rule for rule in rules if key in self._first.get(rule, key)]
        self[character] = pattern = self._compile(rules) if rules else _NOTHING
        return pattern
