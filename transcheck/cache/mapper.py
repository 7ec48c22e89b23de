"""Mapping only those pages whose results are not kept from another run."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import msgspec

from transcheck.cache.book import Book, BookFile, Entry
from transcheck.cache.index import describe, find_changes
from transcheck.cache.stamps import Stamp, look_at, renew, with_digest
from transcheck.cache.version import digest_code, digest_settings
from transcheck.check.codec import Codec, CodingError
from transcheck.check.job import PageJob, ReadBytes, read_bytes
from transcheck.check.page_result import PageResult
from transcheck.check.source import numbers_of
from transcheck.site import PageFiles, Surroundings
from transcheck.workers.mapper import Mapper

_RAW_BYTES = msgspec.msgpack.Decoder(bytes)


class Cached(msgspec.Struct, frozen=True):
    """Maps pages, those alone whose results are not kept.

    Args:
        mapper: Maps them.
        folder: Where results are kept.
    """

    mapper: Mapper
    folder: Path

    def __call__(
        self, job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
    ) -> Iterator[tuple[int, PageResult]]:
        """Yield the results of pages with their numbers; see `Mapper`.

        What is kept is what the disk gave, in a site that is known, and all of a page:
        where some of its files suffice, the others count for nothing.
        """
        site = job.surroundings
        if site is None or job.reported is not None or read is not read_bytes:
            yield from self.mapper(job, pages, read)
            return
        try:
            code = digest_code(job.rules)
        except OSError:
            yield from self.mapper(job, pages, read)
            return
        with _uncollected():
            keeper = _Keeper(self.folder, job, site, code)
            found = [keeper.find(page) for page in pages]
        missing = [number for number, one in enumerate(found) if one is None]
        yield from ((number, one) for number, one in enumerate(found) if one)
        if not missing:
            keeper.save()
            return
        stamps = [keeper.look_at(pages[number]) for number in missing]
        try:
            mapped = self.mapper(job, [pages[number] for number in missing], read)
            for number, result in mapped:
                keeper.keep(pages[missing[number]], stamps[number], result)
                yield missing[number], result
        finally:  # what was mapped before something went wrong is right all the same
            keeper.save()


class _Keeper:
    """The results of a run, those that were kept and those that will be."""

    def __init__(
        self, folder: Path, job: PageJob, site: Surroundings, code: bytes
    ) -> None:
        self._job = job
        self._site = site
        self._codec = Codec(job.rules)
        self._code = code
        self._file = BookFile(folder, digest_settings(job, folder))
        self._index = describe(site)
        book = self._file.load(self._code)
        self._old: dict[bytes, Entry] = {} if book is None else book.entries
        self._new: dict[bytes, Entry] = {}
        self._same = book is not None and book.site == self._index
        if book is not None and not self._same:
            self._drop(book)

    def _drop(self, book: Book) -> None:
        """Drop what depends on something of the site that has changed."""
        try:
            changed = find_changes(book.site, self._index)
        except msgspec.MsgspecError:
            self._old = {}
            return
        self._old = {
            key: entry
            for key, entry in book.entries.items()
            if changed.isdisjoint(numbers_of(_RAW_BYTES.decode(entry.asked)))
        }

    def find(self, page: PageFiles) -> PageResult | None:
        """Return the result of a page, None where it must be made anew."""
        key = self._key(page)
        entry = self._old.get(key)
        if entry is None or entry.stamps.keys() != set(page.files.values()):
            return None
        stamps: dict[str, Stamp] = {}
        for path, stamp in entry.stamps.items():
            now = renew(path, stamp)
            if now is None:
                return None
            stamps[path] = now
            self._same &= now is stamp
        try:
            result = self._codec.decode(entry.result, late=True)
        except CodingError:
            return None
        self._new[key] = Entry(stamps, entry.asked, entry.result)
        return result

    def look_at(self, page: PageFiles) -> dict[str, Stamp] | None:
        """Return what is known of the files of a page before they are read."""
        self._same = False
        stamps = {path: look_at(path) for path in page.files.values()}
        known = {path: stamp for path, stamp in stamps.items() if stamp is not None}
        return known if len(known) == len(stamps) else None

    def keep(
        self, page: PageFiles, stamps: dict[str, Stamp] | None, result: PageResult
    ) -> None:
        """Keep the result of a page, where all of it can be kept.

        Args:
            page: The page.
            stamps: What was known of its files before they were read.
            result: The result.
        """
        source = result.source
        if stamps is None or source is None or source.digests.keys() != stamps.keys():
            return
        try:
            data = self._codec.encode(result)
        except CodingError:
            return
        digests = source.digests
        self._new[self._key(page)] = Entry(
            {path: with_digest(one, digests[path]) for path, one in stamps.items()},
            msgspec.Raw(msgspec.msgpack.encode(source.asked)),
            msgspec.Raw(data),
        )

    def save(self) -> None:
        """Write the results, with those of other pages that are still right."""
        if self._same:
            return
        files = self._site.files
        taken = {path for entry in self._new.values() for path in entry.stamps}
        others = {
            key: entry
            for key, entry in self._old.items()
            if taken.isdisjoint(entry.stamps)
            and all(path in files for path in entry.stamps)
        }
        self._file.save(Book(self._code, self._index, {**others, **self._new}))

    def _key(self, page: PageFiles) -> bytes:
        """Return what the result of a page depends on besides contents and the site."""
        known = self._job.known
        paths = page.files.values()
        asked = (
            page,
            [self._job.languages.get(tag) for tag in page.files],
            None if known is None else [known.get(path) for path in paths],
        )
        data = msgspec.msgpack.encode(asked, order="deterministic")
        return blake2b(data, digest_size=16).digest()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector away from values that live as long as the run does."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
