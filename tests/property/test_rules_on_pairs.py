"""What holds for every rule that compares a translation with its original."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transcheck.align.page import align_pair
from transcheck.parse import parse
from transcheck.rule import Finding, PairRule
from transcheck_rules.code.code_block import CodeBlock
from transcheck_rules.code.inline_code import InlineCode
from transcheck_rules.links.image_targets import ImageTargets
from transcheck_rules.links.link_targets import LinkTargets
from transcheck_rules.markup.callout_kind import CalloutKind
from transcheck_rules.markup.comment_directive import CommentDirective
from transcheck_rules.markup.footnotes import Footnotes
from transcheck_rules.markup.html_tags import HtmlTags
from transcheck_rules.markup.jsx import Jsx
from transcheck_rules.markup.math import Math
from transcheck_rules.markup.placeholder import Placeholder
from transcheck_rules.markup.shortcode import Shortcode
from transcheck_rules.metadata.frontmatter_keys import FrontmatterKeys
from transcheck_rules.structure.heading_level import HeadingLevel
from transcheck_rules.structure.not_parallel import NotParallel
from transcheck_rules.structure.outdated import Outdated
from transcheck_rules.structure.section_count import SectionCount

RULES: list[PairRule] = [
    *(CodeBlock(), CodeBlock(translated_comments=False), FrontmatterKeys()),
    *(HeadingLevel(), ImageTargets(), InlineCode(), LinkTargets()),
    *(NotParallel(), Outdated(), SectionCount()),
    *(CalloutKind(), CommentDirective(), Footnotes(), HtmlTags(), Jsx()),
    *(Math(), Placeholder(), Shortcode()),
]
PIECES = [
    *("# A `b`", "## Б {#b}", "### あ", "", "text `code` and `code()`", "[x](y.md)"),
    *("[x](#b) ![i](i.png)", "<a href='/z'>z</a>", "https://a.org", "[r][1]"),
    *("[1]: /r", "- `a`\n- `b`", "| `a` | b |\n| - | - |\n| `c` | d |", "---"),
    *("```py\nx = 'a'  # b\n```", "```\nls\n```", "```sh {1}\nls", "> [!NOTE]\n> n"),
    *("[x] (/y)", "[x](<a b>)", "`", "![](", "مرحبا [س](/ar/s)", "नमस्ते", "\x00"),
    *("a[^1] b[^ב]", "[^1]: c", "[^ב]： d", "[^1]: e [^2]", "\\[^1] ［^2］"),
    *("$a^2$ is $b_1$", "$$\nא = \\text{ב}\n$$", "＄a^2＄"),
    *("<!-- more -->", "<!-- עוד -->", "{* ../a.py hl[1] *}", "<!—more—>"),
    *("> [!ملاحظة]\n> n", ":::tip[x]\n\ny\n\n:::", "/// note\nx\n///", "{{< a b=1 >}}"),
    *("{{< a b=2 >}} x {{< /a >}}", "{% c %} {{ d.e }} {f} %s", "{{ ד }} {ו} ｛f｝"),
    *("x<sub>2</sub> < sub>y", "<details>", "</details>", '<B-c d=“e” f="g" /> <I j'),
]
HEADS = [
    "",
    "---\ntitle: a\nx: {y: 1, z: [1, 2]}\n---\n\n",
    "+++\na = 1\n+++\n",
    "---\na",
]

pages = st.builds(
    str.__add__,
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(PIECES), max_size=10).map("\n\n".join),
)


def check(original: str, translation: str) -> list[tuple[PairRule, Finding]]:
    pair = align_pair(
        parse(original, path="en.md", tag="en", language="en"),
        parse(translation, path="he.md", tag="he", language="he"),
    )
    return [
        (rule, finding)
        for rule in RULES
        if pair.state in rule.states
        for finding in rule.check(pair)
    ]


@given(pages)
def test_page_held_against_itself_has_no_finding(text: str) -> None:
    assert [finding.message for _, finding in check(text, text)] == []


@given(pages, pages)
def test_places_are_in_their_files(original: str, translation: str) -> None:
    texts = {"en.md": original, "he.md": translation}
    for _, finding in check(original, translation):
        assert finding.place.path == "he.md"
        for place in (finding.place, *(one.place for one in finding.related)):
            assert place.span.end <= len(texts[place.path])
        assert finding.message
        assert "\n" not in finding.message
        hash(finding.cause)


@given(pages, pages)
def test_causes_are_told_once(original: str, translation: str) -> None:
    found = [
        (rule, finding.message, finding.cause, finding.place)
        for rule, finding in check(original, translation)
    ]
    assert len(set(found)) == len(found)
