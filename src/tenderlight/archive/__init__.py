"""Originals, kept byte for byte under their SHA-256, and the log of what was received."""
