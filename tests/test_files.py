"""A file is written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from transcheck.files import replace_file


def test_content_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    replace_file(path, b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace_file(path, b"new")
    assert path.stat().st_mode & 0o7777 == mode


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    replace_file(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    replace_file(tmp_path / "b.md", b"new")
    assert (tmp_path / "b.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "gone" / "a.md", b"new")


WRITER = """
import sys
from pathlib import Path
from transcheck.files import replace_file
path = Path(sys.argv[1])
print("ready", flush=True)
number = 0
while True:
    replace_file(path, b"%d\\n" % (number % 10) * 100_000)
    number += 1
"""


@pytest.mark.parametrize("after", [0.0, 0.003, 0.01, 0.02])
def test_whoever_is_killed_leaves_no_half_written_file(
    tmp_path: Path, after: float
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"0\n" * 100_000)
    with subprocess.Popen(  # noqa: S603 - a fixed command of ours
        [sys.executable, "-c", WRITER, os.fspath(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(after)
        process.send_signal(signal.SIGKILL)
    lines = set(path.read_bytes().split(b"\n"))
    assert len(path.read_bytes()) == 200_000
    assert len(lines - {b""}) == 1
