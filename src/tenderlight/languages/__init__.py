"""Text as written → values to compare: folding, scripts, numerals, money, dates."""
