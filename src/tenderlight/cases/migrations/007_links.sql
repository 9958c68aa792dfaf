-- What documents have in common with each other is claimed, too.

CREATE TABLE links ( -- which documents a claim of the kind `link` is between
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original that the claim stands under in `claims`
    other TEXT NOT NULL REFERENCES documents (sha256), -- the other one
    claim TEXT NOT NULL, -- id of the claim
    PRIMARY KEY (document, other, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_other ON links (other);
