"""Kinds of tables of the second family."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT

from benchmarks.made_tables.flowed_words import OFFICES, OFFICES_ZH, STAGES, STAGES_ZH, TOWNS, TOWNS_ZH, WORKS, WORKS_ZH

Maker = Callable[[random.Random, int], str]


@dataclass(slots=True)
class Kind:
    """A kind of table: heads, makers of cells, alignments, widths in ems."""

    heads: tuple[str, ...]
    makers: tuple[Maker, ...]
    aligns: tuple[int, ...]
    ems: tuple[float, ...]


def money(high: int) -> Maker:
    """Return a maker of amounts."""
    return lambda chance, _: f"{chance.randint(1_000, high) / 100:,.2f}"


def kinds_of_tables(zh: bool) -> list[Kind]:
    """Return the kinds of tables, in Chinese or English."""

    def pick(western: tuple[str, ...], chinese: tuple[str, ...]) -> Maker:
        return lambda chance, _: chance.choice(chinese if zh else western)

    def date(chance: random.Random, _: int) -> str:
        day, month = chance.randint(1, 28), chance.randint(1, 12)
        return f"2023年{month}月{day}日" if zh else f"{day:02d}/{month:02d}/2023"

    def share(chance: random.Random, _: int) -> str:
        return f"{chance.randint(1, 99)}.{chance.randint(0, 9)} %"

    def maybe(maker: Maker) -> Maker:
        return lambda chance, row: maker(chance, row) if chance.random() < 0.6 else ""

    left, right, centre = TA_LEFT, TA_RIGHT, TA_CENTER
    code: Maker = lambda _, row: f"{row // 4 + 1}.{row % 4 + 1}"  # noqa: E731
    number: Maker = lambda chance, _: str(chance.randint(1, 9_999))  # noqa: E731
    return [
        Kind(
            ("編號", "工程項目", "數量", "單價", "複價") if zh else ("Ref", "Works", "Quantity", "Rate", "Total"),
            (code, pick(WORKS, WORKS_ZH), number, money(90_000), money(9_000_000)),
            (left, left, right, right, right),
            (4, 15, 6, 8, 9),
        ),
        Kind(
            ("階段", "負責單位", "日期") if zh else ("Stage", "Responsible office", "Date"),
            (pick(STAGES, STAGES_ZH), pick(OFFICES, OFFICES_ZH), date),
            (left, left, left),
            (12, 12, 9),
        ),
        Kind(
            ("地區", "2020", "2021", "2022", "2023", "增減")
            if zh
            else ("Town", "2020", "2021", "2022", "2023", "Change"),
            (pick(TOWNS, TOWNS_ZH), number, number, maybe(number), number, share),
            (left, right, right, right, right, right),
            (10, 5, 5, 5, 5, 6),
        ),
        Kind(
            ("標包", "投標人", "報價", "工期（日）", "評分", "名次", "備註")
            if zh
            else ("Lot", "Tenderer", "Tender sum", "Days", "Score", "Rank", "Notes"),
            (
                lambda _, row: str(row % 3 + 1),
                pick(tuple(f"{town} Contractors" for town in TOWNS), tuple(f"{town}營造有限公司" for town in TOWNS_ZH)),
                money(90_000_000),
                number,
                share,
                lambda _, row: str(row + 1),
                maybe(pick(("late", "see minute 4", "withdrawn"), ("遲交", "見紀錄", "撤回"))),
            ),
            (centre, left, right, centre, centre, centre, left),
            (4, 13, 10, 6, 6, 4, 8),
        ),
        Kind(
            ("類別", "說明", "需求", "備註") if zh else ("Category", "Description", "Requirement", "Notes"),
            (
                pick(OFFICES, OFFICES_ZH),
                pick(WORKS, WORKS_ZH),
                pick(
                    ("shall be new", "as drawing 4, with two coats", "to match"),
                    ("全新品", "依圖說施作並塗裝二道", "同既有"),
                ),
                maybe(number),
            ),
            (left, left, left, right),
            (8, 13, 11, 5),
        ),
    ]
