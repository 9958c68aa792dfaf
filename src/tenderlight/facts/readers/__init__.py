"""Readers that were learned from labelled texts: what they share here, and one room for each."""
