"""Whether a text that a translation has from its original was overlooked."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.align.model import BlockState, Pair
from transcheck.align.states import judge_for, says_something
from transcheck.compare.counterparts import by_translation
from transcheck.compare.remains import Remains, find_remains
from transcheck.compare.small_texts import SmallText, leads_to, small_texts_by_block
from transcheck.document import label
from transcheck.language.foreign import foreign_language
from transcheck.language.identify import identify
from transcheck.language.names import display_name
from transcheck.language.noise import strip_noise
from transcheck.language.scripts import base, letters
from transcheck.language.words import function_words
from transcheck.patterns import late_regex
from transcheck.text import Span, fold

# What is quoted is a value, a title or a message, and stays as it is.
_QUOTED = late_regex(r'"[^"\n]*"|“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”]|「[^「」\n]*」')
_WORD = late_regex(r"[^\W\d_]+")
# So few words can be a term: "request body and path" is no longer one.
_FEW_WORDS = 7
# Without that, names of things and code a text must still have so many letters.
_LEAST_LETTERS = 12


def is_surely_left(pair: Pair, before: str, text: str) -> bool:
    """Tell a text that was left from names, quotations, and a few words translated.

    Args:
        pair: The documents.
        before: The text of the original.
        text: What the translation has for it, which is the same or nearly so.
    """
    said = strip_noise(_QUOTED.sub(" ", text))
    if letters(said) < _LEAST_LETTERS:
        return False
    found = language_besides(pair, text)
    if found is not None:
        # What is in neither's language is quoted in its own.
        return base(found) == base(pair.original.language or "")
    if fold(text) != fold(before):
        return False
    return not _is_mostly_names(said) and not _is_in_its_language(pair, said)


def left_small_texts(pair: Pair) -> Iterator[tuple[str, SmallText, SmallText]]:
    """Yield the small texts that were left in blocks that are translated.

    Returns:
        The key of the block, the text of the original, and that of the translation.
    """
    if judge_for(pair.original.language, pair.translation.language).telling is None:
        return
    ours = pair.original.once(small_texts_by_block)
    theirs = pair.translation.once(small_texts_by_block)
    aligned = by_translation(pair)
    for block, texts in theirs.items() if ours else ():
        blocks = aligned.get(block)
        if blocks is None or blocks.state is not BlockState.TRANSLATED:
            continue
        sources = ours.get(id(blocks.original), ())
        known = {fold(one.text): one for one in sources}
        for one in texts:
            before = known.get(fold(one.text))
            if (
                before is not None
                and says_something(one.text)
                and not leads_to(one, pair.original.language or "")
                and is_surely_left(pair, before.text, one.text)
                and not _is_within(one.span, pair.once(find_remains))
            ):
                yield blocks.key, before, one


def still(pair: Pair) -> str:
    """Return what a text is that was left: in which language, or in which file."""
    language = pair.original.language
    if language is None or not pair.has_original:
        return f"the same as in {label(pair.original)}"
    return f"still in {display_name(language)}"


def third_language(pair: Pair, text: str) -> str | None:
    """Return the language of a text that both have, where it is neither document's.

    Without an original it is wrong in both; with one it is quoted.

    Args:
        pair: The documents.
        text: The text.
    """
    if pair.has_original:
        return None
    found = language_besides(pair, text)
    own = base(pair.original.language or "")
    return found if found and base(found) != own else None


def language_besides(pair: Pair, text: str) -> str | None:
    """Return the language a text is in where that is surely not the translation's."""
    others = (pair.original.language,) if pair.original.language else ()
    return foreign_language(text, pair.translation.language, others, pair.detector)


def is_of_terms(pair: Pair, text: str) -> bool:
    """Tell whether a few words, none a function word, may be terms that are kept."""
    known = function_words(pair.original.language)
    words = _WORD.findall(text.casefold())
    return bool(known) and len(words) <= _FEW_WORDS and known.isdisjoint(words)


def _is_within(span: Span, left: tuple[Remains, ...]) -> bool:
    return any(
        one.span.start <= span.start and span.end <= one.span.end for one in left
    )


def _is_in_its_language(pair: Pair, text: str) -> bool:
    """Tell whether the original quotes the language of the translation."""
    first, second = pair.original.language, pair.translation.language
    if not first or not second:
        return False
    return identify(text, (first, second), pair.detector) == second


def _is_mostly_names(text: str) -> bool:
    """Tell names and titles in English by their capitals."""
    words = [word for word in text.split() if word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in words) >= len(words)
