"""Every page in two languages and as JSON; everything from documents escaped."""

from __future__ import annotations

import json
import re

import pytest
from starlette.testclient import TestClient

from tenderlight.web.forms import OnceForms
from tenderlight.web.routes import all_routes
from tenderlight.web.showing import as_json, shortened


def test_every_page_has_a_twin() -> None:
    shown = {route.path for route in all_routes() if "GET" in (route.methods or ())}
    shown = {path for path in shown if not path.startswith(("/enter", "/oidc", "/metrics"))}
    pages = {path for path in shown if not re.search(r"\.(json|png|csv|zip)$|^/(originals|attachments)/", path)}
    assert {path for path in pages if ("/index.json" if path == "/" else f"{path}.json") not in shown} == set()
    assert len(pages) > 2


@pytest.mark.parametrize("address", ["/", "/help", "/name"])
def test_pages_speak_both_languages_and_json(client: TestClient, address: str) -> None:
    english, chinese = client.get(address), client.get(f"{address}?lang=zh")
    assert '<html lang="en">' in english.text
    assert '<html lang="zh-Hans">' in chinese.text
    assert "审阅台" in chinese.text
    assert 'href="/help?lang=zh"' in chinese.text, "links keep the language"
    twin = client.get(("/index" if address == "/" else address) + ".json")
    assert twin.headers["content-type"] == "application/json"
    assert json.loads(twin.text)


def test_the_browser_may_ask_for_a_language(client: TestClient) -> None:
    assert '<html lang="zh-Hans">' in client.get("/", headers={"accept-language": "zh-CN,en;q=0.8"}).text


def test_errors_are_pages_too(client: TestClient) -> None:
    assert "There is no such page" in client.get("/no-such").text
    assert client.get("/no-such.json").json()["error"] == "error.not_found"
    assert client.put("/name").status_code == 405


def test_json_holds_no_markup() -> None:
    assert as_json({"a": "</script><!--"}) == b'{"a":"\\u003c/script>\\u003c!--"}'


def test_long_texts_are_cut_in_lists() -> None:
    assert shortened("a\n b" * 100, 10) == "a ba ba b…"


def test_a_form_is_taken_once_and_from_its_own_session() -> None:
    forms = OnceForms()
    once = forms.new("one")
    assert not forms.take("other", once)
    assert forms.take("one", once)
    assert not forms.take("one", once)
    for made_up in ("", "1", "1.", "2." + "0" * 64, "x.y", "²." + "0" * 64, once + "0", "1.é"):
        assert not forms.take("one", made_up)
