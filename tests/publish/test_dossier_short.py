"""The short form of a dossier: nothing of a finding is lost, and no picture and no repeated sentence stands twice."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.publish.dossier_short import ranges_of
from tests.memory_disk import memory_folder
from tests.publish.made_dossier import HOSTILE, PERSON, ask_all, confirm_all, make_case, publish_it


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    with memory_folder() as folder:
        make_case(folder)
        with Case.open(folder / "case", create=True) as case:
            confirm_all(case)
            ask_all(case)
        publish_it(folder, folder / "plain")
        publish_it(folder, folder / "redacted", redact=True, has_names=False)
        yield folder


def page_of(made: Path, language: str, dossier: str = "plain", name: str = "short.html") -> str:
    return (made / dossier / "data" / language / name).read_text("utf-8")


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_finding_keeps_its_sentence_quotes_counter_evidence_and_proof(made: Path, language: str) -> None:
    words = words_of(page_of(made, language))
    claims = json.loads((made / "plain" / "data" / "claims.json").read_text("utf-8"))["claims"]
    assert claims
    long = words_of(page_of(made, language, name="index.html"))
    for number, claim in enumerate(claims, 1):
        told = claim["sentences"][language]
        assert f"{number} {' '.join(told['says'].split())}" in words
        assert " ".join(told["shows_not"].split()) in words
        assert claim["claim"] in words
        assert f"{claim['rule']}/{claim['rule_version']}" in words
        for quote in claim["quotes"]:
            assert " ".join(quote["text"].split()) in words
            assert quote["document"] in words
            assert f"{quote['start']}–{quote['end']}" in words
        for review in claim["reviews"]:
            assert review["because"] in words
            assert review["person"] in words
    for sentence in re.findall(
        r'<ul class="against">(.*?)</ul>', page_of(made, language, name="index.html"), re.DOTALL
    ):
        assert words_of(sentence) in words
    for part in ("documents", "method", "check", "replies", "corrections"):
        (one,) = re.findall(rf'<section id="{part}">(.*?)</section>', page_of(made, language), re.DOTALL)
        assert words_of(one) in long


def test_every_picture_stands_once_with_a_numbered_box_for_each_quote(made: Path) -> None:
    page = page_of(made, "en")
    shown = re.findall(r'<image href="([^"]+)"', page)
    long = re.findall(r'<image href="([^"]+)"', page_of(made, "en", name="index.html"))
    assert len(shown) == len(set(shown)) == len(set(long)) < len(long)
    figure = page[page.index('id="pictures"') :]
    assert figure.count("<rect ") == figure.count("<text ")
    findings = [int(number) for number in re.findall(r'<div class="few" id="f(\d+)">', page)]
    drawn = [n for text in re.findall(r"<text [^>]*>([^<]*)</text>", figure) for n in text.split(", ")]
    with_pictures = [
        number for number in findings if 'href="#P' in page[page.index(f'id="f{number}"') :].partition("</div>")[0]
    ]
    assert {str(number) for number in with_pictures} <= set(drawn) | {
        str(n) for text in drawn if "-" in text for n in range(int(text.split("-")[0]), int(text.split("-")[1]) + 1)
    }


def test_marks_lead_to_what_they_stand_for_and_the_two_forms_to_each_other(made: Path) -> None:
    for language in ("en", "zh"):
        page = page_of(made, language)
        targets = set(re.findall(r'href="#([^"]+)"', page))
        assert targets <= set(re.findall(r'id="([^"]+)"', page))
        assert {"L1", "C1", "D1", "P1"} <= targets
        assert 'href="index.html"' in page
        assert 'href="short.html"' in page_of(made, language, name="index.html")


def test_what_is_blacked_out_or_hostile_is_so_in_the_short_form(made: Path) -> None:
    for language in ("en", "zh"):
        redacted = page_of(made, language, "redacted")
        assert not any(name in redacted for name in (*PERSON, "R. Osei", "欧阳建国"))
        assert HOSTILE not in page_of(made, language)
        assert html.escape(HOSTILE) in page_of(made, language)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([1], "1"), ([2, 1], "1, 2"), ([3, 1, 2], "1-3"), ([1, 2, 4, 5, 6, 9], "1, 2, 4-6, 9"), ([], "")],
)
def test_numbers_are_told_in_few_signs(numbers: list[int], told: str) -> None:
    assert ranges_of(numbers) == told
