"""What running text says without labels: who awards what to whom, and for how much."""
