"""Measurements for developers: nothing depends on what they print."""
