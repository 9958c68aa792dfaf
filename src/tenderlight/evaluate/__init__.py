"""Scores on labelled sets: wrong accusations and wrong values first."""
