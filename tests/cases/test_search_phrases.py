"""The index of the search finds just the pages on which a phrase stands, wherever runs of characters begin and end."""

from __future__ import annotations

import itertools
import random

from tenderlight.cases import Case
from tenderlight.cases.searching import question_of
from tests.cases.test_searching import receive

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


def queries() -> list[str]:
    runs = [run for size in range(2, 7) for run in map("".join, itertools.product(CHARACTERS, repeat=size))]
    broken = ["人脸、识别", "人脸。脸识别", "人脸1识人", "人脸1识人、脸", "人、脸", "a 识", "人脸a识人*", "脸。人识 a*"]
    return ["人脸识别", "人脸脸识别", "脸识别", *broken, *runs[::5]]


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
