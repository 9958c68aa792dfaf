"""The index of the search finds just the pages on which a phrase stands, wherever runs of characters begin and end."""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Callable
from typing import Any

import pytest

from tenderlight.cases import Case, search_index
from tenderlight.cases.search_index import FOLDER, SearchIndex
from tenderlight.cases.search_taking import COMMON, UNTOLD
from tenderlight.cases.searching import question_of
from tenderlight.languages import common_phrases
from tests.cases.test_searching import Killed, _after, _killed, receive

BETWEEN = ("", "、", " a ", "1", "。人")
CHARACTERS = "人脸识"
PAGES = (
    "人脸、识别",
    "人脸 a 识别",
    "人脸。脸识别",
    "人脸脸识别",
    "人脸识",
    "脸识别",
    "人、脸识别",
    "一人脸识别二",
    *(f"人脸{one}识人{other}脸识" for one, other in itertools.product(BETWEEN, repeat=2)),
)


def many_pages() -> tuple[str, ...]:
    chance = random.Random(7)
    signs = [*CHARACTERS * 4, *BETWEEN]
    made = ("".join(chance.choices(signs, k=chance.randrange(1, 40))) for _ in range(300))
    return (*PAGES, *(page or "x" for page in made))


def runs() -> list[str]:
    made = [run for size in range(2, 7) for run in map("".join, itertools.product(CHARACTERS, repeat=size))]
    return made[::5]


def queries() -> list[str]:
    broken = ["人脸、识别", "人脸。脸识别", "人脸1识人", "人脸1识人、脸", "人、脸", "a 识", "人脸a识人*", "脸。人识 a*"]
    return ["人脸识别", "人脸脸识别", "脸识别", *broken, *runs()]


def test_a_phrase_is_found_on_just_the_pages_it_stands_on(case: Case) -> None:
    pages = many_pages()
    receive(case, "pages.txt", pages=pages)
    case.search.refresh()
    told = 0
    for query in queries():
        question = question_of(f'"{query}"')
        found = {page_number for _, page_number in case.search.pages(question)}
        assert found == {number for number, text in enumerate(pages, 1) if question.places(text)}, query
        told += bool(found)
    assert told > 50


def receive_many(case: Case, *, of_a_document: int = 20) -> dict[tuple[str, int], str]:
    """Put the pages into the case as many documents, and return them by document and page."""
    pages = many_pages()
    held: dict[tuple[str, int], str] = {}
    for first in range(0, len(pages), of_a_document):
        some = pages[first : first + of_a_document]
        document = receive(case, f"{first}.txt", pages=some)
        held.update({(document, number): text for number, text in enumerate(some, 1)})
    return held


def wrongly_answered(case: Case, held: dict[tuple[str, int], str]) -> list[str]:
    """Return the runs of characters for which not just the pages are found that hold them."""
    wrong = []
    for query in runs():
        question = question_of(query)
        found = case.search.pages(question)
        expected = {place for place, text in held.items() if query in text}
        if set(found) != expected or len(found) != len(expected) or case.search.find(question).total != len(expected):
            wrong.append(query)
    return wrong


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Have phrases learned from few pages."""
    monkeypatch.setattr(search_index, "LEARNED_AT", 100)
    monkeypatch.setattr(common_phrases, "SHARE", 0.03)
    return monkeypatch


@pytest.mark.parametrize("learned_at", [1, 100, 250])
def test_common_phrases_are_found_on_pages_taken_in_before_and_after_they_were_learned(
    case: Case, few: pytest.MonkeyPatch, learned_at: int
) -> None:
    few.setattr(search_index, "LEARNED_AT", learned_at)
    held = receive_many(case)
    case.search.refresh()
    common = case.search._opened().common
    assert common is not None
    assert sum(query in common for query in runs()) > 8
    untold = case.search._opened().index.searcher().doc_freq(COMMON, UNTOLD)
    assert learned_at <= untold < learned_at + 20
    assert wrongly_answered(case, held) == []


@pytest.mark.usefixtures("few")
def test_what_is_read_anew_or_new_is_told_with_the_phrases_learned_before(case: Case) -> None:
    held = receive_many(case)
    case.search.refresh()
    for name, version in (("0.txt", 2), ("300.txt", 2), ("later.txt", 1)):
        document = receive(case, name, pages=("人脸识别人脸", "识人脸脸识", "x"), version=version)
        held = {place: text for place, text in held.items() if place[0] != document}
        held.update({(document, 1): "人脸识别人脸", (document, 2): "识人脸脸识", (document, 3): "x"})
    assert case.search.refresh() == 3
    assert wrongly_answered(case, held) == []


@pytest.mark.parametrize("killed_at", ["commit", "note", "learn"])
def test_a_process_killed_while_it_learned_leaves_no_wrong_answer(
    case: Case, few: pytest.MonkeyPatch, killed_at: str
) -> None:
    few.setattr(search_index, "ENTRIES_AT_ONCE", 120)
    held = receive_many(case)
    index = SearchIndex(case.folder / FOLDER)
    with few.context() as here:
        here.setattr(index, "_let_go", _killed)  # nobody tidies up behind a killed process
        work: Callable[..., Any] = index._learn if killed_at == "learn" else index._save
        if killed_at == "commit":
            work = lambda writer: writer.commit()  # noqa: E731 - what is noted beside the terms is lost
        here.setattr(index, "_learn" if killed_at == "learn" else "_save", _after(work, 1))
        with pytest.raises(Killed):
            index.refresh(dict(case.search._readings()), case.load_texts)
    index._taken.close()
    del index
    receive(case, "later.txt", pages=("别别别",))  # so that other phrases are learned the next time
    assert case.search.refresh() > 0
    assert wrongly_answered(case, held) == []


@pytest.mark.usefixtures("few")
def test_an_index_that_was_deleted_is_made_of_stored_pages_alone(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "LEARNED_AT", 100)
    held = receive_many(case)
    case.search.refresh()
    case.search.close()
    shutil.rmtree(case.folder / FOLDER)
    for original in case.folder.parent.glob("*.txt"):
        original.unlink()
    assert case.search.refresh() == len({document for document, _ in held})
    assert wrongly_answered(case, held) == []
