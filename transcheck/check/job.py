"""What the pages of a run share, and how their files are read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from msgspec import Struct, field

from transcheck.align.model import PairState
from transcheck.check.narrow import Reported
from transcheck.language.detectors import DEFAULT_DETECTOR, Detector
from transcheck.rule import Rule
from transcheck.site import Surroundings
from transcheck.terms import Terms

ReadBytes = Callable[[str], bytes]
"""Gives the bytes of a file; an OSError says why it cannot be read."""


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file on the disk.

    Raises:
        OSError: It cannot be read.
    """
    return Path(path).read_bytes()


class PageJob(Struct, frozen=True, kw_only=True):
    """What the results of all pages depend on besides their files.

    Args:
        languages: Tag to BCP 47.
        rules: The rules that run, configured.
        surroundings: The site around the pages.
        known: As in `transcheck.align.page.align_page`.
        detector: As in `transcheck.align.page.align_page`.
        terms: What things are to be called, as in `Settings`.
        reported: What is reported of a page, None for all. Files are left out where
            that does not depend on them.
    """

    languages: Mapping[str, str]
    rules: Collection[Rule]
    surroundings: Surroundings | None = None
    known: Mapping[str, PairState] | None = None
    detector: Detector = DEFAULT_DETECTOR
    terms: Terms = field(default_factory=Terms)
    reported: Reported | None = None
