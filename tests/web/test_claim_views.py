"""What is shown of names held against lists: by what reasons, on which list, of which day; likenesses said as such."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tenderlight.screening.told import (
    ToldEntry,
    ToldFeature,
    ToldHit,
    ToldQuestion,
    ToldScreening,
    ToldText,
)
from tests.web.made_desk import HOSTILE
from tests.web.test_pages import first_claim

NAME = f"Oak {HOSTILE} Ltd"


def told(*, may_carry_a_claim: bool) -> ToldScreening:
    entry = ToldEntry(
        id="e1",
        compared="Oak",
        names=[ToldText(text="Oak Lenses", kind="name")],
        programmes=[],
        citations=[],
        place_in_file="row 7",
    )
    hit = ToldHit(
        status="listed",
        because="It stands on the list.",
        days={"effective": "2021-01-01"},
        grade="same name",
        may_carry_a_claim=may_carry_a_claim,
        score=0.9,
        explanation="The words are the same.",
        features=(ToldFeature(name="words", ours="Oak", theirs="Oak", weight=1.0, note="same"),),
        list="us-entity-list",
        as_of="2021-05-01",
        sha256="a" * 64,
        entry=entry,
    )
    question = ToldQuestion(name=NAME, identifiers=[], role="supplier", where="", days=[], day_is="contract")
    return ToldScreening(question=question, hits=[hit, hit], problems=[])


@pytest.mark.parametrize("may_carry_a_claim", [True, False])
def test_a_possible_match_is_explained_beside_the_name(client: TestClient, may_carry_a_claim: bool) -> None:
    claim = first_claim(client, "supplier")
    contract = client.get(f"/claims/{claim}.json").json()["claim"]["contract"]
    desk = client.app.state.desk  # type: ignore[attr-defined]
    desk.__dict__["screened"] = {contract: (told(may_carry_a_claim=may_carry_a_claim),)}
    (hit,) = client.get(f"/claims/{claim}.json").json()["claim"]["hits"]
    assert (hit["entry"], hit["as_of"], hit["is_likeness"]) == ("Oak Lenses", "2021-05-01", not may_carry_a_claim)
    page = client.get(f"/claims/{claim}").text
    assert "The words are the same." in page
    assert "It is no finding." in page
    assert ("no more than a likeness" in page) is not may_carry_a_claim
    other = client.get("/claims.json?kind=supplier").json()["claims"][1]["claim"]
    assert client.get(f"/claims/{other}.json").json()["claim"]["hits"] == []


def test_words_that_are_not_translated_say_their_language(client: TestClient) -> None:
    page = client.get(f"/claims/{first_claim(client)}?lang=zh").text
    assert '<li lang="en">The heading says' in page
    assert "<li>此项主张由规则得出" in page


def test_a_reader_of_chinese_reads_in_chinese_what_a_capability_is_and_what_not(client: TestClient) -> None:
    claim = first_claim(client, "capability")
    rule, in_chinese = (client.get(f"/claims/{claim}.json?lang={one}").json()["claim"]["rule"] for one in ("en", "zh"))
    assert (rule["written_in"], in_chinese["written_in"]) == ("en", "zh-Hans")
    assert rule["definition"].isascii()
    assert all(re.search(r"[\u4e00-\u9fff]", words) for words in (in_chinese["definition"], *in_chinese["not_when"]))
    assert len(rule["not_when"]) == len(in_chinese["not_when"]) > 0


def test_a_capability_is_chosen_from_the_vocabulary(client: TestClient) -> None:
    (field,) = client.get(f"/claims/{first_claim(client)}/edit.json").json()["fields"]
    codes = [code for code, _ in field["choices"]]
    assert field["value"] in codes
    assert len(codes) > 20


def test_every_claim_has_a_page_wherever_its_quote_stands_in_the_sentence(client: TestClient) -> None:
    claims = [one["claim"] for one in client.get("/claims.json").json()["claims"]]
    pages = [client.get(f"/claims/{claim}") for claim in claims]
    assert {page.status_code for page in pages} == {200}
    assert all(page.text.count("<mark>") == page.text.count("</mark>") == 1 for page in pages)
