"""Joins what belongs together: the documents of one procedure."""
