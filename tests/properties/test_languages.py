from hypothesis import given
from hypothesis import strategies as st

from tenderlight._generated.traditional import SIMPLIFIED, TRADITIONAL
from tenderlight.capabilities.searchtext import search_text_of_pages
from tenderlight.languages.normalise import fold, fold_text
from tenderlight.model.document import Page

WORD = "民族识别abc"
_FULL_WIDTH = {character: chr(ord(character) + 0xFEE0) for character in "abc"}
_WRITTEN_AS = dict(zip(SIMPLIFIED, TRADITIONAL, strict=True))
_NOISE = ["", "", "", "\u200b", "\ufeff"]
_NOISE_IN_HAN = [*_NOISE, " ", "　", "\n", " \n "]


@st.composite
def noisy_words(draw: st.DrawFn) -> str:
    """`WORD` as a page may have it: other widths, case and script, blanks and line ends inside Chinese."""
    written = []
    for place, character in enumerate(WORD):
        forms = [character, character.upper(), _FULL_WIDTH.get(character, character)]
        written.append(draw(st.sampled_from([*forms, _WRITTEN_AS.get(character, character)])))
        inside_han = place < 3
        if place < len(WORD) - 1:
            written.append(draw(st.sampled_from(_NOISE_IN_HAN if inside_han else _NOISE)))
    return "".join(written)


fillers = st.text(alphabet="的系统须，。：（） \n\t　x9\u00ad", max_size=12)

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


@given(before=fillers, word=noisy_words(), after=fillers)
def test_a_match_in_the_folded_text_is_the_word_as_written(before: str, word: str, after: str) -> None:
    written = before + word + after
    folded = fold(written)
    assert folded.text.count(WORD) == 1
    at = folded.text.index(WORD)
    start, end = folded.original_span(at, at + len(WORD))
    assert (start, written[start:end]) == (len(before), word)


@given(before=fillers, word=noisy_words(), after=fillers, cut=st.integers(1, 3))
def test_a_match_over_two_pages_is_the_word_as_written_on_each(before: str, word: str, after: str, cut: int) -> None:
    place = [place for place, character in enumerate(word) if fold_text(character) in WORD and character.strip()][cut]
    pages = [Page(number=1, text="須" + before + word[:place]), Page(number=2, text=word[place:] + after + "须")]
    searched = search_text_of_pages(pages)
    at = searched.text.index(WORD)
    anchors = searched.anchors(at, at + len(WORD))
    assert [anchor.page_number for anchor in anchors] == [1, 2]
    for anchor, page in zip(anchors, pages, strict=True):
        assert page.text[anchor.start : anchor.end] == anchor.text
    assert fold_text("".join(anchor.text for anchor in anchors)) == WORD
