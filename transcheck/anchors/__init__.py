"""The anchors of a page: what ids its headings get, by each site generator.

One module for each family of generators holds its rules and their source; below them
are `Title` (a heading as they see it) and `Style` (one way to make ids), above them
`Outline` (what of a document can be a target) and `Anchors` (its ids).
"""

from transcheck.anchors.anchors import Anchors, Match, read_fragment
from transcheck.anchors.generators import ANY, SLUGGERS, slugger_of
from transcheck.anchors.outline import Outline, read_outline
from transcheck.anchors.title import Title, read_title

__all__ = [
    "ANY",
    "SLUGGERS",
    "Anchors",
    "Match",
    "Outline",
    "Title",
    "read_fragment",
    "read_outline",
    "read_title",
    "slugger_of",
]
