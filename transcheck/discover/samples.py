"""Reading a few files to settle what their paths leave open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path

from msgspec import Struct, field

from transcheck.discover.tags import Tag, base, maximized
from transcheck.language.detectors import Detector
from transcheck.language.identify import identify
from transcheck.language.words import tables
from transcheck.patterns import late_regex
from transcheck.subtags import read_subtags

UNDETERMINED = "und"  # BCP 47 for a language nobody knows

# A sample is the head of a file: enough for any detector, cheap on long pages.
_BYTES = 16384
# Files read to learn the language of a folder.
FEW = 4

_FRONTMATTER = late_regex(r"\s*(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*(?:\n|\Z)", re.DOTALL)

# Languages that a detector takes for one another: one says nothing against the other.
_FAMILIES = (
    frozenset({"no", "nb", "nn", "da", "sv"}),
    frozenset({"hr", "bs", "sr", "sl", "mk", "bg"}),
    frozenset({"cs", "sk"}),
    frozenset({"id", "ms", "jv", "su", "tl", "fil"}),
    frozenset({"hi", "mr", "ne", "sa"}),
    frozenset({"bn", "as"}),
    frozenset({"pt", "gl", "es", "ca", "oc"}),
    frozenset({"ru", "uk", "be", "bg"}),
    frozenset({"ar", "fa", "ur", "ps", "ku", "sd", "ug"}),
    frozenset({"tr", "az", "tk", "uz", "tt"}),
    frozenset({"kk", "ky", "mn"}),
    frozenset({"af", "nl", "fy"}),
    frozenset({"fi", "et"}),
    frozenset({"de", "lb"}),
    frozenset({"en", "pcm"}),
)


class Verdict(Enum):
    """What a text says about the tag of its path."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NO_OPINION = "no opinion"


class Samples(Struct, frozen=True):
    """Reads files below a folder, each at most once.

    Args:
        folder: What the paths are relative to.
        detector: What is asked which language a text is in.
    """

    folder: Path
    detector: Detector
    _texts: dict[str, str] = field(default_factory=dict)
    _languages: dict[str, str | None] = field(default_factory=dict)

    def text(self, path: str) -> str:
        """Return the head of a file without frontmatter, "" if it is unreadable."""
        if path not in self._texts:
            self._texts[path] = _FRONTMATTER.sub("", self.head(path), count=1)
        return self._texts[path]

    def head(self, path: str) -> str:
        r"""Return the head of a file, line ends as ``\n``, "" if it is unreadable."""
        try:
            with (self.folder / path).open("rb") as file:
                data = file.read(_BYTES)
        except OSError:
            return ""
        text = data.decode("utf-8", "ignore").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def language(self, path: str) -> str | None:
        """Return the BCP 47 language of a file by its text, None when unsure."""
        if path not in self._languages:
            found = identify(self.text(path), detector=self.detector)
            self._languages[path] = found
        return self._languages[path]

    def majority(self, paths: Sequence[str]) -> str | None:
        """Return the language most of a few of the files are in, None when unsure."""
        found = Counter(
            language
            for path in spread(paths, FEW + 1)
            if (language := self.language(path))
        )
        if not found:
            return None
        return min(found, key=lambda language: (-found[language], language))

    def verdict(self, tag: Tag, paths: Sequence[str]) -> Verdict:
        """Tell what a few files say about their tag.

        It is confirmed when a quarter of the files with an opinion are in its
        language: stubs and pages not yet translated stay in that of the original.
        """
        opinions = Counter(self._opinion(tag, path) for path in spread(paths, FEW))
        confirmed = opinions[Verdict.CONFIRMED]
        contradicted = opinions[Verdict.CONTRADICTED]
        if not confirmed + contradicted:
            return Verdict.NO_OPINION
        if 4 * confirmed >= confirmed + contradicted:
            return Verdict.CONFIRMED
        return Verdict.CONTRADICTED

    def _opinion(self, tag: Tag, path: str) -> Verdict:
        found = self.language(path)
        if found is None:
            return Verdict.NO_OPINION
        expected, actual = base(tag.language), base(found)
        if expected == actual or {expected, actual} <= {"no", "nb", "nn"}:
            return Verdict.CONFIRMED
        if any(expected in family and actual in family for family in _FAMILIES):
            return Verdict.NO_OPINION
        if actual != "en" and not self._knows(expected):
            return Verdict.NO_OPINION
        return Verdict.CONTRADICTED

    def _knows(self, language: str) -> bool:
        return language in self.detector.languages or language in tables()


def same_language(first: str, second: str) -> bool:
    """Tell whether two BCP 47 languages are one, likely script and region added."""
    if first == second or UNDETERMINED in (first, second):
        return first == second
    if read_subtags(first).language != read_subtags(second).language:
        return False
    return maximized(first) == maximized(second)


def spread(paths: Iterable[str], number: int) -> list[str]:
    """Return at most so many of some paths, evenly spread over their order."""
    ordered = sorted(paths)
    if len(ordered) <= number:
        return ordered
    return [ordered[index * len(ordered) // number] for index in range(number)]
