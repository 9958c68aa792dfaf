"""No cell of an export starts a formula, whatever a document says; numbers below nought stay numbers.

Goal 15 of the goals of reliability in its short form: 21 forms, none live, every honest negative kept.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.reader.excel import load_workbook

from tenderlight.cases import PageLine
from tenderlight.model.claim import Claim
from tenderlight.model.document import PageMethod, ReadState
from tenderlight.model.values import AmountKind, LineItemValue, SupplierValue, TextValue
from tenderlight.publish import tables
from tenderlight.publish.contract_cells import contract_row
from tests.publish.made_contract import money, said

FORMS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u3000=1+1",
    "\xa0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    '"=1+1',
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1+1)",
    "a;=1+1",
    "a|\t@SUM(1+1)",
]
NEGATIVES = [Decimal("-5.25"), Decimal("-1234567.89"), Decimal("-0.01"), Decimal("-40")]
ORDINARY = ["中标公告", "a=b", "3-5 台", "x@y", "民族(汉族)", "a; b", "'quoted'", "(-5)", "价格：-5元"]


def is_live(cell: str) -> bool:
    """Say whether a spreadsheet program may run a cell, by what it does with it: trim, fold the width, cut at signs.

    A cell with an apostrophe before it is a text as a whole.
    """
    if cell.startswith("'"):
        return False
    for part in cell.replace("|", ";").split(";"):
        seen = "".join(sign for sign in part if not sign.isspace() and unicodedata.category(sign) not in {"Cf", "Cc"})
        if unicodedata.normalize("NFKC", seen.lstrip('"'))[:1] in {"=", "+", "-", "@"}:
            return True
    return cell[:1] in {"\t", "\r", "\n"}


def hostile(text: str) -> list[Claim]:
    claims = [
        said(TextValue(text=text)),
        said(SupplierValue(name=text)),
        said(LineItemValue(name=text, model=text, unit=text)),
    ]
    quote = claims[0].quotes[0]
    quotes = (replace(quote, path=text, text=text, end=len(text), pointer=text),)
    return [replace(claim, quotes=quotes, against=(text,)) for claim in claims]


def cells_of(written: Path, *, skip: int = 1) -> list[str | float]:
    """Return every cell of a file under its header; numbers as numbers."""
    if written.suffix == ".xlsx":
        sheet = load_workbook(written).active  # type: ignore[no-untyped-call]
        assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}
        return [cell.value for line in list(sheet.iter_rows())[skip:] for cell in line if cell.value is not None]
    with written.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, quoting=csv.QUOTE_NONNUMERIC))
    return [cell for line in lines[skip:] for cell in line]


def write_all(texts: Iterable[str], form: str, folder: Path) -> list[str | float]:
    """Write claims, contracts and pages that hold texts in every column, and return all cells."""
    claims, contracts, pages = [], [], []
    for text in texts:
        claims += hostile(text)
        made = contract_row("k", text, claims[-3:])
        made.add("replies", text)
        contracts.append(made)
        pages.append(
            PageLine(
                document=text,
                path=text,
                page_number=1,
                state=ReadState.READ,
                method=PageMethod.FLOW,
                read_by=text,
                confidence=None,
                reasons=(text,),
            )
        )
    tables.WRITERS[form](claims, folder / f"claims.{form}")
    tables.CONTRACT_WRITERS[form](contracts, folder / f"contracts.{form}")
    tables.PAGE_WRITERS[form](pages, folder / f"pages.{form}")
    return [cell for name in ("claims", "contracts", "pages") for cell in cells_of(folder / f"{name}.{form}")]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_is_live(form: str, tmp_path: Path) -> None:
    assert len(FORMS) == 21
    assert all(map(is_live, FORMS))
    cells = write_all(FORMS, form, tmp_path)
    assert [cell for cell in cells if isinstance(cell, str) and is_live(cell)] == []
    trimmed = [str(cell).lstrip("'") for cell in cells]
    # a workbook writes a carriage return as its own escape and trims nothing
    assert {text for text in FORMS if "\r" not in text} - set(trimmed) == set()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_check_finds_cells_that_are_let_through(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "safe", lambda text: text)
    cells = write_all(FORMS, form, tmp_path)
    live = {cell for cell in cells if isinstance(cell, str) and is_live(cell)}
    assert {text for text in FORMS if "\r" not in text} - live == set()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_honest_negative_and_ordinary_text_is_kept(form: str, tmp_path: Path) -> None:
    claims = [said(money(AmountKind.AWARD, str(number))) for number in NEGATIVES]
    target = tmp_path / f"claims.{form}"
    tables.WRITERS[form](claims, target)
    numbers = {cell for cell in cells_of(target) if isinstance(cell, int | float) and cell < 0}
    assert numbers == {float(number) for number in NEGATIVES}
    kept = write_all(ORDINARY, form, tmp_path)
    assert set(ORDINARY) - set(kept) == set()


@pytest.mark.parametrize("sign", [" ", "\u200b", "\t", ";", "|", "=", '"', "-", "\x00", "　", "a", "中", "1"])
def test_long_runs_of_one_sign_cost_no_time(sign: str) -> None:
    from tenderlight.publish.cells import safe

    assert safe(sign * 100_000).lstrip("'") == (sign * 100_000).lstrip("'")
