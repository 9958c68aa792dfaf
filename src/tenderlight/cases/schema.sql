-- The database of a case, format 8 (PRAGMA user_version). Comments inside the tables travel with every case file:
-- `sqlite3 case.sqlite .schema` prints them. docs/reference/case-format.md explains the same columns at length.
--
-- The truth of a case is custody.jsonl and objects/; all rows here can be made again from them and from readings/.

CREATE TABLE meta ( -- facts about this file, one a row
    key TEXT PRIMARY KEY, -- case_id, made_by, log_entries, log_bytes
    value TEXT NOT NULL -- as text, whatever it is
) STRICT, WITHOUT ROWID;

CREATE TABLE documents ( -- every original in the case, once
    sha256 TEXT PRIMARY KEY, -- SHA-256 of its bytes: its name in objects/
    size_bytes INTEGER NOT NULL -- its length
) STRICT, WITHOUT ROWID;

CREATE TABLE sightings ( -- under which paths an original was received
    path TEXT NOT NULL, -- as received; bytes of a name that are no UTF-8 stand as \xNN
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original
    -- The file's status when it was copied: while it stays so, the file is not read again. NULL where it had changed
    -- within two seconds of the copy: such a file is read again.
    device INTEGER, -- number of the file system it is on
    inode INTEGER, -- number of the file there
    size_bytes INTEGER, -- its length
    modified_ns INTEGER, -- when its content changed, in nanoseconds since 1970
    changed_ns INTEGER, -- when anything about it changed, in nanoseconds since 1970
    PRIMARY KEY (path, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_by_document ON sightings (document);

CREATE TABLE members ( -- files found inside an archive (itself an original)
    container TEXT NOT NULL REFERENCES documents (sha256), -- the archive
    position INTEGER NOT NULL, -- place in the archive, from 0; two files of an archive may have one path
    path TEXT NOT NULL, -- path inside the archive
    document TEXT NOT NULL REFERENCES documents (sha256), -- the file, an original of its own
    PRIMARY KEY (container, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_document ON members (document);

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

CREATE TABLE page_counts ( -- how many pages of an original there are of each sort, as `pages` has them one by one
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original
    state TEXT NOT NULL, -- as in `pages`
    is_recognised INTEGER NOT NULL, -- 1 = text recognition read them
    pages INTEGER NOT NULL, -- how many
    PRIMARY KEY (document, state, is_recognised)
) STRICT, WITHOUT ROWID;

CREATE TABLE problems ( -- what went wrong, and where
    subject TEXT NOT NULL, -- SHA-256 of the original; of something that could not be received, its path
    step TEXT NOT NULL CHECK (step IN ('receive', 'read', 'claim')), -- what was being done
    position INTEGER NOT NULL, -- order of the problems of one step
    document TEXT REFERENCES documents (sha256), -- NULL if it was not received
    code TEXT NOT NULL, -- see the reference of problems
    severity TEXT NOT NULL CHECK (severity IN ('note', 'partly', 'not_read')), -- what it costs
    message TEXT NOT NULL, -- what happened, in a sentence
    page_number INTEGER, -- NULL = the whole document
    pointer TEXT, -- place in a source without pages
    met_by TEXT NOT NULL, -- step and version that met it: pdf/1
    PRIMARY KEY (subject, step, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX problems_by_document ON problems (document);

CREATE TABLE claim_runs ( -- which originals were searched for claims, and with what
    document TEXT PRIMARY KEY REFERENCES documents (sha256), -- the original
    version TEXT NOT NULL, -- versions of facts, rules and vocabulary
    reading_sha256 TEXT NOT NULL, -- the stored reading that was searched
    claims INTEGER NOT NULL -- how many were found
) STRICT, WITHOUT ROWID;

CREATE TABLE contracts ( -- what claims are about
    id TEXT PRIMARY KEY, -- 128 bits of the SHA-256 of the key
    key TEXT NOT NULL, -- what it is known by, with scheme: ocid:…, project:…, document:…
    because TEXT NOT NULL -- why documents with this key are one contract
) STRICT, WITHOUT ROWID;

CREATE TABLE claims ( -- what documents say about contracts
    id TEXT NOT NULL, -- the same words in the same original under the same rule keep it in every run
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original of its first quote
    position INTEGER NOT NULL, -- order within the document
    contract TEXT NOT NULL REFERENCES contracts (id), -- what it is about
    kind TEXT NOT NULL, -- capability, buyer, supplier, amount …
    capability TEXT, -- code of the taxonomy, if the kind is capability
    polarity TEXT, -- required, offered …; only capabilities have one
    stage TEXT, -- plan, tender, award …; NULL = not said
    rule TEXT NOT NULL, -- code of the rule that made it
    rule_version INTEGER NOT NULL, -- version of that rule
    confidence REAL, -- 0-1; NULL = does not apply
    page_number INTEGER, -- of its first quote; NULL in a source without pages
    start INTEGER NOT NULL, -- of its first quote, in code points
    status TEXT NOT NULL CHECK (status IN ('unreviewed', 'confirmed', 'rejected', 'unsure')), -- made of `reviews`
    is_waiting INTEGER NOT NULL CHECK (is_waiting IN (0, 1)), -- 1 = nobody decided yet, or people disagree
    urgency INTEGER NOT NULL, -- place in the queue of what is to be reviewed, the highest first
    edit TEXT, -- what reviewers put in the place of value or boxes (JSON), made of `reviews`; NULL = nothing
    body TEXT NOT NULL, -- the claim as exported (JSON), but for the path of its quotes, which `sightings` knows
    UNIQUE (document, id)
) STRICT;
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_document ON claims (document, position);
CREATE INDEX claims_in_order ON claims (contract, document, page_number, start, kind, position, capability, polarity, stage,
    status, rule, is_waiting);
CREATE INDEX claims_in_queue ON claims (is_waiting, urgency DESC, id);
CREATE INDEX claims_of_kind_in_queue ON claims (kind, is_waiting, urgency DESC, id);
CREATE INDEX claims_of_capability_in_queue ON claims (capability, is_waiting, urgency DESC, id)
    WHERE capability IS NOT NULL;
CREATE INDEX claims_disputed ON claims (id) WHERE is_waiting = 1 AND status = 'unsure';

CREATE TABLE links ( -- which documents a claim of the kind `link` is between
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original that the claim stands under in `claims`
    other TEXT NOT NULL REFERENCES documents (sha256), -- the other one
    claim TEXT NOT NULL, -- id of the claim
    PRIMARY KEY (document, other, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_other ON links (other);

CREATE TABLE kept_for_links ( -- what linking found in one document by itself, so that it need not be found again
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original
    part TEXT NOT NULL CHECK (part IN ('text', 'claims', 'alike', 'shown', 'traits')), -- what of it
    digest TEXT NOT NULL, -- SHA-256 of what it depends on, and of body: of another one, it is found anew
    body BLOB NOT NULL, -- see tenderlight.pipeline.link_texts
    PRIMARY KEY (document, part)
) STRICT;

CREATE TABLE claim_counts ( -- how many claims there are of each sort, kept by the triggers below
    is_waiting INTEGER NOT NULL, -- as in `claims`
    kind TEXT NOT NULL, -- as in `claims`
    capability TEXT NOT NULL, -- as in `claims`; empty = NULL there
    polarity TEXT NOT NULL, -- as in `claims`; empty = NULL there
    stage TEXT NOT NULL, -- as in `claims`; empty = NULL there
    status TEXT NOT NULL, -- as in `claims`
    rule TEXT NOT NULL, -- as in `claims`
    claims INTEGER NOT NULL, -- how many
    PRIMARY KEY (is_waiting, kind, capability, polarity, stage, status, rule)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER claims_added AFTER INSERT ON claims BEGIN
    INSERT INTO claim_counts VALUES (new.is_waiting, new.kind, coalesce(new.capability, ''), coalesce(new.polarity, ''),
        coalesce(new.stage, ''), new.status, new.rule, 1) ON CONFLICT DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER claims_removed AFTER DELETE ON claims BEGIN
    UPDATE claim_counts SET claims = claims - 1 WHERE is_waiting = old.is_waiting AND kind = old.kind
        AND capability = coalesce(old.capability, '') AND polarity = coalesce(old.polarity, '')
        AND stage = coalesce(old.stage, '') AND status = old.status AND rule = old.rule;
END;
CREATE TRIGGER claims_decided AFTER UPDATE OF status, is_waiting ON claims BEGIN
    UPDATE claim_counts SET claims = claims - 1 WHERE is_waiting = old.is_waiting AND kind = old.kind
        AND capability = coalesce(old.capability, '') AND polarity = coalesce(old.polarity, '')
        AND stage = coalesce(old.stage, '') AND status = old.status AND rule = old.rule;
    INSERT INTO claim_counts VALUES (new.is_waiting, new.kind, coalesce(new.capability, ''), coalesce(new.polarity, ''),
        coalesce(new.stage, ''), new.status, new.rule, 1) ON CONFLICT DO UPDATE SET claims = claims + 1;
END;

CREATE TABLE party_decisions ( -- what people decided of two names of the case
    number INTEGER PRIMARY KEY, -- from 1, in the order of the log
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure', 'undo')), -- what they said
    one TEXT NOT NULL, -- key of a spelling; empty of an undoing
    other TEXT NOT NULL, -- key of the other one
    person TEXT NOT NULL, -- who said so, as they call themselves
    because TEXT NOT NULL, -- why, in their words
    at TEXT NOT NULL, -- when, UTC
    undoes INTEGER -- number of the decision that no longer counts; only of an undoing
) STRICT;

CREATE TABLE reviews ( -- what people said of claims; rows of this table and of those below are only ever added
    number INTEGER PRIMARY KEY, -- from 1, in the order of the log
    claim TEXT NOT NULL, -- id of the claim; it may no longer be made
    object TEXT NOT NULL, -- the original it rests on first
    verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'reject', 'unsure', 'undo')), -- what they said
    person TEXT NOT NULL, -- who said so, as they call themselves
    because TEXT NOT NULL, -- why, in their words; empty = not said
    at TEXT NOT NULL, -- when, UTC
    saw TEXT NOT NULL, -- SHA-256 of what the claim said then: kind, value, polarity, stage, words of its quotes
    edit TEXT, -- what they put in the place of value or boxes (JSON); NULL = nothing
    seen INTEGER, -- number of the newest review of the claim that they saw; 0 = saw none; NULL = not known
    undoes INTEGER -- number of the review that no longer counts; only of an undoing
) STRICT;
CREATE INDEX reviews_by_claim ON reviews (claim, number);

CREATE TABLE replies ( -- which parties were asked to reply, and what they answered
    number INTEGER PRIMARY KEY, -- from 1, in the order of the log
    party TEXT NOT NULL, -- its name
    contract TEXT NOT NULL, -- what it was asked about: id of a contract; empty = the whole case
    asked_of TEXT NOT NULL, -- whom we asked: a person, an office, an address
    asked_how TEXT NOT NULL, -- by letter, mail, telephone …
    asked_at TEXT NOT NULL, -- when: a day or a time
    deadline TEXT NOT NULL, -- by which day an answer was asked for
    attachments TEXT NOT NULL, -- what lies beside it (JSON): name, SHA-256, size_bytes of each; it is in objects/
    person TEXT NOT NULL, -- who wrote this entry
    at TEXT NOT NULL, -- when they wrote it, UTC
    answer TEXT, -- in full; NULL = none came
    answered_at TEXT, -- when it came: a day or a time; NULL = none came
    amends INTEGER -- number of the earlier entry that this one stands for; NULL = it is the first on this request
) STRICT;

CREATE TABLE corrections ( -- words that people read otherwise than the reader or recogniser
    number INTEGER PRIMARY KEY, -- from 1, in the order of the log
    object TEXT NOT NULL, -- the original
    reading_sha256 TEXT NOT NULL, -- the stored reading that was corrected
    was TEXT NOT NULL, -- the words as read
    now TEXT NOT NULL, -- the words as the person reads them
    person TEXT NOT NULL, -- who corrected them
    because TEXT NOT NULL, -- why, in their words; empty = not said
    at TEXT NOT NULL, -- when, UTC
    page_number INTEGER, -- from 1; NULL only of an undoing
    starts_at INTEGER, -- where the words start in the page's text, in code points; NULL only of an undoing
    ends_at INTEGER, -- where they end; NULL only of an undoing
    undoes INTEGER -- number of the correction that no longer counts; only of an undoing
) STRICT;
CREATE INDEX corrections_by_page ON corrections (object, page_number);

CREATE TABLE notes ( -- notes and tags on anything in the case
    number INTEGER PRIMARY KEY, -- from 1, in the order of the log
    kind TEXT NOT NULL CHECK (kind IN ('note', 'tag', 'search', 'undo')), -- what it is; a search is a saved one
    subject TEXT NOT NULL, -- what it is on: claim:…, contract:…, document:…, page:…, party:…, case
    text TEXT NOT NULL, -- the note, the tag, the name and the words of the search
    person TEXT NOT NULL, -- who wrote it
    at TEXT NOT NULL, -- when, UTC
    undoes INTEGER -- number of the note or tag that is taken back; only of an undoing
) STRICT;
CREATE INDEX notes_by_subject ON notes (subject, number);
CREATE INDEX notes_by_text ON notes (kind, text);

CREATE TABLE publications ( -- dossiers that were published, and withdrawn
    number INTEGER PRIMARY KEY, -- from 1, in the order of the log
    kind TEXT NOT NULL CHECK (kind IN ('publish', 'withdraw')), -- what was done
    dossier TEXT NOT NULL, -- name of the dossier
    sha256 TEXT NOT NULL, -- SHA-256 of its manifest
    claims TEXT NOT NULL, -- ids of its claims, with spaces between
    person TEXT NOT NULL, -- who did it
    because TEXT NOT NULL, -- why, in their words; empty = not said
    at TEXT NOT NULL, -- when, UTC
    concerns INTEGER -- number of the publication that is superseded or withdrawn; NULL = none
) STRICT;
