"""Places that are looked at again and again: what is new, changed or gone there goes into the case, with a capture."""
