"""Emphasis, which is resolved last: which stars and underscores make it in a text.

The rules are CommonMark's (0.31, section 6.2), in the order that mistune tries them.
Tokens are those of `transcheck.parse.inlines`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unicodedata import category

from mistune.core import token_depth

from transcheck.patterns import late_regex

Token = dict[str, Any]
Piece = tuple[str, int, int]

_RUN = late_regex(r"\*+|_+")
# Neither letters nor digits, but no punctuation: vowel signs, joiners.
_MARKS = frozenset({"Mn", "Mc", "Me", "Cf"})
_OTHER = "\ufffc"  # stands for what is no text
_STRONG = 2


class Placed(str):
    """Text that keeps its place where mistune copies it out of its token."""

    __slots__ = ("span",)
    span: tuple[int, int]


class _Part:
    """A part of a text: text in pieces, or another token; and the part after it."""

    __slots__ = ("after", "pieces", "token")

    def __init__(self, pieces: list[Piece], token: Token | None = None) -> None:
        self.pieces = pieces
        self.token = token
        self.after: _Part | None = None


class _Run(_Part):
    """A run of stars or underscores, of which those not used yet are left."""

    __slots__ = ("can_close", "can_open", "end", "length", "marker", "start")

    def __init__(self, source: str, at: int, length: int, start: int) -> None:
        super().__init__([])
        self.marker = source[at]
        self.length = length
        self.start = start
        self.end = start + length
        before = source[at - 1] if at else "\n"
        after = source[at + length : at + length + 1] or "\n"
        self.can_open, self.can_close = flanks(self.marker, before, after)

    @property
    def left(self) -> int:
        """How many are left."""
        return self.end - self.start

    def suits(self, closer: _Run) -> bool:
        """Tell whether it can open what another run closes."""
        if not self.can_open or self.marker != closer.marker or not self.left:
            return False
        if not (self.can_close or closer.can_open):
            return True
        return (self.length + closer.length) % 3 != 0 or (
            self.length % 3 == closer.length % 3 == 0
        )


def flanks(marker: str, before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a run of marks can open emphasis, and whether it can close it.

    Args:
        marker: The run, or one of its marks.
        before: The character before the run; a line end where there is none.
        after: The one after it.
    """
    if before.isspace():
        return not after.isspace(), False
    if after.isspace():
        return False, True
    is_letter = _is_letter(before), _is_letter(after)
    if marker[0] == "_" and all(is_letter):
        return False, False
    return is_letter[1] or not is_letter[0], is_letter[0] or not is_letter[1]


def holds_emphasis(tokens: Iterable[Token]) -> bool:
    """Tell whether there is a star or underscore in text that may be emphasis."""
    for token in tokens:
        if token["type"] == "text" and "_emphasis" not in token:
            raw = token["raw"]
            if "*" in raw or "_" in raw:
                return True
    return False


def join_text(tokens: Iterable[Token]) -> list[Token]:
    """Join the text of tokens without emphasis, with the places of its pieces."""
    joined: list[Token] = []
    pieces: list[Piece] | None = None
    was_literal = False
    for token in tokens:
        if token["type"] != "text":
            token.pop("_autolink", None)
            joined.append(token)
            pieces = None
            continue
        is_literal = "_emphasis" in token
        if pieces is None or is_literal is not was_literal:
            pieces = []
            joined.append({"type": "text", "pieces": pieces})
            was_literal = is_literal
        for piece in _pieces_of(token):
            _append(pieces, piece)
    return joined


def resolve_emphasis(tokens: Iterable[Token], deepest: int) -> list[Token]:
    """Return tokens with the emphasis that they hold, and the pieces of text joined.

    Args:
        tokens: The tokens of a text in their order.
        deepest: How many levels of tokens may be in one another.
    """
    first, runs = _chain(tokens)
    unmatched: dict[tuple[str, int, bool], int] = {}
    floor = number = 0
    while number < len(runs):
        closer = runs[number]
        if not closer.can_close or not closer.left:
            number += 1
            continue
        key = (closer.marker, closer.left % 3, closer.can_open)
        lowest = max(floor, unmatched.get(key, 0))
        opening = number - 1
        while opening >= lowest and not runs[opening].suits(closer):
            opening -= 1
        if opening < lowest:
            unmatched[key] = number
            number += 1
            continue
        opener = runs[opening]
        children = _assemble(opener.after, closer)
        if not children or token_depth(children) >= deepest:
            if children:  # what opens before it would hold more
                floor = opening + 1
            number += 1
            continue
        _enclose(opener, closer, children)
        for between in runs[opening + 1 : number]:
            between.start = between.end
        number = max(opening, lowest)
    return _assemble(first, None)


