"""Labels: which words of a line are one, what it means, and where its value begins."""
