from __future__ import annotations

from tenderlight.matching.tables import name_tables, readings


def test_the_tables_hold_forms_words_and_readings() -> None:
    tables = name_tables()
    assert {"zh", "ja", "cyrillic", "hangul", "arabic"} <= set(tables.words)
    assert len({row.form for row in tables.forms}) == len(tables.forms)
    known = {row.form for row in tables.forms}
    assert all(set(row.may_be) <= {*known, "il-ltd"} for row in tables.forms)
    assert readings().characters["康"] == "kang"
