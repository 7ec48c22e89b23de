"""What is known of single characters: which nobody sees, which look like another."""
