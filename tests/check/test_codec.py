"""What pages gave comes back from data as it was, or does not become data."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import ClassVar, NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from transcheck.check.codec import Codec, CodingError
from transcheck.check.customs import Habits
from transcheck.check.page_result import CheckedFile, PageResult
from transcheck.check.stamp import FileOfPage, locate
from transcheck.config import Settings
from transcheck.diagnostic import (
    Edit,
    Finding,
    Fix,
    Place,
    Related,
    Rewrite,
    Severity,
)
from transcheck.discover import discover
from transcheck.engine import Job, map_pages
from transcheck.registry import configure
from transcheck.rule import AlignedPage, SiteRule
from transcheck.suppress import Suppression, Suppressions, UnusedComment
from transcheck.text import Lines, Span

FIXTURES = Path(__file__).parents[2] / "fixtures"
FORMS = [
    pytest.param(msgspec.msgpack, id="to be kept"),
    pytest.param(msgspec.json, id="to be sent"),
]


class Side(Enum):
    """A plain enum: no member is its value."""

    LEFT = "left"
    RIGHT = "right"


class Count(NamedTuple):
    """How often a word occurs."""

    word: str
    times: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A fact of every kind."""

    place: Place
    side: Side
    words: frozenset[str]
    counts: tuple[Count, ...]
    share: float
    parent: Seen | None = None


class Declared(SiteRule[Seen], frozen=True):
    """Says what its facts are."""

    id: ClassVar[str] = "declared"
    category: ClassVar[str] = "structure"

    def facts(self, page: AlignedPage) -> Iterable[Seen]:
        """Give none: the tests do."""
        del page
        return ()

    def check(self, facts: tuple[Seen, ...]) -> Iterator[Finding]:
        """Find nothing."""
        del facts
        yield from ()


class Undeclared(SiteRule[Hashable], frozen=True):
    """Says only that they are hashable."""

    id: ClassVar[str] = "undeclared"
    category: ClassVar[str] = "structure"

    def facts(self, page: AlignedPage) -> Iterable[Hashable]:
        """Give none: the tests do."""
        del page
        return ()

    def check(self, facts: tuple[Hashable, ...]) -> Iterator[Finding]:
        """Find nothing."""
        del facts
        yield from ()


RULES = (Declared(), Undeclared())

