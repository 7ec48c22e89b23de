"""Where translations call things otherwise than the user says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from transcheck.align.model import AlignedPage, Pair
from transcheck.compare.mention import words
from transcheck.compare.name_search import Found, NameSearch, plain, says
from transcheck.compare.own_texts import own_texts
from transcheck.compare.readable import text_span
from transcheck.config import concerns
from transcheck.document import Document, Heading, RunningText, block_text, own_inlines
from transcheck.patterns import late_regex
from transcheck.terms import SOURCE, TARGET, Terms
from transcheck.text import Span

# Part of a name of a file, a package, an address.
_JOINED_BEFORE = late_regex(r"[\w][-._/@#:]\Z|[@#/_]\Z")
_JOINED_AFTER = late_regex(r"[-._/@#:][^\W_]|[/_]")
_CAPITAL_BEFORE = late_regex(r"(?:^|[\s(])(?P<word>[A-Z]\w*) \Z")
_CAPITAL_AFTER = late_regex(r" [A-Z]")
_SENTENCE_BEFORE = late_regex(r"(?:\A|[.!?:]\s+|\n)\Z")
_GLOSS = late_regex(r"[(\uff08\u300c\u300e\"“«‘'][^()\uff08\uff09]{0,80}\Z")
_WIDTH = 100


class WrongTerm(Struct, frozen=True, kw_only=True):
    """A word that the user does not want, or wants and misses.

    Args:
        name: The name in question.
        kind: ``kept`` (a name that stays is not there), ``left`` (a word that never
            stays is), ``other`` (a glossary's name is not there) or ``forbidden``.
        span: Where in the document: the word, or the text that lacks it.
        wanted: What is to be written, "" where the user does not say.
        written: What is there instead, "" where that is not known.
        there: Where the original has the name, None where that plays no part.
        key: The key of the aligned block, None where there is none.
        number: The how many-th of its kind in the block.
    """

    name: str
    kind: str
    span: Span
    wanted: str = ""
    written: str = ""
    there: Span | None = None
    key: str | None = None
    number: int = 0


class _Asked(Struct, frozen=True):
    """What is asked of a translation where its original has a name.

    Args:
        kind: ``kept``, ``left`` or ``other``.
        names: What it may write, for ``other``.
        forbidden: What it must not, for ``other``.
    """

    kind: str
    names: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


def forbidden_terms(page: AlignedPage, document: Document) -> Iterator[WrongTerm]:
    """Yield the words of a document that no text in its language has."""
    search = page.terms.once(_forbidden_search, document.tag, document.language)
    if search is None:
        return
    for span in own_texts(page, document):
        for found in search.find(span.cut(document.text)):
            where = Span(span.start + found.start, span.start + found.end)
            yield WrongTerm(
                name=found.name,
                kind="forbidden",
                span=where,
                written=where.cut(document.text),
            )


def wrong_terms(terms: Terms, pair: Pair) -> Iterator[WrongTerm]:
    """Yield where a translation does not call things as the user says.

    Args:
        terms: What the user says.
        pair: The documents, aligned.
    """
    first, second = pair.original, pair.translation
    asked = terms.once(_asked, first.tag, first.language, second.tag, second.language)
    if not asked:
        return
    search = terms.once(
        _asked_search, first.tag, first.language, second.tag, second.language
    )
    for blocks, original, translation in pair.translated():
        reading = block_text(original)
        names: dict[str, Found] = {}
        for found in search.find(reading.text):
            if not _is_part(reading.text, found, title=isinstance(original, Heading)):
                names.setdefault(found.name, found)
        if not names:
            continue
        there = _Text(
            block_text(translation),
            plain(words(*own_inlines(translation))),
            text_span(translation),
            title=isinstance(translation, Heading),
        )
        for name, found in names.items():
            place = reading.span(found.start, found.end)
            for told in asked[name]:
                yield from _judge(name, told, there, place, blocks.key)


class _Text(Struct, frozen=True):
    """A block of a translation: as it is read, plain with its code, and where.

    Every word of a title may have a capital.
    """

    reading: RunningText
    plain: str
    span: Span
    title: bool


def _judge(
    name: str, asked: _Asked, text: _Text, there: Span, key: str
) -> Iterator[WrongTerm]:
    if asked.kind == "kept":
        if plain(name) not in text.plain:
            yield WrongTerm(
                name=name, kind="kept", span=text.span, there=there, key=key
            )
        return
    if asked.kind == "left":
        yield from _left(name, text, there, key)
        return
    wrong = list(_forbidden_in(name, asked, text, there, key))
    yield from wrong
    if not wrong and not any(says(text.plain, one) for one in asked.names):
        yield WrongTerm(
            name=name,
            kind="other",
            span=text.span,
            wanted=asked.names[0] if asked.names else "",
            there=there,
            key=key,
        )


def _left(name: str, text: _Text, there: Span, key: str) -> Iterator[WrongTerm]:
    reading = text.reading
    for number, found in enumerate(NameSearch([name]).find(reading.text)):
        before = reading.text[max(0, found.start - _WIDTH) : found.start]
        is_part = _is_part(reading.text, found, title=text.title)
        if not is_part and not _GLOSS.search(before):
            yield WrongTerm(
                name=name,
                kind="left",
                span=reading.span(found.start, found.end),
                written=reading.text[found.start : found.end],
                there=there,
                key=key,
                number=number,
            )


def _forbidden_in(
    name: str, asked: _Asked, text: _Text, there: Span, key: str
) -> Iterator[WrongTerm]:
    """Yield what a glossary forbids for a name, outside of what it allows."""
    if not asked.forbidden:
        return
    reading = text.reading
    search = NameSearch((*asked.names, *asked.forbidden))
    for number, found in enumerate(search.find(reading.text)):
        if found.name in asked.forbidden:
            yield WrongTerm(
                name=name,
                kind="other",
                span=reading.span(found.start, found.end),
                wanted=asked.names[0] if asked.names else "",
                written=reading.text[found.start : found.end],
                there=there,
                key=key,
                number=number,
            )


def _is_part(text: str, found: Found, *, title: bool) -> bool:
    """Tell whether what was found is part of a longer name, or of an address.

    Args:
        text: The text.
        found: What was found in it.
        title: Every word of the text may have a capital.
    """
    before = text[max(0, found.start - _WIDTH) : found.start]
    after = text[found.end :][:2]
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after):
        return True
    if title or not text[found.start].isupper():
        return False
    capital = _CAPITAL_BEFORE.search(before)
    if capital and not _SENTENCE_BEFORE.search(before[: capital.start("word")]):
        return True
    opens = _SENTENCE_BEFORE.search(before) is not None
    return bool(_CAPITAL_AFTER.match(after)) and not opens


# --- what is asked of a language --------------------------------------------------


def _forbidden_search(
    terms: Terms, tag: str | None, language: str | None
) -> NameSearch | None:
    names = [
        name
        for wanted, forbidden in terms.forbidden.items()
        if concerns([wanted], tag, language)
        for name in forbidden
    ]
    return NameSearch(names) if names else None


def _asked(
    terms: Terms,
    tag: str | None,
    language: str | None,
    own_tag: str | None,
    own_language: str | None,
) -> Mapping[str, list[_Asked]]:
    """Return what is asked of a translation for each name of its original."""
    asked: defaultdict[str, list[_Asked]] = defaultdict(list)
    for name in terms.keep:
        asked[name].append(_Asked("kept"))
    for name in terms.translate:
        asked[name].append(_Asked("left"))
    # What two entries call the same in the original may be called either's.
    allowed: defaultdict[str, list[str]] = defaultdict(list)
    refused: defaultdict[str, list[str]] = defaultdict(list)
    for entry in terms.entries:
        for name in _of(entry.names, tag, language, SOURCE):
            allowed[name] += _of(entry.names, own_tag, own_language, TARGET)
            refused[name] += _of(entry.forbidden, own_tag, own_language, TARGET)
    for name, names in allowed.items():
        forbidden = tuple(one for one in refused[name] if one not in names)
        if names or forbidden:
            asked[name].append(_Asked("other", tuple(names), forbidden))
    return asked


def _asked_search(
    terms: Terms,
    tag: str | None,
    language: str | None,
    own_tag: str | None,
    own_language: str | None,
) -> NameSearch:
    return NameSearch(terms.once(_asked, tag, language, own_tag, own_language))


def _of(
    names: Mapping[str, tuple[str, ...]],
    tag: str | None,
    language: str | None,
    role: str,
) -> tuple[str, ...]:
    """Return what an entry has for a language, as narrowly as it says."""
    meant = [name for name in names if concerns([name], tag, language)]
    return names[max(meant, key=len)] if meant else names.get(role, ())
