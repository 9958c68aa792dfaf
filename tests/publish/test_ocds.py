"""A case as a release package: valid, the same bytes in every run, replies and reviews in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases import Case
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.errors import UsageError
from tenderlight.model.claim import ClaimStatus
from tenderlight.model.reply import Answer, Asked
from tenderlight.model.review import ReviewVerdict
from tenderlight.publish.exporting import Wish, export
from tenderlight.publish.ocds import Packaging, write_ocds
from tenderlight.publish.told_replies import REPLY_KEYS, Replies
from tests.memory_disk import memory_folder
from tests.publish.made_contract import BUYER, LOSER, WINNER, make_case
from tests.publish.ocds_validator import EXTENSION, faults


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        made = make_case(place / "case")
        with Case.open(made, create=True) as case:
            asked = Asked(
                party=WINNER, asked_of="陈某某", asked_how="mail", asked_at="2026-05-01", deadline="2026-05-15"
            )
            case.replies.add(asked, person="A. Reader", answer=Answer(text="=1+1 联系人：王小明", at="2026-05-02"))
            for claim, verdict in (("c1", ReviewVerdict.CONFIRM), ("c3", ReviewVerdict.REJECT)):
                case.reviews.add(verdict, claim, person="A. Reader")
        yield made


def exported(folder: Path, target: Path, **wish: Any) -> Any:
    with Case.open(folder) as case:
        export(case, Wish(form="ocds", **wish), target)
    return json.loads(target.read_bytes())


def test_a_package_is_valid_and_alike_in_every_run(folder: Path, tmp_path: Path) -> None:
    package = exported(folder, tmp_path / "a.json")
    assert faults(package) == []
    exported(folder, tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    (release,) = package["releases"]
    assert package["publishedDate"] == release["date"]
    assert release["buyer"]["name"] == BUYER
    assert release["tender"]["tenderers"][0]["name"] == LOSER


def test_reviews_and_replies_travel_along(folder: Path, tmp_path: Path) -> None:
    (release,) = exported(folder, tmp_path / "a.json")["releases"]
    statuses = {claim["claim"]: claim["status"] for claim in release["tenderlight"]["claims"]}
    assert (statuses["c0"], statuses["c1"], statuses["c3"]) == ("unreviewed", "confirmed", "rejected")
    (award,) = release["awards"]
    assert "value" not in award  # the price was rejected
    assert award["tenderlight"]["claims"]["suppliers"] == ["c1"]
    (reply,) = release["tenderlight"]["replies"]
    assert list(reply) == list(REPLY_KEYS)
    assert (reply["party"], reply["answer"]) == (WINNER, "=1+1 联系人：王小明")
    assert "A. Reader" not in (tmp_path / "a.json").read_text("utf-8")


def test_only_what_was_confirmed(folder: Path, tmp_path: Path) -> None:
    package = exported(folder, tmp_path / "a.json", only=ClaimStatus.CONFIRMED)
    (release,) = package["releases"]
    assert faults(package) == []
    assert [claim["claim"] for claim in release["tenderlight"]["claims"]] == ["c1"]
    assert release["awards"][0]["tenderlight"]["status"] == "confirmed"
    assert "buyer" not in release
    with pytest.raises(UsageError, match="at least one release"):
        exported(folder, tmp_path / "b.json", only=ClaimStatus.UNSURE)
    assert not (tmp_path / "b.json").exists()


def test_private_persons_are_blacked_out(folder: Path, tmp_path: Path) -> None:
    package = exported(folder, tmp_path / "a.json", is_redacted=True)
    assert faults(package) == []
    (reply,) = package["releases"][0]["tenderlight"]["replies"]
    assert (reply["asked_of"], reply["answer"]) == (None, "=1+1 联系人：███")


def test_what_a_publisher_says(folder: Path, tmp_path: Path) -> None:
    with Case.open(folder) as case:
        replies = Replies(case=case, parties=parties_of_case(case))
        packaging = Packaging(ocid_prefix="ocds-a1b2c3", extension_url="https://example.org/tenderlight/extension.json")
        write_ocds(case, case.claims(), replies, tmp_path / "a.json", packaging)
    package = json.loads((tmp_path / "a.json").read_bytes())
    assert faults(package) == []
    assert package["extensions"] == ["https://example.org/tenderlight/extension.json"]
    assert package["releases"][0]["ocid"].startswith("ocds-a1b2c3-")


@pytest.mark.parametrize("said", [{"ocid_prefix": "a b"}, {"ocid_prefix": ""}, {"extension_url": "file:///x"}])
def test_a_publisher_cannot_say_anything(said: Any) -> None:
    with pytest.raises(UsageError):
        Packaging(**said)


def test_the_extension_is_whole() -> None:
    told = json.loads((EXTENSION / "extension.json").read_text("utf-8"))
    assert told["compatibility"] == ["1.1"]
    for name in [*told["schemas"], *(f"codelists/{each}" for each in told["codelists"])]:
        assert (EXTENSION / name).is_file()
    roles = (EXTENSION / "codelists" / "+partyRole.csv").read_text("utf-8").splitlines()
    assert [line.partition(",")[0] for line in roles] == ["Code", "endUser", "intendedSupplier", "subcontractor"]
