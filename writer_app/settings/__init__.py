"""Settings: declared once, read typed."""
