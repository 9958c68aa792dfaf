"""The goal table of reliability, whose rows several benchmarks measure."""
