"""The options of a rule: its fields, their types, and values from TOML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from transcheck.errors import did_you_mean
from transcheck.rule import Rule
from transcheck.table import expected

# The types an option may have, in TOML's words.
KINDS: Mapping[Any, str] = {
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    str: "a string",
    tuple[str, ...]: "an array of strings",
}


class Option(Struct, frozen=True, kw_only=True):
    """An option of a rule, as its page shows it.

    Args:
        name: Its key in the configuration, kebab-case.
        kind: The type of its values, one of `KINDS`.
        default: Its default, as TOML.
        description: One sentence.
    """

    name: str
    kind: str
    default: str
    description: str


def options(rule: type[Rule]) -> tuple[Option, ...]:
    """Return the options of a rule, in the order of its fields."""
    kinds = _kinds(rule)
    return tuple(
        Option(
            name=_kebab(field.name),
            kind=KINDS[kinds[field.name]],
            default=as_toml(field.default),
            description="".join(getattr(field.type, "__metadata__", ())),
        )
        for field in fields(rule)
    )


def as_toml(value: object) -> str:
    """Return an option's value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, tuple):
        return f"[{', '.join(map(as_toml, value))}]"
    return str(value)


def check_options(rule: type[Rule], values: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the values that a configuration gives to options.

    Args:
        rule: The rule.
        values: Option name (snake_case) to its value as TOML has it.
    """
    kinds = _kinds(rule)
    known = [_kebab(name) for name in kinds]
    wrong = False
    for name, value in values.items():
        key = _kebab(name)
        if name not in kinds:
            hint = did_you_mean(key, [*known, "severity", "languages"])
            yield f"rules.{rule.id}: no option '{key}'{hint}"
            wrong = True
        elif not _suits(value, kinds[name]):
            yield f"rules.{rule.id}.{key}: {expected(KINDS[kinds[name]], value)}"
            wrong = True
    if not wrong:
        try:
            configured(rule, values)
        except ValueError as error:
            yield f"rules.{rule.id}: {error}"


def configured(rule: type[Rule], values: Mapping[str, Any]) -> Rule:
    """Return a rule with its options set.

    Args:
        rule: The rule.
        values: Option name (snake_case) to its value as TOML has it, without
            mistakes: `check_options` yields none.

    Raises:
        ValueError: The rule itself refuses a value.
    """
    return rule(**{name: _converted(value) for name, value in values.items()})


def _kinds(rule: type[Rule]) -> dict[str, Any]:
    hints = get_type_hints(rule)
    return {name: hints[name] for name in rule.__struct_fields__}


def _suits(value: object, kind: Any) -> bool:
    if isinstance(value, bool):
        return kind is bool
    if kind == tuple[str, ...]:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, (int, float) if kind is float else kind)


def _converted(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _kebab(name: str) -> str:
    return name.replace("_", "-")
