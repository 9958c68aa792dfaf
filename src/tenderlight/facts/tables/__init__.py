"""Tables with rules and tables that lost them: which cell is a head, and which value stands under it."""
