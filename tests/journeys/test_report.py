"""The static report: whole pages, nothing from outside, and nothing of a document that a browser would obey."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tenderlight.cases import Case
from tenderlight.model.problem import PROBLEMS
from tests.journeys.command import find, tenderlight
from tests.journeys.conftest import FoundCase, once
from tests.journeys.report_pages import faults_of, read_page

PNG = b"\x89PNG\r\n\x1a\n"

PLANTED = "\"><img src=x onerror=alert(1)><script>alert('{}')</script><a href='javascript:alert(2)'>"
"""Words that a page would obey if it took them as they are."""


@pytest.fixture(scope="session")
def report(example_case: FoundCase, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the report of the example case."""

    def write(folder: Path) -> None:
        ended = tenderlight("report", example_case.folder, "-o", folder)
        assert (ended.code, ended.lines) == (0, [str(folder / "index.html")])
        assert ended.err.startswith(f"Open {folder / 'index.html'} in a browser.\nNext: tenderlight export ")

    return once(tmp_path_factory, worker_id, "report", write)


def test_pages_are_well_formed_without_script_and_lead_nowhere_outside(report: Path) -> None:
    assert faults_of(report) == []
    assert len(list((report / "contracts").iterdir())) >= 3


def test_every_contract_leads_to_its_parties_and_each_party_back(report: Path) -> None:
    parties = (report / "parties.html").read_text("utf-8")
    for contract in (report / "contracts").iterdir():
        linked = re.findall(r'href="\.\./parties\.html#(party-[0-9a-f]{16})"', contract.read_text("utf-8"))
        assert linked, contract
        for party in linked:
            (section,) = re.findall(rf'(?s)<section class="claim" id="{party}">.*?</section>', parties)
            assert f'href="contracts/{contract.name}"' in section


def test_every_capability_claim_has_its_quote_lit_on_a_picture(report: Path, example_case: FoundCase) -> None:
    pages = {path.stem: read_page(path) for path in (report / "contracts").iterdir()}
    texts = {contract: squeeze(page.text) for contract, page in pages.items()}
    claims = [json.loads(line) for line in example_case.lines]
    for claim in (one for one in claims if one["kind"] == "capability"):
        page, quote = pages[claim["contract"]], claim["quotes"][0]
        assert claim["claim"] in page.anchors
        assert squeeze(quote["text"]) in texts[claim["contract"]]
        numbers = [quote["page_number"]] * len(quote["boxes"]) if quote["layout"] is None else quote["layout_pages"]
        for number in numbers:
            picture = f"{(quote['layout'] or quote['document'])[:16]}-{number}.png"
            assert f"../pages/{picture}" in page.images
            assert (report / "pages" / picture).read_bytes().startswith(PNG)


def test_a_redacted_report_shows_no_pictures_and_a_redacted_export_has_every_claim(
    example_case: FoundCase, tmp_path: Path
) -> None:
    (tmp_path / "report" / "pages").mkdir(parents=True)
    (tmp_path / "report" / "pages" / "older.png").write_bytes(PNG)
    assert tenderlight("report", example_case.folder, "--redact", "-o", tmp_path / "report").code == 0
    assert faults_of(tmp_path / "report") == []
    assert list((tmp_path / "report").rglob("*.png")) == []
    target = tmp_path / "claims.jsonl"
    assert tenderlight("export", example_case.folder, "--format", "jsonl", "--redact", "-o", target).code == 0
    claims = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert {one["claim"] for one in claims} == {json.loads(line)["claim"] for line in example_case.lines}


def test_what_speaks_against_a_claim_is_never_left_out(report: Path, example_case: FoundCase) -> None:
    texts = {path.stem: squeeze(read_page(path).text) for path in (report / "contracts").iterdir()}
    for claim in map(json.loads, example_case.lines):
        if claim["kind"] == "capability":
            assert all(squeeze(sentence) in texts[claim["contract"]] for sentence in claim["against"])
            assert "Whatspeaksagainstit" in texts[claim["contract"]]


def test_the_overview_says_what_was_not_read_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "公告.bin").write_bytes(bytes(range(256)))
    assert tenderlight("find", tmp_path / "公告.bin", "--case", tmp_path / "case").code == 3
    assert tenderlight("report", tmp_path / "case", "-o", tmp_path / "report").code == 0
    text = squeeze(read_page(tmp_path / "report" / "index.html").text)
    assert "公告.bin" in text
    assert squeeze(PROBLEMS["unknown-format"].message) in text
    assert squeeze(PROBLEMS["unknown-format"].next_step) in text


