"""What each command does, from its options to what it has to say; none prints."""
