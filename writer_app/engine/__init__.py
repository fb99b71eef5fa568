"""Suggestions while typing: no widget, one thread."""
