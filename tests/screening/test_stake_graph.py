"""Parties of stakes: one by number or name, apart where numbers differ; the same whatever the order."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from tenderlight.matching import Query
from tenderlight.screening.stake_graph import StakeGraph
from tests.screening.made_stakes import HEAD, prepared, table

DAY = datetime.date(2025, 10, 1)
LEI = ("XI-LEI:529900T8BM49AURSDO55", "XI-LEI:5493001KJTIIGC8Y1R12")
IDS = f"{HEAD},owner_id,owned_id"


def names(graph: StakeGraph) -> list[str]:
    return sorted(node.said for node in graph.nodes)


def test_a_number_makes_two_names_one_and_two_numbers_one_name_two(tmp_path: Path) -> None:
    rows = [
        f"Acorn Ltd,Elm Ltd,50,2024,r,{LEI[0]},",
        f"Acorn Holdings plc,Fir Ltd,50,2024,r,{LEI[0]},",
        f"Acorn Ltd,Yew Ltd,50,2024,r,{LEI[1]},",
    ]
    graph = StakeGraph(prepared(tmp_path, table(*rows, head=IDS)).stakes)
    assert names(graph) == ["Acorn Holdings plc", "Acorn Ltd", "Elm Ltd", "Fir Ltd", "Yew Ltd"]
    assert len(graph.find(Query(name="Acorn Ltd"))) == 1


def test_a_name_without_form_is_one_within_a_file_only(tmp_path: Path) -> None:
    made = prepared(
        tmp_path, table("John Oak,Elm Ltd,10,2024,r", "John Oak,Fir Ltd,10,2024,r"), table("John Oak,Elm Ltd,20,2024,r")
    )
    graph = StakeGraph(made.stakes)
    assert names(graph) == ["Elm Ltd", "Fir Ltd", "John Oak", "John Oak"]
    (elm,) = graph.find(Query(name="Elm Ltd"))
    assert len(graph.owners(elm, DAY)) == 2


def test_the_order_of_stakes_makes_no_difference(tmp_path: Path) -> None:
    rows = [f"Owner {number % 5} Ltd,Owned {number % 3} Ltd,{number},2024,r" for number in range(12)]
    stakes = list(prepared(tmp_path, table(*rows)).stakes)
    first = StakeGraph(stakes)
    random.Random(1).shuffle(stakes)
    second = StakeGraph(stakes)
    assert first.nodes == second.nodes
    for number in range(len(first.nodes)):
        assert first.owners(number, DAY) == second.owners(number, DAY)


def test_what_is_kept_of_prepared_lists_has_the_stakes(tmp_path: Path) -> None:
    made = prepared(tmp_path, table("Acorn Defence Ltd,Elm Ltd,50,2024-01-31,r"))
    again = prepared(tmp_path, table("Acorn Defence Ltd,Elm Ltd,50,2024-01-31,r"))
    assert made.stakes == again.stakes
    assert len(again.stakes) == 1
    assert type(again.histories) is not type(made.histories)  # read from the kept file
