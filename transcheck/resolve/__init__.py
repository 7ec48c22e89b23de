"""Which file of the site a link leads to, by the paths of the site alone."""

from transcheck.resolve.addresses import Address, read_address
from transcheck.resolve.resolver import PAGE_EXTENSIONS, Resolved, Resolver, resolver_of
from transcheck.resolve.visibility import is_ignored, is_inside

__all__ = [
    "PAGE_EXTENSIONS",
    "Address",
    "Resolved",
    "Resolver",
    "is_ignored",
    "is_inside",
    "read_address",
    "resolver_of",
]
