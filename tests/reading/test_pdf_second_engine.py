"""Words read by the tables that fonts leave in a file."""

from __future__ import annotations

from pathlib import Path

from tenderlight.model.document import ReadState
from tenderlight.reading.pdf.page_frame import PageFrame
from tenderlight.reading.pdf.pdf_second_engine import read_by_second_engine
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import check_page, read_pdf, without_space
from tests.shared_data import shared_file

FRAME = PageFrame(left=0, bottom=0, right=400, top=300)


def words(content: str, frame: PageFrame = FRAME) -> list[str]:
    found = read_by_second_engine(made_pdf(MadePage(content=content)), 1, frame)
    assert found is not None
    text = found.words.text
    return [text[start:end] for start, end in zip(found.words.starts, found.words.ends, strict=True)]


def test_words_end_at_blanks_gaps_and_lines() -> None:
    content = show(50, 250, "Buyer: Greyfen") + show(300, 250, "x") + show(50, 200, "Amount")
    assert words(content) == ["Buyer:", "Greyfen", "x", "Amount"]


def test_characters_drawn_one_by_one_are_one_word() -> None:
    assert words("".join(show(50 + 12 * n, 250, letter, font="F2") for n, letter in enumerate("中标公告"))) == [
        "中标公告"
    ]


def test_boxes_are_those_of_the_page_as_displayed() -> None:
    found = read_by_second_engine(made_pdf(MadePage(content=show(50, 250, "ab"))), 1, FRAME)
    assert found is not None
    ((left, top, right, bottom),) = found.words.boxes.tolist()
    assert (round(left), 50 < right < 70, 35 < top < 45, 48 < bottom < 58) == (50, True, True, True)
    assert found.letters(0, 1)[0, 2] < right


def test_page_without_words_or_without_sense_gives_nothing() -> None:
    assert read_by_second_engine(made_pdf(MadePage()), 1, FRAME) is None
    assert read_by_second_engine(b"%PDF-1.4 rubbish", 1, FRAME) is None
    assert read_by_second_engine(made_pdf(MadePage(content=show(1, 1, "x"))), 9, FRAME) is None


def test_file_cut_in_half_gives_all_of_its_pages() -> None:
    path: Path = shared_file("data/reading/real/broken_truncated.pdf")
    whole = read_pdf(path.with_name("zh_quarterly_report_8p.pdf").read_bytes())
    cut = read_pdf(path.read_bytes())
    assert len(cut.pages) == len(whole.pages)
    for part, true in zip(cut.pages, whole.pages, strict=True):
        check_page(part)
        assert part.state is ReadState.PARTLY
        assert sorted(without_space(part.text)) == sorted(without_space(true.text))
    assert ("pdf-cut-off", None) in cut.codes
    assert ("page-read-by-font-tables", 1) in cut.codes
