"""Dialogs: given what they need as arguments, returning plain data."""
