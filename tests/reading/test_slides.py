"""Slides: a page each, in the order of the show, with tables and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.slides import SlidesReader
from tests.reading.made_files import OFFICE, RELATIONS, codes, line_texts, pages, read_all, table_texts, zip_of

READER = SlidesReader()
SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)


def shape(text: str, placeholder: str = "") -> str:
    ph = f'<p:ph type="{placeholder}"/>' if placeholder else ""
    paragraphs = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("|"))
    return f"<p:sp><p:nvSpPr><p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>"


def frame(data: str) -> str:
    return f"<p:graphicFrame><a:graphic><a:graphicData>{data}</a:graphicData></a:graphic></p:graphicFrame>"


def cell(text: str, attributes: str = "") -> str:
    return f"<a:tc {attributes}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"


def slide(inside: str, attributes: str = "", root: str = "sld") -> str:
    return f"<p:{root} {SPACES} {attributes}><p:cSld><p:spTree>{inside}</p:spTree></p:cSld></p:{root}>"


def relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{listed}</Relationships>'


def pptx(slides: Sequence[str], *, order: Sequence[int] = (), more: Mapping[str, str] | None = None) -> bytes:
    listed = "".join(f'<p:sldId id="{255 + at}" r:id="r{at}"/>' for at in order or range(1, len(slides) + 1))
    parts = {
        "[Content_Types].xml": "<Types><Override ContentType='x.presentationml.presentation.main+xml'/></Types>",
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            *(("slide", f"slides/slide{at}.xml") for at in range(1, len(slides) + 1))
        ),
    }
    parts |= {f"ppt/slides/slide{number}.xml": text for number, text in enumerate(slides, 1)}
    return zip_of({**parts, **(more or {})})


def test_slides_come_in_the_order_of_the_show_with_their_titles_first() -> None:
    content = pptx([slide(shape("second")), slide(shape("body|more") + shape("标题", "title"))], order=(2, 1))
    assert media_type(content, "a.pdf") == formats.PPTX
    first, second = pages(read_all(READER, content))
    assert (first.number, first.title, line_texts(first)) == (1, "标题", ["标题", "body", "more"])
    assert (second.number, second.title, line_texts(second)) == (2, None, ["second"])


def test_a_table_with_merged_cells() -> None:
    table = (
        "<a:tbl><a:tblPr firstRow=&quot;1&quot;/>"
        f"<a:tr>{cell('名称', 'gridSpan=&quot;2&quot;')}{cell('', 'hMerge=&quot;1&quot;')}{cell('数量')}</a:tr>"
        f"<a:tr>{cell('甲', 'rowSpan=&quot;2&quot;')}{cell('a')}{cell('1')}</a:tr>"
        f"<a:tr>{cell('', 'vMerge=&quot;1&quot;')}{cell('b')}{cell('2')}</a:tr></a:tbl>"
    ).replace("&quot;", '"')
    (page,) = pages(read_all(READER, pptx([slide(frame(table))])))
    assert table_texts(page) == [["名称", "数量"], ["甲", "a", "1"], ["b", "2"]]
    assert page.tables[0].header_rows == 1
    assert [(one.row_span, one.column_span) for one in page.tables[0].cells][:3] == [(1, 2), (1, 1), (2, 1)]
    assert [one.column for one in page.tables[0].cells if one.row == 2] == [1, 2]


def test_groups_alternatives_breaks_and_what_is_not_of_the_slide() -> None:
    broken = "<p:sp><p:txBody><a:p><a:r><a:t>a</a:t></a:r><a:br/><a:fld><a:t>b</a:t></a:fld></a:p></p:txBody></p:sp>"
    inside = (
        f"<p:grpSp>{shape('in group')}<p:grpSp>{broken}</p:grpSp></p:grpSp>"
        f"<mc:AlternateContent><mc:Choice>{shape('choice')}</mc:Choice><mc:Fallback>{shape('twice')}</mc:Fallback>"
        f"</mc:AlternateContent>{shape('7', 'sldNum')}{shape('foot', 'ftr')}"
    )
    (page,) = pages(read_all(READER, pptx([slide(inside)])))
    assert line_texts(page) == ["in group", "a\nb", "choice", "foot"]


def test_notes_diagrams_charts_and_hidden_slides() -> None:
    diagram = f'<dgm:relIds {SPACES} r:dm="r2"/>'
    model = (
        f"<dgm:dataModel {SPACES}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>step</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "</dgm:ptLst></dgm:dataModel>"
    )
    first = slide(shape("text") + frame(diagram) + frame("<c:chart xmlns:c='x'/>"), 'show="0"')
    content = pptx(
        [first, slide(shape("second"))],
        more={
            "ppt/slides/_rels/slide1.xml.rels": relations(
                ("notesSlide", "../notesSlides/n1.xml"),
                ("diagramData", "../diagrams/d1.xml"),
                ("image", "../media/1.png"),
            ),
            "ppt/notesSlides/n1.xml": slide(shape("3", "sldNum") + shape("说明", "body"), root="notes"),
            "ppt/diagrams/d1.xml": model,
        },
    )
    items = read_all(READER, content)
    page = pages(items)[0]
    assert [(page.text[line.start : line.end], line.place) for line in page.lines] == [
        ("text", "paragraph 1"),
        ("step", "paragraph 2"),
        ("说明", "notes paragraph 1"),
    ]
    assert codes(items) == ["hidden-slide", "office-part-not-read"]


def test_a_slide_that_cannot_be_read_keeps_its_number() -> None:
    items = read_all(READER, pptx(["<not xml", slide(shape("x"))]))
    assert [(page.number, page.text) for page in pages(items)] == [(1, ""), (2, "x\n")]
    assert codes(items) == ["office-damaged"]


def test_limits_hold() -> None:
    content = pptx([slide(shape("x" * 50))] * 3)
    items = read_all(READER, content, limits=ReadingLimits(pages=2))
    assert len(pages(items)) == 2
    assert codes(items) == ["limit-pages"]
    items = read_all(READER, content, limits=ReadingLimits(document_characters=60))
    assert "limit-characters" in codes(items)


def test_what_is_no_show() -> None:
    empty = zip_of({"ppt/presentation.xml": f"<p:presentation {SPACES}/>"})
    assert codes(read_all(READER, empty)) == ["office-without-text"]
    entities = pptx(["<!DOCTYPE x [<!ENTITY a 'b'>]>" + slide(shape("x"))])
    assert codes(read_all(READER, entities)) == ["xml-dtd", "no-text"]
