"""Pages of PDF files: opened, repaired, judged, read, drawn."""
