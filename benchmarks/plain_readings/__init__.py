"""Second, plain readings of structured files: by the names of elements and members alone, with none of our code."""
