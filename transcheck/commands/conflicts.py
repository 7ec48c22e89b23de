"""Options that do not go together, and values that are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from transcheck.commands.mapper import wrong_executor
from transcheck.commands.options import CheckOptions, SiteOptions
from transcheck.patterns import late_regex
from transcheck.site import Shard

_SHARD = late_regex(r"([0-9]{1,6})/([0-9]{1,6})")


def conflicts(
    paths: Sequence[str], site: SiteOptions, check: CheckOptions
) -> Iterator[str]:
    """Yield what is wrong with options taken together, a sentence each.

    Args:
        paths: What the user named.
        site: What decides which files are pages.
        check: What decides what is shown, and how the run ends.
    """
    if check.unsafe_fixes and not check.fixing:
        yield "--unsafe-fixes goes with --fix or --diff"
    if check.diff and check.update_baseline:
        yield "--diff writes nothing: --update-baseline cannot go with it"
    yield from wrong_executor(check)
    yield from _wrong_shard(paths, check)
    if check.pair is None:
        return
    others = {
        "PATHS": paths,
        "--original": site.original,
        "--layout": site.layout,
        "--include": site.include,
        "--exclude": site.exclude,
    }
    for name, value in others.items():
        if value:
            yield f"--pair names the two files itself: {name} cannot go with it"


def read_shard(text: str) -> Shard | None:
    """Return the shard that ``K/N`` names, None where it names none."""
    found = _SHARD.fullmatch(text)
    number, of = map(int, found.groups()) if found else (0, 0)
    return Shard(number, of) if 1 <= number <= of else None


def _wrong_shard(paths: Sequence[str], check: CheckOptions) -> Iterator[str]:
    if check.shard is None:
        return
    if read_shard(check.shard) is None:
        yield f"--shard: '{check.shard}' is no K/N, with K from 1 to N"
    others = {
        "--pair": check.pair,
        "--fix": check.fix,
        "--diff": check.diff,
        "--update-baseline": check.update_baseline,
    }
    for name, value in others.items():
        if value:
            yield f"--shard needs all pages to be checked: {name} cannot go with it"
    for path in paths:
        if Path(path).is_file():
            yield f"--shard divides the pages of folders, and {path} is a file"
