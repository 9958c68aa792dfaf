"""An open contracting release, its attached PDF and a saved notice of one contract: one contract, three sources."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases import Case
from tenderlight.linking.joins import BY_NUMBER_AND_BUYER, BY_TITLE
from tests.journeys.command import find, tenderlight
from tests.journeys.conftest import last_lines
from tests.reading.made_pdfs import MadePage, made_pdf, show

BUYER, SUPPLIER = "Harrowgate Vale District Council", "Lumen Street Systems Ltd"
NUMBER, OCID = "HVDC-2021-0077", "ocds-zz0009-HVDC-77"
SOURCES = ["attached.pdf", "release.json", "saved.html"]
TITLE = "Street camera maintenance for Harrowgate Vale"


def release(number: str) -> dict[str, object]:
    award = {
        "id": "A1",
        "status": "active",
        "date": "2021-04-22T00:00:00Z",
        "value": {"amount": 84750, "currency": "GBP"},
        "suppliers": [{"name": SUPPLIER}],
    }
    return {
        "ocid": OCID,
        "id": "1",
        "tag": ["award"],
        "date": "2021-04-30T00:00:00Z",
        "buyer": {"name": BUYER},
        "tender": {"id": number, "title": TITLE},
        "awards": [award],
    }


def pdf(*lines: str) -> bytes:
    shown = "\n".join(show(72, 720 - 24 * at, line) for at, line in enumerate(lines))
    return made_pdf(MadePage(content=shown, media_box=(0, 0, 612, 792)))


def html(buyer: str, supplier: str, amount: str, *more: str) -> str:
    lines = (
        "Contract award notice",
        f"Buyer: {buyer}",
        f"Supplier: {supplier}",
        f"Contract value: GBP {amount}",
        *more,
    )
    return "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"


def write(folder: Path, number_of_release: str, *, in_pdf: tuple[str, ...], in_page: str) -> Path:
    folder.mkdir()
    (folder / "release.json").write_text(json.dumps({"releases": [release(number_of_release)]}), "utf-8")
    price = "Contract value: GBP 84,750.00"
    (folder / "attached.pdf").write_bytes(pdf("Contract award notice", f"Buyer: {BUYER}", price, *in_pdf))
    same = html(BUYER, SUPPLIER, "87,450.00", in_page, f"Title: {TITLE}", "Date of award: 22 April 2021")
    (folder / "saved.html").write_text(same, "utf-8")
    other = html("Northmere City Council", "Other Cameras Ltd", "5,000.00", f"Reference number: {NUMBER}")
    (folder / "other.html").write_text(other, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("number", "in_pdf", "in_page", "why"),
    [
        (NUMBER, (f"Reference number: {NUMBER}",), f"Reference number: {NUMBER}", BY_NUMBER_AND_BUYER),
        ("77", (f"Title: {TITLE}", "Date of award: 22 April 2021"), "Published in full", BY_TITLE),
    ],
)
def test_three_sources_of_one_contract(
    tmp_path: Path, number: str, in_pdf: tuple[str, ...], in_page: str, why: str
) -> None:
    folder = write(tmp_path / "in", number, in_pdf=in_pdf, in_page=in_page)
    ended = find(folder, "--case", tmp_path / "case", "--json", "--no-layout")
    assert ended.code == 0, ended.err
    sources: dict[str, set[str]] = defaultdict(set)
    printed = last_lines(ended.out)
    assert len(printed) < len(ended.lines)  # each when it is made, those of documents that are joined once more
    for line in printed:
        claim = json.loads(line)
        sources[claim["contract"]].add(Path(claim["quotes"][0]["path"]).name)
    assert sorted(map(sorted, sources.values())) == [SOURCES, ["other.html"]]
    exported = tenderlight("export", tmp_path / "case", "--format", "jsonl", "-o", "-")
    assert sorted(exported.out.splitlines()) == sorted(printed)
    with Case.open(tmp_path / "case") as case:
        (reason,) = (why for why in case.contract_reasons().values() if why in {BY_NUMBER_AND_BUYER, BY_TITLE})
    assert reason == why
    (contract,) = (line for line in table(tmp_path / "case") if len(line["sources"]) == len(SOURCES))
    assert contract["because"] == why
    assert contract["suppliers"] == [f"{SUPPLIER} (sole)"]
    (differing,) = contract["contradictions"]
    assert differing.startswith("price: 84,750 GBP: ")
    assert "87,450 GBP: " in differing
    assert differing.count("attached.pdf") == differing.count("saved.html") == 1


def table(case: Path) -> list[dict[str, Any]]:
    exported = tenderlight("export", case, "--table", "contracts", "--format", "jsonl", "-o", "-")
    return [json.loads(line) for line in exported.lines]


def test_the_report_says_where_documents_contradict_each_other(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", NUMBER, in_pdf=(f"Reference number: {NUMBER}",), in_page=f"Reference no: {NUMBER}")
    more = "<p>The system shall match the faces of passers-by with a watchlist and raise an alarm.</p></body>"
    page = folder / "saved.html"
    page.write_text(page.read_text("utf-8").replace("</body>", more), "utf-8")
    assert find(folder, "--case", tmp_path / "case", "--no-layout").code == 0
    assert tenderlight("report", tmp_path / "case", "-o", tmp_path / "report").code == 0
    assert "documents contradict each other (1)" in (tmp_path / "report" / "index.html").read_text("utf-8")
    (contract,) = (tmp_path / "report" / "contracts").glob("*.html")
    shown = contract.read_text("utf-8")
    assert "The documents contradict each other:" in shown
    assert shown.count("84,750 GBP") >= 2
    assert BY_NUMBER_AND_BUYER in shown


def test_converted_figures_stand_beside_the_printed_ones(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", NUMBER, in_pdf=(f"Reference number: {NUMBER}",), in_page=f"Reference no: {NUMBER}")
    assert find(folder, "--case", tmp_path / "case", "--no-layout").code == 0
    rates = tmp_path / "rates.csv"
    rates.write_text("Date,GBP\n2021-04-22,0.8675\n", "utf-8")
    export = ("export", tmp_path / "case", "--format", "jsonl", "-o", "-", "--rates", rates)
    ended = tenderlight(*export)
    assert ended.code == 0, ended.err
    found = {json.loads(line)["claim"]: json.loads(line)["converted"] for line in ended.lines}
    figures = {one["converted_amount"] for one in found.values() if one}
    assert {round(84750 / 0.8675, 2), round(87450 / 0.8675, 2), None} == figures
    assert tenderlight(*export, "--to", "XYZ").code == tenderlight(*export, "--table", "pages").code == 2
