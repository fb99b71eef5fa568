"""Colours the text by how predictable it is to the model."""
