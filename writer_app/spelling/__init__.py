"""Spelling: which words of a text to check, and what is known about them; no widget."""
