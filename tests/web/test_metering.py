"""Who is given the numbers of a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.issued import Place
from tests.web.made_desk import open_desk


def test_whoever_is_in_is_given_the_numbers(client: TestClient) -> None:
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'tenderlight_documents{case="case",state="read"}' in answer.text
    assert "tenderlight_claims_waiting" in answer.text


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("127.0.0.1", {"X-Forwarded-For": "203.0.113.9"}, 403),
        ("127.0.0.1", {"Forwarded": "for=203.0.113.9"}, 403),
        ("192.168.1.5", {}, 403),
        ("unknown", {}, 403),
    ],
)
def test_of_strangers_programs_on_this_machine_alone(
    folder: Path, address: str, headers: dict[str, str], status: int
) -> None:
    with open_desk(folder, enter=False) as client:
        client._transport.client = (address, 1)
        assert client.get("/metrics", headers=headers).status_code == status


def test_at_a_desk_of_a_team_nobody_who_is_not_in(place: Place) -> None:
    place.client._transport.client = ("127.0.0.1", 1)
    assert place.client.get("/metrics").status_code == 403
