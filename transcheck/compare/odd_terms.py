"""Terms of a site that a translation calls one thing here and another thing there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from transcheck.compare.name_search import is_alike
from transcheck.compare.renderings import Rendering, without_gloss
from transcheck.targets import loose

# At so many places on so many pages a term recurs; so large a share of the places
# shows what it is called.
_LEAST_PLACES, _LEAST_PAGES, _LEAST_SHARE = 5, 3, 0.7


class OddTerm(Struct, frozen=True):
    """A term that is called something else than elsewhere.

    Args:
        rendering: It, at its first place on the page.
        usual: The same term where it is called as elsewhere; where that is the title of
            the page that the term leads to, the title.
        number: At how many places it is called so.
        total: At how many places the term is, in the language.
        cause: Equal for the term in all languages.
    """

    rendering: Rendering
    usual: Rendering
    number: int
    total: int
    cause: tuple[str, ...]


def odd_terms(facts: Iterable[Rendering]) -> Iterator[OddTerm]:
    """Yield the terms that are not called what they are called elsewhere.

    Elsewhere is what most places have. Where there are too few, or they disagree, it is
    the title of the page that a term leads to, where the term is that title.

    Args:
        facts: What `renderings` yielded for all pages.
    """
    groups: defaultdict[tuple[str, str, str], list[Rendering]] = defaultdict(list)
    titles: dict[tuple[str, str, str], Rendering] = {}
    for one in facts:
        key = one.tag, one.lead, _stem(one.term)
        if one.is_title:
            titles[key] = one
        else:
            groups[key].append(one)
    for key, group in groups.items():
        usual = _usual(group) or titles.get(key)
        if usual is not None:
            yield from _others(group, usual, ("term", *key[1:]))


def _usual(group: list[Rendering]) -> Rendering | None:
    """Return what most places have for a term, None where that is not clear."""
    if len(group) < _LEAST_PLACES:
        return None
    answers = Counter(loose(one.answer) for one in group)
    most = max(answers, key=lambda answer: (answers[answer], answer))
    model = next(one for one in group if loose(one.answer) == most)
    alike = [one for one in group if _is_alike(one.answer, model.answer)]
    pages = {one.here.path for one in alike}
    is_clear = len(alike) >= _LEAST_SHARE * len(group) and len(pages) >= _LEAST_PAGES
    return model if is_clear else None


def _others(
    group: list[Rendering], usual: Rendering, cause: tuple[str, ...]
) -> Iterator[OddTerm]:
    """Yield what is not called the usual thing, each once for a page."""
    others = [one for one in group if not _is_alike(one.answer, usual.answer)]
    told: set[tuple[str, str]] = set()
    for one in others:
        known = one.here.path, loose(one.answer)
        if known not in told and not one.is_told:
            told.add(known)
            yield OddTerm(one, usual, len(group) - len(others), len(group), cause)


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
