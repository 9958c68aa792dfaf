"""What two bids share and others do not: planted errors, figures and words; and innocents."""

from __future__ import annotations

import random

import pytest

from tenderlight.linking.bid_properties import Bids
from tenderlight.linking.bid_traits import (
    FIGURES,
    SPELLING,
    WORDS,
    Sign,
    is_misspelt,
    near_words,
    traits_of,
)
from tests.linking.taken_traits import TakenTraits

COMMON = "the recording equipment receives pictures from every camera and delivers warranty documents separately"
WORD = "abcdefghijklmnopqrstuvwxyz"
ONE, TWO, THREE = "bid/one", "bid/two", "bid/three"
ERRORS = "we offer recording equipmnet with a waranty of three years"
PRICES = "Unit price 1,237.83 and 48,219.46 EUR"


def sentence(chance: random.Random) -> str:
    words = ("".join(chance.choice(WORD) for _ in range(7)) for _ in range(14))
    return " ".join(words).capitalize() + "."


def signs(texts: dict[str, str], *, bidders: dict[str, str] | None = None, others: int = 12) -> list[Sign]:
    """Return the signs of bids for one contract beside its tender file and documents of other contracts."""
    chance = random.Random(17)
    names = bidders or {name: name for name in texts if name.startswith("bid/")}
    traits = TakenTraits(frozenset(names))
    for number in range(others):
        own = f"{COMMON}\n\n{sentence(chance)}\n\nPrice {chance.randrange(10**6) / 100 + 10000:.2f} EUR"
        traits.take(f"other/{number}", f"c{number}", 1, own)
    for name, text in texts.items():
        traits.take(name, "c", 1, f"{COMMON}\n\n{sentence(chance)}\n\n{text}")
    return list(traits.signs([Bids(bidders=names)]))


def sorts(found: list[Sign]) -> list[tuple[tuple[str, str], list[str]]]:
    return [(one.documents, [each.sort for each in one.traits]) for one in found]


def test_errors_and_odd_figures_of_two_bids_are_told_with_their_places() -> None:
    texts = {ONE: f"{ERRORS}\n{PRICES}", TWO: f"Dear sirs, {ERRORS}.\n{PRICES}", THREE: "we offer another thing"}
    (found,) = signs(texts)
    assert sorts([found]) == [((ONE, TWO), [SPELLING, SPELLING, FIGURES, FIGURES])]
    assert (found.pairs, found.of_pairs) == (0, 15 * 14 // 2 - 3)
    assert {one.first.document for one in found.traits} == {ONE}
    assert {one.second.document for one in found.traits} == {TWO}


def test_sentences_of_two_bids_are_told() -> None:
    chance = random.Random(23)
    shared = "\n\n".join(sentence(chance) for _ in range(4))
    (found,) = signs({ONE: shared, TWO: f"Preface.\n\n{shared}", THREE: sentence(chance)})
    assert sorts([found]) == [((ONE, TWO), [WORDS] * 4)]


_CHANCE = random.Random(29)
_FORM = "\n\n".join(sentence(_CHANCE) for _ in range(4))
INNOCENT = {
    "words of the tender file": {"tender": _FORM, ONE: _FORM, TWO: _FORM, THREE: "nothing"},
    "errors and prices of the tender file": {"tender": f"{ERRORS}\n{PRICES}", ONE: f"{ERRORS}\n{PRICES}",
                                             TWO: f"{ERRORS}\n{PRICES}"},
    "what most bids have": dict.fromkeys((ONE, TWO, THREE), f"{ERRORS}\n{PRICES}"),
    "one error alone": {ONE: "recording equipmnet", TWO: "recording equipmnet"},
    "another form of a word": {ONE: "equipments and cameras, documented", TWO: "equipments and cameras, documented"},
    "names": {ONE: "Equipmnet and Waranty", TWO: "Equipmnet and Waranty"},
    "round figures and days": {ONE: "12,000.00; 3.50; 12.05.2023; 2023/14.55", TWO: "12,000.00; 3.50; 12.05.2023"},
}  # fmt: skip


@pytest.mark.parametrize("name", INNOCENT)
def test_innocents_are_not_told(name: str) -> None:
    assert signs(INNOCENT[name]) == []


def test_two_bids_of_one_bidder_are_no_sign() -> None:
    texts = {ONE: f"{ERRORS}\n{PRICES}", TWO: f"{ERRORS}\n{PRICES}"}
    assert signs(texts, bidders={ONE: "oak", TWO: "oak"}) == []
    assert len(signs(texts, bidders={ONE: "oak", TWO: "ash"})) == 1


def test_what_documents_of_different_contracts_share_as_often_is_no_sign() -> None:
    """Ten contracts, of which every two neighbours share a price: then two bids may, too."""
    traits = TakenTraits(frozenset({ONE, TWO}))
    for number in range(20):
        traits.take(f"other/{number}", f"c{number}", 1, f"Price {4000 + number // 2}.37 EUR")
    for name in (ONE, TWO):
        traits.take(name, "c", 1, PRICES)
    tender = [Bids(bidders={ONE: "oak", TWO: "ash"})]
    assert list(traits.signs(tender)) == []


def test_few_documents_tell_no_base_rate() -> None:
    texts = {ONE: f"{ERRORS}\n{PRICES}", TWO: f"{ERRORS}\n{PRICES}"}
    assert signs(texts, others=3) == []
    assert len(signs(texts, others=12)) == 1


@pytest.mark.parametrize(
    ("word", "is_wrong"),
    [
        ("equipmnet", True),
        ("equipent", True),
        ("equippment", True),
        ("equibment", True),
        ("equipments", False),
        ("xquipment", False),
        ("shipment", False),
        ("оборудовние", True),
        ("оборудованию", False),
    ],
)
def test_a_word_is_spelt_wrong_if_a_common_one_is_nearly_it(word: str, *, is_wrong: bool) -> None:
    assert is_misspelt(word, near_words(["equipment", "оборудование"])) is is_wrong


def test_figures_are_compared_however_they_are_written() -> None:
    told = [
        {trait for sort, trait, _, _ in traits_of(text) if sort == FIGURES} for text in ("48.219,46", "48,219.46元。")
    ]
    assert told == [{"4821946"}, {"4821946"}]
