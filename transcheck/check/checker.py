"""Running the rules on one page, and keeping what they find."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Container,
    Hashable,
    Iterable,
    Iterator,
    Sequence,
)
from typing import TypeVar

from transcheck.align.model import AlignedPage, Pair
from transcheck.check.customs import Habits
from transcheck.check.page_result import CheckedFile, PageResult
from transcheck.check.source import Source
from transcheck.check.stamp import FileOfPage, Located, locate
from transcheck.check.vote import Judged, collapse, vote
from transcheck.diagnostic import Finding
from transcheck.errors import InputError, RuleError
from transcheck.registry import distribution_name
from transcheck.rule import (
    DocumentRule,
    FileRule,
    PageRule,
    PairRule,
    Rule,
    SiteRule,
    UnreadableFile,
)
from transcheck.suppress import read_suppressions
from transcheck.text import Lines

S = TypeVar("S")
T = TypeVar("T")


def ask(rule: Rule, path: str, method: Callable[[S], Iterable[T]], about: S) -> list[T]:
    """Return what a rule yields.

    Args:
        rule: The rule.
        path: The file it looks at, for the maintainer.
        method: Its method, or what is done with its answer.
        about: What it looks at.

    Raises:
        RuleError: It raised instead.
    """
    try:
        return list(method(about))
    except InputError:
        raise  # a file changed while the run went on: no fault of the rule
    except Exception as error:
        raise RuleError(rule.id, distribution_name(type(rule)), path, error) from error


class Checker:
    """Collects what the rules find on one page."""

    def __init__(
        self,
        page: AlignedPage,
        unreadable: Sequence[UnreadableFile],
        languages: Container[str],
    ) -> None:
        self._page = page
        self._languages = languages
        self._unreadable = unreadable
        self._texts = {document.path: document.text for document in page.documents}
        self._texts |= {file.path: file.before for file in unreadable}
        self._lines: dict[str, Lines] = {}
        self._suppressions = {
            document.path: read_suppressions(document) for document in page.documents
        }
        self._used: dict[str, set[int]] = {path: set() for path in self._suppressions}
        self._judged: dict[str, set[str]] = {path: set() for path in self._suppressions}
        self._found: list[Located] = []
        self._habits: list[Habits] = []

    def check(self, rule: Rule) -> None:
        """Run one rule and keep what it finds."""
        if isinstance(rule, PairRule):
            findings = self._check_pairs(rule)
        else:
            if not isinstance(rule, SiteRule):  # that is judged when the site is
                for path in self._judged:
                    self._judged[path].add(rule.id)
            findings = self._shown(rule, collapse(self._answers(rule)))

        def located(finding: Finding) -> Iterator[Located]:
            yield locate(rule, finding, self._lines_of)

        for finding in findings:
            self._found += ask(rule, finding.place.path, located, finding)

    def result(
        self, facts: dict[str, tuple[Hashable, ...]], source: Source
    ) -> PageResult:
        """Return everything that was found."""
        name = self._page.name
        return PageResult(
            checked=tuple(
                CheckedFile(
                    path=document.path,
                    tag=self._known(document.tag),
                    language=document.language,
                    page=name,
                    suppressions=self._suppressions[document.path],
                    used=frozenset(self._used[document.path]),
                    judged=frozenset(self._judged[document.path]),
                )
                for document in self._page.documents
            ),
            unreadable=tuple(
                FileOfPage(
                    path=file.path,
                    tag=self._known(file.tag),
                    language=file.language,
                    page=name,
                )
                for file in self._unreadable
            ),
            found=tuple(self._found),
            facts=facts,
            habits=tuple(self._habits),
            source=source,
        )

    def _known(self, tag: str | None) -> str | None:
        """Return a tag, None for a stand-in such as "translation"."""
        return tag if tag in self._languages else None

    def _answers(self, rule: Rule) -> Iterator[Finding]:
        if isinstance(rule, FileRule):
            for file in self._unreadable:
                yield from ask(rule, file.path, rule.check, file)
        elif isinstance(rule, DocumentRule):
            for document in self._page.documents:
                yield from ask(rule, document.path, rule.check, document)
        elif isinstance(rule, PageRule):
            yield from ask(rule, self._page.name, rule.check, self._page)
        elif isinstance(rule, SiteRule):
            yield from ask(rule, self._page.name, rule.check_page, self._page)

    def _check_pairs(self, rule: PairRule) -> list[Finding]:
        has_words = type(rule).written is not PairRule.written
        judged: list[Judged] = []
        for pair in self._page.pairs:
            if pair.state not in rule.states:
                continue
            path = pair.translation.path
            self._judged[path].add(rule.id)
            self._judged[pair.original.path].add(rule.id)
            findings = collapse(ask(rule, path, rule.check, pair))
            if findings or has_words:
                self._note(rule, pair, findings)
            # What was suppressed in a translation is no vote against the original.
            judged.append(Judged(pair, tuple(self._shown(rule, findings))))
        if not rule.voting or not any(one.findings for one in judged):
            return [finding for one in judged for finding in one.findings]
        return self._shown(rule, collapse(vote(self._page, judged)))

    def _note(self, rule: PairRule, pair: Pair, findings: Sequence[Finding]) -> None:
        """Keep what a translation writes, of what may be a custom of its language."""
        path = pair.translation.path
        words = frozenset(ask(rule, path, rule.written, pair))
        rewrites = tuple(one for found in findings for one in found.rewrites)
        if words or rewrites:
            self._habits.append(Habits(rule.id, pair.translation.tag, words, rewrites))

    def _shown(self, rule: Rule, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that no comment suppresses."""
        shown = []
        for finding in findings:
            path, offset = finding.place.path, finding.place.span.start
            suppressions = self._suppressions.get(path)
            numbers = suppressions.covering(rule.id, offset) if suppressions else ()
            if numbers:
                self._used[path].update(numbers)
            else:
                shown.append(finding)
        return shown

    def _lines_of(self, path: str) -> Lines:
        if path not in self._texts:
            raise ValueError(f"found something in {path}, which is not in the page")
        if path not in self._lines:
            self._lines[path] = Lines(self._texts[path])
        return self._lines[path]
