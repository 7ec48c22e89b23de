"""What is said of links or images that are not what they should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from transcheck.align.model import Pair
from transcheck.compare.leads import Lead, compare_leads
from transcheck.compare.mention import contrast, place, related_at, shorten
from transcheck.diagnostic import Edit, Finding, Fix, Severity
from transcheck.document import Document, Image, Link, label
from transcheck.near_miss import differs_by
from transcheck.patterns import late_regex

# So many losses in one translation are one: it was made of another text.
_MANY = 5
_SHOWN = 5
_PART = late_regex(r"([/#?&])")
# A slip changes one of so many letters of a name at most.
_SLIP = 4


def report_leads(
    pair: Pair, kind: type[Link | Image], *, extra: bool
) -> Iterator[Finding]:
    """Yield the findings on the links or images of a pair.

    Args:
        pair: The documents.
        kind: `Link` or `Image`.
        extra: Those count too that the original does not have.
    """
    lost: list[tuple[Lead, Link | Image]] = []
    once = set()
    leads = [lead for lead in compare_leads(pair, kind) if not lead.leaked]
    shown = _shown_twice(leads)
    for lead in leads:
        if lead.before is None:
            if extra and lead.after is not None:
                yield _report_extra(pair, lead, lead.after)
        elif lead.after is None:
            lost.append((lead, lead.before))
        elif (lead.key, lead.span) not in once:  # a definition serves many links
            once.add((lead.key, lead.span))
            severity = Severity.INFO if lead.replaced else None
            if kind is Image and (lead.mangled or lead.after.target in shown):
                severity = Severity.ERROR
            yield _report_changed(pair, lead, lead.before, lead.after, severity)
    if len(lost) >= _MANY:
        yield _report_many(pair, lost)
    else:
        for lead, before in lost:
            yield _report_lost(pair, lead, before)


def _shown_twice(leads: list[Lead]) -> set[str]:
    """Return the targets that came in the place of two that differ."""
    pairs = {
        (lead.before.target, lead.after.target)
        for lead in leads
        if lead.before is not None and lead.after is not None
    }
    count = Counter(after for _, after in pairs)
    return {target for target, number in count.items() if number > 1}


def _report_changed(
    pair: Pair,
    lead: Lead,
    before: Link | Image,
    after: Link | Image,
    severity: Severity | None,
) -> Finding:
    noun, called = _names(before)
    old, new = contrast(before.target, after.target)
    nothing = ", which does not exist" if lead.missing else ""
    return Finding(
        place(pair.translation, lead.span),
        f"{called} {old} became {new}{nothing}",
        cause=(noun, lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=related_at(pair.original, f"the {noun}", before.span),
        blame=f"{called} {old} is {new} in most translations",
        # What a translator chose is not taken back.
        fix=None if lead.replaced else _restore(pair, lead, before, after),
        severity=severity,
        # What is surely wrong is no custom, however often it was done.
        rewrites=() if severity is Severity.ERROR else lead.rewrites,
    )


def _restore(
    pair: Pair, lead: Lead, before: Link | Image, after: Link | Image
) -> Fix | None:
    """Return how to write what the original leads to, None where that is not sure.

    A target that leads somewhere else may be meant, and the links of a text stand in
    another order; so it must lead to nothing, or be the original's but for a slip.
    """
    inline = before.form == after.form == "inline"
    if not inline or after.target_span is None:
        return None
    parts = [*map(_PART.split, (before.target, after.target))]
    ends = [*zip(*map(reversed, parts), strict=False)]
    changed = [number for number, (old, new) in enumerate(ends) if old != new]
    if not changed:
        return None
    at = changed[0]
    old, new = ends[at]
    # Where the original's begins, the translation's may have a language's folder.
    if _is_slip(old, new) and changed[1:] in ([], [len(parts[0]) - 1]):
        written = parts[1][:]
        written[-1 - at] = old
        target = "".join(written)
    elif lead.missing and _is_same_place(pair, before.target):
        target = before.target
        folder = _folder(pair.translation, after.target)
        if folder and target.startswith("/"):
            target = folder + target.removeprefix(_folder(pair.original, target))
    else:
        return None
    edit = Edit(place(pair.translation, after.target_span), target)
    return Fix(f"write {shorten(target)}", (edit,), safe=False)


def _is_slip(first: str, second: str) -> bool:
    """Tell whether a part of a target is another, but for a few letters."""
    one, other = first.casefold(), second.casefold()
    return differs_by(one, other, max(len(one), len(other)) // _SLIP)


def _folder(document: Document, target: str) -> str:
    """Return the folder of a document's language that an address begins with."""
    first = target[1:].partition("/")[0]
    named = target.startswith("/") and first.lower() == (document.tag or "").lower()
    return f"/{first}" if named and first else ""


def _is_same_place(pair: Pair, target: str) -> bool:
    """Tell whether a target means the same in both files.

    A relative one does only in folders of the same depth.
    """
    deep = [side.path.count("/") for side in (pair.original, pair.translation)]
    return "://" in target or target.startswith("/") or deep[0] == deep[1]


def _report_lost(pair: Pair, lead: Lead, before: Link | Image) -> Finding:
    noun, called = _names(before)
    old = shorten(before.target)
    return Finding(
        place(pair.translation, lead.span),
        f"{called} {old} of {label(pair.original)} is missing",
        cause=(noun, lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=related_at(pair.original, f"the {noun}", before.span),
        blame=f"{called} {old} is missing in most translations",
    )


def _report_many(pair: Pair, lost: list[tuple[Lead, Link | Image]]) -> Finding:
    """Return the one finding on losses that are too many to be mistakes."""
    noun, _ = _names(lost[0][1])
    targets = [shorten(before.target) for _, before in lost]
    more = len(targets) - _SHOWN
    shown = ", ".join(targets[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
    return Finding(
        place(pair.translation, lost[0][0].span),
        f"{len(lost)} {noun}s of {label(pair.original)} are missing",
        cause=(f"many {noun}s",),
        related=related_at(
            pair.original, f"the {noun}", *(one.span for _, one in lost[:_SHOWN])
        ),
        help=f"Missing are {shown}.",
        blame=f"{len(lost)} {noun}s are missing in most translations",
    )


def _report_extra(pair: Pair, lead: Lead, after: Link | Image) -> Finding:
    noun, called = _names(after)
    origin, new = label(pair.original), shorten(after.target)
    block = lead.pair.original
    nothing = ", and leads to nothing" if lead.missing else ""
    return Finding(
        place(pair.translation, lead.span),
        f"{called} {new} is not in {origin}{nothing}",
        cause=(f"extra {noun}", lead.pair.key, *lead.key),
        block=lead.pair.key,
        related=related_at(pair.original, "the text", block.span if block else None),
        severity=None if lead.missing else Severity.INFO,
        blame=f"{called} {new}, which most translations have, is missing",
    )


def _names(lead: Link | Image) -> tuple[str, str]:
    """Return what a link or image is, and how it is called with its target."""
    return ("image", "image") if isinstance(lead, Image) else ("link", "link to")
