"""Files in files: archives and packed files, with limits."""
