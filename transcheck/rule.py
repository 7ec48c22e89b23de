"""What a rule is: everything a rule's file needs to import.

A rule is a frozen struct whose fields are its options. It keeps no state, never prints,
never reads a file and knows no other rule. What it yields is stamped with its id,
severity and file by the engine.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Iterable, Iterator
from typing import ClassVar, Generic, TypeVar

from msgspec import Struct

from transcheck.align.model import (
    AlignedPage,
    BlockPair,
    BlockState,
    Pair,
    PairState,
    SectionPair,
)
from transcheck.diagnostic import (
    Edit,
    Finding,
    Fix,
    Place,
    Related,
    Rewrite,
    Severity,
)
from transcheck.document import Document, label
from transcheck.site import Surroundings
from transcheck.suppress import UnusedComment
from transcheck.text import Span

__all__ = [
    "AlignedPage",
    "BlockPair",
    "BlockState",
    "Document",
    "DocumentRule",
    "Edit",
    "FileRule",
    "Finding",
    "Fix",
    "PageRule",
    "Pair",
    "PairRule",
    "PairState",
    "Place",
    "RefinedRule",
    "Related",
    "Rewrite",
    "Rule",
    "SectionPair",
    "Severity",
    "SiteRule",
    "Span",
    "SuppressionRule",
    "Surroundings",
    "UnreadableFile",
    "UnusedComment",
    "label",
]

Fact = TypeVar("Fact", bound=Hashable)
"""What a rule must know of a page: of str, int, bool, None, enums, tuples, frozensets
and frozen structs. Results of pages are kept where its type says what it is."""


class UnreadableFile(Struct, frozen=True):
    """A file that belongs to a page and could not become a document.

    Args:
        path: The file, as diagnostics print it.
        tag: The language as its path spells it, None when it does not.
        language: The same as BCP 47, None when unknown.
        reason: What is wrong with it, for the user.
        before: The text that could be decoded before the first wrong byte.
    """

    path: str
    tag: str | None
    language: str | None
    reason: str
    before: str


class Rule(Struct, frozen=True):
    """Base of all rules; derive from one of the classes below.

    An option is a field with a default. Its type is one of bool, int, float, str or
    a tuple of str, annotated with one sentence for the rule's page:
    ``listed: Annotated[int, "How many it names at most."] = 10``.

    Class attributes:
        id: Kebab-case, reads well after "allow".
        category: ``structure``, ``links``, ``code``, ``markup``, ``metadata``,
            ``language``, ``terms``, ``characters``, ``punctuation`` or ``files``.
        severity: What the user sees unless the configuration says otherwise.
        fixable: Some of its findings carry a fix.
        voting: Where most translations agree, the original is blamed instead. Off
            for what each language must get right by itself.
    """

    id: ClassVar[str]
    category: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    fixable: ClassVar[bool] = False
    voting: ClassVar[bool] = True


class FileRule(Rule, frozen=True):
    """A rule on a file that is no document."""

    @abstractmethod
    def check(self, file: UnreadableFile) -> Iterator[Finding]:
        """Yield what is wrong with one file."""


class SuppressionRule(Rule, frozen=True):
    """A rule on a comment that suppresses nothing; see `transcheck.suppress`."""

    @abstractmethod
    def check(self, comment: UnusedComment) -> Iterator[Finding]:
        """Yield what is wrong with one comment."""


class DocumentRule(Rule, frozen=True):
    """A rule on one document alone."""

    @abstractmethod
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield what is wrong in one document."""


class PairRule(Rule, frozen=True):
    """A rule on a translation held against its reference.

    Class attributes:
        states: The states of pairs it looks at.
        reports: The state that it reports, with `PairState.cause`; None for a rule
            that reports none. A page keeps a state that a baseline knows it in.
    """

    reports: ClassVar[PairState | None] = None
    states: ClassVar[frozenset[PairState]] = frozenset(
        {PairState.PARALLEL, PairState.OUTDATED}
    )

    @abstractmethod
    def check(self, pair: Pair) -> Iterator[Finding]:
        """Yield what is wrong in one pair, at places of the translation."""

    def written(self, pair: Pair) -> Iterable[str]:
        """Return the words of which the `Rewrite`s of findings are made.

        Where a language writes on more pages what it rewrites on others, that is no
        custom. Rules without such findings leave this alone.

        Args:
            pair: As in `check`; what counts is in the translation.
        """
        del pair
        return ()


class RefinedRule(PairRule, Generic[Fact], frozen=True):
    """A rule on pairs that can tell more of its findings once all pages are known.

    Where only some pages were read its findings stay as they are.
    """

    @abstractmethod
    def facts(self, page: AlignedPage) -> Iterable[Fact]:
        """Return what must be known of one page; small, frozen and picklable."""

    @abstractmethod
    def refine(
        self, findings: tuple[Finding, ...], facts: tuple[Fact, ...]
    ) -> Iterator[Finding]:
        """Yield each finding again, in their order; their places and causes stay.

        Args:
            findings: What was found on all pages, after the vote of the languages.
            facts: The facts of all pages in the order of pages.
        """


class PageRule(Rule, frozen=True):
    """A rule on a page in all its languages."""

    @abstractmethod
    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Yield what is wrong in one page."""


class SiteRule(Rule, Generic[Fact], frozen=True):
    """A rule on all pages: facts are gathered page by page, then judged together.

    What the facts are is named where it is derived from: ``SiteRule[Count]``. No
    finding may be graver than the rule: where nothing of that is shown, it does not
    judge.
    """

    def check_page(self, page: AlignedPage) -> Iterator[Finding]:
        """Yield what one page tells alone; it is told when other pages are not read."""
        del page
        yield from ()

    @abstractmethod
    def facts(self, page: AlignedPage) -> Iterable[Fact]:
        """Return what must be known of one page; small, frozen and picklable."""

    @abstractmethod
    def check(self, facts: tuple[Fact, ...]) -> Iterator[Finding]:
        """Yield what is wrong, from the facts of all pages in the order of pages."""
