-- Claims and pages are counted once, not by every page that shows how many there are.

DROP INDEX claims_by_status;
CREATE INDEX claims_disputed ON claims (id) WHERE is_waiting = 1 AND status = 'unsure';

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
INSERT INTO claim_counts
SELECT is_waiting, kind, coalesce(capability, ''), coalesce(polarity, ''), coalesce(stage, ''), status, rule, count(*)
FROM claims GROUP BY 1, 2, 3, 4, 5, 6, 7;

CREATE TABLE page_counts ( -- how many pages of an original there are of each sort, as `pages` has them one by one
    document TEXT NOT NULL REFERENCES documents (sha256), -- the original
    state TEXT NOT NULL, -- as in `pages`
    is_recognised INTEGER NOT NULL, -- 1 = text recognition read them
    pages INTEGER NOT NULL, -- how many
    PRIMARY KEY (document, state, is_recognised)
) STRICT, WITHOUT ROWID;
INSERT INTO page_counts SELECT document, state, method = 'recognised', count(*) FROM pages GROUP BY 1, 2, 3;
