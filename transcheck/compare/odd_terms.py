"""Terms of a site that a translation calls one thing here and another thing there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transcheck.compare.name_search import is_alike
from transcheck.compare.renderings import Rendering, Renderings, without_gloss
from transcheck.targets import loose

# At so many places on so many pages a term recurs; so large a share of the places
# shows what it is called.
_LEAST_PLACES, _LEAST_PAGES, _LEAST_SHARE = 5, 3, 0.7


class Use(NamedTuple):
    """What a document has for a term."""

    document: Renderings
    rendering: Rendering


class OddTerm(NamedTuple):
    """A term that is called something else than elsewhere.

    Args:
        use: It, at its first place on the page.
        usual: The same term where it is called as elsewhere; where that is the title of
            the page that the term leads to, the title.
        number: At how many places it is called so.
        total: At how many places the term is, in the language.
        cause: Equal for the term in all languages.
    """

    use: Use
    usual: Use
    number: int
    total: int
    cause: tuple[str, ...]


_Key = tuple[str, str, str]


def odd_terms(facts: Iterable[Renderings]) -> Iterator[OddTerm]:
    """Yield the terms that are not called what they are called elsewhere.

    Elsewhere is what most places have. Where there are too few, or they disagree, it is
    the title of the page that a term leads to, where the term is that title.

    Args:
        facts: What `renderings` yielded for all pages.
    """
    groups: defaultdict[_Key, list[Use]] = defaultdict(list)
    titles: dict[_Key, Use] = {}
    stems: dict[str, str] = {}
    for document in facts:
        for one in document.terms:
            if one.term not in stems:
                stems[one.term] = _stem(one.term)
            key = document.tag, one.lead, stems[one.term]
            if one.is_title:
                titles[key] = Use(document, one)
            else:
                groups[key].append(Use(document, one))
    for key, group in groups.items():
        title = titles.get(key)
        uses = group if title is None else [*group, title]
        if len({use.rendering.answer for use in uses}) == 1:
            continue  # most are
        if len(group) >= _LEAST_PAGES or title is not None:
            usual = _usual(group) or title
            if usual is not None:
                yield from _others(group, usual, ("term", *key[1:]))


def _usual(group: list[Use]) -> Use | None:
    """Return what most places have for a term, None where that is not clear."""
    total = _count(group)
    if total < _LEAST_PLACES:
        return None
    numbers: Counter[str] = Counter()
    for use in group:
        numbers[use.rendering.answer] += use.rendering.number
    most = max(numbers, key=lambda answer: (numbers[answer], answer))
    answers = _like(most, group)
    alike = [use for use in group if use.rendering.answer in answers]
    pages = {use.document.path for use in alike}
    is_clear = _count(alike) >= _LEAST_SHARE * total and len(pages) >= _LEAST_PAGES
    model = next(use for use in alike if use.rendering.answer == most)
    return model if is_clear else None


def _others(group: list[Use], usual: Use, cause: tuple[str, ...]) -> Iterator[OddTerm]:
    """Yield what is not called the usual thing, each once for a page."""
    answers = _like(usual.rendering.answer, group)
    others = [use for use in group if use.rendering.answer not in answers]
    total = _count(group)
    number = total - _count(others)
    told: set[tuple[str, str]] = set()
    for use in others:
        known = use.document.path, loose(use.rendering.answer)
        if known not in told and not use.rendering.is_told:
            told.add(known)
            yield OddTerm(use, usual, number, total, cause)


def _like(answer: str, group: list[Use]) -> set[str]:
    """Return the answers that are like one of them."""
    answers = {use.rendering.answer for use in group}
    return {one for one in answers if one == answer or _is_alike(one, answer)}


def _count(group: list[Use]) -> int:
    return sum(use.rendering.number for use in group)


def _is_alike(answer: str, usual: str) -> bool:
    """Tell whether two answers are one in other forms, glosses aside."""
    return (
        is_alike(without_gloss(answer), usual)
        or is_alike(answer, without_gloss(usual))
        or loose(answer) == _initials(usual)
        or loose(usual) == _initials(answer)
    )


def _initials(text: str) -> str:
    """Return what an abbreviation of a text would be: `FAQ`."""
    return loose("".join(word[0] for word in without_gloss(text).split()))


def _stem(term: str) -> str:
    """Return the letters of a term without glosses and the `s` of a plural."""
    return loose(without_gloss(term)).removesuffix("s")
