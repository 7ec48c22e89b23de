"""Rules on what a page is made of."""
