"""Making fixes: chosen, proved on a copy, then written or shown."""

from transcheck.fix.files import RememberedReads
from transcheck.fix.mend import Mended, mend
from transcheck.fix.write import render_diff, write

__all__ = ["Mended", "RememberedReads", "mend", "render_diff", "write"]
