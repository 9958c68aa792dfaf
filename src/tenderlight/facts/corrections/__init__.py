"""What a later paper takes back or changes, and what it puts in place."""
