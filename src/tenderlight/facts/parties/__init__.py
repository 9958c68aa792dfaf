"""Who buys, who runs the procedure, and who won or signed."""
