"""Exports: the same bytes for the same claims, and no cell that starts a formula."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.reader.excel import load_workbook

from tenderlight.cases import PageLine
from tenderlight.model.claim import Claim
from tenderlight.model.document import PageMethod, ReadState
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, CapabilityValue, TextValue, Value
from tenderlight.publish.cells import COLUMNS, row, safe
from tenderlight.publish.page_cells import PAGE_COLUMNS
from tenderlight.publish.tables import PAGE_WRITERS, WRITERS


def make_claim(kind: StatementKind, value: Value, text: str, polarity: Polarity | None = None) -> Claim:
    quote = Quote(document="ab" * 32, path="case/a.pdf", start=3, end=3 + len(text), text=text, page_number=2)
    return Claim(
        claim="00" * 16,
        contract="11" * 16,
        kind=kind,
        value=value,
        polarity=polarity,
        stage=Stage.AWARD,
        rule="facts.test",
        rule_version=1,
        confidence=0.9,
        against=(),
        quotes=(quote,),
    )


CLAIMS = [
    make_claim(
        StatementKind.AMOUNT,
        AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal("-5.25"), currency="CNY"),
        "-5.25元",
    ),
    make_claim(
        StatementKind.CAPABILITY,
        CapabilityValue(capability="eth.face_ethnicity"),
        "区分汉族与\n少数民族",
        Polarity.STANDARD,
    ),
    make_claim(StatementKind.TITLE, TextValue(text='=HYPERLINK("x")'), '=HYPERLINK("x")'),
]


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_the_same_claims_give_the_same_bytes(form: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    WRITERS[form](iter(CLAIMS), first)
    WRITERS[form](iter(CLAIMS), second)
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [first.name, second.name]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "a;=1", "a| -cmd", "＋1", "－1", "＠x"]
)
def test_a_text_that_might_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["中标公告", "a=b", "3-5 台", "x@y", "民族(汉族)"])
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_csv_keeps_numbers_as_numbers_and_lines_inside_cells(tmp_path: Path) -> None:
    WRITERS["csv"](iter(CLAIMS), tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["amount"] == "-5.25"
    assert rows[1]["quote"] == "区分汉族与\n少数民族"
    assert rows[2]["value"] == '\'=HYPERLINK("x")'


def test_xlsx_holds_no_formula_and_types_numbers(tmp_path: Path) -> None:
    WRITERS["xlsx"](iter(CLAIMS), tmp_path / "claims.xlsx")
    sheet = load_workbook(tmp_path / "claims.xlsx").active  # type: ignore[no-untyped-call]
    header = [cell.value for cell in sheet[1]]
    assert header == list(COLUMNS)
    assert sheet.cell(2, header.index("amount") + 1).value == -5.25
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}


def test_json_lines_have_one_claim_a_line(tmp_path: Path) -> None:
    WRITERS["jsonl"](iter(CLAIMS), tmp_path / "claims.jsonl")
    lines = (tmp_path / "claims.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["amount", "capability", "title"]


def test_a_row_has_every_column() -> None:
    for claim in CLAIMS:
        assert list(row(claim)) == list(COLUMNS)


def test_an_export_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    WRITERS["csv"](iter(CLAIMS), target)
    before = target.read_bytes()

    def broken() -> object:
        yield CLAIMS[0]
        raise RuntimeError("the disk went away")

    with pytest.raises(RuntimeError, match="disk"):
        WRITERS["csv"](broken(), target)  # type: ignore[arg-type]
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


PAGES = [
    PageLine(
        document="ab" * 32,
        path="=evil.pdf",
        page_number=1,
        state=ReadState.READ,
        method=PageMethod.RECOGNISED,
        read_by="pp-ocrv6-small/1",
        confidence=0.9731,
        reasons=("page-recognised",),
    ),
    PageLine(
        document="ab" * 32,
        path="=evil.pdf",
        page_number=2,
        state=ReadState.NOT_READ,
        method=PageMethod.NONE,
        read_by="pdf/1",
        confidence=None,
        reasons=("page-needs-recognition", "hidden-text"),
    ),
]


@pytest.mark.parametrize("form", sorted(PAGE_WRITERS))
def test_the_ledger_of_pages_has_its_own_table(form: str, tmp_path: Path) -> None:
    target = tmp_path / f"pages.{form}"
    PAGE_WRITERS[form](iter(PAGES), target)
    first = target.read_bytes()
    PAGE_WRITERS[form](iter(PAGES), target)
    assert target.read_bytes() == first


def test_pages_as_rows_and_as_lines(tmp_path: Path) -> None:
    PAGE_WRITERS["csv"](iter(PAGES), tmp_path / "pages.csv")
    with (tmp_path / "pages.csv").open(encoding="utf-8-sig", newline="") as file:
        recognised, unread = csv.DictReader(file)
    assert list(recognised) == list(PAGE_COLUMNS)
    assert (recognised["path"], recognised["confidence"], recognised["page_number"]) == ("'=evil.pdf", "0.9731", "1")
    assert (unread["state"], unread["confidence"]) == ("not_read", "")
    assert unread["reasons"] == "page-needs-recognition hidden-text"
    PAGE_WRITERS["jsonl"](iter(PAGES), tmp_path / "pages.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "pages.jsonl").read_text("utf-8").splitlines()]
    assert [list(line) for line in lines] == [list(PAGE_COLUMNS)] * 2
    assert lines[1]["reasons"] == ["page-needs-recognition", "hidden-text"]
    assert lines[1]["confidence"] is None
