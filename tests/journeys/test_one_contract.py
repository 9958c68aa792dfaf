"""An open contracting release, its attached PDF and a saved notice of one contract: one contract, three sources."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.linking.joins import BY_NUMBER_AND_BUYER, BY_TITLE
from tests.journeys.command import find, tenderlight
from tests.reading.made_pdfs import MadePage, made_pdf, show

BUYER, SUPPLIER = "Harrowgate Vale District Council", "Lumen Street Systems Ltd"
NUMBER, OCID = "HVDC-2021-0077", "ocds-zz0009-HVDC-77"
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
    for line in ended.lines:
        claim = json.loads(line)
        sources[claim["contract"]].add(Path(claim["quotes"][0]["path"]).name)
    assert sorted(map(sorted, sources.values())) == [["attached.pdf", "release.json", "saved.html"], ["other.html"]]
    exported = tenderlight("export", tmp_path / "case", "--format", "jsonl", "-o", "-")
    assert sorted(exported.lines) == sorted(ended.lines)
    with Case.open(tmp_path / "case") as case:
        (reason,) = (why for why in case.contract_reasons().values() if why in {BY_NUMBER_AND_BUYER, BY_TITLE})
    assert reason == why
