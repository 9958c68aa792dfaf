"""What may go wrong with documents: pages, text, sheets and Office parts. Sorted by code."""

from __future__ import annotations

from tenderlight.model.problem_kind import ProblemKind, Severity, kind

DOCUMENT_PROBLEMS: dict[str, ProblemKind] = dict(
    [
        kind(
            "cells-not-read",
            Severity.PARTLY,
            "The sheet holds cells written in a way that is not read; they came out empty.",
            "Open the workbook in a spreadsheet program, save it as XLSX, and read that.",
        ),
        kind(
            "charset-uncertain",
            Severity.PARTLY,
            "Some bytes do not fit the character set of the file; they were guessed, or stand as �.",
            "Open the file in a browser or editor, find its character set, and compare.",
        ),
        kind(
            "components-many",
            Severity.PARTLY,
            "The document names more products than are taken of one document; those that come last were left out.",
            "Look through the end of the document by hand.",
        ),
        kind(
            "format-not-yet-read",
            Severity.NOT_READ,
            "The file is of a format that Tenderlight knows but does not read yet.",
            "Convert it to PDF, or read it by hand.",
        ),
        kind(
            "formula-without-value",
            Severity.PARTLY,
            "The sheet has formulas without a stored result; these cells came out empty.",
            "Open the workbook in a spreadsheet program, save it, and read it again.",
        ),
        kind(
            "hidden-rows",
            Severity.NOTE,
            "The sheet has hidden rows or columns; they were read.",
            "Say so when you quote from them.",
        ),
        kind(
            "hidden-sheet",
            Severity.NOTE,
            "The workbook has a hidden sheet; it was read.",
            "Say so when you quote from it.",
        ),
        kind(
            "hidden-slide",
            Severity.NOTE,
            "The slide is hidden in the show; it was read.",
            "Say so when you quote from it.",
        ),
        kind(
            "hidden-text",
            Severity.NOTE,
            "The file holds text that it does not show; it was left out.",
            "Look at the source of the file if hidden text matters.",
        ),
        kind(
            "language-without-rules",
            Severity.NOTE,
            "The document is in a language for which rules are missing or not complete: that they found nothing in it"
            " says nothing.",
            "Have somebody who reads the language look at the document.",
        ),
        kind(
            "layout-failed",
            Severity.NOTE,
            "The file could not be laid out on pages; its quotes have their paragraph or cell, and no page and box.",
            "Open the file in LibreOffice, export it as PDF, and compare.",
        ),
        kind(
            "layout-not-made",
            Severity.NOTE,
            "The file was not laid out on pages; its quotes have their paragraph or cell, and no page and box.",
            "Install LibreOffice with its Python module, and bubblewrap (Debian packages: libreoffice-writer-nogui,"
            " libreoffice-impress-nogui, python3-uno, bubblewrap), and run again.",
        ),
        kind(
            "layout-partly",
            Severity.NOTE,
            "Some words of the file were not found on the pages it was laid out on; they have no page and box.",
            "Open the file in its own program to see such a quote on its page.",
        ),
        kind(
            "limit-cells",
            Severity.PARTLY,
            "The sheet spans more cells than are read of one sheet.",
            "Open the workbook, delete what is far away from the data, and save a copy.",
        ),
        kind(
            "limit-characters",
            Severity.PARTLY,
            "The file has more text than is read of one file.",
            "Split the file.",
        ),
        kind(
            "limit-pages",
            Severity.PARTLY,
            "The file has more pages or sheets than are read of one file.",
            "Split the file.",
        ),
        kind(
            "limit-pixels",
            Severity.PARTLY,
            "The picture has more pixels than are decoded.",
            "Save it with fewer dots an inch, or cut it into parts.",
        ),
        kind(
            "limit-recognition",
            Severity.PARTLY,
            "Text recognition was at the document for as long as it may before it came to this page, which is left as"
            " it was found in the file.",
            "Run again with more time (`tenderlight find PATH --recognise-minutes MINUTES`), split the file, or read"
            " the page by hand.",
        ),
        kind(
            "metadata-not-read",
            Severity.NOTE,
            "What the file says of itself beside its pages (programs, times) could not be read.",
            "Open the file in its own program and look at its properties, if they matter.",
        ),
        kind(
            "no-text",
            Severity.PARTLY,
            "The file holds no text; what it shows may be pictures.",
            "Open the file; if it shows text, save it as PDF and read that.",
        ),
        kind(
            "office-damaged",
            Severity.PARTLY,
            "A part of the Office file is damaged and was not read.",
            "Open the file in its program and save it again, or ask the source for it.",
        ),
        kind(
            "office-encrypted",
            Severity.NOT_READ,
            "The Office file is locked with a password.",
            "Ask the source for the password, and save a copy without it.",
        ),
        kind(
            "office-part-not-read",
            Severity.PARTLY,
            "The Office file holds a document of another format, which was not read.",
            "Open the file in its program, and save it as PDF.",
        ),
        kind(
            "office-part-twice",
            Severity.NOTE,
            "The Office file has two parts of one name; the first was read.",
            "Compare with what an Office program shows: such a file was not written by one.",
        ),
        kind(
            "office-too-old",
            Severity.NOT_READ,
            "The Office file was written by a version before Word 97; such files are not read.",
            "Open it in LibreOffice, save it as DOCX or PDF, and add the copy.",
        ),
        kind(
            "office-without-text",
            Severity.NOT_READ,
            "The Office file lacks the part that holds its text.",
            "Ask the source for the file again.",
        ),
        kind(
            "page-font-missing",
            Severity.PARTLY,
            "Text of the page is in a font that neither the file nor this machine has; some of it was lost.",
            "Install a font with Chinese characters (Debian: fonts-wqy-microhei), then read the file into a new case.",
        ),
        kind(
            "page-needs-recognition",
            Severity.PARTLY,
            "The page is a picture; the words in it were not read.",
            "Install text recognition (`pip install 'tenderlight[ocr]'`) and run again, or read the page by hand.",
        ),
        kind(
            "page-not-recognised",
            Severity.PARTLY,
            "Text recognition failed on the page, which is left as it was found in the file.",
            "Read the page by hand; please report it with the file's SHA-256.",
        ),
        kind(
            "page-recognised",
            Severity.NOTE,
            "The words of the page were read by text recognition from its picture.",
            "Compare every quote with the picture of the page.",
        ),
        kind(
            "page-read-by-font-tables",
            Severity.NOTE,
            "A font of the page is missing; its words were read by the tables that fonts leave in the file, and whether"
            " the page shows them was not checked.",
            "Compare every quote with the page in another viewer, or ask the source for the whole file.",
        ),
        kind(
            "page-text-doubtful",
            Severity.NOTE,
            "The text that the file gives the page does not read like text, and may not be what the page shows.",
            "Compare quotes with the picture of the page; text recognition does (`pip install 'tenderlight[ocr]'`).",
        ),
        kind(
            "page-text-garbled",
            Severity.PARTLY,
            "The fonts of the page do not say which characters they show; its text was not used.",
            "Install text recognition (`pip install 'tenderlight[ocr]'`) and run again, or read the page by hand.",
        ),
        kind(
            "page-text-guessed",
            Severity.NOTE,
            "The fonts of the page do not say which characters they show; a guess that reads like text was used.",
            "Compare every quote with the picture of the page.",
        ),
        kind(
            "page-text-invisible",
            Severity.PARTLY,
            "The words of the page are an invisible layer over a picture and may differ from what it shows.",
            "Compare quotes with the picture of the page; text recognition does (`pip install 'tenderlight[ocr]'`).",
        ),
        kind(
            "page-text-kept",
            Severity.NOTE,
            "The text that the file gives the page was compared with its picture by text recognition, and kept.",
            "Compare a quote with the picture of the page where it matters.",
        ),
        kind(
            "page-unreadable",
            Severity.PARTLY,
            "The page could not be opened.",
            "Open the file in a PDF viewer and read the page by hand.",
        ),
        kind(
            "pdf-cut-off",
            Severity.PARTLY,
            "The PDF ends too early; what is left of it was read, and text may be missing on any page.",
            "Ask the source for the whole file.",
        ),
        kind(
            "pdf-damaged",
            Severity.NOT_READ,
            "The PDF is damaged beyond repair.",
            "Ask the source for the file again.",
        ),
        kind(
            "pdf-encrypted",
            Severity.NOT_READ,
            "The PDF opens only with a password.",
            "Remove the password with a PDF program, then add the copy.",
        ),
        kind(
            "pdf-no-pages",
            Severity.NOT_READ,
            "The PDF has no pages.",
            "Ask the source for the file again.",
        ),
        kind(
            "pdf-repaired",
            Severity.NOTE,
            "The PDF is damaged; it was repaired in memory for reading, and parts may be missing.",
            "Ask the source for an undamaged copy if something seems missing.",
        ),
        kind(
            "picture-damaged",
            Severity.NOT_READ,
            "The picture is damaged, or of a kind that cannot be decoded.",
            "Open it in another program and save it as PNG or TIFF, or ask the source for it again.",
        ),
        kind(
            "pictures-not-read",
            Severity.NOTE,
            "The file holds pictures that were not taken out; words in them were not read.",
            "Look at the pictures.",
        ),
        kind(
            "recogniser-not-opened",
            Severity.NOTE,
            "Text recognition is installed and could not be started; pages that are pictures were not read.",
            "Remove the packages rapidocr and onnxruntime, run `pip install 'tenderlight[ocr]'`, and run again.",
        ),
        kind(
            "recognition-askew-left-out",
            Severity.NOTE,
            "Text in the picture that runs askew (a watermark, the rim of a seal) was left out.",
            "Look at the picture of the page.",
        ),
        kind(
            "recognition-cyrillic",
            Severity.NOTE,
            "Lines in Cyrillic letters were read by an engine of their own.",
            "Compare words that could be of either script (HP, НР) with the picture of the page.",
        ),
        kind(
            "recognition-lines-left-out",
            Severity.PARTLY,
            "Lines in the picture of the page could not be read and were left out.",
            "Compare with the picture of the page: they may be a signature, a stain, or text.",
        ),
        kind(
            "recognition-script-unknown",
            Severity.PARTLY,
            "Text in the picture is in letters that text recognition does not know: it knows Chinese, Japanese, Latin, "
            "and Cyrillic where that engine is installed.",
            "If it is Cyrillic, install that engine (`pip install 'tenderlight[ocr]'` and Debian's "
            "`tesseract-ocr-script-cyrl`) and run again; if Arabic, Korean ..., read the page by hand.",
        ),
        kind(
            "recognition-seal",
            Severity.NOTE,
            "A grey or black seal lies on the page; words under it may be missing or wrong.",
            "Compare quotes from under the seal with the picture of the page.",
        ),
        kind(
            "recognition-unsure",
            Severity.PARTLY,
            "Most of what was read in the picture of the page is uncertain.",
            "Compare every quote with the picture of the page, or ask the source for a better copy.",
        ),
        kind(
            "sheet-without-cells",
            Severity.NOTE,
            "The workbook has a sheet that is a chart or a program; it has no cells to read.",
            "Open the workbook to see it.",
        ),
        kind(
            "sheets-not-laid-out",
            Severity.NOTE,
            "Workbooks and tables written as text are not laid out on pages: quotes from them have sheet and cell, or"
            " row and cell, which stay the same, and no page and box.",
            "Open the file and go to the cell that the quote names.",
        ),
        kind(
            "text-damaged",
            Severity.PARTLY,
            "Some bytes of the text fit no character; they stand as �.",
            "Ask the source for the file again.",
        ),
        kind(
            "tracked-changes",
            Severity.NOTE,
            "The document holds changes that are not accepted: insertions were read, deletions were not.",
            "Open the document and look at the changes.",
        ),
        kind(
            "unknown-format",
            Severity.NOT_READ,
            "The file is of no format that Tenderlight reads.",
            "Convert it to PDF, or read it by hand.",
        ),
        kind(
            "xml-dtd",
            Severity.PARTLY,
            "A part declares entities, which Office files do not; it was not read.",
            "Do not open the file in other programs before someone has looked into it.",
        ),
    ]
)
