"""The command merge: what the shards of a run found, together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from transcheck.commands.check import Outcome, Progress, check
from transcheck.commands.command import decode_command
from transcheck.commands.options import CheckOptions
from transcheck.errors import InputError
from transcheck.shards import read_shards


def merge(
    files: Sequence[str], options: dict[str, Any], *, progress: Progress
) -> Outcome:
    """Report what all shards of a run found, and what only the whole site shows.

    Args:
        files: The reports of the shards.
        options: What was told: fields of `CheckOptions` are to be others than in the
            command that the shards were run with, unless they are None or False.
        progress: Called with the number of pages done and to do.

    Raises:
        ConfigError: As `transcheck.commands.check.check`; so all others.
        InputError: The reports are not all those of one run, or it was one on other
            files.
    """
    shards = read_shards(files)
    try:
        command = decode_command(shards.command)
    except msgspec.MsgspecError as error:
        raise InputError(f"{shards.files[0]} is damaged: {error}") from None
    names = set(CheckOptions.__struct_fields__)
    told = {name: options[name] for name in names & options.keys() if options[name]}
    return check(
        command.paths,
        command.site,
        replace(command.check, **told),
        mistakes=(),
        progress=progress,
        shards=shards,
    )
