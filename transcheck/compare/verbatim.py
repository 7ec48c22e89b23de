"""What a text says letter for letter in every language: paths, options, constants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from transcheck.align.model import BlockPair, BlockState, Pair
from transcheck.compare.counterparts import by_original
from transcheck.compare.readable import is_title_elsewhere, text_span
from transcheck.document import Document, RunningText, block_text, document_blocks
from transcheck.patterns import late_regex
from transcheck.text import Span

# A file is known by what its name ends with: "e.g." and "example.com" are none.
_ENDINGS = (
    "bat|bin|c|cc|cfg|ckpt|conf|cpp|cs|css|csv|db|env|exe|gguf|gz|h|h5|htm|html|ini"
    "|ipynb|jar|java|jpe?g|js|json|jsonl|jsx|kt|lock|log|lua|mdx?|onnx|php|png|ps1|pt"
    "|pyi?|rb|rs|rst|safetensors|sh|sql|svg|tar|toml|tsv|tsx?|txt|vue|wasm|whl|xml"
    "|ya?ml|zip"
)
# A path to anywhere is put into words of the language.
_IDENTIFIER = late_regex(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
    r"|(?<![\w-])(?P<option>--[a-z][\w-]*\w)"
    rf"|(?<![\w/.:@-])(?!/?path/to/)(?P<path>(?:~|\.\.?)?/[\w-][\w.-]*(?:/[\w.-]*\w)+"
    rf"|(?:~|\.\.?)/[\w.-]*\w|[\w.-]+/(?:[\w.-]+/)*[\w.-]*\w\.(?:{_ENDINGS})(?!\w))"
    rf"|(?<![\w/.@{{$%-])(?P<file>[a-z_][\w-]*\.(?:{_ENDINGS})(?!\w|\.\w))"
    r"|(?<![\w.{$-])(?P<call>[A-Za-z_][\w.]*\(\))"
    r"|(?<![\w.{$%@/-])(?<!%\()(?P<name>_{0,2}[A-Za-z][A-Za-z0-9]*(?:_+[A-Za-z0-9]+)+_{0,2})"
    r"(?!\w|[(@-]|\.\w|\}|%)"
    r"|(?<![\w-])(?P<advisory>CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3})"
    r"|(?<![\w/.-])(?P<issue>[\w-]+/[\w.-]+#\d+)"
    r"|(?<![\w#-])(?P<hash>(?=[0-9a-f]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,40})(?![\w-])",
    re.ASCII,
)
# Nothing of the above without one of these.
_SIGNS = late_regex(r"[_/@]|\(\)|#\d|--|\.[a-z]|[0-9a-f]{7}|CVE|GHSA")
_ADDRESS = late_regex(r"\w{1,20}://\S+|www\.\S+")
# What a keyboard, a corrector or a translation engine makes of a sign.
_LOOSE = {
    "-": r"[-\u2010-\u2015\u2212\uff0d]",
    "_": r"[_\uff3f -]",
    ".": r"[.\u3002\uff0e]",
    "/": r"[/\uff0f]",
    "(": r"[(\uff08]",
    ")": r"[)\uff09]",
    "@": r"[@\uff20]",
    "#": r"[#\uff03]",
    "~": r"[~\uff5e]",
}  # fmt: skip
_LONGEST = 200


class Identifier(Struct, frozen=True):
    """An identifier in the text of a block.

    Args:
        text: As it is written.
        span: Where it is.
    """

    text: str
    span: Span


class IdentifierChange(Struct, frozen=True):
    """Identifiers of a block that its translation does not have.

    Args:
        before: The original's, several only where all are gone.
        key: The key of the block.
        span: Where the translation has it, or would have it.
        after: What it became, None where it is gone.
    """

    before: tuple[Identifier, ...]
    key: str
    span: Span
    after: str | None


def compile_patterns(patterns: tuple[str, ...]) -> tuple[Any, ...]:
    """Return patterns of a configuration for a search in linear time.

    Args:
        patterns: Regular expressions, as RE2 knows them.

    Raises:
        ValueError: One of them is wrong, or RE2 is not installed.
    """
    return _compiled(patterns) if patterns else ()


@lru_cache(maxsize=8)
def _compiled(patterns: tuple[str, ...]) -> tuple[Any, ...]:
    try:
        import re2  # noqa: PLC0415 - an extra, and few configurations need it
    except ImportError:
        raise ValueError("patterns need RE2: install transcheck[patterns]") from None
    options = re2.Options()
    options.log_errors = False
    found = []
    for number, pattern in enumerate(patterns, start=1):
        try:
            compiled = re2.compile(pattern, options)
        except re2.error as error:
            said = error.args[0] if error.args else error
            said = said.decode() if isinstance(said, bytes) else said
            raise ValueError(f"patterns: number {number} '{pattern}': {said}") from None
        if compiled.fullmatch(""):
            raise ValueError(f"patterns: number {number} '{pattern}' matches nothing")
        found.append(compiled)
    return tuple(found)


def changed_identifiers(
    pair: Pair, patterns: tuple[str, ...] = ()
) -> Iterator[IdentifierChange]:
    """Yield the identifiers that a translation has not, each once.

    One that stands anywhere else in it was not lost, but may be mangled here.

    Args:
        pair: The documents, aligned.
        patterns: Regular expressions of further ones, as RE2 knows them.
    """
    found = pair.original.once(_read, patterns)
    if not found:
        return
    told: set[str] = set()
    aligned = by_original(pair)
    for block, ones in found.items():
        blocks = aligned.get(block)
        if blocks is not None and blocks.state is BlockState.TRANSLATED:
            new = [one for one in ones if one.text not in told]
            for change in _compare(pair.translation, blocks, new):
                told |= {one.text for one in change.before}
                yield change


def _compare(
    document: Document, blocks: BlockPair, found: list[Identifier]
) -> Iterator[IdentifierChange]:
    """Yield what became of the identifiers of one block."""
    _, block = blocks.both()
    if is_title_elsewhere(block):
        return
    reading = block_text(block)
    source = block.span.cut(document.text)
    gone: dict[str, Identifier] = {}
    for one in found:
        if one.text in reading.text or one.text in source:
            continue
        mangled = _find_mangled(reading, one.text)
        if mangled is not None:
            after = mangled.cut(document.text)
            yield IdentifierChange((one,), blocks.key, mangled, after)
        elif one.text not in document.once(_plain):
            gone.setdefault(one.text, one)
    if gone:
        start = text_span(block).start
        yield IdentifierChange(
            tuple(gone.values()), blocks.key, Span(start, start), None
        )


def _plain(document: Document) -> str:
    """Return the source of a document without backslashes."""
    return document.text.replace("\\", "")


def _read(
    document: Document, patterns: tuple[str, ...]
) -> dict[int, tuple[Identifier, ...]]:
    """Return the identifiers in the text of a document's blocks, by ``id()``."""
    compiled = compile_patterns(patterns)
    found = {}
    for block in document_blocks(document):
        reading = block_text(block)
        if compiled or _SIGNS.search(reading.text):
            ones = tuple(_read_text(reading, compiled))
            if ones:
                found[id(block)] = ones
    return found


