"""The rule inline-code."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Annotated, ClassVar

from transcheck.compare.lost_code import CodeLoss, code_of, count_codes, lost_code
from transcheck.compare.mention import contrast, place, related_at, shorten
from transcheck.compare.wording import is_no_word
from transcheck.rule import (
    Finding,
    Pair,
    PairRule,
    Related,
    Severity,
    label,
)

_SUMS = {
    "bare": "lost their backticks",
    "changed": "were changed",
    "missing": "are missing",
    "translated": "were translated",
}
# Where more of a page's code was translated, that was meant.
_MOST = 1 / 3


class InlineCode(PairRule, frozen=True):
    """A translated text keeps the inline code of its original."""

    id: ClassVar[str] = "inline-code"
    category: ClassVar[str] = "code"

    summed: Annotated[
        int, "More findings of one kind in a page than this are told as one."
    ] = 4

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report code that is missing, was changed, or is no code any more."""
        if not pair.original.code_spans:
            return
        losses: dict[str, list[CodeLoss]] = {}
        for loss in lost_code(pair):
            losses.setdefault(loss.kind, []).append(loss)
        # Names that head the rows of a table are translated on purpose by some sites,
        # and so are most of the names of a page; one alone is a slip.
        named = losses.pop("name", [])
        other = losses.pop("translated", [])
        words = [loss for loss in losses.get("changed", []) if loss.is_word]
        if other and words and _are_most(pair, [*other, *words]):
            # Words that both languages have look mistyped beside those.
            other = sorted([*other, *words], key=lambda loss: loss.span)
            losses["changed"] = [one for one in losses["changed"] if not one.is_word]
        if named or _are_most(pair, other):
            slips = [] if named else [one for one in other if _is_slip(pair, one)]
            if len(slips) > self.summed:
                slips = []
            meant = [*named, *(one for one in other if one not in slips)]
            if meant:
                yield _report_all(pair, "translated", meant, Severity.INFO)
            other = slips
        if other:
            losses["translated"] = other
        for kind, found in losses.items():
            if len(found) > self.summed:
                yield _report_all(pair, kind, found, None)
            else:
                yield from (_report(pair, loss) for loss in found)


def _is_slip(pair: Pair, loss: CodeLoss) -> bool:
    """Tell whether a name that no reader could take for a word became words."""
    after = code_of(loss.after) if loss.after else "_"
    return "_" not in after and is_no_word(pair.original, code_of(loss.item))


def _are_most(pair: Pair, found: list[CodeLoss]) -> bool:
    return len(found) > 1 and len(found) > _MOST * count_codes(pair.original)


def _report(pair: Pair, loss: CodeLoss) -> Finding:
    origin, code = label(pair.original), shorten(code_of(loss.item))
    if loss.kind == "bare":
        message = f"code {code} lost its backticks"
    elif loss.after is not None:
        code, new = contrast(code_of(loss.item), code_of(loss.after))
        message = f"code {code} became {new}"
    else:
        message = f"code {code} of {origin} is missing"
    after = loss.after.key if loss.after else None
    block = loss.blocks.key
    cause: tuple[Hashable, ...] = (loss.kind, block, loss.item.key, after)
    lost = "missing"
    if loss.is_word:  # each language has its own word for it
        cause = ("word", block, loss.item.key)
        lost = "translated"
    return Finding(
        place(pair.translation, loss.span),
        message,
        cause=cause,
        block=block,
        related=_related(pair, loss),
        # What most translate was an example that means something to the reader.
        shared=Severity.INFO if loss.is_word else None,
        blame=f"code {code} is {lost} in most translations",
    )


def _report_all(
    pair: Pair, kind: str, found: list[CodeLoss], severity: Severity | None
) -> Finding:
    origin, first = label(pair.original), found[0]
    names = ", ".join(dict.fromkeys(shorten(code_of(loss.item)) for loss in found))
    message = (
        f"{len(found)} pieces of code of {origin} {_SUMS[kind]}, the first"
        f" {shorten(code_of(first.item))}"
    )
    if len(found) == 1:
        message = f"code {names} of {origin} was translated"
    return Finding(
        place(pair.translation, first.span),
        message,
        cause=(kind,),
        related=_related(pair, first),
        help=f"All of them: {names}." if len(found) > 1 else None,
        severity=severity,
    )


def _related(pair: Pair, loss: CodeLoss) -> tuple[Related, ...]:
    return related_at(pair.original, "the code", loss.item.node.span)
