"""Mapping pages on a cluster of dask.distributed, an optional package."""

from __future__ import annotations

import logging
import socket
import time
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from msgspec import Struct

from transcheck.check.job import PageJob, ReadBytes
from transcheck.check.page_result import PageResult
from transcheck.errors import InputError, WorkerError
from transcheck.site import PageFiles
from transcheck.workers.mapper import Mapper
from transcheck.workers.on_executor import OnExecutor
from transcheck.workers.software import plugins_of, software, tell_apart
from transcheck.workers.task import unpack

_PATIENCE = 10  # seconds until a scheduler answers
_LONGEST_WITHOUT_WORKERS = 30  # seconds; a lost one may be started again
_SCHEDULER = "the scheduler"


class Cluster(Struct, frozen=True):
    """A cluster that runs.

    Args:
        host: Of its scheduler.
        port: Of its scheduler.
        files_shared: As in `OnExecutor`.
    """

    host: str
    port: int
    files_shared: bool = False

    @property
    def address(self) -> str:
        """Where the scheduler is, ``HOST:PORT``."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def read_address(text: str) -> Cluster:
    """Return what ``dask://HOST:PORT`` means, with or without ``?files=shared``.

    Raises:
        InputError: It is none, or the optional package is missing.
    """
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        port = None
    if port is None or url.scheme != "dask" or not url.hostname or url.path.strip("/"):
        raise InputError(f"'{text}' is no address such as dask://HOST:PORT")
    query = dict(parse_qsl(url.query, keep_blank_values=True))
    files = query.pop("files", "sent")
    if query or files not in {"sent", "shared"} or url.fragment:
        raise InputError(f"'{text}': only ?files=sent and ?files=shared may follow")
    if find_spec("distributed") is None:
        raise InputError(
            "distributed is not installed; 'pip install transcheck[dask]' installs it"
        )
    return Cluster(url.hostname, port, files_shared=files == "shared")


@contextmanager
def connect(cluster: Cluster) -> Iterator[Mapper]:
    """Connect to a cluster, and give what maps pages there.

    Raises:
        InputError: It does not answer, or has no workers.
    """
    import dask  # noqa: PLC0415 - optional, and heavy
    from distributed import Client  # noqa: PLC0415 - as above

    # What it has to tell of lost workers and the like is told by our errors.
    for name in logging.root.manager.loggerDict:
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB"}):
        try:
            # The client would try again and again where nothing listens.
            socket.create_connection((cluster.host, cluster.port), _PATIENCE).close()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of versions: see _check
                client = Client(  # type: ignore[no-untyped-call] # typed in part
                    f"tcp://{cluster.address}", timeout=_PATIENCE, set_as_default=False
                )
        except OSError as error:
            raise InputError(f"no cluster answers at {cluster.address}") from error
        with client:
            yield _OnCluster(client, cluster)


class _OnCluster(Struct, frozen=True):
    """Maps pages on a cluster; see `Mapper`."""

    client: Any
    cluster: Cluster

    def __call__(
        self, job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
    ) -> Iterator[tuple[int, PageResult]]:
        """Yield the results of pages with their numbers; see `Mapper`."""
        from distributed import KilledWorker  # noqa: PLC0415 - optional, and heavy

        try:
            yield from self._mapper(job)(job, pages, read)
        except KilledWorker as error:
            raise WorkerError(
                "several workers of the cluster were lost at the same pages, probably"
                " for want of memory: give them more"
            ) from error
        except (CancelledError, OSError) as error:
            address = self.cluster.address
            raise WorkerError(f"the cluster at {address} went away") from error

    def _mapper(self, job: PageJob) -> Mapper:
        threads = sum(self.client.nthreads().values())
        if not threads:
            raise InputError(f"the cluster at {self.cluster.address} has no workers")
        _check(self.client, plugins_of(job.rules))
        return OnExecutor(
            self.client.get_executor(pure=False),
            threads,
            # A task of its own, so that it is done again when its worker is lost.
            share=lambda packed: self.client.submit(unpack, packed, pure=False),
            files_shared=self.cluster.files_shared,
            watch=_Watch(self.client),
        )


class _Watch:
    """Ends a run that waits for workers which are all lost, and do not come back."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._seen = time.monotonic()

    def __call__(self) -> None:
        if self._client.nthreads():
            self._seen = time.monotonic()
        elif time.monotonic() - self._seen > _LONGEST_WITHOUT_WORKERS:
            raise WorkerError("all workers of the cluster were lost")


def _check(client: Any, plugins: Sequence[str]) -> None:
    """Check that the cluster has the software that there is here.

    Raises:
        WorkerError: It has not.
    """
    extra = ("distributed", *plugins)
    here = software(extra)
    there = client.run(software, extra, on_error="return")
    try:
        there[_SCHEDULER] = client.run_on_scheduler(software, extra)
    except Exception as error:  # noqa: BLE001 - whatever it lacks
        there[_SCHEDULER] = error
    for name, found in sorted(there.items()):
        if isinstance(found, OSError):
            continue  # it was lost just now
        if isinstance(found, BaseException):
            raise WorkerError(f"{name} has no transcheck like this one: {found}")
        if apart := tell_apart(here, found):
            raise WorkerError(f"{name} has other software than there is here: {apart}")
