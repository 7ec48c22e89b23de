"""A fingerprint outlives every edit that is about something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from transcheck.config import Settings
from transcheck.diagnostic import Diagnostic, Severity
from transcheck.engine import Job, run
from transcheck.registry import configure
from transcheck.site import PageFiles, Site

Texts = dict[str, str]
"""The text of each file of a page, by its path."""
Lines = dict[str, "set[int]"]
"""For each file, the 1-based lines that findings are about."""
Edit = Callable[[Texts, Lines, dict[str, str], Random], "Texts | None"]
"""Returns the edited files, None where there is no place for the edit.

It takes the files, the lines that findings are about, and the language of each file.
"""

_SENTENCES = {
    "en": "This new paragraph has nothing to do with the text around it.",
    "pl": "Ten nowy akapit nie ma nic wspólnego z tekstem dookoła niego.",
    "zh": "这个新段落与它周围的文字没有任何关系。",
}
_HEADING = re.compile(r"#{1,6} ")
_FENCE = re.compile(r"\s*(```|~~~)")
_PROSE = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"(?<![\w`])([^\W\d_]{3,}) ([^\W\d_]{3,})(?![\w`])")


def insert_before(
    texts: Texts, _: Lines, languages: dict[str, str], __: Random
) -> Texts:
    """Insert a paragraph at the start, after the first heading."""
    return {
        path: _insert(text, min(_headings(text), default=-1) + 1, languages[path])
        for path, text in texts.items()
    }


def insert_after(
    texts: Texts, _: Lines, languages: dict[str, str], __: Random
) -> Texts | None:
    """Insert a paragraph at the end, where that is in one section in all languages."""
    below = {
        len([row for row in _headings(text) if row > max(_headings(text, "## "))])
        for text in texts.values()
        if _headings(text, "## ")
    }
    if len(below) > 1:
        return None
    return {
        path: _insert(text, len(text.split("\n")), languages[path])
        for path, text in texts.items()
    }


def insert_in_section(
    texts: Texts, _: Lines, languages: dict[str, str], random: Random
) -> Texts | None:
    """Insert a paragraph after some heading of level 2."""
    headings = {path: _headings(text, "## ") for path, text in texts.items()}
    counts = {len(found) for found in headings.values()}
    if len(counts) > 1 or 0 in counts:
        return None
    number = random.randrange(counts.pop())
    return {
        path: _insert(text, headings[path][number] + 1, languages[path])
        for path, text in texts.items()
    }


def swap_words(
    texts: Texts, lines: Lines, _: dict[str, str], random: Random
) -> Texts | None:
    """Swap two words in a line of one file that no finding is about."""
    split = {path: text.split("\n") for path, text in sorted(texts.items())}
    places = [
        (path, number, match)
        for path, rows in split.items()
        for number in _prose(rows)
        if not _around(rows, number) & lines.get(path, set())
        for match in _WORDS.finditer(rows[number])
    ]
    if not places:
        return None
    path, number, match = random.choice(places)
    rows = split[path]
    row = rows[number]
    rows[number] = f"{row[: match.start()]}{match[2]} {match[1]}{row[match.end() :]}"
    return {**texts, path: "\n".join(rows)}


def convert_to_crlf(
    texts: Texts, _: Lines, __: dict[str, str], random: Random
) -> Texts:
    """Give one file, or all, the line ends of Windows."""
    chosen = random.choice([sorted(texts), [random.choice(sorted(texts))]])
    return {
        path: text.replace("\n", "\r\n") if path in chosen else text
        for path, text in texts.items()
    }


def add_frontmatter_key(
    texts: Texts, _: Lines, __: dict[str, str], ___: Random
) -> Texts:
    """Add a key to the frontmatter, which may be the first."""
    return {
        path: f"---\nweight: 3\n{text[4:]}"
        if text.startswith("---\n")
        else f"---\nweight: 3\n---\n\n{text}"
        for path, text in texts.items()
    }


def move_section(
    texts: Texts, lines: Lines, _: dict[str, str], random: Random
) -> Texts | None:
    """Move a section of level 2 that no finding is about, in all files."""
    starts = {path: _headings(text, "## ") for path, text in texts.items()}
    counts = {len(found) for found in starts.values()}
    if len(counts) > 1 or counts.pop() < 2:
        return None
    parts = {path: list(_cut(text, starts[path])) for path, text in texts.items()}
    ends = {path: [*starts[path], len(texts[path].split("\n"))] for path in texts}
    free = [
        number
        for number in range(len(next(iter(starts.values()))))
        if not any(
            ends[path][number] < line <= ends[path][number + 1]
            for path in texts
            for line in lines.get(path, ())
        )
    ]
    if not free:
        return None
    number = random.choice(free)
    others = [one for one in range(len(next(iter(starts.values())))) if one != number]
    target = random.randrange(len(others) + 1)
    order = [*others[:target], number, *others[target:]]
    return {
        path: "".join((head, *(sections[one] for one in order)))
        for path, (head, *sections) in parts.items()
    }


EDITS: tuple[Edit, ...] = (
    insert_before,
    insert_after,
    insert_in_section,
    swap_words,
    convert_to_crlf,
    add_frontmatter_key,
    move_section,
)


def _headings(text: str, start: str = "") -> list[int]:
    """Return the 0-based numbers of the lines that are headings."""
    found, fence = [], ""
    for number, row in enumerate(text.split("\n")):
        match = _FENCE.match(row)
        if match and fence in {"", match[1]}:
            fence = "" if fence else match[1]
        elif not fence and _HEADING.match(row) and row.startswith(start):
            found.append(number)
    return found


def _prose(rows: list[str]) -> Iterator[int]:
    fence = front = ""
    for number, row in enumerate(rows):
        match = _FENCE.match(row)
        if row == "---" and (number == 0 or front):
            front = "" if front else row
        elif match and fence in {"", match[1]}:
            fence = "" if fence else match[1]
        elif not fence and not front and _PROSE.match(row):
            yield number


def _around(rows: list[str], number: int) -> set[int]:
    """Return the 1-based lines of the paragraph that a line is in."""
    first = last = number
    while first and rows[first - 1].strip():
        first -= 1
    while last + 1 < len(rows) and rows[last + 1].strip():
        last += 1
    return set(range(first + 1, last + 2))


def _insert(text: str, number: int, language: str) -> str:
    rows = text.split("\n")
    rows[number:number] = ["", _SENTENCES[language], ""]
    return "\n".join(rows)


def _cut(text: str, starts: list[int]) -> Iterator[str]:
    rows = [f"{row}\n" for row in text.rstrip("\n").split("\n")]
    rows.append("\n")
    for first, last in pairwise([0, *starts, len(rows)]):
        yield "".join(rows[first:last])


# --- a page with much that is wrong, and much that stands twice -------------------

FOLDER = Path(__file__).parents[2] / "fixtures" / "fingerprints"
TEXTS = {path.name: path.read_bytes().decode() for path in sorted(FOLDER.glob("*.md"))}
LANGUAGES = {path: path.split(".")[1] for path in TEXTS}
RULES = {
    "code-block",
    "frontmatter-keys",
    "heading-level",
    "image-targets",
    "inline-code",
    "link-targets",
    "section-count",
    "stray-punctuation",
    "untranslated",
}


def check(texts: Texts) -> tuple[Diagnostic, ...]:
    """Return what is found in the page, with these texts for its files."""
    files = {LANGUAGES[path]: path for path in texts}
    site = Site((PageFiles("a", "en", files),), {tag: tag for tag in files})
    settings = Settings(min_severity=Severity.INFO)
    rules = configure(settings)
    job = Job(site, settings, rules)
    return run(job, read=lambda path: texts[path].encode()).diagnostics


def about(diagnostics: tuple[Diagnostic, ...]) -> Lines:
    """Return the lines that findings are about."""
    lines: Lines = {}
    for one in diagnostics:
        places = [(one.path, one.range), *((x.path, x.range) for x in one.related)]
        for path, where in places:
            lines.setdefault(path, set()).update(
                range(where.start.line, where.end.line + 1)
            )
    return lines


def names(diagnostics: tuple[Diagnostic, ...]) -> set[tuple[str, str, str]]:
    """Return the fingerprints, with what helps to see which is missing."""
    return {(one.path, one.rule, one.fingerprint) for one in diagnostics}


def test_the_page_has_findings_of_many_rules() -> None:
    found = check(TEXTS)
    assert {one.rule for one in found} == RULES
    assert len(names(found)) == len(found)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("seed", list(range(8)))
def test_a_finding_keeps_its_fingerprint_when(edit: Edit, seed: int) -> None:
    found = check(TEXTS)
    edited = edit(TEXTS, about(found), LANGUAGES, Random(seed))  # noqa: S311 - no secret
    assert edited is not None
    assert names(check(edited or {})) == names(found)


@pytest.mark.parametrize("seed", list(range(6)))
def test_a_finding_keeps_its_fingerprint_through_many_edits(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    texts = TEXTS
    found = check(texts)
    for edit in random.sample(EDITS, len(EDITS)):
        if edit is not convert_to_crlf:
            texts = edit(texts, about(check(texts)), LANGUAGES, random) or texts
    texts = convert_to_crlf(texts, {}, LANGUAGES, random)
    assert names(check(texts)) == names(found)
