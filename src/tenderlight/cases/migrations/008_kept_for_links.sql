-- A document that comes is linked without what was compared before being looked at again.

CREATE TABLE kept_for_links ( -- what linking found in one document by itself, so that it need not be found again
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original
    part TEXT NOT NULL CHECK (part IN ('text', 'claims', 'alike', 'shown', 'traits')), -- what of it
    digest TEXT NOT NULL, -- SHA-256 of what it depends on, and of body: of another one, it is found anew
    body BLOB NOT NULL, -- see tenderlight.pipeline.link_texts
    PRIMARY KEY (document, part)
) STRICT;
