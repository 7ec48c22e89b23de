"""Documents of one page, held side by side."""
