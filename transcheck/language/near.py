"""Languages that are near each other, by their bases (see `scripts.base`)."""

from __future__ import annotations

from collections.abc import Iterable

# Languages that differ too little to be told apart in a paragraph (ISO 639-3: the
# macrolanguages hbs and msa).
SAME = (frozenset({"bs", "hr", "sr", "cnr"}), frozenset({"id", "ms"}))

# Languages in which a sentence is often the same.
CLOSE = (*SAME, frozenset({"no", "da"}))

# Languages that share so much that only long and clear evidence tells them apart.
TWINS = (
    *SAME,
    frozenset({"no", "da", "sv"}),
    frozenset({"cs", "sk"}),
    frozenset({"hr", "sr", "bs", "sl"}),
    frozenset({"pt", "gl", "es", "ca"}),
    frozenset({"nl", "af"}),
    frozenset({"bg", "mk", "sr"}),
    frozenset({"ru", "uk", "be", "bg"}),
    frozenset({"tr", "az"}),
    frozenset({"kk", "ky"}),
    frozenset({"fi", "et"}),
)

# Languages that pass for one another by a script and some words.
NEAR = (
    *TWINS,
    frozenset({"hi", "mr", "ne"}),
    frozenset({"fa", "ar", "ur", "ps"}),
)


def together(first: str, second: str, groups: Iterable[frozenset[str]]) -> bool:
    """Tell whether two languages are in one of some groups."""
    return any(first in group and second in group for group in groups)
