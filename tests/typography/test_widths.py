"""Wide forms of marks."""

from __future__ import annotations

from transcheck.typography import narrow


def test_signs_of_full_width_become_ascii_and_others_stay() -> None:
    assert narrow("：：：\u3000ａ！？／［~］ 「注」、。") == "::: a!?/[~] 「注」、。"
