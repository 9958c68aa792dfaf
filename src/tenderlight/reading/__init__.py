"""Bytes to pages of verbatim text with places; one module a format, each behind `model.reader.Reader`."""
