"""OFD: words with boxes in points, ruled tables, and nothing that the page does not show."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from tenderlight.model.document import ReadState
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.ofd import OfdReader
from tests.reading.made_files import codes, line_texts, members, only_page, pages, read_all, table_texts, zip_of

READER = OfdReader()
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
POINTS = 72 / 25.4
BODY = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"


def text(words: str, x: float, y: float, *, more: str = "", code: str = "", size: float = 4) -> str:
    boundary = f"{x} {y} {len(words) * size} {size}"
    inner = f'<ofd:TextCode X="0" Y="{size * 0.88}" {code}>{words}</ofd:TextCode>'
    return f'<ofd:TextObject ID="1" Font="2" Size="{size}" Boundary="{boundary}" {more}>{inner}</ofd:TextObject>'


def path(data: str, boundary: str = "0 0 210 297") -> str:
    inner = f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject ID="1" Boundary="{boundary}">{inner}</ofd:PathObject>'


def page(inside: str, head: str = "") -> str:
    content = f'<ofd:Content><ofd:Layer ID="3">{inside}</ofd:Layer></ofd:Content>'
    return f"<ofd:Page {SPACE}>{head}{content}</ofd:Page>"


def ofd(*inside: str, common: str = "", document: str = "", more: Mapping[str, str] | None = None) -> bytes:
    listed = "".join(f'<ofd:Page ID="{10 + at}" BaseLoc="Pages/P{at}/Content.xml"/>' for at in range(len(inside)))
    parts: dict[str, str | bytes] = {
        "OFD.xml": f"<ofd:OFD {SPACE}>{BODY}</ofd:OFD>",
        "Doc_0/Document.xml": (
            f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            f"</ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{document}</ofd:Document>"
        ),
    }
    parts |= {f"Doc_0/Pages/P{at}/Content.xml": content for at, content in enumerate(inside)}
    return zip_of({**parts, **(more or {})})


def test_words_stand_where_the_file_says() -> None:
    content = ofd(page(text("采购人：甲", 20, 30) + text("two words", 20, 50)))
    assert media_type(content, "a.pdf") == formats.OFD
    read = only_page(read_all(READER, content))
    assert line_texts(read) == ["采购人：甲", "two words"]
    assert read.width == pytest.approx(210 * POINTS, abs=0.01)
    assert read.height == pytest.approx(297 * POINTS, abs=0.01)
    first = read.words[0].box
    sides = [first.left, first.top, first.right, first.bottom]
    assert sides == pytest.approx([20 * POINTS, 30 * POINTS, 40 * POINTS, 34 * POINTS], abs=0.05)
    assert [read.text[word.start : word.end] for word in read.words] == ["采购人：甲", "two", "words"]


def test_distances_between_letters_part_words_and_place_them() -> None:
    steps = 'DeltaX="g 2 4 20 4"'
    read = only_page(read_all(READER, ofd(page(text("采购人甲方", 10, 10, code=steps)))))
    assert [read.text[word.start : word.end] for word in read.words] == ["采购人", "甲方"]
    assert read.words[1].box.left == pytest.approx((10 + 28) * POINTS, abs=0.05)


def test_matrices_move_and_turn() -> None:
    turned = text("合同编号", 100, 100, more='CTM="0 1 -1 0 0 0"')
    doubled = text("大", 10, 10, more='CTM="2 0 0 2 5 0"')
    read = only_page(read_all(READER, ofd(page(turned + doubled))))
    boxes = {read.text[word.start : word.end]: word.box for word in read.words}
    assert boxes["合同编号"].bottom - boxes["合同编号"].top == pytest.approx(16 * POINTS, abs=0.1)
    assert boxes["大"].left == pytest.approx(15 * POINTS, abs=0.05)
    assert boxes["大"].right - boxes["大"].left == pytest.approx(8 * POINTS, abs=0.05)


def test_a_ruled_table() -> None:
    lines = "".join(
        path(f"M 0 {y} L 60 {y}", "20 50 60 20") + path(f"M {x} 0 L {x} 20", "20 50 60 20")
        for x, y in zip((0, 30, 60), (0, 10, 20), strict=True)
    )
    words = text("名称", 22, 53) + text("数量", 52, 53) + text("摄像机", 22, 63) + text("2台", 52, 63)
    read = only_page(read_all(READER, ofd(page(lines + words))))
    assert table_texts(read) == [["名称", "数量"], ["摄像机", "2台"]]
    assert read.tables[0].box is not None
    assert read.tables[0].box.left == pytest.approx(20 * POINTS, abs=0.5)


def test_templates_notes_and_blocks_belong_to_the_page() -> None:
    content = ofd(
        page(f"<ofd:PageBlock>{text('金额', 10, 40)}</ofd:PageBlock>", '<ofd:Template TemplateID="7"/>'),
        common='<ofd:TemplatePage ID="7" BaseLoc="Tpls/T.xml"/>',
        document="<ofd:Annotations>Annots/A.xml</ofd:Annotations>",
        more={
            "Doc_0/Tpls/T.xml": page(text("发票", 10, 10)),
            "Doc_0/Annots/A.xml": (
                f'<ofd:A {SPACE}><ofd:Page PageID="10"><ofd:FileLoc>N.xml</ofd:FileLoc></ofd:Page></ofd:A>'
            ),
            "Doc_0/Annots/N.xml": (
                f'<ofd:PageAnnot {SPACE}><ofd:Annot><ofd:Appearance Boundary="100 100 20 20">{text("已核", 5, 5)}'
                "</ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
            ),
        },
    )
    read = only_page(read_all(READER, content))
    assert line_texts(read) == ["发票", "金额", "已核"]
    assert read.words[-1].box.left == pytest.approx(105 * POINTS, abs=0.05)


def test_what_the_page_does_not_show_is_left_out() -> None:
    inside = text("看", 10, 10) + text("密", 10, 20, more='Visible="false"') + text("外面", 500, 10)
    items = read_all(READER, ofd(page(inside + text("透", 10, 30, more='Alpha="0"'))))
    assert only_page(items).text.strip() == "看"
    assert codes(items) == ["hidden-text"]


def test_a_page_that_is_a_picture_is_not_read_and_the_picture_handed_on() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"x" * 30_000
    image = '<ofd:ImageObject ID="5" ResourceID="6" Boundary="0 0 210 297"/>'
    content = zip_of({**_parts(ofd(page(image), page(text("x", 10, 10)))), "Doc_0/Res/scan.png": picture})
    items = read_all(READER, content)
    assert [one.state for one in pages(items)] == [ReadState.NOT_READ, ReadState.READ]
    assert codes(items) == ["page-needs-recognition"]
    assert members(items) == {"doc_0/res/scan.png": picture}


def _parts(content: bytes) -> dict[str, bytes | str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_several_documents_and_a_page_that_is_missing() -> None:
    parts = _parts(ofd(page(text("一", 10, 10)), "<broken"))
    parts["OFD.xml"] = (
        f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    items = read_all(READER, zip_of(parts))
    assert [(one.number, one.text.strip()) for one in pages(items)] == [(1, "一"), (2, ""), (3, "一"), (4, "")]
    assert codes(items) == ["page-unreadable", "page-unreadable", "office-damaged", "office-damaged"]


def test_what_ends_as_a_problem() -> None:
    assert codes(read_all(READER, zip_of({"OFD.xml": f"<ofd:OFD {SPACE}/>"}))) == ["office-without-text"]
    locked = zip_of({"OFD.xml": f"<ofd:OFD {SPACE}/>", "Encryptions.xml": "<x/>"})
    assert codes(read_all(READER, locked)) == ["office-encrypted"]


@pytest.mark.parametrize("value", ["nan", "1e999", "x", "", "-5", "1e6"])
def test_false_numbers_do_no_harm(value: str) -> None:
    inside = text("采购人", 10, 10, code=f'DeltaX="{value} {value}"', more=f'CTM="{value} 0 0 {value} 0 0"')
    inside += f'<ofd:TextObject Size="{value}" Boundary="{value} 1 1 1">'
    inside += f'<ofd:TextCode X="{value}" Y="1">甲乙</ofd:TextCode></ofd:TextObject>'
    items = read_all(READER, ofd(page(inside + path(f"M {value} 0 L 1 {value} C"))))
    assert len(pages(items)) == 1


def test_limits_hold() -> None:
    many = ofd(page(text("字" * 40, 10, 10)), page(text("二", 10, 10)))
    assert codes(read_all(READER, many, limits=ReadingLimits(pages=1))) == ["limit-pages"]
    items = read_all(READER, many, limits=ReadingLimits(page_characters=10))
    assert pages(items)[0].text.strip() == "字" * 10
    assert "limit-characters" in codes(items)
