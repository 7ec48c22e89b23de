"""Characters of the other way of writing Chinese."""

from __future__ import annotations

import pytest

from transcheck.compare.stray_variants import stray_variants
from transcheck.parse import parse

TRADITIONAL = "請將種子撒在濕潤的土壤裡，並於發芽後間苗。詳細說明請見包裝。"
MIXED = "種子的内容與說明"
SIMPLIFIED = "请将种子撒在湿润的土壤里，并于发芽后间苗。详细说明请见包装。"


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        pytest.param(
            "zh-Hant", f"{TRADITIONAL}\n\n種子的内容與說明\n", ["内"], id="one"
        ),
        pytest.param(
            "zh-CN", f"{SIMPLIFIED}\n\n请您阅读說明书\n", ["說"], id="the other"
        ),
        pytest.param("zh-TW", f"{TRADITIONAL}\n\n`内容` 說明\n", [], id="code"),
        pytest.param("zh-TW", f"{TRADITIONAL}\n\n圍繞着種子\n", [], id="Hong Kong"),
        pytest.param("zh-TW", f"{TRADITIONAL}\n\n中文（简体中文）\n", [], id="a name"),
        pytest.param("zh-TW", f"{SIMPLIFIED}\n", [], id="all of the page"),
        pytest.param("zh-TW", f"{TRADITIONAL}\n\n{SIMPLIFIED}\n", [], id="half of it"),
        pytest.param("ja", f"{TRADITIONAL}\n\n{MIXED}\n", [], id="Japanese"),
    ],
)
def test_only_what_strays_is_found(tag: str, text: str, found: list[str]) -> None:
    document = parse(text, path=f"{tag}.md", tag=tag, language=tag)
    assert [spot.span.cut(text) for spot in stray_variants(document)] == found
