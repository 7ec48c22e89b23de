"""Other tools, and how each is run on a folder of Markdown: data.

A peer is installed into an environment of its own, in the version that is pinned here.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Peer(Struct, frozen=True):
    """A tool that is measured beside transcheck.

    Args:
        name: As the table tells it, unique.
        packages: What is installed, with versions: from PyPI with `==`, from npm with
            `@`. Peers with the same packages share an environment.
        command: A program of the environment, and its arguments; it runs in the
            folder. `{modules}` stands for the folder of npm's packages.
        good: The exit codes of a run that did its work.
        warm: It runs once before it is measured, and leaves a cache.
        messages: It runs in a folder of messages instead, which `messages.py` makes of
            pages before; that does not count.
    """

    name: str
    packages: tuple[str, ...]
    command: tuple[str, ...]
    good: tuple[int, ...] = (0, 1)
    warm: bool = False
    messages: bool = False

    @property
    def is_python(self) -> bool:
        """It comes from PyPI; else from npm."""
        return "==" in self.packages[0]

    def arguments(self, environment: Path) -> list[str]:
        """Return the command as it is run out of the environment it is installed in."""
        programs = "bin" if self.is_python else "node_modules/.bin"
        modules = str(environment / "node_modules")
        program, *rest = self.command
        return [
            str(environment / programs / program),
            *(argument.replace("{modules}", modules) for argument in rest),
        ]


_RUMDL = ("rumdl==0.3.0",)

PEERS = (
    Peer("rumdl, no cache", _RUMDL, ("rumdl", "check", "--no-cache", ".")),
    Peer("rumdl, warm cache", _RUMDL, ("rumdl", "check", "."), warm=True),
    Peer("codespell", ("codespell==2.4.3",), ("codespell", "."), good=(0, 65)),
    Peer("mdformat, check", ("mdformat==1.0.0",), ("mdformat", "--check", ".")),
    Peer(
        "markdownlint-cli2",
        ("markdownlint-cli2@0.24.1",),
        ("markdownlint-cli2", "**/*.md"),
    ),
    Peer(
        "textlint, one trivial rule",
        ("textlint@15.8.0", "textlint-rule-no-todo@2.0.1"),
        ("textlint", "--rule", "no-todo", "**/*.md"),
    ),
    Peer(
        "remark, recommended preset",
        ("remark-cli@12.0.1", "remark-preset-lint-recommended@7.0.1"),
        (
            "remark",
            "--no-stdout",
            "--quiet",
            "--use",
            "{modules}/remark-preset-lint-recommended/index.js",
            ".",
        ),
    ),
    Peer(
        "pofilter, pages converted before",
        ("translate-toolkit[markdown]==3.20.4",),
        ("pofilter", "--progress", "none", ".", "../filtered"),
        messages=True,
    ),
)
