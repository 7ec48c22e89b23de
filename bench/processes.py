"""Running a command as a whole, and what it and all its processes take."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.figures import Usage

# Seconds between two looks at the memory of all processes.
_INTERVAL = 0.05
# Seconds that processes may go on after the command that started them.
_PATIENCE = 10.0
_PR_SET_CHILD_SUBREAPER = 36
_KIBIBYTE = 1024 if sys.platform == "linux" else 1


class CommandError(Exception):
    """A command that was to be measured did not do its work."""


def environment() -> dict[str, str]:
    """Return this process's variables without those that change how Python starts."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PYTHON") and name != "VIRTUAL_ENV"
    }


@contextmanager
def adopting() -> Iterator[None]:
    """Be the parent of processes that outlive theirs, so that they count too.

    Elsewhere than on Linux, what such a process takes is not counted.
    """
    _set_reaper(1)
    try:
        yield
    finally:
        _set_reaper(0)


def _set_reaper(value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, value, 0, 0, 0)


def run(
    command: Sequence[str | Path],
    folder: Path,
    *,
    good: Collection[int] = (0, 1),
    together: bool = False,
) -> Usage:
    """Run a command to its end, and return what it took.

    Args:
        command: The program and its arguments; what it prints to its standard output
            is thrown away.
        folder: Where it runs.
        good: The exit codes of a command that did its work.
        together: Look at the memory of all processes together all the while. That
            takes time itself: such a run's is worth nothing.

    Raises:
        CommandError: It did not do its work.
    """
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - the commands are ours
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,  # its processes are a group, and known by it
        )
        watch = _Watch(process.pid) if together else None
        try:
            _, status, resources = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu = resources.ru_utime + resources.ru_stime + _wait_for_group(process.pid)
        peak = watch.end() if watch else resources.ru_maxrss * _KIBIBYTE
        if process.returncode not in good:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()
            raise CommandError(
                f"{' '.join(map(str, command))[:200]}: exit code {process.returncode}:"
                f" {said[-500:]}"
            )
    return Usage(wall, cpu, peak)


def output(command: Sequence[str | Path], folder: Path, given: str = "") -> str:
    """Return what a command prints, without the space around it.

    Args:
        command: The program and its arguments.
        folder: Where it runs.
        given: Its standard input.

    Raises:
        CommandError: It did not do its work.
    """
    try:
        done = subprocess.run(  # noqa: S603 - the commands are ours
            command,
            cwd=folder,
            env=environment(),
            input=given.encode(),
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise CommandError(str(error)) from error
    if done.returncode:
        said = (done.stderr + done.stdout).decode("utf-8", "replace").strip()
        raise CommandError(f"{' '.join(map(str, command))[:200]}: {said[-500:]}")
    return done.stdout.decode("utf-8", "replace").strip()


def _wait_for_group(group: int) -> float:
    """Wait for processes that outlived the command; return their processor time."""
    cpu = 0.0
    end = time.perf_counter() + _PATIENCE
    while time.perf_counter() < end:
        try:
            found, _, resources = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            break
        if found:
            cpu += resources.ru_utime + resources.ru_stime
        else:
            time.sleep(0.002)
    return cpu


class _Watch:
    """Looks at the memory of a process and all below it until told to end."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int:
        """Stop, and return the most that was seen, in bytes."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.wait(_INTERVAL):
            self._peak = max(self._peak, _memory(self._pid))


def _memory(pid: int) -> int:
    """Return the bytes of a process and all below it, shared ones counted once."""
    import psutil  # noqa: PLC0415 - all else is done without it

    try:
        top = psutil.Process(pid)
        processes = [top, *top.children(recursive=True)]
    except psutil.Error:
        return 0
    total = 0
    for process in processes:
        try:
            full = process.memory_full_info()
        except psutil.Error:
            continue  # it has ended
        total += getattr(full, "pss", full.rss)
    return total
