"""What a command and all its processes take."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.processes import CommandError, adopting, environment, output, run

BUSY = "import time\nwhile time.process_time() < 0.2: pass\n"


def test_the_time_of_processes_below_counts(tmp_path: Path) -> None:
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"
    usage = run([sys.executable, "-c", script], tmp_path)
    assert usage.cpu >= 0.2
    assert usage.memory > 1_000_000


def test_the_time_of_processes_that_live_on_counts(tmp_path: Path) -> None:
    script = (
        f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BUSY!r}])"
    )
    with adopting():
        usage = run([sys.executable, "-c", script], tmp_path)
    assert usage.cpu >= (0.2 if sys.platform == "linux" else 0)


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"exit code 3: no garden$"):
        run(
            [
                sys.executable,
                "-c",
                "import sys; print('no garden', file=sys.stderr); sys.exit(3)",
            ],
            tmp_path,
        )


def test_exit_codes_of_peers_may_be_their_own(tmp_path: Path) -> None:
    usage = run([sys.executable, "-c", "raise SystemExit(65)"], tmp_path, good=(0, 65))
    assert usage.wall > 0


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["no-such-program-here"], id="is not there"),
        pytest.param([sys.executable, "-c", "raise SystemExit('no')"], id="fails"),
    ],
)
def test_what_prints_nothing_useful_is_an_error(
    tmp_path: Path, command: list[str]
) -> None:
    with pytest.raises(CommandError):
        output(command, tmp_path)


def test_commands_start_as_pythons_of_users_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    monkeypatch.setenv("GARDEN", "green")
    found = environment()
    assert found["GARDEN"] == "green"
    assert not any(name.startswith("PYTHON") for name in found)
