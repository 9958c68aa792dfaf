"""Parties that no rule reads, and doubts about those that rules have read: proposed by models."""
