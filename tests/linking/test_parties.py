"""One firm under several spellings is one party, for reasons; without a reason nobody is."""

from __future__ import annotations

import random

import pytest

from tenderlight.linking.parties import Parties, id_of, parties_of
from tenderlight.linking.party_decisions import Decision, Verdict
from tenderlight.model.claim import Claim
from tests.linking.made_parties import CODES, bidder, buyer, place, supplier

FULL, SHORT, MOVED = "杭州岚川科技有限公司", "杭州岚川科技", "岚川科技（杭州）有限公司"


def names(found: Parties) -> list[set[str]]:
    """Return the spellings of each party that has several."""
    groups = [{name for variant in party.variants for name in variant.written} for party in found.parties]
    return sorted((group for group in groups if len(group) > 1), key=sorted)


def decided(number: int, verdict: Verdict, one: str, other: str) -> Decision:
    return Decision(number=number, verdict=verdict, one=one, other=other, person="A. Reader", because="seen", at="2026")


def undoing(number: int, undoes: int) -> Decision:
    return Decision(
        number=number, verdict=Verdict.UNDO, one="", other="", person="B", because="wrong", at="2026", undoes=undoes
    )


def grades(found: Parties) -> set[str]:
    return {reason.grade for party in found.parties for reason in party.reasons}


@pytest.mark.parametrize(
    ("claims", "grade"),
    [
        ([supplier("Acorn Optics Ltd", "k1", CODES[0]), supplier("Oak Lenses", "k2", CODES[0])], "same-identifier"),
        ([supplier("岚川科技（杭州）有限公司", "k1"), supplier("嵐川科技(杭州)有限公司", "k2")], None),
        ([supplier("Acorn Optics Ltd", "k1"), supplier("Acorn Optics Limited", "k2")], "same-registered-name"),
        (
            [
                supplier("杭州海康威视数字技术股份有限公司"),
                supplier("Hangzhou Hikvision Digital Technology Co., Ltd.", "k2"),
            ],
            "listed-alias",
        ),
        ([supplier(FULL, "k1"), supplier(MOVED, "k2")], "derived-form"),
        ([supplier("Acorn Optics Ltd", "k1"), supplier("Acorn Optics", "k1")], "derived-form"),
    ],
)
def test_a_reason_makes_two_spellings_one(claims: list[Claim], grade: str | None) -> None:
    found = parties_of(claims)
    assert len(found.parties) == 1
    assert grades(found) == ({grade} if grade else set())
    assert all(reason.because for party in found.parties for reason in party.reasons)
    assert all(bool(reason.second) == (grade == "derived-form") for party in found.parties for reason in party.reasons)


@pytest.mark.parametrize(
    "claims",
    [
        [supplier(FULL, "k1"), supplier("宁波岚川科技有限公司", "k2")],
        [supplier(FULL, "k1"), supplier("杭州岚川科技股份有限公司", "k2")],
        [supplier(FULL, "k1"), supplier("杭州岚川科技有限公司宁波分公司", "k2")],
        [supplier(FULL, "k1"), supplier("杭州岚山科技有限公司", "k2")],
        [supplier("Acorn Optics Ltd", "k1"), supplier("Acorn Optics", "k2")],
        [supplier("Acorn Optics Ltd", "k1"), supplier("Acorn Lenses Ltd", "k1")],
        [supplier("王小明", "k1"), supplier("王小明", "k2")],
        [buyer("人民医院", "k1"), buyer("人民医院", "k2")],
        [bidder("Acorn Optics Ltd", rank=1), bidder("Acorn Optics", rank=2)],
        [supplier(FULL, "k1", CODES[0]), supplier(MOVED, "k2", CODES[1])],
        [supplier(FULL, "k1", CODES[0]), supplier(FULL, "k2", CODES[1])],
        [buyer("Acorn Town Council Ltd", "k1", CODES[0]), supplier("Oak Lenses Ltd", "k1", CODES[0])],
        [supplier("Acorn Optics Ltd", "k1", "91330000720082374J"), supplier("Oak", "k2", "91330000720082374J")],
    ],
    ids=[
        "other town",
        "other form",
        "branch",
        "one character",
        "no second reason",
        "other words",
        "a person's name",
        "an office of no town",
        "two bids",
        "two numbers",
        "one name, two numbers",
        "both sides of a contract",
        "wrong check character",
    ],
)
def test_without_a_reason_they_are_two(claims: list[Claim]) -> None:
    assert len(parties_of(claims).parties) == 2


def test_a_second_reason_joins_names_that_others_may_bear() -> None:
    claims = [
        *(buyer("杭州市公安局", contract) for contract in ("k1", "k2")),
        *(supplier("王小明", contract) for contract in ("k1", "k2", "k3")),
        *(buyer("人民医院", contract) for contract in ("k4", "k5", "k6")),
    ]
    found = parties_of(claims, regions=[place("Hangzhou", "k4"), place("Hangzhou", "k5"), place("Ningbo", "k6")])
    assert sorted(len(party.variants) for party in found.parties) == [1, 1, 1, 2, 2]
    assert {(reason.grade, reason.second) for party in found.parties for reason in party.reasons} == {
        ("same-name", "The buyer is the same: 杭州市公安局."),
        ("same-name", "The place is the same: CN/Hangzhou."),
    }


def test_a_form_that_may_be_of_several_is_of_none() -> None:
    found = parties_of(
        [supplier("Acorn Optics Ltd"), supplier("Acorn Optics LLC"), supplier("Acorn Optics")],
    )
    assert names(found) == []
    assert any("several names" in each.reason.because for party in found.parties for each in party.perhaps)


