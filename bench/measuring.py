"""What is run, in which order, and how often."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from bench import bars, sites
from bench.figures import Measure, SiteFigures, Size, Usage
from bench.peers import Peer
from bench.processes import CommandError, output, run

_HERE = Path(__file__).parent
_REFERENCE, _BARE = "reference", "bare"
_CACHE = ".transcheck_cache"

Tell = Callable[[str], None]


class Plan(Struct, frozen=True):
    """How often things are run.

    Args:
        rounds: Of the reference and transcheck on a site.
        seconds: No round is started that would end after so many, but the first.
        peer_rounds: Of the peers on a site.
        peer_seconds: No peer is started that would end after so many, but the first
            time.
        sizes: Numbers of files to grow to, ascending.
        growth_seconds: Nothing is started on grown sites that would end after so many.
    """

    rounds: int
    seconds: float
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
        return run([self.python, _HERE / "reference.py", "."], folder)

    def pages(self, folder: Path) -> str:
        """Return the pages that transcheck finds in a folder, as JSON."""
        return output(self.command("pages", ".", "--format", "json"), folder)


class Bench(Struct, frozen=True):
    """What measures a site.

    Args:
        tool: Where transcheck is.
        peers: Other tools, with the folders of their environments.
        plan: How often things are run.
        tell: Told what is going on, a line each.
    """

    tool: Tool
    peers: tuple[tuple[Peer, Path], ...]
    plan: Plan
    tell: Tell


class _Ground(Struct, frozen=True):
    """What is measured on.

    Args:
        copy: The copy of a site.
        markdown: Its Markdown alone, for peers.
        messages: Its translations as messages, for peers that read those.
        named: The files that a hook is given.
        changed: The translation that is changed.
    """

    copy: Path
    markdown: Path
    messages: Path
    named: list[str]
    changed: str


class _Recorder:
    """Collects what commands took."""

    def __init__(self) -> None:
        self._rounds: dict[str, dict[int, Usage]] = {}

    def add(self, name: str, number: int, usage: Usage) -> None:
        """Keep what a command took."""
        self._rounds.setdefault(name, {})[number] = usage

    def walls(self) -> dict[str, float]:
        """Return the wall time that each command took last."""
        return {name: rounds[max(rounds)].wall for name, rounds in self._rounds.items()}

    def measures(self, *names: str) -> list[Measure]:
        """Return what was kept of some commands."""
        return [Measure(name, self._rounds.get(name, {})) for name in names]


def measure_site(site: Path, bench: Bench, work: Path) -> SiteFigures:
    """Measure everything on one site.

    Args:
        site: The folder; it is copied, and only read.
        bench: What is measured.
        work: An empty folder for the copies.

    Raises:
        CommandError: A command did not do its work.
    """
    ground = _prepare(site, bench, work)
    files = sites.markdown_files(ground.copy)
    bench.tell(f"{site.name}: {len(files)} files, changed {ground.changed}")
    bench.tell(f"{site.name}: named {' '.join(ground.named)}")
    recorder = _Recorder()
    memory = _warm_up(bench.tool, ground)
    left, peers_left = bench.plan.seconds, bench.plan.peer_seconds
    for number in range(1, bench.plan.rounds + 1):
        begin = time.perf_counter()
        for name, usage in _run_all(bench.tool, ground, number):
            recorder.add(name, number, usage)
        spent = time.perf_counter() - begin
        left -= spent
        bench.tell(f"{site.name}: round {number} of {bench.plan.rounds} {spent:.1f} s")
        if number <= bench.plan.peer_rounds:
            before = recorder.walls()
            for name, usage in _run_peers(bench, ground, before, peers_left):
                recorder.add(name, number, usage)
                peers_left -= usage.wall
                bench.tell(f"{site.name}: {name} {usage.wall:.1f} s")
        if spent > left:
            break
    reference, bare = recorder.measures(_REFERENCE, _BARE)
    return SiteFigures(
        name=site.name,
        files=len(files),
        size=sum(path.stat().st_size for path in files),
        reference=reference,
        bare=bare,
        runs=recorder.measures(bars.COLD, bars.WRITING, bars.WARM, bars.CHANGED),
        starts=recorder.measures(bars.HOOK, bars.HOOK_CHANGED, bars.VERSION),
        memory=memory,
        peers=recorder.measures(*(peer.name for peer, _ in bench.peers)),
    )


def _prepare(site: Path, bench: Bench, work: Path) -> _Ground:
    copy = sites.copy_site(site, work / "site")
    markdown = sites.copy_markdown(site, work / "markdown")
    pages = sites.read_pages(bench.tool.pages(copy))
    if not any(page.translations for page in pages):
        raise CommandError(f"{site}: no page in two languages was found")
    messages = work / "messages"
    for peer, environment in bench.peers:
        if peer.messages:
            bench.tell(f"{site.name}: converting for {peer.name}")
            script = _HERE / "messages.py"
            command = [environment / "bin" / "python", script, messages]
            output(command, markdown, bench.tool.pages(markdown))
    named = sites.choose_named(pages, bars.NAMED)
    changed = sites.choose_changed(pages, named)
    return _Ground(copy, markdown, messages, named, changed)


def _warm_up(tool: Tool, ground: _Ground) -> int:
    """Run what reads every file and module; return the bytes at the peak of a run."""
    tool.reference(ground.copy)
    run(tool.command("check", *ground.named, "--no-cache"), ground.copy)
    whole = tool.command("check", ".", "--no-cache")
    return run(whole, ground.copy, together=True).memory


def _run_all(tool: Tool, ground: _Ground, number: int) -> Iterator[tuple[str, Usage]]:
    """Run the reference, and transcheck in each way, once; yield names and usages."""
    copy = ground.copy

    def check(*arguments: str) -> Usage:
        return run(tool.command("check", *arguments), copy)

    edits = sites.Edits(copy)
    yield _REFERENCE, tool.reference(copy)
    yield _BARE, run([tool.python, "-c", "pass"], copy)
    yield bars.COLD, check(".", "--no-cache")
    _clean(copy)  # what the round before left
    yield bars.WRITING, check(".")
    yield bars.WARM, check(".")
    edits.change(ground.changed, number)
    yield bars.CHANGED, check(".")
    for file in ground.named:
        edits.change(file, number)
    yield bars.HOOK_CHANGED, check(*ground.named)
    edits.undo()
    _clean(copy)
    yield bars.HOOK, check(*ground.named)
    yield bars.VERSION, run(tool.command("--version"), copy)


def _run_peers(
    bench: Bench, ground: _Ground, before: Mapping[str, float], seconds: float
) -> Iterator[tuple[str, Usage]]:
    """Run each peer once; yield names and usages.

    Args:
        bench: What is measured.
        ground: What is measured on.
        before: The wall time that commands took before.
        seconds: How many are left for peers that ran before.
    """
    end = time.perf_counter() + seconds
    for peer, environment in bench.peers:
        command = peer.arguments(environment)
        folder = ground.messages if peer.messages else ground.markdown
        if peer.name not in before:
            if peer.warm:
                run(command, folder, good=peer.good)
        elif time.perf_counter() + before[peer.name] > end:
            continue
        yield peer.name, run(command, folder, good=peer.good)


def _clean(copy: Path) -> None:
    shutil.rmtree(copy / _CACHE, ignore_errors=True)


def measure_growth(site: Path, bench: Bench, work: Path) -> list[Size]:
    """Measure cold runs on pages of a site repeated under new names.

    All sizes are multiples of the same pages, so that only their number differs.

    Args:
        site: The folder the pages are from.
        bench: What is measured.
        work: An empty folder for the grown sites.

    Raises:
        CommandError: A command did not do its work.
    """
    tool, plan, tell = bench.tool, bench.plan, bench.tell
    if not plan.sizes:
        return []
    base = sites.choose_pages(sites.read_pages(tool.pages(site)), plan.sizes[0])
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
    return run(tool.command("check", ".", "--no-cache"), folder)
