"""Files that hold several languages are told from those that are about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from transcheck.discover.mixed import languages_within
from transcheck.site import Site

Find = Callable[..., Site]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "## zh-CN\n\n你好\n\n## en-US\n\nHi\n", ["zh-CN", "en-US"], id="tags"
        ),
        pytest.param(
            "# Garden\n\n## English\n\n### Use\n\n## Русский\n\n### Как\n",
            ["English", "Русский"],
            id="names below a title",
        ),
        pytest.param(
            "## 🇵🇱 Polski {#pl}\n\n## **English** (UK)\n",
            ["Polski", "English"],
            id="a flag, an id, a country",
        ),
        pytest.param("# pl\n\n# pl\n", [], id="one language twice"),
        pytest.param("## English\n\n## Install\n", [], id="another heading beside"),
        pytest.param("## is\n\n## it\n", [], id="English words"),
        pytest.param("```\n## pl\n## en\n```\n", [], id="code"),
        pytest.param("## pl\n\n```sh\n# run\n## en\n```\n", [], id="a comment in code"),
        pytest.param("No headings.\n", [], id="no headings"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_headings_tell_the_languages(text: str, found: list[str]) -> None:
    assert languages_within(text) == found


def test_a_file_in_two_languages_is_left_out_with_its_reason(
    find: Find, prose: Mapping[str, str]
) -> None:
    both = (
        f"## pl\n\n{prose['pl']}\n\n## en\n\n{prose['en']}\n\n`a` `b` [c](d.md) 1234\n"
    )
    site = find(
        {f"{name}.md": both for name in "abc"} | {"d.md": "en", "d.ja.md": "ja"}
    )
    assert [page.name for page in site.pages] == ["d"]
    reason = "holds pl and en in sections, which are not compared"
    assert {skip.reason for skip in site.skipped} == {reason}


def test_a_file_in_two_languages_is_not_grouped_by_its_content(
    find: Find, prose: Mapping[str, str]
) -> None:
    links = "`a` `b` [c](https://garden.example/c) 1234 1.2.3\n"
    texts = {
        "1.md": f"# pl\n\n{prose['pl']}\n\n# en\n\n{prose['en']}\n\n{links}",
        "2.md": f"# x\n\n{prose['pl']}\n\n# y\n\n{prose['pl']}\n\n{links}",
        "3.md": f"# x\n\n{prose['de']}\n\n# y\n\n{prose['de']}\n\n{links}",
    }
    site = find(texts)
    assert [page.files for page in site.pages] == [{"de": "3.md", "pl": "2.md"}]
