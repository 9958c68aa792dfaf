"""What a procedure is called: its numbers and its title."""
