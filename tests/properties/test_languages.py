from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages.normalise import fold, fold_text

written = st.text(
    alphabet=st.one_of(
        st.sampled_from("採購人脸识别金额万元　 \t\n\r\u00ad\u200b（：１aBé\u0301\u0308еЁйİẞΣ"), st.characters()
    ),
    max_size=40,
)


@given(written)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold_text(text)
    assert fold_text(once) == once


@given(written)
def test_every_folded_character_leads_back_to_what_it_was_made_of(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.ends) == len(folded.text)
    previous = 0
    for index, character in enumerate(folded.text):
        start, end = folded.original_span(index, index + 1)
        assert previous <= start < end <= len(text)
        previous = end
        if not character.isspace():
            assert fold_text(text[start:end]) == character
