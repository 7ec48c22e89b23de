"""Rules on frontmatter."""
