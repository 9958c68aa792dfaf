-- People review claims, correct words, ask parties to reply, write notes and publish: registers that only grow.

ALTER TABLE claims RENAME TO claims_of_format_3;
DROP INDEX claims_by_id;
DROP INDEX claims_by_document;
DROP INDEX claims_in_order;
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
INSERT INTO claims
SELECT id, document, position, contract, kind, capability, polarity, stage, rule, rule_version, confidence, page_number,
    start, 'unreviewed', 1, 0, NULL, body
FROM claims_of_format_3;
DROP TABLE claims_of_format_3;
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_document ON claims (document, position);
CREATE INDEX claims_in_order ON claims (contract, document, page_number, start, kind, position);
CREATE INDEX claims_in_queue ON claims (is_waiting, urgency DESC, id);
CREATE INDEX claims_of_kind_in_queue ON claims (kind, is_waiting, urgency DESC, id);
CREATE INDEX claims_of_capability_in_queue ON claims (capability, is_waiting, urgency DESC, id)
    WHERE capability IS NOT NULL;
CREATE INDEX claims_by_status ON claims (status, is_waiting, kind, capability);

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
