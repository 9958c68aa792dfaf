-- What the tables of a case need on PostgreSQL besides `schema.sql`, which is put into its words by postgresql_words.py.

-- Paths and problems have keys longer than an index takes: what is long is known by its beginning and a digest.
CREATE FUNCTION short_of(words TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN octet_length(words) <= 500 THEN words ELSE left(words, 100) || ' ' || md5(words) END
$$;
CREATE UNIQUE INDEX sightings_key ON sightings (short_of(path), document);
CREATE INDEX sightings_by_path ON sightings USING hash (path);
CREATE UNIQUE INDEX problems_key ON problems (short_of(subject), step, position);
CREATE INDEX problems_by_subject ON problems USING hash (subject);
CREATE INDEX notes_by_text ON notes USING hash (text);

-- The value of a claim, of its body. PostgreSQL takes no JSON with the character of number 0 apart: it goes by another
-- name meanwhile, and so do pairs of backslashes, one of which might stand before "u0000".
CREATE FUNCTION value_of(body TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN strpos(body, '\u0000') = 0 THEN CAST(CAST(body AS JSON) -> 'value' AS TEXT)
    ELSE replace(replace(CAST(CAST(
        replace(replace(body, '\\', U&'\+0FFFFE'), '\u0000', U&'\+0FFFFF') AS JSON) -> 'value' AS TEXT),
        U&'\+0FFFFF', '\u0000'), U&'\+0FFFFE', '\\') END
$$;

-- The counts of claims, kept by a trigger for each statement: one for each row would write a row of counts as often.
CREATE FUNCTION count_claims_added() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO claim_counts AS counts
    SELECT is_waiting, kind, coalesce(capability, ''), coalesce(polarity, ''), coalesce(stage, ''), status, rule, count(*)
    FROM added GROUP BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (is_waiting, kind, capability, polarity, stage, status, rule)
    DO UPDATE SET claims = counts.claims + excluded.claims;
    RETURN NULL;
END
$$;
CREATE FUNCTION count_claims_removed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE claim_counts AS counts SET claims = counts.claims - gone.claims FROM (
        SELECT is_waiting, kind, coalesce(capability, '') AS capability, coalesce(polarity, '') AS polarity,
            coalesce(stage, '') AS stage, status, rule, count(*) AS claims
        FROM removed GROUP BY 1, 2, 3, 4, 5, 6, 7
    ) AS gone
    WHERE (counts.is_waiting, counts.kind, counts.capability, counts.polarity, counts.stage, counts.status, counts.rule)
        = (gone.is_waiting, gone.kind, gone.capability, gone.polarity, gone.stage, gone.status, gone.rule);
    RETURN NULL;
END
$$;
CREATE FUNCTION count_claims_decided() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE claim_counts AS counts SET claims = counts.claims - gone.claims FROM (
        SELECT is_waiting, kind, coalesce(capability, '') AS capability, coalesce(polarity, '') AS polarity,
            coalesce(stage, '') AS stage, status, rule, count(*) AS claims
        FROM removed GROUP BY 1, 2, 3, 4, 5, 6, 7
    ) AS gone
    WHERE (counts.is_waiting, counts.kind, counts.capability, counts.polarity, counts.stage, counts.status, counts.rule)
        = (gone.is_waiting, gone.kind, gone.capability, gone.polarity, gone.stage, gone.status, gone.rule);
    INSERT INTO claim_counts AS counts
    SELECT is_waiting, kind, coalesce(capability, ''), coalesce(polarity, ''), coalesce(stage, ''), status, rule, count(*)
    FROM added GROUP BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (is_waiting, kind, capability, polarity, stage, status, rule)
    DO UPDATE SET claims = counts.claims + excluded.claims;
    RETURN NULL;
END
$$;
CREATE TRIGGER claims_added AFTER INSERT ON claims REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_claims_added();
CREATE TRIGGER claims_removed AFTER DELETE ON claims REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION count_claims_removed();
CREATE TRIGGER claims_decided AFTER UPDATE ON claims REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_claims_decided();
