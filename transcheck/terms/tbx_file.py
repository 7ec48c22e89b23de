"""Glossaries in TBX, TermBase eXchange (ISO 30042): TBX-Basic and its like.

Both generations are read: ``termEntry`` with ``langSet`` and ``tig`` or ``ntig``
(2008), ``conceptEntry`` with ``langSec`` and ``termSec`` (2019). Of all that may be
said of a term, its administrative status is taken: a deprecated or superseded term is
forbidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from transcheck.errors import InputError
from transcheck.terms.model import Entry

_ROOTS = frozenset({"martif", "tbx"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_TERM = "term"
# Values of administrativeStatus, in both generations.
_FORBIDDEN = frozenset(
    f"{status}{end}"
    for status in ("deprecatedTerm", "supersededTerm")
    for end in ("", "-admn-sts")
)


def read_tbx(path: str, text: str) -> Iterator[Entry]:
    """Return the entries of a glossary in TBX.

    Args:
        path: The file, as messages print it.
        text: What is in it.

    Raises:
        InputError: It is no such file; the message has the line.
    """
    reader = _Reader()
    # The text is decoded: what the file says of its encoding is past.
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    # Entities could grow without bounds, or bring in other files.
    parser.EntityDeclHandler = _refuse_entity
    parser.SkippedEntityHandler = _refuse_entity
    try:
        parser.Parse(text.encode("utf-8"), True)  # noqa: FBT003 - it takes no keywords
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        raise InputError(f"{path}:{error.lineno}: not XML: {reason}") from None
    except _RefusedError as error:
        line = parser.CurrentLineNumber
        raise InputError(f"{path}:{line}: {error}") from None
    yield from reader.entries


class _RefusedError(Exception):
    """What is in the file is not taken."""


def _refuse_entity(*_: object) -> None:
    raise _RefusedError("entities are not allowed")


@dataclass
class _Reader:
    """Takes the elements of a file as they come.

    Args:
        entries: What was read.
    """

    entries: list[Entry] = field(default_factory=list)
    _path: list[str] = field(default_factory=list)
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _forbidden: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _language: str = ""
    _term: str = ""
    _told: str = ""
    _is_forbidden: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take an opening tag."""
        local = name.rpartition(":")[2]
        if not self._path and local not in _ROOTS:
            raise _RefusedError(f"not TBX: it holds '{name}'")
        self._path.append(local)
        if local in _ENTRIES:
            self._names, self._forbidden = {}, {}
        elif local in _LANGUAGES:
            self._language = attributes.get("xml:lang") or attributes.get("lang", "")
        elif local in _TERMS:
            self._term, self._is_forbidden = "", False
        self._told = ""

    def characters(self, text: str) -> None:
        """Take text."""
        if _TERM in self._path:
            self._term += text
        else:
            self._told += text

    def end(self, _: str) -> None:
        """Take a closing tag."""
        local = self._path.pop()
        if self._told.strip() in _FORBIDDEN:
            self._is_forbidden = True
        self._told = ""
        if local in _TERMS:
            self._add(" ".join(self._term.split()))
        elif local in _ENTRIES and self._names:
            self.entries.append(Entry(self._names, self._forbidden))

    def _add(self, term: str) -> None:
        known = self._forbidden if self._is_forbidden else self._names
        if term and self._language:
            known[self._language] = (*known.get(self._language, ()), term)
