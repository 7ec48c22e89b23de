"""The rule untranslated."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Annotated, ClassVar

from transcheck.align.states import judge_for
from transcheck.compare.attested import is_attested
from transcheck.compare.kept_texts import (
    block_name,
    kept_texts,
    small_name,
    value_name,
)
from transcheck.compare.language_twins import is_language_twin
from transcheck.compare.left_headings import left_headings
from transcheck.compare.left_texts import (
    is_of_terms,
    is_surely_left,
    language_besides,
    left_small_texts,
    still,
)
from transcheck.compare.mention import place, related_at, shorten
from transcheck.compare.page_titles import is_name, left_heading, left_title
from transcheck.compare.readable import (
    is_title_elsewhere,
    kind,
    sentences,
    text_span,
    titles,
)
from transcheck.document import (
    Document,
    Quote,
    block_prose,
    blocks_of,
    walk_blocks,
)
from transcheck.rule import (
    AlignedPage,
    BlockState,
    Finding,
    PageRule,
    Pair,
    PairState,
    Severity,
)
from transcheck.text import fold

_STATES = frozenset({PairState.PARALLEL, PairState.OUTDATED})
_LEFT = BlockState.UNTRANSLATED


class Untranslated(PageRule, frozen=True):
    """No text is left as it is in the original."""

    id: ClassVar[str] = "untranslated"
    category: ClassVar[str] = "language"
    voting: ClassVar[bool] = False

    attest: Annotated[tuple[str, ...], "Words and texts that stay as they are."] = ()
    frontmatter: Annotated[bool, "Look at titles and descriptions as well."] = True

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Report each text that was left in a page that is translated for the rest."""
        for pair in page.pairs:
            if pair.state in _STATES and not is_language_twin(pair):
                yield from self._check_blocks(page, pair)
                yield from self._check_headings(page, pair)
                yield from self._check_small_texts(page, pair)
                if self.frontmatter:
                    yield from self._check_frontmatter(page, pair)
                    yield from self._check_title(page, pair)

    def _check_blocks(self, page: AlignedPage, pair: Pair) -> Iterator[Finding]:
        left = [one for one in pair.walk_blocks() if one.state is _LEFT]
        quoted = _in_quotes(pair.translation) if left else frozenset()
        for blocks in left:
            first, second = blocks.both()
            text = block_prose(second)
            if is_title_elsewhere(second) or not is_surely_left(
                pair, block_prose(first), text
            ):
                continue
            if self._stays(page, block_name(blocks.key), text):
                continue
            is_doubtful = id(second) in quoted or is_of_terms(pair, text)
            yield Finding(
                place(pair.translation, text_span(second)),
                f"{kind(second)} is {still(pair)}",
                cause=("block", blocks.key),
                block=blocks.key,
                related=related_at(
                    pair.original, f"the {kind(first)}", text_span(first)
                ),
                severity=Severity.INFO if is_doubtful else None,
            )

    def _check_headings(self, page: AlignedPage, pair: Pair) -> Iterator[Finding]:
        """Report short headings, each of which may be a name, where most were left."""
        left = left_headings(pair)
        headings = [
            one.both()
            for one in (left.headings if left else ())
            if not self._stays(page, block_name(one.key), block_prose(one.both()[1]))
        ]
        if not left or not headings:
            return
        first, second = headings[0]
        names = ", ".join(shorten(block_prose(one)) for _, one in headings)
        number = len(headings)
        told, they = ("heading is", "It is")
        if number > 1:
            told, they = f"{number} headings are", "They are"
        yield Finding(
            place(pair.translation, text_span(second)),
            f"{told} {still(pair)}",
            cause=("headings",),
            related=related_at(pair.original, "the first", text_span(first)),
            help=f"{they} {names}.",
            severity=Severity.INFO if left.are_terms else None,
        )

    def _check_small_texts(self, page: AlignedPage, pair: Pair) -> Iterator[Finding]:
        """Report texts of links and the like in blocks that were translated."""
        for key, before, text in left_small_texts(pair):
            if self._stays(page, small_name(before.text), text.text):
                continue
            is_doubtful = text.may_stay or is_of_terms(pair, text.text)
            yield Finding(
                place(pair.translation, text.span),
                f"{text.kind} is {still(pair)}",
                cause=("text", text.kind, fold(before.text)),
                block=key,
                related=related_at(pair.original, f"the {before.kind}", before.span),
                severity=Severity.INFO if is_doubtful else None,
            )

    def _check_frontmatter(self, page: AlignedPage, pair: Pair) -> Iterator[Finding]:
        """Report sentences of the frontmatter that nobody translated.

        A title may be a name, the same in every language; it must read like its
        language.
        """
        original, translation = pair.original, pair.translation
        judge = judge_for(
            original.language, translation.language, detector=pair.detector
        )
        before = {one.path: one for one in (*sentences(original), *titles(original))}
        read = frozenset(entry.path for entry in titles(translation))
        for entry in (*sentences(translation), *titles(translation)):
            source, value = before.get(entry.path), entry.value or ""
            if source is None:
                continue
            state, _ = judge.state(source.value or "", value)
            if state is not BlockState.UNTRANSLATED:
                continue
            if entry.path in read and language_besides(pair, value) is None:
                continue
            if self._stays(page, value_name(entry), value):
                continue
            name = ".".join(entry.path)
            yield Finding(
                place(translation, entry.value_span),
                f"'{name}' is {still(pair)}",
                cause=("frontmatter", *entry.path),
                related=related_at(original, f"'{name}'", source.value_span),
            )

    def _check_title(self, page: AlignedPage, pair: Pair) -> Iterator[Finding]:
        """Report the title or the first heading, where only the other is translated."""
        if not judge_for(pair.original.language, pair.translation.language).apart:
            return
        entry = left_title(pair)
        if entry is not None and language_besides(pair, entry.value or "") is None:
            value = entry.value or ""
            if not self._stays(page, value_name(entry), value):
                yield Finding(
                    place(pair.translation, entry.value_span),
                    f"'title' is {still(pair)}, and the heading is not",
                    cause=("frontmatter", *entry.path),
                    severity=Severity.INFO if is_name(value) else None,
                )
        heading = left_heading(pair)
        blocks = next(
            (one for one in pair.walk_blocks() if one.translation is heading), None
        )
        if heading is not None and (blocks is None or blocks.state is not _LEFT):
            text = block_prose(heading)
            if not self._stays(page, block_name(blocks.key if blocks else ""), text):
                yield Finding(
                    place(pair.translation, text_span(heading)),
                    f"heading is {still(pair)}, and 'title' is not",
                    cause=("heading", "title"),
                    severity=Severity.INFO if is_name(text) else None,
                )

    def _stays(self, page: AlignedPage, name: Hashable, text: str) -> bool:
        """Tell whether a text is meant to stay: the site or all its languages say so.

        Args:
            page: The page.
            name: What names the text in `kept_texts`.
            text: The text.
        """
        attested = (*self.attest, *page.terms.keep)
        return is_attested(text, attested) or name in page.once(kept_texts)


def _in_quotes(document: Document) -> frozenset[int]:
    """Return the identities of blocks in quotes, whose words may be meant to stay."""
    return frozenset(
        id(block)
        for quote in blocks_of(document, Quote)
        for block in walk_blocks(quote)
    )
