"""What pages say of claims, contracts and pages, and that every decision goes through the custody log."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.model.claim import ClaimStatus
from tenderlight.web.routes import all_routes
from tests.web.made_desk import HOSTILE, open_desk

ONCE = re.compile(r'name="once" value="([^"]+)"')


def first_claim(client: TestClient, kind: str = "capability") -> str:
    return str(client.get(f"/claims.json?kind={kind}").json()["claims"][0]["claim"])


def decide(client: TestClient, claim: str, verdict: str, **more: str) -> int:
    page = client.get(f"/claims/{claim}")
    found = ONCE.search(page.text)
    assert found
    seen = str(client.get(f"/claims/{claim}.json").json()["claim"]["seen"])
    fields = {"once": found[1], "verdict": verdict, "seen": seen} | more
    return int(client.post(f"/claims/{claim}/review", data=fields, follow_redirects=False).status_code)


def addresses(client: TestClient) -> list[str]:
    """Return an address of every page there is."""
    claim = client.get("/claims.json?kind=capability").json()["claims"][0]
    shown = client.get(f"/claims/{claim['claim']}.json").json()["claim"]
    document = shown["quotes"][0]["document"]
    parts = {"claim": claim["claim"], "contract": claim["contract"], "document": document, "source": document}
    parts["page"] = "1"
    paths = [route.path for route in all_routes() if "GET" in (route.methods or ())]
    left_out = ("/enter", "/oidc", "/attachments", "/search.csv", "/dossiers/{name")
    shown = [path for path in paths if not path.startswith(left_out)]
    return [re.sub(r":\w+}", "}", path).format_map(parts) for path in shown]


def test_nothing_of_a_document_is_markup_on_any_page(client: TestClient) -> None:
    seen = 0
    for address in addresses(client):
        answer = client.get(address)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            assert "<script>alert" not in answer.text, address
            assert "<img" not in answer.text, address
            assert "49" not in answer.text.partition("{{7*7}}")[0][-3:]
            seen += HOSTILE.replace("<", "&lt;").replace(">", "&gt;") in answer.text
        elif answer.headers["content-type"] == "application/json":
            assert "<" not in answer.text, address
            json.loads(answer.text)
    assert seen >= 5, "the hostile words are shown, as words"


def test_lists_are_narrowed_by_what_the_address_says(client: TestClient) -> None:
    every = client.get("/claims.json").json()
    assert every["count"] == 24
    assert client.get("/claims.json?kind=capability").json()["count"] == 3
    assert client.get("/claims.json?kind=capability&polarity=forbidden").json()["count"] == 0
    assert client.get("/claims.json?year=2021").json()["count"] == 8
    assert client.get("/claims.json?place=CN&waiting=yes").json()["count"] == 24
    contract = every["claims"][0]["contract"]
    assert client.get(f"/claims.json?contract={contract}").json()["count"] == 8
    kinds = {one["name"]: one["count"] for one in every["facets"][0]["options"]}
    assert kinds["capability"] == kinds["buyer"] == 3
    assert client.get("/claims.json?kind='%20OR%201=1").json()["count"] == 24, "what is no code is not asked for"


def test_a_claim_shows_what_one_must_see_before_deciding(client: TestClient) -> None:
    claim = first_claim(client)
    page = client.get(f"/claims/{claim}").text
    shown = client.get(f"/claims/{claim}.json").json()["claim"]
    assert "An award notice says that this is, or will be, delivered" in page
    assert shown["against"][0].startswith("The heading says")
    assert shown["quotes"][0]["stands"] is True
    assert shown["quotes"][0]["sentence_before"].endswith("\nThe system ")
    marked = re.search(r"<mark>(.*?)</mark>", page)
    assert marked
    assert re.sub(r"<sup>.*?</sup>|<[^>]*>", "", marked[1]) == "tells the ethnicity of faces"
    why = shown["rule"]["why"]
    assert why["senses"][0]["words"] == ["ethnicity"]
    assert all(f'<span class="sense s{one["number"]}">{one["words"][0]}<sup>' in page for one in why["senses"])
    assert "Looked at again by version" in page
    assert "民族、种族类别" in client.get(f"/claims/{claim}?lang=zh").text
    (picture,) = shown["pictures"]
    lit = [box for box in picture["boxes"] if box["is_lit"]]
    assert [(box["at"]["x"], box["at"]["y"]) for box in lit] == [(71.0, 91.0)]
    assert {box["href"] for box in picture["boxes"]} >= {f"/claims/{claim}"}
    assert all(box["name"] for box in picture["boxes"])
    assert "一份中标（成交）公告写明已经或将要交付" in client.get(f"/claims/{claim}?lang=zh").text


def test_a_claim_whose_words_are_not_there_is_called_out(client: TestClient) -> None:
    claim = first_claim(client)
    desk = client.app.state.desk  # type: ignore[attr-defined]
    document = client.get(f"/claims/{claim}.json").json()["claim"]["quotes"][0]["document"]
    stored = desk.page(document, 1)
    other = replace(stored.page, text=stored.page.text.replace("ethnicity", "xxxxxxxxx"))
    desk._pages[document, 1] = replace(stored, page=other)
    assert client.get(f"/claims/{claim}.json").json()["claim"]["quotes"][0]["stands"] is False
    assert "Do not confirm it" in client.get(f"/claims/{claim}").text


def test_a_decision_is_in_the_log_and_survives(folder: Path) -> None:
    with open_desk(folder) as client:
        claim = first_claim(client)
        assert decide(client, claim, "confirm", because="seen on the page") == 303
        shown = client.get(f"/claims/{claim}.json").json()["claim"]
        assert shown["status"] == "confirmed"
        assert shown["reviews"][0]["person"] == "A. Reader"
        assert client.get("/claims.json?status=confirmed").json()["count"] == 1
        head = client.get("/contracts.json").json()["contracts"]
        assert sum(one["head"]["confirmed"] for one in head) == 1
        (review,) = [entry.details for entry, _ in read_log(folder) if entry.act == Act.REVIEW]
        assert (review["claim"], review["verdict"], review["because"]) == (claim, "confirm", "seen on the page")
    with Case.open(folder) as case:
        assert case.reviews.status(claim) is ClaimStatus.CONFIRMED
    assert check_case(folder) == []


def test_the_queue_goes_on_after_each_decision_and_back_on_undo(client: TestClient) -> None:
    first = client.get("/queue.json").json()
    claim = first["claim"]["claim"]
    assert first["waiting"] == 24
    page = client.get("/queue").text
    once = ONCE.search(page)
    assert once
    fields = {"once": once[1], "verdict": "reject", "to": first["to"], "seen": "0"}
    answer = client.post(f"/claims/{claim}/review", data=fields, follow_redirects=False)
    assert answer.headers["location"] == first["to"] == first["following"]
    second = client.get("/queue.json").json()
    assert (second["waiting"], second["undo_to"]) == (23, f"/queue?at={claim}")
    assert second["claim"]["claim"] != claim
    once = ONCE.search(client.get("/queue").text)
    assert once
    answer = client.post("/undo", data={"once": once[1]}, follow_redirects=False)
    assert answer.headers["location"] == f"/queue?at={claim}"
    back = client.get(answer.headers["location"].replace("/queue", "/queue.json")).json()
    assert (back["waiting"], back["claim"]["status"]) == (24, "unreviewed")
    assert [one["verdict"] for one in back["claim"]["reviews"]] == ["reject", "undo"]


def test_keys_have_buttons_and_links(client: TestClient) -> None:
    page = client.get("/queue").text
    assert set(re.findall(r'data-key="(.)"', page)) >= {"y", "n", "h", "u", "j", "?"}


def test_a_form_sent_twice_or_made_up_changes_nothing(client: TestClient) -> None:
    claim = first_claim(client)
    once = ONCE.search(client.get(f"/claims/{claim}").text)
    assert once
    fields = {"once": once[1], "verdict": "confirm"}
    assert client.post(f"/claims/{claim}/review", data=fields, follow_redirects=False).status_code == 303
    assert client.post(f"/claims/{claim}/review", data=fields).status_code == 409
    assert client.post(f"/claims/{claim}/review", data={"verdict": "confirm", "once": "1.00"}).status_code == 409
    assert len(client.get(f"/claims/{claim}.json").json()["claim"]["reviews"]) == 1


@pytest.mark.parametrize("fields", [{"verdict": "guilty"}, {}, {"verdict": "confirm", "because": "x" * 2001}])
def test_what_is_no_decision_is_refused(client: TestClient, fields: dict[str, str]) -> None:
    claim = first_claim(client)
    once = ONCE.search(client.get(f"/claims/{claim}").text)
    assert once
    assert client.post(f"/claims/{claim}/review", data={"once": once[1]} | fields).status_code == 400
    assert client.get(f"/claims/{claim}.json").json()["claim"]["reviews"] == []


def test_nobody_decides_without_a_name(folder: Path) -> None:
    with open_desk(folder, person="") as client:
        assert decide(client, first_claim(client), "confirm") == 403
        client.post("/name", data={"person": "B. Reader"})
        assert decide(client, first_claim(client), "confirm") == 303


def test_a_contract_shows_its_sources_side_by_side(client: TestClient) -> None:
    line = client.get("/contracts.json").json()["contracts"][0]
    page = client.get(f"/contracts/{line['contract']}.json").json()
    assert [step["date"] for step in page["timeline"]] == [str(page["head"]["year"])]
    assert {row["kind"] for row in page["rows"]} >= {"buyer", "supplier", "amount", "date"}
    assert all(len(row["cells"]) == len(page["sources"]) for row in page["rows"])
    assert page["head"]["buyer"] == "Ministry of Lanterns"
    assert client.get("/contracts/" + "0" * 32).status_code == 404


def test_an_original_is_handed_out_as_a_file_and_never_shown(client: TestClient) -> None:
    claim = first_claim(client)
    quote = client.get(f"/claims/{claim}.json").json()["claim"]["quotes"][0]
    answer = client.get(quote["original_href"])
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["content-security-policy"]
    for strange in ("/originals/" + "0" * 64, "/originals/..%2f..%2fcase.sqlite", "/originals/" + "A" * 64):
        assert client.get(strange).status_code == 404


def test_a_page_is_drawn_once_in_the_cage_and_kept(client: TestClient, folder: Path) -> None:
    claim = first_claim(client)
    (picture,) = client.get(f"/claims/{claim}.json").json()["claim"]["pictures"]
    answer = client.get(picture["href"])
    assert answer.content.startswith(b"\x89PNG")
    (kept,) = (folder / "derived" / "pictures").rglob("*.png")
    kept.write_bytes(answer.content + b"kept")
    assert client.get(picture["href"]).content.endswith(b"kept")
    kept.write_bytes(b"<script>")
    assert client.get(picture["href"]).content == answer.content, "what is no picture is drawn anew"
    for strange in (picture["href"].replace("/1.png", "/7.png"), "/pictures/" + "0" * 64 + "/1.png"):
        assert client.get(strange).status_code == 404
