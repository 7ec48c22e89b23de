"""Rules of the category characters."""
