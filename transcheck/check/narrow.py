"""Which files of a page suffice to tell what is wrong in those that were named.

A hook names a translation or two of a page in a dozen languages. What is found in a
translation mostly depends on it and its original; the others of the page may excuse
it, when they all do the same. So they are read where something was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from transcheck.check.stamp import Located
from transcheck.diagnostic import Severity
from transcheck.rule import DocumentRule, FileRule, PairRule, Rule
from transcheck.site import PageFiles

# Two translations that share one in so many of their lines, other than those of the
# original, may be one text that was saved in two places.
_MUCH = 4
_LEAST = 30  # bytes; shorter lines say little


class Reported(Struct, frozen=True):
    """What is reported of a page.

    Args:
        files: In these files.
        least: As grave as that, or graver.
        severities: Of rules whose findings are not as grave as they say.
    """

    files: frozenset[str]
    least: Severity = Severity.INFO
    severities: Mapping[str, Severity] = field(default_factory=dict)


def narrow(
    page: PageFiles, named: frozenset[str], read: Callable[[str], bytes]
) -> PageFiles | None:
    """Return a page with its original and the files that were named alone.

    Args:
        page: The page.
        named: The files to report on.
        read: Gives the bytes of a file; an OSError says why it cannot be read.

    Returns:
        None where all files of the page are needed: one without original, one whose
        original was named, and one in which another file has much of a named one.
    """
    source = page.files.get(page.original or "")
    if source is None or source in named:
        return None
    wanted = least_files(page, named)
    if not 1 < len(wanted) < len(page.files):
        return None
    left_out = {tag: path for tag, path in page.files.items() if tag not in wanted}
    try:
        known = _lines(read(source))
        ours = [_lines(read(path)) - known for path in wanted.values()]
        others = [_lines(read(path)) - known for path in left_out.values()]
    except OSError:
        return None
    if any(_are_alike(one, other) for one in ours for other in others):
        return None
    return replace(page, files=wanted, left_out=tuple(left_out))


def least_files(page: PageFiles, named: frozenset[str]) -> dict[str, str]:
    """Return the files of a page that are always read: tag to path.

    Args:
        page: The page.
        named: The files to report on.
    """
    return {
        tag: path
        for tag, path in page.files.items()
        if tag == page.original or path in named
    }


def depends_on_others(
    found: Iterable[Located], rules: Iterable[Rule], reported: Reported
) -> bool:
    """Tell whether other translations might excuse what is to be reported.

    Args:
        found: What was found in the named files and the original.
        rules: The rules that ran.
        reported: What is reported of it.
    """
    excusable = {rule.id for rule in rules if _may_be_excused(rule)}
    for one in found:
        if one.rule in excusable and one.finding.place.path in reported.files:
            severity = reported.severities.get(one.rule, one.severity)
            if severity.rank >= reported.least.rank:
                return True
    return False


def _may_be_excused(rule: Rule) -> bool:
    if isinstance(rule, PairRule):
        return rule.voting
    return not isinstance(rule, (DocumentRule, FileRule))


def _are_alike(ours: frozenset[bytes], others: frozenset[bytes]) -> bool:
    """Tell whether much of a text is in another."""
    return len(ours & others) * _MUCH > min(len(ours), len(others))


def _lines(content: bytes) -> frozenset[bytes]:
    lines = (line.strip() for line in content.splitlines())
    return frozenset(line for line in lines if len(line) >= _LEAST)
