"""Copies of sites to measure on: nothing is ever written to a user's folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from bench.reference import SUFFIXES

# Left out of copies: what no tool reads, and what is large.
_LEFT_OUT = (".git", "node_modules", ".transcheck_cache")

_SENTENCES = Path(__file__).parent / "outside.txt"
_TRANSLATIONS = ("cs", "nl", "sv")
_ENGLISH = (
    "The garden is behind the house.",
    "The watering can stands by the door, where you find it in the evening too.",
    "When the snow melts in spring, we have to clear the leaves first.",
    "The seeds must not lie too deep, and the soil should be moist but not wet.",
)


class Page(Struct, frozen=True):
    """A page of a site.

    Args:
        files: Its files, from the site's folder, by tag.
        original: The tag of the language it was written in, None where there is none.
    """

    files: dict[str, PurePosixPath]
    original: str | None

    @property
    def translations(self) -> list[PurePosixPath]:
        """Its files besides the original, in the order of their tags."""
        return [
            path for tag, path in sorted(self.files.items()) if tag != self.original
        ]


def read_pages(text: str) -> list[Page]:
    """Read what `transcheck pages . --format json` printed."""
    return [
        Page(
            {tag: PurePosixPath(path) for tag, path in page["files"].items()},
            page["original"],
        )
        for page in json.loads(text)["pages"]
    ]


def markdown_files(folder: Path) -> list[Path]:
    """Return the files below a folder that the reference parses, sorted."""
    return sorted(
        path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file()
    )


def copy_site(site: Path, to: Path) -> Path:
    """Copy a site with the times of its files, so that a cache finds them old."""
    shutil.copytree(site, to, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    return to


def copy_markdown(site: Path, to: Path) -> Path:
    """Copy the Markdown of a site, all as `.md`, so that all tools read the same."""
    for path in markdown_files(site):
        target = to / path.relative_to(site)
        target = target.with_name(target.name.removesuffix(path.suffix) + ".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return to


def copy_by_language(
    site: Path, pages: Sequence[Page], to: Path
) -> dict[str, tuple[Path, Path]]:
    """Copy translations and their originals to folders of the same names of files.

    Args:
        site: The folder of the site.
        pages: Its pages.
        to: A folder that is made.

    Returns:
        By tag: the folder of originals, and that of translations.
    """
    folders: dict[str, tuple[Path, Path]] = {}
    for number, page in enumerate(pages):
        if page.original is None:
            continue
        for tag, path in page.files.items():
            if tag == page.original:
                continue
            both = folders.setdefault(
                tag, (to / tag / "original", to / tag / "translation")
            )
            for folder, file in zip(
                both, (page.files[page.original], path), strict=True
            ):
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(site / file, folder / f"{number}.md")
    return folders


def choose_named(pages: Sequence[Page], wanted: Sequence[str]) -> list[str]:
    """Return two translations of pages in many languages, as a hook is given them.

    Args:
        pages: Those of the site.
        wanted: What to return where the site has it.
    """
    translations = {str(path) for page in pages for path in page.translations}
    if translations.issuperset(wanted):
        return list(wanted)
    widest = sorted(pages, key=lambda page: -len(page.translations))[:2]
    return [
        str(page.translations[number])
        for number, page in enumerate(widest)
        if len(page.translations) > number
    ]


def choose_changed(pages: Sequence[Page], named: Sequence[str]) -> str:
    """Return a translation amid the site that is not one of those named."""
    paths = [str(path) for page in pages for path in page.translations]
    others = [path for path in paths if path not in named] or paths
    return others[len(others) // 2]


class Edits:
    """Edits of files of a copy, which can be undone."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the copy."""
        self._folder = folder
        self._before: dict[Path, bytes] = {}

    def change(self, file: str, number: int) -> None:
        """Add a paragraph of the file's own words at its end, and a number."""
        path = self._folder / file
        before = path.read_bytes()
        self._before.setdefault(path, before)
        text = before.decode("utf-8", "replace").rstrip()
        words = " ".join(text[text.rfind("\n\n") :].split()[:8])
        path.write_text(f"{text}\n\n{words} {number}.\n", "utf-8")

    def undo(self) -> None:
        """Put back what was there."""
        for path, content in self._before.items():
            path.write_bytes(content)
        self._before.clear()


def repeat(site: Path, pages: Sequence[Page], times: int, to: Path) -> int:
    """Write pages over and over, the first time under their names, then under new ones.

    Args:
        site: The folder they are in.
        pages: The pages.
        times: How many times.
        to: A folder that is made.

    Returns:
        The number of files that were written.
    """
    written = 0
    for number in range(times):
        for page in pages:
            for path, renamed in rename(page, number):
                target = to / renamed
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(site / path, target)
                written += 1
    return written


def rename(page: Page, number: int) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    """Yield the files of a page with the names that make them another page's.

    What changes is the last name, without what follows its first dot, that all files
    of the page share at the same distance from their ends: `a.md` becomes `a-2.md`, and
    `a/en.md` `a-2/en.md`. Number 0 changes nothing.
    """
    paths = list(page.files.values())
    stems = [[name.partition(".")[0] for name in path.parts] for path in paths]
    least = min(map(len, stems))
    place = next(
        (
            place
            for place in range(-1, -least - 1, -1)
            if len({parts[place] for parts in stems}) == 1
            and stems[0][place] not in page.files
        ),
        None,
    )
    for path in paths:
        if number == 0:
            yield path, path
        elif place is None:
            yield path, PurePosixPath(f"copy-{number}", path)
        else:
            parts = list(path.parts)
            stem, dot, rest = parts[place].partition(".")
            parts[place] = f"{stem}-{number}{dot}{rest}"
            yield path, PurePosixPath(*parts)


def choose_pages(pages: Sequence[Page], files: int) -> list[Page]:
    """Return pages from all over a site that have about so many files together."""
    count = sum(len(page.files) for page in pages)
    if count <= files:
        return list(pages)
    wanted = round(len(pages) * files / count)
    return [pages[number * len(pages) // wanted] for number in range(wanted)]


def make_site(to: Path, pages: int) -> Path:
    """Write a small site of sentences of ours, in English and a few languages.

    Args:
        to: A folder that is made.
        pages: How many pages.
    """
    sentences: dict[str, list[str]] = {".": list(_ENGLISH)}
    for line in _SENTENCES.read_text("utf-8").splitlines():
        language, sentence = line.split(" ", 1)
        sentences.setdefault(language, []).append(sentence)
    for language in (".", *_TRANSLATIONS):
        folder = to / "docs" / language
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(pages):
            folder.joinpath(f"page-{number}.md").write_text(
                _text(sentences[language], number, pages), "utf-8"
            )
    return to


def _text(sentences: Sequence[str], number: int, pages: int) -> str:
    """Return a page: headings, paragraphs, a link, a list, a table and code."""
    first, second, third, fourth = sentences[:4]
    title = first.rstrip(".")
    return f"""\
# {title} {number}

{fourth} {second} [{title}](page-{(number + 1) % pages}.md)

## {title}: `step-{number}`

- {second}
- {third}

{" ".join(sentences[1:4])}

```sh
grow --bed {number} --water 20
```

| `bed` | `water` |
| --- | --- |
| {number} | {second} |
"""
