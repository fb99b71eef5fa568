"""Everything Qt: the window, the editor and the doors to engine and training."""
