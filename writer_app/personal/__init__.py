"""What the program remembers of what the person wrote: kept on this machine, readable and editable."""
