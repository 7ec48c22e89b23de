"""Narrow marks in text that sets wide ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transcheck.compare.readable import RunningText
from transcheck.compare.strays import Stray, Texts
from transcheck.compare.text_marks import one_of
from transcheck.document import Block
from transcheck.typography import WIDE_FORMS, is_wide_letter, sets_wide

_NARROW = re.compile(rf"(?<=\w){one_of(WIDE_FORMS)}(?=\w)")
_WIDE = re.compile(one_of(WIDE_FORMS.values()))
# A narrow mark among so many wide ones is a slip; among fewer it may be the style.
_SLIP = 10


def find_narrow_marks(
    texts: Texts, language: str | None
) -> Iterator[tuple[Block, Stray]]:
    """Yield marks of ASCII between wide letters, in a document that sets wide ones.

    Args:
        texts: The texts of the document.
        language: Its BCP 47 tag, None when it is not known.
    """
    if not sets_wide(language):
        return
    wide = 0
    found: list[tuple[Block, RunningText, int]] = []
    for block, reading in texts:
        text = reading.text
        wide += len(_WIDE.findall(text))
        for match in _NARROW.finditer(text):
            at = match.start()
            if is_wide_letter(text[at - 1]) and is_wide_letter(text[at + 1]):
                found.append((block, reading, at))
    if len(found) * _SLIP > wide:
        return
    for block, reading, at in found:
        mark = reading.text[at]
        # A Japanese comma has two forms, and a question in Chinese may be a choice.
        safe = mark == "," and (language or "").startswith("zh")
        yield (
            block,
            Stray(
                reading.span(at, at + 1),
                f"narrow {mark}",
                f"narrow '{mark}' in text that has '{WIDE_FORMS[mark]}'",
                text=WIDE_FORMS[mark],
                safe=safe,
            ),
        )


def count_narrow_marks(*_: object) -> Counter[str]:
    """Return nothing: no original sets wide marks for its translations."""
    return Counter()
