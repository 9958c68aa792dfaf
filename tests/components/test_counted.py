from decimal import Decimal

from tenderlight.components.counted import with_counts
from tenderlight.model.statement import Anchor, Statement, StatementKind
from tenderlight.model.values import ComponentValue, Grade, Naming


def component(start: int, value: ComponentValue) -> Statement:
    return Statement(
        kind=StatementKind.COMPONENT,
        value=value,
        anchors=(Anchor(start=start, end=start + 2, text="ab", page_number=1),),
        rule="test",
        rule_version=1,
    )


def test_a_part_in_the_same_words_is_kept_once_with_the_count_of_the_facts() -> None:
    found = component(0, ComponentValue(name="GPU", part_of="server", made_by="nvidia"))
    counted = component(1, ComponentValue(name="GPU", part_of="server", quantity_per_unit=Decimal(8)))
    (one,) = with_counts([found], [counted], grade=Grade.AWARD)
    assert isinstance(one.value, ComponentValue)
    assert (one.value.made_by, one.value.quantity_per_unit) == ("nvidia", Decimal(8))


def test_a_part_that_only_the_facts_have_is_kept_and_named() -> None:
    counted = component(9, ComponentValue(name="加速卡", maker="算芯", quantity_per_unit=Decimal(8)))
    (one,) = with_counts([], [counted], grade=Grade.AWARD)
    assert isinstance(one.value, ComponentValue)
    assert (one.value.maker, one.value.naming, one.value.grade) == ("算芯", Naming.LISTED, Grade.AWARD)
