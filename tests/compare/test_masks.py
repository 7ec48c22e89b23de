"""What stands in a text for code and markup."""

from __future__ import annotations

import pytest

from transcheck.compare.masks import find_masks


@pytest.mark.parametrize(
    "mask",
    [
        "__PLACEHOLDER_1__",
        "__code_12__",
        "@@CODE_BLOCK_3@@",
        "%%LINK0%%",
        "##URL_7##",
        "$$MATH1$$",
        "XXCODE0XX",
        "XCODE0X",
        "zzTAG4zz",
        "[MASK_2]",
        "{{TOKEN_5}}",
        "<PLACEHOLDER_9/>",
        "⟦1⟧",
        "⟦B12⟧",
        "{{0}}",
        '<x id="1"/>',
        "<ph id='a1' ctype=\"x-br\"/>",
        "<|endoftext|>",
        "<extra_id_0>",
        "[/INST]",
        ":contentReference[oaicite:3]{index=3}",
        "【12†source】",
        "turn0search4",
    ],
)
def test_masks_are_found_in_any_script(mask: str) -> None:
    for text in (mask, f"слово {mask} слово", f"単語「{mask}」。"):
        assert [match[0] for match in find_masks(text)] == [mask]


@pytest.mark.parametrize(
    "text",
    [
        "__init__ and __name_1__",
        "## 1. Code 1 ##",
        "$$x_1$$ and $$E = mc^2$$",
        "XX century, XXII, 3XX codes",
        "[code-1](/x) and [tag1] and [1]",
        "{{ page.title }} {0} {{< tag 0 >}}",
        '<a id="1"></a> <path id="x"/>',
        "【規則】と【1】",
        "a || b2 || c",
        "turn 0 search 4",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert find_masks(text) == []
