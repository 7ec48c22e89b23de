"""The rule emphasis-syntax."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import ClassVar

from transcheck.compare.broken_emphasis import (
    Beside,
    BrokenEmphasis,
    beside,
    broken_emphasis,
)
from transcheck.compare.counterparts import find_key, find_original
from transcheck.compare.loose_backticks import swallowed_marks
from transcheck.compare.loose_delimiters import DELIMITERS, loose_runs
from transcheck.compare.mention import place, shorten
from transcheck.compare.renderer import PYTHON_MARKDOWN, renderer_of
from transcheck.compare.texts import blocks_with_any
from transcheck.document import document_blocks
from transcheck.rule import (
    AlignedPage,
    Document,
    Edit,
    Finding,
    Fix,
    PageRule,
    Severity,
)

# Generators whose renderer takes delimiters between punctuation and a letter: Python-
# Markdown and kramdown have no flanking rules; VitePress 2 and Rspress 2.0.5 load
# markdown-it-cjk-friendly and remark-cjk-friendly.
_LENIENT = PYTHON_MARKDOWN | {"jekyll", "rspress", "vitepress"}


class EmphasisSyntax(PageRule, frozen=True):
    """What was meant to be bold or italic is so."""

    id: ClassVar[str] = "emphasis-syntax"
    category: ClassVar[str] = "markup"
    severity: ClassVar[Severity] = Severity.ERROR
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report delimiters of emphasis that are left in the text."""
        everything: Beside | None = None
        other = page.original and renderer_of(page.original, page.surroundings)
        for document, block in blocks_with_any(page, DELIMITERS):
            runs = loose_runs(document, block)
            if not runs:
                continue
            original = find_original(page, document, block)
            swallowed = swallowed_marks(document, block, original)
            runs = [run for run in runs if run.marks not in swallowed]
            if original is not None:
                known = beside(*original)
            elif page.original is None or document is page.original:
                known = None
            else:
                if everything is None:
                    blocks = document_blocks(page.original)
                    everything = beside(page.original, *blocks, aligned=False)
                known = everything
            renderer = renderer_of(document, page.surroundings) or other
            lenient = renderer in _LENIENT
            number: Counter[str] = Counter()
            key = find_key(page, document, block)
            for one in broken_emphasis(document, block, runs, known, lenient=lenient):
                number[one.problem] += 1
                cause = ("emphasis", key, one.problem, number[one.problem])
                doubtful = one.by_dialect and renderer is None
                yield _report(document, one, key, cause, doubtful=doubtful)


def _report(
    document: Document,
    one: BrokenEmphasis,
    key: str | None,
    cause: tuple[Hashable, ...],
    *,
    doubtful: bool,
) -> Finding:
    fix = None
    if one.repairs:
        edits = tuple(Edit(place(document, span), text) for span, text in one.repairs)
        fix = Fix("mend the emphasis", edits, safe=one.safe)
    source = one.span.cut(document.text)
    named = "" if one.span == one.wrong else f"emphasis {shorten(source)} is broken: "
    return Finding(
        place(document, one.wrong),
        f"{named}{one.problem}",
        cause=cause,
        block=key,
        fix=fix,
        severity=Severity.WARNING if doubtful else None,
    )
