"""What pages gave as data, to be kept in a file or sent elsewhere, and back.

It is data and nothing else: what it becomes is said by the rules that run, and never by
the data itself. It is for the rules and the version of the tool that it was made with.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any, get_args, get_origin

import msgspec
from msgspec.structs import replace

from transcheck.check.customs import Habits
from transcheck.check.page_result import CheckedFile, PageResult
from transcheck.check.stamp import FileOfPage, Located
from transcheck.errors import TranscheckError
from transcheck.rule import RefinedRule, Rule, SiteRule
from transcheck.ruleset import RuleSet
from transcheck.suppress import Suppressions

# What msgspec raises where a value is none of its kinds, or too large or too deep.
_FAILURES = (TypeError, ValueError, OverflowError, RecursionError)


class CodingError(TranscheckError):
    """What a page gave is no data, or data are not what pages give."""


class _File(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A `CheckedFile`; what judged it is a number in `_Page.judged`."""

    path: str
    tag: str | None
    language: str | None
    page: str
    suppressions: Suppressions
    used: frozenset[int]
    judged: int


class _Page(msgspec.Struct, array_like=True, frozen=True):
    """A `PageResult`; nearly all files of a page are judged by the same rules."""

    checked: tuple[_File, ...]
    judged: tuple[frozenset[str], ...]
    unreadable: tuple[FileOfPage, ...]
    found: tuple[Located, ...]
    facts: dict[str, msgspec.Raw]
    habits: tuple[Habits, ...]


class Codec:
    """Codes what pages gave.

    Args:
        rules: The rules that ran, configured.
        form: `msgspec.msgpack` to keep it, `msgspec.json` to send it.
    """

    def __init__(
        self, rules: Iterable[Rule], form: ModuleType = msgspec.msgpack
    ) -> None:
        self._rules = RuleSet.of(rules)
        self._form = form
        self._encoder = form.Encoder(order="deterministic")
        self._page = form.Decoder(_Page, dec_hook=_restore)
        self._facts: dict[str, Any] = {}  # decoders by rule

    def encode(self, result: PageResult) -> bytes:
        """Return what a page gave as data.

        Raises:
            CodingError: Something in it is not what it was when it comes back.
        """
        judged = list(dict.fromkeys(file.judged for file in result.checked))
        try:
            data: bytes = self._encoder.encode(
                _Page(
                    checked=tuple(
                        _File(
                            path=file.path,
                            tag=file.tag,
                            language=file.language,
                            page=file.page,
                            suppressions=file.suppressions,
                            used=file.used,
                            judged=judged.index(file.judged),
                        )
                        for file in result.checked
                    ),
                    judged=tuple(judged),
                    unreadable=result.unreadable,
                    found=result.found,
                    facts={
                        rule: msgspec.Raw(self._encoder.encode(facts))
                        for rule, facts in result.facts.items()
                    },
                    habits=result.habits,
                )
            )
        except _FAILURES as error:
            raise CodingError(f"no data: {error}") from error
        # A list for a tuple, a number for an enum: only the way back tells.
        if self.decode(data) != replace(result, source=None):
            raise CodingError("a cause or a fact is not of its declared type")
        return data

    def decode(self, data: bytes | msgspec.Raw, *, late: bool = False) -> PageResult:
        """Return what a page gave.

        Args:
            data: What `encode` returned.
            late: Decode the facts of a rule when they are asked for. It is known that
                the data are of these rules.

        Raises:
            CodingError: The data are not what `encode` returns for these rules.
        """
        try:
            page: _Page = self._page.decode(data)
            facts = _LateFacts(page.facts, self._decode_facts)
            if not late and facts.keys() != self._with_facts():
                raise CodingError("the facts of other rules")
            return PageResult(
                checked=tuple(
                    CheckedFile(
                        path=file.path,
                        tag=file.tag,
                        language=file.language,
                        page=file.page,
                        suppressions=file.suppressions,
                        used=file.used,
                        judged=page.judged[file.judged],
                    )
                    for file in page.checked
                ),
                unreadable=page.unreadable,
                found=page.found,
                facts=facts if late else dict(facts),
                habits=page.habits,
            )
        except (*_FAILURES, LookupError) as error:
            raise CodingError(f"not what a page gave: {error}") from error

    def _with_facts(self) -> frozenset[str]:
        """Return the ids of the rules that give facts."""
        rules = (one for one in self._rules if isinstance(one, (SiteRule, RefinedRule)))
        return frozenset(rule.id for rule in rules)

    def _decode_facts(self, rule: str, data: msgspec.Raw) -> tuple[Hashable, ...]:
        if rule not in self._facts:
            kind = _many(fact_type(type(self._rules.find(rule))))
            self._facts[rule] = self._form.Decoder(kind, dec_hook=_restore)
        facts: tuple[Hashable, ...] = self._facts[rule].decode(data)
        return facts


class _LateFacts(Mapping[str, tuple[Hashable, ...]]):
    """The facts of a page, decoded when they are asked for.

    Args:
        data: The facts of each rule.
        decode: Decodes them, with the rule's id.
    """

    __slots__ = ("_data", "_decode")

    def __init__(
        self,
        data: Mapping[str, msgspec.Raw],
        decode: Callable[[str, msgspec.Raw], tuple[Hashable, ...]],
    ) -> None:
        self._data = data
        self._decode = decode

    def __getitem__(self, rule: str) -> tuple[Hashable, ...]:
        """Return the facts of a rule."""
        return self._decode(rule, self._data[rule])

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the rules."""
        return iter(self._data)

    def __len__(self) -> int:
        """Count the rules."""
        return len(self._data)


def fact_type(rule: type[Rule]) -> Any:
    """Return the type that a rule's facts are declared to have, `Hashable` for none."""
    for base in rule.__mro__:
        for declared in vars(base).get("__orig_bases__", ()):
            if get_origin(declared) in (SiteRule, RefinedRule):
                return get_args(declared)[0]
    return Hashable


def _many(kind: Any) -> Any:
    return tuple[kind, ...]


def _restore(kind: type, value: Any) -> Any:
    """Make tuples of the arrays in a value of which no more is known."""
    if kind is not Hashable:
        raise TypeError(f"cannot restore {kind}")
    return _to_tuples(value)


def _to_tuples(value: Any) -> Any:
    return tuple(map(_to_tuples, value)) if isinstance(value, list) else value
