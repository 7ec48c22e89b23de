"""The first phase of a run: read, parse, align and check one page by itself."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import (
    Callable,
    Container,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from transcheck.align import align_page
from transcheck.align.model import AlignedPage, Pair, PairState
from transcheck.check.customs import Habits
from transcheck.check.narrow import Reported, depends_on_others, narrow
from transcheck.check.source import Recorder, Source
from transcheck.check.stamp import FileOfPage, Located, locate
from transcheck.check.vote import Judged, collapse, vote
from transcheck.diagnostic import Finding
from transcheck.document import Document
from transcheck.errors import InputError, RuleError
from transcheck.language.detectors import DEFAULT_DETECTOR, Detector
from transcheck.parse import parse
from transcheck.registry import distribution_name
from transcheck.rule import (
    DocumentRule,
    FileRule,
    PageRule,
    PairRule,
    RefinedRule,
    Rule,
    SiteRule,
    UnreadableFile,
)
from transcheck.site import PageFiles, Surroundings
from transcheck.suppress import Suppressions, read_suppressions
from transcheck.terms import Terms
from transcheck.text import Lines, UndecodableError, decode

S = TypeVar("S")
T = TypeVar("T")


ReadBytes = Callable[[str], bytes]
"""Gives the bytes of a file; an OSError says why it cannot be read."""


class CheckedFile(FileOfPage, frozen=True, kw_only=True):
    """A file that became a document and was checked.

    Args:
        suppressions: What its comments suppress.
        used: The numbers in `Suppressions.active` that suppressed something.
        judged: The ids of the rules that looked at it.
    """

    suppressions: Suppressions
    used: frozenset[int]
    judged: frozenset[str]


class PageResult(Struct, frozen=True, kw_only=True):
    """What one page gave by itself; small and picklable, without trees or texts.

    Args:
        checked: The files that were checked, sorted by tag, then path.
        unreadable: The files that could not be read.
        found: What was found and not suppressed.
        facts: What rules must know of the page when they judge the site, by rule id.
        habits: What its translations write, of what may be a custom.
        whole: All files of the page were read; see `transcheck.check.narrow`.
        source: What it was made from, None where that is not known any more.
    """

    checked: tuple[CheckedFile, ...]
    unreadable: tuple[FileOfPage, ...]
    found: tuple[Located, ...]
    facts: dict[str, tuple[Hashable, ...]]
    habits: tuple[Habits, ...] = ()
    whole: bool = True
    source: Source | None = None


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file on the disk.

    Raises:
        OSError: It cannot be read.
    """
    return Path(path).read_bytes()


class PageJob(Struct, frozen=True, kw_only=True):
    """What the results of all pages depend on besides their files.

    Args:
        languages: Tag to BCP 47.
        rules: The rules that run, configured.
        surroundings: The site around the pages.
        known: As in `transcheck.align.align_page`.
        detector: As in `transcheck.align.align_page`.
        terms: What things are to be called, as in `Settings`.
        reported: What is reported of a page, None for all. Files are left out where
            that does not depend on them.
    """

    languages: Mapping[str, str]
    rules: tuple[Rule, ...]
    surroundings: Surroundings | None = None
    known: Mapping[str, PairState] | None = None
    detector: Detector = DEFAULT_DETECTOR
    terms: Terms = field(default_factory=Terms)
    reported: Reported | None = None


def map_page(page: PageFiles, job: PageJob, read: ReadBytes = read_bytes) -> PageResult:
    """Check one page; the result depends on the arguments and its files alone.

    Args:
        page: The page.
        job: What the pages of a run share.
        read: Gives the bytes of a file.

    Raises:
        RuleError: A rule failed.
    """
    if job.reported is not None:
        few = narrow(page, job.reported.files, read)
        if few is not None:
            result = _map_files(few, job, read)
            if not depends_on_others(result.found, job.rules, job.reported):
                return result
    return _map_files(page, job, read)


def _map_files(page: PageFiles, job: PageJob, read: ReadBytes) -> PageResult:
    """Check the files of a page that are to be read."""
    recorder = Recorder(read, job.surroundings)
    documents: list[Document] = []
    unreadable: list[UnreadableFile] = []
    for tag, path in page.files.items():
        language = job.languages.get(tag)
        try:
            data = recorder.read(path)
            text = decode(data)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            unreadable.append(UnreadableFile(path, tag, language, reason, ""))
        except UndecodableError as error:
            unreadable.append(
                UnreadableFile(path, tag, language, error.reason, error.before)
            )
        else:
            documents.append(
                parse(
                    text,
                    path=path,
                    tag=tag,
                    language=language,
                    byte_order_mark=data.startswith(BOM_UTF8),
                )
            )
    has_original = any(document.tag == page.original for document in documents)
    original = page.original if has_original else None
    aligned = replace(
        align_page(
            page.name,
            documents,
            original,
            recorder.site,
            languages=[
                language
                for tag in sorted({*page.files, *page.left_out})
                if (language := job.languages.get(tag))
            ],
            known=job.known,
            detector=job.detector,
        ),
        unread=frozenset(file.tag for file in unreadable if file.tag),
        terms=job.terms,
    )
    checker = _Checker(aligned, unreadable, job.languages)
    facts: dict[str, tuple[Hashable, ...]] = {}
    for rule in job.rules:
        if isinstance(rule, (SiteRule, RefinedRule)) and not page.left_out:
            facts[rule.id] = tuple(ask(rule, page.name, rule.facts, aligned))
        checker.check(rule)
    return checker.result(facts, recorder.source(), whole=not page.left_out)


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


class _Checker:
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
            yield locate(rule.id, finding, self._lines_of)

        for finding in findings:
            self._found += ask(rule, finding.place.path, located, finding)

    def result(
        self, facts: dict[str, tuple[Hashable, ...]], source: Source, *, whole: bool
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
            whole=whole,
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
        judged: list[Judged] = []
        for pair in self._page.pairs:
            if pair.state not in rule.states:
                continue
            path = pair.translation.path
            self._judged[path].add(rule.id)
            self._judged[pair.original.path].add(rule.id)
            findings = collapse(ask(rule, path, rule.check, pair))
            self._note(rule, pair, findings)
            # What was suppressed in a translation is no vote against the original.
            judged.append(Judged(pair, tuple(self._shown(rule, findings))))
        if not rule.voting:
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
