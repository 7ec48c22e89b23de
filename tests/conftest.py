"""What all tests share: the flag that rewrites the examples on rules' pages."""

from __future__ import annotations

from pathlib import Path

import pytest


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
    from transcheck.testing import update  # noqa: PLC0415

    folder = Path(transcheck_rules.__file__).parent
    for rule in transcheck_rules.BUILTIN:
        page = folder / f"{rule.__module__.rpartition('.')[2]}.md"
        page.write_bytes(update(rule).encode())
