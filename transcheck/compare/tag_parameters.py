"""Whether a tag has the parameters of its original that no language changes."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from msgspec import Struct

from transcheck.compare.tags import Argument, Tag
from transcheck.patterns import late_regex
from transcheck.targets import Locales, normalize
from transcheck.text import Span

# Parameters whose values are read by people, by the last part of their names.
_PROSE = frozenset(
    {"alt", "answer", "aria-label", "caption", "content", "description", "explain"}
    | {"header", "heading", "hint", "items", "label", "labels", "message", "options"}
    | {"placeholder", "question", "subtitle", "summary", "tabs", "text", "title"}
    | {"subheading", "tagline", "tooltip"}
)
# Parameters that lead somewhere, which is judged where links are.
_LINKS = frozenset({"href", "link", "ref", "slug", "slugs", "to"})
# Tags all of whose parameters do, of a link those without a name; MDN's samples are
# named after a heading.
_LINK_TAGS = frozenset(
    {"ref", "relref", "link", "post_link", "EmbedLiveSample", "LiveSampleLink"}
)
# Macros of MDN that are called with the name of something, whatever it looks like.
_NAMING = frozenset(
    {"csp", "cssxref", "domxref", "glossary", "htmlelement", "httpheader", "httpmethod"}
    | {"httpstatus", "jsxref", "mathmlelement", "svgattr", "svgelement"}
)
# Functions and shortcodes that are called with words for the reader.
_SAYING = frozenset(
    {"_", "gettext", "ngettext", "pgettext", "t", "trans", "translate"}
    | {"badge", "button", "details", "kbd", "label", "note", "pill", "summary", "tab"}
    | {"tag", "term", "text", "tip", "title", "tooltip", "warning"}
)
# Elements whose targets are compared as links and images.
_TARGETS = frozenset({"a", "img"})
# Parameters that are code whatever their values look like.
_CODE = frozenset(
    {"class", "color", "dir", "height", "icon", "id", "image", "lang", "name", "rel"}
    | {"size", "src", "style", "type", "url", "variant", "width"}
)
# ``tab.header``, ``buttonText``, ``link_title``
_LAST_WORD = late_regex(r"[.:_-]|(?<=[a-z])(?=[A-Z])")
_CAPITALISED = late_regex(r"[A-Z][a-z]+")
_WORD = late_regex(r"[A-Za-z][A-Za-z0-9_-]*")
_PATH_SIGN = late_regex(r"[/#.]")
_NO_LETTER = late_regex(r"[\W_]")
_CODE_SIGN = late_regex(r"[\d/._:#@=&]|[a-z][A-Z]")
_PATH = late_regex(r"[/.]")
# A string in an expression of JavaScript, with the key of an object it stands at.
_STRING = late_regex(
    r"(?:(?P<key>[\w-]+)\s*:\s*)?(?:\"(?P<double>(?:[^\"\\]|\\.)*)\""
    r"|'(?P<single>(?:[^'\\]|\\.)*)'|`(?P<back>(?:[^`\\]|\\.)*)`)"
)
# An expression of more characters without a string is a program.
_LONGEST = 40


class ParameterChange(Struct, frozen=True):
    """A parameter that is not its original's.

    Args:
        name: Its name, or its value where it has none.
        span: Where it is in the translation, or would be.
        before: What it is in the original.
        after: What it became, None where it is missing.
        renamed: It is its name that was changed.
        doubtful: It may be a word for the reader.
    """

    name: str
    span: Span
    before: str
    after: str | None
    renamed: bool = False
    doubtful: bool = False


def compare_parameters(
    before: Tag, after: Tag, known: Locales
) -> ParameterChange | None:
    """Return the first parameter of a tag that was changed or lost, None if none was.

    Args:
        before: The original's tag.
        after: The translation's, of the same name.
        known: The languages whose marks in paths mean nothing.
    """
    if before.source == after.source:
        return None
    first, second = before.arguments, after.arguments
    if before.name in _TARGETS and _target(first) != _target(second):
        return None  # another one; where it leads is judged where links are
    if before.name in _LINK_TAGS and before.name != "link":
        return None
    found = _compare_named(first, second, after, known)
    if found is not None or before.name in _LINK_TAGS:
        return found
    return _compare_first(before, after) or _compare_placed(first, second, known)


def _target(arguments: Sequence[Argument]) -> str | None:
    return next((one.value for one in arguments if one.key in {"href", "src"}), None)


def _compare_named(
    first: Sequence[Argument], second: Sequence[Argument], after: Tag, known: Locales
) -> ParameterChange | None:
    theirs = {one.key: one for one in second if one.key is not None}
    ours = {one.key for one in first}
    strange = [one for key, one in theirs.items() if key not in ours]
    is_renamed = _is_renamed(first, second, strange)
    for one in first:
        if one.key is None:
            continue
        other = theirs.get(one.key)
        found = None
        if other is not None:
            found = _compare_values(one, other, known)
        elif strange := [
            its for its in strange if is_renamed or not (its.key or "").isascii()
        ]:
            # A name is code, whatever its value is.
            stranger = strange[0]
            found = ParameterChange(
                one.key, stranger.key_span, one.key, stranger.key, renamed=True
            )
        elif _is_code(one):
            end = Span(after.rest.end, after.rest.end)
            found = ParameterChange(one.key, end, one.value, None)
        if found is not None:
            return found
    return None


def _is_renamed(
    first: Sequence[Argument], second: Sequence[Argument], strange: Sequence[Argument]
) -> bool:
    """Tell whether the only strange name stands where the only lost one would.

    A usual name is none that was translated: another parameter was taken.
    """
    keys = {one.key for one in second}
    lost = [one for one in first if one.key is not None and one.key not in keys]
    if len(lost) != 1 or len(strange) != 1 or len(first) != len(second):
        return False
    name = strange[0].key or ""
    last = _LAST_WORD.split(name)[-1].lower()
    is_usual = "-" in name or not {name, last}.isdisjoint(_PROSE | _LINKS | _CODE)
    return not is_usual and first.index(lost[0]) == second.index(strange[0])


def _compare_first(before: Tag, after: Tag) -> ParameterChange | None:
    """Return what a tag is called with, if that is a word and was translated."""
    first, second = (
        next((one for one in tag.arguments if one.key is None), None)
        for tag in (before, after)
    )
    if first is None or second is None or not first.quoted or _is_code(first):
        return None
    name, old, new = before.name.lower(), first.value, second.value
    is_call = before.family == "placeholder"
    if is_call and name in _NAMING:
        # A page may be called by the end of its path, or with a place in it.
        if _letters(old) in map(_letters, (new, *_PATH_SIGN.split(new))):
            return None
        return ParameterChange(old, second.span, old, new)
    is_word = _WORD.fullmatch(old) is not None and (is_call or old.islower())
    if new.isascii() or not is_word or name in _SAYING or before.family == "element":
        return None
    return ParameterChange(old, second.span, old, new, doubtful=True)


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", unescape(text)).casefold()


def _compare_values(
    one: Argument, other: Argument, known: Locales
) -> ParameterChange | None:
    if one.value.startswith("{"):
        return _compare_expressions(one, other, known)
    if not _is_code(one) or _same(one.value, other.value, known):
        return None
    return ParameterChange(one.key or one.value, other.span, one.value, other.value)


def _compare_placed(
    first: Sequence[Argument], second: Sequence[Argument], known: Locales
) -> ParameterChange | None:
    ours = [one for one in first if one.key is None]
    theirs = [one for one in second if one.key is None]
    if len(ours) != len(theirs):
        return None
    for one, other in zip(ours, theirs, strict=True):
        found = _compare_values(one, other, known)
        if found is not None:
            return found
    return None


def _compare_expressions(
    one: Argument, other: Argument, known: Locales
) -> ParameterChange | None:
    """Return the first string of an expression that was changed, None if none was."""
    first, second = _strings(one), _strings(other)
    if not first and not second and len(one.value) <= _LONGEST:
        if "".join(one.value.split()) == "".join(other.value.split()):
            return None
        return ParameterChange(one.key or "", other.span, one.value, other.value)
    if [string.key for string in first] != [string.key for string in second]:
        return None  # one has more to say
    for string, its in zip(first, second, strict=True):
        if _is_code(string) and not _same(string.value, its.value, known):
            return ParameterChange(string.key or "", its.span, string.value, its.value)
    return None


def _strings(one: Argument) -> list[Argument]:
    found = []
    for match in _STRING.finditer(one.value):
        group = match.lastgroup or "double"
        start = one.span.start + match.start(group)
        span = Span(start, start + len(match[group]))
        key = match["key"] or one.key
        found.append(Argument(key, match[group], quoted=True, key_span=span, span=span))
    return found


def _is_code(one: Argument) -> bool:
    """Tell whether a parameter of an original is the same in every language."""
    if one.key is not None:
        name = one.key if one.key in _PROSE else _LAST_WORD.split(one.key)[-1].lower()
        if name in _PROSE or name in _LINKS:
            return False
        return name in _CODE or (one.value.isascii() and " " not in one.value)
    if not one.value.isascii() or " " in one.value:
        return False
    if one.quoted:
        return _CODE_SIGN.search(one.value) is not None
    return _CAPITALISED.fullmatch(one.value) is None


def _same(first: str, second: str, known: Locales) -> bool:
    first, second = " ".join(first.split()), " ".join(second.split())
    if first == second or (first in known and second in known):
        return True
    if not _PATH.search(first):
        return False
    return normalize(first, known) == normalize(second, known)
