"""The rule typographic-style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from transcheck.compare.conventions import (
    Deviation,
    Habit,
    find_deviations,
    find_habits,
)
from transcheck.rule import (
    AlignedPage,
    Edit,
    Finding,
    Fix,
    Place,
    Related,
    Severity,
    SiteRule,
    Span,
)
from transcheck.typography import Convention, punctuation

# Where so many pages and places agree, the others are slips.
_NEARLY_ALL = 0.95
# So many more places are shown.
_SHOWN = 4
# Where a mark was written, its other form is right whatever is said.
_SURE = frozenset({Convention.APOSTROPHES, Convention.ELLIPSES})
_APOSTROPHES = {"'": "straight", "’": "curly", "\u02bc": "U+02BC"}
_SPACES = frozenset({Convention.SPACES, Convention.SPACES_OF_NUMBERS})


class TypographicStyle(SiteRule[Habit], frozen=True):
    """Marks are set as on most pages of their language."""

    id: ClassVar[str] = "typographic-style"
    category: ClassVar[str] = "punctuation"
    fixable: ClassVar[bool] = True

    quotes: Annotated[bool, "Look at the quotation marks."] = True
    apostrophes: Annotated[bool, "Look at the apostrophes."] = True
    dashes: Annotated[bool, "Look at the dashes, and the spaces around them."] = True
    ellipses: Annotated[bool, "Look at the ellipses."] = True
    spaces: Annotated[
        bool,
        "Look at the spaces between ideographs or kana and Latin letters or numbers.",
    ] = True
    digits: Annotated[bool, "Look at the digits of languages with their own."] = True
    share: Annotated[
        float, "So many pages, and so many places on them, show what the convention is."
    ] = 0.9

    def facts(self, page: AlignedPage) -> Iterable[Habit]:
        """Return what the documents of a page do."""
        wanted = {
            Convention.QUOTES: self.quotes,
            Convention.APOSTROPHES: self.apostrophes,
            Convention.DASHES: self.dashes,
            Convention.ELLIPSES: self.ellipses,
            Convention.SPACES: self.spaces,
            Convention.SPACES_OF_NUMBERS: self.spaces,
            Convention.DIGITS: self.digits,
        }
        return (one for one in find_habits(page) if wanted[one.convention])

    def check(self, facts: tuple[Habit, ...]) -> Iterator[Finding]:
        """Report each form of a document that is not the one of its language."""
        for deviation in find_deviations(facts, self.share):
            yield _report(deviation)


def _report(deviation: Deviation) -> Finding:
    habit, form, usual = deviation.habit, deviation.form, deviation.usual
    convention = habit.convention
    places = [Place(habit.path, span) for span in form.spans]
    as_usual = sum(one.count for one in habit.forms if one.form == usual)
    return Finding(
        places[0],
        f"{_say(convention, form.form)}, where {deviation.pages} of {deviation.of}"
        f" pages in {habit.label} mostly have {_name(convention, usual)}",
        cause=("style", convention.value, form.form),
        related=tuple(Related(place, "here too") for place in places[1 : 1 + _SHOWN]),
        help=f"This file has {form.count} of them, and {as_usual} as most pages do.",
        fix=_fix(deviation, places),
        severity=None if deviation.agreement >= _NEARLY_ALL else Severity.INFO,
    )


def _say(convention: Convention, form: str) -> str:
    if convention in _SPACES:
        return f"{'a' if form else 'no'} {convention.value}"
    if convention is Convention.APOSTROPHES:
        return f"{_APOSTROPHES[form]} {convention.value}"
    return f"{convention.value} {_name(convention, form)}"


def _name(convention: Convention, form: str) -> str:
    if convention in _SPACES:
        return "one" if form else "none"
    if convention is Convention.APOSTROPHES:
        return f"{_APOSTROPHES[form]} ones"
    if convention is Convention.QUOTES:
        return f"{form[0]}…{form[1]}"
    if convention is Convention.DIGITS:
        return f"{form}-{chr(ord(form) + 9)}"
    return f"'{form}'"


def _fix(deviation: Deviation, places: list[Place]) -> Fix | None:
    form, usual = deviation.form, deviation.usual
    convention = deviation.habit.convention
    if not form.plain or form.count > len(places):
        return None
    if convention is not Convention.QUOTES:
        edits = tuple(Edit(place, usual) for place in places)
    elif punctuation(deviation.habit.language).spaces:
        return None  # spaces belong to some of its marks and not to others
    else:
        edits = tuple(
            Edit(Place(place.path, span), mark)
            for place in places
            for span, mark in zip(_ends(place.span), usual, strict=True)
        )
    return Fix("write them as usual", edits, safe=convention in _SURE)


def _ends(span: Span) -> tuple[Span, Span]:
    return Span(span.start, span.start + 1), Span(span.end - 1, span.end)
