"""Documents without pages, laid out once, so that every quote of them has a page and a box.

LibreOffice makes a PDF of the original, behind walls of its own (`converter`, `office_script`); the PDF is read in the
cage, and the words of the document are found again on its pages (`aligning`). `desk` passes documents from one to the
other while others are read.
"""
