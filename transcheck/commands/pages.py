"""The command pages: what discovery found, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from transcheck.commands.options import SiteOptions
from transcheck.commands.settings import plan
from transcheck.discover import discover
from transcheck.report.style import count
from transcheck.site import PageFiles, Site
from transcheck.text import printable


def find_sites(paths: Sequence[str], options: SiteOptions) -> list[Site]:
    """Return the sites that the user named, one for each configuration that holds.

    Raises:
        ConfigError: A path, an option or the configuration is wrong.
        InputError: So is something that only the search could tell.
    """
    return [discover(part.paths, part.settings) for part in plan(paths, options)]


def as_json(sites: Sequence[Site]) -> Iterator[str]:
    """Yield one JSON object; its shape is a contract."""
    languages: dict[str, str] = {}
    for site in sites:
        languages |= site.languages
    yield json.dumps(
        {
            "pages": [
                {"page": page.name, "original": page.original, "files": page.files}
                for site in sites
                for page in site.pages
            ],
            "languages": dict(sorted(languages.items())),
            "skipped": [
                {"path": skipped.path, "reason": skipped.reason}
                for site in sites
                for skipped in site.skipped
            ],
        },
        indent=1,
    )
    yield "\n"


def as_text(sites: Sequence[Site], *, explain: bool) -> Iterator[str]:
    """Yield the pages, the files left out and the counts, for people.

    Args:
        sites: What was found.
        explain: Show why the original was chosen, and the path of every file.
    """
    for site in sites:
        for layout in site.layouts:
            yield f"layout: {printable(layout)}\n"
        if explain and site.original_reason:
            yield f"original: {printable(site.original_reason)}\n"
        if site.layouts:
            yield "\n"
        for page in site.pages:
            yield from _page(page, explain=explain)
        if site.skipped:
            yield "\nleft out\n"
        for skipped in site.skipped:
            yield f"  {printable(skipped.path)}: {printable(skipped.reason)}\n"
    yield f"\n{_counts(sites)}\n"


def _page(page: PageFiles, *, explain: bool) -> Iterator[str]:
    tags = [f"{tag}*" if tag == page.original else tag for tag in page.files]
    if not explain:
        yield printable(f"{page.name}: {', '.join(tags)}") + "\n"
        return
    yield printable(page.name) + "\n"
    width = max(map(len, tags))
    for tag, path in zip(tags, page.files.values(), strict=True):
        yield f"  {printable(tag):{width}}  {printable(path)}\n"


def _counts(sites: Sequence[Site]) -> str:
    pages = [page for site in sites for page in site.pages]
    tags = sorted({tag for page in pages for tag in page.files})
    originals = sorted({page.original for page in pages if page.original})
    named = f" ({printable(', '.join(tags))})" if tags else ""
    return (
        f"{count(len(pages), 'page')} in {count(len(tags), 'language')}{named}, "
        f"original: {printable(', '.join(originals)) or 'none'}; "
        f"{count(sum(len(site.skipped) for site in sites), 'file')} left out"
    )
