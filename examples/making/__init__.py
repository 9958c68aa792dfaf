"""Makes the documents of the example case from the text in `examples/source`."""
