"""Names for `benchmarks/screening.py`: the shared sets, and names of nobody to stand between them."""
