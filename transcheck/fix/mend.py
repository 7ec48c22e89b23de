"""Making the fixes of a run, each proved before it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from transcheck.check.page_result import PageResult
from transcheck.diagnostic import Diagnostic
from transcheck.engine import Job, Run, judge, named_pages
from transcheck.fix.edits import read_repairs, select
from transcheck.fix.files import EditedFiles, RememberedReads
from transcheck.fix.proof import everything, shrinks
from transcheck.fix.trial import PageTrials, Trial
from transcheck.rule import SiteRule

Choose = Callable[[Run], Sequence[Diagnostic]]
"""Returns the diagnostics of a run whose fixes are wanted."""

# Every round but the last mends something, so this only ends a bug.
_MOST_ROUNDS = 1000


class Mended(Struct, frozen=True):
    """What fixes came to; nothing is written yet.

    Args:
        run: What is found when they are made.
        contents: What each file that they change held, and what it is to hold.
        fixed: The diagnostics that are gone.
        withheld: Those that were to be fixed, and whose fix did not stand the proof.
        changed: The files that changed since they were checked, and are left alone.
    """

    run: Run
    contents: dict[str, tuple[bytes, bytes]]
    fixed: tuple[Diagnostic, ...]
    withheld: tuple[Diagnostic, ...]
    changed: tuple[str, ...]


def mend(
    job: Job,
    results: Sequence[PageResult],
    run: Run,
    choose: Choose,
    read: RememberedReads,
) -> Mended:
    """Make the fixes of a run.

    They are made in rounds: those that do not touch one another together, then the
    pages are checked again. A fix counts when its finding is gone, no other came up
    and no block changed but those it edits; else it is withheld.

    Args:
        job: What was checked.
        results: What its pages gave.
        run: What was found.
        choose: Returns the diagnostics that are to be fixed.
        read: What the job was checked with.

    Raises:
        RuleError: A rule failed.
    """
    mender = _Mender(job, results, run, read)
    for _ in range(_MOST_ROUNDS):
        wanted = [one for one in choose(mender.run) if one.fix is not None]
        if not mender.improve(wanted):
            break
    left = {one.fingerprint for one in choose(mender.run) if one.fix is not None}
    return mender.outcome(left)


class _Mender:
    """The pages of a run while they are mended."""

    def __init__(
        self,
        job: Job,
        results: Sequence[PageResult],
        run: Run,
        read: RememberedReads,
    ) -> None:
        self.run = run
        self._job = job
        self._pages = named_pages(job.site)
        self._results = list(results)
        self._page_of = {
            path: number
            for number, page in enumerate(self._pages)
            for path in page.files.values()
        }
        self._files = EditedFiles(read)
        self._on_site = {rule.id for rule in job.rules if isinstance(rule, SiteRule)}
        self._rejected: dict[int, set[str]] = defaultdict(set)
        self._fixed: list[Diagnostic] = []

    def improve(self, wanted: Sequence[Diagnostic]) -> bool:
        """Try the fixes that were not rejected on the pages as they are.

        Returns:
            Some fix was tried, so that there may be more to try.
        """
        by_page: dict[int, list[Diagnostic]] = defaultdict(list)
        for diagnostic in wanted:
            number = self._number(diagnostic)
            if number is None or not self._files.is_touchable(diagnostic):
                continue
            if diagnostic.fingerprint not in self._rejected[number]:
                by_page[number].append(diagnostic)
        settled: dict[int, Trial] = {}
        for number, some in sorted(by_page.items()):
            repairs = select(read_repairs(some, self._files.lines))
            trial = PageTrials(
                self._job,
                self._pages[number],
                self._results[number],
                self._files,
                self._on_site,
            ).settle(repairs)
            taken = {one.diagnostic.fingerprint for one in trial.repairs}
            tried = {one.diagnostic.fingerprint for one in repairs}
            unread = set()
            if not repairs:  # none of them could be read
                unread = {one.fingerprint for one in some}
            self._rejected[number] |= (tried | unread) - taken
            if trial.repairs:
                settled[number] = trial
        self._confirm(settled)
        return bool(by_page)

    def outcome(self, left: set[str]) -> Mended:
        """Return what came of it.

        Args:
            left: The fingerprints of the diagnostics that were to be fixed, and stay.
        """
        found = (*self.run.diagnostics, *self.run.elsewhere)
        return Mended(
            run=self.run,
            contents=self._files.edited(),
            fixed=tuple(self._fixed),
            withheld=tuple(
                one
                for one in found
                if one.fingerprint in left and one.path not in self._files.changed
            ),
            changed=tuple(sorted(self._files.changed)),
        )

    def _number(self, diagnostic: Diagnostic) -> int | None:
        """Return the page that a fix edits, None where it edits several or none."""
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        numbers = {self._page_of.get(edit.path) for edit in edits}
        return numbers.pop() if len(numbers) == 1 else None

    def _confirm(self, settled: dict[int, Trial]) -> None:
        """Keep the pages that are right for the site as well."""
        waiting = [sorted(settled)]
        while waiting:
            numbers = waiting.pop()
            if not numbers:
                continue
            offenders = self._commit({number: settled[number] for number in numbers})
            if not offenders:
                continue
            if len(numbers) == 1:
                self._reject(numbers[0], settled[numbers[0]])
                continue
            guilty = [number for number in numbers if number in offenders]
            rest = [number for number in numbers if number not in offenders]
            if not guilty:
                half = len(numbers) // 2
                guilty, rest = numbers[half:], numbers[:half]
            if not rest:
                guilty, rest = guilty[1:], guilty[:1]
            waiting += [guilty, rest]  # the rest first

    def _commit(self, trials: dict[int, Trial]) -> set[int | None]:
        """Take what comes of pages for what they are, if the site bears it.

        Returns:
            The pages that show why not, None for one that cannot be named.
        """
        results = list(self._results)
        contents: dict[str, bytes] = {}
        for number, trial in trials.items():
            results[number] = trial.result
            contents |= trial.contents
        run = judge(self._job, results, read=self._files.read_with(contents))
        mended = [one.diagnostic for trial in trials.values() for one in trial.repairs]
        if not shrinks(everything(self.run), everything(run), mended):
            return {*self._offenders(run, mended)} or {None}
        self.run, self._results = run, results
        self._files.take(contents)
        self._fixed += mended
        for number in trials:
            self._rejected[number].clear()  # what failed before may hold now
        return set()

    def _offenders(
        self, run: Run, mended: Sequence[Diagnostic]
    ) -> Iterator[int | None]:
        known = {one.fingerprint for one in everything(self.run)}
        found = everything(run)
        for one in found:
            if one.fingerprint not in known:
                yield self._page_of.get(one.path)
        left = {one.fingerprint for one in found}
        for one in mended:
            if one.fingerprint in left:
                yield self._page_of.get(one.path)

    def _reject(self, number: int, trial: Trial) -> None:
        self._rejected[number] |= {one.diagnostic.fingerprint for one in trial.repairs}
