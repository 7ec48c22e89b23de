"""A small site in a folder of its own, and transcheck run on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from transcheck import cli

EN = """\
# Install

Read [the guide](/guides/) before you install the program on your own computer.

## Update

When there is a new version, just install it in the same way as the old one.
"""
PL = """\
# Instalacja

Przeczytaj [przewodnik](/guides/),. zanim zainstalujesz program na swoim komputerze.

## Aktualizacja

Gdy pojawi się nowa wersja, zainstaluj ją po prostu tak samo jak starą.
"""
DE = """\
# Installation

Lies [die Anleitung](/guides/), bevor du das Programm auf deinem Rechner installierst.

## Aktualisierung

Wenn es eine neue Version gibt, installiere sie einfach genauso wie die alte.
"""


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


Files = dict[str, "str | bytes"]
Workspace = Callable[[Mapping[str, "str | bytes"]], Path]
Install = Callable[..., str]
Transcheck = Callable[..., Done]
Python = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def site() -> Files:
    """Return a page in three languages and one in English, which is the original.

    The Polish file has a stray full stop at 3:35.
    """
    return {
        "docs/en/a.md": EN,
        "docs/pl/a.md": PL,
        "docs/de/a.md": DE,
        "docs/en/news.md": "# News\n\nThere is nothing new.\n",
    }


@pytest.fixture(scope="session")
def install() -> Install:
    """Return a function that installs acme with one rule, for Python's search path."""

    def install_rule(
        folder: Path, rule: str, code: str, *, version: str = "1.0"
    ) -> str:
        info = folder / f"acme-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Name: acme\nVersion: {version}\n")
        entry = f"[transcheck.rules]\nrule = {rule}\n"
        (info / "entry_points.txt").write_text(entry)
        module, _, _ = rule.partition(":")
        (folder / f"{module}.py").write_text(code)
        return str(folder)

    return install_rule


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return a function that makes files below the working folder."""
    monkeypatch.chdir(tmp_path)

    def make(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(
                content if isinstance(content, bytes) else content.encode()
            )
        return tmp_path

    return make


@pytest.fixture
def transcheck(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Transcheck:
    """Return a function that runs a command in this process."""
    for name in ("NO_COLOR", "CLICOLOR_FORCE", "TRANSCHECK_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Done:
        code = cli.main(list(arguments))
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run


@pytest.fixture
def python() -> Python:
    """Return a function that runs Python with the same modules in a new process."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603 - a fixed command of ours
            [sys.executable, *arguments],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        )

    return run
