"""Spaces that are missing beside marks of punctuation and brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transcheck.compare.strays import Stray
from transcheck.compare.texts import Texts
from transcheck.document import CODE, MARKUP, Block, Document, RunningText, block_text
from transcheck.patterns import late_regex
from transcheck.text import Span
from transcheck.typography import (
    attaches_endings,
    has_unspaced,
    is_unspaced,
    word_after,
    word_before,
)

# Where letters before it or after it are those of scripts without spaces, it is none.
_LETTER = r"[^\W\d_]"
_STOP = "[.\u06d4]"
# `a,b` may be a list of names, and `a.B` a name.
_AFTER_COMMA = late_regex(rf"[,;،؛؟?!](?<={_LETTER}{{2}}.)(?={_LETTER}{{2}})")
_AFTER_STOP = late_regex(rf"{_STOP}(?<={_LETTER}{{3}}.)(?={_LETTER}{{2}})")
_JOINED = late_regex(rf"[,;،؛؟?!.\u06d4()](?:(?<=[^(])(?={_LETTER})|(?<={_LETTER}\())")
_BEFORE_BRACKET = late_regex(rf"\((?<={_LETTER}{{2}}.)(?=([^()]{{2,200}})\))")
_AFTER_BRACKET = late_regex(rf"(?<=\s)\([^()]{{2,200}}\)(?={_LETTER})")
# What stands in the rest of an address or of code that is not marked as such.
_LITERAL = late_regex(r"[/\\=_@#<>|]|\.\S*\.")
_LONGEST_ENDING = 6
_LONGEST_TOKEN = 100
# Where so many have a space, one without it is a slip; among fewer it may be the style.
_SLIP = 3
_SPACED = late_regex(rf"(?<=\w) \(|\) (?=\w)|(?:[,;،؛]|{_STOP}) (?=\w)")


def find_missing_spaces(
    texts: Texts, language: str | None
) -> Iterator[tuple[Block, Stray]]:
    """Yield where a space is missing that the document has at most such places.

    Args:
        texts: The texts of the document.
        language: Its BCP 47 tag, None when it is not known.
    """
    if is_unspaced(language):
        return
    found: list[tuple[Block, Stray]] = []
    spaced: Counter[str] = Counter()
    for block, reading in texts.having(_JOINED):
        strays = [*_search(reading, language)]
        found += [(block, stray) for stray in strays]
    if not found:
        return
    for gap in _SPACED.findall(texts.text):
        kind = "x(" if "(" in gap else ")x" if ")" in gap else f"{_mark(gap)}x"
        spaced[kind] += 1
    number = Counter(stray.sign for _, stray in found)
    for block, stray in found:
        if number[stray.sign] * _SLIP <= spaced[stray.sign]:
            yield block, stray


def count_missing_spaces(document: Document, block: Block) -> Counter[str]:
    """Return the signs in a block, those of its code and addresses included."""
    source = block.span.cut(document.text)
    text = block_text(block).text
    return Counter(
        {
            ",x": sum(1 for _ in _commas(source)),
            ".x": sum(1 for _ in _joined_sentences(source)),
            "x(": sum(1 for _ in _before_brackets(text)),
            ")x": sum(1 for _ in _after_brackets(text)),
        }
    )


def _search(reading: RunningText, language: str | None) -> Iterator[Stray]:
    text = reading.text
    for match in _commas(text):
        if not _is_literal(text, match.start()):
            yield _stray(reading, match.end(), ",x", f"no space after '{match[0]}'")
    for at in _joined_sentences(text):
        if not _is_literal(text, at - 1):
            message = f"no space after '{text[at - 1]}'"
            yield _stray(reading, at, ".x", message, safe=False)
    if "(" in text:
        yield from _beside_brackets(reading, language)


def _beside_brackets(reading: RunningText, language: str | None) -> Iterator[Stray]:
    text = reading.text
    for match in _before_brackets(text):
        if _is_remark(match[1]) and not _is_literal(text, match.start()):
            yield _stray(reading, match.start(), "x(", "no space before '('")
    if not attaches_endings(language):
        for match in _after_brackets(text):
            if _is_remark(match[0][1:-1]):
                yield _stray(reading, match.end(), ")x", "no space after ')'")


def _commas(text: str) -> Iterator[re.Match[str]]:
    return _find(_AFTER_COMMA, text, before=2, after=2)


def _before_brackets(text: str) -> Iterator[re.Match[str]]:
    return _find(_BEFORE_BRACKET, text, before=2)


def _after_brackets(text: str) -> Iterator[re.Match[str]]:
    return _find(_AFTER_BRACKET, text, after=1)


def _find(
    pattern: re.Pattern[str], text: str, before: int = 0, after: int = 0
) -> Iterator[re.Match[str]]:
    """Yield the matches whose letters beside them are of scripts with spaces.

    Args:
        pattern: What is to be found.
        text: In this text.
        before: How many letters count before it.
        after: How many count after it.
    """
    for match in pattern.finditer(text):
        start, end = match.span()
        if not has_unspaced(text[start - before : start] + text[end : end + after]):
            yield match


def _joined_sentences(text: str) -> Iterator[int]:
    """Yield where a sentence begins close to the full stop of the one before it."""
    for match in _find(_AFTER_STOP, text, before=3, after=2):
        before, after = word_before(text, match.start()), word_after(text, match.end())
        # A name goes on with a small letter, or has capitals in it.
        joined = before[1:] == before[1:].lower() and after[1:] == after[1:].lower()
        if joined and (after[0] != after[0].lower() or after[0] == after[0].upper()):
            yield match.end()


def _is_remark(inside: str) -> bool:
    """Tell whether brackets hold a remark or a name, and not the end of a word."""
    if "://" in inside or inside[0].isspace() or inside[-1] == "-":
        return False
    named = inside[0].isupper() and inside[:2].isupper()
    return " " in inside or named or len(inside) > _LONGEST_ENDING


def _is_literal(text: str, at: int) -> bool:
    """Tell whether the word around a place is an address or code."""
    start = max(0, at - _LONGEST_TOKEN)
    before = re.split(r"\s", text[start:at])[-1]
    after = re.split(r"\s", text[at : at + _LONGEST_TOKEN], maxsplit=1)[0]
    token = before + after
    return CODE in before or MARKUP in before or _LITERAL.search(token) is not None


def _stray(
    reading: RunningText, at: int, sign: str, message: str, *, safe: bool = True
) -> Stray:
    start = reading.span(at, at + 1).start
    return Stray(Span(start, start), sign, message, text=" ", safe=safe, compared=True)


def _mark(gap: str) -> str:
    return "." if gap[0] in ".\u06d4" else ","
