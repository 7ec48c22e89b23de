"""Convert the translations of a site to messages, for a tool that checks those.

usage: python bench/messages.py TARGET < PAGES

It is run in the folder of the site, by the Python of the environment of
translate-toolkit; PAGES is what `transcheck pages . --format json` prints. The command
md2po takes an original beside a translation, but not a folder of originals (3.20).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from translate.convert import md2po


def main(target: Path) -> None:
    """Write a file of messages for each translation, in a folder for each tag."""
    for number, page in enumerate(json.load(sys.stdin)["pages"]):
        files = page["files"]
        original = files.pop(page["original"], None)
        for tag, translation in files.items():
            if original is not None:
                folder = target / tag
                folder.mkdir(parents=True, exist_ok=True)
                messages = folder / f"{number}.po"
                arguments = ("-t", original, translation, str(messages))
                md2po.main(["--progress", "none", *arguments])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
