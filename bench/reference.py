"""Parse each Markdown file of a folder once, in one process: the unit of all ratios.

usage: python bench/reference.py FOLDER

It is run by the Python of the environment that is measured, so it imports nothing but
the parser.
"""

from __future__ import annotations

import sys
from pathlib import Path

import mistune

SUFFIXES = (".md", ".mdx", ".markdown")
PLUGINS = ("table", "footnotes", "strikethrough", "task_lists")


def main(folder: str) -> None:
    """Parse the files, and keep nothing."""
    parse = mistune.create_markdown(renderer="ast", plugins=PLUGINS)
    for path in sorted(Path(folder).rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            parse(path.read_text("utf-8", "replace"))


if __name__ == "__main__":
    main(sys.argv[1])
