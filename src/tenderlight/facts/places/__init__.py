"""Divisions of countries by their official codes, and where a contract belongs."""
