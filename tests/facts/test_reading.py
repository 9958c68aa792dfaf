import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tests.facts.notices.chinese_awards import AWARDS
from tests.facts.notices.chinese_layouts import LAYOUTS
from tests.facts.notices.chinese_lots import BIDS, LOTS
from tests.facts.notices.chinese_more import MORE
from tests.facts.notices.chinese_others import OTHERS
from tests.facts.notices.chinese_prose import PROSE
from tests.facts.notices.chinese_sentences import SENTENCES
from tests.facts.notices.chinese_traps import TRAPS
from tests.facts.notices.western import WESTERN
from tests.facts.summary import Case, expected, read, summarise


@pytest.mark.parametrize(
    "case",
    [*AWARDS, *BIDS, *LAYOUTS, *LOTS, *MORE, *OTHERS, *PROSE, *SENTENCES, *TRAPS, *WESTERN],
    ids=lambda case: case.about,
)
def test_a_notice_is_read(case: Case) -> None:
    statements = read(case.text)
    assert summarise(statements) == expected(case)
    remarks = [remark for statement in statements for remark in statement.against]
    for part in case.against:
        assert any(part in remark for remark in remarks)


def test_reading_is_a_pure_function_of_the_pages() -> None:
    pages = [Page(number=1, text=AWARDS[0].text)]
    assert read_facts(pages) == read_facts(pages)


def test_facts_of_later_pages_carry_their_page_number() -> None:
    text = AWARDS[0].text
    cut = text.index("九、")
    statements = read_facts([Page(number=1, text=text[:cut]), Page(number=2, text=text[cut:])])
    buyer = next(one for one in statements if one.kind == "buyer")
    assert {anchor.page_number for anchor in buyer.anchors} == {2}
    assert summarise(statements) == expected(AWARDS[0])
