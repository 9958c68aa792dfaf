"""Tables: ruled and unruled, their heads, and what goes on over pages."""
