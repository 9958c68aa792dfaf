"""Where files and records come from; one module per source."""
