"""The command align: two files side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from transcheck.align.page import align_pair
from transcheck.align.show import render_alignment
from transcheck.document import Document
from transcheck.errors import InputError
from transcheck.parse import parse
from transcheck.text import UndecodableError, decode


def align(original: str, translation: str) -> Iterator[str]:
    """Yield the alignment of two files, for people.

    Raises:
        InputError: A file cannot be read.
    """
    pair = align_pair(_read(original), _read(translation))
    for line in render_alignment(pair):
        yield f"{line}\n"


def _read(path: str) -> Document:
    try:
        text = decode(Path(path).read_bytes())
    except UndecodableError as error:
        raise InputError(f"cannot read {path}: {error.reason}") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot read {path}: {reason}") from None
    return parse(text, path=path)
