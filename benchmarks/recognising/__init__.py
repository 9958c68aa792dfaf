"""What `benchmarks/recognition.py` is made of."""
