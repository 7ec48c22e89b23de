"""The rule frontmatter-keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from transcheck.compare.frontmatter import NEEDED, find_language_key
from transcheck.compare.mention import place, related_at, shorten
from transcheck.document import Entry, Frontmatter
from transcheck.rule import Finding, Pair, PairRule, Rewrite, Severity, label
from transcheck.text import Span

# Keys that each language has for itself: what it is, who translated or reviewed it and
# when, and where its old addresses lead.
_OWN = (
    "aliases",
    "author",
    "authors",
    "default_lang_commit",
    "drifted_from_default",
    "l10n",
    "lang",
    "language",
    "lastmod",
    "locale",
    "redirect_from",
    "ref",
    "reviewers",
    "source_hash",
    "translationKey",
    "translator",
    "translators",
)
# Keys are alike from so many percent on.
_ALIKE = 70
_FALSE = frozenset({"false", "no", "off"})
# What a page has that has any, as a word beside the keys.
_ANY = "---"


class FrontmatterKeys(PairRule, frozen=True):
    """The frontmatter of a translation has the keys of its original."""

    id: ClassVar[str] = "frontmatter-keys"
    category: ClassVar[str] = "metadata"

    ignored: Annotated[tuple[str, ...], "Keys that no translation owes."] = _OWN

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the keys that are missing or written in another way."""
        first, second = pair.original.frontmatter, pair.translation.frontmatter
        if first is None or first.error is not None:
            return
        if second is None:
            if self._owed(first):
                yield _report_none(pair, first)
        elif second.error is None:
            yield from self._compare(pair, first, second)

    def written(self, pair: Pair) -> Iterator[str]:
        """Return the keys that the translation keeps."""
        first, second = pair.original.frontmatter, pair.translation.frontmatter
        if first is not None and second is not None:
            yield _ANY
            theirs = {entry.path for entry in second.entries}
            for entry in self._owed(first):
                if entry.path in theirs:
                    yield ".".join(entry.path)

    def _compare(
        self, pair: Pair, first: Frontmatter, second: Frontmatter
    ) -> Iterator[Finding]:
        theirs = {entry.path for entry in second.entries}
        known = {entry.path for entry in first.entries}
        strange = [entry for entry in second.entries if entry.path not in known]
        missing: set[tuple[str, ...]] = set()
        for entry in first.entries:
            if entry.path in theirs:
                continue
            stand_in = find_language_key(pair, entry, strange)
            if stand_in is not None:
                strange.remove(stand_in)
                yield _report(pair, second, entry, stand_in)
        for entry in self._owed(first):
            if entry.path in theirs:
                continue
            if entry.path[:-1] not in missing:
                stand_in = _stand_in(entry, strange)
                if stand_in is not None:
                    strange.remove(stand_in)
                yield _report(pair, second, entry, stand_in)
            missing.add(entry.path)

    def _owed(self, matter: Frontmatter) -> list[Entry]:
        """Return the entries of mappings, those in lists and ignored ones left out."""
        lists = {entry.path for entry in matter.entries if entry.kind == "list"}
        return [
            entry
            for entry in matter.entries
            if not _is_empty(entry)
            and not any(name in self.ignored for name in entry.path)
            and not any(entry.path[:depth] in lists for depth in range(len(entry.path)))
        ]


def _is_empty(entry: Entry) -> bool:
    """Tell whether a key says nothing: without it a page would be the same."""
    if entry.kind == "boolean":
        return (entry.value or "").casefold() in _FALSE
    return entry.value == "" or entry.kind == "null"


def _stand_in(missing: Entry, strange: list[Entry]) -> Entry | None:
    """Return the unknown key that stands for a missing one, None when none does.

    It has the same value, or a name that is alike or in letters that no key has.
    """
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - start-up counts

    for entry in strange:
        if entry.path[:-1] != missing.path[:-1] or entry.kind != missing.kind:
            continue
        name = entry.path[-1].casefold()
        if (
            (entry.kind == "string" and entry.value == missing.value)
            or not name.isascii()
            or ratio(name, missing.path[-1].casefold()) >= _ALIKE
        ):
            return entry
    return None


def _report(
    pair: Pair, second: Frontmatter, missing: Entry, stand_in: Entry | None
) -> Finding:
    key = ".".join(missing.path)
    origin, name = label(pair.original), shorten(key)
    severity = None
    rewrites: tuple[Rewrite, ...] = ()
    if stand_in is None:
        if missing.path[-1] in NEEDED:
            severity = Severity.ERROR
        else:
            rewrites = (Rewrite((key,), (), missing.path[-1]),)
        span = _before(missing, pair.original.frontmatter, second)
        message = f"key {name} of {origin} is missing"
    else:
        span = stand_in.key_span
        # No generator reads a key in such letters.
        severity = None if stand_in.path[-1].isascii() else Severity.ERROR
        message = f"key {shorten('.'.join(stand_in.path))} stands for {name}"
    return Finding(
        place(pair.translation, span),
        message,
        cause=("key", missing.path),
        related=related_at(pair.original, "the key", missing.key_span),
        severity=severity,
        blame=f"key {name} is missing in most translations",
        rewrites=rewrites,
    )


def _before(missing: Entry, first: Frontmatter | None, second: Frontmatter) -> Span:
    """Return the place after the last key before the missing one that is there."""
    theirs = {entry.path: entry for entry in second.entries}
    end = second.span.start
    for entry in first.entries if first else ():
        if entry.path == missing.path:
            break
        if entry.path in theirs:
            end = theirs[entry.path].value_span.end
    return Span(end, end)


def _report_none(pair: Pair, first: Frontmatter) -> Finding:
    origin = label(pair.original)
    breaks = any(entry.path[-1] in NEEDED for entry in first.entries)
    return Finding(
        place(pair.translation, None),
        f"the frontmatter of {origin} is missing",
        cause=("no frontmatter",),
        related=related_at(pair.original, "it", first.span),
        severity=Severity.ERROR if breaks else None,
        blame="the translations have no frontmatter",
        rewrites=() if breaks else (Rewrite((_ANY,), (), _ANY),),
    )