def test_what_stands_between_two_numbers_joins_neither_and_the_rest_stays() -> None:
    claims = [
        supplier(FULL, "k1", CODES[0]),
        supplier(SHORT, "k2"),
        supplier(MOVED, "k3", CODES[1]),
        supplier("Acorn Optics Ltd", "k4", CODES[0]),
    ]
    found = parties_of(claims)
    assert names(found) == [{"Acorn Optics Ltd", FULL}]
    short = next(party for party in found.parties if party.name == SHORT)
    assert len(short.perhaps) == 2


def test_a_mention_without_number_goes_with_the_one_of_its_own_contract_only() -> None:
    claims = [
        supplier(FULL, "k1", CODES[0]),
        bidder(FULL, "k1", rank=1),
        supplier(FULL, "k2", CODES[1]),
        supplier(FULL, "k3"),
    ]
    found = parties_of(claims)
    assert sorted((party.contracts, len(party.variants[0].claims)) for party in found.parties) == [
        (("k1",), 2),
        (("k2",), 1),
        (("k3",), 1),
    ]


def test_an_entry_of_a_list_that_gives_both_names_makes_them_one() -> None:
    claims = [supplier("Acorn Optics Ltd", "k1"), supplier("Quercus Works GmbH", "k2")]
    entry = {"us-sdn, 7": "ACORN OPTICS"}
    found = parties_of(claims, listed={"Acorn Optics Ltd": entry, "Quercus Works GmbH": entry})
    assert names(found) == [{"Acorn Optics Ltd", "Quercus Works GmbH"}]
    assert grades(found) == {"listed-alias"}


def test_people_decide_and_undo() -> None:
    claims = [supplier(FULL, "k1"), supplier(MOVED, "k2"), supplier("Oak Lenses Ltd", "k3")]
    full, moved, oak = (parties_of(claims).find(name)[0].key for name in (FULL, MOVED, "Oak Lenses Ltd"))
    log = [decided(1, Verdict.DIFFERENT, full, moved)]
    assert names(parties_of(claims, log)) == []
    log.append(decided(2, Verdict.SAME, oak, moved))
    assert names(parties_of(claims, log)) == [{"Oak Lenses Ltd", MOVED}]
    log.append(undoing(3, 1))
    assert names(parties_of(claims, log)) == [{"Oak Lenses Ltd", FULL, MOVED}]
    log.append(decided(4, Verdict.UNSURE, moved, full))
    assert names(parties_of(claims, log)) == [{"Oak Lenses Ltd", MOVED}]
    log.append(undoing(5, 3))  # an undoing undone: the first decision counts again, behind the fourth
    assert names(parties_of(claims, log)) == [{"Oak Lenses Ltd", MOVED}]


def test_what_contradicts_newer_decisions_is_passed_over() -> None:
    claims = [
        supplier(name, contract) for name, contract in ((FULL, "k1"), ("Oak Ltd Works", "k2"), ("Elm GmbH Inn", "k3"))
    ]
    one, two, three = (parties_of(claims).find(name)[0].key for name in (FULL, "Oak Ltd Works", "Elm GmbH Inn"))
    log = [
        decided(1, Verdict.SAME, one, two),
        decided(2, Verdict.SAME, two, three),
        decided(3, Verdict.DIFFERENT, one, three),
        decided(4, Verdict.SAME, one, "gone"),
    ]
    found = parties_of(claims, log)
    assert names(found) == [{"Oak Ltd Works", "Elm GmbH Inn"}]
    assert [each.number for each in found.passed_over] == [1]
    assert [each.number for each in found.waiting] == [4]


def test_a_person_counts_more_than_numbers() -> None:
    claims = [supplier(FULL, "k1", CODES[0]), supplier("Oak Lenses Ltd", "k2", CODES[1])]
    keys = [parties_of(claims).find(name)[0].key for name in (FULL, "Oak Lenses Ltd")]
    assert len(parties_of(claims, [decided(1, Verdict.SAME, keys[0], keys[1])]).parties) == 1


def test_the_answer_does_not_depend_on_the_order_and_ids_stay() -> None:
    claims = [
        supplier(FULL, "k1", CODES[0]),
        supplier(SHORT, "k2"),
        supplier(MOVED, "k3"),
        *(supplier(name, f"k{4 + place}") for place, name in enumerate(["Acorn Optics Ltd", "Acorn Optics", "王小明"])),
        bidder("Acorn Optics", "k4", rank=3),
        buyer("杭州市公安局", "k1"),
    ]
    shuffler = random.Random(6)
    first = parties_of(claims)
    for _ in range(4):
        shuffler.shuffle(claims)
        assert parties_of(claims) == first
    fewer = parties_of(claims[:3])
    for party in fewer.parties:
        for variant in party.variants:
            assert first.of(first.find(variant.id)[0]).id == first.of(first.find(variant.key)[0]).id
            assert variant.id == id_of(variant.key)


@pytest.mark.parametrize(
    "text", ["", "  ", "\u3000", "(", "公司", "有限公司", "\ud800", "x" * 5_000, "）" * 1_000, "0"]
)
def test_hostile_names_break_nothing(text: str) -> None:
    found = parties_of([supplier(text, "k1"), supplier(text, "k2"), supplier(FULL, "k2")])
    assert all(len(variant.name) <= 300 for party in found.parties for variant in party.variants)
    assert names(found) == []


def test_a_crowd_of_one_name_costs_little() -> None:
    claims = [supplier("王小明", f"k{number}") for number in range(3_000)]
    assert len(parties_of(claims).parties) == 3_000
