"""What is said of tags that are not what their originals are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator

from transcheck.align.model import Pair
from transcheck.compare.mention import contrast, place, related_at, shorten
from transcheck.compare.tag_pairs import TagChange, changed_tags
from transcheck.compare.tag_parameters import ParameterChange
from transcheck.compare.tags import Tag
from transcheck.diagnostic import Edit, Finding, Fix, Severity
from transcheck.document import Document, label

# Attributes that only change how an element looks.
_LOOKS = frozenset(
    {"align", "border", "class", "frameborder", "frameBorder", "height", "style"}
    | {"valign", "width"}
)


def report_tags(
    pair: Pair,
    read: Callable[[Document], list[Tag]],
    optional: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Yield findings on the tags of a pair, arguments as of `changed_tags`."""
    numbers: Counter[tuple[str, ...]] = Counter()
    for change in changed_tags(pair, read, optional):
        cause = (
            change.kind,
            change.key or "",
            change.before.name,
            _became(change, pair),
        )
        numbers[cause] += 1
        yield _report(pair, change, (*cause, numbers[cause]))


def _became(change: TagChange, pair: Pair) -> str:
    """Return what several translations must share to be right against the original."""
    if change.parameter is not None:
        return f"{change.parameter.name} {change.parameter.after}"
    if change.kind == "missing":
        return str(change.more)
    if change.kind == "renamed" and change.after is not None:
        return change.after.name
    return label(pair.translation)


def _report(pair: Pair, change: TagChange, cause: tuple[Hashable, ...]) -> Finding:
    origin = label(pair.original)
    message, blame = _say(change, origin)
    return Finding(
        place(pair.translation, change.span),
        message,
        cause=cause,
        block=change.key,
        related=related_at(
            pair.original, f"the {change.before.family}", change.before.span
        ),
        fix=_mend(pair.translation, change),
        severity=_weigh(change),
        blame=blame,
    )


def _quote(tag: Tag) -> str:
    if tag.family in {"placeholder", "include", "formula"}:
        return shorten(tag.source)
    return shorten(tag.written)


def _say(change: TagChange, origin: str) -> tuple[str, str | None]:
    """Return the message, and the one that blames the original where there is one."""
    before, after = change.before, change.after
    end = "the end of " if before.closes else ""
    called = f"{end}{before.family} {_quote(before)}"
    if change.parameter is not None:
        return _say_parameter(change.parameter, called)
    if change.damage is not None:
        return f"{called} is broken: {change.damage.problem}", None
    if change.kind == "renamed" and after is not None:
        new = _quote(after)
        return f"{called} became {new}", f"{called} is {new} in most translations"
    if change.kind == "missing":
        them = f" and {change.more} more" if change.more else ""
        verb = "are" if change.more else "is"
        return (
            f"{called}{them} of {origin} {verb} missing",
            f"{called}{them} {verb} missing in most translations",
        )
    return {
        "quotes": f"{called} is broken: its quotes are not straight",
        "unclosed": f"{called} is not closed",
        "stray": f"the end of {called} closes nothing",
    }[change.kind], None


def _say_parameter(found: ParameterChange, called: str) -> tuple[str, str]:
    name = f"parameter {shorten(found.name)} of {called}"
    if found.after is None:
        return f"{name} is missing", f"{name} is missing in most translations"
    old, new = contrast(found.before, found.after)
    if found.name == found.before:
        return f"{name} became {new}", f"{name} is {new} in most translations"
    return (
        f"{name} became {new} from {old}",
        f"{name} is {new} in most translations, not {old}",
    )


def _weigh(change: TagChange) -> Severity:
    """Return how grave it is: what stops a build or is read as text is an error."""
    before, after, parameter = change.before, change.after, change.parameter
    # Its reader gets no value; a template's tag may well be exchanged or dropped.
    filled = before.family == "placeholder" and not before.source.startswith("{{")
    if change.kind in {"damaged", "quotes", "unclosed", "stray"} or (
        filled and change.inline
    ):
        return Severity.ERROR
    if change.kind == "renamed" and change.strange and after is not None:
        # Another placeholder or component may be known as well.
        loose = before.family in {"placeholder", "component", "formula"}
        return Severity.WARNING if loose and after.name.isascii() else Severity.ERROR
    if parameter is not None:
        if _is_translated(parameter) and not parameter.doubtful:
            return Severity.ERROR
        looks = before.family == "element" and parameter.name in _LOOKS
        return Severity.INFO if looks else Severity.WARNING
    obeyed = before.family in {"directive", "include"}
    if change.kind == "missing" and not (change.inline or obeyed):
        return Severity.INFO
    return Severity.WARNING


def _is_translated(found: ParameterChange) -> bool:
    """Tell whether a keyword or an address became what no tool reads.

    A file may have a translated name, and a capitalised word may be a title.
    """
    before, after = found.before, found.after or ""
    if f"[{before}]({before})" in after:
        return True
    free = "/" in before or "." in before or before[:1].isupper()
    return before.isascii() and not after.isascii() and not free


def _mend(document: Document, change: TagChange) -> Fix | None:
    before, after = change.before, change.after
    if change.damage is not None and change.damage.repairs:
        edits = [
            Edit(place(document, span), text) for span, text in change.damage.repairs
        ]
        return Fix("mend the tag", tuple(edits), safe=False, restructures=True)
    if change.quotes:
        edits = [Edit(place(document, span), '"') for span in change.quotes]
        safe = len(edits) % 2 == 0
        return Fix("write straight quotes", tuple(edits), safe=safe)
    if change.parameter is not None and change.parameter.after is not None:
        edit = Edit(place(document, change.parameter.span), change.parameter.before)
        return Fix("restore the parameter", (edit,), safe=False)
    if change.kind == "renamed" and after is not None:
        if _keys(before) != _keys(after):
            return None  # another one, with parameters of its own
        spans = [after.name_span]
        name = before.written
        if before.closes and not after.closes:
            name = ("end" if before.family == "tag" else "/") + name
        if change.closing is not None:
            spans.append(change.closing.name_span)
        edits = [Edit(place(document, span), name) for span in spans]
        # What was beside an opening tag is in it again.
        opens = change.key is None and not before.closes
        safe = _weigh(change) is Severity.ERROR and not opens
        return Fix("restore the name", tuple(edits), safe=safe, restructures=opens)
    return None


def _keys(tag: Tag) -> frozenset[str | None]:
    return frozenset(argument.key for argument in tag.arguments)
