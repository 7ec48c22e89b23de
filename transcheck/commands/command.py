"""A command as data, so that shards of a run can tell with which one they were made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from transcheck.commands.options import CheckOptions, SiteOptions


class Command(msgspec.Struct, frozen=True):
    """What the user typed, but for what concerns one shard alone.

    Args:
        paths: What the user named.
        site: What decides which files are pages.
        check: What decides what is shown, and how the run ends.
    """

    paths: tuple[str, ...]
    site: SiteOptions
    check: CheckOptions


def encode_command(
    paths: tuple[str, ...], site: SiteOptions, check: CheckOptions
) -> bytes:
    """Return a command as JSON, the same for all shards of a run.

    That a shard must never fail says nothing of the whole.

    Args:
        paths: As in `Command`; so the others.
        site: What decides which files are pages.
        check: What decides what is shown, and how the run ends.
    """
    common = replace(
        check,
        shard=None,
        jobs=None,
        executor=None,
        no_cache=False,
        fail_on=None if check.fail_on == "never" else check.fail_on,
    )
    command = Command(paths, site, common)
    return msgspec.json.encode(command, enc_hook=_path_to_text)


def decode_command(data: bytes | msgspec.Raw) -> Command:
    """Return a command.

    Raises:
        msgspec.MsgspecError: The data are none.
    """
    return msgspec.json.decode(data, type=Command, dec_hook=_text_to_path)


def _path_to_text(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"no option: {value!r}")


def _text_to_path(kind: type, value: Any) -> Path:
    if issubclass(kind, Path):
        return kind(value)
    raise TypeError(f"no kind of option: {kind}")
