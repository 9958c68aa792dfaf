-- Pages may be read by text recognition: who read each page, how sure, and why it is as it is.

ALTER TABLE readings RENAME TO readings_of_format_1;
CREATE TABLE readings ( -- what the newest reader made of an original
    document TEXT PRIMARY KEY REFERENCES documents (sha256), -- the original
    reader TEXT NOT NULL, -- empty if no reader takes the format
    reader_version INTEGER NOT NULL, -- raised whenever the same bytes may come out differently
    media_type TEXT NOT NULL, -- as found in the bytes
    state TEXT NOT NULL CHECK (state IN ('read', 'partly', 'not_read')), -- how much of it was read
    page_count INTEGER, -- pages (sheets, records, files) the original says it has; NULL = unknown
    pages_read INTEGER NOT NULL, -- pages of which something was read
    records INTEGER NOT NULL, -- notices of a structured source
    walls TEXT NOT NULL, -- which walls of the cage held while it was read
    recogniser TEXT NOT NULL, -- text recognition and its version; 'none' = needed and not there, '' = not needed
    cpu_seconds REAL, -- what reading it cost; NULL = not measured
    file TEXT NOT NULL, -- the stored reading, from the case folder
    file_sha256 TEXT NOT NULL -- SHA-256 of that file
) STRICT, WITHOUT ROWID;
INSERT INTO readings
SELECT document, reader, reader_version, media_type, state, page_count, pages_read, records, walls,
    CASE WHEN EXISTS (
        SELECT 1 FROM problems WHERE problems.document = old.document AND code IN
        ('page-needs-recognition', 'page-text-garbled', 'page-text-invisible')
    ) THEN 'none' ELSE '' END,
    cpu_seconds, file, file_sha256
FROM readings_of_format_1 AS old;
DROP TABLE readings_of_format_1;

ALTER TABLE pages RENAME TO pages_of_format_1;
CREATE TABLE pages ( -- the ledger: every page of every original, read or not
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original
    page_number INTEGER NOT NULL, -- from 1
    state TEXT NOT NULL CHECK (state IN ('read', 'partly', 'not_read')), -- how much of it was read
    method TEXT NOT NULL CHECK (method IN ('text_layer', 'recognised', 'flow', 'none')), -- how its text was obtained
    read_by TEXT, -- reader or recogniser, with version; NULL = nobody takes this format
    confidence REAL, -- of text recognition, 0-1, mean over its characters; NULL = born digital, or no words
    reasons TEXT, -- codes of the problems of the page, the costly ones first, with spaces between; NULL = none
    PRIMARY KEY (document, page_number)
) STRICT, WITHOUT ROWID;
INSERT INTO pages
SELECT old.document, page_number, old.state, method, CASE WHEN reader <> '' THEN reader || '/' || reader_version END,
    NULL, reason
FROM pages_of_format_1 AS old JOIN readings ON readings.document = old.document;
DROP TABLE pages_of_format_1;
