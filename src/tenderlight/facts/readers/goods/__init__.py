"""Goods that no layout was written for: words tagged by a model, then put together and checked by rules."""
