"""Emphasis, which mistune resolves last: what it is given, and where it stands then."""

from __future__ import annotations

from typing import Any
from unicodedata import category

Token = dict[str, Any]
Piece = tuple[str, int, int]

# Neither letters nor digits, but no punctuation: vowel signs, joiners.
_MARKS = frozenset({"Mn", "Mc", "Me", "Cf"})
_EMPHASIS_WIDTHS = {"emphasis": 1, "strong": 2}


class Placed(str):
    """Text that keeps its place where mistune copies it out of its token."""

    __slots__ = ("span",)
    span: tuple[int, int]


class Tiles:
    """The tokens of a text before emphasis, as a row of characters and other tokens."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tiles: list[tuple[str, int, int]] = []  # raw, start, width in source
        for token in tokens:
            raw = token["raw"] if token["type"] == "text" else ""
            # In a link's text, automatic links have become text.
            start, end = raw.span if isinstance(raw, Placed) else token["span"]
            width = (end - start) // len(raw) if raw else end - start
            self._tiles.append((raw or " ", start, width))
        self._index = 0
        self._used = 0

    def place(self, tokens: list[Token]) -> None:
        """Give each token its place; they come in the order of the tiles."""
        for token in tokens:
            width = _EMPHASIS_WIDTHS.get(token["type"])
            if token["type"] == "text":
                token["pieces"] = self._take(len(token["raw"]))
            elif width is not None and "span" not in token:
                start = self._take(width)[0][1]
                self.place(token["children"])
                token["span"] = (start, self._take(width)[-1][2])
            else:
                self._index += 1

    def _take(self, wanted: int) -> list[Piece]:
        """Use up so many characters of text; return them and where they stand."""
        pieces: list[Piece] = []
        while wanted:
            raw, tile_start, width = self._tiles[self._index]
            count = min(len(raw) - self._used, wanted)
            values = raw[self._used : self._used + count]
            start = tile_start + self._used * width
            if width == 1:
                _append_verbatim(pieces, values, start)
            else:
                for offset, value in enumerate(values):
                    place = start + offset * width
                    pieces.append((value, place, place + width))
            wanted -= count
            self._used += count
            if self._used == len(raw):
                self._index += 1
                self._used = 0
        return pieces


def holds_emphasis(tokens: list[Token]) -> bool:
    """Tell whether there is a star or underscore in text that may be emphasis."""
    for token in tokens:
        if token["type"] == "text" and "_emphasis" not in token:
            raw = token["raw"]
            if "*" in raw or "_" in raw:
                return True
    return False


def join_text(tokens: list[Token]) -> list[Token]:
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
        raw = token["raw"]
        start, end = raw.span if isinstance(raw, Placed) else token["span"]
        if end - start == len(raw):
            if raw:
                _append_verbatim(pieces, raw, start)
        else:
            width = (end - start) // len(raw)
            for offset, value in enumerate(raw):
                place = start + offset * width
                pieces.append((value, place, place + width))
    return joined


def lettered(tokens: list[Token]) -> list[Token]:
    """Return tokens with a letter for each vowel sign beside a star or underscore.

    mistune takes for punctuation what is neither a letter nor a digit; to CommonMark
    0.31 (section 2.1) marks and joiners are none.
    """
    if len(tokens) == 1:
        return tokens
    found = list(tokens)
    for number, token in enumerate(tokens):
        raw = token["raw"] if token["type"] == "text" else ""
        if not raw.isascii():
            first = raw[0] if number and _ends(tokens[number - 1], -1) else ""
            last = (
                raw[-1]
                if number + 1 < len(tokens) and _ends(tokens[number + 1], 0)
                else ""
            )
            if _is_mark(first) or _is_mark(last):
                start, end = int(_is_mark(first)), len(raw) - _is_mark(last)
                inner = raw[start:end]
                raw = "x" * start + inner + "x" * (len(raw) - start - len(inner))
                found[number] = {**token, "raw": raw}
    return found


def _ends(token: Token, index: int) -> bool:
    raw = token["raw"] if token["type"] == "text" else ""
    return raw[index:][:1] in ("*", "_")


def _is_mark(character: str) -> bool:
    return bool(character) and category(character) in _MARKS


def _append_verbatim(pieces: list[Piece], value: str, start: int) -> None:
    if pieces:
        last, last_start, last_end = pieces[-1]
        if last_end == start and len(last) == last_end - last_start:
            pieces[-1] = (last + value, last_start, start + len(value))
            return
    pieces.append((value, start, start + len(value)))
