"""Shares of listed parties: counted together through several levels, each step said; nothing guessed."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from tenderlight.matching import Query
from tenderlight.model.values import Identifier, PartialDate
from tenderlight.screening.ownership import OwnedGrade, Ownership, Shares
from tenderlight.screening.ownership_rules import OWNERSHIP_RULES, Force
from tenderlight.screening.questions import Question
from tests.screening.made_stakes import HEAD, prepared, table

ACORN, OAK, ELM, FIR = "Acorn Defence Ltd", "Oak Optics GmbH", "Elm Works Ltd", "Fir Trading LLC"


def ask(folder: Path, *rows: str, on: str = "2025-10-01", name: str = ELM, head: str = HEAD) -> Shares:
    made = Ownership(prepared(folder, table(*rows, head=head)))
    year, month, day = (*(int(part) for part in on.split("-")), None, None)[:3]
    assert year is not None
    return made.ask(Question(query=Query(name=name), days=(PartialDate(year=year, month=month, day=day),)))


def row(owner: str, owned: str, percent: str, date: str = "2024-01-31", source: str = "register") -> str:
    return f"{owner},{owned},{percent},{date},{source}"


def grades(shares: Shares) -> list[tuple[str, str, Decimal]]:
    return [(hit.rule.code, hit.grade.value, hit.total) for hit in shares.hits]


def codes(shares: Shares) -> set[str]:
    return {each.code for each in shares.problems}


@pytest.mark.parametrize(
    ("rows", "total", "is_reached"),
    [
        ([row(ACORN, ELM, "50")], "50", True),
        ([row(ACORN, ELM, "49.99")], "49.99", False),
        ([row(ACORN, ELM, "30"), row(OAK, ELM, "25 %")], "55", True),
        ([row(ACORN, ELM, "30"), row(FIR, ELM, "60")], "30", False),
        ([row(ACORN, FIR, "50"), row(FIR, ELM, "50")], "50", True),
        (
            [row(ACORN, FIR, "25"), row(ACORN, "Yew Ltd", "25"), row(FIR, ELM, "50"), row("Yew Ltd", ELM, "50")],
            None,
            False,
        ),
        ([row(ACORN, FIR, "51"), row(FIR, ELM, "30"), row(OAK, ELM, "20")], "50", True),
        ([row(FIR, ELM, "60")], None, False),
    ],
    ids=[
        "half",
        "just below",
        "together",
        "others do not count",
        "two levels",
        "no level reached",
        "mixed",
        "none listed",
    ],
)
def test_stakes_of_listed_parties_count_together(
    tmp_path: Path, rows: list[str], total: str | None, is_reached: bool
) -> None:
    shares = ask(tmp_path, *rows)
    grade = OwnedGrade.COMPUTED if is_reached else OwnedGrade.BELOW
    assert grades(shares) == ([] if total is None else [("us-bis-50", grade.value, Decimal(total))])


def test_every_step_is_said_with_source_and_day(tmp_path: Path) -> None:
    (hit,) = ask(
        tmp_path, row(ACORN, FIR, "51", source="Filing 7"), row(FIR, ELM, "50", "2025-02", "Annual report")
    ).hits
    assert [step.owned for step in hit.steps] == [FIR, ELM]
    assert [each.says for step in hit.steps for each in step.stakes] == ["Filing 7", "Annual report"]
    assert (
        "Of Fir Trading LLC: Acorn Defence Ltd 51 % (Filing 7, 2024-01-31; counts as Acorn Defence Ltd"
        in hit.explanation
    )
    assert (
        "Of Elm Works Ltd: Fir Trading LLC 50 % (Annual report, 2025-02; counts as owned by listed" in hit.explanation
    )
    assert hit.explanation.startswith("Computed for 2025-10-01 by stated stakes.")
    assert "control" not in hit.explanation.replace("End-User Controls", "")


@pytest.mark.parametrize(
    ("on", "force"),
    [
        ("2025-09-28", None),
        ("2025-09-29", Force.HELD),
        ("2025-11-09", Force.HELD),
        ("2025-11-10", None),
        ("2026-11-09", None),
        ("2026-11-10", Force.UNKNOWN),
    ],
)
def test_a_rule_is_computed_on_days_on_which_it_asks(tmp_path: Path, on: str, force: Force | None) -> None:
    hits = ask(tmp_path, row(ACORN, ELM, "60"), on=on).hits
    assert [hit.force for hit in hits] == ([] if force is None else [force])
    assert all(("not known here" in hit.explanation) == (force is Force.UNKNOWN) for hit in hits)


def test_what_a_month_leaves_open_is_not_reached(tmp_path: Path) -> None:
    assert grades(ask(tmp_path / "a", row(ACORN, ELM, "60"), on="2025-10")) == [
        ("us-bis-50", "owned-by-listed-computed", Decimal(60))
    ]
    assert ask(tmp_path / "b", row(ACORN, ELM, "60"), on="2025-09").hits == ()
    between = [row(ACORN, ELM, "40"), row(ACORN, ELM, "60", "2025-10-10")]
    assert grades(ask(tmp_path / "c", *between, on="2025-10")) == [("us-bis-50", "part-owned-by-listed", Decimal(40))]


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([row(ACORN, ELM, "60", "2025-10-02")], None),
        ([row(ACORN, ELM, "60", "2025-10")], None),
        ([row(ACORN, ELM, "60", "2025")], None),
        ([row(ACORN, ELM, "60"), row(ACORN, ELM, "20", "2025-01-01")], "20"),
        ([row(ACORN, ELM, "60"), row(ACORN, ELM, "0", "2025-01-01")], None),
        ([row(ACORN, ELM, "60"), row(ACORN, ELM, "70", "2025-12-01")], "60"),
    ],
    ids=["later", "later in the month", "later in the year", "sold in part", "sold", "bought afterwards"],
)
def test_the_newest_statement_before_the_day_counts(tmp_path: Path, rows: list[str], total: str | None) -> None:
    assert [hit.total for hit in ask(tmp_path, *rows).hits] == ([] if total is None else [Decimal(total)])


def test_a_stake_that_ended_counts_no_more(tmp_path: Path) -> None:
    head = f"{HEAD},until"
    assert ask(tmp_path / "a", f"{row(ACORN, ELM, '60')},2025-09-30", head=head).hits == ()
    assert len(ask(tmp_path / "b", f"{row(ACORN, ELM, '60')},2025-10-02", head=head).hits) == 1


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([row(ACORN, ELM, "60"), row(FIR, ELM, "50")], "ownership-over-100"),
        ([row(ACORN, ELM, "")], "ownership-percent-missing"),
        ([row(ACORN, ELM, "60", "")], "ownership-percent-missing"),
        ([row(ACORN, ELM, "a majority")], "ownership-percent-missing"),
        ([row(ACORN, ELM, "30"), row(ELM, FIR, "60"), row(FIR, ELM, "60")], "ownership-cycle"),
        ([row(ACORN, ELM, "30"), row(ELM, ELM, "60")], "ownership-cycle"),
    ],
    ids=["over 100", "no percent", "no day", "words", "circle", "of itself"],
)
def test_what_cannot_be_counted_is_a_problem_and_reaches_nothing(tmp_path: Path, rows: list[str], code: str) -> None:
    shares = ask(tmp_path, *rows)
    assert [hit.grade for hit in shares.hits] == [OwnedGrade.BELOW]
    assert code in codes(shares)


def test_where_sources_differ_the_lowest_counts(tmp_path: Path) -> None:
    made = Ownership(prepared(tmp_path, table(row(ACORN, ELM, "60")), table(row(ACORN, ELM, "45", source="other"))))
    shares = made.ask(Question(query=Query(name=ELM), days=(PartialDate(year=2025, month=10, day=1),)))
    assert grades(shares) == [("us-bis-50", "part-owned-by-listed", Decimal(45))]
    assert codes(shares) == {"ownership-sources-differ"}


def test_names_alike_or_without_a_day_reach_nothing(tmp_path: Path) -> None:
    rows = [row(ACORN, ELM, "60")]
    assert ask(tmp_path / "a", *rows, name="Elm Worker Ltd").hits == ()
    assert ask(tmp_path / "b", *rows, name="Elm").hits == ()
    assert ask(tmp_path / "c", row("Acorn", ELM, "60")).hits == ()
    made = Ownership(prepared(tmp_path / "d", table(*rows)))
    assert made.ask(Question(query=Query(name=ELM))) == Shares()


def test_one_name_of_two_numbers_is_not_told(tmp_path: Path) -> None:
    codes_of = ("XI-LEI:529900T8BM49AURSDO55", "XI-LEI:5493001KJTIIGC8Y1R12")
    head = f"{HEAD},owned_id"
    rows = [f"{row(ACORN, ELM, '60')},{codes_of[0]}", f"{row(FIR, ELM, '60')},{codes_of[1]}"]
    assert codes(ask(tmp_path / "a", *rows, head=head)) == {"ownership-name-shared"}
    made = Ownership(prepared(tmp_path / "b", table(*rows, head=head)))
    days = (PartialDate(year=2025, month=10, day=1),)
    number = Identifier(scheme="LEI", number=codes_of[0].partition(":")[2])
    (hit,) = made.ask(Question(query=Query(name="", identifiers=(number,)), days=days)).hits
    assert hit.grade is OwnedGrade.COMPUTED


def test_a_long_chain_and_a_crowd_end(tmp_path: Path) -> None:
    chain = [ACORN, *(f"Link {number} Ltd" for number in range(600)), ELM]
    crowd = [row(f"Holder {number} Ltd", ELM, "0.01") for number in range(600)]
    rows = [row(owner, owned, "50") for owner, owned in pairwise(chain)]
    (hit,) = ask(tmp_path, *rows, *crowd).hits
    assert (hit.grade, len(hit.steps)) == (OwnedGrade.COMPUTED, 601)


def test_rules_state_their_source_and_days() -> None:
    assert len({rule.code for rule in OWNERSHIP_RULES}) == len(OWNERSHIP_RULES)
    assert all(rule.source and rule.lists and rule.periods for rule in OWNERSHIP_RULES)
