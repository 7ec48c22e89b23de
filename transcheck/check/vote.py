"""Who is to blame: the translations, or the text they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import AlignedPage, Pair
from transcheck.diagnostic import Finding, Related, Severity
from transcheck.document import Document, label

# The original is blamed by so many translations, and by so large a share of them.
_LEAST_TRANSLATIONS = 3
_LEAST_SHARE = (4, 5)

# Places of translations that a diagnostic on the original shows.
_SHOWN = 5


class Judged(Struct, frozen=True):
    """A pair that a rule looked at, and what it found there."""

    pair: Pair
    findings: tuple[Finding, ...]


def collapse(findings: Iterable[Finding]) -> list[Finding]:
    """Return the first finding of each cause in each file.

    Args:
        findings: What one rule found.
    """
    first: dict[object, Finding] = {}
    for finding in sorted(findings, key=lambda finding: finding.place.span):
        first.setdefault((finding.place.path, finding.cause), finding)
    return list(first.values())


def vote(page: AlignedPage, judged: Sequence[Judged]) -> list[Finding]:
    """Return what one rule found on a page, at the documents that are to blame.

    Where the page has an original, it is blamed in place of its translations when
    at least three of them, and four fifths of those that have the block in
    question, show the same cause. Without an original, whatever the majority of the
    documents does is right; where no majority agrees, as with two documents, each
    finding is an info.

    Args:
        page: The page.
        judged: The pairs that the rule accepts, collapsed.
    """
    by_cause: dict[object, list[tuple[Pair, Finding]]] = {}
    for one in judged:
        for finding in one.findings:
            by_cause.setdefault(finding.cause, []).append((one.pair, finding))
    settled: list[Finding] = []
    for alike in by_cause.values():
        voters = _count_voters(page, judged, alike)
        is_common = len(alike) > 1 and 2 * len(alike) > voters
        showing = [(pair, _soften(one) if is_common else one) for pair, one in alike]
        found = [finding for _, finding in showing]
        if page.original is None and _is_split(page, judged, len(showing), voters):
            settled += [replace(finding, severity=Severity.INFO) for finding in found]
        elif _is_outvoted(page, len(showing), voters) and _blames(
            page.reference, found
        ):
            settled.append(_blame(page, showing, voters))
        else:
            settled += found
    return settled


def _soften(finding: Finding) -> Finding:
    return replace(finding, severity=finding.shared or finding.severity)


def _count_voters(
    page: AlignedPage,
    judged: Sequence[Judged],
    showing: Sequence[tuple[Pair, Finding]],
) -> int:
    """Return how many translations have the block, or show the cause.

    Where the cause is about no block, every translation of the page has a say.
    """
    block = showing[0][1].block
    if block is None:
        return len(page.pairs)
    shown = {id(pair) for pair, _ in showing}
    return sum(
        block in one.pair.aligned_keys or id(one.pair) in shown for one in judged
    )


def _is_split(
    page: AlignedPage, judged: Sequence[Judged], showing: int, voters: int
) -> bool:
    """Tell whether no majority of the documents agrees, without an original.

    Texts that were written apart have no such majority: most of them were not even
    looked at, for they do not match the one that was elected.
    """
    alike = min(voters, len(judged)) - showing + 1
    return voters == 1 or 2 * max(showing, alike) < len(page.pairs) + 1


def _is_outvoted(page: AlignedPage, showing: int, voters: int) -> bool:
    if page.original is None:
        return 2 * showing > voters
    share, whole = _LEAST_SHARE
    return showing >= _LEAST_TRANSLATIONS and whole * showing >= share * voters


def _blames(reference: Document | None, found: Sequence[Finding]) -> bool:
    """Tell whether there is a place in the reference to put the blame."""
    related = found[0].related
    return (
        reference is not None
        and bool(related)
        and related[0].place.path == reference.path
    )


def _blame(
    page: AlignedPage, showing: Sequence[tuple[Pair, Finding]], voters: int
) -> Finding:
    first = showing[0][1]
    names = [label(pair.translation) for pair, _ in showing]
    shown = ", ".join(names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    others = "other documents" if page.original is None else "translations"
    return replace(
        first,
        place=first.related[0].place,
        message=first.blame or first.message,
        related=tuple(
            Related(finding.place, f"in {name}")
            for name, (_, finding) in zip(names[:_SHOWN], showing, strict=False)
        ),
        help=f"{len(names)} of {voters} {others} agree against it: {shown}{more}",
        fix=None,
    )
