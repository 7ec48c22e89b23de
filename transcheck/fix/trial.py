"""Trying repairs of a page on a copy of its files."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct, field

from transcheck.check.map_page import map_page
from transcheck.check.page_result import PageResult
from transcheck.engine import Job, judge
from transcheck.fix.edits import Repair, apply
from transcheck.fix.files import EditedFiles
from transcheck.fix.proof import everything, keeps_blocks, shrinks
from transcheck.parse import parse
from transcheck.site import PageFiles
from transcheck.text import BYTE_ORDER_MARK, decode


class Trial(Struct, frozen=True):
    """Repairs of a page, and what comes of them.

    Args:
        result: What the page gives with them.
        repairs: The repairs.
        contents: The files that they change.
    """

    result: PageResult
    repairs: tuple[Repair, ...] = ()
    contents: dict[str, bytes] = field(default_factory=dict)


class PageTrials(Struct, frozen=True):
    """One page, on which repairs are tried.

    Args:
        job: What is checked.
        page: The page.
        result: What it gives as its files are now.
        files: Its files.
        on_site: The ids of the rules that only the whole site can judge.
    """

    job: Job
    page: PageFiles
    result: PageResult
    files: EditedFiles
    on_site: Collection[str]

    def settle(self, repairs: Sequence[Repair]) -> Trial:
        """Return as many repairs as stand the proof together."""
        return self._settle(Trial(self.result), repairs)

    def _settle(self, accepted: Trial, repairs: Sequence[Repair]) -> Trial:
        if not repairs:
            return accepted
        trial = self._try((*accepted.repairs, *repairs))
        if trial is not None:
            return trial
        if len(repairs) == 1:
            return accepted
        half = len(repairs) // 2
        accepted = self._settle(accepted, repairs[:half])
        return self._settle(accepted, repairs[half:])

    def _try(self, repairs: tuple[Repair, ...]) -> Trial | None:
        """Return what comes of repairs, None when it is not right."""
        edits = [edit for repair in repairs for edit in repair.edits]
        paths = {edit.place.path for edit in edits}
        old = {path: self.files.read(path) for path in paths}
        texts = {path: decode(data) for path, data in old.items()}
        new, _ = apply(texts, edits)
        if not _keep(texts, repairs):
            return None
        contents = {path: _encode(text, old[path]) for path, text in new.items()}
        read = self.files.read_with(contents)
        result = map_page(self.page, self.job.page_job, read)
        before = judge(self.job, [self.result], read=self.files.read)
        after = judge(self.job, [result], read=read)
        local = [
            one.diagnostic for one in repairs if one.diagnostic.rule not in self.on_site
        ]
        if not shrinks(everything(before), everything(after), local):
            return None
        return Trial(result, repairs, contents)


def _keep(texts: dict[str, str], repairs: Sequence[Repair]) -> bool:
    """Tell whether repairs leave alone what they do not edit.

    Those that may restructure are left out: their freedom is not the others'.
    """
    bound = [
        edit
        for one in repairs
        if one.diagnostic.fix is None or not one.diagnostic.fix.restructures
        for edit in one.edits
    ]
    new, ordered = apply(texts, bound)
    return all(
        keeps_blocks(
            parse(texts[path], path=path), parse(text, path=path), ordered[path]
        )
        for path, text in new.items()
    )


def _encode(text: str, before: bytes) -> bytes:
    mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK.encode()) else ""
    return f"{mark}{text}".encode()
