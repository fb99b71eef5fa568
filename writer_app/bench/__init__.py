"""Measuring without a window."""
