"""Lots: where the text about each begins and ends, who won it and for how much, or that nobody did."""
