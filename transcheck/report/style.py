"""What the formats for people share: colours, places, and words for counts."""

from __future__ import annotations

from msgspec import Struct

from transcheck.diagnostic import Diagnostic, Severity
from transcheck.text import Range, printable


class Palette(Struct, frozen=True):
    """The terminal's codes for each role (ECMA-48 8.3.117), or none of them."""

    path: str = ""
    error: str = ""
    warning: str = ""
    info: str = ""
    frame: str = ""
    reset: str = ""

    def paint(self, text: str, role: str) -> str:
        """Return a text in the colour of a role, which is the name of a field."""
        code: str = getattr(self, role)
        return f"{code}{text}{self.reset}" if code else text


COLORS = Palette(
    path="\x1b[1m",
    error="\x1b[1;31m",
    warning="\x1b[1;33m",
    info="\x1b[1;36m",
    frame="\x1b[1;34m",
    reset="\x1b[0m",
)
PLAIN = Palette()


def palette(*, color: bool) -> Palette:
    """Return the colours, or their empty twin."""
    return COLORS if color else PLAIN


def place(path: str, where: Range, colors: Palette = PLAIN) -> str:
    """Return ``path:line:column``."""
    shown = colors.paint(printable(path), "path")
    return f"{shown}:{where.start.line}:{where.start.column}"


def headline(diagnostic: Diagnostic, colors: Palette = PLAIN) -> str:
    """Return ``path:line:column: severity[rule] message`` without a line end."""
    severity = diagnostic.severity.value
    return (
        f"{place(diagnostic.path, diagnostic.range, colors)}: "
        f"{colors.paint(f'{severity}[{diagnostic.rule}]', severity)} "
        f"{printable(diagnostic.message)}"
    )


def count(number: int, noun: str) -> str:
    """Return ``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def counts(diagnostics: dict[Severity, int]) -> str:
    """Return ``2 errors, 1 warning``; severities without any are left out."""
    return ", ".join(
        count(diagnostics[severity], severity.value)
        for severity in reversed(Severity)
        if diagnostics.get(severity)
    )