def _read_text(reading: RunningText, patterns: tuple[Any, ...]) -> Iterator[Identifier]:
    text = _ADDRESS.sub(lambda match: " " * len(match[0]), reading.text)
    for pattern in (_IDENTIFIER, *patterns):
        for match in pattern.finditer(text):
            if match[0] and not _is_told(reading, match[0], match.start()):
                span = reading.span(match.start(), match.end())
                yield Identifier(match[0], span)


def _is_told(reading: RunningText, text: str, start: int) -> bool:
    """Tell whether it names the target of its link, which rules on links compare."""
    return any(
        first <= start < last and text in link.target
        for link, first, last in reading.links
    )


def _find_mangled(reading: RunningText, text: str) -> Span | None:
    """Return where an identifier stands with other signs, spaces or capitals."""
    if len(text) > _LONGEST or not reading.text:
        return None
    match = _loose(text).search(reading.text)
    return reading.span(*match.span()) if match else None


@lru_cache(maxsize=256)
def _loose(text: str) -> re.Pattern[str]:
    signs = text.replace("--", "-")
    parts = []
    for sign in signs:
        part = _LOOSE.get(sign, re.escape(sign))
        parts.append(f" ?{part} ?" if sign in _LOOSE and sign != "-" else part)
    if text.startswith("--"):
        parts[0] = rf"{_LOOSE['-']}{{1,2}} ?"
    return re.compile(
        rf"(?<![A-Za-z0-9_]){''.join(parts).strip(' ?')}(?![A-Za-z0-9_])", re.IGNORECASE
    )
