"""Documents of one page, held side by side."""

from transcheck.align.page import align_page, align_pair

__all__ = ["align_page", "align_pair"]
