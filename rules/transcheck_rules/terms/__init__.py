"""Rules on what things are called."""
