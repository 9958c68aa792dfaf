"""Words with boxes to text in reading order, text back to boxes, and running text to the pages it was laid out on."""
