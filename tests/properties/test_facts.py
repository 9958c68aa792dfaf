from hypothesis import given, settings
from hypothesis import strategies as st

from tenderlight.facts.names.persons import has_personal_number, looks_like_person
from tenderlight.facts.reading import read_facts
from tenderlight.facts.remarks import NO_STAGE
from tenderlight.linking.numbers import procedure_number
from tenderlight.model.document import Page
from tenderlight.model.values import PartyValue, StageValue, SupplierValue
from tests.facts.notices.chinese_awards import AWARDS
from tests.facts.notices.chinese_layouts import LAYOUTS
from tests.facts.notices.chinese_others import OTHERS
from tests.facts.notices.western import WESTERN

LINES = sorted({line for case in (*AWARDS, *LAYOUTS, *OTHERS, *WESTERN) for line in case.text.splitlines() if line})
pieces = st.one_of(st.sampled_from(LINES), st.text(max_size=12))
pages = st.lists(
    st.tuples(st.lists(pieces, max_size=14), st.sampled_from(["\n", " ", "\t", "\n\n", "；"])), min_size=1, max_size=3
)


def _pages(parts: list[tuple[list[str], str]]) -> list[Page]:
    return [Page(number=at, text=mark.join(lines)) for at, (lines, mark) in enumerate(parts, start=1)]


@settings(max_examples=60, deadline=None)
@given(pages)
def test_whatever_the_pages_say_each_fact_has_its_words(parts: list[tuple[list[str], str]]) -> None:
    document = _pages(parts)
    statements = read_facts(document)
    for statement in statements:
        for anchor in statement.anchors:
            assert anchor.page_number is not None
            assert document[anchor.page_number - 1].text[anchor.start : anchor.end] == anchor.text
    number = procedure_number(statements)
    assert number is None or (len(number.split()) == 1 and number == number.upper())


@settings(max_examples=60, deadline=None)
@given(pages)
def test_no_person_is_a_party_and_nobody_supplies_before_the_award(parts: list[tuple[list[str], str]]) -> None:
    statements = read_facts(_pages(parts))
    stage = next((one.value.stage for one in statements if isinstance(one.value, StageValue)), None)
    for statement in statements:
        if isinstance(statement.value, PartyValue | SupplierValue):
            assert not looks_like_person(statement.value.name)
            assert not has_personal_number(statement.value.name)
        if isinstance(statement.value, SupplierValue):
            assert stage in {"award", "contract", "acceptance", "correction", "single_source", None}
            assert (stage is None) == (NO_STAGE in statement.against)
