"""The words of notices, lots and sentences, ready to look up, and nothing of where they stand."""
