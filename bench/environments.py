"""Environments to measure in: one for transcheck, and one for each peer.

They lie in a folder of the benchmarks' own. pip compiles the modules that it installs,
so that what is measured starts as it does for users; a checkout that was never compiled
takes half a second longer.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.peers import Peer
from bench.processes import CommandError, output

ROOT = Path(__file__).resolve().parents[1]

_PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
_NPM = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
# It is written last: an environment without it was not finished.
_DONE = ".done"


def install_transcheck(cache: Path) -> Path:
    """Install the checkout as users do, and return the Python of the environment.

    Raises:
        CommandError: It cannot be installed.
    """
    folder = cache / "transcheck"
    python = folder / "bin" / "python"
    if not python.exists():
        output([sys.executable, "-m", "venv", folder], ROOT)
    output([python, *_PIP, ROOT], ROOT)
    # Its version stays the same while its code changes.
    output([python, *_PIP, "--force-reinstall", "--no-deps", ROOT], ROOT)
    return python


def install_peer(peer: Peer, cache: Path) -> Path:
    """Install a peer, unless it is there, and return the folder of its environment.

    Raises:
        CommandError: It cannot be installed.
    """
    digest = hashlib.sha256(" ".join(peer.packages).encode()).hexdigest()[:8]
    folder = cache / f"{peer.command[0]}-{digest}"
    if not (folder / _DONE).exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for command in _install(peer.packages, folder, python=peer.is_python):
            output(command, folder)
        (folder / _DONE).touch()
    return folder


def _install(
    packages: Sequence[str], folder: Path, *, python: bool
) -> list[list[str | Path]]:
    if python:
        return [
            [sys.executable, "-m", "venv", folder],
            [folder / "bin" / "python", *_PIP, *packages],
        ]
    npm = shutil.which("npm")
    if npm is None:
        raise CommandError("there is no npm")
    return [[npm, "install", *_NPM, "--prefix", folder, *packages]]


def describe_checkout(python: Path) -> str:
    """Return the version of transcheck in an environment, with the checkout's commit.

    Raises:
        CommandError: There is none.
    """
    version = output([python.with_name("transcheck"), "--version"], ROOT)
    try:
        commit = output(["git", "describe", "--always", "--dirty"], ROOT)
    except CommandError:
        return version
    return f"{version}, {commit}"
