"""The loosest form of a rule: which words of a clause it takes, and when the letters favour it."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from tenderlight.capabilities.clauses import Layout
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.opinions import Opinion, SecondOpinion, SenseOpinion
from tenderlight.capabilities.scoring import is_favoured
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.second_reader import SOME
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.some_senses import MOST_IN_LINE, some_senses
from tenderlight.capabilities.vocabulary import Form

PHONES = "dev.phone_forensics"


class Favours(SecondOpinion):
    """Favours one capability, whatever is asked about."""

    code = PHONES

    def likely_by_senses(self, start: int, end: int) -> Collection[str]:
        del start, end
        return {self.code, "veh.lpr_network"}

    def of(self, capability: str, start: int, end: int, beside: frozenset[str] = frozenset()) -> Opinion | None:
        del start, end, beside
        return Opinion(bought=1.0, lead=1.0 if capability == self.code else -1.0, purchase=0.0)


def taken(text: str, code: str = PHONES) -> list[str]:
    """Return the words that the loosest form takes in a text whose lines favour a capability."""
    folded = search_text_at(text, "text")
    matcher = shared_matcher()
    hits = matcher.hits(folded.text)
    senses = SenseMap(hits, Layout(folded, hits))
    forms = matcher.possible_in_weaker_form(hits)
    opinion = Favours(folded.text, senses)
    opinion.code = code
    met = some_senses(senses, forms, matcher.vocabulary.neighbours, opinion, lambda _hit: True)
    found = [*met]
    assert all(one.capability.code == code and one.pattern.form is Form.SOME for one in found)
    return [folded.text[one.start : one.end] for one in found]


def test_what_the_capability_acts_on_is_enough_and_taken_before_other_words() -> None:
    assert taken("seized phone") == ["seized phone"]
    assert taken("the phone") == ["phone"]
    assert taken("extraction from the phone") == ["phone"]


def test_one_other_sense_alone_is_nothing() -> None:
    assert taken("extraction") == []


def test_a_row_of_many_cells_gives_a_few() -> None:
    assert taken("phone\t" * 50) == ["phone"] * MOST_IN_LINE
    assert len(taken("The phone is grey. " * 20)) == MOST_IN_LINE
    assert len(taken("The phone is grey.\n" * 20)) == 20


def test_people_are_sorted_by_who_they_are_only_where_a_word_says_so() -> None:
    assert taken("Cameras tell faces of passers-by apart.", code="eth.face_ethnicity") == []
    assert taken("Cameras tell Uyghur faces apart.", code="eth.face_ethnicity") == ["uyghur"]


def test_each_clause_has_its_own() -> None:
    assert taken("Extraction from the phone. Delivery in May. The phone is grey.") == ["phone", "phone"]


@pytest.mark.parametrize(
    ("bought", "lead", "favours"), [(-1.0, 0.1, True), (-1.01, 1.0, False), (2.0, 0.0, False), (2.0, -1.0, False)]
)
@pytest.mark.parametrize("is_by_senses", [False, True])
def test_letters_or_senses_favour_a_capability_where_they_speak_for_no_other_more(
    bought: float, lead: float, favours: bool, is_by_senses: bool
) -> None:
    opinion = Opinion(bought=bought, lead=lead, purchase=1.0)
    if is_by_senses:
        senses = SenseOpinion(bought=bought, lead=lead)
        opinion = Opinion(bought=-3.0, lead=-2.0, purchase=1.0, senses=senses)
    assert is_favoured(opinion) is favours


def test_where_the_reader_cannot_tell_nothing_is_favoured() -> None:
    assert not is_favoured(None)


def test_a_capability_that_senses_rule_out_is_not_looked_for() -> None:
    text = search_text_at("采购手机取证设备。", "text")
    hits = shared_matcher().hits(text.text)
    opinion = SecondOpinion(text.text, SenseMap(hits, Layout(text, hits)))
    likely = opinion.likely_by_senses(0, 4)
    assert PHONES in likely
    assert "bio.dna" not in likely
    assert SOME not in likely
