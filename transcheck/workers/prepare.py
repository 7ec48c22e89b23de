"""What a process does before it maps pages for another."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable


def prepare(wait_for_end: Callable[[], object]) -> None:
    """Prepare this process for work; it ends when the run does.

    Args:
        wait_for_end: Returns when the run has ended, or the process that it is in.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it comes to the whole group
    # What is there already is never looked at again, so that memory stays shared; and
    # there is nothing to collect before a page is done.
    gc.freeze()
    gc.disable()
    threading.Thread(target=_follow, args=(wait_for_end,), daemon=True).start()


def _follow(wait_for_end: Callable[[], object]) -> None:
    wait_for_end()
    os._exit(1)
