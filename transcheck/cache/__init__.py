"""Results of pages that are kept from one run to the next."""

from transcheck.cache.folder import clean
from transcheck.cache.mapper import Cached

__all__ = ["Cached", "clean"]
