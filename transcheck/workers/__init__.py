"""Mapping pages elsewhere: on processes, or on any executor."""
