"""One browser for all tests here; where there is none they are skipped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.served import CHROMIUM, QUIET, Watched, served_desk
from tests.memory_disk import memory_folder
from tests.web.made_desk import make_case


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def desk() -> Iterator[str]:
    """The opening link of a desk on the made case."""
    with memory_folder() as folder, served_desk(make_case(folder / "case")) as link:
        yield link


@pytest.fixture(scope="module")
def visit(browser: Browser, desk: str) -> Iterator[tuple[BrowserContext, Watched]]:
    """A browser that came in by the link."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched()
    watched.watch(context, desk.partition("/enter")[0])
    page = context.new_page()
    page.goto(desk)
    yield context, watched
    context.close()


@pytest.fixture
def page(visit: tuple[BrowserContext, Watched]) -> Iterator[Page]:
    page = visit[0].new_page()
    yield page
    page.close()
