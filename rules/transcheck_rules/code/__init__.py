"""Rules on code."""
