"""Tags of template languages: shortcodes of Hugo, Liquid, Jinja, Nunjucks, Markdoc.

``{{< name >}}`` and ``{{% name %}}`` are shortcodes, ``{% name %}`` tags, and
``{{ site.title }}`` or ``{{Macro("x")}}`` placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transcheck.compare.tags import STRING, Argument, Tag, find_masks
from transcheck.document import Document
from transcheck.parse.dialects import math, shortcodes, templates
from transcheck.parse.masks import Masker
from transcheck.patterns import late_regex
from transcheck.text import Span

_SHORTCODE = late_regex(
    r"(?P<opening>\{\{[<%])(?P<slash>\s*/)?\s*"
    r"(?P<name>[^\s/<>%{}\"'=]+(?:/[^\s/<>%{}\"'=]+)*)(?P<rest>.*?)"
    r"(?P<void>/)?\s*(?P<ending>[>%]\}\})",
    re.DOTALL,
)
_TAG = late_regex(
    r"(?P<opening>\{%-?)\s*(?P<slash>/\s*)?(?P<name>[^\s%{}\"'=()/]+)(?P<rest>.*?)"
    r"(?P<void>/)?\s*(?P<ending>-?%\})",
    re.DOTALL,
)
_EXPRESSION = late_regex(
    r"(?P<opening>\{\{-?)\s*(?P<name>.*?)\s*(?P<ending>-?\}\})", re.DOTALL
)
_CALL = late_regex(r"(?P<name>[^\W\d]\w*)\s*\((?P<rest>.*)\)", re.DOTALL)
_END = "end"

_ARGUMENT = late_regex(
    r"(?:(?P<key>[^\s\"'`=<>!,()]+)\s*=\s*(?!=))?"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|`(?P<back>[^`]*)`"
    r"|(?P<bare>[^\s\"'`,]+))"
)


def read_template_tags(document: Document) -> list[Tag]:
    """Return the tags and expressions of templates in a document's text, in order.

    Those in code, comments, metadata and the targets of links are left out; what
    shows how a tag is written, ``{{</* name */>}}``, is none.
    """
    text = document.text
    if "{{" not in text and "{%" not in text:
        return []
    masker = _masker(in_mdx=document.path.lower().endswith(".mdx"))
    read = (
        _read(mask.span.cut(text), mask.span)
        for mask in find_masks(document, masker)
        if mask.form != "math"
    )
    return [tag for tag in read if tag is not None]


@lru_cache(maxsize=2)
def _masker(*, in_mdx: bool) -> Masker:
    # In MDX a brace opens an expression of JavaScript.
    others = () if in_mdx else (templates.TAGS,)
    formulas = math.DOLLARS, math.BACKSLASHES
    return Masker((shortcodes.DIALECT, *others, *formulas))


def _read(source: str, span: Span) -> Tag | None:
    # A comment, a tag that is shown, a directive of mdBook.
    if source.startswith(("{#", "{{#")) or "/*" in source:
        return None
    if source.startswith(("{{<", "{{%")):
        return _read_named("shortcode", _SHORTCODE.fullmatch(source), source, span)
    if source.startswith("{%"):
        return _read_named("tag", _TAG.fullmatch(source), source, span)
    match = _EXPRESSION.fullmatch(source)
    if match is None or not match["name"]:
        return None
    start = span.start + match.start("name")
    name, rest = match["name"], Span(start, start)
    call = _CALL.fullmatch(name)
    if call is not None:
        name = call["name"]
        rest = Span(start + call.start("rest"), start + call.end("rest"))
    return Tag(
        "placeholder",
        "".join(STRING.sub('""', name).split()),
        Span(start, start + len(name)),
        span,
        source,
        (match["opening"], match["ending"]),
        closes=False,
        void=True,
        rest=rest,
        arguments=tuple(_arguments(source, span.start, rest)),
    )


def _read_named(
    family: str, match: re.Match[str] | None, source: str, span: Span
) -> Tag | None:
    if match is None:
        return None
    name, start = match["name"], span.start + match.start("name")
    closes = bool(match["slash"])
    if family == "tag" and not closes and name.startswith(_END) and name != _END:
        name, start, closes = name.removeprefix(_END), start + len(_END), True
    rest = Span(span.start + match.start("rest"), span.start + match.end("rest"))
    return Tag(
        family,
        name,
        Span(start, start + len(name)),
        span,
        source,
        (match["opening"], match["ending"]),
        closes,
        bool(match["void"]),
        rest,
        tuple(_arguments(source, span.start, rest)),
    )


def _arguments(source: str, base: int, rest: Span) -> Iterator[Argument]:
    for match in _ARGUMENT.finditer(source, rest.start - base, rest.end - base):
        group = match.lastgroup or "bare"
        span = Span(base + match.start(group), base + match.end(group))
        key_span = Span(span.start, span.start)
        if match["key"]:
            key_span = Span(base + match.start("key"), base + match.end("key"))
        yield Argument(match["key"], match[group], group != "bare", key_span, span)