def _chain(tokens: Iterable[Token]) -> tuple[_Part, list[_Run]]:
    """Return the first part of a text, an empty one, and the runs of marks in it."""
    source = "".join(map(_letters_of, tokens))
    first = last = _Part([])
    runs: list[_Run] = []
    at = 0
    for token in tokens:
        if token["type"] != "text":
            token.pop("_autolink", None)
            last.after = last = _Part([], token)
            at += 1
            continue
        raw = token["raw"]
        if "_emphasis" in token:
            last.after = last = _Part(_pieces_of(token))
        else:
            start = token["span"][0]
            done = 0
            for found in _RUN.finditer(raw):
                if found.start() > done:
                    text = raw[done : found.start()]
                    place = start + done
                    last.after = last = _Part([(text, place, place + len(text))])
                done = found.end()
                run = _Run(
                    source, at + found.start(), len(found[0]), start + found.start()
                )
                last.after = last = run
                if run.can_open or run.can_close:
                    runs.append(run)
            if done < len(raw):
                place = start + done
                last.after = last = _Part([(raw[done:], place, start + len(raw))])
        at += len(raw)
    return first, runs


def _enclose(opener: _Run, closer: _Run, children: list[Token]) -> None:
    """Make what is between two runs emphasis, by one or two marks of each."""
    width = min(opener.left, closer.left, _STRONG)
    opener.end -= width
    closer.start += width
    token = {
        "type": "strong" if width == _STRONG else "emphasis",
        "children": children,
        "span": (opener.end, closer.start),
    }
    enclosed = _Part([], token)
    opener.after, enclosed.after = enclosed, closer


def _assemble(part: _Part | None, end: _Part | None) -> list[Token]:
    """Return the tokens of a stretch of parts, text that is not divided as one."""
    tokens: list[Token] = []
    pieces: list[Piece] | None = None
    while part is not None and part is not end:
        if part.token is not None:
            tokens.append(part.token)
            pieces = None
        else:
            own = part.pieces
            if isinstance(part, _Run) and part.left:
                own = [(part.marker * part.left, part.start, part.end)]
            for piece in own:
                if pieces is None:
                    pieces = []
                    tokens.append({"type": "text", "pieces": pieces})
                _append(pieces, piece)
        part = part.after
    return tokens


def _pieces_of(token: Token) -> list[Piece]:
    """Return a token's text in pieces: a character that is escaped is one by itself."""
    raw = token["raw"]
    # In a link's text, automatic links have become text.
    start, end = raw.span if isinstance(raw, Placed) else token["span"]
    if not raw:
        return []
    width = (end - start) // len(raw)
    if width == 1:
        return [(raw, start, end)]
    places = range(start, end, width)
    return [(value, at, at + width) for value, at in zip(raw, places, strict=True)]


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece, as a part of the last one where both are source to the letter."""
    if pieces:
        value, start, end = piece
        last, last_start, last_end = pieces[-1]
        if (
            last_end == start
            and len(last) == last_end - last_start
            and len(value) == end - start
        ):
            pieces[-1] = (last + value, last_start, end)
            return
    pieces.append(piece)


def _letters_of(token: Token) -> str:
    """Return what emphasis sees of a token."""
    kind = token["type"]
    if kind == "text":
        raw: str = token["raw"]
        return raw
    return "\n" if kind in {"softbreak", "linebreak"} else _OTHER


def _is_letter(character: str) -> bool:
    """Tell whether a character is no punctuation, if it is no white space either.

    To CommonMark (section 2.1) vowel signs and joiners are none.
    """
    if character.isalnum():
        return True
    return not character.isascii() and category(character) in _MARKS
