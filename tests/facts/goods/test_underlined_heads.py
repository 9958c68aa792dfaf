"""A line over a rule of strokes is the head of a list, and none of its goods."""

from __future__ import annotations

from tests.facts.summary import read, summarise

HEADS = (
    "TYPE  ITEM  MAKE  MODEL  CALIBRE  STATUS  FLAGS\nSERIAL NUMBER  REPORT/TAG NUMBER  CASE/FILE NUMBER  LOCATION\n"
)


def test_heads_over_a_rule_are_no_goods() -> None:
    rule = "-------------  -------------------  --------------------  -----------------------\n"
    assert summarise(read(f"{HEADS}{rule}PISTOL\n")).get("items", ()) == ()


def test_goods_under_a_rule_are_read() -> None:
    text = (
        "PURCHASE ORDER 14\nBuyer: Port of Azura\nItem  Make  Model  Qty  Unit price\n----  ----  ----  ----  ----\n"
        "Camera  Orbis  OB-12  4  250.00\nRecorder  Orbis  OR-8  1  900.00"
    )
    assert len(summarise(read(text))["items"]) == len(("Camera", "Recorder"))  # type: ignore[arg-type]
