"""Rules on the language of texts."""
