"""Markup that was meant to be a link or an image, and is none or leads nowhere."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from transcheck.compare.escapes import escaped_links
from transcheck.compare.link_source import (
    LINK,
    find_damage,
    is_target,
    mask,
    mend,
    read_place,
)
from transcheck.compare.readable import own_inlines
from transcheck.document import (
    Block,
    Document,
    Image,
    Inline,
    Link,
    block_inlines,
)
from transcheck.text import Span

_BRACKET = re.compile(r"[\[\]\uff3b\uff3d【】]")
_OPENING = frozenset("[\uff3b【")
_MAY_HAVE_LINKS = re.compile(r"[\[\]\uff3b\uff3d【】<]")
_WORD = r"[^()\uff08\uff09\[\]\n]"
_TARGET = rf"{_WORD}{{1,1000}}(?:\([^()\n]{{0,200}}\){_WORD}{{0,500}}){{0,4}}"
# What follows the bracket that closes a link's text.
_AFTER_TEXT = re.compile(
    r"(?P<gap>[^\S\n]{0,4}(?:\n[^\S\n]{0,20})?)(?P<open>[(\uff08]{1,2})"
    rf"(?P<target>{_TARGET})(?P<close>[)\uff09]{{1,2}})"
)
# What follows it where nothing closes the target.
_OPEN_TARGET = re.compile(r"\((?P<target>[^\s()<>\[\]\uff08\uff09]{1,500})")
_SENTENCE_END = re.compile(r"[^\x21-\x7e].*|[.,;:!?'\"*_]+$")
_BRACKETED = re.compile(r"\[(?P<text>[^\[\]]+)\]")
_UNCLOSED = re.compile(
    rf"[\[\uff3b](?P<text>[^\[\]\n()\uff08\uff09]{{1,200}})\((?P<target>{_TARGET})\)"
)
_SWAPPED = re.compile(
    r"\((?P<text>[^()\n]{1,200})\)\[(?P<target>[^\[\]\s]{1,500})\](?![(\[])"
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[#?]|$)", re.IGNORECASE)
_QUOTES = frozenset("\"'“”„«»\u2018\u2019「『")
_BANG = re.compile(r"(?:^|(?<=\s))![^\S\n]+\Z|\uff01[^\S\n]*\Z")
_ESCAPED_BRACKET = re.compile(r"\\[\[\]]")
# Only beside an original that has no such text.
_IN_BRACKETS = "brackets within its text"
# Texts in brackets that are none of a link: a footnote, a task, a number of a source.
_NO_TEXT = re.compile(r"\s*(?:\^.*|[xX]?|\d+)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link or image as it was meant, and what is wrong with it.

    Args:
        span: Its markup.
        wrong: The first characters that are wrong.
        target: Where it was meant to lead, as it is written.
        problem: What is wrong, as messages say it; equal in all languages.
        image: It was meant to be an image.
        repair: What its markup must be, None where that is not sure.
        node: The link that it became all the same, None where it is plain text.
    """

    span: Span
    wrong: Span
    target: str
    problem: str
    image: bool = False
    repair: str | None = None
    node: Link | Image | None = None


def broken_links(
    document: Document,
    block: Block,
    original: tuple[Document, Block] | None = None,
) -> list[BrokenLink]:
    """Return the broken links of one block itself, in their order.

    Alone, a text counts only where its target can be nothing else than one. Where the
    original's block has a link to it, every target does; and what that block writes
    in the same way is meant.

    Args:
        document: The document.
        block: A block of it.
        original: The document and the block that the block is a translation of.
    """
    inlines = own_inlines(block)
    if not inlines or not _MAY_HAVE_LINKS.search(
        document.text, inlines[0].span.start, inlines[-1].span.end
    ):
        return []
    wanted: frozenset[Hashable] = frozenset()
    meant: Counter[str] = Counter({_IN_BRACKETS: sys.maxsize})
    if original is not None:
        places = {
            read_place(node.target)
            for node in block_inlines(original[1])
            if isinstance(node, (Link, Image))
        }
        wanted = frozenset(places - {None})
        meant = Counter(one.problem for one in _find(*original, frozenset()))
    found = []
    for one in _find(document, block, wanted):
        if meant[one.problem] > 0:
            meant[one.problem] -= 1
        else:
            found.append(one)
    return found


def _find(
    document: Document, block: Block, wanted: frozenset[Hashable]
) -> list[BrokenLink]:
    """Return what looks like a broken link, meant or not, in order."""
    inlines = own_inlines(block)
    if not inlines:
        return []
    escaped = _escaped(document, block, wanted)
    others = (
        one
        for one in _Scan(document, inlines, wanted).find()
        if not any(one.wrong in other.span for other in escaped)
    )
    return sorted([*escaped, *others], key=lambda one: one.wrong.start)


