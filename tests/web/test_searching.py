"""Search at the desk: hits lead to pages with the words lit, all of them as a table, searches saved."""

from __future__ import annotations

import csv
import io
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tenderlight.cases import Case, index_making
from tenderlight.web import search_making
from tests.web.test_writing import send


def test_a_hit_opens_its_page_with_the_words_lit(client: TestClient) -> None:
    found = client.get("/search.json?q=ethnicity").json()
    assert found["total"] == 3
    hit = found["hits"][0]
    assert (hit["text"], hit["count"]) == ("ethnicity", 1)
    page = client.get(hit["href"])
    assert "tells the <mark>ethnicity</mark> of faces" in page.text
    address, _, words = hit["href"].partition("?")
    picture = client.get(f"{address}.json?{words}").json()["picture"]
    (lit,) = [box for box in picture["boxes"] if box["is_lit"]]
    assert (lit["name"], lit["at"]["y"]) == ("ethnicity", 91.0)
    assert client.get("/search?q=nowhere").text.count("<mark>") == 0


def test_a_corrected_word_is_found_both_ways_at_once_and_lit(client: TestClient) -> None:
    hit = client.get("/search.json?q=ethnicity").json()["hits"][0]
    address = hit["href"].partition("?")[0]
    _, document, page = address.removeprefix("/").split("/")
    said = {"document": document, "page": page, "was": "ethnicity of faces", "now": "ethnieity of traces"}
    assert send(client, "/corrections", seen_on=address, **said) == 303
    (found,) = client.get("/search.json", params={"q": '"ethnieity of traces"'}).json()["hits"]
    assert found["corrected"] == "Found as a person corrected it; it was read as “ethnicity of faces”."
    assert "<mark>ethnicity of faces</mark>" in client.get(found["href"]).text
    by_document = {
        one["href"].split("/")[2]: one["corrected"] for one in client.get("/search.json?q=ethnicity").json()["hits"]
    }
    assert sorted(by_document.values()) == [
        "",
        "",
        "Found as it was read; a person corrected it to “ethnieity of traces”.",
    ]
    assert "按原识读找到；人工更正为“ethnieity of traces”。" in client.get("/search?q=ethnicity&lang=zh").text
    number = client.get(f"{address}.json").json()["corrections"][0]["number"]
    assert send(client, "/take-back", seen_on=address, number=str(number), what="correction") == 303
    assert client.get("/search.json?q=ethnieity").json()["total"] == 0


def test_blanks_of_any_width_separate_words(client: TestClient) -> None:
    for query in ("ethnicity\u3000faces", "ethnicity\u00a0faces", "eth\u200cnicity  faces"):
        found = client.get("/search.json", params={"q": query}).json()
        assert (found["total"], found["query"].split()) == (3, ["ethnicity", "faces"])


def test_a_search_is_narrowed_by_what_is_claimed(client: TestClient) -> None:
    assert client.get("/search.json?q=ethnicity&capability=eth.face_ethnicity").json()["total"] == 3
    assert client.get("/search.json?q=ethnicity&polarity=forbidden").json()["total"] == 0
    assert client.get("/search.json?q=ethnicity&path=no-such-path").json()["total"] == 0


def test_all_hits_come_as_a_table_without_formulas(client: TestClient) -> None:
    answer = client.get("/search.csv?q=ethnicity")
    assert answer.headers["content-disposition"].startswith("attachment;")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) == 3
    assert not [cell for row in rows for cell in row.values() if cell and cell[0] in "=+-@"]
    assert client.get("/search.csv").status_code == 400


def test_searches_are_saved_and_taken_back(client: TestClient) -> None:
    status = send(client, "/searches", seen_on="/search?q=ethnicity", name="Mine", query="ethnicity -price")
    assert status == 303
    (saved,) = client.get("/search.json").json()["saved"]
    assert (saved["name"], saved["query"], saved["person"]) == ("Mine", "ethnicity -price", "A. Reader")
    assert client.get(saved["href"]).status_code == 200
    narrowed = {"name": "Narrow", "query": "ethnicity", "capability": "eth.face_ethnicity", "path": "a=b"}
    assert send(client, "/searches", seen_on="/search?q=ethnicity", **narrowed) == 303
    kept = client.get("/search.json").json()["saved"][1]
    assert kept["query"] == "ethnicity · capability=eth.face_ethnicity · path=a=b"
    assert client.get(kept["href"].replace("?", ".json?")).json()["chosen"] == {
        "capability": "eth.face_ethnicity", "path": "a=b",
    }  # fmt: skip
    assert send(client, "/take-back", seen_on="/search", number=str(kept["number"]), what="note") == 303
    assert send(client, "/take-back", seen_on="/search", number=str(saved["number"]), what="note") == 303
    assert client.get("/search.json").json()["saved"] == []


@pytest.mark.parametrize("query", ["-only", '""', "a " * 30])
def test_what_cannot_be_looked_for_is_said(client: TestClient, query: str) -> None:
    assert client.get("/search", params={"q": query}).status_code == 400
    assert send(client, "/searches", seen_on="/search?q=x", name="n", query=query) == 400


def test_many_pages_are_taken_in_while_the_desk_is_used(
    client: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Process:
        code: int | None = None

        def poll(self) -> int | None:
            return self.code

        def terminate(self) -> None:
            self.code = -15

        def wait(self, _seconds: float = 0) -> int:
            return 0

    started: list[tuple[Path, Path]] = []
    process = Process()

    def start(*folders: Path) -> Process:
        started.append((folders[0], folders[1]))
        return process

    monkeypatch.setattr(search_making, "FEW_PAGES", 0)
    monkeypatch.setattr(search_making, "start", start)
    found = client.get("/search.json?q=ethnicity").json()
    assert (found["total"], found["csv"], found["making"]) == (
        0, None, {"pages": 0, "of_pages": 3, "is_going_on": True},
    )  # fmt: skip
    assert "0 of 3 pages" in client.get("/search?q=ethnicity").text
    assert client.get("/search.csv?q=ethnicity").status_code == 503
    process.code = 5
    assert client.get("/search.json?q=ethnicity").json()["making"]["is_going_on"] is False
    assert "could not be made whole" in client.get("/search?q=ethnicity").text
    ((case_folder, index_folder),) = started
    assert index_making.make(case_folder, index_folder) == 0
    found = client.get("/search.json?q=ethnicity").json()
    assert (found["total"], found["making"]) == (3, None)
    assert client.get("/search.csv?q=ethnicity").status_code == 200
    assert index_making.make(folder / "nothing", index_folder) == 2


def test_a_desk_that_is_closed_stops_the_making(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        making = search_making.SearchMaking(case)
        making._process = process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        making.close()
        assert process.poll() == -signal.SIGTERM
        making.close()
