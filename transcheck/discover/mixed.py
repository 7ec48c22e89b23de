"""Files that hold a page in several languages, section after section.

``## zh-CN`` and ``## en-US`` divide a file among languages. There is no pair of files
to compare, so it is left out with this reason, whatever else may be done with it.
"""

from __future__ import annotations

from collections import defaultdict

from transcheck.discover.tags import Strength, read_tag
from transcheck.patterns import late_regex

_FENCE = late_regex(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = late_regex(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
# What stands beside a language: an id, a country, marks of emphasis, a flag.
_BESIDE = late_regex(r"\{[^{}]*\}|\([^()]*\)|[*`:]|[\U0001F1E6-\U0001F1FF]")


def languages_within(text: str) -> list[str]:
    r"""Return the languages of a file's sections, as their headings spell them.

    All headings of one level must be languages, and two of them different ones.

    Args:
        text: The beginning of the file, line ends as ``\n``.

    Returns:
        In the order of the file; none for a file in one language.
    """
    levels: dict[int, list[str]] = defaultdict(list)
    for level, title in _headings(text):
        levels[level].append(title)
    for level in sorted(levels):
        tags = [read_tag(title.replace(" ", "-")) for title in levels[level]]
        sure = {
            tag.language for tag in tags if tag and tag.strength > Strength.DOUBTFUL
        }
        if None not in tags and len(sure) > 1:
            return list(dict.fromkeys(levels[level]))
    return []


def _headings(text: str) -> list[tuple[int, str]]:
    found = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence and line.lstrip(" ").startswith("#"):
            heading = _HEADING.fullmatch(line)
            if heading:
                found.append((len(heading[1]), _BESIDE.sub("", heading[2]).strip()))
    return found
