"""What punctuation marks there are, and how languages set them."""

from transcheck.typography.families import (
    BRACKETS,
    CLOSING,
    COLONS,
    COMMAS,
    ELLIPSES,
    EXCLAMATIONS,
    FULL_STOPS,
    QUESTIONS,
    SEMICOLONS,
    SEPARATORS,
)
from transcheck.typography.joining import (
    attaches_beginnings,
    attaches_endings,
    has_unspaced,
    is_unspaced,
    word_after,
    word_before,
)
from transcheck.typography.languages import (
    Punctuation,
    punctuation,
    sets_wide,
    spaced_marks,
)
from transcheck.typography.quotes import QUOTE
from transcheck.typography.runs import first_wrong_mark, may_be_abbreviation
from transcheck.typography.uses import Convention, Use, find_quoted, find_uses
from transcheck.typography.widths import WIDE_FORMS, is_wide_letter, narrow

__all__ = [
    "BRACKETS",
    "CLOSING",
    "COLONS",
    "COMMAS",
    "ELLIPSES",
    "EXCLAMATIONS",
    "FULL_STOPS",
    "QUESTIONS",
    "QUOTE",
    "SEMICOLONS",
    "SEPARATORS",
    "WIDE_FORMS",
    "Convention",
    "Punctuation",
    "Use",
    "attaches_beginnings",
    "attaches_endings",
    "find_quoted",
    "find_uses",
    "first_wrong_mark",
    "has_unspaced",
    "is_unspaced",
    "is_wide_letter",
    "may_be_abbreviation",
    "narrow",
    "punctuation",
    "sets_wide",
    "spaced_marks",
    "word_after",
    "word_before",
]
