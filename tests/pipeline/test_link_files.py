"""Files of bids that say the same of themselves: claims with what may be shown, and no name of a person anywhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cases import Case
from tenderlight.cases.encoding import encode_claim
from tenderlight.cli import tenderlight
from tenderlight.model.claim import Claim
from tenderlight.model.link_value import LinkValue
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline.link_claims import link_case
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.reading_again import ReadAgain
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.verifying import Given, verify_case
from tenderlight.pipeline.verifying_files import unlike
from tests.linking.made_bids import AUTHORS, COMPANY, SAME_ID, write_case
from tests.memory_disk import memory_folder
from tests.pipeline.in_process import InProcess


@pytest.fixture(scope="module")
def made_once() -> Iterator[Path]:
    with memory_folder() as folder:
        (folder / "documents").mkdir()
        write_case(folder / "documents")
        options = RunOptions(paths=(folder / "documents",), case_folder=folder / "case", compare=False, lay_out=False)
        with InProcess() as hands, Case.open(folder / "case", create=True) as case:
            Run(case, options, hands).go()
            link_case(case)
            case.commit()
        yield folder


@pytest.fixture
def folder(made_once: Path) -> Iterator[Path]:
    with memory_folder() as place:
        shutil.copytree(made_once / "case", place / "case")
        yield place / "case"


def signs(folder: Path) -> dict[str, Claim]:
    """Return the claims between bids, by language."""
    with Case.open(folder) as case:
        found = list(case.claims(kind=StatementKind.LINK))
    assert {claim.rule for claim in found} == {"link.shared_traits"}
    return {Path(claim.quotes[0].path).name[:2]: claim for claim in found}


def value_of(claim: Claim) -> LinkValue:
    assert isinstance(claim.value, LinkValue)
    return claim.value


def test_each_three_bids_give_one_claim_with_what_may_be_shown(made_once: Path) -> None:
    found = signs(made_once / "case")
    assert {language: value_of(claim).traits for language, claim in found.items()} == {
        "zh": ("author", "company"),
        "en": ("author", "created", "document_id"),
        "ru": ("author",),
    }
    assert {quote.text for quote in found["zh"].quotes} == {COMPANY}
    assert {quote.text for quote in found["en"].quotes} == {"D:20240515101203+01'00'", SAME_ID}
    assert {quote.pointer for quote in found["en"].quotes} == {"metadata:Info/CreationDate", "metadata:ID/1"}
    assert {quote.text for quote in found["ru"].quotes} == {"ООО «Волжская оптика»", "ООО «Уральский сигнал»"}
    assert {Path(quote.path).stem for quote in found["zh"].quotes} == {"zh-bid-0", "zh-bid-1"}
    assert ("metadata:docProps/core.xml/lastModifiedBy", "metadata:docProps/core.xml/creator") in {
        tuple(sorted(pair, reverse=True)) for pair in value_of(found["zh"]).alike
    }


def test_the_base_rate_and_where_it_may_come_from_are_said(made_once: Path) -> None:
    for claim in signs(made_once / "case").values():
        value = value_of(claim)
        assert value.pairs == 0
        assert value.of_pairs is not None
        assert value.of_pairs >= 50
        assert any("may come from a form" in said for said in claim.against)
        assert any(f"Of at least {value.of_pairs} pairs" in said for said in claim.against)


def test_no_name_of_a_person_is_in_a_claim_an_export_or_the_index(folder: Path) -> None:
    for claim in signs(folder).values():
        assert not any(name in encode_claim(claim).decode() for name in AUTHORS)
    run = CliRunner()
    shown = [run.invoke(tenderlight, ["link", str(folder), *more]).output for more in ([], ["--json"])]
    for name in ("csv", "jsonl", "ocds"):
        target = folder.parent / f"out-{name}"
        assert run.invoke(tenderlight, ["export", str(folder), "--format", name, "-o", str(target)]).exit_code == 0
        files = target.rglob("*") if target.is_dir() else [target]
        shown += [path.read_bytes().decode("utf-8", "ignore") for path in files if path.is_file()]
    shown += [run.invoke(tenderlight, ["search", str(folder), name, "--json"]).output for name in AUTHORS]
    assert not any(name in said for said in shown for name in AUTHORS)
    assert COMPANY in shown[0] + shown[1]


def test_only_reading_one_file_shows_its_author(made_once: Path) -> None:
    file = made_once / "documents" / "en-bid-0.pdf"
    run = CliRunner()
    assert '["author","Info/Author","Miles Hartwood"]' in run.invoke(tenderlight, ["read", str(file), "--json"]).output
    for more in ([], ["--text"], ["--tables", "csv"]):
        assert "Hartwood" not in run.invoke(tenderlight, ["read", str(file), *more]).output


@pytest.mark.parametrize("read_again", [False, True])
def test_verify_finds_all_of_it_in_what_was_read_and_in_the_originals(folder: Path, *, read_again: bool) -> None:
    checked = verify_case(folder, Given(read_again=read_again))
    assert checked.faults == ()
    assert checked.quotes > 0


def test_what_files_do_not_say_alike_is_a_fault(made_once: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Case.open(made_once / "case") as case, ReadAgain(1) as again:
        assert list(unlike(case, again)) == []
        monkeypatch.setattr("tenderlight.pipeline.verifying_files.metadata_in", lambda _case, _document: ())
        faults = list(unlike(case, again))
    assert [where for _, where in faults] == ["what was read of"] * 3


def test_a_second_linking_is_the_same_and_a_case_without_properties_has_none(folder: Path) -> None:
    before = signs(folder)
    with Case.open(folder, create=True) as case:
        assert link_case(case) is None
    assert signs(folder) == before
