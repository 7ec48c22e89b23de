"""Making the fixes of a run, each proved before it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from transcheck.check.map_page import PageResult, ReadBytes, map_page
from transcheck.diagnostic import Diagnostic
from transcheck.engine import Job, Run, judge, named_pages
from transcheck.fix.edits import Repair, apply, read_repairs, select
from transcheck.fix.proof import keeps_blocks, shrinks
from transcheck.parse import parse
from transcheck.rule import SiteRule
from transcheck.text import BYTE_ORDER_MARK, Lines, decode

Choose = Callable[[Run], Sequence[Diagnostic]]
"""Returns the diagnostics of a run whose fixes are wanted."""

# Every round but the last mends something, so this only ends a bug.
_MOST_ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Mended:
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


class RememberedReads:
    """Reads files, and knows what they held when they were read first.

    Args:
        read: Gives the bytes of a file.
    """

    __slots__ = ("_digests", "_read")

    def __init__(self, read: ReadBytes) -> None:
        self._read = read
        self._digests: dict[str, bytes] = {}

    def __call__(self, path: str) -> bytes:
        """Return the bytes of a file."""
        data = self._read(path)
        self._digests.setdefault(path, blake2b(data).digest())
        return data

    def is_unchanged(self, path: str, data: bytes) -> bool:
        """Tell whether bytes are what a file held when it was read first."""
        return self._digests.get(path) == blake2b(data).digest()


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
        self._read_first = read
        self._on_site = {rule.id for rule in job.rules if isinstance(rule, SiteRule)}
        self._before: dict[str, bytes] = {}
        self._now: dict[str, bytes] = {}
        self._changed: set[str] = set()
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
            if number is None or not self._is_touchable(diagnostic):
                continue
            if diagnostic.fingerprint not in self._rejected[number]:
                by_page[number].append(diagnostic)
        settled: dict[int, _Trial] = {}
        for number, some in sorted(by_page.items()):
            repairs = select(read_repairs(some, self._lines_of))
            trial = self._settle(number, _Trial(self._results[number]), repairs)
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
        everything = (*self.run.diagnostics, *self.run.elsewhere)
        return Mended(
            run=self.run,
            contents={
                path: (self._before[path], data)
                for path, data in sorted(self._now.items())
                if data != self._before[path]
            },
            fixed=tuple(self._fixed),
            withheld=tuple(
                one
                for one in everything
                if one.fingerprint in left and one.path not in self._changed
            ),
            changed=tuple(sorted(self._changed)),
        )

    def _number(self, diagnostic: Diagnostic) -> int | None:
        """Return the page that a fix edits, None where it edits several or none."""
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        numbers = {self._page_of.get(edit.path) for edit in edits}
        return numbers.pop() if len(numbers) == 1 else None

    def _is_touchable(self, diagnostic: Diagnostic) -> bool:
        """Tell whether the files of a fix are as they were when they were checked."""
        for edit in diagnostic.fix.edits if diagnostic.fix else ():
            if edit.path not in self._before:
                try:
                    data = self._read_first(edit.path)
                except OSError:
                    self._changed.add(edit.path)
                    return False
                if not self._read_first.is_unchanged(edit.path, data):
                    self._changed.add(edit.path)
                self._before[edit.path] = self._now[edit.path] = data
            if edit.path in self._changed:
                return False
        return True

    def _lines_of(self, path: str) -> Lines:
        return Lines(decode(self._now[path]))

    def _settle(
        self, number: int, accepted: _Trial, repairs: Sequence[Repair]
    ) -> _Trial:
        """Return as many repairs of a page as stand the proof together."""
        if not repairs:
            return accepted
        trial = self._try(number, (*accepted.repairs, *repairs))
        if trial is not None:
            return trial
        if len(repairs) == 1:
            return accepted
        half = len(repairs) // 2
        accepted = self._settle(number, accepted, repairs[:half])
        return self._settle(number, accepted, repairs[half:])

    def _try(self, number: int, repairs: tuple[Repair, ...]) -> _Trial | None:
        """Return what comes of repairs of a page, None when it is not right."""
        edits = [edit for repair in repairs for edit in repair.edits]
        texts = {
            path: decode(self._now[path]) for path in {one.place.path for one in edits}
        }
        new, _ = apply(texts, edits)
        if not _keep(texts, repairs):
            return None
        contents = {path: _encode(text, self._now[path]) for path, text in new.items()}

        def read(path: str) -> bytes:
            return contents[path] if path in contents else self._read(path)

        page = self._pages[number]
        site = self._job.site
        result = map_page(
            page,
            site.languages,
            self._job.rules,
            read,
            site.surroundings,
            known=self._job.known,
        )
        before = judge(self._job, [self._results[number]], read=self._read)
        after = judge(self._job, [result], read=read)
        local = [
            one.diagnostic
            for one in repairs
            if one.diagnostic.rule not in self._on_site
        ]
        if not shrinks(_everything(before), _everything(after), local):
            return None
        return _Trial(result, repairs, contents)

    def _confirm(self, settled: dict[int, _Trial]) -> None:
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

    def _commit(self, trials: dict[int, _Trial]) -> set[int | None]:
        """Take what comes of pages for what they are, if the site bears it.

        Returns:
            The pages that show why not, None for one that cannot be named.
        """
        results = list(self._results)
        contents = dict(self._now)
        for number, trial in trials.items():
            results[number] = trial.result
            contents |= trial.contents

        def read(path: str) -> bytes:
            return contents[path] if path in contents else self._read_first(path)

        run = judge(self._job, results, read=read)
        mended = [one.diagnostic for trial in trials.values() for one in trial.repairs]
        if not shrinks(_everything(self.run), _everything(run), mended):
            return {*self._offenders(run, mended)} or {None}
        self.run, self._results, self._now = run, results, contents
        self._fixed += mended
        for number in trials:
            self._rejected[number].clear()  # what failed before may hold now
        return set()

    def _offenders(
        self, run: Run, mended: Sequence[Diagnostic]
    ) -> Iterator[int | None]:
        known = {one.fingerprint for one in _everything(self.run)}
        found = _everything(run)
        for one in found:
            if one.fingerprint not in known:
                yield self._page_of.get(one.path)
        left = {one.fingerprint for one in found}
        for one in mended:
            if one.fingerprint in left:
                yield self._page_of.get(one.path)

    def _reject(self, number: int, trial: _Trial) -> None:
        self._rejected[number] |= {one.diagnostic.fingerprint for one in trial.repairs}

    def _read(self, path: str) -> bytes:
        return self._now[path] if path in self._now else self._read_first(path)


@dataclass(frozen=True, slots=True)
class _Trial:
    """Repairs of a page, and what comes of them.

    Args:
        result: What the page gives with them.
        repairs: The repairs.
        contents: The files that they change.
    """

    result: PageResult
    repairs: tuple[Repair, ...] = ()
    contents: dict[str, bytes] = field(default_factory=dict)


def _everything(run: Run) -> tuple[Diagnostic, ...]:
    return (*run.diagnostics, *run.elsewhere, *run.unshown)


def _keep(texts: dict[str, str], repairs: Sequence[Repair]) -> bool:
    """Tell whether repairs leave alone what they do not edit.

    Those that may restructure are left out: their freedom is not the others'.
    """
    bound = [
        edit
        for one in repairs
        if one.diagnostic.fix is None or not one.diagnostic.fix.restructures
        for edit in one.edits
    ]
    new, ordered = apply(texts, bound)
    return all(
        keeps_blocks(
            parse(texts[path], path=path), parse(text, path=path), ordered[path]
        )
        for path, text in new.items()
    )


def _encode(text: str, before: bytes) -> bytes:
    mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK.encode()) else ""
    return f"{mark}{text}".encode()
