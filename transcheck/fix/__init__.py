"""Making fixes: chosen, proved on a copy, then written or shown."""

from transcheck.fix.mend import Mended, RememberedReads, mend
from transcheck.fix.write import render_diff, write

__all__ = ["Mended", "RememberedReads", "mend", "render_diff", "write"]
