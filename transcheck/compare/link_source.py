"""The source of a text as links are looked for in it, and what is a target."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from transcheck.document import Break, Document, Emphasis, Image, Inline, Link, Text
from transcheck.patterns import late_regex
from transcheck.targets import ANY_LOCALE, normalize

# What stands for a link, and for what is no text, one for each character of source.
LINK = "\ufffa"
OPAQUE = "\ufffc"


_SCHEME = late_regex(
    r"(?P<name>https?)(?P<mark>:/(?!/)|:///+|//|;//|[^\S\n]+://|[^\S\n]*\uff1a[^\S\n]*[/\uff0f]{1,2}"
    r"|:[^\S\n]+//)(?=[^\s/])",
    re.IGNORECASE,
)
_URL = late_regex(r"(?:https?:|www\.[\w-]+\.|mailto:)", re.IGNORECASE)
_PATH = late_regex(r"\.{0,2}/[\w~@%.-][^\s]{2,}|\.{1,2}/[\w.-]+|/\s?\S[^()]*\S\s?/")
_ANCHOR = late_regex(r"#(?!\d+$)[\w%-]{2,}")
_FILE = late_regex(
    r"[\w./%-]+\.(?:mdx?|html?|png|jpe?g|gif|svg|webp|pdf)(?:[#?]\S*)?", re.IGNORECASE
)


def links_of(inlines: tuple[Inline, ...]) -> Iterator[Link | Image]:
    """Yield the links and images of some text, and the images that are links."""
    for node in inlines:
        if isinstance(node, Emphasis):
            yield from links_of(node.children)
        elif isinstance(node, (Link, Image)):
            yield node
            if isinstance(node, Link):
                yield from (one for one in node.children if isinstance(one, Image))


def mask(document: Document, inlines: tuple[Inline, ...]) -> str:
    """Return the source of some text without what is no text, its length kept.

    Args:
        document: The document.
        inlines: All inlines of one block.

    Returns:
        The source, each character of a link as `LINK`, of code, markup, images and
        escapes as `OPAQUE`, and of a line end and the indent after it a newline and
        spaces.
    """
    start = inlines[0].span.start
    characters = list(document.text[start : inlines[-1].span.end])
    waiting = [*inlines]
    while waiting:
        node = waiting.pop()
        width = node.span.end - node.span.start
        if isinstance(node, Text) and len(node.value) == width:
            continue
        if isinstance(node, Emphasis):
            waiting += node.children
            continue
        cover = (LINK if isinstance(node, Link) else OPAQUE) * width
        if isinstance(node, Break):
            cover = "\n".ljust(width)[:width]
        characters[node.span.start - start : node.span.end - start] = cover
    return "".join(characters)


def read_place(target: str) -> tuple[Hashable, ...] | None:
    """Return what two targets that lead to one place have in common.

    Fragments count in the page alone; None is the page itself.
    """
    read = normalize(target.strip(), ANY_LOCALE)
    if read.in_page:
        return ("#", read.fragment) if read.fragment else None
    return read.key


def is_target(target: str, wanted: frozenset[Hashable], *, apart: bool) -> bool:
    """Tell whether a text is a target: surely, or since the original has it.

    Args:
        target: The text.
        wanted: The places that the original links to there.
        apart: Something stands between it and the text of the link.
    """
    target = target.strip()
    words = target.split()
    if not words or OPAQUE in target or LINK in target:
        return False
    if read_place(target) in wanted:
        return True
    if _URL.match(words[0]) or _SCHEME.match(target):
        return True
    if apart and len(words) > 1:
        return _PATH.fullmatch(target) is not None and target[-1] == "/"
    if any(map(_PATH.fullmatch, (words[0], target))) or _ANCHOR.fullmatch(words[0]):
        return True
    return not apart and len(words) == 1 and _FILE.fullmatch(target) is not None


def find_damage(written: str) -> tuple[str, int, int, str | None] | None:
    """Return what is wrong with the target of a link that parses.

    Args:
        written: The target in the source.

    Returns:
        The problem, where it starts and ends in the target, and what the target must
        be, None where that is not sure; None when nothing is wrong.
    """
    scheme = _SCHEME.match(written)
    if scheme is not None:
        start, end = scheme.span("mark")
        problem = f"'{scheme[0]}' for '{scheme['name']}://'"
        return problem, start, end, mend(written)
    inner = written[1:-1]
    if (written[:1], written[-1:]) == ("(", ")") and is_target(
        inner, frozenset(), apart=False
    ):
        return "doubled '('", 0, 1, inner
    at = written.find("\uff09")
    if at > 0 and "\uff08" not in written and _URL.match(written):
        return "'\uff09' for ')'", at, at + 1, None
    return None


def mend(target: str) -> str:
    """Return a target with its scheme as it must be."""
    scheme = _SCHEME.match(target)
    return f"{scheme['name']}://{target[scheme.end() :]}" if scheme else target
