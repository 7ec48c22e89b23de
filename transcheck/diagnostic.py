"""What is wrong, where, and how to mend it: from a rule's finding to a diagnostic."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import Enum

from msgspec import Struct

from transcheck.text import Range, Span


class Severity(str, Enum):
    """How sure and how grave a finding is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)


class Place(Struct, frozen=True, array_like=True, gc=False):
    """A span in one file.

    Args:
        path: The file, as diagnostics print it.
        span: Offsets in the file's decoded text.
    """

    path: str
    span: Span


class Related(Struct, frozen=True):
    """A second place that explains a finding, such as the original's link."""

    place: Place
    message: str


class Edit(Struct, frozen=True):
    """Replace what a place covers by a text."""

    place: Place
    text: str


class Fix(Struct, frozen=True):
    """Edits that mend a finding.

    Args:
        description: What they do, for the user.
        edits: What is replaced by what; no two of them overlap.
        safe: Their result is surely right.
        restructures: They change blocks beside those they edit; such a fix is never
            safe.
    """

    description: str
    edits: tuple[Edit, ...]
    safe: bool
    restructures: bool = False

    def __post_init__(self) -> None:
        """Refuse a safe fix that restructures, which is always a bug."""
        if self.safe and self.restructures:
            raise ValueError(f"no safe fix restructures: {self.description}")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What a translation has in place of something, in a form that may recur.

    Where a language nearly always writes the one for the other, that is its custom,
    and no defect.

    Args:
        before: The words that the original has: a host, folders, a name.
        after: Those that the translation has in their place.
        mark: A text that occurs wherever `after` is written, "" where none is sure to.
            Where `after` is empty, a text that occurs in the frontmatter of every page
            that kept `before`.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    mark: str = field(default="", compare=False)


class Finding(Struct, frozen=True):
    """What a rule yields; the engine adds who, how grave and in which file.

    Args:
        place: Where the first wrong character is.
        message: One terse sentence that names the thing.
        cause: Equal for the same defect in two languages, and after unrelated
            edits: its parts are kinds, sides and the keys of aligned blocks.
        block: The key of the block in the reference that the finding is about,
            None when it is not about one; who is to blame is decided by the
            translations that have this block.
        related: Places that explain the finding; the first is its counterpart.
        help: What to do about it, when the message alone does not tell.
        fix: How to mend it.
        severity: Replaces the rule's own for this finding, None to keep it.
        shared: The severity where most translations show the same, None for no other:
            it is the way of the site then, or the reference has just changed.
        blame: The message when the reference turns out to be the one that is
            wrong, placed at the first related place; None to keep `message`.
        rewrites: What was put for what; when one of them is a custom of the language,
            the finding is none.
    """

    place: Place
    message: str
    cause: tuple[Hashable, ...]
    block: str | None = None
    related: tuple[Related, ...] = ()
    help: str | None = None
    fix: Fix | None = None
    severity: Severity | None = None
    shared: Severity | None = None
    blame: str | None = None
    rewrites: tuple[Rewrite, ...] = ()


class RelatedRange(Struct, frozen=True):
    """A related place, in lines and columns."""

    path: str
    range: Range
    message: str


class EditRange(Struct, frozen=True):
    """An edit, in lines and columns."""

    path: str
    range: Range
    text: str


class FixRange(Struct, frozen=True):
    """A fix, in lines and columns."""

    description: str
    edits: tuple[EditRange, ...]
    safe: bool
    restructures: bool = False


class Diagnostic(Struct, frozen=True):
    """A finding stamped with its rule, severity, file and fingerprint.

    Args:
        rule: The rule's id.
        path: The file, as it is printed.
        tag: The file's language as its path spells it, None when unknown.
        language: The same as BCP 47, None when unknown.
        page: The name of the page the file belongs to.
        range: Lines and columns in the file.
        fingerprint: Equal in two runs for the same defect.
        defect: The same without the page: equal in two runs for the same defect of
            one file, whatever the page is called from where the run started.
    """

    rule: str
    severity: Severity
    message: str
    help: str | None
    url: str
    path: str
    tag: str | None
    language: str | None
    page: str
    range: Range
    related: tuple[RelatedRange, ...]
    fix: FixRange | None
    fingerprint: str
    defect: str = ""
