"""The rule end-punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from transcheck.compare.end_slips import EndSlip, find_end_slips
from transcheck.compare.ends import usual_sign
from transcheck.compare.mention import place, related_at
from transcheck.compare.readable import text_span
from transcheck.document import block_text
from transcheck.rule import Edit, Finding, Fix, Pair, PairRule, Span


class EndPunctuation(PairRule, frozen=True):
    """A text ends as its original does, with the mark of its own language."""

    id: ClassVar[str] = "end-punctuation"
    category: ClassVar[str] = "punctuation"
    fixable: ClassVar[bool] = True
    voting: ClassVar[bool] = False

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report marks that are lost, changed, or unlike those of the neighbours."""
        for slip in find_end_slips(pair):
            first, second = slip.blocks.both()
            reading = block_text(second)
            if slip.after.sign:
                at = slip.after.offset
                span = reading.span(at, at + 1)
            else:
                end = text_span(second).end
                span = Span(end, end)
            wanted = usual_sign(slip.wanted, pair.translation.language)
            yield Finding(
                place(pair.translation, span),
                _message(slip, wanted),
                cause=("end", slip.blocks.key),
                block=slip.blocks.key,
                related=related_at(pair.original, "the text", first.span),
                fix=Fix(
                    f"write '{wanted}'" if wanted else "take it away",
                    (Edit(place(pair.translation, span), wanted),),
                    safe=False,
                ),
            )


def _message(slip: EndSlip, wanted: str) -> str:
    sign, mark = slip.after.sign, wanted.strip()
    alone = slip.kind == "paragraph"
    whose = "its original" if alone else "its neighbours and its original"
    if not sign:
        return f"{slip.kind} ends without '{mark}', unlike {whose}"
    if not mark:
        return f"{slip.kind} ends with '{sign}', unlike {whose}"
    return f"{slip.kind} ends with '{sign}', {whose} with '{slip.before.sign}'"
