"""The built-in rules, by category: one module each, its page beside it."""

from __future__ import annotations

from transcheck.rule import Rule
from transcheck_rules.characters.broken_encoding import BrokenEncoding
from transcheck_rules.characters.confusable import Confusable
from transcheck_rules.characters.entity import Entity
from transcheck_rules.characters.invisible_character import InvisibleCharacter
from transcheck_rules.characters.unnormalized import Unnormalized
from transcheck_rules.characters.wrong_space import WrongSpace
from transcheck_rules.code.code_block import CodeBlock
from transcheck_rules.code.inline_code import InlineCode
from transcheck_rules.files.unreadable import Unreadable
from transcheck_rules.files.unused_suppression import UnusedSuppression
from transcheck_rules.language.chat_preamble import ChatPreamble
from transcheck_rules.language.repeated_word import RepeatedWord
from transcheck_rules.language.untranslated import Untranslated
from transcheck_rules.language.wrong_language import WrongLanguage
from transcheck_rules.links.empty_link import EmptyLink
from transcheck_rules.links.image_targets import ImageTargets
from transcheck_rules.links.leaked_base_url import LeakedBaseUrl
from transcheck_rules.links.link_syntax import LinkSyntax
from transcheck_rules.links.link_targets import LinkTargets
from transcheck_rules.metadata.frontmatter_keys import FrontmatterKeys
from transcheck_rules.metadata.frontmatter_syntax import FrontmatterSyntax
from transcheck_rules.punctuation.stray_punctuation import StrayPunctuation
from transcheck_rules.punctuation.unbalanced import Unbalanced
from transcheck_rules.structure.heading_level import HeadingLevel
from transcheck_rules.structure.not_parallel import NotParallel
from transcheck_rules.structure.outdated import Outdated
from transcheck_rules.structure.section_count import SectionCount

# In the order of the docs: by category, within a category by name.
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
    ChatPreamble,
    RepeatedWord,
    Untranslated,
    WrongLanguage,
    BrokenEncoding,
    Confusable,
    Entity,
    InvisibleCharacter,
    Unnormalized,
    WrongSpace,
    StrayPunctuation,
    Unbalanced,
    Unreadable,
    UnusedSuppression,
)
