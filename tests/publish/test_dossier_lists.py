"""A party that stands on a list, in a dossier: list, version, day, entry, kind of match, and what it does not show."""

from __future__ import annotations

import datetime
import html
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.errors import PublicationStopped
from tenderlight.lists.store import ListStore
from tenderlight.model.edit import Edit
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import SupplierValue
from tenderlight.pipeline.screening_case import screen_case
from tenderlight.publish.dossier_findings import select
from tenderlight.publish.dossier_lists import Listings, list_lines, listings_of, name_views
from tests.lists import made_lists
from tests.memory_disk import memory_folder
from tests.publish.made_dossier import CONTRACT, PARTIES, ask_all, claim_of, confirm_all, make_case, publish_it
from tests.screening.held_lists import fill

BUYER, SUPPLIER, _ = PARTIES
ACCUSING = re.compile(
    r"(?i)guilty|sanctioned|blacklist|unlawful|illegal|violat|is listed\b|受制裁|被制裁|黑名单|违法|有罪"
)
"""What a comparison of names never says of anybody."""
VERSION = "2026-07-09"


def entries(*names: str) -> bytes:
    return made_lists.us_json(
        entities=[made_lists.entry(name, federal_register="84 FR 54004, 10/9/19") for name in names]
    )


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A case whose supplier has the name of an entry; another entry is merely like the buyer."""
    with memory_folder() as folder:
        make_case(folder)
        fill(folder / "lists", entries(SUPPLIER, f"{BUYER} Supplies"))
        with Case.open(folder / "case") as case:
            assert screen_case(case, store=ListStore(folder / "lists")) is not None
        with Case.open(folder / "case", create=True) as case:
            confirm_all(case)
            ask_all(case)
        publish_it(folder, folder / "told", lists=True)
        publish_it(folder, folder / "untold")
        yield folder


@pytest.fixture(scope="module")
def listings(made: Path) -> Listings:
    with Case.open(made / "case") as case:
        found = listings_of(case, select(case, CONTRACT, today=datetime.date(2026, 3, 2)))
    assert found is not None
    return found


def part(made: Path, language: str, dossier: str = "told") -> str:
    page = (made / dossier / "data" / language / "index.html").read_text("utf-8")
    found = re.search(r'<section id="lists">(.*?)</section>', page, re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[1])).split()) if found else ""


def test_the_page_says_list_version_entry_kind_of_match_and_what_it_does_not_show(made: Path) -> None:
    told = part(made, "en")
    for words in (
        "Nothing in this part is a finding: no comparison was confirmed by a person",
        "Entity List (15 CFR 744, Supplement 4), issued by US Department of Commerce, Bureau of Industry and Security",
        f"version of {VERSION}, SHA-256 ",
        f"has an entry “{SUPPLIER}”. “{SUPPLIER}” and the main name of the entry, “{SUPPLIER}”, are the same name",
        f"The newest version that was held is of {VERSION} and has the entry. What came after it is not known here.",
        "It does not show that the party and the entry are the same: several firms may bear one name.",
        "That a name is on a list does not show that anybody did wrong, that this contract was forbidden",
        "Programme or citation, as the list writes it: 84 FR 54004, 10/9/19.",
        "printed in the official journal 2019-10-09; removed not said.",
    ):
        assert words in told, words
    assert f"{BUYER} Supplies" not in told
    assert f"{BUYER} (buyer) None of these lists, in these versions, has an entry of this name or number" in told


def test_the_same_is_said_in_chinese(made: Path) -> None:
    told = part(made, "zh")
    for words in (
        "没有一项比对经人工确认",
        f"{VERSION} 版本",
        f"有条目“{SUPPLIER}”。“{SUPPLIER}”与该条目的主名称“{SUPPLIER}”写法相同。",
        "这不表明该当事方与该条目是同一主体",
        "不表明任何人有过错，不表明本合同被禁止或须经许可",
        "用词相同，组织形式亦同。",
    ):
        assert words in told, words


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nobody_is_accused_by_a_list(made: Path, language: str) -> None:
    assert not ACCUSING.search(part(made, language))


def test_untold_lists_leave_open_whether_somebody_is_on_them(made: Path) -> None:
    assert part(made, "en", "untold") == ""
    assert not (made / "untold" / "data" / "lists.json").exists()
    page = (made / "untold" / "data" / "en" / "index.html").read_text("utf-8")
    assert "neither that somebody who is named here is on one of them, nor that nobody is." in page
    chinese = (made / "untold" / "data" / "zh" / "index.html").read_text("utf-8")
    assert "既不说此处所提某人在其中某一名单上，也不说无人在其上" in chinese


def test_what_is_told_is_tied_to_the_log_and_checked(made: Path) -> None:
    told = json.loads((made / "told" / "data" / "lists.json").read_text("utf-8"))
    (hit,) = [hit for name in told["names"] for hit in name["hits"]]
    assert (hit["entry"]["names"][0]["text"], hit["grade"]) == (SUPPLIER, "same-registered-name")
    entry = next(entry for entry, _ in read_log(made / "case") if entry.act == Act.SCREEN)
    assert told["record_sha256"] == entry.details["record_sha256"]
    assert told["record_sha256"] in (made / "told" / "data" / "custody" / "entries.jsonl").read_text("utf-8")
    assert told["record_sha256"] not in (made / "untold" / "data" / "custody" / "entries.jsonl").read_text("utf-8")
    check = [sys.executable, "-I", "-S", str(made / "told" / "data" / "verify.py")]
    assert subprocess.run(check, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("before listing", "the entry was not yet on the list, by the versions that were held."),
        ("listed", "the entry was on the list, by the versions that were held."),
        ("after removal", "the entry was no longer on the list, by the versions that were held."),
        ("date unknown", "Whether the entry was on the list on 2021-06-01, the day of the contract, is not known."),
    ],
)
def test_how_the_entry_stood_on_the_day_is_said_with_its_reason(listings: Listings, status: str, said: str) -> None:
    told = with_day(listings, status, "2021-06-01")
    (text,) = said_of(told, "en")
    assert said in text
    assert "It stands in the list of 2021-01-01." in text
    assert "That day was read by a program and is no finding of this dossier." in text
    assert "它在 2021-01-01 的名单中。" in said_of(told, "zh")[0]
    confirmed = replace(told, days=frozenset({"2021-06-01"}))
    assert "That day was read by a program" not in said_of(confirmed, "en")[0]


def test_an_entry_that_the_newest_version_no_longer_has_is_told_as_gone(listings: Listings) -> None:
    told = with_day(listings, "listed", "2021-06-01", has_it=False)
    assert f"The newest version that was held is of {VERSION} and no longer has the entry." in said_of(told, "en")[0]


def test_a_version_without_a_day_says_so(listings: Listings) -> None:
    undated = replace(listings, lists=tuple(msgspec.structs.replace(one, as_of=None) for one in listings.lists))
    assert "a version whose day the file does not say" in list_lines(undated, "en")[0]
    assert "文件未写明日期的版本" in list_lines(undated, "zh")[0]


def test_a_maker_that_only_the_catalogue_names_is_said_to_be_so(listings: Listings) -> None:
    (one,) = [one for one in listings.screenings if one.hits]
    role = "maker, by the catalogue (named)"
    told = replace(
        listings, screenings=(msgspec.structs.replace(one, question=msgspec.structs.replace(one.question, role=role)),)
    )
    (view,) = [view for view in name_views(told, "en") if view.entries]
    assert view.title == f"{SUPPLIER} (registered name of a maker, given by the catalogue of this program)"
    assert view.entries[0].shows_not.startswith("No document prints this name:")


def test_a_name_that_a_reviewer_corrected_was_not_asked_for() -> None:
    with memory_folder() as folder:
        make_case(folder)
        fill(folder / "lists", entries(SUPPLIER))
        with Case.open(folder / "case") as case:
            screen_case(case, store=ListStore(folder / "lists"))
        with Case.open(folder / "case", create=True) as case:
            confirm_all(case)
            claim = claim_of(case, StatementKind.SUPPLIER).claim
            edit = Edit(value=SupplierValue(name="Ashdown Visions Ltd"), boxes=None)
            case.reviews.add(ReviewVerdict.CONFIRM, claim, person="R. Osei", because="misread", edit=edit)
            ask_all(case, *PARTIES, "Ashdown Visions Ltd")
        publish_it(folder, folder / "dossier", lists=True)
        told = json.loads((folder / "dossier" / "data" / "lists.json").read_text("utf-8"))
        assert [hit for name in told["names"] for hit in name["hits"]] == []
        assert "This name was not held against the lists. Nothing is known of it." in part(folder, "en", "dossier")


def test_persons_are_never_told(listings: Listings, made: Path) -> None:
    record = next((made / "case" / "screenings").glob("*.jsonl"))
    kept = record.read_bytes()
    try:
        record.write_bytes(
            kept.replace(b'"schema":"Company"', b'"schema":"Person"')
            .replace(b'"schema":"Organization"', b'"schema":"Person"')
            .replace(b'"schema":"LegalEntity"', b'"schema":"Person"')
        )
        assert record.read_bytes() != kept
        with Case.open(made / "case") as case:
            found = listings_of(case, select(case, CONTRACT, today=datetime.date(2026, 3, 2)))
        assert found is not None
        assert (found.hits, listings.hits) == (0, 1)
    finally:
        record.write_bytes(kept)


def test_lists_that_nobody_asked_cannot_be_told() -> None:
    with memory_folder() as folder:
        make_case(folder)
        with Case.open(folder / "case", create=True) as case:
            confirm_all(case)
            ask_all(case)
        with pytest.raises(PublicationStopped, match="No name of the case was held against lists"):
            publish_it(folder, folder / "dossier", lists=True)
        assert not (folder / "dossier").exists()


def with_day(listings: Listings, status: str, day: str, *, has_it: bool = True) -> Listings:
    """Return listings whose one hit stood so on a day."""
    (one,) = [one for one in listings.screenings if one.hits]
    (hit,) = one.hits
    seen = tuple(msgspec.structs.replace(each, has_it=has_it) for each in hit.snapshots)
    told = msgspec.structs.replace(hit, status=status, because="It stands in the list of 2021-01-01.", snapshots=seen)
    question = msgspec.structs.replace(one.question, days=[day], day_is="of the contract")
    return replace(listings, screenings=(msgspec.structs.replace(one, question=question, hits=[told]),), not_asked=())


def said_of(listings: Listings, language: str) -> list[str]:
    return [" ".join(entry.says) for view in name_views(listings, language) for entry in view.entries]
