"""A dossier opened from a folder: by the rules of axe, on a narrow screen, printed; no script, and nothing fetched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

pytest.importorskip("axe_playwright_python", reason="axe is not installed")

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tenderlight.cases import Case
from tests.browser.served import Watched
from tests.browser.test_desk import RULES
from tests.memory_disk import memory_folder
from tests.publish.made_dossier import ask_all, confirm_all, make_case, publish_it

PAGES = ("index.html", "en/index.html", "zh/index.html", "en/short.html", "zh/short.html")


@pytest.fixture(scope="module")
def dossier() -> Iterator[Path]:
    with memory_folder() as folder:
        make_case(folder)
        with Case.open(folder / "case", create=True) as case:
            confirm_all(case)
            ask_all(case)
        made = publish_it(folder, folder / "made", redact=True)
        yield shutil.copytree(made.folder, folder / "on a stick") / "data"


@pytest.fixture
def page(browser: Browser, dossier: Path) -> Iterator[tuple[Page, Watched]]:
    context = browser.new_context(viewport={"width": 1000, "height": 800}, java_script_enabled=True)
    watched = Watched()
    watched.watch(context, dossier.as_uri())
    yield context.new_page(), watched
    context.close()


def test_every_page_of_a_dossier_keeps_the_rules_of_access_and_fetches_nothing(
    page: tuple[Page, Watched], dossier: Path
) -> None:
    shown, watched = page
    for name in PAGES:
        shown.goto((dossier / name).as_uri())
        found = Axe().run(shown, options=RULES).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], name
        pictures = shown.evaluate("[...document.querySelectorAll('image')].map(one => one.getBBox().width)")
        assert all(width > 0 for width in pictures)
    assert watched.ran == 0
    assert watched.elsewhere == []
    assert watched.errors == []


def test_a_dossier_fits_a_narrow_screen_and_works_without_script(browser: Browser, dossier: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, java_script_enabled=False)
    shown = context.new_page()
    shown.goto((dossier / "index.html").as_uri())
    shown.get_by_role("link", name="中文").click()
    assert shown.get_by_role("heading", level=1).inner_text()
    expect(shown.locator("article")).to_have_count(8 + 3)
    context.close()
    narrow = browser.new_page(viewport={"width": 360, "height": 700})
    for name in PAGES:
        narrow.goto((dossier / name).as_uri())
        assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    narrow.close()


def test_a_dossier_prints_whole(page: tuple[Page, Watched], dossier: Path) -> None:
    shown, _ = page
    for name, words in (("en/index.html", "How to check this dossier"), ("zh/index.html", "如何核验本卷宗")):
        shown.goto((dossier / name).as_uri())
        pdf = pypdfium2.PdfDocument(shown.pdf(prefer_css_page_size=True))  # type: ignore[no-untyped-call]
        texts = [pdf[number].get_textpage().get_text_range() for number in range(len(pdf))]
        assert all(len(text.strip()) > 20 for text in texts), "a page without words"
        assert words in "".join(texts).replace("\r\n", "")
        width, height = pdf[0].get_size()
        assert (round(width), round(height)) == (595, 842)
