"""Write a new rule: its module, its page with a failing example, its registration.

usage: python tools/new_rule.py link-text [--kind pair] [--category links]
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "rules")]  # a checkout need not be installed

from transcheck.plugins import CATEGORIES  # noqa: E402 - the path comes first
from transcheck_rules import BUILTIN  # noqa: E402 - as above

PACKAGE = ROOT / "rules" / "transcheck_rules"
KINDS = {
    "document": ("DocumentRule", "document", "Document"),
    "pair": ("PairRule", "pair", "Pair"),
    "page": ("PageRule", "page", "AlignedPage"),
}

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TUPLE = re.compile(
    r"(?<=^BUILTIN: tuple\[str, \.\.\.\] = \(\n).*?(?=^\))", re.DOTALL | re.MULTILINE
)

MODULE = '''\
"""The rule {id}."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.rule import {imports}


class {name}({base}, frozen=True):
    """One sentence that tells what holds when all is well."""

    id: ClassVar[str] = "{id}"
    category: ClassVar[str] = "{category}"

    def check(self, {argument}: {type}) -> Iterator[Finding]:
        """Report what is wrong."""
        yield from ()
'''

PAGE = """\
# {id}

One sentence that tells what holds when all is well.

## Why

What it costs the reader.

## When it is wrong to fire

When the translation is right to differ, and what to do then.

## Options

<!-- generated: options -->

None.

<!-- end: options -->

## Examples

### What is wrong

```markdown en.md
# Title
```

```markdown de.md
# Titel
```

```report
de.md:1:1: warning[{id}] what the user reads
```

### What looks like it and is right

```markdown en.md
# Title
```

```markdown de.md
# Titel
```
"""


def main() -> int:
    """Write the files and say what to do next."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("id", help="kebab-case, reads well after 'allow'")
    parser.add_argument("--kind", choices=KINDS, default="pair", help="what it sees")
    parser.add_argument("--category", choices=CATEGORIES, default=CATEGORIES[0])
    told = parser.parse_args()
    for path in create(told.id, kind=told.kind, category=told.category):
        print(path)
    print(f"next: pytest -k {told.id}, write check() until it passes,")
    print("then: python tools/generate.py")
    return 0


def create(
    rule_id: str, *, kind: str, category: str, package: Path = PACKAGE
) -> list[Path]:
    """Write a rule and register it.

    Args:
        rule_id: Kebab-case.
        kind: One of `KINDS`.
        category: One of `CATEGORIES`.
        package: The folder of the rules.

    Returns:
        The files that were written.

    Raises:
        SystemExit: The id is no id, or is taken.
    """
    module = rule_id.replace("-", "_")
    folder = package / category
    code, page = folder / f"{module}.py", folder / f"{module}.md"
    registry = package / "__init__.py"
    if not _ID.fullmatch(rule_id):
        raise SystemExit(f"'{rule_id}' is not kebab-case")
    if any(package.glob(f"*/{module}.py")):
        raise SystemExit(f"there is a rule '{rule_id}'")
    name = "".join(part.capitalize() for part in rule_id.split("-"))
    base, argument, argument_type = KINDS[kind]
    text = MODULE.format(
        id=rule_id,
        name=name,
        category=category,
        base=base,
        argument=argument,
        type=argument_type,
        imports=", ".join(sorted({"Finding", argument_type, base}, key=str.lower)),
    )
    listed = registered(registry.read_text(encoding="utf-8"), module, name, category)
    if not folder.exists():
        folder.mkdir()
        docstring = f'"""Rules of the category {category}."""\n'
        (folder / "__init__.py").write_text(docstring, encoding="utf-8")
    code.write_text(text, encoding="utf-8")
    page.write_text(PAGE.format(id=rule_id), encoding="utf-8")
    registry.write_text(listed, encoding="utf-8")
    return [code, page, registry]


def registered(text: str, module: str, name: str, category: str) -> str:
    """Return the registry with a rule added, in the order of the docs."""
    rules = sorted({*BUILTIN, f"{category}.{module}.{name}"}, key=_in_docs)
    return _TUPLE.sub("".join(f'    "{rule}",\n' for rule in rules), text)


def _in_docs(rule: str) -> tuple[int, str]:
    category, _, name = rule.partition(".")
    return CATEGORIES.index(category), name


if __name__ == "__main__":
    sys.exit(main())
