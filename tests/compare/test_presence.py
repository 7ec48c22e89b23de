"""What is known of a page's languages, and what is not."""

from __future__ import annotations

from msgspec.structs import replace

from transcheck.align.model import AlignedPage
from transcheck.align.page import align_page
from transcheck.compare.presence import presence
from transcheck.parse import parse


def page_in(*tags: str | None, original: str | None = "en") -> AlignedPage:
    documents = [
        parse("---\na: b\n---\n\n# Beds\n", path=f"{tag}.md", tag=tag, language=tag)
        for tag in tags
    ]
    return align_page("beds", documents, original)


def test_a_page_has_its_original_and_its_languages() -> None:
    found = presence(page_in("en", "fa", "pl"))
    assert found is not None
    assert (found.tag, set(found.tags)) == ("en", {"en", "fa", "pl"})
    assert found.original is not None
    assert found.original.place.path == "en.md"
    assert found.original.place.span.start == len("---\na: b\n---\n\n")
    assert found.lone == ()


def test_a_page_without_an_original_tells_where_its_translations_begin() -> None:
    found = presence(page_in("fa", "pl"))
    assert found is not None
    assert (found.tag, found.original) == (None, None)
    assert [(one.tag, one.place.path) for one in found.lone] == [
        ("fa", "fa.md"),
        ("pl", "pl.md"),
    ]


def test_a_translation_that_cannot_be_read_is_there() -> None:
    found = presence(replace(page_in("en", "pl"), unread=frozenset({"fa"})))
    assert found is not None
    assert found.tags == {"en", "fa", "pl"}


def test_nothing_is_known_of_a_page_whose_original_may_be_unreadable() -> None:
    assert presence(replace(page_in("pl"), unread=frozenset({"en"}))) is None


def test_nothing_is_known_of_a_page_in_unknown_languages() -> None:
    assert presence(page_in(None, "pl", original=None)) is None
