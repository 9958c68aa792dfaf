"""The one table of look-alikes."""

from __future__ import annotations

from tenderlight._generated import lookalikes
from tenderlight.languages.lookalikes import by_shape, latin_pairs, were_confused


def test_columns_are_of_one_length_and_characters_in_order() -> None:
    columns = (lookalikes.CLOSELY, lookalikes.LOOSELY, lookalikes.SEEN)
    assert {len(column) for column in columns} == {len(lookalikes.CHARACTERS)}
    assert list(lookalikes.CHARACTERS) == sorted(set(lookalikes.CHARACTERS))


def test_what_looks_alike_closely_is_part_of_what_looks_alike() -> None:
    wide, close = by_shape(), by_shape(closely=True)
    assert "人" in wide["入"]
    assert all(set(others) <= set(wide[sign]) for sign, others in close.items())
    assert all(sign not in others for sign, others in wide.items())


def test_what_was_confused_is_both_ways_and_nothing_else() -> None:
    assert were_confused("限", "银")
    assert were_confused("银", "限")
    assert not were_confused("限", "限")
    assert not were_confused("苏", "州")
    assert not were_confused("限", "")


def test_letters_read_for_one() -> None:
    assert ("rn", "m") in latin_pairs()
