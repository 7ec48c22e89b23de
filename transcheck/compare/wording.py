"""Words in code that are for the reader: prose, examples, what is to be filled in."""

from __future__ import annotations

import re
import unicodedata

from transcheck.align.model import Pair
from transcheck.document import Document, block_prose, document_blocks
from transcheck.patterns import late_regex

# What a machine looks up: `run`, `"run"`, `--dry-run`, `shop.run()`, `bed["name"]`.
_NAME = late_regex(r"[\"']?[-.$@]*[A-Za-z_][\w.-]*(?:\(\)|\[[^\]]*\])?[\"']?", re.ASCII)
# `bed_color`, `bed_color()`; `bed-color: red;`; `cut!`, a macro or a cry.
_JOINED = late_regex(r"[A-Za-z]\w*_\w+(?:\(\))?", re.ASCII)
_DECLARATION = late_regex(r"[a-z-]+: ?[^;]+;", re.ASCII)
_MACRO = late_regex(r"[a-z_]\w*!", re.ASCII)
# Keys that are pressed together; their names stand on the reader's keyboard.
_KEYS = late_regex(r"(?i:ctrl|control|alt|shift|cmd|command|option|win) ?[+-] ?\S")
# Words that stand for the reader's own, in names as well: `your_key`, `SomeError`.
_OWN = frozenset({"my", "some", "something"})
_YOUR = "your"
_PART = late_regex(r"[A-Z]?[a-z]+")
# A formula of names, each a word; prose has words beside each other.
_OPERATOR = late_regex(r"\s[*+/-]\s")
_BESIDE = late_regex(r"[^\W\d_] [^\W\d_]")
_MARKS = late_regex(r"[()\[\]{}<>=+*/|\\@#$%&^~\d]")
_SHORTEST = 3


def is_wording(pair: Pair, code: str, other: str) -> bool:
    """Tell whether code differs only in words that a translator may translate.

    Names that a machine looks up are none of them. Elsewhere they are what changed
    from words of the original's language to words of the translation's: words that are
    not ASCII, or occur in the text of the translation and not in the original's.

    Args:
        pair: The documents, aligned.
        code: The original's code.
        other: The translation's.
    """
    lost, gained = _words(code), _words(other)
    new = gained - lost
    if not new or not lost - gained:
        return False
    if _KEYS.match(code) or _names_own(code):
        return True
    is_formula = _OPERATOR.search(code) and not _BESIDE.search(code)
    if is_formula or _NAME.fullmatch(code) or is_no_word(pair.original, code):
        return False
    if _MARKS.findall(code) != _MARKS.findall(other):
        return False
    if not all(map(str.isascii, new)):
        return True
    known = pair.translation.once(_prose) - pair.original.once(_prose)
    return any(word in known for word in new if len(word) >= _SHORTEST)


def is_no_word(document: Document, code: str) -> bool:
    """Tell whether code has a form that no word of a language has.

    Args:
        document: The document it is from.
        code: The code.
    """
    if _MACRO.fullmatch(code):
        return code in document.once(_macros)
    return bool(_JOINED.fullmatch(code) or _DECLARATION.fullmatch(code))


def _macros(document: Document) -> frozenset[str]:
    """Return the code that ends in "!", if it is more than one, or is called so."""
    cries = {span.value for span in document.code_spans if _MACRO.fullmatch(span.value)}
    if len(cries) > 1:
        return frozenset(cries)
    called = (f"{cry}{bracket}" for cry in cries for bracket in "([{")
    return frozenset(cries if any(call in document.text for call in called) else ())


def _names_own(code: str) -> bool:
    """Tell whether code names what is the reader's own: `myKey`, `yourdomain.org`."""
    if _YOUR in code.lower():
        return True
    return not _OWN.isdisjoint(part.lower() for part in _PART.findall(code))


def _prose(document: Document) -> frozenset[str]:
    """Return the words of a document outside code, case-folded."""
    words: set[str] = set()
    for block in document_blocks(document):
        words |= _words(block_prose(block))
    return frozenset(words)


def _words(text: str) -> set[str]:
    """Return the runs of letters, with their marks, case-folded."""
    letters = (char if unicodedata.category(char)[0] in "LM" else " " for char in text)
    return set("".join(letters).casefold().split())
