"""Write what is generated: the options on rules' pages and the rules in the README.

usage: python tools/generate.py [--check]

With --check nothing is written; the exit code is 1 when a file is not up to date.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "rules")]  # a checkout need not be installed

from transcheck.options import options  # noqa: E402 - the path comes first
from transcheck.registry import builtin  # noqa: E402 - as above
from transcheck.rule import Rule  # noqa: E402 - as above

README = ROOT / "README.md"
PAGES = ROOT / "rules" / "transcheck_rules"

_BEGIN = "<!-- generated: {} -->"
_END = "<!-- end: {} -->"
_OPTIONS, _RULES = "options", "rules"
_HEADING = "## Options\n"
# What a page says of its options before this tool has seen it.
_BY_HAND = re.compile(r"\n*(?:None\.\n|(?:\|.*\n)+)?")


def main() -> int:
    """Write the files, or compare them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    check = parser.parse_args().check
    stale = [
        (path, text)
        for path, text in generate()
        if path.read_bytes().decode("utf-8") != text
    ]
    for path, text in stale:
        print(f"{path.relative_to(ROOT)}: {'not up to date' if check else 'written'}")
        if not check:
            path.write_bytes(text.encode("utf-8"))
    if stale and check:
        print("run: python tools/generate.py")
    return int(bool(stale and check))


def generate() -> Iterator[tuple[Path, str]]:
    """Yield each file that holds something generated, with what it must hold."""
    for rule in builtin():
        path = page_path(rule)
        yield path, with_options(path.read_bytes().decode("utf-8"), rule)
    readme = README.read_text(encoding="utf-8")
    yield README, replaced(readme, _RULES, rules_table(builtin()))


def page_path(rule: type[Rule]) -> Path:
    """Return the page beside a rule."""
    _, category, module = rule.__module__.split(".")
    return PAGES / category / f"{module}.md"


def with_options(page: str, rule: type[Rule]) -> str:
    """Return a rule's page with its options as the rule declares them."""
    if _BEGIN.format(_OPTIONS) not in page:
        head, heading, rest = page.partition(_HEADING)
        if not heading:
            raise SystemExit(f"{rule.id}: its page has no section Options")
        rest = _BY_HAND.sub("", rest, count=1).lstrip("\n")
        marks = f"{_BEGIN.format(_OPTIONS)}\n{_END.format(_OPTIONS)}\n"
        page = f"{head}{heading}\n{marks}\n{rest}"
    return replaced(page, _OPTIONS, options_table(rule))


def replaced(text: str, name: str, content: str) -> str:
    """Return a text with the part between two marks replaced."""
    begin, end = _BEGIN.format(name), _END.format(name)
    head, opening, rest = text.partition(begin)
    _, closing, tail = rest.partition(end)
    if not opening or not closing:
        raise SystemExit(f"{begin} … {end}: not found")
    return f"{head}{begin}\n\n{content}\n{end}{tail}"


def options_table(rule: type[Rule]) -> str:
    """Return the options of a rule as a Markdown table."""
    rows = [
        f"| `{option.name}` | `{option.default}` | {option.description} |\n"
        for option in options(rule)
    ]
    if not rows:
        return "None.\n"
    head = "| Option | Default | Description |\n| --- | --- | --- |\n"
    return head + "".join(rows)


def rules_table(rules: tuple[type[Rule], ...]) -> str:
    """Return all rules as a Markdown table, by category."""
    rows = [
        "| Rule | Category | Severity | When all is well |\n| --- | --- | --- | --- |\n"
    ]
    for rule in rules:
        page = page_path(rule).relative_to(ROOT).as_posix()
        summary = (rule.__doc__ or "").partition("\n")[0].replace("|", "\\|")
        rows.append(
            f"| [{rule.id}]({page}) | {rule.category} | {rule.severity.value} |"
            f" {summary} |\n"
        )
    return "".join(rows)


if __name__ == "__main__":
    sys.exit(main())
