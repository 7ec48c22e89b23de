"""How many processors there are: those of the machine, and what a group leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.processors import count_processors


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="a system without control groups"),
        pytest.param(
            {
                "proc/self/cgroup": "0::/\n",
                "sys/fs/cgroup/cpu.max": "max 100000\n",
            },
            id="a group of version 2 without a limit",
        ),
        pytest.param(
            {
                "proc/self/cgroup": "4:cpu,cpuacct:/\n1:memory:/\n",
                "sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n",
                "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
            },
            id="a group of version 1 without a limit",
        ),
        pytest.param(
            {
                "proc/self/cgroup": "no group\n1:cpu:/x\n0::/x\n",
                "sys/fs/cgroup/x/cpu.max": "",
                "sys/fs/cgroup/cpu/x/cpu.cfs_quota_us": "?",
            },
            id="files that say nothing",
        ),
        pytest.param(
            {
                "proc/self/cgroup": "0::/us\n",
                "sys/fs/cgroup/cpu.max": "max 100000\n",
                "sys/fs/cgroup/us/cpu.max": "max 100000\n",
                "sys/fs/cgroup/them/cpu.max": "100 100000\n",
            },
            id="another group's limit",
        ),
        pytest.param(
            {
                "proc/self/cgroup": "0::/\n",
                "sys/fs/cgroup/cpu.max": "100000000 100000\n",
            },
            id="a limit beyond what the machine has",
        ),
    ],
)
def test_without_a_lower_limit_all_processors_count(
    files: dict[str, str], tmp_path: Path
) -> None:
    assert count_processors(write(tmp_path, files)) == count_processors(tmp_path / "no")


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {
                "proc/self/cgroup": "0::/\n",
                "sys/fs/cgroup/cpu.max": "100000 100000\n",
            },
            id="version 2 in a container that sees its own group",
        ),
        pytest.param(
            {
                "proc/self/cgroup": "0::/slice/unit\n",
                "sys/fs/cgroup/slice/cpu.max": "50000 100000\n",
                "sys/fs/cgroup/slice/unit/cpu.max": "max 100000\n",
            },
            id="the limit of the group around ours",
        ),
        pytest.param(
            {
                "proc/self/cgroup": "5:memory:/a\n4:cpu,cpuacct:/a\n0::/a\n",
                "sys/fs/cgroup/cpu,cpuacct/a/cpu.cfs_quota_us": "70000\n",
                "sys/fs/cgroup/cpu,cpuacct/a/cpu.cfs_period_us": "100000\n",
            },
            id="version 1",
        ),
        pytest.param(
            {
                "proc/self/cgroup": "4:cpu:/docker/0123abcd\n",
                "sys/fs/cgroup/cpu/cpu.cfs_quota_us": "10000\n",
                "sys/fs/cgroup/cpu/cpu.cfs_period_us": "50000\n",
            },
            id="version 1 in a container that sees the name of its group outside",
        ),
        pytest.param(
            {
                "proc/self/cgroup": "1:name=systemd:/\n0::/a\n",
                "sys/fs/cgroup/unified/a/cpu.max": "1000 100000\n",
            },
            id="version 2 beside version 1",
        ),
    ],
)
def test_a_group_that_has_a_processor_at_most_leaves_one(
    files: dict[str, str], tmp_path: Path
) -> None:
    assert count_processors(write(tmp_path, files)) == 1


def test_the_processors_of_this_machine_are_at_least_one() -> None:
    assert count_processors() >= 1


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder
