"""Comments that suppress: where they stand, what they cover, which are unused."""

from __future__ import annotations

import pytest

from transcheck.parse import parse
from transcheck.suppress import Suppressions, find_unused, read_suppressions


def read(text: str, path: str = "pl/page.md") -> Suppressions:
    return read_suppressions(parse(text, path=path))


def suppressed_lines(
    text: str, rule: str = "link-targets", path: str = "a.md"
) -> list[int]:
    """Return the lines on whose first character a finding would be suppressed."""
    suppressions = read(text, path)
    offsets = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    return [
        line
        for line, offset in enumerate(offsets, 1)
        if suppressions.covering(rule, offset)
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            "a\n\n<!-- transcheck-disable-next-line link-targets -->\nb\nc\n",
            [4],
            id="the next line",
        ),
        pytest.param(
            "a\n\n<!-- transcheck-disable-next-line -->\n\n\nb\nc\n",
            [6],
            id="the next line that is not blank",
        ),
        pytest.param(
            "> <!-- transcheck-disable-next-line -->\n>\n> b\n> c\n",
            [3],
            id="in a quote",
        ),
        pytest.param(
            "<!-- transcheck-disable-next-line code-block -->\n"
            "<!-- transcheck-disable-next-line link-targets -->\n\nb\nc\n",
            [4],
            id="comments in a row mean the same line",
        ),
        pytest.param(
            "a <!-- transcheck-disable-next-line --> b\nc\nd\n",
            [2],
            id="in the middle of a paragraph",
        ),
        pytest.param(
            "<!--\ntranscheck-disable-next-line\nlink-targets\n-->\nb\nc\n",
            [5],
            id="a comment on several lines",
        ),
        pytest.param(
            "a\n\n<!-- transcheck-disable link-targets -->\n\nb\n\n"
            "<!-- transcheck-enable link-targets -->\n\nc\n",
            [3, 4, 5, 6, 7],
            id="from one comment to another",
        ),
        pytest.param(
            "a\n\n<!-- transcheck-disable -->\n\nb\n",
            [3, 4, 5, 6],
            id="to the end of the file",
        ),
        pytest.param(
            "<!-- transcheck-disable -->\n\na\n\n"
            "<!-- transcheck-enable link-targets -->\n\nb\n",
            [1, 2, 3, 4],
            id="all rules but one that is enabled again",
        ),
        pytest.param(
            "<!-- transcheck-disable -->\n\na\n\n"
            "<!-- transcheck-enable code-block -->\n\nb\n",
            [1, 2, 3, 4, 5, 6, 7, 8],
            id="another rule is enabled again",
        ),
        pytest.param(
            "<!-- transcheck-disable link-targets -->\n\n"
            "<!-- transcheck-disable link-targets -->\n\na\n\n"
            "<!-- transcheck-enable -->\n\nb\n",
            [1, 2, 3, 4, 5, 6, 7],
            id="disabled twice and enabled once",
        ),
        pytest.param(
            "a\n\nb\n\n<!-- transcheck-disable-file link-targets -->\n",
            [1, 2, 3, 4, 5, 6],
            id="the whole file",
        ),
        pytest.param(
            "<!-- transcheck-disable-next-line code-block, link-targets -->\na\n",
            [2],
            id="several rules",
        ),
        pytest.param(
            "<!-- transcheck-disable-next-line code-block -->\na\n",
            [],
            id="another rule",
        ),
        pytest.param(
            "<!-- transcheck-disable-next-line code-block -- not link-targets -->\na\n",
            [],
            id="a reason is no rule",
        ),
        pytest.param(
            "<!-- transcheck-disable-next-line -- 翻訳が違う -->\na\n",
            [2],
            id="a reason and no rule means all",
        ),
        pytest.param(
            "```\n<!-- transcheck-disable -->\n```\n\na\n", [], id="in a code block"
        ),
        pytest.param("`<!-- transcheck-disable -->`\n\na\n", [], id="in inline code"),
        pytest.param(
            "{/* transcheck-disable */}\n\na\n",
            [1, 2, 3, 4],
            id="MDX in a file that ends in md, which Docusaurus reads as MDX",
        ),
        pytest.param("`{/* transcheck-disable */}`\n\na\n", [], id="MDX in code"),
        pytest.param(
            "<!-- transcheck-disable-next-line -->\n", [], id="nothing follows"
        ),
    ],
)
def test_comment_covers_lines(text: str, lines: list[int]) -> None:
    assert suppressed_lines(text) == lines


