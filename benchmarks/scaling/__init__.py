"""What `benchmarks/scale.py` measures past one machine, and the faults that a cluster must bear."""
