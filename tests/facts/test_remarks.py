from decimal import Decimal

from tenderlight.facts import remarks


def test_remarks_read_back_as_flags() -> None:
    assert remarks.flag_of(remarks.replaces("755000 (printed 75.5万元)")) == "superseded_amount:755000"
    assert remarks.flag_of(remarks.conflict(Decimal("253000.50"))) == "amount_conflict:253000.5"
    assert remarks.flag_of(remarks.lots_sum(Decimal(500000))) == "sum_mismatch:500000"
    assert remarks.flag_of(remarks.NO_UNIT) is None
    assert remarks.flag_of(remarks.also_prints("3 万元")) is None