def test_the_overview_lists_the_pages_that_were_recognised(report: Path, example_case: FoundCase) -> None:
    with Case.open(example_case.folder) as case:
        counts = case.summary().pages
    text = squeeze(read_page(report / "index.html").text)
    assert squeeze(counts.words.capitalize()) in text
    section = text.split(squeeze("Pages recognised, partly read and not read"))[1]
    assert section.split(squeeze("All documents"))[0].count("04-政府采购合同-扫描件.pdf") == 1
    assert squeeze("pages 1–9") in section


def test_a_report_written_again_has_the_same_bytes(report: Path, example_case: FoundCase, tmp_path: Path) -> None:
    stale = tmp_path / "contracts" / f"{'0' * 32}.html"
    mine = tmp_path / "contracts" / "mine.html"
    stale.parent.mkdir()
    stale.touch()
    mine.touch()
    assert tenderlight("report", example_case.folder, "-o", tmp_path).code == 0
    mine.unlink()
    assert files(tmp_path) == files(report)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def squeeze(text: str) -> str:
    return "".join(text.split())


def planted_notice(folder: Path) -> None:
    """Write a notice whose name, title, buyer, project and requirement hold what a browser would obey."""
    name = PLANTED.format("name").replace("/", "∕")[:80]
    shown = {
        word: PLANTED.format(word).replace("<", "&lt;").replace(">", "&gt;") for word in ("title", "buyer", "text")
    }
    page = f"""<html><head><meta charset="utf-8"><title>{shown["title"]}</title></head><body>
<h1>澜水县公安局{shown["title"]}项目合同公告</h1>
<p>项目编号：LSX-2024-001{shown["title"]}</p><p>项目名称：{shown["title"]}系统</p>
<p>采购人：澜水县公安局{shown["buyer"]}</p>
<p>投标人应提供人脸布控功能{shown["text"]}，抓拍人脸与布控库即时比对并告警。</p>
</body></html>"""
    (folder / f"{name}.html").write_text(page, "utf-8")


def planted_release(folder: Path) -> None:
    """Write a release package with the same in its ids, names and descriptions."""
    words = PLANTED.format("release")
    parties = [{"id": f"B{words}", "name": f"Council {words}", "roles": ["buyer"]}]
    tender = {
        "id": f"T-1{words}",
        "title": f"Terminals {words}",
        "description": f"Live facial recognition cameras shall match every passing face against a watchlist {words}.",
        "status": "active",
        "value": {"amount": 5, "currency": "GBP"},
    }
    release = {
        "ocid": f"ocds-ex4mpl-1{words}",
        "id": "1",
        "date": "2024-01-01T00:00:00Z",
        "tag": ["tender"],
        "initiationType": "tender",
        "language": "en",
        "parties": parties,
        "buyer": {"id": parties[0]["id"], "name": parties[0]["name"]},
        "tender": tender,
    }
    package = {"uri": "x", "version": "1.1", "publishedDate": "2024-01-01T00:00:00Z", "releases": [release]}
    (folder / "release.json").write_text(json.dumps(package), "utf-8")


def planted_workbook(folder: Path) -> None:
    """Write a workbook whose sheet has such a name, and such an author."""
    with xlsxwriter.Workbook(folder / "prices.xlsx") as book:
        book.set_properties({"title": PLANTED.format("property"), "author": PLANTED.format("author")})
        sheet = book.add_worksheet("<svg onload=alert(3)>")
        sheet.write_row(0, 0, ["名称", "单价"])
        sheet.write_row(1, 0, [f"实时人脸布控报警软件{PLANTED.format('cell')}，标配", "100元"])


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder with such documents in `documents`, and a case and its report with such a name."""

    def make(place: Path) -> None:
        documents = place / "documents"
        documents.mkdir(parents=True)
        writers: list[Callable[[Path], None]] = [planted_notice, planted_release, planted_workbook]
        for write in writers:
            write(documents)
        case = place / "<script>alert('case')<"
        assert find(documents, "--case", case).code == 0
        assert tenderlight("report", case, "-o", place / "report").code == 0

    return once(tmp_path_factory, worker_id, "planted", make)


def test_nothing_planted_in_a_document_is_obeyed(planted: Path) -> None:
    assert faults_of(planted / "report") == []
    pages = [read_page(path) for path in (planted / "report").rglob("*.html")]
    text = "".join(page.text for page in pages)
    for word in ("name", "title", "buyer", "text", "release", "cell", "case"):
        assert f"<script>alert('{word}')<" in text, word
    assert "<svg onload=alert(3)>!A2" in text
    assert not any("alert" in style for style in (page.style for page in pages))


def test_what_was_planted_is_claimed_word_for_word(planted: Path) -> None:
    with Case.open(planted / "<script>alert('case')<") as case:
        texts = [quote.text for claim in case.claims() for quote in claim.quotes]
        capabilities = {claim.document for claim in case.claims(kind="capability")}
    assert any(re.search(r"<script>alert\('title'\)</script>", text) for text in texts)
    assert len(capabilities) == 3
