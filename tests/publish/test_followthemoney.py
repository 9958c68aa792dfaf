"""A case as entities of FollowTheMoney: valid by its own model, stable, never a person, nobody joined by name."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases import Case
from tenderlight.errors import OptionalPartMissing
from tenderlight.model.claim import ClaimStatus
from tenderlight.model.reply import Answer, Asked
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import Stage
from tenderlight.model.values import (
    AmountKind,
    DateKind,
    Identifier,
    PartyValue,
    ProjectNumberValue,
    SupplierRole,
    SupplierValue,
    TextValue,
    Value,
)
from tenderlight.publish.exporting import Wish, export
from tests.publish.ftm_validator import Entities, faults
from tests.publish.made_contract import BUYER, EVERYTHING, LOSER, WINNER, bidder, day, make_case, money, supplier

pytest.importorskip("followthemoney")


def exported(folder: Path, target: Path, **wish: Any) -> Entities:
    with Case.open(folder) as case:
        export(case, Wish(form="ftm", **wish), target)
    return [json.loads(line) for line in target.read_bytes().splitlines()]


def made(folder: Path, values: Sequence[Value], stage: Stage = Stage.AWARD) -> Entities:
    return exported(make_case(folder / "case", values, stage), folder / "entities.ftm.json")


def of(entities: Entities, schema: str) -> Entities:
    return [entity for entity in entities if entity["schema"] == schema]


def test_entities_are_valid_and_alike_in_every_run(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    entities = exported(folder, tmp_path / "a.json")
    assert faults(entities) == []
    exported(folder, tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    parties = {entity["properties"]["name"][0]: entity["schema"] for entity in entities if entity["id"][:6] == "party-"}
    assert parties == {BUYER: "PublicBody", WINNER: "Company", LOSER: "Company"}
    (award,) = of(entities, "ContractAward")
    assert (award["properties"]["amount"], award["properties"]["currency"]) == (["1234567.89"], ["CNY"])
    (call,) = of(entities, "CallForTenders")
    loser, winner = call["properties"]["tenderers"], award["properties"]["supplier"]
    assert loser != winner
    claims = of(entities, "Documentation")
    assert sorted(claim["id"] for claim in claims) == [f"tl-claim-c{number}" for number in range(len(EVERYTHING))]
    assert {claim["properties"]["summary"][0] for claim in claims} == {"0123"}
    assert len(of(entities, "Mention")) == 3


@pytest.mark.parametrize(
    ("values", "stage"),
    [
        ([supplier(), money(AmountKind.AWARD, "9")], Stage.TENDER),
        ([supplier(role=SupplierRole.CANDIDATE)], Stage.CANDIDATE),
        ([bidder(), money(AmountKind.BUDGET, "9")], Stage.AWARD),
        ([supplier(role=SupplierRole.SUBCONTRACTOR)], Stage.CONTRACT),
    ],
)
def test_nothing_is_an_award_that_is_none(values: list[Value], stage: Stage, tmp_path: Path) -> None:
    entities = made(tmp_path, [PartyValue(name=BUYER), *values], stage)
    assert faults(entities) == []
    assert of(entities, "ContractAward") == []
    (contract,) = of(entities, "Contract")
    assert "amount" not in contract["properties"]


@pytest.mark.parametrize(
    "price",
    [
        money(AmountKind.BUDGET, "9"),
        money(AmountKind.BID, "9"),
        money(AmountKind.AWARD, "9", None),
        money(AmountKind.AWARD, "9", period="每年"),
        money(AmountKind.AWARD, None, percent=9),
    ],
)
def test_an_award_without_a_price_has_none(price: Value, tmp_path: Path) -> None:
    (award,) = of(made(tmp_path, [supplier(), price]), "ContractAward")
    assert "amount" not in award["properties"]


def test_a_month_stays_a_month_and_days_that_differ_are_left_out(tmp_path: Path) -> None:
    for name in "12":
        (tmp_path / name).mkdir()
    (contract,) = of(made(tmp_path / "1", [day(DateKind.CONTRACT, 2023, 9)], Stage.CONTRACT), "Contract")
    assert contract["properties"]["contractDate"] == ["2023-09"]
    days = [day(DateKind.CONTRACT, 2023, 9, 1), day(DateKind.CONTRACT, 2023, 9, 2)]
    (contract,) = of(made(tmp_path / "2", days, Stage.CONTRACT), "Contract")
    assert "contractDate" not in contract["properties"]


def test_partners_do_not_each_have_the_price(tmp_path: Path) -> None:
    partners = [supplier(WINNER, SupplierRole.LEAD), supplier(LOSER, SupplierRole.MEMBER)]
    awards = of(made(tmp_path, [*partners, money(AmountKind.AWARD, "9")]), "ContractAward")
    assert [award["properties"].get("amount") for award in awards] == [None, None]


@pytest.mark.parametrize("person", ["王小明", "Mr John Smith", "Петров Иван Иванович"])
def test_private_persons_never(person: str, tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case", [supplier(person), bidder(person), PartyValue(name=BUYER)])
    entities = exported(folder, tmp_path / "a.json")
    assert faults(entities) == []
    assert of(entities, "ContractAward") == of(entities, "CallForTenders") == of(entities, "Person") == []
    assert person not in (tmp_path / "a.json").read_text("utf-8")


def test_numbers_go_where_their_register_has_a_place_and_spellings_by_script(tmp_path: Path) -> None:
    code = Identifier(scheme="CN-USCC", number="91330000MA27XL0A14")
    wrong = Identifier(scheme="CN-USCC", number="91330000MA27XL0A1X")
    house = Identifier(scheme="GB-COH", number="01234567")
    one, two = (SupplierValue(name=name, identifiers=(house,)) for name in ("Oak Lenses Ltd", "OAK LENSES LTD"))
    entities = made(tmp_path, [one, two, SupplierValue(name=WINNER, identifiers=(wrong, code))])
    assert faults(entities) == []
    oak, lan = sorted(of(entities, "Company"), key=lambda entity: entity["properties"]["name"])
    assert oak["properties"]["registrationNumber"] == ["01234567"]
    assert (oak["properties"]["name"], oak["properties"]["alias"]) == (["Oak Lenses Ltd"], ["OAK LENSES LTD"])
    assert lan["properties"]["uscCode"] == ["91330000MA27XL0A14"]
    assert "registrationNumber" not in lan["properties"]


def test_one_name_of_two_contracts_is_one_only_if_linking_says_so(tmp_path: Path) -> None:
    named = [entity["id"] for entity in made(tmp_path, [supplier("Smart Office")]) if entity["id"][:6] == "party-"]
    with Case.open(tmp_path / "case") as case:
        from tenderlight.cases.case_parties import parties_of_case

        assert named == [party.id for party in parties_of_case(case).parties]


def test_reviews_and_replies_travel_along(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    with Case.open(folder, create=True) as case:
        asked = Asked(party=LOSER, asked_of="x", asked_how="mail", asked_at="2026-05-01", deadline="2026-05-15")
        case.replies.add(asked, person="A. Reader", answer=Answer(text="We lost.", at="2026-05-02"))
        for claim, verdict in (("c1", ReviewVerdict.CONFIRM), ("c2", ReviewVerdict.REJECT)):
            case.reviews.add(verdict, claim, person="A. Reader")
    entities = exported(folder, tmp_path / "a.json")
    assert faults(entities) == []
    statuses = {entity["id"]: entity["properties"]["status"] for entity in of(entities, "Documentation")}
    assert (statuses["tl-claim-c1"], statuses["tl-claim-c2"]) == (["confirmed"], ["rejected"])
    assert of(entities, "CallForTenders") == []  # that it bid was rejected
    assert all(LOSER not in entity["properties"].get("name", []) for entity in entities)
    (note,) = of(entities, "Note")
    assert note["properties"]["description"][0].endswith("Answered 2026-05-02: We lost.")
    assert "A. Reader" not in (tmp_path / "a.json").read_text("utf-8")
    only = exported(folder, tmp_path / "b.json", only=ClaimStatus.CONFIRMED)
    assert [entity["id"] for entity in of(only, "Documentation")] == ["tl-claim-c1"]
    assert len(of(only, "ContractAward")) == 1
    assert of(only, "PublicBody") == []


@pytest.mark.parametrize(
    "text", ["\u200b", "\x00", "-", "x" * 5_000, "<script>alert(1)</script>", "=1+1", "a\nb", "\u202ex"]
)
def test_hostile_words_leave_valid_entities(text: str, tmp_path: Path) -> None:
    values: list[Value] = [
        PartyValue(name=text, identifiers=(Identifier(scheme=text, number=text),)),
        supplier(text, lot=text),
        bidder(f"{text} b"),
        TextValue(text=text),
        ProjectNumberValue(number=text, label=text),
    ]
    entities = made(tmp_path, values)
    assert faults(entities) == []
    assert len(of(entities, "Documentation")) == len(values)


def test_the_check_finds_what_is_planted(tmp_path: Path) -> None:
    entities = made(tmp_path, EVERYTHING)
    (award,) = of(entities, "ContractAward")
    planted = {**award, "properties": {**award["properties"], "supplier": ["nobody"], "price": ["1"]}}
    assert len(faults([planted if entity is award else entity for entity in entities])) == 2


def test_without_followthemoney_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_case(tmp_path / "case")
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(OptionalPartMissing) as missing:
        exported(folder, tmp_path / "a.json")
    assert missing.value.what_to_do() == "Install it with `pip install 'tenderlight[ftm]'`."
    assert not (tmp_path / "a.json").exists()
