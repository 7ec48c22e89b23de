"""The dialects of Markdown that real sites write, one module each."""
