"""From a finding to a diagnostic: lines and columns, severity, file, fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import Enum
from hashlib import blake2b

from msgspec import Struct

from transcheck.diagnostic import (
    Diagnostic,
    EditRange,
    Finding,
    Fix,
    FixRange,
    RelatedRange,
    Severity,
)
from transcheck.rule import Rule
from transcheck.text import Lines, Range


class Located(Struct, frozen=True, kw_only=True):
    """A finding with its lines and columns, which need no text any more.

    Args:
        rule: The rule's id.
        finding: The finding, its spans as offsets.
        severity: How grave it is, where the configuration says nothing.
        range: Where it is.
        related: Where its related places are.
        fix: Its fix.
    """

    rule: str
    finding: Finding
    severity: Severity
    range: Range
    related: tuple[RelatedRange, ...]
    fix: FixRange | None


class FileOfPage(Struct, frozen=True, kw_only=True):
    """A file of a page.

    Args:
        path: The file, as diagnostics print it.
        tag: The language as its path spells it, None when unknown.
        language: The same as BCP 47, None when unknown.
        page: The page's name.
    """

    path: str
    tag: str | None
    language: str | None
    page: str


def locate(rule: Rule, finding: Finding, lines: Callable[[str], Lines]) -> Located:
    """Return a finding with lines and columns.

    Args:
        rule: The rule.
        finding: What it found.
        lines: Gives the lines of a file by its path; what it raises is passed on.
    """
    place = finding.place
    return Located(
        rule=rule.id,
        finding=finding,
        severity=finding.severity or rule.severity,
        range=lines(place.path).range(place.span),
        related=tuple(
            RelatedRange(
                related.place.path,
                lines(related.place.path).range(related.place.span),
                related.message,
            )
            for related in finding.related
        ),
        fix=_locate_fix(finding.fix, lines) if finding.fix else None,
    )


def stamp(
    located: Located, *, file: FileOfPage, severity: Severity, url: str, number: int
) -> Diagnostic:
    """Return a diagnostic.

    Args:
        located: The finding.
        file: The file it is in.
        severity: How grave it is.
        url: Where its rule is documented.
        number: 0 for the first of its cause in a page's language, and so on.
    """
    finding = located.finding
    fingerprint, defect = name_defect(
        located.rule, file.page, file.tag, finding.cause, number
    )
    return Diagnostic(
        rule=located.rule,
        severity=severity,
        message=finding.message,
        help=finding.help,
        url=url,
        path=file.path,
        tag=file.tag,
        language=file.language,
        page=file.page,
        range=located.range,
        related=located.related,
        fix=located.fix,
        fingerprint=fingerprint,
        defect=defect,
    )


def name_defect(
    rule: str, page: str, tag: str | None, cause: Hashable, number: int = 0
) -> tuple[str, str]:
    """Return the fingerprint and the defect of a diagnostic.

    Args:
        rule: The rule's id.
        page: The page's name.
        tag: The file's language as its path spells it, None when unknown.
        cause: The finding's.
        number: As in `stamp`.
    """
    return _digest((rule, page, tag, cause, number)), _digest((rule, cause, number))


def identity(located: Located, file: FileOfPage) -> tuple[Hashable, ...]:
    """Return what makes two diagnostics the same defect, in two runs or in one."""
    return (located.rule, file.page, file.tag, located.finding.cause)


def _locate_fix(fix: Fix, lines: Callable[[str], Lines]) -> FixRange:
    edits = (
        EditRange(
            edit.place.path, lines(edit.place.path).range(edit.place.span), edit.text
        )
        for edit in fix.edits
    )
    return FixRange(fix.description, tuple(edits), fix.safe, fix.restructures)


def _digest(value: Hashable) -> str:
    return blake2b(
        _spell(value).encode(errors="surrogatepass"), digest_size=16
    ).hexdigest()


def _spell(value: Hashable) -> str:
    """Write a cause in a way that is the same in every process."""
    if isinstance(value, Enum):
        return _spell(value.value)
    if isinstance(value, tuple):
        return f"({','.join(map(_spell, value))})"
    if isinstance(value, frozenset):
        return f"{{{','.join(sorted(map(_spell, value)))}}}"
    return repr(value)
