"""The PDF reader as a whole: pages, states and problems."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from tenderlight.model.box import Box
from tenderlight.model.document import PageMethod, ReadState
from tenderlight.model.problem import PROBLEMS
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.pdf.pdf_reader import PdfReader
from tests.reading.made_pdfs import MadePage, made_pdf, show, written
from tests.reading.pdf_reading import ReadPdf, check_page, overlap, read_pdf, without_space
from tests.shared_data import shared_file

BORN = ["a_award_en", "a_boq_hei", "a_boq_song", "a_contract_hei", "a_contract_kai", "a_contract_song"]
BORN += ["a_notice_cid_noembed", "a_notice_kai", "a_notice_song", "a_schedule_hei", "a_schedule_song"]
UNRULED = ["a_schedule_hei", "a_schedule_song"]
GLYPHS_LACKING = "²³¥"
"""The fonts of some generated files have no glyph for these: the page does not show them."""


@dataclass(frozen=True, slots=True)
class TrueText:
    """A line or cell as the generator drew it."""

    page: int
    text: str
    box: Box


def born(name: str) -> tuple[ReadPdf, list[TrueText], list[TrueText], list[str]]:
    """Return what was read of a generated file, its true lines and cells, and its key facts."""
    path = shared_file(f"data/reading/born/{name}.pdf")
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    lines, cells = [], []
    for index, page in enumerate(truth["pages"]):
        lines += [_true(index, each) for each in page["lines"]]
        cells += [_true(index, each) for table in page["tables"] for each in table["cells"]]
    return read_pdf(path.read_bytes()), lines, cells, [str(value) for value in truth["keys"].values()]


def _true(page: int, entry: dict[str, object]) -> TrueText:
    sides = entry["bbox"]
    assert isinstance(sides, list)
    left, top, right, bottom = sides
    text = "".join(letter for letter in without_space(str(entry["text"])) if letter not in GLYPHS_LACKING)
    return TrueText(page, text, Box(left=left, top=top, right=right, bottom=bottom))


@pytest.mark.parametrize("name", BORN)
def test_generated_file_shows_all_its_facts(name: str) -> None:
    found, _, _, facts = born(name)
    text = without_space("".join(page.text for page in found.pages))
    assert [fact for fact in facts if without_space(fact) not in text] == []
    assert found.problems == ()
    assert found.count == len(found.pages)
    for page in found.pages:
        check_page(page)
        assert (page.state, page.method) == (ReadState.READ, PageMethod.TEXT_LAYER)


def test_lines_stand_where_they_were_drawn() -> None:
    overlaps, across = [], []
    for name in BORN:
        found, lines, _, _ = born(name)
        for line in lines:
            boxes = [each.box for each in found.pages[line.page].lines if each.box is not None]
            best = max(boxes, key=lambda box: overlap(box, line.box))
            overlaps.append(overlap(best, line.box))
            flat = Box(left=best.left, top=line.box.top, right=best.right, bottom=line.box.bottom)
            across.append(overlap(flat, line.box))
    # The truth takes 0.88 and 0.12 em about the baseline; some fonts reach further, and the box with them.
    assert sorted(overlaps)[len(overlaps) // 2] >= 0.95
    assert sum(overlaps) / len(overlaps) >= 0.9
    assert sum(across) / len(across) >= 0.985


def test_ruled_tables_have_their_cells() -> None:
    found_boxes = right_texts = expected = claimed = 0
    for name in sorted({*BORN} - {*UNRULED}):
        found, _, cells, _ = born(name)
        claimed += sum(len(table.cells) for page in found.pages for table in page.tables)
        if not any(page.tables for page in found.pages):
            continue
        for true in cells:
            page = found.pages[true.page]
            mine = [cell for table in page.tables for cell in table.cells]
            best = max(mine, key=lambda cell: overlap(cell.box, true.box) if cell.box else 0.0)
            assert best.box is not None
            expected += 1
            if overlap(best.box, true.box) >= 0.6:
                found_boxes += 1
                text = "".join(x for x in without_space(page.text[best.start : best.end]) if x not in GLYPHS_LACKING)
                right_texts += text == true.text
    assert expected > 700
    assert claimed == expected
    assert found_boxes >= 0.99 * expected
    assert right_texts >= 0.98 * expected


@pytest.mark.parametrize("name", UNRULED)
def test_schedule_without_rules_is_a_table(name: str) -> None:
    found, _, cells, _ = born(name)
    (table,) = found.pages[0].tables
    texts = [without_space(found.pages[0].text[cell.start : cell.end]) for cell in table.cells]
    assert texts == [true.text for true in cells]
    assert (table.row_count, table.column_count, table.header_rows) == (13, 6, 1)


def test_chinese_character_maps_without_fonts() -> None:
    truth = json.loads(shared_file("data/reading/cmaps/truth.json").read_text("utf-8"))
    right = []
    for name, text in truth.items():
        found = read_pdf(shared_file(f"data/reading/cmaps/{name}").read_bytes())
        right.append(without_space(found.pages[0].text) == without_space(text))
    assert (len(right), right.count(True) >= 17) == (18, True)


def test_vertical_writing_is_one_line_in_reading_order() -> None:
    page = read_pdf(shared_file("data/reading/cmaps/cmap_UniGB-UCS2-V.pdf").read_bytes()).pages[0]
    assert page.text == "采购人：青岚市第三人民医院，中标金额1234.56元\n"
    (line,) = page.lines
    assert line.box is not None
    assert line.box.height > 10 * line.box.width


def test_vertical_columns_are_read_from_the_right() -> None:
    page = read_pdf(shared_file("data/reading/real/vertical.pdf").read_bytes()).pages[0]
    assert page.text == "あいうえお\n日本語\n"


def test_arabic_page_is_read_from_the_right() -> None:
    page = read_pdf(shared_file("data/documents/scans/right_to_left_03.pdf").read_bytes()).pages[0]
    assert "اميدنامه پذيرش در بازار اصلی" in page.text
    assert "شماره جلسه کميته عرضه\t436\n" in page.text
    check_page(page)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("annotation-tx3", ["tx annotation", "Line2", "Line3", "Line4"]),
        ("resetform", ["Reset All", "Reset few of them"]),
    ],
)
def test_text_of_form_fields_is_read(name: str, words: list[str]) -> None:
    text = read_pdf(shared_file(f"data/reading/real/{name}.pdf").read_bytes()).pages[0].text
    assert [word for word in words if word not in text] == []


def test_newspaper_columns_are_not_mixed() -> None:
    page = read_pdf(shared_file("data/documents/pdf-text/federal-register-2020-17221.pdf").read_bytes()).pages[0]
    assert "purpose of these notices is to give interested\npersons an opportunity to participate in the\n" in page.text
    assert "Commercial Airplanes, Attention:\nContractual & Data Services (C&DS),\n" in page.text
    assert "https://\nwww.regulations.gov by searching for\nand locating Docket No. FAA–2020–\n0686.\n" in page.text


def test_page_turned_by_its_own_entry_reads_upright() -> None:
    name = "nics-background-checks-2015-11"
    turned = read_pdf(shared_file(f"data/documents/pdf-text/{name}-rotated.pdf").read_bytes()).pages[0]
    upright = read_pdf(shared_file(f"data/reading/real/{name}.pdf").read_bytes()).pages[0]
    assert upright.width is not None
    assert (turned.width, turned.height) == (upright.height, upright.width)
    assert sorted(turned.text.split()) == sorted(upright.text.split())
    assert len(turned.tables[0].cells) == len(upright.tables[0].cells)


def test_real_tender_reads_whole() -> None:
    found = read_pdf(shared_file("data/documents/zh-tender/shanxi-招标文件.pdf").read_bytes())
    assert (found.count, len(found.pages)) == (99, 99)
    assert {code for code, _ in found.codes} == {"page-fonts-unproved"}  # their pictures bear them out
    assert "2.2 招标编号：JSH2023-15-35-103\n" in found.pages[2].text
    assert "10.4\t纸质版投标文件\t中标单位在领取中标通知书前，须向招标代理机构提\n供纸质版" in found.pages[10].text
    for page in found.pages:
        check_page(page)


def test_glyph_numbers_are_not_taken_for_text() -> None:
    found = read_pdf(shared_file("data/documents/zh-tender/anqing-招标文件.pdf").read_bytes())
    assert found.codes == [("page-text-garbled", number) for number in (1, 2, 3, 4)]
    assert [(page.text, page.state, page.method) for page in found.pages] == [
        ("", ReadState.NOT_READ, PageMethod.NONE)
    ] * 4


def test_scan_without_text_is_not_read() -> None:
    found = read_pdf(shared_file("data/reading/scans/scan3p.pdf").read_bytes())
    assert found.codes == [("page-needs-recognition", number) for number in (1, 2, 3)]
    assert {page.state for page in found.pages} == {ReadState.NOT_READ}


def test_scan_with_an_invisible_layer_is_partly_read() -> None:
    found = read_pdf(shared_file("data/hostile/pdf/pdf.js/scan-bad.pdf").read_bytes())
    assert found.codes == [("page-text-invisible", 1)]
    assert found.pages[0].state is ReadState.PARTLY
    assert found.pages[0].words


def test_invisible_and_off_page_text_is_left_out_and_said() -> None:
    content = show(50, 250, "Seen") + show(50, 200, "Unseen", mode=3) + show(50, 900, "Beyond")
    found = read_pdf(made_pdf(MadePage(content=content)))
    assert found.pages[0].text == "Seen\n"
    assert found.codes == [("hidden-text", 1)]
    assert "12 characters" in found.problems[0].message
    assert found.pages[0].state is ReadState.READ


@pytest.mark.parametrize(
    ("rotate", "size", "box"),
    [
        (0, (250, 240), (50, 28.7, 65.3, 42.7)),
        (90, (240, 250), (197.3, 50, 211.3, 65.3)),
        (180, (250, 240), (184.7, 197.3, 200, 211.3)),
        (270, (240, 250), (28.7, 184.7, 42.7, 200)),
    ],
)
def test_boxes_follow_crop_box_and_rotation(
    rotate: int, size: tuple[int, int], box: tuple[float, float, float, float]
) -> None:
    page = MadePage(content=show(150, 250, "Up"), crop_box=(100, 50, 350, 290), rotate=rotate)
    read = read_pdf(made_pdf(page)).pages[0]
    assert (read.text, read.width, read.height) == ("Up\n", *size)
    sides = read.words[0].box
    assert (sides.left, sides.top, sides.right, sides.bottom) == pytest.approx(box, abs=0.1)


def test_form_field_without_looks_is_read() -> None:
    field = "/Subtype /Widget /FT /Tx /T (name) /V (Greyfen Council) /Rect [50 200 250 220] /DA (/Helv 12 Tf 0 g)"
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(made_pdf(MadePage(content=show(50, 250, "Buyer"), notes=(field,))))) as pdf:
        fonts = pikepdf.Dictionary(Helv=pdf.pages[0].Resources.Font.F1)
        pdf.pages[0].Annots[0] = pdf.make_indirect(pdf.pages[0].Annots[0])
        pdf.Root.AcroForm = pikepdf.Dictionary(
            Fields=[pdf.pages[0].Annots[0]], NeedAppearances=True, DR=pikepdf.Dictionary(Font=fonts)
        )
        pdf.save(changed)
    assert read_pdf(changed.getvalue()).pages[0].text == "Buyer\nGreyfen Council\n"


def test_free_text_note_is_read() -> None:
    note = "/Subtype /FreeText /Contents (Approved) /Rect [50 100 200 120] /DA (/Helv 12 Tf 0 g)"
    looks = b"BT /F1 12 Tf 2 4 Td (Approved) Tj ET"
    with pikepdf.open(io.BytesIO(made_pdf(MadePage(content=show(50, 250, "Contract"), notes=(note,))))) as pdf:
        page = pdf.pages[0]
        form = pdf.make_stream(looks, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 150, 20])
        form.Resources = page.Resources
        page.Annots[0].AP = pikepdf.Dictionary(N=form)
        changed = io.BytesIO()
        pdf.save(changed)
    assert read_pdf(changed.getvalue()).pages[0].text == "Contract\nApproved\n"


def encrypted(user: str, owner: str) -> bytes:
    """Return a small PDF under passwords."""
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(made_pdf(MadePage(content=show(50, 250, "Sealed"))))) as pdf:
        pdf.save(result, encryption=pikepdf.Encryption(user=user, owner=owner))
    return result.getvalue()


def test_owner_password_alone_does_not_keep_a_reader_out() -> None:
    found = read_pdf(encrypted("", "secret"))
    assert (found.pages[0].text, found.problems) == ("Sealed\n", ())


def test_user_password_keeps_the_reader_out() -> None:
    found = read_pdf(encrypted("secret", "other"))
    assert (found.count, found.pages, found.codes) == (None, (), [("pdf-encrypted", None)])


def test_pdf_without_pages() -> None:
    empty = written([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"])
    found = read_pdf(empty)
    assert (found.pages, [code for code, _ in found.codes]) == ((), ["pdf-no-pages"])


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.4\nnothing here", bytes(range(256)) * 8])
def test_what_is_no_pdf_is_damaged(content: bytes) -> None:
    assert read_pdf(content).codes == [("pdf-damaged", None)]


def test_file_cut_in_half_is_partly_read() -> None:
    whole = made_pdf(*(MadePage(content=show(50, 250, f"Page number {n}")) for n in range(1, 9)))
    found = read_pdf(whole[: whole.rindex(b"xref\n0")])
    assert found.codes == [("pdf-cut-off", None)]
    assert [page.text for page in found.pages] == [f"Page number {n}\n" for n in range(1, 9)]
    assert {page.state for page in found.pages} == {ReadState.PARTLY}


def test_real_file_cut_in_half() -> None:
    found = read_pdf(shared_file("data/reading/real/broken_truncated.pdf").read_bytes())
    assert found.codes[0] == ("pdf-cut-off", None)
    assert found.count == 8
    assert sum(len(page.words) for page in found.pages) > 100


def test_page_that_fails_does_not_stop_the_others() -> None:
    content = made_pdf(MadePage(content=show(50, 250, "One")), MadePage(), MadePage(content=show(50, 250, "Three")))
    second = content.split(b"/Kids [")[1].split()[3]
    found = read_pdf(content.replace(b" " + second + b" 0 R", b" 99 0 R", 1))
    assert found.codes == [("page-unreadable", 2)]
    assert [page.text for page in found.pages] == ["One\n", "", "Three\n"]
    assert [page.number for page in found.pages] == [1, 2, 3]
    assert found.pages[1].state is ReadState.NOT_READ


def test_page_of_senseless_size_is_unreadable() -> None:
    found = read_pdf(made_pdf(MadePage(content=show(1, 1, "x"), media_box=(0, 0, 2147483648, 2147483648))))
    assert found.codes == [("page-unreadable", 1)]


def test_pages_beyond_the_limit_are_said() -> None:
    content = made_pdf(*(MadePage(content=show(50, 250, str(number))) for number in range(5)))
    found = read_pdf(content, ReadingLimits(pages=2))
    assert (found.count, len(found.pages), found.codes) == (5, 2, [("limit-pages", None)])


def test_text_beyond_the_limit_is_cut_and_said() -> None:
    found = read_pdf(made_pdf(MadePage(content=show(50, 250, "abcdef " * 5))), ReadingLimits(page_characters=10))
    assert found.pages[0].text == "abcdef abc\n"
    assert found.codes == [("limit-characters", 1)]
    assert found.pages[0].state is ReadState.PARTLY


def test_every_problem_named_by_the_reader_is_registered() -> None:
    named = [part for part in (PdfReader.__doc__ or "").split("`")[1::2] if "-" in part]
    assert len(named) >= 10
    assert [code for code in named if code not in PROBLEMS] == []


CAGED = """
import sys
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.reading.pdf.page_pictures import draw_page
from tenderlight.reading.pdf.pdf_reader import PdfReader, warm_up

