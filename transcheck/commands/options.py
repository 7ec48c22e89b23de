"""The options of the command line as values. Imports nothing heavy: start-up counts."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class SiteOptions(Struct, frozen=True, kw_only=True):
    """What decides which files are pages.

    Args:
        config: The configuration file that was named, None to search for one.
        isolated: No configuration file is read.
        original: The tag of the original, None when it was not told.
        languages: The languages that were named, in their order.
        layout: The template of a translation's path, None when it was not told.
        include: gitignore patterns.
        exclude: gitignore patterns.
    """

    config: Path | None = None
    isolated: bool = False
    original: str | None = None
    languages: tuple[str, ...] = ()
    layout: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class CheckOptions(Struct, frozen=True, kw_only=True):
    """What decides, besides the pages, what a check shows and how it ends.

    Args:
        pair: The original and the translation of ``--pair``, None without it.
        select: Rule ids, categories or ``all``; so the next two.
        min_severity: ``info``, ``warning`` or ``error``; None when it was not told.
        fail_on: The same or ``never``; None when it was not told.
        whole_page: Show what is found in all files of the named files' pages.
        baseline: The file of findings that are not shown, None when it was not told.
        update_baseline: Write what is found there.
        fix: Make the safe fixes, and report what is left.
        unsafe_fixes: Make the others too.
        diff: Show what fixes would change, and write nothing.
        no_cache: Neither use nor keep results of pages.
        jobs: On how many processes pages are checked; None for as many as are worth it.
        shard: The share of the pages that is checked, ``K/N``; None for all.
        executor: The cluster that checks them instead, ``dask://HOST:PORT``.
    """

    pair: tuple[str, str] | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: str | None = None
    fail_on: str | None = None
    whole_page: bool = False
    baseline: Path | None = None
    update_baseline: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    no_cache: bool = False
    jobs: int | None = None
    executor: str | None = None
    shard: str | None = None

    @property
    def fixing(self) -> bool:
        """Whether fixes are made, if only to be shown."""
        return self.fix or self.diff
