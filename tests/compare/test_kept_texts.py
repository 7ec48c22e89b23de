"""Values that are the same in every language of a page."""

from __future__ import annotations

from typing import Any

import pytest

from transcheck.align.page import align_page
from transcheck.compare.kept_texts import kept_texts, small_name
from transcheck.parse import parse

ORIGINAL = """\
---
kind: garden
season: spring
---

# Beans

| Mode | Effect |
| --- | --- |
| keep calm | It is calm. |

See [the garden shed](shed.md).
"""
GERMAN = """\
---
kind: garden
season: Frühling
---

# Bohnen

| Modus | Wirkung |
| --- | --- |
| keep calm | Es ist ruhig. |

Siehe [the garden shed](shed.md).
"""
UKRAINIAN = """\
---
kind: garden
season: весна
---

# Квасоля

| Режим | Дія |
| --- | --- |
| keep calm | Спокійно. |

Див. [the garden shed](shed.md).
"""
KOREAN = """\
---
kind: garden
season: 봄
---

# 콩

| 모드 | 효과 |
| --- | --- |
| keep calm | 조용합니다. |

[the garden shed](shed.md)를 보세요.
"""
THREE = {"de": GERMAN, "ko": KOREAN, "uk": UKRAINIAN}


def found(translations: dict[str, str], original: str = ORIGINAL) -> frozenset[Any]:
    documents = [
        parse(text, path=f"{tag}.md", tag=tag, language=tag)
        for tag, text in {"en": original, **translations}.items()
    ]
    return kept_texts(align_page("a", documents, "en"))


def test_what_all_three_translations_keep_is_an_identifier() -> None:
    names = found(THREE)
    assert ("frontmatter", "kind") in names
    assert small_name("The  garden shed") in names
    assert [next(iter(name)) for name in names].count("block") == 1


@pytest.mark.parametrize(
    "translations",
    [
        pytest.param({"de": GERMAN, "uk": UKRAINIAN}, id="two translations"),
        pytest.param(
            {
                **THREE,
                "ko": KOREAN.replace("keep calm", "침착하게")
                .replace("the garden shed", "헛간")
                .replace("kind: garden", "kind: 정원"),
            },
            id="one of three translated it",
        ),
        pytest.param({**THREE, "en-GB": ORIGINAL, "ko": ""}, id="the same language"),
    ],
)
def test_a_text_that_may_be_translated_is_none(translations: dict[str, str]) -> None:
    assert not found(translations)


def test_a_sentence_that_nobody_translated_is_none() -> None:
    long = "keep calm until the rain has stopped and the soil is warm again"
    texts = {tag: text.replace("keep calm", long) for tag, text in THREE.items()}
    names = found(texts, ORIGINAL.replace("keep calm", long))
    assert "block" not in {next(iter(name)) for name in names}


def test_pages_that_were_never_begun_prove_nothing() -> None:
    text = "The soil is warm when the birds are back, and then the beans are sown. " * 5
    original = f"{ORIGINAL}\n{text}\n"
    assert not found({**THREE, "ko": original, "uk": original}, original)
