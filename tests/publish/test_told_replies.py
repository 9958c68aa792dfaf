"""Replies beside claims: by party under any spelling, by contract for the rest; in words and in JSON."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.errors import UsageError
from tenderlight.model.claim import ClaimStatus
from tenderlight.model.reply import Answer, Asked
from tenderlight.publish.exporting import Wish, export
from tenderlight.publish.told_replies import REPLY_KEYS, Replies, reply_words, told_reply
from tests.publish.made_contract import LOSER, WINNER, make_case

ANSWER = "=1+1\nWe sold cameras only."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_case(tmp_path / "case")


def ask(folder: Path, party: str, *, contract: str = "", answer: str | None = ANSWER) -> None:
    with Case.open(folder, create=True) as case:
        asked = Asked(
            party=party, asked_of="press office", asked_how="mail", asked_at="2026-05-01", deadline="2026-05-15",
            contract=contract,
        )  # fmt: skip
        told = None if answer is None else Answer(text=answer, at="2026-05-09")
        case.replies.add(asked, person="A. Reader", answer=told)


def belonging(folder: Path) -> dict[str, list[str]]:
    """Return the parties whose replies belong to each claim."""
    with Case.open(folder) as case:
        replies = Replies(case=case, parties=parties_of_case(case))
        return {claim.claim: [reply.asked.party for reply in replies.of(claim)] for claim in case.claims()}


def test_a_reply_belongs_to_the_claims_on_its_party_and_to_those_of_its_contract_on_none(folder: Path) -> None:
    assert set(map(len, belonging(folder).values())) == {0}
    ask(folder, f" {LOSER.upper()} ", answer=None)
    with Case.open(folder) as case:
        contract = next(case.claims()).contract
    ask(folder, "Somebody Else Ltd", contract=contract)
    found = belonging(folder)
    loser = LOSER.upper()
    assert found["c2"] == [loser]
    assert found["c0"] == found["c1"] == []
    assert found["c3"] == [loser, "Somebody Else Ltd"]


def test_lines_of_json_have_replies_only_where_anybody_was_asked(folder: Path, tmp_path: Path) -> None:
    def lines() -> list[dict[str, object]]:
        with Case.open(folder) as case:
            export(case, Wish(form="jsonl"), tmp_path / "a.jsonl")
        return [json.loads(line) for line in (tmp_path / "a.jsonl").read_bytes().splitlines()]

    assert not any("replies" in line for line in lines())
    ask(folder, WINNER)
    told = {str(line["claim"]): line["replies"] for line in lines()}
    assert told["c0"] == []
    assert told["c1"] == told["c3"]
    (reply,) = json.loads(json.dumps(told["c1"]))
    assert list(reply) == list(REPLY_KEYS)
    assert reply["answer"] == ANSWER


@pytest.mark.parametrize("table", ["claims", "contracts"])
def test_tables_tell_replies_in_words(table: str, folder: Path, tmp_path: Path) -> None:
    ask(folder, WINNER)
    with Case.open(folder) as case:
        export(case, Wish(form="csv", table=table), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    words = f"{WINNER}: asked 2026-05-01 by mail, answer asked for by 2026-05-15. Answered 2026-05-09: {ANSWER}"
    assert words in {row["replies"] for row in rows}


def test_no_answer_is_told_without_the_day_of_the_export(folder: Path) -> None:
    ask(folder, WINNER, answer=None)
    with Case.open(folder) as case:
        (reply,) = case.replies.current()
    assert reply_words(told_reply(reply)).endswith("answer asked for by 2026-05-15. No answer so far.")


@pytest.mark.parametrize(
    "wish",
    [
        {"form": "ocds", "table": "pages"},
        {"form": "parquet", "table": "parties"},
        {"form": "csv", "ocid_prefix": "ocds-a1b2c3"},
        {"form": "csv", "table": "pages", "only": ClaimStatus.CONFIRMED},
        {"form": "ocds", "rates": Path("rates.csv")},
        {"form": "csv", "table": "parties", "is_redacted": True},
    ],
)
def test_what_does_not_go_together_is_refused(wish: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        Wish(**wish)  # type: ignore[arg-type]