@pytest.mark.parametrize(
    "comment",
    [
        pytest.param("{/* transcheck-disable-next-line link-targets */}", id="tight"),
        pytest.param("{ /* transcheck-disable-next-line */ }", id="with spaces"),
        pytest.param("a {/* transcheck-disable-next-line */}", id="in a paragraph"),
    ],
)
def test_comment_in_mdx(comment: str) -> None:
    text = f"# ไทย\n\n{comment}\n\nb\n\nc\n"
    assert suppressed_lines(text, path="th.mdx") == [5]


def test_line_ends_of_other_systems_count() -> None:
    text = "<!-- transcheck-disable-next-line -->\r\n\r\nb\r\nc\r\n"
    assert suppressed_lines(text) == [3]


def test_finding_at_the_end_of_the_line_is_covered() -> None:
    text = "<!-- transcheck-disable-next-line -->\nб\nc\n"
    assert read(text).covering("x", text.index("б") + 1)


# --- unused -----------------------------------------------------------------------


KNOWN = ["link-targets", "code-block"]


def unused(text: str, judged: list[str], used: list[int] | None = None) -> list[str]:
    found = find_unused(read(text), used or [], frozenset(judged), KNOWN)
    return [comment.reason for comment in found]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(
            "<!-- transcheck-disable link-targets -->",
            ["'link-targets' finds nothing here to suppress"],
            id="a rule that finds nothing",
        ),
        pytest.param(
            "<!-- transcheck-disable code-block -->", [], id="a rule that did not run"
        ),
        pytest.param(
            "<!-- transcheck-disable -->", [], id="all rules, of which one did not run"
        ),
        pytest.param(
            "<!-- transcheck-disable link-target -->",
            ["no rule 'link-target'; did you mean 'link-targets'?"],
            id="a rule that does not exist",
        ),
        pytest.param(
            "<!-- transcheck-disabel -->",
            ["no comment 'transcheck-disabel'; did you mean 'transcheck-disable'?"],
            id="a comment that does not exist",
        ),
        pytest.param(
            "<!-- transcheck-enable -->",
            ["nothing is disabled here"],
            id="nothing to enable",
        ),
        pytest.param(
            "<!-- transcheck-disable code-block -->\n\n"
            "<!-- transcheck-enable link-targets -->",
            ["'link-targets' is not disabled here"],
            id="another rule to enable",
        ),
        pytest.param("<!-- transcheck is a linter -->", [], id="a comment about us"),
    ],
)
def test_unused_comment_is_told(text: str, reasons: list[str]) -> None:
    assert unused(text, ["link-targets"]) == reasons


def test_comment_for_all_rules_is_judged_when_all_ran() -> None:
    assert unused("<!-- transcheck-disable -->", KNOWN) == [
        "no rule finds anything here to suppress"
    ]


def test_used_comment_is_not_told() -> None:
    text = "<!-- transcheck-disable link-targets, code-block -->"
    assert unused(text, KNOWN, used=[1]) == [
        "'link-targets' finds nothing here to suppress"
    ]


def test_place_is_the_name_of_the_rule() -> None:
    text = "# 題\n\n<!-- transcheck-disable link-targets code-block -->\n"
    spans = [
        comment.span.cut(text)
        for comment in find_unused(read(text), [], frozenset(KNOWN), KNOWN)
    ]
    assert spans == ["link-targets", "code-block"]


def test_comments_that_say_the_same_are_numbered() -> None:
    comment = "<!-- transcheck-disable-next-line code-block -->\n\na\n\n"
    found = find_unused(read(comment * 2), [], frozenset(KNOWN), KNOWN)
    assert [(one.says, one.number) for one in found] == [
        ("disable-next-line code-block", 1),
        ("disable-next-line code-block", 2),
    ]
