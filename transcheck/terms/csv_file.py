"""Glossaries in CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from transcheck.errors import InputError
from transcheck.terms.model import SOURCE, TARGET, Entry

_DELIMITERS = ",;\t"
_FORBIDDEN = "forbidden"
_OR = "|"
_TWO_LETTERS = 2


def read_csv(path: str, text: str) -> Iterator[Entry]:
    """Yield the entries of a glossary in CSV.

    The first row names the columns: either each by a language, or ``source``,
    ``target`` and perhaps ``forbidden``. Where the file's name ends in a language
    (``terms.de.csv``), it is that of the targets. A cell holds several names with ``|``
    between them. What stands between cells is what the first row has most of: commas,
    semicolons or tabs.

    Args:
        path: The file, as messages print it.
        text: What is in it.

    Raises:
        InputError: It is no such file; the message has the line.
    """
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if not header:
                header = _read_header(path, rows.line_num, cells)
            elif len(cells) > len(header):
                raise InputError(
                    f"{path}:{rows.line_num}: a row of {len(cells)} cells under"
                    f" {len(header)} columns"
                )
            else:
                yield _entry(path, header, cells)
    except csv.Error as error:
        raise InputError(f"{path}:{rows.line_num}: not CSV: {error}") from None
    if not header:
        raise InputError(f"{path}:1: no row names the columns")


def _read_header(path: str, line: int, cells: list[str]) -> list[str]:
    names = [cell.lower() for cell in cells]
    twice = [name for name, number in Counter(names).items() if number > 1 and name]
    if twice:
        raise InputError(f"{path}:{line}: two columns '{twice[0]}'")
    if (SOURCE in names) != (TARGET in names):
        both = f"'{SOURCE}' and '{TARGET}'"
        raise InputError(f"{path}:{line}: {both} go together")
    if sum(map(bool, names)) <= 1:
        raise InputError(f"{path}:{line}: expected a column for each language")
    return names


def _entry(path: str, header: Sequence[str], cells: Sequence[str]) -> Entry:
    row = {
        name: tuple(filter(None, map(str.strip, cell.split(_OR))))
        for name, cell in zip(header, cells, strict=False)
        if name and cell
    }
    if TARGET not in header:
        return Entry(row)
    target = _language_of(path) or TARGET
    names = {SOURCE: row.get(SOURCE, ()), target: row.get(TARGET, ())}
    return Entry(names, {target: row.get(_FORBIDDEN, ())})


def _language_of(path: str) -> str | None:
    """Return the language at the end of a file's name, None where there is none."""
    import langcodes  # noqa: PLC0415 - only runs with a glossary need it

    tag = PurePath(path).stem.rpartition(".")[2].replace("_", "-")
    two = len(tag.partition("-")[0]) == _TWO_LETTERS
    return tag if two and langcodes.tag_is_valid(tag) else None
