-- People decide which names of a case are one party: a log that only grows.

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
