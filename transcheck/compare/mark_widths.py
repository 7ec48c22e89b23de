"""Marks of one width in text that sets them in the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from transcheck.compare.strays import Stray
from transcheck.compare.text_marks import one_of
from transcheck.compare.texts import Texts
from transcheck.document import Block, RunningText
from transcheck.patterns import late_regex
from transcheck.typography import WIDE_FORMS, is_wide_letter, sets_wide

_BRACKETS = frozenset("()")
_OFTEN_NARROW = _BRACKETS | {":"}
_MARKS = {mark: wide for mark, wide in WIDE_FORMS.items() if mark not in _BRACKETS}
_CLOSING = "”」』）)"  # noqa: RUF001 - wide ones
# What follows the mark of a sentence: a letter, a space, what closes it, nothing.
_NARROW = late_regex(rf"{one_of(_MARKS)}([ \u3000]*)(?=([^\W_])|[\s{_CLOSING}]|\Z)")
# Past the space after a mark: the letter that it stands before, quoted or not.
_PAST_SPACE = late_regex(r"[ \u3000]*(?=\S)(?=['\"]?([^\W_])?)")
_WIDE = late_regex(one_of("".join(WIDE_FORMS.values())))
# The brackets of a link that does not parse are told by another rule.
_PAIR = late_regex(r"(?<!\])[(（]([^()（）]{1,200})[)）]")  # noqa: RUF001 - wide ones
# A narrow mark among so many wide ones is a slip; among fewer it may be the style. Of
# its own kind fewer will do where hardly any other mark is narrow, but for colons and
# brackets, which many set narrow though they set all others wide.
_SLIP = 10
_SLIP_OF_KIND = 3
# A Japanese comma has two forms, and a question in Chinese may be a choice: only these
# can mean one thing.
_SAFE = {"zh": ",.:;", "ja": ".:;"}


class _Narrow(Struct, frozen=True):
    """A narrow mark among wide letters.

    Args:
        block: Where it is.
        reading: The block's text.
        at: Where it is in the text.
        end: Where the space after it ends, that a wide mark brings itself.
        mixed: It is one of two brackets, and the other one is wide.
        pair: It is one of two brackets that are both narrow.
    """

    block: Block
    reading: RunningText
    at: int
    end: int
    mixed: bool = False
    pair: bool = False


def find_narrow_marks(
    texts: Texts, language: str | None
) -> Iterator[tuple[Block, Stray]]:
    """Yield marks of ASCII beside wide letters, in a document that sets wide ones.

    Args:
        texts: The texts of the document.
        language: Its BCP 47 tag, None when it is not known.
    """
    if not sets_wide(language):
        return
    wide: Counter[str] = Counter()
    found: list[_Narrow] = []
    for block, reading in texts:
        wide.update(_WIDE.findall(reading.text))
        found += _after_letters(block, reading)
        found += _brackets(block, reading)
    number = Counter(one.reading.text[one.at] for one in found if not one.mixed)
    few = sum(number.values()) * _SLIP <= sum(wide.values())
    for one in found:
        mark = one.reading.text[one.at]
        forms = WIDE_FORMS[mark]
        usual = sum(wide[form] for form in forms)
        least = _SLIP_OF_KIND if few and mark not in _OFTEN_NARROW else _SLIP
        if usual and (one.mixed or number[mark] * least <= usual):
            form = max(forms, key=lambda form: wide[form])
            yield one.block, _stray(one, mark, form, language or "")


def _after_letters(block: Block, reading: RunningText) -> Iterator[_Narrow]:
    text = reading.text
    for match in _NARROW.finditer(text):
        at = match.start()
        following = match[2]
        if at and is_wide_letter(text[at - 1]):
            end = match.end() if following else at + 1
            if following is None and (past := _PAST_SPACE.match(text, at + 1)):
                following, end = past[1], past.end()
            if following is None or is_wide_letter(following):
                yield _Narrow(block, reading, at, end)


def _brackets(block: Block, reading: RunningText) -> Iterator[_Narrow]:
    """Yield brackets of two widths, and narrow ones with wide letters in and around."""
    text = reading.text
    for match in _PAIR.finditer(text):
        first, last = match.start(), match.end() - 1
        narrow = (text[first] == "(") + (text[last] == ")")
        if narrow == 1:
            at = first if text[first] == "(" else last
            yield _Narrow(block, reading, at, at + 1, mixed=True)
        elif narrow and any(map(is_wide_letter, match[1])):
            beside = text[max(0, first - 1) : first] + text[last + 1 : last + 2]
            if any(map(is_wide_letter, beside)):
                yield _Narrow(block, reading, first, first + 1, pair=True)


def _stray(one: _Narrow, mark: str, form: str, language: str) -> Stray:
    safe = one.mixed or mark in _SAFE.get(language.split("-", 1)[0], "")
    return Stray(
        one.reading.span(one.at, one.at + 1),
        f"narrow {mark}",
        f"narrow '{mark}' in text that has '{form}'",
        edit=one.reading.span(one.at, one.end),
        text=None if one.pair else form,
        safe=safe,
    )


def count_narrow_marks(*_: object) -> Counter[str]:
    """Return nothing: no original sets wide marks for its translations."""
    return Counter()
