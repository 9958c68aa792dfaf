"""The steps in order, run on this machine."""
