"""Tables written by tools and committed; never edited by hand."""
