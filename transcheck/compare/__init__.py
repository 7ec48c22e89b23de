"""What several rules need to hold a translation against its reference."""
