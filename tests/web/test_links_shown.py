"""A link at the desk: in the queue, on its page with the words of both documents, counted once, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tenderlight.cases import Case
from tenderlight.model.claim import ClaimStatus
from tests.pipeline.linked_twice import make_linked_twice
from tests.web.made_desk import open_desk
from tests.web.test_pages import decide, first_claim


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    make_linked_twice(tmp_path)
    with open_desk(tmp_path / "case") as client:
        yield client


def test_a_link_is_shown_with_the_words_of_both_documents(desk: TestClient) -> None:
    claim = first_claim(desk, "link")
    shown = desk.get(f"/claims/{claim}.json").json()["claim"]
    assert len({quote["document"] for quote in shown["quotes"]}) == 2
    assert all(quote["stands"] for quote in shown["quotes"])
    page = desk.get(f"/claims/{claim}").text
    assert "Two documents have something in common (same notice)" in page
    assert "2 documents have nearly these words, among at least 2 that were compared." in page
    assert claim in desk.get("/queue?kind=link").text
    desk.cookies.set("language", "zh")
    chinese = desk.get(f"/claims/{claim}?lang=zh").text
    assert "两份文件有共同之处（同一公告）" in chinese
    assert "在至少 2 份比对过的文件中，有 2 份文字与此几乎相同。" in chinese


def test_a_link_is_decided_and_the_overview_counts_notices_once(desk: TestClient, tmp_path: Path) -> None:
    assert "Documents compared: 2; notices: 1; copies of those: 1." in desk.get("/").text
    claim = first_claim(desk, "link")
    assert desk.get(f"/claims/{claim}/edit").status_code in {200, 404}
    assert decide(desk, claim, "confirm") == 303
    with Case.open(tmp_path / "case") as case:
        found = case.claim(claim)
    assert found is not None
    assert found.status is ClaimStatus.CONFIRMED
