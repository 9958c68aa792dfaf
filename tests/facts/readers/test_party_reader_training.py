"""What the reader of parties learns of a labelled text: places, tags, parts, and what was won."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from tenderlight.facts.readers.words import lines_in, words_of
from tests.facts.readers.made_parts import sheet_of

TOOLS = Path(__file__).resolve().parents[3] / "tools"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("train_party_reader")


def spans(tool: Any, text: str, *parties: tuple[str, str]) -> list[tuple[str, str]]:
    found = tool.spans_of(text, [{"name": name, "role": role} for name, role in parties])
    return sorted((text[one.start : one.end], one.role) for one in found)


@pytest.mark.parametrize(
    ("text", "parties", "expected"),
    [
        ("Alfa beat Beta", [("Alfa", "winner"), ("Beta", "loser")], [("Alfa", "winner"), ("Beta", "loser")]),
        (
            "Alfa Systems Ltd and Alfa",
            [("Alfa", "loser"), ("Alfa Systems Ltd", "winner")],
            [("Alfa", "loser"), ("Alfa Systems Ltd", "winner")],
        ),
        ("Alfa (x) bid. Alfa (x) won.", [("Alfa (x)", "winner")], [("Alfa (x)", "winner")] * 2),
        (
            "安川公司中标，海沧公司落选",
            [("安川公司", "winner"), ("海沧公司", "loser")],
            [("安川公司", "winner"), ("海沧公司", "loser")],
        ),
        ("Beta won", [("Alfa", "winner"), ("", "loser")], []),
    ],
)
def test_every_place_of_a_name_is_a_span_and_longer_names_go_first(
    text: str, parties: list[tuple[str, str]], expected: list[tuple[str, str]], tool: Any
) -> None:
    assert spans(tool, text, *parties) == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Lot 1: Alfa. Lot 2: not Alfa.", ["winner", "loser"]),
        ("Lot 1: Alfa. Lot 2: not Alfa. Alfa!", ["winner"] * 3),
        ("Lot 1: Alfa.", ["winner"]),
    ],
)
def test_a_party_of_two_parts_has_them_in_turn_if_it_is_named_twice(text: str, roles: list[str], tool: Any) -> None:
    found = tool.spans_of(text, [{"name": "Alfa", "role": "winner"}, {"name": "Alfa", "role": "loser"}])
    assert [one.role for one in sorted(found, key=lambda one: one.start)] == roles


@pytest.mark.parametrize(
    ("text", "names", "tags"),
    [
        ("Alfa Ltd won", ["Alfa Ltd"], ["B-name", "I-name", "O", "O"]),
        ("won: Alfa", ["Alfa"], ["O", "O", "B-name", "O"]),
        ("Alfa Beta", ["Alfa", "Beta"], ["B-name", "B-name", "O"]),
        ("由安川中标", ["安川"], ["O", "B-name", "I-name", "O", "O", "O"]),
        ("nobody won", [], ["O", "O", "O"]),
    ],
)
def test_words_are_tagged_by_where_a_name_begins_and_goes_on(
    text: str, names: list[str], tags: list[str], tool: Any
) -> None:
    (line,) = lines_in(sheet_of(text))
    found = tool.spans_of(text, [{"name": name, "role": "winner"} for name in names])
    assert tool.tags_of(list(words_of(line, ".")), found) == tags


ROW = {
    "expected": {
        "stage": "award",
        "buyer": "Dray Fire Service",
        "agency": "Tenders & Co.",
        "suppliers": [
            {"name": "Alfa", "role": "lead"},
            {"name": "Beta", "role": "sole"},
            {"name": "Gamma"},
            {"name": "Delta", "role": "subcontractor"},
        ],
    },
    "traps": {"losers": ["Epsilon", {"name": "Zeta"}], "not_suppliers": ["Eta"]},
}
SUPPLIERS = [("Alfa", "lead"), ("Beta", "winner"), ("Gamma", "winner"), ("Delta", "subcontractor")]
OFFICES = [("Dray Fire Service", "buyer"), ("Tenders & Co.", "agency")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, [*OFFICES, *SUPPLIERS, ("Epsilon", "loser"), ("Zeta", "loser"), ("Eta", "unknown")]),
        (
            {"not_judged": ["buyer"]},
            [*OFFICES[1:], *SUPPLIERS, ("Epsilon", "loser"), ("Zeta", "loser"), ("Eta", "unknown")],
        ),
        ({"traps": None}, [*OFFICES, *SUPPLIERS]),
        (
            {"expected": {"stage": "candidate", "buyer": None}},
            [("Epsilon", "candidate"), ("Zeta", "candidate"), ("Eta", "unknown")],
        ),
    ],
    ids=["all", "buyer not judged", "no traps", "candidates"],
)
def test_the_parties_of_a_notice_are_those_of_its_labels(
    change: dict[str, object], expected: list[tuple[str, str]], tool: Any
) -> None:
    assert [(one["name"], one["role"]) for one in tool.parties_of({**ROW, **change})] == expected


def test_lots_are_told_of_winners_only(tool: Any) -> None:
    lots = tool.lots_won(
        [
            {"name": "Alfa", "role": "winner", "lot": "Lot 1"},
            {"name": "Alfa", "role": "winner", "lot": "Lot 3"},
            {"name": "Beta", "role": "member", "lot": "第二包"},
            {"name": "Gamma", "role": "loser", "lot": "Lot 4"},
            {"name": "Delta", "role": "winner"},
        ]
    )
    assert lots == {"Alfa": {"1", "item 1", "3", "item 3"}, "Beta": {"2", "item 2"}}


def test_a_winner_is_tied_to_its_own_lot_and_a_loser_to_none(tool: Any) -> None:
    text = (
        "NOTICE OF AWARD\nLot 1: Alfa Ltd won for GBP 118,400.00\nLot 2: Beta Ltd won for GBP 40,900\n"
        "Gamma Ltd lost both.\n"
    )
    parties = [
        {"name": "Alfa Ltd", "role": "winner", "lot": "Lot 1", "price": 118400, "price_kind": "award"},
        {"name": "Beta Ltd", "role": "winner", "lot": "2", "price": 40900, "price_kind": "award"},
        {"name": "Gamma Ltd", "role": "loser"},
    ]
    example = tool.example_of("made", text, parties, is_whole=True)
    assert example.roles == ["winner", "winner", "loser"]
    assert [tag for _signs, tag in example.lots] == ["yes", "no", "no", "yes"]


def test_of_a_text_not_labelled_as_a_whole_only_lines_with_names_teach_what_a_name_is(tool: Any) -> None:
    text = "NOTICE OF AWARD\nAlfa Ltd won.\nBeta Ltd is somebody.\n"
    parties = [{"name": "Alfa Ltd", "role": "winner"}]
    whole, part = (tool.example_of("made", text, parties, is_whole=is_whole) for is_whole in (True, False))
    assert [len(signs) for signs, _tags in tool.of_names(whole)] == [len(whole.words)]
    assert [tags for _signs, tags in tool.of_names(part)] == [["B-name", "I-name", "O", "O", "O"]]
    assert part.lots == []


def test_a_party_of_unknown_part_is_a_name_and_teaches_no_part(tool: Any) -> None:
    parties = [{"name": "Alfa Ltd", "role": tool.UNKNOWN}, {"name": "Beta Ltd", "role": "winner"}]
    example = tool.example_of("made", "Alfa Ltd\nBeta Ltd\n", parties, is_whole=True)
    assert example.tags.count("B-name") == 2
    assert (example.roles, len(example.names)) == (["winner"], 1)
