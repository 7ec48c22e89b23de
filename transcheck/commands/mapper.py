"""Where the pages of a run are mapped, as the command line says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

from transcheck.commands.options import CheckOptions
from transcheck.commands.settings import Part
from transcheck.errors import InputError
from transcheck.workers.mapper import Mapper
from transcheck.workers.processes import Processes


def wrong_executor(options: CheckOptions) -> Iterator[str]:
    """Yield what is wrong with where pages are to be mapped, a sentence each."""
    if options.executor is None:
        return
    from transcheck.workers.cluster import read_address  # noqa: PLC0415 - start-up counts

    if options.jobs is not None:
        yield "--executor says where pages are checked: --jobs cannot go with it"
    try:
        read_address(options.executor)
    except InputError as error:
        yield f"--executor: {error}"


def start_mapper(options: CheckOptions) -> AbstractContextManager[Mapper]:
    """Return what maps pages, as long as it is entered.

    Raises:
        InputError: The cluster does not answer, when it is entered.
    """
    if options.executor is None:
        return nullcontext(Processes(options.jobs))
    from transcheck.workers.cluster import connect, read_address  # noqa: PLC0415 - start-up counts

    return connect(read_address(options.executor))


def with_cache(mapper: Mapper, part: Part, options: CheckOptions) -> Mapper:
    """Return what maps the pages of a part, those alone whose results are not kept."""
    if options.no_cache or not part.settings.cache:
        return mapper
    from transcheck.cache import Cached  # noqa: PLC0415 - start-up counts

    return Cached(mapper, part.cache)
