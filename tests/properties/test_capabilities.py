"""Whatever the text: the same hits by every automaton, verbatim anchors, and time that grows with the text only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenderlight.capabilities import find_capabilities
from tenderlight.languages.automaton import CompiledAutomaton, PlainAutomaton
from tenderlight.model.document import Page
from tenderlight.model.statement import Stage

WORDS = [
    "民族",
    "识别",
    "人脸",
    "支持",
    "不支持",
    "不得",
    "维吾尔族",
    "，",
    "。",
    "；",
    "：",
    "、",
    "\n",
    "\t",
    " ",
    "（选配）",
    "（",
    "★",
    "实时",
    "布控",
    "黑名单",
    "报警",
    "答：",
    "问：",
    "？",
    "原为",
    "更正为",
    "50万",
    "face",
    "race",
    "shall not",
    "recognition",
    ". ",
    "with",
    "replace",
    "清真寺",
    "\n\n",
    "|",
    "第二章 背景",
    "标配",
    "√",
    "1.",
    "𠀀",
    "\xad",
    "除",
    "外",
]
texts = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
short = st.text(alphabet="ab族人", min_size=1, max_size=4)


@given(literals=st.lists(short, min_size=1, max_size=8, unique=True), text=st.text(alphabet="ab族人", max_size=30))
def test_both_automata_find_what_a_plain_search_finds(literals: list[str], text: str) -> None:
    plain = {
        (start, start + len(literal), number)
        for number, literal in enumerate(literals)
        for start in range(len(text))
        if text.startswith(literal, start)
    }
    assert {tuple(hit) for hit in CompiledAutomaton(literals).find(text)} == plain
    assert {tuple(hit) for hit in PlainAutomaton(literals).find(text)} == plain


@settings(max_examples=200, deadline=None)
@given(pages=st.lists(texts, max_size=3), stage=st.sampled_from([None, *Stage]))
def test_every_anchor_is_verbatim(pages: list[str], stage: Stage | None) -> None:
    numbered = [Page(number=number, text=text) for number, text in enumerate(pages, start=1)]
    for statement in find_capabilities(numbered, stage=stage):
        for anchor in statement.anchors:
            assert anchor.page_number is not None
            assert numbered[anchor.page_number - 1].text[anchor.start : anchor.end] == anchor.text


@pytest.mark.parametrize(
    "unit",
    [
        "民族识别",
        "民族、",
        "人脸",
        "不",
        "(",
        "a race of face recognition ",
        "民族\t",
        "民族\n",
        "族",
        "人脸库50万",
        "原为更正为",
    ],
)
def test_a_hostile_page_costs_no_more_than_its_length(unit: str) -> None:
    def seconds(count: int) -> float:
        page = Page(number=1, text=unit * count)
        started = time.process_time()
        find_capabilities([page], stage=Stage.TENDER)
        return time.process_time() - started

    seconds(10)
    small, large = max(seconds(1500), 0.01), min(seconds(6000) for _ in range(2))  # memory may be tidied up meanwhile
    assert large < 16 * small
