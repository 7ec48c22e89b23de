"""What is run, in which order, and how often."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from bench import bars, sites
from bench.figures import Measure, SiteFigures, Size, Usage
from bench.peers import Peer
from bench.processes import output, run

_REFERENCE = Path(__file__).with_name("reference.py")
_CACHE = ".transcheck_cache"

Tell = Callable[[str], None]


class Plan(Struct, frozen=True):
    """How often things are run.

    Args:
        rounds: Of the reference and transcheck, after one to warm up.
        peer_rounds: Of the peers.
        peer_seconds: No peer is started again after so many on one site; each runs
            once at least.
        sizes: Numbers of files to grow to, ascending.
        growth_seconds: Nothing is started on grown sites after so many; each size up
            to where this ends runs once at least.
    """

    rounds: int
    peer_rounds: int
    peer_seconds: float
    sizes: tuple[int, ...]
    growth_seconds: float


class Tool(Struct, frozen=True):
    """The Python of the environment that transcheck is installed in."""

    python: Path

    def command(self, *arguments: str) -> list[str]:
        """Return transcheck's command line."""
        return [str(self.python.with_name("transcheck")), *arguments]

    def reference(self, folder: Path) -> Usage:
        """Run the reference on a folder."""
        return run([self.python, _REFERENCE, "."], folder)

    def pages(self, folder: Path) -> list[sites.Page]:
        """Return the pages that transcheck finds in a folder."""
        return sites.read_pages(
            output(self.command("pages", ".", "--format", "json"), folder)
        )


class _Recorder:
    """Collects what commands took, in the order they are first run."""

    def __init__(self) -> None:
        self._rounds: dict[str, dict[int, Usage]] = {}

    def add(self, name: str, number: int, usage: Usage) -> None:
        """Keep what a command took; round 0 is for warming up."""
        rounds = self._rounds.setdefault(name, {})
        if number:
            rounds[number] = usage

    def measures(self, *names: str) -> list[Measure]:
        """Return what was kept of some commands."""
        return [Measure(name, self._rounds.get(name, {})) for name in names]


def measure_site(
    site: Path,
    tool: Tool,
    peers: Sequence[tuple[Peer, Path]],
    plan: Plan,
    work: Path,
    tell: Tell,
) -> SiteFigures:
    """Measure everything on one site.

    Args:
        site: The folder; it is copied, and only read.
        tool: Where transcheck is.
        peers: Other tools, with the folders of their environments.
        plan: How often.
        work: An empty folder for the copies.
        tell: Told what is going on, a line each.

    Raises:
        CommandError: A command did not do its work.
    """
    copy = sites.copy_site(site, work / "site")
    markdown = sites.copy_markdown(site, work / "markdown")
    pages = tool.pages(copy)
    named = sites.choose_named(pages, bars.NAMED)
    changed = sites.choose_changed(pages, named)
    files = sites.markdown_files(copy)
    tell(f"{site.name}: {len(files)} files; named {' '.join(named)}; changed {changed}")
    recorder = _Recorder()
    for peer, environment in peers:
        if peer.warm:
            run(peer.arguments(environment), markdown, good=peer.good)
    peers_began = 0.0
    peers_end = 0.0
    for number in range(plan.rounds + 1):
        recorder.add("reference", number, tool.reference(copy))
        recorder.add("bare", number, run([tool.python, "-c", "pass"], copy))
        _measure_runs(tool, copy, named, changed, number, recorder)
        tell(f"{site.name}: round {number} of {plan.rounds}")
        if not number or number > plan.peer_rounds:
            continue
        if number == 1:
            peers_began = time.perf_counter()
            peers_end = peers_began + plan.peer_seconds
        for peer, environment in peers:
            if number > 1 and time.perf_counter() > peers_end:
                break
            usage = run(peer.arguments(environment), markdown, good=peer.good)
            recorder.add(peer.name, number, usage)
            tell(f"{site.name}: {peer.name} {usage.wall:.1f} s")
    together = run(
        tool.command("check", ".", "--no-cache"), copy, together=True
    )
    reference, bare = recorder.measures("reference", "bare")
    return SiteFigures(
        name=site.name,
        files=len(files),
        size=sum(path.stat().st_size for path in files),
        reference=reference,
        bare=bare,
        runs=recorder.measures(bars.COLD, bars.WRITING, bars.WARM, bars.CHANGED),
        starts=recorder.measures(bars.HOOK, bars.HOOK_CHANGED, bars.VERSION),
        memory=together.memory,
        peers=recorder.measures(*(peer.name for peer, _ in peers)),
    )


def _measure_runs(
    tool: Tool,
    copy: Path,
    named: Sequence[str],
    changed: str,
    number: int,
    recorder: _Recorder,
) -> None:
    """Run transcheck in each way once."""

    def check(name: str, *arguments: str) -> None:
        recorder.add(name, number, run(tool.command("check", *arguments), copy))

    edits = sites.Edits(copy)
    _clean(copy)
    check(bars.COLD, ".", "--no-cache")
    check(bars.WRITING, ".")
    check(bars.WARM, ".")
    edits.change(changed, number)
    check(bars.CHANGED, ".")
    for file in named:
        edits.change(file, number)
    check(bars.HOOK_CHANGED, *named)
    edits.undo()
    _clean(copy)
    check(bars.HOOK, *named)
    recorder.add(bars.VERSION, number, run(tool.command("--version"), copy))


def _clean(copy: Path) -> None:
    shutil.rmtree(copy / _CACHE, ignore_errors=True)


def measure_growth(
    site: Path, tool: Tool, plan: Plan, work: Path, tell: Tell
) -> list[Size]:
    """Measure cold runs on pages of a site repeated under new names.

    All sizes are multiples of the same pages, so that only their number differs.

    Args:
        site: The folder the pages are from.
        tool: Where transcheck is.
        plan: To which sizes, and for how long.
        work: An empty folder for the grown sites.
        tell: Told what is going on, a line each.

    Raises:
        CommandError: A command did not do its work.
    """
    if not plan.sizes:
        return []
    base = sites.choose_pages(tool.pages(site), plan.sizes[0])
    count = sum(len(page.files) for page in base)
    end = time.perf_counter() + plan.growth_seconds
    growth: list[Size] = []
    for size in plan.sizes:
        spent = growth[-1].rounds[0].wall * size / growth[-1].files if growth else 0.0
        if time.perf_counter() + spent > end:
            tell(f"growth: no time is left for {size} files")
            break
        folder = work / str(size)
        files = sites.repeat(site, base, max(1, round(size / count)), folder)
        growth.append(Size(files, [_grown(tool, folder)]))
        tell(f"growth: {files} files {growth[-1].rounds[0].wall:.1f} s")
    for _ in range(1, plan.rounds):
        for number, one in enumerate(growth):
            if time.perf_counter() + one.rounds[0].wall > end:
                break
            usage = _grown(tool, work / str(plan.sizes[number]))
            one.rounds.append(usage)
    return growth


def _grown(tool: Tool, folder: Path) -> Usage:
    return run(tool.command("check", ".", "--no-cache"), folder, together=True)
