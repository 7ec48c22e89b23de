"""Hugo's shortcodes: ``{{< name >}}`` and ``{{% name %}}``."""

from __future__ import annotations

import re

from transcheck.parse.masks import Dialect

# A quoted argument may hold the closing characters. The bounds keep an opening that is
# never closed cheap.
_ARGUMENT = r"\"[^\"]{0,2000}\"|`[^`]{0,2000}`"
_SHORTCODE = re.compile(
    rf"\{{\{{(?:<(?:{_ARGUMENT}|[^\"`>]|>(?!\}}\}})){{0,2000}}>"
    rf"|%(?:{_ARGUMENT}|[^\"`%]|%(?!\}}\}})){{0,2000}}%)\}}\}}"
)


def _measure(text: str, at: int) -> int | None:
    match = _SHORTCODE.match(text, at)
    return match.end() if match else None


DIALECT = Dialect("shortcode", "{", _measure)
