"""Lines of pages that were broken for want of room, read as the paragraphs they were."""
