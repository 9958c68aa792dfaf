"""The example case from its folder to claims and exports, held against what a careful reader finds in it."""

from __future__ import annotations

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tenderlight.cases import Case
from tenderlight.model.document import PageMethod, ReadState
from tenderlight.model.statement import StatementKind
from tests.journeys.command import EXAMPLE, tenderlight
from tests.journeys.conftest import FoundCase
from tests.journeys.truth import Document, differences, documents_of, load_expected

SAME_FACTS = (StatementKind.STAGE, StatementKind.BUYER, StatementKind.SUPPLIER, StatementKind.PROJECT_NUMBER)
SCAN = "04-政府采购合同-扫描件.pdf"


def test_what_was_not_read_whole_shows_in_the_exit_code_and_the_summary(example_case: FoundCase) -> None:
    with Case.open(example_case.folder) as case:
        summary = case.summary()
    assert summary.documents == 16
    assert example_case.code == (3 if summary.partly or summary.not_read else 0)
    states = f"{summary.read} read, {summary.partly} partly read, {summary.not_read} not read"
    assert f"16 documents: {states}. 8 contracts, " in example_case.err
    assert f"\n{summary.pages.words}.\n" in example_case.err
    assert "  page-recognised: 1\n" in example_case.err
    assert f"Next: tenderlight report {example_case.folder}\n" in example_case.err
    assert "Traceback" not in example_case.err


def test_the_scan_is_read_and_says_what_the_same_contract_says_as_text(example_case: FoundCase) -> None:
    with Case.open(example_case.folder) as case:
        documents = documents_of(case)
    scan, text = documents[SCAN], documents["03-政府采购合同.pdf"]
    assert [page.method for page in scan.reading.pages] == [PageMethod.RECOGNISED] * 9
    assert all(page.state is not ReadState.NOT_READ for page in scan.reading.pages)
    for kind in SAME_FACTS:
        assert values(scan, kind) == values(text, kind), kind
    assert {name for name, one in documents.items() if one.reading.state is not ReadState.READ} <= {SCAN}
    for claim in scan.claims:
        for quote in claim.quotes:
            assert quote.reader.startswith("pp-ocrv6-small")
            assert quote.boxes
            page = scan.reading.pages[(quote.page_number or 0) - 1]
            assert page.text[quote.start : quote.end] == quote.text


def test_the_scan_and_its_text_are_linked_as_one_notice_and_nothing_else(example_case: FoundCase) -> None:
    with Case.open(example_case.folder) as case:
        (link,) = case.claims(kind=StatementKind.LINK)
        notices = case.links.notices
    assert link.rule == "link.same_notice"
    assert {Path(quote.path).name for quote in link.quotes} == {SCAN, "03-政府采购合同.pdf"}
    assert all(quote.boxes for quote in link.quotes)
    assert notices is not None
    assert notices.copies == 1
    assert (
        f"Documents compared: {notices.compared}; notices: {notices.notices}; copies of those: 1;" in example_case.err
    )


def values(document: Document, kind: StatementKind) -> set[str]:
    return {str(claim.value) for claim in document.claims if claim.kind is kind}


def test_the_case_says_what_a_careful_reader_finds(example_case: FoundCase) -> None:
    """All but the differences listed in `known_differences.toml`; one that is gone is to be struck out there."""
    with Case.open(example_case.folder) as case:
        found = {one.name: one.seen for one in differences(case, load_expected(EXAMPLE))}
    known = known_differences()
    new = [f"{name} ({seen})" for name, seen in found.items() if name not in known]
    assert not new, "new differences:\n" + "\n".join(new)
    gone = sorted(known - found.keys())
    assert not gone, "strike out of known_differences.toml, for they are gone:\n" + "\n".join(gone)


def known_differences() -> set[str]:
    listed = tomllib.loads((Path(__file__).parent / "known_differences.toml").read_text("utf-8"))
    assert all(group["because"] and group["differences"] for group in listed["known"])
    return {name for group in listed["known"] for name in group["differences"]}


def test_documents_of_one_procedure_are_one_contract(example_case: FoundCase) -> None:
    with Case.open(example_case.folder) as case:
        documents = documents_of(case)
    for contract in load_expected(EXAMPLE)["contracts"]:
        of_contract = {
            claim.contract
            for name, document in documents.items()
            if name.split("!")[0] in contract["documents"]
            for claim in document.claims
        }
        assert len(of_contract) == 1, contract["documents"]


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx"])
def test_exports_hold_every_claim(form: str, example_case: FoundCase, tmp_path: Path) -> None:
    target = tmp_path / f"claims.{form}"
    ended = tenderlight("export", example_case.folder, "--format", form, "-o", target)
    assert (ended.code, ended.out, ended.err) == (0, b"", f"Wrote {target}\n")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    printed = {json.loads(line)["claim"] for line in example_case.lines}
    assert exported_claims(target) == sorted(printed)
    assert len(printed) > 100


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_an_export_to_standard_output_is_the_file_and_nothing_else(
    form: str, example_case: FoundCase, tmp_path: Path
) -> None:
    target = tmp_path / f"claims.{form}"
    tenderlight("export", example_case.folder, "--format", form, "-o", target)
    ended = tenderlight("export", example_case.folder, "--format", form, "-o", "-", folder=tmp_path)
    assert (ended.code, ended.out, ended.err) == (0, target.read_bytes(), "")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def exported_claims(target: Path) -> list[str]:
    if target.suffix == ".jsonl":
        return sorted(json.loads(line)["claim"] for line in target.read_text("utf-8").splitlines())
    if target.suffix == ".csv":
        with target.open(encoding="utf-8-sig", newline="") as file:
            return sorted(row["claim"] for row in csv.DictReader(file))
    book: Any = openpyxl.load_workbook(target, read_only=True)  # type: ignore[attr-defined,no-untyped-call]
    return sorted(str(row[0]) for row in list(book.worksheets[0].values)[1:])


def test_the_jsonl_export_holds_the_lines_that_were_printed(example_case: FoundCase, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    assert tenderlight("export", example_case.folder, "--format", "jsonl", "-o", target).code == 0
    assert sorted(target.read_bytes().split(b"\n")[:-1]) == sorted(example_case.lines)


def test_suggestions_are_written_as_asked_and_change_nothing(example_case: FoundCase) -> None:
    before = (example_case.folder / "custody.jsonl").read_bytes()
    ended = tenderlight("suggest", example_case.folder, "--per-thousand", "1", "--format", "jsonl", "-o", "-")
    suggested = [json.loads(line) for line in ended.lines]
    assert (ended.code, [list(one) for one in suggested]) == (0, [["capability", "score", "model", "quotes"]])
    assert tenderlight("suggest", example_case.folder, "--format", "csv").code == 2
    assert (example_case.folder / "custody.jsonl").read_bytes() == before
