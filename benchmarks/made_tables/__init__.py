"""Pages with tables whose cells are known, and pages of prose that hold none, made for the measurements."""
