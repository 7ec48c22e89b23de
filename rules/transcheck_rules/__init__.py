"""The built-in rules, one module each, with the page of each beside it."""

from __future__ import annotations

from transcheck.rule import Rule
from transcheck_rules.code_block import CodeBlock
from transcheck_rules.empty_link import EmptyLink
from transcheck_rules.frontmatter_keys import FrontmatterKeys
from transcheck_rules.frontmatter_syntax import FrontmatterSyntax
from transcheck_rules.heading_level import HeadingLevel
from transcheck_rules.image_targets import ImageTargets
from transcheck_rules.inline_code import InlineCode
from transcheck_rules.leaked_base_url import LeakedBaseUrl
from transcheck_rules.link_syntax import LinkSyntax
from transcheck_rules.link_targets import LinkTargets
from transcheck_rules.not_parallel import NotParallel
from transcheck_rules.outdated import Outdated
from transcheck_rules.section_count import SectionCount
from transcheck_rules.stray_punctuation import StrayPunctuation
from transcheck_rules.unreadable import Unreadable
from transcheck_rules.untranslated import Untranslated
from transcheck_rules.unused_suppression import UnusedSuppression
from transcheck_rules.wrong_language import WrongLanguage

# In the order of the docs: structure, links, code, metadata, language, punctuation,
# files; within a category by name.
BUILTIN: tuple[type[Rule], ...] = (
    HeadingLevel,
    NotParallel,
    Outdated,
    SectionCount,
    EmptyLink,
    ImageTargets,
    LeakedBaseUrl,
    LinkSyntax,
    LinkTargets,
    CodeBlock,
    InlineCode,
    FrontmatterKeys,
    FrontmatterSyntax,
    Untranslated,
    WrongLanguage,
    StrayPunctuation,
    Unreadable,
    UnusedSuppression,
)
