"""A page that says one word of a form again and again is read as any other page."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import PartyValue

_SIGNS = 50_000


@pytest.mark.parametrize(
    "words", ["更正为", "中标金额由1元更正为2元 ", "objeto: 5 ", "tender document price: 5 ", "- ", "1包：", "第1品項 "]
)
def test_the_buyer_behind_a_word_said_thousands_of_times_is_found(words: str) -> None:
    page = Page(number=1, text=words * (_SIGNS // len(words)) + "\n采购人：澜县公安局\n")
    parties = [one.value for one in read_facts([page]) if isinstance(one.value, PartyValue)]
    assert [party.name for party in parties] == ["澜县公安局"]
