"""Edits, notes, tags, corrections and replies: written through the log, both versions kept, nothing half taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.model.values import Identifier, PartyValue
from tests.memory_disk import memory_folder
from tests.web.made_desk import HOSTILE, make_case, open_desk
from tests.web.test_pages import first_claim

ONCE = re.compile(r'name="once" value="([^"]+)"')


def once(client: TestClient, address: str) -> str:
    found = ONCE.search(client.get(address).text)
    assert found
    return found[1]


def send(client: TestClient, address: str, *, seen_on: str, **fields: str) -> int:
    """Send a form as a page has it; returns the status."""
    data = {"once": once(client, seen_on)} | fields
    return int(client.post(address, data=data, follow_redirects=False).status_code)


def edit_form(client: TestClient, claim: str) -> dict[str, str]:
    page = client.get(f"/claims/{claim}/edit.json").json()
    fields = {f"value.{one['name']}": one["value"] for one in page["fields"]}
    boxes = {f"box.{box['name']}.{side}": str(at) for box in page["boxes"] for side, at in box["sides"]}
    return fields | boxes | {"seen": str(page["seen"])}


def test_a_value_is_corrected_and_both_are_kept(client: TestClient) -> None:
    claim = first_claim(client, "amount")
    form = edit_form(client, claim) | {"value.amount": "480000.5", "because": "misread"}
    assert send(client, f"/claims/{claim}/edit", seen_on=f"/claims/{claim}/edit", **form) == 303
    shown = client.get(f"/claims/{claim}.json").json()["claim"]
    assert (shown["status"], shown["value"]) == ("confirmed", "480,000.5 CNY")
    assert shown["printed"].startswith("486,00")
    assert "The rule had found: 486,00" in client.get(f"/claims/{claim}").text
    head = client.get(f"/contracts/{shown['contract']}.json").json()["head"]
    assert float(head["amount"]) == 480000.5


def test_a_name_with_a_number_of_a_register_is_corrected_and_keeps_the_number() -> None:
    number = Identifier(scheme="uscc", number="91330000MA27XXXX1A")
    with memory_folder() as folder, open_desk(make_case(folder / "case", numbers=(number,))) as client:
        claim = first_claim(client, "buyer")
        form = edit_form(client, claim)
        assert {name for name in form if name.startswith("value.")} == {"value.name"}
        form |= {"value.name": "Ministry of Lights"}
        assert send(client, f"/claims/{claim}/edit", seen_on=f"/claims/{claim}/edit", **form) == 303
        assert client.get(f"/claims/{claim}.json").json()["claim"]["value"] == "Ministry of Lights"
        with Case.open(folder / "case") as case:
            (made,) = [one for one in case.claims() if one.claim == claim]
        assert made.edit is not None
        assert made.edit.value == PartyValue(name="Ministry of Lights", identifiers=(number,))


@pytest.mark.parametrize("kind", ["buyer", "supplier", "amount", "date", "region", "component", "capability", "title"])
def test_every_kind_of_claim_has_a_form_that_corrects_it(client: TestClient, kind: str) -> None:
    assert client.get(f"/claims/{first_claim(client, kind)}/edit").status_code == 200


def test_a_box_is_moved(client: TestClient) -> None:
    claim = first_claim(client)
    form = edit_form(client, claim) | {"box.0.0.left": "100.5"}
    assert send(client, f"/claims/{claim}/edit", seen_on=f"/claims/{claim}/edit", **form) == 303
    (picture,) = client.get(f"/claims/{claim}.json").json()["claim"]["pictures"]
    assert [box["at"]["x"] for box in picture["boxes"] if box["is_lit"]] == [99.5]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"value.amount": "a lot"},
        {"value.amount_kind": "guilty"},
        {"value.amount": ""},
        {"box.0.0.left": "1e999"},
        {"box.0.0.left": "nan"},
        {"box.0.0.left": "900"},
    ],
    ids=str,
)
def test_an_edit_that_is_none_is_refused(client: TestClient, change: dict[str, str]) -> None:
    claim = first_claim(client, "amount")
    form = edit_form(client, claim) | change
    status = send(client, f"/claims/{claim}/edit", seen_on=f"/claims/{claim}/edit", **form)
    taken = client.get(f"/claims/{claim}.json").json()["claim"]["reviews"]
    assert (status, len(taken)) in {(400, 0), (303, 1)}
    assert status == 400 or change == {"value.amount": ""}, "a price may be struck out"


def test_notes_and_tags_stand_on_claims_contracts_and_pages(client: TestClient) -> None:
    claim = first_claim(client)
    shown = client.get(f"/claims/{claim}.json").json()["claim"]
    page = f"/pages/{shown['quotes'][0]['document']}/1"
    for address, subject in (
        (f"/claims/{claim}", f"claim:{claim}"),
        (f"/contracts/{shown['contract']}", f"contract:{shown['contract']}"),
        (page, f"page:{shown['quotes'][0]['document']}:1"),
    ):
        for kind in ("note", "tag"):
            fields = {"subject": subject, "kind": kind, "text": HOSTILE[:50]}
            assert send(client, "/notes", seen_on=address, **fields) == 303
        text = client.get(address).text
        assert "&lt;script&gt;alert(1)" in text
        assert "<script>alert" not in text
    (tag,) = client.get("/tags.json").json()["tags"]
    assert tag["count"] == 3
    number = client.get(f"/claims/{claim}.json").json()["claim"]["notes"][0]["number"]
    assert send(client, "/take-back", seen_on="/queue", number=str(number), what="note") == 303
    assert len(client.get(f"/claims/{claim}.json").json()["claim"]["notes"]) == 1
    assert send(client, "/notes", seen_on="/queue", subject="claim:none", kind="note", text="x") == 400


def test_misread_words_are_corrected_and_both_are_kept(client: TestClient) -> None:
    claim = first_claim(client)
    document = client.get(f"/claims/{claim}.json").json()["claim"]["quotes"][0]["document"]
    page = {"document": document, "page": "1"}
    at = f"/pages/{document}/1"
    assert send(client, "/corrections", seen_on=at, was="ethnicity", now="felicity", **page) == 303
    (told,) = client.get(f"{at}.json").json()["corrections"]
    assert (told["was"], told["now"], told["person"]) == ("ethnicity", "felicity", "A. Reader")
    assert "ethnicity" in client.get(f"{at}.json").json()["text"]
    quote = client.get(f"/claims/{claim}.json").json()["claim"]["quotes"][0]
    assert quote["corrections"][0]["now"] == "felicity"
    for wrong in ({"was": "not there"}, {"was": "e"}, {"was": "e", "which": "9999"}, {"was": ""}):
        assert send(client, "/corrections", seen_on=at, now="x", **page, **wrong) == 400
    assert send(client, "/take-back", seen_on=at, number=str(told["number"]), what="correction") == 303
    assert client.get(f"{at}.json").json()["corrections"] == []


def test_who_is_named_is_asked_and_the_answer_kept(folder: Path) -> None:
    with open_desk(folder) as client:
        claim = first_claim(client, "supplier")
        assert client.get("/replies.json").json()["to_ask"] == []
        data = {"once": once(client, f"/claims/{claim}"), "verdict": "confirm"}
        client.post(f"/claims/{claim}/review", data=data)
        (ask,) = client.get("/replies.json").json()["to_ask"]
        request = {
            "party": ask["party"],
            "contract": ask["contract"],
            "asked_of": "press office",
            "asked_how": "letter",
            "asked_at": "2026-01-05",
            "deadline": "2026-01-20",
        }
        assert send(client, "/replies", seen_on="/replies", **request) == 303
        page = client.get("/replies.json").json()
        assert (page["to_ask"], page["replies"][0]["state"]) == ([], "none_by_deadline")
        data = {"once": once(client, "/replies"), "number": "1", "answer": HOSTILE, "answered_at": "2026-01-19"}
        files = {"files": ("../../etc/passwd<script>.html", b"<script>alert(1)</script>", "text/html")}
        assert client.post("/replies", data=data, files=files, follow_redirects=False).status_code == 303
        (shown,) = client.get("/replies.json").json()["replies"]
        assert (shown["state"], shown["answer"]) == ("answered", HOSTILE)
        (file,) = shown["attachments"]
        answer = client.get(file["href"])
        assert answer.content == b"<script>alert(1)</script>"
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment;")
        assert "/" not in file["name"]
        assert "<script>alert" not in client.get("/replies").text
        assert send(client, "/replies", seen_on="/replies", party="x") == 400
    assert check_case(folder) == []
    with Case.open(folder) as case:
        assert len(list(case.replies)) == 2


def test_two_who_disagree_are_both_shown(folder: Path) -> None:
    with open_desk(folder) as client:
        claim = first_claim(client)
        for person, verdict in (("A. Reader", "confirm"), ("B. Reader", "reject")):
            client.post("/name", data={"person": person})
            fields = {"verdict": verdict, "seen": "0"}
            assert send(client, f"/claims/{claim}/review", seen_on=f"/claims/{claim}", **fields) == 303
        shown = client.get(f"/claims/{claim}.json").json()["claim"]
        assert (shown["status"], shown["is_disputed"]) == ("unsure", True)
        assert [one["verdict"] for one in shown["reviews"]] == ["confirm", "reject"]
        assert shown["reviews"][1]["missed"] == [1], "made without having seen the other"
        assert "reviewers disagree" in client.get(f"/claims/{claim}").text
        assert client.get("/queue.json").json()["waiting"] == 24
