"""What is made of values once, and let go."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from transcheck.align.model import AlignedPage, Pair
from transcheck.align.page import align_page
from transcheck.document import Document
from transcheck.parse import parse


class _Reading:
    """Refers to what it was made of, as most that is made does."""

    def __init__(self, value: Document | Pair | AlignedPage) -> None:
        self.value = value


@pytest.fixture
def no_collector() -> Iterator[None]:
    enabled = gc.isenabled()
    gc.disable()
    yield
    if enabled:
        gc.enable()


def _page() -> AlignedPage:
    documents = [
        parse(text, path=f"{tag}/a.md", tag=tag, language=tag)
        for tag, text in (("de", "# Eins\n\n- zwei\n"), ("en", "# One\n\n- two\n"))
    ]
    return align_page("a", documents, "en")


def test_what_was_made_is_the_same_until_it_is_dropped() -> None:
    page = _page()
    first = page.once(_Reading)
    assert page.once(_Reading) is first
    page.forget()
    assert page.once(_Reading) is not first


@pytest.mark.usefixtures("no_collector")
def test_a_page_that_is_done_leaves_nothing_to_collect() -> None:
    page = _page()
    owners: list[Document | Pair | AlignedPage] = [page, *page.pairs]
    owners += page.documents
    made = [weakref.ref(one.once(_Reading)) for one in owners]
    assert all(one() is not None for one in made)
    page.forget()
    assert [one() for one in made] == [None] * len(made)
