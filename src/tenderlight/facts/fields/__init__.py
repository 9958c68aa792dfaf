"""Values beside labels, wherever these stand: in lines, tables, saved registers and the forms of the EU."""
