"""Where the source of a text has what was meant to be a link, and is none."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cached_property

from transcheck.compare.link_source import (
    LINK,
    is_target,
    links_of,
    mask,
    mend,
    read_place,
)
from transcheck.compare.parsed_links import NO_TEXT, BrokenLink, broken_parsed
from transcheck.document import Block, Document, Image, Link, block_text, own_inlines
from transcheck.patterns import late_regex
from transcheck.text import Span

_BRACKET = late_regex(r"[\[\]\uff3b\uff3d【】]")
_OPENING = frozenset("[\uff3b【")
_WORD = r"[^()\uff08\uff09\[\]\n]"
_TARGET = rf"{_WORD}{{1,1000}}(?:\([^()\n]{{0,200}}\){_WORD}{{0,500}}){{0,4}}"
# What follows the bracket that closes a link's text.
_AFTER_TEXT = late_regex(
    r"(?P<gap>[^\S\n]{0,4}(?:\n[^\S\n]{0,20})?)(?P<open>[(\uff08]{1,2})"
    rf"(?P<target>{_TARGET})(?P<close>[)\uff09]{{1,2}})"
)
_APART = late_regex(rf"\((?P<target>{_TARGET})\)")
# So far from its text a target is looked for that stands apart from it.
_FAR = 200
# What follows it where nothing closes the target.
_OPEN_TARGET = late_regex(r"\((?P<target>[^\s()<>\[\]\uff08\uff09]{1,500})")
_SENTENCE_END = late_regex(r"[^\x21-\x7e].*|[.,;:!?'\"*_]+$")
_UNCLOSED = late_regex(
    rf"[\[\uff3b](?P<text>[^\[\]\n()\uff08\uff09]{{1,200}})\((?P<target>{_TARGET})\)"
)
_SWAPPED = late_regex(
    r"\((?P<text>[^()\n]{1,200})\)\[(?P<target>[^\[\]\s]{1,500})\](?![(\[])"
)
_QUOTES = frozenset("\"'“”„«»\u2018\u2019「『")
_ESCAPED_BRACKET = late_regex(r"\\[\[\]]")


def has_brackets(block: Block) -> bool:
    """Tell whether the text of a block has brackets that are none of a link."""
    return _BRACKET.search(block_text(block).text) is not None


class LinkScan:
    """Looks for broken links in the source of one block's text."""

    def __init__(
        self,
        document: Document,
        block: Block,
        wanted: frozenset[Hashable],
    ) -> None:
        inlines = own_inlines(block)
        self._source = document.text
        self._start = inlines[0].span.start
        self._wanted = wanted
        self._links = list(links_of(inlines))
        self._text = ""
        if has_brackets(block):
            self._text = mask(document, inlines)

    def find(self) -> Iterator[BrokenLink]:
        """Yield what is broken, in no order."""
        for link in self._links:
            yield from broken_parsed(link, self._source, self._start)
        opened: list[int] = []
        for bracket in _BRACKET.finditer(self._text):
            at = bracket.start()
            if bracket[0] in _OPENING:
                opened.append(at)
                continue
            start = opened.pop() if opened else None
            one = (
                self._after_text(start, at)
                or self._open_target(start, at)
                or self._apart(start, at)
            )
            if one is not None:
                yield one
            elif start is None and self._balanced(at - 1):
                yield from self._stray(self._ends.get(at), at)
        for at in opened:
            one = self._unclosed(at)
            if one is not None:
                yield one
            elif self._balanced(at + 1):
                yield from self._stray(self._starts.get(at + 1), at)
        yield from self._swapped()

    @cached_property
    def _starts(self) -> dict[int, Link | Image]:
        return {link.span.start - self._start: link for link in self._links}

    @cached_property
    def _ends(self) -> dict[int, Link | Image]:
        return {link.span.end - self._start: link for link in self._links}

    def _cut(self, start: int, end: int) -> str:
        return self._source[self._start + start : self._start + end]

    def _span(self, start: int, end: int) -> Span:
        return Span(self._start + start, self._start + end)

    def _balanced(self, at: int) -> bool:
        """Tell whether a link stands at a place, and no bracket is escaped."""
        return self._text[at : at + 1] == LINK and not _ESCAPED_BRACKET.search(
            self._cut(0, len(self._text))
        )

    def _after_text(self, start: int | None, at: int) -> BrokenLink | None:
        """Return the broken link whose text a bracket closes."""
        match = _AFTER_TEXT.match(self._text, at + 1)
        if match is None or self._text[max(0, at - 1) : at] == "]":
            return None
        gap, opening, target, closing = match.group("gap", "open", "target", "close")
        if not is_target(target, self._wanted, apart=bool(gap)):
            return None
        found = self._problem(start, at, match)
        if found is None or self._is_excused(start, at, match):
            return None
        image = start is not None and self._text[max(0, start - 1) : start] == "!"
        left = self._word_start(at) if start is None else start - image
        problem, wrong = found
        if len(closing) == 2 and len(opening) == 1:  # noqa: PLR2004 - a bracket of the prose
            closing = closing[:1]
        end = match.start("close") + len(closing)
        repair = None
        if start is not None and len(target.split()) == 1:
            text = self._cut(start + 1, at)
            repair = f"{'!' * image}[{text}]({mend(target.strip())})"
        return BrokenLink(
            self._span(left, end),
            wrong,
            target.strip(),
            problem,
            image=image,
            repair=repair,
        )

    def _apart(self, start: int | None, at: int) -> BrokenLink | None:
        """Return the broken link whose target stands farther on in the text."""
        lost = self._wanted - {read_place(link.target) for link in self._links}
        if start is None or not lost:
            return None
        rest = self._text[at + 1 : at + 1 + _FAR].partition("[")[0]
        for match in _APART.finditer(rest, 1):
            target, first = match["target"], at + 1
            if read_place(target) not in lost:
                continue
            doubled = rest[: match.start()] == "]"
            return BrokenLink(
                self._span(start, first + match.end()),
                self._span(first, first + match.start()),
                target,
                "doubled ']'" if doubled else "text between ']' and '('",
                repair=f"[{self._cut(start + 1, at)}]({target})" if doubled else None,
            )
        return None

    def _open_target(self, start: int | None, at: int) -> BrokenLink | None:
        """Return the broken link whose target nothing closes."""
        match = _OPEN_TARGET.match(self._text, at + 1)
        if match is None or start is None or self._text[at] != "]":
            return None
        if self._text[match.end() : match.end() + 1] == ")":
            return None  # nothing is wrong with it: it stands in HTML, where it is none
        written = match["target"]
        cut = _SENTENCE_END.sub("", written)
        known = next(
            (one for one in (written, cut) if read_place(one) in self._wanted), None
        )
        target = known or cut
        if not target or not is_target(target, self._wanted, apart=False):
            return None
        image = self._text[max(0, start - 1) : start] == "!"
        end = match.start("target") + len(target)
        text = self._cut(start + 1, at)
        return BrokenLink(
            self._span(start - image, end),
            self._span(end, end),
            target,
            "no ')' after its target",
            image=image,
            repair=f"{'!' * image}[{text}]({mend(target)})" if known else None,
        )

    def _is_excused(self, start: int | None, at: int, match: re.Match[str]) -> bool:
        """Tell whether a text in brackets and a target after it are no link."""
        target = match["target"].strip()
        if read_place(target) in self._wanted:
            return False
        if start is None:
            return self._word_start(at) == at
        if NO_TEXT.fullmatch(self._text, start + 1, at):
            return True
        if self._text[start] == "【" and match["open"][0] == "\uff08":
            return True
        return start > 0 and self._text[start - 1] == "]" and not match["gap"]

    def _problem(  # noqa: PLR0911 - one for each problem
        self, start: int | None, at: int, match: re.Match[str]
    ) -> tuple[str, Span] | None:
        gap, opening, target, closing = match.group("gap", "open", "target", "close")
        if start is None:
            return "no '[' before its text", self._span(self._word_start(at), at + 1)
        for place, right in ((start, "["), (at, "]")):
            if self._text[place] != right:
                problem = f"'{self._text[place]}' for '{right}'"
                return problem, self._span(place, place + 1)
        if gap:
            what = "line end" if "\n" in gap else "space"
            return f"{what} between ']' and '('", self._span(*match.span("gap"))
        if opening[0] != "(":
            first = match.start("open")
            return f"'{opening[0]}' for '('", self._span(first, first + 1)
        if len(opening) > 1:
            return "doubled '('", self._span(match.end("open") - 1, match.end("open"))
        if closing[0] != ")":
            first = match.start("close")
            return f"'{closing[0]}' for ')'", self._span(first, first + 1)
        space = re.search(r"\s+", target.strip())
        if space is None:
            return None
        shift = match.start("target") + len(target) - len(target.lstrip())
        span = self._span(shift + space.start(), shift + space.end())
        if target.strip()[space.end()] in _QUOTES:
            return "the quotes around its title", span
        return f"{'tab' if chr(9) in space[0] else 'space'} in its target", span

    def _word_start(self, at: int) -> int:
        """Return where the word before a bracket starts that none opens."""
        start = at
        while start and (
            self._text[start - 1].isalnum() or self._text[start - 1] == "-"
        ):
            start -= 1
        return start

    def _unclosed(self, at: int) -> BrokenLink | None:
        """Return the broken link whose text a bracket opens and none closes."""
        match = _UNCLOSED.match(self._text, at)
        if match is None or not is_target(match["target"], self._wanted, apart=True):
            return None
        text, target = self._cut(*match.span("text")).rstrip(), match["target"].strip()
        image = at > 0 and self._text[at - 1] == "!"
        return BrokenLink(
            self._span(at - image, match.end()),
            self._span(match.end("text"), match.end("text") + 1),
            target,
            "no ']' after its text",
            image=image,
            repair=f"{'!' * image}[{text}]({target})" if " " not in target else None,
        )

    def _swapped(self) -> Iterator[BrokenLink]:
        for match in _SWAPPED.finditer(self._text):
            target = match["target"]
            if is_target(target, self._wanted, apart=True):
                yield BrokenLink(
                    self._span(*match.span()),
                    self._span(match.start(), match.start() + 1),
                    target,
                    "text and target swapped",
                    repair=f"[{self._cut(*match.span('text'))}]({target})",
                )

    def _stray(self, link: Link | Image | None, at: int) -> Iterator[BrokenLink]:
        if link is None or link.form != "inline":
            return
        mark = self._text[at]
        low = min(link.span.start - self._start, at)
        high = max(link.span.end - self._start, at + 1)
        yield BrokenLink(
            self._span(low, high),
            self._span(at, at + 1),
            link.target,
            f"an unpaired '{mark}' {'before' if mark in _OPENING else 'after'} it",
            repair=link.span.cut(self._source) if mark in "[]" else None,
            node=link,
        )
