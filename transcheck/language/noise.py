"""Take out of a text what is no language: code, addresses, markup, names of things."""

from __future__ import annotations

import re

from transcheck.patterns import late_regex

_MARKUP = late_regex(
    r"```.*?(?:```|\Z)"  # fenced code
    r"|`[^`\n]*`"  # code spans
    r"|<!--.*?(?:-->|\Z)"  # comments
    r"|</?[A-Za-z][^<>]*>"  # tags
    r"|&\#?\w{1,31};"  # entities
    r"|\{[{%#<][^{}]*[}%#>]?\}"  # templates and shortcodes
    r"|(?:https?|ftp|file|mailto):[^\s<>()\[\]「」（）。，、]+"  # addresses
    r"|www\.[^\s<>()\[\]「」（）。，、]+"
    r"|(?<=\])\([^()\s]*\)",  # link targets
    re.DOTALL,
)

# A run of visible ASCII, looked at as one token.
_TOKEN = late_regex(r"[!-~][!-~]*")
_CODE = late_regex(
    r"[0-9_/\\@#=<>{}|^+*$%&~]"  # identifiers, paths, operators, versions
    r"|[A-Za-z]\.[A-Za-z]"  # main.py, os.path
    r"|[a-z][A-Z]"  # camelCase, FastAPI
    r"|[A-Za-z]\("  # calls
    r"|::|--"
)
_ACRONYM = late_regex(r"\b[A-Z][A-Z0-9]+(?:s\b|\b)")


def strip_noise(text: str) -> str:
    """Return a text with what is no language replaced by a space.

    Code spans, tags, templates, addresses, identifiers, paths, numbers and acronyms
    go; words of any language stay. Linear in the length of the text.
    """
    text = _MARKUP.sub(" ", text.replace("\ufffc", " "))
    if _CODE.search(text):
        text = _TOKEN.sub(_keep_words, text)
    return _ACRONYM.sub(" ", text)


def _keep_words(token: re.Match[str]) -> str:
    return " " if _CODE.search(token[0]) else token[0]
