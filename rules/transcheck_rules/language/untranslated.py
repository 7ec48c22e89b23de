"""The rule untranslated."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar

from transcheck.align.states import judge_for
from transcheck.compare.language_twins import is_language_twin
from transcheck.compare.mention import place, related_at
from transcheck.compare.page_titles import is_name, left_heading, left_title
from transcheck.compare.readable import (
    is_title_elsewhere,
    kind,
    sentences,
    text_span,
    titles,
)
from transcheck.document import (
    Block,
    Quote,
    block_prose,
    document_blocks,
    walk_blocks,
)
from transcheck.language import (
    display_name,
    foreign_language,
    function_words,
    letters,
    strip_noise,
)
from transcheck.rule import (
    BlockPair,
    BlockState,
    Document,
    Finding,
    Pair,
    PairRule,
    PairState,
    Severity,
    label,
    option,
)
from transcheck.text import fold

# What is quoted is a value, a title or a message, and stays as it is.
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|「[^」\n]*」')
_WORD = re.compile(r"[^\W\d_]+")
# So few words can be a term: "request body and path" is no longer one.
_FEW_WORDS = 7
# Without that, names of things and code a text must still have so many letters.
_LEAST_LETTERS = 12


@dataclass(frozen=True)
class Untranslated(PairRule):
    """No text is left as it is in the original."""

    id: ClassVar[str] = "untranslated"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False
    reports: ClassVar[PairState | None] = PairState.UNTRANSLATED
    states: ClassVar[frozenset[PairState]] = frozenset(
        {PairState.PARALLEL, PairState.OUTDATED, PairState.UNTRANSLATED}
    )

    frontmatter: bool = option(True, "Look at titles and descriptions as well.")  # noqa: FBT003 - a default

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report a page that is mostly left, else each text that is."""
        left = [
            (blocks, *blocks.both())
            for blocks in pair.walk_blocks()
            if blocks.state is BlockState.UNTRANSLATED
        ]
        if is_language_twin(pair):
            return
        if pair.state is PairState.UNTRANSLATED:
            yield _report_page(pair, left)
            return
        quoted = _in_quotes(pair.translation) if left else frozenset()
        for blocks, first, second in left:
            if not _is_surely_left(pair, first, second):
                continue
            yield Finding(
                place(pair.translation, text_span(second)),
                f"{kind(second)} is {_still(pair)}",
                cause=("block", blocks.key),
                block=blocks.key,
                related=related_at(
                    pair.original, f"the {kind(first)}", text_span(first)
                ),
                severity=Severity.INFO
                if id(second) in quoted or _is_terms(pair, second)
                else None,
            )
        if self.frontmatter:
            told = {id(second) for _, _, second in left}
            yield from _check_frontmatter(pair)
            yield from _check_title(pair, told)


def _still(pair: Pair) -> str:
    """Return what a text is that was left: in which language, or in which file."""
    language = pair.original.language
    if language is None or not pair.has_original:
        return f"the same as in {label(pair.original)}"
    return f"still in {display_name(language)}"


def _is_surely_left(pair: Pair, first: Block, second: Block) -> bool:
    """Tell a text that was left from names, titles, and a few words translated."""
    text = block_prose(second)
    said = strip_noise(_QUOTED.sub(" ", text))
    if is_title_elsewhere(second) or letters(said) < _LEAST_LETTERS:
        return False
    same = fold(text) == fold(block_prose(first))
    return (same and not _is_mostly_names(said)) or _reads_foreign(pair, text)


def _is_mostly_names(text: str) -> bool:
    """Tell names and titles in English by their capitals."""
    words = [word for word in text.split() if word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) >= len(words)


def _is_terms(pair: Pair, block: Block) -> bool:
    """Tell whether a few words, none a function word, may be terms that are kept."""
    known = function_words(pair.original.language)
    words = _WORD.findall(block_prose(block).casefold())
    return bool(known) and len(words) <= _FEW_WORDS and known.isdisjoint(words)


def _in_quotes(document: Document) -> frozenset[int]:
    """Return the identities of blocks in quotes, whose words may be meant to stay."""
    return frozenset(
        id(block)
        for quote in document_blocks(document)
        if isinstance(quote, Quote)
        for block in walk_blocks(quote)
    )


def _report_page(pair: Pair, left: list[tuple[BlockPair, Block, Block]]) -> Finding:
    percent = round(100 * pair.untranslated)
    first = left[0] if left else None
    return Finding(
        place(pair.translation, text_span(first[2]) if first else None),
        f"{percent} % of this page is {_still(pair)}",
        cause=pair.state.cause,
        related=related_at(
            pair.original, "the first such text", text_span(first[1]) if first else None
        ),
    )


def _check_frontmatter(pair: Pair) -> Iterator[Finding]:
    """Report sentences of the frontmatter that nobody translated.

    A title may be a name, the same in every language; it must read like its language.
    """
    original, translation = pair.original, pair.translation
    judge = judge_for(original.language, translation.language, detector=pair.detector)
    before = {entry.path: entry for entry in (*sentences(original), *titles(original))}
    read = frozenset(entry.path for entry in titles(translation))
    for entry in (*sentences(translation), *titles(translation)):
        source = before.get(entry.path)
        if source is None:
            continue
        state, _ = judge.state(source.value or "", entry.value or "")
        if state is not BlockState.UNTRANSLATED:
            continue
        if entry.path in read and not _reads_foreign(pair, entry.value or ""):
            continue
        name = ".".join(entry.path)
        yield Finding(
            place(translation, entry.value_span),
            f"'{name}' is {_still(pair)}",
            cause=("frontmatter", *entry.path),
            related=related_at(original, f"'{name}'", source.value_span),
        )


def _check_title(pair: Pair, told: Collection[int]) -> Iterator[Finding]:
    """Report the title or the first heading, where only the other was translated.

    Args:
        pair: The documents.
        told: The identities of the blocks that were left anyway.
    """
    if not judge_for(pair.original.language, pair.translation.language).apart:
        return
    entry = left_title(pair)
    if entry is not None and not _reads_foreign(pair, entry.value or ""):
        yield Finding(
            place(pair.translation, entry.value_span),
            f"'title' is {_still(pair)}, and the heading is not",
            cause=("frontmatter", *entry.path),
            severity=Severity.INFO if is_name(entry.value or "") else None,
        )
    heading = left_heading(pair)
    if heading is not None and id(heading) not in told:
        text = block_prose(heading)
        yield Finding(
            place(pair.translation, text_span(heading)),
            f"heading is {_still(pair)}, and 'title' is not",
            cause=("heading", "title"),
            severity=Severity.INFO if is_name(text) else None,
        )


def _reads_foreign(pair: Pair, text: str) -> bool:
    others = (pair.original.language,) if pair.original.language else ()
    language = pair.translation.language
    return foreign_language(text, language, others, pair.detector) is not None
