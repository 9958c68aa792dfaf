"""The sets that `benchmarks/facts.py` reads facts from, one module each."""
