"""Goods and services bought: name, make, model, number, unit and price, in tables, lines and sentences."""
