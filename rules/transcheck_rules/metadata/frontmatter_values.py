"""The rule frontmatter-values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar

from transcheck.align.signals import own_locales
from transcheck.compare.frontmatter import (
    BREAKING,
    STRUCTURAL,
    shared_entries,
    wrong_language,
)
from transcheck.compare.mention import place, related_at, shorten
from transcheck.document import Entry
from transcheck.patterns import late_regex
from transcheck.rule import (
    Edit,
    Finding,
    Fix,
    Pair,
    PairRule,
    Rewrite,
    Severity,
)
from transcheck.targets import NO_LOCALE, normalize

_WORDS = late_regex(r"[^\W\d_]{3}|[^\x00-\x7f]")
_TAG = late_regex(r"</?([^\W\d_][\w.-]*)[^<>]*>")


class FrontmatterValues(PairRule, frozen=True):
    """Values of the frontmatter that are no prose are those of the original."""

    id: ClassVar[str] = "frontmatter-values"
    category: ClassVar[str] = "metadata"
    fixable: ClassVar[bool] = True

    structural: Annotated[
        tuple[str, ...], "Keys whose values tell a program what to do with the page."
    ] = STRUCTURAL

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report values that were changed, and markup that was lost from others."""
        for first, second in shared_entries(pair):
            if first.kind == second.kind == "string" and "<" in (first.value or ""):
                yield from _compare_tags(pair, first, second)
            tag = wrong_language(pair, first, second)
            if tag is not None:
                yield _report_language(pair, first, second, tag)
            elif self._is_changed(pair, first, second):
                yield _report(pair, first, second)

    def written(self, pair: Pair) -> Iterator[str]:
        """Return the keys whose values the translation keeps."""
        for first, second in shared_entries(pair):
            if self._is_structural(first) and first.value == second.value:
                yield first.path[-1]

    def _is_changed(self, pair: Pair, first: Entry, second: Entry) -> bool:
        if first.value == second.value:
            return False
        wrong = self._is_structural(first) or _became_words(first, second)
        return wrong and not _is_localized(pair, first, second)

    def _is_structural(self, entry: Entry) -> bool:
        if entry.value is None or not entry.path[-1].isascii():
            return False
        return entry.path[-1] in self.structural


def _is_localized(pair: Pair, first: Entry, second: Entry) -> bool:
    """Tell whether a value is the same but for the language of its document in it."""
    known = own_locales(pair.original, pair.translation)
    keys = [
        [normalize(entry.value or "", marks).key for entry in (first, second)]
        for marks in (NO_LOCALE, known)
    ]
    return keys[0][0] != keys[0][1] and keys[1][0] == keys[1][1]


def _became_words(first: Entry, second: Entry) -> bool:
    """Tell whether a date, or a yes or no, became words that no program reads."""
    return (
        first.kind in {"boolean", "date"}
        and second.kind == "string"
        and first.path[-1].isascii()
        and _WORDS.search(second.value or "") is not None
    )


def _report_language(pair: Pair, first: Entry, second: Entry, tag: str) -> Finding:
    at = place(pair.translation, second.value_span)
    name, value = shorten(".".join(first.path)), shorten(second.value or "")
    quote = second.value_span.cut(pair.translation.text)[:1]
    if quote not in ("'", '"'):
        quote = '"' if tag.lower() == "no" else ""  # a bare one is a boolean
    return Finding(
        at,
        f"{name} is {value}, and the page is in {shorten(tag)}",
        cause=("language", first.path),
        related=related_at(pair.original, name, first.value_span),
        fix=Fix(
            f"write {shorten(tag)}", (Edit(at, f"{quote}{tag}{quote}"),), safe=False
        ),
        severity=Severity.ERROR,
    )


def _report(pair: Pair, first: Entry, second: Entry) -> Finding:
    name = shorten(".".join(first.path))
    became, value = shorten(second.value or ""), shorten(first.value or "")
    written = first.value_span.cut(pair.original.text)
    edit = Edit(place(pair.translation, second.value_span), written)
    breaks = first.path[-1] in BREAKING or first.kind != second.kind
    return Finding(
        place(pair.translation, second.value_span),
        f"value {value} of {name} became {became}",
        cause=("value", first.path, second.value),
        related=related_at(pair.original, "the value", first.value_span),
        fix=Fix(f"write {value}", (edit,), safe=False),
        severity=Severity.ERROR if breaks else None,
        rewrites=(Rewrite((first.path[-1],), (f"another {first.path[-1]}",)),),
    )


def _compare_tags(pair: Pair, first: Entry, second: Entry) -> Iterator[Finding]:
    """Report a tag in a value that became another."""
    ours, theirs = (Counter(_TAG.findall(one.value or "")) for one in (first, second))
    lost, gained = ours - theirs, theirs - ours
    if lost and gained:
        before, after = next(iter(lost)), next(iter(gained))
        yield Finding(
            place(pair.translation, second.value_span),
            f"tag {shorten(f'<{before}>')} of {shorten('.'.join(first.path))}"
            f" became {shorten(f'<{after}>')}",
            cause=("tag", first.path, before),
            related=related_at(pair.original, "the value", first.value_span),
            severity=Severity.ERROR,
        )
