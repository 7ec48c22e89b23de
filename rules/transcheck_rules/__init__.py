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
from transcheck_rules.code.document_in_fence import DocumentInFence
from transcheck_rules.code.fence_closed import FenceClosed
from transcheck_rules.code.identifiers import Identifiers
from transcheck_rules.code.inline_code import InlineCode
from transcheck_rules.files.missing_page import MissingPage
from transcheck_rules.files.orphan_page import OrphanPage
from transcheck_rules.files.unreadable import Unreadable
from transcheck_rules.files.unused_suppression import UnusedSuppression
from transcheck_rules.language.chat_preamble import ChatPreamble
from transcheck_rules.language.chinese_variant import ChineseVariant
from transcheck_rules.language.foreign_letters import ForeignLetters
from transcheck_rules.language.language_mix import LanguageMix
from transcheck_rules.language.leftover_original import LeftoverOriginal
from transcheck_rules.language.numbers import Numbers
from transcheck_rules.language.page_untranslated import PageUntranslated
from transcheck_rules.language.repeated_phrase import RepeatedPhrase
from transcheck_rules.language.repeated_word import RepeatedWord
from transcheck_rules.language.script_mix import ScriptMix
from transcheck_rules.language.twin_languages import TwinLanguages
from transcheck_rules.language.untranslated import Untranslated
from transcheck_rules.language.wrong_language import WrongLanguage
from transcheck_rules.links.anchor_exists import AnchorExists
from transcheck_rules.links.empty_link import EmptyLink
from transcheck_rules.links.heading_id import HeadingId
from transcheck_rules.links.image_targets import ImageTargets
from transcheck_rules.links.leaked_base_url import LeakedBaseUrl
from transcheck_rules.links.link_syntax import LinkSyntax
from transcheck_rules.links.link_targets import LinkTargets
from transcheck_rules.links.local_target_exists import LocalTargetExists
from transcheck_rules.links.wrong_language_link import WrongLanguageLink
from transcheck_rules.markup.callout_closed import CalloutClosed
from transcheck_rules.markup.callout_kind import CalloutKind
from transcheck_rules.markup.code_span_syntax import CodeSpanSyntax
from transcheck_rules.markup.comment_directive import CommentDirective
from transcheck_rules.markup.emphasis_syntax import EmphasisSyntax
from transcheck_rules.markup.escaped_markup import EscapedMarkup
from transcheck_rules.markup.footnotes import Footnotes
from transcheck_rules.markup.heading_syntax import HeadingSyntax
from transcheck_rules.markup.html_tags import HtmlTags
from transcheck_rules.markup.indented_text import IndentedText
from transcheck_rules.markup.jsx import Jsx
from transcheck_rules.markup.leaked_mask import LeakedMask
from transcheck_rules.markup.list_syntax import ListSyntax
from transcheck_rules.markup.math import Math
from transcheck_rules.markup.placeholder import Placeholder
from transcheck_rules.markup.shortcode import Shortcode
from transcheck_rules.metadata.frontmatter_keys import FrontmatterKeys
from transcheck_rules.metadata.frontmatter_syntax import FrontmatterSyntax
from transcheck_rules.metadata.frontmatter_values import FrontmatterValues
from transcheck_rules.punctuation.end_punctuation import EndPunctuation
from transcheck_rules.punctuation.foreign_marks import ForeignMarks
from transcheck_rules.punctuation.inverted_mark import InvertedMark
from transcheck_rules.punctuation.mark_width import MarkWidth
from transcheck_rules.punctuation.spacing import Spacing
from transcheck_rules.punctuation.stray_punctuation import StrayPunctuation
from transcheck_rules.punctuation.typographic_style import TypographicStyle
from transcheck_rules.punctuation.unbalanced import Unbalanced
from transcheck_rules.structure.extra_block import ExtraBlock
from transcheck_rules.structure.heading_level import HeadingLevel
from transcheck_rules.structure.list_shape import ListShape
from transcheck_rules.structure.missing_block import MissingBlock
from transcheck_rules.structure.not_parallel import NotParallel
from transcheck_rules.structure.outdated import Outdated
from transcheck_rules.structure.section_count import SectionCount
from transcheck_rules.structure.table_shape import TableShape
from transcheck_rules.structure.text_length import TextLength
from transcheck_rules.structure.truncated import Truncated
from transcheck_rules.terms.inconsistent_label import InconsistentLabel
from transcheck_rules.terms.inconsistent_term import InconsistentTerm
from transcheck_rules.terms.name_capitals import NameCapitals
from transcheck_rules.terms.split_term import SplitTerm
from transcheck_rules.terms.terminology import Terminology

# In the order of the docs: by category, within a category by name.
BUILTIN: tuple[type[Rule], ...] = (
    ExtraBlock,
    HeadingLevel,
    ListShape,
    MissingBlock,
    NotParallel,
    Outdated,
    SectionCount,
    TableShape,
    TextLength,
    Truncated,
    AnchorExists,
    EmptyLink,
    HeadingId,
    ImageTargets,
    LeakedBaseUrl,
    LinkSyntax,
    LinkTargets,
    LocalTargetExists,
    WrongLanguageLink,
    CodeBlock,
    DocumentInFence,
    FenceClosed,
    Identifiers,
    InlineCode,
    CalloutClosed,
    CalloutKind,
    CodeSpanSyntax,
    CommentDirective,
    EmphasisSyntax,
    EscapedMarkup,
    Footnotes,
    HeadingSyntax,
    HtmlTags,
    IndentedText,
    Jsx,
    LeakedMask,
    ListSyntax,
    Math,
    Placeholder,
    Shortcode,
    FrontmatterKeys,
    FrontmatterSyntax,
    FrontmatterValues,
    ChatPreamble,
    ChineseVariant,
    ForeignLetters,
    LanguageMix,
    LeftoverOriginal,
    Numbers,
    PageUntranslated,
    RepeatedPhrase,
    RepeatedWord,
    ScriptMix,
    TwinLanguages,
    Untranslated,
    WrongLanguage,
    InconsistentLabel,
    InconsistentTerm,
    NameCapitals,
    SplitTerm,
    Terminology,
    BrokenEncoding,
    Confusable,
    Entity,
    InvisibleCharacter,
    Unnormalized,
    WrongSpace,
    EndPunctuation,
    ForeignMarks,
    InvertedMark,
    MarkWidth,
    Spacing,
    StrayPunctuation,
    TypographicStyle,
    Unbalanced,
    MissingPage,
    OrphanPage,
    Unreadable,
    UnusedSuppression,
)
