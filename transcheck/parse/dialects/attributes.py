"""Attribute lists after a piece of text: ``{: .x }``, ``{target=_blank}``, ``{.wide}``.

The same braces after a heading hold its id, which `heading_ids` reads.
"""

from __future__ import annotations

import re

from transcheck.parse.dialects.heading_ids import ends_heading
from transcheck.parse.masks import Dialect

_LIST = re.compile(
    r"\{:?[ \t]*(?:[.#][\w:-]+|[\w:-]+=(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s{}\"']+))"
    r"(?:[ \t]+(?:[.#][\w:-]+|[\w:-]+=(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s{}\"']+)))*"
    r"[ \t]*\}"
)


def _measure(text: str, at: int) -> int | None:
    match = _LIST.match(text, at)
    if match is None or ends_heading(text, at, match.end()):
        return None
    return match.end()


DIALECT = Dialect("attributes", "{", _measure)
