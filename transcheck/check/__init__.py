"""One page checked by itself, then all pages together: the two phases of a run."""
