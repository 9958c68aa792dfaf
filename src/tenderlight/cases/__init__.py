"""The case: one folder a person can copy, holding originals, log, readings, claims and their problems."""