def _escaped(
    document: Document, block: Block, wanted: frozenset[Hashable]
) -> list[BrokenLink]:
    """Return escaped links, as many as the original has that the block has not."""
    inlines = own_inlines(block)
    source = document.text[inlines[0].span.start : inlines[-1].span.end]
    if not wanted or "\\" not in source:
        return []
    places = {
        read_place(node.target)
        for node in block_inlines(block)
        if isinstance(node, (Link, Image))
    }
    lost = len(wanted - places)
    return [
        BrokenLink(
            one.span,
            one.wrong,
            one.target,
            f"escaped '{one.name}'",
            repair=one.repair,
        )
        for one in escaped_links(document, inlines)
    ][:lost]


def empty_targets(block: Block) -> list[Link | Image]:
    """Return the links and images of one block itself that lead nowhere.

    Not the anchor of MkDocs, ``[](){#id}``, which has no text either.
    """
    return [
        node
        for node in block_inlines(block)
        if isinstance(node, (Link, Image))
        and node.form == "inline"
        and not node.target.strip()
        and (isinstance(node, Image) or node.children)
    ]


class _Scan:
    """Looks for broken links in the source of one block's text."""

    def __init__(
        self,
        document: Document,
        inlines: tuple[Inline, ...],
        wanted: frozenset[Hashable],
    ) -> None:
        self._source = document.text
        self._start = inlines[0].span.start
        self._wanted = wanted
        self._text, self._links = mask(document, inlines)
        self._starts = {link.span.start - self._start: link for link in self._links}
        self._ends = {link.span.end - self._start: link for link in self._links}

    def find(self) -> Iterator[BrokenLink]:
        """Yield what is broken, in no order."""
        for link in self._links:
            yield from self._parsed(link)
        if not _BRACKET.search(self._text):
            return
        opened: list[int] = []
        for bracket in _BRACKET.finditer(self._text):
            at = bracket.start()
            if bracket[0] in _OPENING:
                opened.append(at)
                continue
            start = opened.pop() if opened else None
            one = self._after_text(start, at) or self._open_target(start, at)
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

    def _open_target(self, start: int | None, at: int) -> BrokenLink | None:
        """Return the broken link whose target nothing closes."""
        match = _OPEN_TARGET.match(self._text, at + 1)
        if match is None or start is None or self._text[at] != "]":
            return None
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
        if start is None:
            return self._word_start(at) == at
        target = match["target"].strip()
        if read_place(target) in self._wanted:
            return False
        if _NO_TEXT.fullmatch(self._text, start + 1, at):
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

    def _bracketed(self, link: Link) -> Iterator[BrokenLink]:
        """Yield a link whose text is in brackets that its reader sees."""
        first = link.span.start + 1
        match = _BRACKETED.match(self._source, first, link.span.end)
        if (
            match is not None
            and self._source.startswith("](", match.end())
            and not _NO_TEXT.fullmatch(match["text"])
        ):
            target = link.span.cut(self._source)[match.end() - link.span.start :]
            yield BrokenLink(
                link.span,
                Span(first, first + 1),
                link.target,
                _IN_BRACKETS,
                repair=f"[{match['text']}{target}",
                node=link,
            )

    def _parsed(self, link: Link | Image) -> Iterator[BrokenLink]:
        """Yield what is wrong with a link that parses."""
        place = link.target_span
        if place is None or link.form == "autolink":
            return
        image = isinstance(link, Image)
        written = place.cut(self._source)
        if isinstance(link, Link) and link.form == "inline":
            yield from self._bracketed(link)
        found = find_damage(written)
        if found is not None:
            problem, start, end, mended = found
            span, repair = place, mended
            wrong = Span(place.start + start, place.start + end)
            yield BrokenLink(
                span, wrong, written, problem, image=image, repair=repair, node=link
            )
        elif not image and link.form == "inline" and _PICTURE.search(link.target):
            before = self._text[: link.span.start - self._start]
            bang = _BANG.search(before[-8:])
            if bang is not None:
                start = link.span.start - len(bang[0])
                mark = "space after '!'" if bang[0][0] == "!" else "'\uff01' for '!'"
                first = start + (bang[0][0] == "!")
                yield BrokenLink(
                    Span(start, link.span.end),
                    Span(first, link.span.start),
                    written,
                    mark,
                    image=True,
                    repair="!" + link.span.cut(self._source),
                    node=link,
                )
