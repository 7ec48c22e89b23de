"""Values that are the same in every language of a page: nobody translates them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

from transcheck.align.model import AlignedPage, Pair, PairState
from transcheck.align.states import judge_for
from transcheck.compare.small_texts import small_texts
from transcheck.document import Document, Entry, block_prose, document_blocks
from transcheck.language.scripts import weights
from transcheck.text import fold

# So many translations must agree. Fewer may all have been made by one machine.
_LEAST = 3
# A longer text is a sentence that was added to the original, and to no translation.
_LONGEST = 40  # letters, by their weight
_NONE: tuple[str, tuple[str, ...]] = ("", ())
_COMPARED = frozenset({PairState.PARALLEL, PairState.OUTDATED})


def kept_texts(page: AlignedPage) -> frozenset[Hashable]:
    """Return the names of the short texts that all translations have as they are.

    They are those of `block_name`, `value_name` and `small_name`; to be asked for by
    `AlignedPage.once`.
    """
    aligned: Counter[Hashable] = Counter()
    same: Counter[Hashable] = Counter()
    for pair in page.pairs:
        languages = pair.original.language, pair.translation.language
        if pair.state in _COMPARED and judge_for(*languages).telling is not None:
            texts = dict(_texts(pair))
            aligned.update(texts.keys())
            same.update(name for name, kept in texts.items() if kept)
    return frozenset(
        name
        for name, number in aligned.items()
        if number >= _LEAST and same[name] == number
    )


def block_name(key: str) -> Hashable:
    """Return what names the text of a block, by the key of its pair."""
    return ("block", key)


def value_name(entry: Entry) -> Hashable:
    """Return what names a value of the frontmatter."""
    return ("frontmatter", *entry.path)


def small_name(text: str) -> Hashable:
    """Return what names a small text of the original."""
    return ("text", fold(text))


def _texts(pair: Pair) -> Iterator[tuple[Hashable, bool]]:
    """Yield the name of each short text of the original, and whether it was kept."""
    short = pair.original.once(_short_texts)
    for blocks in pair.walk_blocks():
        if blocks.original is None or blocks.translation is None:
            continue
        before, sources = short.get(id(blocks.original), _NONE)
        if before:
            kept = before == fold(block_prose(blocks.translation))
            yield block_name(blocks.key), kept
        if sources:
            texts = small_texts(pair.translation, blocks.translation)
            after = {fold(one.text) for one in texts}
            for text in sources:
                yield ("text", text), text in after
    first, second = pair.original.frontmatter, pair.translation.frontmatter
    if first is not None and second is not None:
        values = {entry.path: fold(entry.value or "") for entry in second.entries}
        for entry in first.entries:
            if entry.path in values and entry.value and _is_short(entry.value):
                yield value_name(entry), values[entry.path] == fold(entry.value)


def _short_texts(document: Document) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Return the short text, and the short small ones, of blocks by their ``id()``."""
    found = {}
    for block in document_blocks(document):
        text = block_prose(block)
        small = small_texts(document, block)
        both = (
            fold(text) if _is_short(text) else "",
            tuple(fold(one.text) for one in small if _is_short(one.text)),
        )
        if any(both):
            found[id(block)] = both
    return found


def _is_short(text: str) -> bool:
    return 0 < sum(weights(text).values()) <= _LONGEST
