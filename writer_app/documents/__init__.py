"""What the editor has open: text, encoding, line ends, recovery."""
