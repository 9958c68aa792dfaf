"""A document in the hands of the fact finders: its lines and tables, entries, stage, language and origin."""
