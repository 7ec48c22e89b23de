"""Attribute lists after a piece of text: ``{: .x }``, ``{target=_blank}``, ``{.wide}``.

The same braces after a heading hold its id, which `heading_ids` reads.
"""

from __future__ import annotations

from transcheck.parse.dialects.heading_ids import ends_heading
from transcheck.parse.masks import Dialect
from transcheck.patterns import late_regex

_WORD = r"(?:[.#][\w:-]+|[\w:-]+=(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s{}\"']+))"
# Of Kramdown the name of a set of attributes, and its options: `{:toc}`, `{::options}`.
_LIST = late_regex(
    rf"\{{:?[ \t]*{_WORD}(?:[ \t]+(?:{_WORD}|[a-z][\w-]*(?=[ \t}}])))*[ \t]*\}}"
    r"|\{::?/?[a-z][\w-]*(?:[ \t][^{}\r\n]{0,500})?\}"
)


def _measure(text: str, at: int) -> int | None:
    match = _LIST.match(text, at)
    if match is None or ends_heading(text, at, match.end()):
        return None
    return match.end()


DIALECT = Dialect("attributes", "{", _measure)
