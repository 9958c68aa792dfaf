"""Word, Excel, PowerPoint, OpenDocument, Rich Text and OFD files."""
