"""Plain functions on strings."""
