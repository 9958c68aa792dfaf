-- Lists of claims are put together from one index, whatever they are narrowed to.

DROP INDEX claims_in_order;
CREATE INDEX claims_in_order ON claims (contract, document, page_number, start, kind, position, capability, polarity, stage,
    status, rule, is_waiting);
