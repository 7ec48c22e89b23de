"""Rules of the category markup."""
