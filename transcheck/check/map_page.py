"""The first phase of a run: read, parse, align and check one page by itself."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Hashable

from msgspec.structs import replace

from transcheck.align.page import align_page
from transcheck.check.checker import Checker, ask
from transcheck.check.job import PageJob, ReadBytes, read_bytes
from transcheck.check.narrow import depends_on_others, narrow
from transcheck.check.page_result import PageResult
from transcheck.check.source import Recorder
from transcheck.document import Document
from transcheck.parse import parse
from transcheck.rule import (
    RefinedRule,
    SiteRule,
    UnreadableFile,
)
from transcheck.site import PageFiles
from transcheck.text import UndecodableError, decode


def map_page(page: PageFiles, job: PageJob, read: ReadBytes = read_bytes) -> PageResult:
    """Check one page; the result depends on the arguments and its files alone.

    Args:
        page: The page.
        job: What the pages of a run share.
        read: Gives the bytes of a file.

    Raises:
        RuleError: A rule failed.
    """
    if job.reported is not None:
        few = narrow(page, job.reported.files, read)
        if few is not None:
            result = _map_files(few, job, read)
            if not depends_on_others(result.found, job.rules, job.reported):
                return result
    return _map_files(page, job, read)


def _map_files(page: PageFiles, job: PageJob, read: ReadBytes) -> PageResult:
    """Check the files of a page that are to be read."""
    recorder = Recorder(read, job.surroundings)
    documents: list[Document] = []
    unreadable: list[UnreadableFile] = []
    for tag, path in page.files.items():
        language = job.languages.get(tag)
        try:
            data = recorder.read(path)
            text = decode(data)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            unreadable.append(UnreadableFile(path, tag, language, reason, ""))
        except UndecodableError as error:
            unreadable.append(
                UnreadableFile(path, tag, language, error.reason, error.before)
            )
        else:
            documents.append(
                parse(
                    text,
                    path=path,
                    tag=tag,
                    language=language,
                    byte_order_mark=data.startswith(BOM_UTF8),
                )
            )
    has_original = any(document.tag == page.original for document in documents)
    original = page.original if has_original else None
    aligned = replace(
        align_page(
            page.name,
            documents,
            original,
            recorder.site,
            languages=[
                language
                for tag in sorted({*page.files, *page.left_out})
                if (language := job.languages.get(tag))
            ],
            known=job.known,
            detector=job.detector,
        ),
        unread=frozenset(file.tag for file in unreadable if file.tag),
        terms=job.terms,
    )
    checker = Checker(aligned, unreadable, job.languages)
    facts: dict[str, tuple[Hashable, ...]] = {}
    for rule in job.rules:
        if isinstance(rule, (SiteRule, RefinedRule)) and not page.left_out:
            facts[rule.id] = tuple(ask(rule, page.name, rule.facts, aligned))
        checker.check(rule)
    result = checker.result(facts, recorder.source())
    aligned.forget()
    return result
