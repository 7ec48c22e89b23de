"""What all tests share: how Hypothesis runs, and the flag that rewrites examples."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no failure. CI tries the same examples every time; new ones are
# for people, who can look into what they find.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-examples",
        action="store_true",
        help="rewrite the reports and fixed files on the pages of rules, for review",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Rewrite the pages before their examples are collected."""
    if not config.getoption("--update-examples"):
        return
    # Other tests run without them, so that one broken rule breaks one test.
    import transcheck_rules  # noqa: PLC0415
    from transcheck.registry import builtin  # noqa: PLC0415
    from transcheck.testing import update  # noqa: PLC0415

    folder = Path(transcheck_rules.__file__).parent
    for rule in builtin():
        _, category, module = rule.__module__.split(".")
        page = folder / category / f"{module}.md"
        page.write_bytes(update(rule).encode())
