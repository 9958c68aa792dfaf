"""Prices that no rule reads: proposed by a model."""
