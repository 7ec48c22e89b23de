"""The table of the configuration that is about words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from transcheck.errors import InputError
from transcheck.table import Table
from transcheck.terms.model import Entry, Terms
from transcheck.text import UndecodableError, decode

ReadFile = Callable[[str], bytes]
"""Gives the bytes of a file by its path from the configuration's folder; an OSError
says why it cannot be read."""

_KINDS = (".csv", ".tsv", ".tbx")


def read_terms(table: Table | None, read: ReadFile) -> Terms:
    """Return what a table ``[terms]`` says, its glossaries read.

    Args:
        table: The table, which is told its mistakes, None where there is none.
        read: Gives the bytes of a glossary.
    """
    if table is None:
        return Terms()
    forbidden = table.table("forbidden")
    terms = Terms(
        keep=_names(table, "keep"),
        translate=_names(table, "translate"),
        forbidden=dict(_by_language(forbidden)) if forbidden else {},
        entries=tuple(_entries(table, read)),
    )
    table.finish()
    return terms


def _names(table: Table, key: str) -> tuple[str, ...]:
    names = table.texts(key) or ()
    if not all(name.strip() for name in names):
        table.refuse(key, "it holds an empty name")
    return tuple(name.strip() for name in names if name.strip())


def _by_language(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    for language in table.rest():
        yield language, _names(table, language)


def _entries(table: Table, read: ReadFile) -> Iterator[Entry]:
    for path in table.texts("glossary") or ():
        kind = PurePath(path).suffix.lower()
        if kind not in _KINDS:
            kinds = ", ".join(_KINDS)
            table.refuse("glossary", f"{path!r} ends in none of {kinds}")
            continue
        try:
            yield from _reader(kind)(path, decode(read(path)))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            table.refuse("glossary", f"cannot read {path}: {reason}")
        except UndecodableError as error:
            line = error.before.count("\n") + 1
            table.refuse("glossary", f"{path}:{line}: {error.reason}")
        except InputError as error:
            table.refuse("glossary", str(error))


def _reader(kind: str) -> Callable[[str, str], Iterator[Entry]]:
    """Return what reads glossaries in files whose names end so; start-up counts."""
    if kind == ".tbx":
        from transcheck.terms.tbx_file import read_tbx  # noqa: PLC0415

        return read_tbx
    from transcheck.terms.csv_file import read_csv  # noqa: PLC0415

    return read_csv
