"""One run: parse, align and check every page, then judge what pages owe each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import PairState
from transcheck.check.job import PageJob, ReadBytes, read_bytes
from transcheck.check.narrow import Reported
from transcheck.check.page_result import PageResult
from transcheck.check.reduce import reduce
from transcheck.config import Settings
from transcheck.diagnostic import Diagnostic, Severity
from transcheck.language.detectors import DETECTORS, Detector
from transcheck.rule import Rule, SiteRule, SuppressionRule
from transcheck.ruleset import RuleSet
from transcheck.site import PageFiles, Shard, Site, Skipped
from transcheck.workers.mapper import Mapper, map_here


class BaselineCounts(Struct, frozen=True):
    """What became of the findings that were known before.

    Args:
        hidden: Those that were found again, and are not shown.
        gone: Those that the run could have found, and did not.
    """

    hidden: int
    gone: int


class Summary(Struct, frozen=True):
    """The counts of a run.

    Args:
        files: Files that were checked; an unreadable one does not count.
        pages: Pages with at least one checked file.
        languages: The tags of the checked files, sorted.
        skipped: Files left out.
        errors: Diagnostics shown, of this severity; so the next two.
        fixable: Diagnostics shown that carry a fix.
        baseline: What a baseline hid, None without one.
    """

    files: int
    pages: int
    languages: tuple[str, ...]
    skipped: int
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    fixable: int = 0
    baseline: BaselineCounts | None = None


class Run(Struct, frozen=True):
    """What a run found.

    Args:
        diagnostics: What to show, sorted by path, line, column, rule and message.
        elsewhere: What was found, at or above the minimal severity, in files of the
            same pages that were not named.
        summary: The counts.
        skipped: The files left out, and why.
        withheld: The ids of the rules that need all pages of the site, of which only
            some were read: they did not run, or withheld some of what they found.
        unshown: What else was found in the pages that were read: below the minimal
            severity, or in a language that was not asked for; all of it where the job
            is thorough.
        checked: The paths of all files of these pages, unreadable ones included.
        judged: The ids of the rules that had all they need to judge them.
        facts: What the run has to tell to `transcheck merge`, None where it is whole:
            see `transcheck.shards`.
    """

    diagnostics: tuple[Diagnostic, ...]
    elsewhere: tuple[Diagnostic, ...]
    summary: Summary
    skipped: tuple[Skipped, ...]
    withheld: tuple[str, ...] = ()
    unshown: tuple[Diagnostic, ...] = ()
    checked: frozenset[str] = frozenset()
    judged: frozenset[str] = frozenset()
    facts: str | None = None


def recount(summary: Summary, diagnostics: Sequence[Diagnostic]) -> Summary:
    """Return a summary with the counts of diagnostics in place of its own."""
    severities = Counter(diagnostic.severity for diagnostic in diagnostics)
    return replace(
        summary,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
        fixable=sum(diagnostic.fix is not None for diagnostic in diagnostics),
    )


class Job(Struct, frozen=True):
    """What is to be checked.

    Args:
        site: The pages.
        settings: What is shown, and how grave it is.
        rules: The rules that run, configured.
        whole_page: Show what is found in every file of the pages that were read,
            not only in the named ones.
        known: The states that translations were in before, as in
            `transcheck.align.align_page`.
        thorough: Find what is not shown as well, in all files of the pages that hold a
            named one, whether or not what is shown depends on them.
        shard: The pages that are read, None for all.
    """

    site: Site
    settings: Settings
    rules: Collection[Rule]
    whole_page: bool = False
    known: Mapping[str, PairState] | None = None
    thorough: bool = False
    shard: Shard | None = None

    @property
    def detector(self) -> Detector:
        """What is asked which language a text is in."""
        return DETECTORS[self.settings.detector]

    @property
    def page_job(self) -> PageJob:
        """What the results of all pages depend on besides their files."""
        return PageJob(
            languages=self.site.languages,
            rules=self.rules,
            surroundings=self.site.surroundings,
            known=self.known,
            detector=self.detector,
            terms=self.settings.terms,
        )


def run(
    job: Job,
    *,
    progress: Callable[[int, int], None] | None = None,
    read: ReadBytes = read_bytes,
) -> Run:
    """Check a site.

    Where the user named files, only the pages that hold one are read.

    Args:
        job: What is to be checked.
        progress: Called with the number of pages done and to do.
        read: Gives the bytes of a file.

    Raises:
        RuleError: A rule failed.
        InputError: A file vanished while the run went on.
    """
    return judge(job, map_pages(job, progress=progress, read=read), read=read)


def named_pages(site: Site) -> tuple[PageFiles, ...]:
    """Return the pages that hold a named file; all where only folders were named."""
    return tuple(
        page
        for page in site.pages
        if not site.named or not site.named.isdisjoint(page.files.values())
    )


def pages_of(job: Job) -> tuple[PageFiles, ...]:
    """Return the pages that are read: the named ones, of them those of the shard."""
    pages = named_pages(job.site)
    return pages if job.shard is None else tuple(filter(job.shard.holds, pages))


def map_pages(
    job: Job,
    *,
    progress: Callable[[int, int], None] | None = None,
    read: ReadBytes = read_bytes,
    mapper: Mapper = map_here,
) -> tuple[PageResult, ...]:
    """Return what each page gives by itself, in the order of `pages_of`.

    Args:
        job: As in `run`.
        progress: As in `run`.
        read: As in `run`.
        mapper: Maps the pages, in this process or elsewhere.

    Raises:
        RuleError: A rule failed.
        WorkerError: What maps the pages broke down.
    """
    pages = pages_of(job)
    page_job = replace(job.page_job, reported=_reported(job, pages))
    results: dict[int, PageResult] = {}
    if progress is not None:
        progress(0, len(pages))
    for number, result in mapper(page_job, pages, read):
        results[number] = result
        if progress is not None:
            progress(len(results), len(pages))
    return tuple(results[number] for number in range(len(pages)))


def judge(
    job: Job, results: Sequence[PageResult], *, read: ReadBytes = read_bytes
) -> Run:
    """Return what was found, from what pages gave.

    Args:
        job: As in `run`.
        results: What pages gave; rules on the whole site run if these are all.
        read: As in `run`.

    Raises:
        RuleError: A rule failed.
        InputError: A file vanished while the run went on.
    """
    site, rules = job.site, RuleSet.of(job.rules)
    complete = _is_complete(site, results)
    found = reduce(
        results,
        job.settings,
        rules,
        complete=complete,
        read=read,
        site=site.surroundings,
        thorough=job.thorough,
    )
    everything = job.whole_page or not site.named
    shown = tuple(one for one in found.wanted if everything or one.path in site.named)
    elsewhere = tuple(
        one for one in found.wanted if not everything and one.path not in site.named
    )
    return Run(
        diagnostics=shown,
        elsewhere=elsewhere,
        summary=_summarize(results, shown, len(site.skipped)),
        skipped=site.skipped,
        withheld=tuple(
            one
            for one in rules.ids
            if one in found.withheld
            or (not complete and isinstance(rules.find(one), SiteRule))
        ),
        unshown=found.unshown,
        checked=frozenset(
            file.path for one in results for file in (*one.checked, *one.unreadable)
        ),
        judged=frozenset(
            one
            for one in rules.ids
            if one not in found.withheld
            # A comment may suppress what only a rule on the whole site would find.
            and (
                complete or not isinstance(rules.find(one), (SiteRule, SuppressionRule))
            )
        ),
    )


def _reported(job: Job, pages: Sequence[PageFiles]) -> Reported | None:
    """Return what is reported of each page, None for all that is found there."""
    if (
        not job.site.named
        or job.thorough
        or job.whole_page
        or _is_complete(job.site, pages)
    ):
        return None
    told = job.settings.rules.items()
    return Reported(
        job.site.named,
        job.settings.min_severity,
        {rule: one.severity for rule, one in told if one.severity is not None},
    )


def _is_complete(site: Site, read: Sequence[object]) -> bool:
    """Tell whether the pages that are read are all pages of the site."""
    return site.complete and len(read) == len(site.pages)


def _summarize(
    results: Sequence[PageResult], shown: Sequence[Diagnostic], skipped: int
) -> Summary:
    checked = [file for result in results for file in result.checked]
    counted = Summary(
        files=len(checked),
        pages=sum(bool(result.checked) for result in results),
        languages=tuple(sorted({file.tag for file in checked if file.tag})),
        skipped=skipped,
    )
    return recount(counted, shown)
