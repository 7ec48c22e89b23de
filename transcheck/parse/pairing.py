"""Pairs of markers, ``:::note`` and ``:::``, around the blocks between them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from transcheck.document import Block, Callout, MarkupBlock
from transcheck.text import Span

Token = dict[str, Any]

# No page nests deeper; the bound keeps walks through the tree within Python's stack.
_DEEPEST = 50


class _Frame(Struct):
    """An open marker and the blocks since it; the first frame has no marker."""

    syntax: str = ""
    width: int = 0
    callout: Callout | None = None
    blocks: list[Block] = field(default_factory=list)


class Frames:
    """The open markers on the way through sibling blocks."""

    def __init__(self) -> None:
        self._stack = [_Frame()]
        self._open: defaultdict[tuple[str, int], int] = defaultdict(int)

    def add(self, block: Block) -> None:
        """Go past a block."""
        self._stack[-1].blocks.append(block)

    def open(self, token: Token, callout: Callout) -> None:
        """Go past an opening marker; past the deepest ones, as if it held nothing."""
        if len(self._stack) > _DEEPEST:
            self.add(callout)
            return
        self._stack.append(_Frame(token["syntax"], token["width"], callout))
        self._open[token["syntax"], token["width"]] += 1

    def close(self, token: Token, span: Span, text: str) -> None:
        """Close the innermost marker of the same name, or kind and width, or kind."""
        if "closes" in token:
            depth = self._find_name(token["closes"])
        else:
            depth = self._find(token["syntax"], token["width"])
        if depth is None:
            markup = MarkupBlock(span=span, form="directive", value=span.cut(text))
            self.add(markup)
            return
        callout = self._stack[depth].callout
        blocks = self._unwind(depth, keep_marker=False)
        if callout is not None:
            span = Span(callout.span.start, span.end)
            self.add(replace(callout, span=span, blocks=blocks, closed=True))

    def finish(self) -> tuple[Block, ...]:
        """Return all blocks; markers that were never closed hold nothing."""
        return self._unwind(0, keep_marker=True)

    def _find(self, syntax: str, width: int) -> int | None:
        exact = self._open[syntax, width] > 0
        # A search is paid for by the frames it unwinds, or made for nothing but once.
        if not exact and not any(
            count for (kind, _), count in self._open.items() if kind == syntax
        ):
            return None
        for depth in range(len(self._stack) - 1, 0, -1):
            frame = self._stack[depth]
            if frame.syntax == syntax and (not exact or frame.width == width):
                return depth
        return None

    def _find_name(self, name: str) -> int | None:
        for depth in range(len(self._stack) - 1, 0, -1):
            callout = self._stack[depth].callout
            if callout is not None and callout.name == name:
                return depth
        return None

    def _unwind(self, depth: int, *, keep_marker: bool) -> tuple[Block, ...]:
        """Take the frames from a depth on, and return what was in them in order."""
        blocks: list[Block] = []
        for position, frame in enumerate(self._stack[depth:]):
            if frame.callout is not None:
                self._open[frame.syntax, frame.width] -= 1
                if position or keep_marker:
                    blocks.append(frame.callout)
            blocks.extend(frame.blocks)
        del self._stack[depth:]
        return tuple(blocks)