assert not {"numpy", "pypdfium2", "pikepdf"} & set(sys.modules)
warm_up()
assert "Threads:\t1" in open("/proc/self/status").read()
originals = [open(path, "rb").read() for path in sys.argv[1:]]
originals += [content[: len(content) * 8 // 10] for content in originals]
touched = []
sys.addaudithook(lambda event, details: touched.append(details) if event in {"open", "import"} else None)
for content in originals:
    list(PdfReader().read(OpenOriginal(content=content), ReadingLimits()))
    draw_page(content, 1)
assert not touched, touched
"""


def test_after_warming_up_nothing_is_loaded_and_no_thread_runs() -> None:
    names = ("real/senate-expenditures", "real/annotation-tx3", "real/vertical", "born/a_boq_song", "scans/scan3p")
    paths = [shared_file(f"data/reading/{name}.pdf") for name in names]
    paths.append(shared_file("data/documents/scans/right_to_left_03.pdf"))
    subprocess.run([sys.executable, "-c", CAGED, *paths], check=True)


HOSTILE = [
    "own/pdf/image-flood.pdf",
    "own/pdf/page-giant.pdf",
    "own/pdf/hidden-render3.pdf",
    "own/pdf/off-page.pdf",
    "own/pdf/inject-hidden.pdf",
    "own/pdf/header-only.pdf",
    "own/pdf/image-giant.pdf",
    "pdf/pdf.js/issue2074.pdf",
    "pdf/pdf.js/bug1146106.pdf",
    "pdf/pdf.js/issue4684.pdf",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_ends_in_pages_or_problems(name: str) -> None:
    path: Path = shared_file(f"data/hostile/{name}")
    found = read_pdf(path.read_bytes())
    assert found.pages or found.problems
    for page in found.pages:
        check_page(page)
