"""Web pages, saved or captured."""
