"""Findings about what two files say alike: looked for in both originals of a dossier, and never taken on trust."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tenderlight.publish.finding_again import AgainQuote, FoundAgain, QuotingClaim, find_again
from tests.linking.made_bids import Said, pdf_file, word_file

AUTHOR, SAVED = "metadata:Info/Author", "metadata:docProps/core.xml/lastModifiedBy"


def found(folder: Path, value: dict[str, object], *, saved_by: str = "nora fenwick") -> FoundAgain:
    originals = folder / "data" / "originals"
    originals.mkdir(parents=True)
    (originals / "one").write_bytes(pdf_file("Bidder: Oak Ltd", Said(author="Nora Fenwick")))
    (originals / "two").write_bytes(word_file("Bidder: Ash Ltd", Said(last=saved_by)))
    quotes = [
        AgainQuote(document=name, start=0, end=6, text="Bidder", page_file="pages/1.json", page_number=1)
        for name in ("one", "two")
    ]
    claim = QuotingClaim(claim="c1", quotes=quotes, value=msgspec.Raw(msgspec.json.encode(value)))
    return find_again(folder, {"data/originals/one", "data/originals/two"}, [claim], lambda _done, _all: None)


def test_what_both_files_say_is_found_in_both(tmp_path: Path) -> None:
    whole = found(tmp_path, {"link": "shared_traits", "other": "two", "alike": [[AUTHOR, SAVED]]})
    assert (whole.found, whole.faults) == (2, [])


@pytest.mark.parametrize(
    ("alike", "saved_by"),
    [([[AUTHOR, SAVED]], "Ivo Lindt"), ([[SAVED, AUTHOR]], "Nora Fenwick"), ([["a", "b", "c"]], "Nora Fenwick")],
)
def test_what_they_do_not_say_is_a_fault(tmp_path: Path, alike: list[list[str]], saved_by: str) -> None:
    whole = found(tmp_path, {"other": "two", "alike": alike}, saved_by=saved_by)
    assert whole.faults == ["Finding c1: the two files do not say the same of themselves, read again."]


@pytest.mark.parametrize("value", [{"name": "Oak Ltd"}, {"other": "sealed", "alike": [[AUTHOR, SAVED]]}])
def test_other_findings_and_sealed_originals_have_no_such_fault(tmp_path: Path, value: dict[str, object]) -> None:
    assert found(tmp_path, value).faults == []
