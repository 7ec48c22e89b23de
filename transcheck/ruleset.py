"""The rules that run, of which those are loaded that are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib import import_module
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from transcheck.options import configured
from transcheck.rule import Rule


class RuleName(Struct, frozen=True):
    """A rule that runs, and where it is.

    Args:
        id: The rule's id.
        module: The module that it is in.
        name: Its class's, in the module.
        options: The options that are set: name (snake_case) to value.
    """

    id: str
    module: str
    name: str
    options: Mapping[str, Any]

    def load(self) -> Rule:
        """Return the rule, configured."""
        return configured(load_class(self.module, self.name), self.options)


class RuleSet(Collection[Rule]):
    """The rules that run, in the order of the docs.

    What a run over pages that have not changed needs is the names of rules, and of
    few the rest; all that they import takes longer than the run.

    Args:
        names: The rules.
        loaded: Those that are loaded, by their ids.
    """

    __slots__ = ("_loaded", "_names")

    def __init__(
        self, names: Iterable[RuleName], loaded: Mapping[str, Rule] | None = None
    ) -> None:
        self._names = {one.id: one for one in names}
        self._loaded = dict(loaded or {})

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> RuleSet:
        """Return rules as a set of rules."""
        if isinstance(rules, cls):
            return rules
        loaded = {rule.id: rule for rule in rules}
        return cls(map(_name_of, loaded.values()), loaded)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rules."""
        return tuple(self._names)

    @property
    def names(self) -> tuple[RuleName, ...]:
        """What is known of the rules where they are not loaded."""
        return tuple(self._names.values())

    def find(self, rule_id: str) -> Rule:
        """Return a rule by its id.

        Raises:
            KeyError: It does not run.
        """
        if rule_id not in self._loaded:
            self._loaded[rule_id] = self._names[rule_id].load()
        return self._loaded[rule_id]

    def __contains__(self, rule: object) -> bool:
        """Tell whether a rule runs."""
        return any(rule == one for one in self)

    def __iter__(self) -> Iterator[Rule]:
        """Load all rules."""
        return map(self.find, self._names)

    def __len__(self) -> int:
        """Count the rules, of which none is loaded."""
        return len(self._names)


def load_class(module: str, name: str) -> type[Rule]:
    """Return the class of a rule.

    Args:
        module: The module that it is in.
        name: Its name there.
    """
    found: type[Rule] = attrgetter(name)(import_module(module))
    return found


def _name_of(rule: Rule) -> RuleName:
    kind = type(rule)
    return RuleName(rule.id, kind.__module__, kind.__qualname__, asdict(rule))
