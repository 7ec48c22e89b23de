"""Stand-ins that a translation pipeline writes for code and markup."""

from __future__ import annotations

import re

from transcheck.patterns import late_regex

# What they are called, and the number that tells one from another.
_WORD = (
    r"(?:(?:NO_?TRANS(?:LATE)?|PLACE_?HOLDER|PROTECT(?:ED)?|MASK(?:ED)?|TOKEN|SENTINEL|DNT"
    r"|KEEP|INLINE|CODE|BLOCK|FENCE|LINK|URL|HREF|IMG|IMAGE|HTML|TAG|MATH|FORMULA|LATEX"
    r"|VAR(?:IABLE)?|TERM|SEG(?:MENT)?|CHUNK|SHORTCODE|MDX?|PH|CB|IC)[_-]?){1,3}"
)
_MASK = late_regex(
    rf"(?P<edge>@{{2,3}}|%{{2,3}}|\${{2}}|#{{2,3}}|_{{2,3}}|~{{2}}|\|{{2}}|§{{1,2}})"
    rf"{_WORD}\d{{1,4}}_?(?P=edge)"
    rf"|(?<![A-Z0-9])(?P<x>[XZ]{{1,3}}){_WORD}\d{{1,4}}_?(?P=x)(?![A-Z0-9])"
    rf"|(?-i:[\[{{<]{{1,2}}{_WORD}(?<=_)\d{{1,4}}/?[\]}}>]{{1,2}})",
    re.IGNORECASE,
)
# Those that are known by how they begin: the first character in one class, for a quick
# search, and after it what it must be.
_SIGNED = late_regex(
    r"[⟦⟪〖⟨{<\[:cCoO【tT](?:"
    r"(?<=[⟦⟪〖⟨])[A-Za-z_]{0,20}[_:# -]?\d{1,4}[⟧⟫〗⟩]|(?<=⟦)/?[A-Za-z_]{1,20}⟧"
    r"|(?<=\{)\{[ ]?\d{1,4}[ ]?\}\}"
    # XLIFF 1.2 and TMX inline elements.
    r"|(?<=<)/?(?i:(?:x|g|bx|ex|ph|bpt|ept|it)[ ]id)=[\"']?[\w.-]{1,20}[\"']?"
    r"[^<>\r\n]{0,80}>"
    # Tokens of models and of chats, and what they write for a citation.
    r"|(?<=<)\|[A-Za-z][\w-]{1,30}\|>|(?<=<)(?i:extra_id_\d{1,3})>"
    r"|(?<=\[)/?(?i:INST)\]|(?<=<)</?(?i:SYS)>>"
    r"|(?:(?<=:)[cC]|(?<=[cC]))(?i:ontentReference\[oaicite):\d{1,4}\]"
    r"(?:\{(?i:index)=\d{1,4}\})?"
    r"|(?<=[oO])(?i:aicite):\d{1,4}"
    r"|(?<=【)\d{1,4}[:†][^】\r\n]{0,80}】"
    r"|(?:(?<=\b[cC])(?i:iteturn)|(?<=\b[tT])(?i:urn))\d{1,3}"
    r"(?i:search|view|news|file)\d{1,3}\b)"
)
# The quick look that spares most texts the slow one: how masks end, how some begin.
_ENDS = late_regex(
    r"[_#$|~@%§XZxz{](?:(?<=\d[^{])(?:(?<=_)(?:__|##|\$\$|\|\||~~|@@|%%|§)"
    r"|(?<=_)_|(?<=#)#|(?<=\$)\$|(?<=\|)\||(?<=~)~|(?<=@)@|(?<=%)%|(?<=§)"
    r"|(?:(?<=[A-Za-z_-]\d.)|(?<=[A-Za-z_-]\d\d.)|(?<=[A-Za-z_-]\d{3}.)"
    r"|(?<=[A-Za-z_-]\d{4}.))"
    r"(?:(?<=[XZxz])[XZxz]{1,2}|(?<=[XZ]))(?![A-Za-z0-9]))"
    r"|(?<=[A-Z]_)\d{1,4}/?[\]}>]|(?<=\{)\{ ?\d)"
)
_SIGNS = (
    *"⟦⟪〖⟨【",
    *(f"<{name} id" for name in ("x", "g", "bx", "ex", "ph", "bpt", "ept", "it")),
    "<|",
    "<extra_id_",
    "INST]",
    "SYS>>",
    "oaicite",
    "turn0",
)


def find_masks(text: str) -> list[re.Match[str]]:
    """Return the masks in a text, in their order.

    Args:
        text: The source of a document.
    """
    found: list[re.Match[str]] = []
    if _ENDS.search(text) is not None:
        found += _MASK.finditer(text)
        found += _SIGNED.finditer(text)
    elif any(sign in text for sign in _SIGNS):
        found += _SIGNED.finditer(text)
    found.sort(key=re.Match.start)
    past = 0
    apart = []
    for match in found:
        if match.start() >= past:
            apart.append(match)
            past = match.end()
    return apart
