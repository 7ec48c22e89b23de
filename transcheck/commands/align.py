"""The command align: two files side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from transcheck.align.page import align_pair
from transcheck.align.show import render_alignment
from transcheck.commands.pair import find_languages
from transcheck.errors import InputError
from transcheck.language.detectors import DEFAULT_DETECTOR
from transcheck.parse import parse
from transcheck.text import UndecodableError, decode


def align(original: str, translation: str) -> Iterator[str]:
    """Yield the alignment of two files, for people.

    Raises:
        InputError: A file cannot be read.
    """
    paths = (original, translation)
    texts = [_read(path) for path in paths]
    tags, languages = find_languages(paths, (), DEFAULT_DETECTOR)
    documents = (
        parse(text, path=path, tag=tag, language=languages.get(tag))
        for text, path, tag in zip(texts, paths, tags, strict=True)
    )
    pair = align_pair(*documents)
    for line in render_alignment(pair):
        yield f"{line}\n"


def _read(path: str) -> str:
    try:
        return decode(Path(path).read_bytes())
    except UndecodableError as error:
        raise InputError(f"cannot read {path}: {error.reason}") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot read {path}: {reason}") from None
