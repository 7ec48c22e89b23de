"""Originals that no translation would be found for, but for a misnamed one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transcheck.config import Settings
from transcheck.site import Site

Find = Callable[..., Site]

SUFFIXES = ["docs/beds.md", "docs/beds.de.md", "docs/seeds.md", "docs/seeds.de.md"]
FOLDERS = ["docs/beds.md", "docs/de/beds.md", "docs/seeds.md", "docs/de/seeds.md"]


def pages(site: Site) -> dict[str, list[str]]:
    return {page.name: list(page.files.values()) for page in site.pages}


@pytest.mark.parametrize(
    ("files", "misnamed"),
    [
        pytest.param(SUFFIXES, "docs/watering.de.md", id="a suffix"),
        pytest.param(FOLDERS, "docs/de/watering.md", id="a folder"),
    ],
)
def test_an_original_beside_a_misnamed_translation_is_a_page(
    files: list[str], misnamed: str, find: Find
) -> None:
    alone = find([*files, misnamed, "docs/waterings.md", "docs/licence.md"])
    found = pages(alone)
    assert found["docs/waterings"] == ["docs/waterings.md"]
    assert found["docs/watering"] == [misnamed]
    assert [skip.path for skip in alone.skipped] == ["docs/licence.md"]
    assert {page.original for page in alone.pages} == {"en", None}


def test_the_original_is_found_when_its_language_is_not_asked_for(find: Find) -> None:
    files = [f"docs/{tag}/{name}.md" for tag in ("de", "en", "pl") for name in "abc"]
    site = find(
        [*files, "docs/en/rain-gauge.md", "docs/pl/rain_gauge.md"],
        settings=Settings(original="en", languages=("pl",)),
    )
    found = pages(site)
    assert found["docs/rain-gauge"] == ["docs/en/rain-gauge.md"]
    assert found["docs/rain_gauge"] == ["docs/pl/rain_gauge.md"]
    assert {skip.path for skip in site.skipped} == {f"docs/de/{x}.md" for x in "abc"}


def test_no_original_is_added_for_a_language_that_is_not_asked_for(find: Find) -> None:
    files = [f"docs/{tag}/{name}.md" for tag in ("de", "en", "pl") for name in "abc"]
    site = find(
        [*files, "docs/en/rain-gauge.md", "docs/pl/rain_gauge.md"],
        settings=Settings(original="en", languages=("de",)),
    )
    assert sorted(pages(site)) == ["docs/a", "docs/b", "docs/c"]
