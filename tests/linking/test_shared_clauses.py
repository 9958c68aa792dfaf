"""Which clauses few buyers share: planted ones, boilerplate, and innocents."""

from __future__ import annotations

import random

import pytest

from tenderlight.linking import shared_clauses
from tenderlight.linking.clauses import FEWEST_HAN, has_technical_figure
from tenderlight.linking.shared_clauses import BUYERS_EACH, FEWEST_BUYERS, Place, Shared
from tests.linking.added_clauses import AddedClauses as ClausesOfBuyers
from tests.linking.made_clauses import changed, made_clause, plain_clause

BUYERS = tuple(f"第{number}局" for number in range(12))


def made_case(
    planted: dict[str, list[str]], *, boilerplate: int = 5, seed: int = 3
) -> tuple[ClausesOfBuyers, dict[Place, str]]:
    """Return two documents of each buyer, all with boilerplate and clauses of their own; and what stands where."""
    chance = random.Random(seed)
    everywhere = [made_clause(chance) for _ in range(boilerplate)]
    clauses, said = ClausesOfBuyers(), {}
    for buyer in BUYERS:
        for number in range(2):
            own = [made_clause(chance) for _ in range(8)]
            held = [*everywhere, *own, *(planted.get(buyer, []) if number == 1 else [])]
            for at, clause in enumerate(held):
                place = Place(f"{buyer}/{number}", 1, 100 * at, 100 * at + len(clause))
                clauses.add(clause, place, buyer, is_of_purchase=has_technical_figure(clause))
                said[place] = clause
    return clauses, said


def told(found: list[Shared], said: dict[Place, str]) -> list[tuple[tuple[str, str], set[str]]]:
    return [(one.buyers, {said[both.first] for both in one.clauses}) for one in found]


def test_planted_clauses_are_told_and_nothing_else() -> None:
    chance = random.Random(4)
    planted = [made_clause(chance) for _ in range(4)]
    clauses, said = made_case({BUYERS[2]: planted, BUYERS[7]: [changed(planted[0]), *planted[1:]]})
    found = list(clauses.shared())
    assert told(found, said) == [((BUYERS[2], BUYERS[7]), set(planted))]
    (one,) = found
    assert one.documents == (f"{BUYERS[2]}/1", f"{BUYERS[7]}/1")
    assert sorted(both.similarity for both in one.clauses)[1:] == [1.0] * 3
    assert 0.6 < min(both.similarity for both in one.clauses) < 1.0
    assert {(both.documents, both.buyers) for both in one.clauses} == {(2, 2)}


def test_what_many_buyers_have_is_boilerplate() -> None:
    chance = random.Random(5)
    some = [made_clause(chance) for _ in range(4)]
    three, _ = made_case(dict.fromkeys(BUYERS[:3], some))
    assert len(list(three.shared())) == 3
    four, _ = made_case(dict.fromkeys(BUYERS[:4], some))
    assert list(four.shared()) == []


def test_a_case_of_few_buyers_cannot_tell_boilerplate(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(8)
    some = [made_clause(chance) for _ in range(4)]
    clauses, _ = made_case(dict.fromkeys(BUYERS[:2], some))
    assert len(list(clauses.shared())) == 1
    monkeypatch.setattr(shared_clauses, "FEWEST_BUYERS", len(BUYERS) + 1)
    assert list(clauses.shared()) == []


def test_one_short_clause_by_itself_is_chance_and_a_long_one_is_not() -> None:
    chance = random.Random(6)
    short, long = made_clause(chance), made_clause(chance, 2 * FEWEST_HAN)
    assert list(made_case({BUYERS[0]: [short], BUYERS[1]: [short]})[0].shared()) == []
    assert len(list(made_case({BUYERS[0]: [long], BUYERS[1]: [long]})[0].shared())) == 1


def test_documents_without_a_buyer_are_counted_and_share_nothing() -> None:
    chance = random.Random(7)
    planted = [made_clause(chance) for _ in range(4)]
    clauses, _ = made_case({BUYERS[0]: planted, BUYERS[1]: planted})
    for number, clause in enumerate(planted):
        clauses.add(clause, Place("unknown", 1, number, number + len(clause)), None)
    (one,) = clauses.shared()
    assert {(both.documents, both.buyers) for both in one.clauses} == {(3, 2)}
    alone, _ = made_case({})
    for document in ("a", "b"):
        for clause in planted:
            alone.add(clause, Place(document, 1, 0, len(clause)), None)
    assert list(alone.shared()) == []


def test_a_million_equal_clauses_are_one() -> None:
    clauses = ClausesOfBuyers()
    for number in range(1_000_000):
        clauses.add("设备应支持不少于两万人同时在线访问", Place(f"d{number % 50}", number, 0, 17), f"b{number % 2}")
    for number in range(FEWEST_BUYERS):
        clauses.add(f"另一个采购人的条款第{number}条", Place(f"e{number}", 1, 0, 12), f"e{number}")
    assert list(clauses.shared()) == []  # one short clause
    assert clauses.buyers == 2 + FEWEST_BUYERS


def test_words_that_say_nothing_of_goods_are_told_only_beside_some_that_do_and_among_many_buyers() -> None:
    """Two buyers of a country have its law alike: among ten buyers of their language that is no sign."""
    chance = random.Random(41)
    law, goods = [plain_clause(chance, 20) for _ in range(4)], [made_clause(chance, 20) for _ in range(2)]
    assert list(made_case({BUYERS[2]: law, BUYERS[7]: law})[0].shared()) == []
    few, said = made_case({BUYERS[2]: [*law, *goods], BUYERS[7]: [*law, *goods]})
    assert told(list(few.shared()), said) == [((BUYERS[2], BUYERS[7]), set(goods))]
    for number in range(BUYERS_EACH * 2):
        few.add(made_clause(chance), Place(f"more/{number}", 1, 0, 9), f"另{number}局")
    assert told(list(few.shared()), said) == [((BUYERS[2], BUYERS[7]), {*law, *goods})]


def test_buyers_of_other_languages_do_not_make_a_clause_rare() -> None:
    chance = random.Random(43)
    shared = [made_clause(chance, 20) for _ in range(4)]
    clauses = ClausesOfBuyers()
    for number in range(3 * FEWEST_BUYERS):
        language = "da" if number < FEWEST_BUYERS - 1 else "de"
        held = [made_clause(chance), *(shared if number < 2 else ())]
        for at, clause in enumerate(held):
            place = Place(f"d{number}", 1, 100 * at, 100 * at + len(clause))
            clauses.add(clause, place, f"b{number}", language=language, is_of_purchase=True)
    assert list(clauses.shared()) == []
    clauses.add(made_clause(chance), Place("one more", 1, 0, 9), "one more", language="da")
    (found,) = clauses.shared()
    assert {both.of_buyers for both in found.clauses} == {FEWEST_BUYERS}
