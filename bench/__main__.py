"""Measure what transcheck costs on sites that you have, beside other tools.

usage: python -m bench SITE... [--no-peers] [--grow-to FILES] [--output FOLDER]
       python -m bench --quick
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path

import msgspec

from bench import tables
from bench.environments import describe_checkout, install_peer, install_transcheck
from bench.figures import Figures
from bench.measuring import Bench, Plan, Tool, measure_growth, measure_site
from bench.peers import PEERS, Peer
from bench.processes import CommandError, adopting
from bench.sites import copy_markdown, make_site

_HERE = Path(__file__).parent
_CACHE = _HERE / ".cache"
_SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 40_000)
_QUICK = Plan(
    rounds=1,
    seconds=0,
    peer_rounds=0,
    peer_seconds=0,
    sizes=(100, 400),
    growth_seconds=60,
)
_QUICK_PAGES = 20


def main() -> int:
    """Measure, and write a page, a picture and the raw figures."""
    options = _parse(sys.argv[1:])
    try:
        with adopting():
            figures = _measure(options)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    folder: Path = options.output or (_CACHE / "quick" if options.quick else _HERE)
    folder.mkdir(parents=True, exist_ok=True)
    _write(figures, folder)
    print(tables.render(figures, None) if options.quick else f"written to {folder}")
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("sites", nargs="*", type=Path, metavar="SITE", help="a folder")
    parser.add_argument(
        "--quick", action="store_true", help="a small made site, once, without peers"
    )
    parser.add_argument(
        "--python",
        type=Path,
        metavar="FILE",
        help="the Python of an environment with transcheck; else one is made",
    )
    parser.add_argument("--no-peers", action="store_true", help="transcheck alone")
    for name, default, help_text in (
        ("--rounds", 5, "measure so often"),
        ("--seconds", 170, "begin no other round that ends after so many, by site"),
        ("--peer-rounds", 3, "measure peers so often, but never after --rounds"),
        ("--peer-seconds", 450, "begin no peer again that ends after so many, by site"),
        ("--grow-to", 10_000, f"files of the largest site, up to {_SIZES[-1]:,}; or 0"),
        ("--grow-seconds", 110, "begin nothing on grown sites that ends after so many"),
    ):
        parser.add_argument(
            name,
            type=int,
            default=default,
            metavar="N",
            help=f"{help_text} ({default})",
        )
    parser.add_argument(
        "--output", type=Path, metavar="FOLDER", help="where to write; else bench/"
    )
    options = parser.parse_args(arguments)
    if bool(options.sites) == options.quick:
        parser.error("name sites, or --quick")
    for site in options.sites:
        if not site.is_dir():
            parser.error(f"no folder: {site}")
    return options


def _measure(options: argparse.Namespace) -> Figures:
    plan = (
        _QUICK
        if options.quick
        else Plan(
            rounds=options.rounds,
            seconds=options.seconds,
            peer_rounds=options.peer_rounds,
            peer_seconds=options.peer_seconds,
            sizes=tuple(size for size in _SIZES if size <= options.grow_to),
            growth_seconds=options.grow_seconds,
        )
    )
    _tell("installing transcheck")
    python = options.python.absolute() if options.python else install_transcheck(_CACHE)
    left_out: dict[str, str] = {}
    wanted = () if options.quick or options.no_peers else PEERS
    bench = Bench(Tool(python), tuple(_install(wanted, left_out)), plan, _tell)
    with _folder() as made:
        folders: list[Path] = [site.resolve() for site in options.sites] or [
            make_site(made / "made", _QUICK_PAGES)
        ]
        sites = []
        for site in folders:
            with _folder() as work:
                sites.append(measure_site(site, bench, work))
        with _folder() as work:
            grown = copy_markdown(folders[0], work / "base")
            growth = measure_growth(grown, bench, work)
    return Figures(
        taken=datetime.now(timezone.utc).date().isoformat(),
        machine=f"{os.cpu_count()} processors, {platform.platform(terse=True)},"
        f" Python {platform.python_version()}",
        version=describe_checkout(python),
        sites=sites,
        grown=folders[0].name,
        growth=growth,
        versions={peer.name: peer.packages[0] for peer, _ in bench.peers},
        left_out=left_out,
    )


def _install(
    peers: Sequence[Peer], left_out: dict[str, str]
) -> Iterator[tuple[Peer, Path]]:
    """Yield peers with the folders of their environments, and note why others fail."""
    for peer in peers:
        _tell(f"installing {peer.name}")
        folder = _try_install(peer, left_out)
        if folder is not None:
            yield peer, folder


def _try_install(peer: Peer, left_out: dict[str, str]) -> Path | None:
    try:
        return install_peer(peer, _CACHE)
    except CommandError as error:
        left_out[peer.name] = str(error)
        return None


@contextmanager
def _folder() -> Iterator[Path]:
    """Make a folder outside of any repository, whose settings would count."""
    with tempfile.TemporaryDirectory(prefix="transcheck-bench-") as folder:
        yield Path(folder).resolve()


def _write(figures: Figures, folder: Path) -> None:
    from bench.plot import draw  # noqa: PLC0415 - what it imports is large

    draw(figures, folder / "results.svg")
    page = tables.render(figures, "results.svg")
    (folder / "RESULTS.md").write_text(page, "utf-8")
    raw = msgspec.json.format(msgspec.json.encode(figures), indent=1)
    (folder / "results.json").write_bytes(raw + b"\n")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
