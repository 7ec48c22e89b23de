"""Simplified characters in traditional Chinese, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.compare.mention import shorten
from transcheck.compare.readable import block_text, own_inlines
from transcheck.compare.spots import Spot
from transcheck.document import Document, document_blocks
from transcheck.language import display_name
from transcheck.language.names import AUTONYMS
from transcheck.language.scripts import base, han
from transcheck.language.variants import has_kana, stray_variant, variant_of


def stray_variants(document: Document) -> Iterator[Spot]:
    """Yield the characters of the other way of writing in the texts of a page.

    A text in the other way as a whole is in another language; nothing is said of it.
    """
    language = document.language
    if language is None or base(language) != "zh":
        return
    found = stray_variant(document.text)
    if found is None or han(language) not in (None, found[0]):
        return
    own, wrong = found
    stray = re.compile(f"[{''.join(sorted(wrong))}]+")
    other = display_name(f"zh-{'Hant' if own == 'Hans' else 'Hans'}")
    for block in document_blocks(document):
        if not own_inlines(block):
            continue
        reading = block_text(document, block)
        runs = list(stray.finditer(reading.text))
        if not runs or has_kana(reading.text):
            continue
        kept = sum(variant_of(character) == own for character in reading.text)
        if kept < sum(len(run[0]) for run in runs):
            continue
        for run in runs:
            if not any(run[0] in name and name in reading.text for name in AUTONYMS):
                yield Spot(
                    reading.span(*run.span()),
                    "variant",
                    f"{shorten(run[0])} is {other}, the page"
                    f" {display_name(f'zh-{own}')}",
                )
