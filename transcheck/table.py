"""TOML, and typed values from its tables, every mistake in them told."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from transcheck.errors import ConfigError, did_you_mean


def parse_toml(text: str) -> dict[str, Any]:
    """Return what a text in TOML says.

    Raises:
        ConfigError: It is not TOML.
    """
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415 - only runs with a configuration need it
    else:
        import tomli as tomllib  # noqa: PLC0415 - only runs with a configuration need it

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"not TOML: {error}"]) from None


class Table:
    """Takes the values of a table one by one, and tells what is wrong with them.

    A value that is wrong is told and counts as absent.

    Args:
        values: The table.
        problems: Where mistakes are told: a sentence each that starts with the key.
        name: The dotted name of the table, "" for the outermost.
    """

    def __init__(
        self, values: Mapping[str, Any], problems: list[str], name: str = ""
    ) -> None:
        self._values = values
        self._problems = problems
        self._name = name
        self._known: list[str] = []

    def text(self, key: str) -> str | None:
        """Take a string."""
        value = self._take(key)
        if value is None or isinstance(value, str):
            return value
        self.refuse(key, expected("a string", value))
        return None

    def truth(self, key: str) -> bool | None:
        """Take a boolean."""
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return value
        self.refuse(key, expected("true or false", value))
        return None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Take an array of strings."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, list):
            self.refuse(key, expected("an array of strings", value))
            return None
        for item in value:
            if not isinstance(item, str):
                wanted = "expected an array of strings"
                self.refuse(key, f"{wanted}, it holds {describe(item)}")
                return None
        return tuple(value)

    def choice(self, key: str, names: Sequence[str]) -> str | None:
        """Take one of some strings."""
        value = self._take(key)
        if value is None or (isinstance(value, str) and value in names):
            return value
        hint = did_you_mean(value, names) if isinstance(value, str) else ""
        self.refuse(key, expected(" or ".join(names), value) + hint)
        return None

    def table(self, key: str) -> Table | None:
        """Take a table."""
        value = self._take(key)
        if value is None:
            return None
        name = self._full(key)
        if isinstance(value, dict):
            return Table(value, self._problems, name)
        self.refuse(key, expected("a table", value))
        return None

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Take every value that is left as a table, with its key."""
        for key in self.rest():
            table = self.table(key)
            if table is not None:
                yield key, table

    def options(self) -> dict[str, Any]:
        """Take every value that is left as it is; the keys become snake_case."""
        options: dict[str, Any] = {}
        for key in self.rest():
            if "_" in key:
                hint = f"; did you mean '{key.replace('_', '-')}'?"
                self._problems.append(f"{self._name}: no option '{key}'{hint}")
            else:
                options[key.replace("-", "_")] = self._take(key)
        return options

    def finish(self) -> None:
        """Tell the keys that were not taken, which do not exist."""
        place = f"{self._name}: " if self._name else ""
        for key in self.rest():
            hint = did_you_mean(key, self._known)
            self._problems.append(f"{place}no key '{key}'{hint}")

    def _take(self, key: str) -> Any:
        self._known.append(key)
        return self._values.get(key)

    def rest(self) -> list[str]:
        """Return the keys that were not taken."""
        return [key for key in self._values if key not in self._known]

    def _full(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def refuse(self, key: str, sentence: str) -> None:
        """Tell what is wrong with the value of a key."""
        self._problems.append(f"{self._full(key)}: {sentence}")


def expected(what: str, value: object) -> str:
    """Return the sentence for a value of the wrong kind."""
    return f"expected {what}, got {describe(value)}"


def describe(value: object) -> str:
    """Return what a TOML value is and says: ``string 'x'``, ``boolean true``."""
    if isinstance(value, bool):
        return f"boolean {str(value).lower()}"
    for kind, name in ((str, "string"), (int, "integer"), (float, "float")):
        if isinstance(value, kind):
            return f"{name} {value!r}"
    if isinstance(value, dict):
        return "a table"
    return "an array" if isinstance(value, list) else f"date or time {value}"
