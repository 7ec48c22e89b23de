"""What every layout's search needs to know besides the paths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from transcheck.discover.generators import Default
from transcheck.discover.samples import UNDETERMINED, Samples, same_language
from transcheck.discover.tags import canonical, read_tag


class Context(Struct, frozen=True):
    """The texts, and which language the original may be in.

    Args:
        samples: Reads files.
        original: The original's tag as the user gave it, None when he did not.
        default: What the site generator's configuration names, None when nothing.
        sisters: Folders that were named side by side, and may hold the same site in
            different languages.
    """

    samples: Samples
    original: str | None = None
    default: Default | None = None
    sisters: tuple[str, ...] = ()

    def unmarked_tag(self, paths: Sequence[str], marked: Iterable[str]) -> str:
        """Return the tag of files whose paths tell no language.

        Args:
            paths: The files.
            marked: The BCP 47 languages that the other files of the layout are in.
        """
        others = sorted(set(marked))
        if self.original and not _among(self.original, others):
            return self.original
        if found := self.samples.majority(paths):
            return found
        for guess in (self.default.tag if self.default else None, "en"):
            if guess and not _among(guess, others):
                return guess
        return UNDETERMINED


def language_of(tag: str) -> str:
    """Return the BCP 47 language of a tag of a page, itself where it is unknown."""
    known = read_tag(tag)
    return known.language if known else canonical(tag) or tag


def _among(tag: str, languages: Iterable[str]) -> bool:
    language = language_of(tag)
    return any(same_language(language, other) for other in languages)
