"""The desk in a browser: keyboard alone, without script, in both languages, by the rules of axe; nothing fetched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("axe_playwright_python", reason="axe is not installed")

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tenderlight.publish.catalogue import HTML_CODES
from tenderlight.web.routes import all_routes
from tests.browser.served import Watched, served_desk
from tests.memory_disk import memory_folder
from tests.web.made_desk import make_case

Visit = tuple[BrowserContext, Watched]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}


def pages_of(page: Page, base: str) -> list[str]:
    """Return an address of every page there is, as HTML."""
    answer = page.request.get(f"{base}/claims.json?kind=capability").json()["claims"][0]
    claim = page.request.get(f"{base}/claims/{answer['claim']}.json").json()["claim"]
    parts = {"claim": claim["claim"], "contract": claim["contract"], "page": "1"}
    parts["document"] = parts["source"] = claim["quotes"][0]["document"]
    paths = {route.path for route in all_routes() if "GET" in (route.methods or ())}
    none = re.compile(r"\.(json|png|csv|zip)$|^/(originals|attachments|oidc)/|^/(enter|metrics)$")
    shown = (path for path in paths if not none.search(path))
    return sorted(re.sub(r":\w+}", "}", path).format_map(parts) for path in shown)


def base_of(link: str) -> str:
    return link.partition("/enter")[0]


def test_no_page_breaks_a_rule_of_accessibility_or_needs_another_machine(visit: Visit, page: Page, desk: str) -> None:
    axe = Axe()
    addresses = pages_of(page, base_of(desk))
    assert len(addresses) >= 8
    for number, address in enumerate(addresses):
        seen, other = ("en", "zh") if number % 2 else ("zh", "en")
        assert f'<html lang="{HTML_CODES[other]}">' in page.request.get(f"{base_of(desk)}{address}?lang={other}").text()
        page.goto(f"{base_of(desk)}{address}?lang={seen}")
        assert page.locator("html").get_attribute("lang") == HTML_CODES[seen]
        assert page.title().strip()
        found = axe.run(page, options=RULES).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], address
    assert visit[1] == Watched()


def test_every_page_fits_a_narrow_screen(page: Page, desk: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for address in pages_of(page, base_of(desk)):
        page.goto(f"{base_of(desk)}{address}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)
    assert wide == []


def test_a_claim_is_decided_and_undone_by_keyboard_alone(visit: Visit, page: Page, desk: str) -> None:
    base = base_of(desk)
    waiting = page.request.get(f"{base}/queue.json").json()["waiting"]
    page.goto(base)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.goto(f"{base}/queue?kind=capability")
    first = page.locator("h1").inner_text()
    for key in "jk":
        with page.expect_navigation():
            page.keyboard.press(key)
    assert page.locator("h1").inner_text() == first
    with page.expect_response("**/queue?*"):
        page.keyboard.press("y")
    expect(page.locator("#content")).to_be_focused()
    assert page.request.get(f"{base}/queue.json").json()["waiting"] == waiting - 1
    with page.expect_response("**/queue?*"):
        page.keyboard.press("u")
    expect(page.locator("#content")).to_be_focused()
    assert page.locator("h1").inner_text() == first
    assert page.request.get(f"{base}/queue.json").json()["waiting"] == waiting
    page.keyboard.press("?")
    page.wait_for_url("**/help*")
    assert visit[1] == Watched()


def test_keys_are_letters_where_one_writes(page: Page, desk: str) -> None:
    page.goto(f"{base_of(desk)}/queue")
    page.locator("#because").press_sequentially("yes, unsure j")
    assert page.locator("#because").input_value() == "yes, unsure j"
    assert page.url.endswith("/queue")


def test_a_list_is_narrowed_in_place_and_the_address_says_so(page: Page, desk: str) -> None:
    page.goto(f"{base_of(desk)}/claims")
    page.locator("#f-kind").select_option("buyer")
    expect(page.locator("ol.claims > li")).to_have_count(3)
    assert "kind=buyer" in page.url
    page.reload()
    expect(page.locator("ol.claims > li")).to_have_count(3)


def test_the_quote_is_lit_on_the_picture_of_its_page(page: Page, desk: str) -> None:
    page.goto(f"{base_of(desk)}/queue?kind=capability")
    assert page.evaluate("fetch(document.querySelector('.lit image').getAttribute('href')).then(one => one.ok)")
    lit = page.locator(".lit a:has(rect.lit)")
    expect(lit).to_have_count(1)
    assert (lit.get_attribute("aria-label") or "").startswith("An award notice says")
    lit.press("Enter")
    page.wait_for_url("**/claims/*")


def test_everything_works_without_script(browser: Browser, tmp_path: Path) -> None:
    with memory_folder() as folder, served_desk(make_case(folder / "case")) as link:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(link)
        page.get_by_role("link", name="Queue").click()
        expect(page.get_by_text("24 claims wait.")).to_have_count(1)
        page.get_by_label("Kind").select_option("capability")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url("**/queue?*kind=capability*")
        page.get_by_role("button", name="Reject").click()
        expect(page.get_by_text("2 claims wait.")).to_have_count(1)
        page.get_by_role("button", name="Undo my last").click()
        expect(page.get_by_text("rejected").first).to_be_attached()
        page.get_by_role("link", name="中文").click()
        expect(page.get_by_role("button", name="确认")).to_have_count(1)
        page.get_by_role("link", name="主张", exact=True).click()
        expect(page.locator("ol.claims > li")).to_have_count(24)
        context.close()