texts = st.text(max_size=20)
names = st.none() | texts
numbers = st.integers(min_value=0, max_value=2**53)
spans = st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends)))
places = st.builds(Place, path=st.just("a.md"), span=spans.map(lambda _: Span(1, 2)))
plain = st.recursive(
    st.none() | st.booleans() | texts | st.integers(-(2**63), 2**64 - 1),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=5,
)
causes = st.lists(plain, max_size=3).map(tuple)
edits = st.builds(Edit, place=places, text=texts)
fixes = st.builds(
    Fix,
    description=texts,
    edits=st.lists(edits, max_size=2).map(tuple),
    safe=st.just(value=False),
    restructures=st.booleans(),
)
rewrites = st.builds(
    Rewrite,
    before=st.lists(texts, max_size=2).map(tuple),
    after=st.lists(texts, max_size=2).map(tuple),
    mark=texts,
)
severities = st.none() | st.sampled_from(Severity)
findings = st.builds(
    Finding,
    place=places,
    message=texts,
    cause=causes,
    block=names,
    related=st.lists(st.builds(Related, places, texts), max_size=2).map(tuple),
    help=names,
    fix=st.none() | fixes,
    severity=severities,
    shared=severities,
    blame=names,
    rewrites=st.lists(rewrites, max_size=2).map(tuple),
)
suppressions = st.builds(
    Suppressions,
    path=texts,
    active=st.lists(
        st.builds(
            Suppression,
            span=spans,
            keyword=texts,
            rule=names,
            start=numbers,
            end=numbers,
            enabled=st.lists(st.tuples(texts, numbers), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    broken=st.lists(
        st.builds(
            UnusedComment,
            path=texts,
            span=spans,
            says=texts,
            reason=texts,
            number=numbers,
        ),
        max_size=2,
    ).map(tuple),
)
seen = st.recursive(
    st.none(),
    lambda parent: st.builds(
        Seen,
        place=places,
        side=st.sampled_from(Side),
        words=st.frozensets(texts, max_size=3),
        counts=st.lists(st.builds(Count, texts, numbers), max_size=2).map(tuple),
        share=st.floats(allow_nan=False, allow_infinity=False),
        parent=parent,
    ),
    max_leaves=3,
).filter(bool)
results = st.builds(
    PageResult,
    checked=st.lists(
        st.builds(
            CheckedFile,
            path=texts,
            tag=names,
            language=names,
            page=texts,
            suppressions=suppressions,
            used=st.frozensets(numbers, max_size=3),
            judged=st.frozensets(texts, max_size=3),
        ),
        max_size=3,
    ).map(tuple),
    unreadable=st.lists(
        st.builds(FileOfPage, path=texts, tag=names, language=names, page=texts),
        max_size=2,
    ).map(tuple),
    found=st.lists(
        findings.map(lambda one: locate(Declared(), one, lambda _: Lines("one\ntwo"))),
        max_size=2,
    ).map(tuple),
    facts=st.fixed_dictionaries(
        {
            "declared": st.lists(seen, max_size=2).map(tuple),
            "undeclared": causes,
        }
    ),
    habits=st.lists(
        st.builds(
            Habits,
            rule=texts,
            tag=names,
            words=st.frozensets(texts, max_size=3),
            rewrites=st.lists(rewrites, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)

EMPTY = PageResult(
    checked=(), unreadable=(), found=(), facts={"declared": (), "undeclared": ()}
)


def marks(result: PageResult) -> list[str]:
    """Return the marks of all rewrites, which are not compared."""
    return [
        rewrite.mark for located in result.found for rewrite in located.finding.rewrites
    ] + [rewrite.mark for habits in result.habits for rewrite in habits.rewrites]


@pytest.mark.parametrize("form", FORMS)
@given(result=results)
@settings(max_examples=30)
def test_what_a_page_gave_comes_back_as_it_was(
    form: ModuleType, result: PageResult
) -> None:
    codec = Codec(RULES, form)

    back = codec.decode(codec.encode(result))

    assert back == result
    assert marks(back) == marks(result)
    assert set(back.facts.items()) == set(result.facts.items())  # hashable as before


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param("site", id="the site of the README"),
        pytest.param("corpus/broken", id="a site where much is broken"),
    ],
)
def test_what_the_rules_find_comes_back_as_it_was(folder: str) -> None:
    wanted = Settings(select=("all",))
    rules = configure(wanted)
    site = discover([str(FIXTURES / folder)], wanted)
    pages = map_pages(Job(site, wanted, rules))

    assert any(one.found for one in pages)
    for codec in (Codec(rules, msgspec.msgpack), Codec(rules, msgspec.json)):
        for one in pages:
            back = codec.decode(codec.encode(one))
            assert back == replace(one, source=None)
            assert marks(back) == marks(one)


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param(Side.LEFT, id="an enum that nobody declared"),
        pytest.param(frozenset({"a"}), id="a set that nobody declared"),
        pytest.param(Count("a", 1.5), id="a number of another type"),  # type: ignore[arg-type]
        pytest.param(object(), id="what is no data"),
        pytest.param(2**64, id="a number that is too large"),
        pytest.param("\ud800", id="a text that no encoding has"),
    ],
)
def test_what_would_come_back_otherwise_does_not_become_data(fact: Hashable) -> None:
    result = replace(EMPTY, facts={"declared": (), "undeclared": (fact,)})
    if isinstance(fact, Count):
        result = replace(EMPTY, facts={"declared": (fact,), "undeclared": ()})

    with pytest.raises(CodingError):
        Codec(RULES).encode(result)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xc1", id="what is no data"),
        pytest.param(msgspec.msgpack.encode({"a": 1}), id="data of something else"),
        pytest.param(
            msgspec.msgpack.encode(((), (), (), (), {}, ())), id="of no rules"
        ),
        pytest.param(
            msgspec.msgpack.encode(
                (
                    (("a.md", None, None, "a", {"path": "a.md"}, (), 7),),
                    (),
                    (),
                    (),
                    {"declared": (), "undeclared": ()},
                    (),
                )
            ),
            id="a number of nothing",
        ),
    ],
)
def test_data_of_something_else_are_refused(data: bytes) -> None:
    with pytest.raises(CodingError):
        Codec(RULES).decode(data)


def test_same_results_are_the_same_data() -> None:
    words = frozenset(map(str, range(50)))
    first = Seen(Place("a.md", Span(0, 1)), Side.LEFT, words, (), 0.5)
    again = frozenset(sorted(words, reverse=True))
    second = Seen(Place("a.md", Span(0, 1)), Side.LEFT, again, (), 0.5)
    codec = Codec(RULES)

    data = [
        codec.encode(replace(EMPTY, facts={"declared": (one,), "undeclared": ()}))
        for one in (first, second)
    ]

    assert data[0] == data[1]


class Misdeclared(SiteRule[Path], frozen=True):
    """Says that its facts are what no data become."""

    id: ClassVar[str] = "misdeclared"
    category: ClassVar[str] = "structure"

    def facts(self, page: AlignedPage) -> Iterable[Path]:
        """Give none: the test does."""
        del page
        return ()

    def check(self, facts: tuple[Path, ...]) -> Iterator[Finding]:
        """Find nothing."""
        del facts
        yield from ()


def test_facts_of_a_kind_that_no_data_become_are_no_data() -> None:
    result = replace(EMPTY, facts={"misdeclared": ("a.md",)})
    with pytest.raises(CodingError):
        Codec([Misdeclared()]).encode(result)
