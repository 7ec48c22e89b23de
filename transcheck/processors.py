"""How many processors this process may really use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from math import ceil
from pathlib import Path, PurePosixPath

# Where the limits of control groups are mounted: version 2, the same beside version 1,
# and version 1 under both of its names.
_MOUNTS = (
    "sys/fs/cgroup",
    "sys/fs/cgroup/unified",
    "sys/fs/cgroup/cpu",
    "sys/fs/cgroup/cpu,cpuacct",
)


def count_processors(root: Path = Path("/")) -> int:
    """Return how many processors this process may use, at least 1.

    That are those it may run on, or fewer where a control group, as a container has
    one, allows it less time than they have. What is left of a processor counts.

    Args:
        root: Where ``proc`` and ``sys`` are.
    """
    return max(1, min([_own(), *(ceil(limit) for limit in _limits(root))]))


def _own() -> int:
    """Return how many processors this process may run on."""
    with suppress(AttributeError):  # since Python 3.13
        return os.process_cpu_count() or 1  # type: ignore[attr-defined, unused-ignore] # as said
    with suppress(AttributeError):  # on some systems
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _limits(root: Path) -> Iterator[float]:
    """Yield the processors that control groups allow: ours, and those it is in."""
    for group in _groups(root):
        for mount in _MOUNTS:
            for folder in (group, *group.parents):
                limit = _limit(root / mount / folder)
                if limit is not None:
                    yield limit


def _groups(root: Path) -> set[PurePosixPath]:
    """Return the control groups that this process is in, from where they are mounted.

    See cgroups(7): a line is ``NUMBER:CONTROLLERS:/GROUP``. A container may see a group
    by a name that it has outside; then what is mounted is its own, without a name.
    """
    try:
        lines = (root / "proc/self/cgroup").read_text(errors="replace").splitlines()
    except OSError:
        return set()
    parts = [line.split(":", 2) for line in lines]
    return {
        PurePosixPath(part[2].lstrip("/"))
        for part in parts
        if len(part) == 3 and ("cpu" in part[1].split(",") or not part[1])  # noqa: PLR2004 - as said
    }


def _limit(folder: Path) -> float | None:
    """Return the processors that a group allows, None where it sets no limit."""
    with suppress(OSError, ValueError, ZeroDivisionError):
        quota, period = (folder / "cpu.max").read_text().split()
        return int(quota) / int(period)  # "max" is no limit
    with suppress(OSError, ValueError, ZeroDivisionError):
        allowed = int((folder / "cpu.cfs_quota_us").read_text())
        each = int((folder / "cpu.cfs_period_us").read_text())
        return allowed / each if allowed > 0 else None  # -1 is no limit
    return None
