"""An alignment as text."""

from __future__ import annotations

from transcheck.align.model import Pair
from transcheck.align.page import align_pair
from transcheck.align.show import render_alignment
from transcheck.parse import parse


def hold(original: str, translation: str) -> Pair:
    return align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(translation, path="de.md", tag="de", language="de"),
    )


def test_lines_tell_what_answers_what() -> None:
    pair = hold(
        "# Title\n\nOne [a](a.md).\n\nTwo [b](b.md).\n\n## End {#end}\n\nBye `x`.\n",
        "# Titel\n\nEins [a](a.md).\n\n- Neu `n`\n",
    )
    head, *rows = render_alignment(pair)
    assert head.startswith("en.md = de.md: ")
    assert "similarity 0." in head
    assert "owed 60%" in head
    assert rows == [
        "    1 = 1     section",
        "    1 = 1       section  # Titel",
        "    1 = 1         heading  # Titel",
        "    3 = 3         paragraph  Eins [a](a.md).",
        "      - 5         list  [extra]  - Neu `n`",
        "    5 -           paragraph  [missing]  Two [b](b.md).",
        "    7 -           section  [missing]  ## End {#end}",
    ]


def test_nothing_in_a_file_can_control_a_terminal() -> None:
    text = "# A\x1b[31m\u202e\n\nText\x07 \x9b1m `\x1b]0;x\x07`\n"
    shown = "\n".join(render_alignment(hold(text, text)))
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert r"\x1b[31m" in shown


def test_long_blocks_are_cut_to_one_line() -> None:
    rows = list(render_alignment(hold("word " * 1000 + "\nmore", "Wort " * 1000)))
    assert all(len(row) < 100 for row in rows[1:])
    assert rows[-1].endswith("…")
