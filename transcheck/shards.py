"""What the shards of a run tell of their pages, and all of it together.

Which pages a shard has is told by their names. It maps them, and its report has what
the run needs to know of them; together that is what one run would have mapped.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

import msgspec
from msgspec.structs import replace

from transcheck.cache.version import digest_settings
from transcheck.check.codec import Codec, CodingError
from transcheck.check.job import PageJob, ReadBytes
from transcheck.check.page_result import PageResult
from transcheck.engine import Job, pages_of
from transcheck.errors import InputError
from transcheck.patterns import late_regex
from transcheck.site import PageFiles, Shard
from transcheck.workers.mapper import Mapper
from transcheck.workers.software import plugins_of, software, tell_apart

_NOT_ASCII = late_regex(r"[^\x00-\x7f]+")


class _Part(msgspec.Struct, frozen=True):
    """What a shard tells of the pages that share their settings.

    Args:
        site: The digest of the pages of the site, and of what decides what is found.
        contents: The digest of what the files of the shard's pages hold.
        results: What each page of the shard gave, in their order.
    """

    site: str
    contents: str
    results: tuple[msgspec.Raw, ...]


class _Facts(msgspec.Struct, frozen=True):
    """What a shard tells.

    Args:
        number: Which shard it is.
        of: How many there are.
        software: The versions of what found it, by name.
        command: The command that every shard was run with.
        parts: What it tells of its pages.
    """

    number: int
    of: int
    software: dict[str, str]
    command: msgspec.Raw
    parts: tuple[_Part, ...]


class _Head(msgspec.Struct, frozen=True):
    """What can be read of `_Facts` whatever version wrote it."""

    software: dict[str, str]


class _Report(msgspec.Struct, frozen=True):
    shard: msgspec.Raw


# --- telling ----------------------------------------------------------------------


def tell_facts(
    command: bytes, jobs: Sequence[Job], results: Sequence[Sequence[PageResult]]
) -> str:
    """Return what a shard tells, as JSON in ASCII.

    Args:
        command: The command that every shard is run with, as JSON.
        jobs: What was checked, all with the same shard.
        results: What the pages of each job gave.

    Raises:
        InputError: It cannot be told.
    """
    shard = jobs[0].shard or Shard(1, 1)
    rules = [rule for job in jobs for rule in job.rules]
    facts = _Facts(
        number=shard.number,
        of=shard.of,
        software=software(plugins_of(rules)),
        command=msgspec.Raw(command),
        parts=tuple(map(_part, jobs, results)),
    )
    text = msgspec.json.encode(facts).decode()
    return _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _part(job: Job, results: Sequence[PageResult]) -> _Part:
    codec = Codec(job.rules, msgspec.json)
    try:
        coded = tuple(msgspec.Raw(codec.encode(result)) for result in results)
    except CodingError as error:
        raise InputError(f"cannot tell what the shard found: {error}") from error
    return _Part(_digest_site(job), _digest_contents(pages_of(job)), coded)


def _digest_site(job: Job) -> str:
    """Return what tells the pages of a site and the settings from others.

    Files that are no pages are left out: a report may lie among them.
    """
    page_job = replace(job.page_job, surroundings=None)
    settings = digest_settings(page_job, Path.cwd())
    site = (settings, job.site.pages, job.site.languages, job.known)
    return blake2b(msgspec.msgpack.encode(site), digest_size=16).hexdigest()


def _digest_contents(pages: Iterable[PageFiles]) -> str:
    digest = blake2b(digest_size=16)
    for page in pages:
        for path in page.files.values():
            with suppress(OSError):
                digest.update(blake2b(Path(path).read_bytes()).digest())
    return digest.hexdigest()


# --- hearing ----------------------------------------------------------------------


class Shards(msgspec.Struct, frozen=True):
    """What all shards of a run tell.

    Args:
        files: Their reports, by their numbers.
        facts: What each tells.
    """

    files: tuple[str, ...]
    facts: tuple[_Facts, ...]

    @property
    def command(self) -> msgspec.Raw:
        """The command that every shard was run with, as JSON."""
        return self.facts[0].command

    def mappers(self, jobs: Sequence[Job]) -> list[Mapper]:
        """Return what gives the results of pages, for each job of the whole run.

        Raises:
            InputError: The shards were not made of these.
        """
        problems = [
            f"{file} was made of {what} than there are here: run 'transcheck merge' in"
            " the folder, on the files and with the configuration of the shards"
            for file, facts in zip(self.files, self.facts, strict=True)
            if (what := _other(facts, jobs))
        ]
        if problems:
            raise InputError("\n".join(problems))
        return [
            _Heard(tuple(facts.parts[at].results for facts in self.facts))
            for at in range(len(jobs))
        ]


def read_shards(paths: Sequence[str]) -> Shards:
    """Return what the reports of all shards of a run tell.

    Args:
        paths: The reports, in any order.

    Raises:
        InputError: One is no report of a shard, or they are not all shards of one run;
            all that is wrong is told at once, a line each.
    """
    told: list[tuple[_Facts, str]] = []
    problems: list[str] = []
    for path in paths:
        try:
            told.append((_read_facts(path), path))
        except InputError as error:  # noqa: PERF203 - a few files
            problems.append(str(error))
    told.sort(key=lambda one: (one[0].number, one[1]))
    problems += () if problems else _discord(told)
    if problems:
        raise InputError("\n".join(problems))
    return Shards(tuple(path for _, path in told), tuple(facts for facts, _ in told))


def _read_facts(path: str) -> _Facts:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot read {path}: {reason}") from None
    try:
        shard = msgspec.json.decode(data, type=_Report).shard
        there = msgspec.json.decode(shard, type=_Head).software
        if apart := tell_apart(software(there), there):
            raise InputError(
                f"{path} was made with other software than there is here: {apart}"
            )
        facts = msgspec.json.decode(shard, type=_Facts)
    except msgspec.MsgspecError:
        raise InputError(
            f"{path} is no report of a shard, as 'transcheck check --shard K/N --format"
            " json' writes it"
        ) from None
    return facts


def _discord(told: Sequence[tuple[_Facts, str]]) -> Iterator[str]:
    """Yield what keeps shards, sorted by number, from being all those of one run."""
    for (one, first), (other, second) in pairwise(told):
        if one.of != other.of:
            yield f"{first} is of {one.of} shards, and {second} of {other.of}"
        elif one.command != other.command:
            yield f"{first} and {second} were made with different paths or options"
    numbers = Counter(facts.number for facts, _ in told)
    of = max((facts.of for facts, _ in told), default=0)
    for number in range(1, of + 1):
        if not numbers[number]:
            yield f"shard {number}/{of} is missing"
        elif numbers[number] > 1:
            files = [path for facts, path in told if facts.number == number]
            yield f"shard {number}/{of} is there {len(files)} times: {', '.join(files)}"


def _other(facts: _Facts, jobs: Sequence[Job]) -> str:
    """Return what is not what a shard was made of, "" where all is."""
    sites = [part.site for part in facts.parts]
    if sites != list(map(_digest_site, jobs)):
        return "other pages or settings"
    shard = Shard(facts.number, facts.of)
    for part, job in zip(facts.parts, jobs, strict=True):
        pages = pages_of(replace(job, shard=shard))
        if len(pages) != len(part.results) or part.contents != _digest_contents(pages):
            return "files with other contents"
    return ""


class _Heard(msgspec.Struct, frozen=True):
    """Gives what shards told in place of mapping: see `Mapper`.

    Args:
        results: What the pages of each shard gave.
    """

    results: tuple[tuple[msgspec.Raw, ...], ...]

    def __call__(
        self, job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
    ) -> Iterator[tuple[int, PageResult]]:
        """Yield the results of pages with their numbers."""
        del read
        codec = Codec(job.rules, msgspec.json)
        of = len(self.results)
        left = [iter(results) for results in self.results]
        shards = [Shard(number, of) for number in range(1, of + 1)]
        for number, page in enumerate(pages):
            at = next(at for at, shard in enumerate(shards) if shard.holds(page))
            try:
                yield number, codec.decode(next(left[at]))
            except CodingError as error:
                raise InputError(f"shard {at + 1}/{of} is damaged: {error}") from None
