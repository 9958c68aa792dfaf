"""LibreOffice itself, where it is installed: what it may show of a document, and what it never gets to see."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.model.document import Page
from tenderlight.model.layout import Layout
from tenderlight.model.problem import Problem
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.pipeline.laying_out.aligning import align_with
from tenderlight.pipeline.laying_out.converter import FILTERS, Answer, Converter, State
from tenderlight.pipeline.messages import AlignTask, FlowText
from tenderlight.reading import detect, registry
from tenderlight.reading.layout.laid_out import boxes_laid_out
from tests.journeys.command import EXAMPLE
from tests.pipeline.made_converter import answer_of, needs_converter
from tests.reading.made_files import docx, odt, pages, paragraph
from tests.shared_data import shared_file

SECRET = "The secret of Wexmoor 5871"


@pytest.fixture(scope="module")
def converter() -> Iterator[Converter]:
    made = Converter(needs_converter())
    assert answer_of(made) is None
    yield made
    made.close()


def lay_out(converter: Converter, content: bytes, name: str = "") -> Answer:
    filters = FILTERS[detect.media_type(content, name)]
    converter.submit(io.BytesIO(content), filters, wall_seconds=120.0, cpu_seconds=60.0)
    answer = answer_of(converter)
    assert answer is not None
    assert converter.state is State.FREE, answer.trouble
    return answer


def read(content: bytes, name: str = "") -> list[Page]:
    found = detect.media_type(content, name)
    reader = registry.reader_for(found)
    assert reader is not None
    return pages(list(reader.read(OpenOriginal(content=content, media_type=found), ReadingLimits())))


def text_on_paper(converter: Converter, content: bytes, name: str = "") -> str:
    answer = lay_out(converter, content, name)
    assert answer.pdf is not None, answer.trouble
    return "".join(page.text for page in read(answer.pdf))


def aligned(converter: Converter, content: bytes, name: str = "") -> tuple[Page, Layout, list[Problem]]:
    answer = lay_out(converter, content, name)
    assert answer.pdf is not None, answer.trouble
    (page,) = read(content, name)
    task = AlignTask(pdf="ab" * 32, converter=converter.version, pages=(FlowText(page_number=1, text=page.text),))
    found = list(align_with(answer.pdf, task))
    (layout,) = [one for one in found if isinstance(one, Layout)]
    return page, layout, [one for one in found if isinstance(one, Problem)]


DOCUMENTS = {
    "notice.docx": docx(
        paragraph("Contract award notice")
        + paragraph("采购人：青岚市第三人民医院")
        + "<w:tbl><w:tr><w:tc>"
        + paragraph("人脸识别摄像机")
        + "</w:tc><w:tc>"
        + paragraph("20 台")
        + "</w:tc></w:tr></w:tbl>"
        + paragraph("The contract value is EUR 10,000.00.")
    ),
    "notice.odt": odt("<text:p>Contract award notice</text:p><text:p>采购人：青岚市第三人民医院</text:p>"),
    "notice.rtf": rb"{\rtf1\ansi Contract award notice\par Buyer: Wexmoor Police\par}",
    "notice.html": "<p>Contract award notice</p><p>采购人：青岚市第三人民医院</p>".encode("gb18030"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_word_has_its_place_on_the_laid_out_page(name: str, converter: Converter) -> None:
    page, layout, problems = aligned(converter, DOCUMENTS[name], name)
    assert problems == []
    assert layout.converter.startswith("LibreOffice ")
    assert layout.fonts
    for line in page.lines:
        boxes = boxes_laid_out(page, layout, line.start, line.end)
        assert len(boxes) == 1
        assert boxes[0].box.right < layout.page_sizes[0].width


@pytest.mark.parametrize("name", ["contract1", "contract2"])
@pytest.mark.parametrize("suffix", ["docx", "odt", "doc", "rtf"])
def test_real_contracts_are_found_again_on_their_pages(name: str, suffix: str, converter: Converter) -> None:
    file = shared_file(f"data/reading/office/{name}.{suffix}")
    _, layout, problems = aligned(converter, file.read_bytes(), file.name)
    assert problems == []
    assert len(layout.page_sizes) == 2


def test_what_a_page_says_of_itself_does_not_end_the_converter(converter: Converter) -> None:
    (page,) = (EXAMPLE / "documents").glob("02*.html")
    assert b"X-UA-Compatible" in page.read_bytes()  # over which LibreOffice 7.4 ended, with this page behind it
    assert "澜水县公安局公共安全视频图像信息系统建设项目" in text_on_paper(converter, page.read_bytes(), page.name)


def test_deleted_text_is_on_no_page_and_inserted_text_is(converter: Converter) -> None:
    change = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'
    changed = docx(
        "<w:p><w:r><w:t>The price is</w:t></w:r>"
        f"<w:del {change}><w:r><w:delText> seven hundred</w:delText></w:r></w:del>"
        f'<w:ins {change}><w:r><w:t xml:space="preserve"> two thousand</w:t></w:r></w:ins></w:p>'
    )
    text = text_on_paper(converter, changed)
    assert "two thousand" in text
    assert "seven" not in text


def test_the_same_document_is_laid_out_the_same(converter: Converter) -> None:
    first, other, again = (
        lay_out(converter, DOCUMENTS[name], name) for name in ("notice.docx", "notice.html", "notice.docx")
    )
    assert first.pdf == again.pdf != other.pdf


def test_nothing_outside_the_document_is_read(tmp_path: Path, converter: Converter) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    page = (
        f'<p>Notice of award</p><iframe src="{secret.as_uri()}"></iframe><iframe src="file:///etc/passwd"></iframe>'
        f'<object data="{secret.as_uri()}"></object><img src="file:///etc/hostname"><embed src="{secret.as_uri()}">'
    )
    text = text_on_paper(converter, page.encode(), "page.html")
    assert "Notice of award" in text
    assert "root:" not in text
    assert "secret of" not in text
    field = (
        f"<w:p><w:fldSimple w:instr=' INCLUDETEXT \"{secret}\" '><w:r><w:t>as it was</w:t></w:r></w:fldSimple></w:p>"
    )
    section = (
        f'<text:section text:name="s"><text:section-source xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xlink:href="{secret.as_uri()}"/><text:p>as it was</text:p></text:section>'
    )
    for document in (docx(paragraph("Notice of award") + field), odt(f"<text:p>Notice of award</text:p>{section}")):
        text = text_on_paper(converter, document)
        assert "Notice of award" in text
        assert "secret of" not in text


def test_nobody_is_called(converter: Converter) -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.5)
        address = f"http://127.0.0.1:{canary.getsockname()[1]}/logo.png"
        page = f'<p>Notice of award</p><img src="{address}"><link rel="stylesheet" href="{address}">'
        assert "Notice of award" in text_on_paper(converter, page.encode(), "page.html")
        image = (
            '<text:p>Notice of award<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
            f'<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}"/></draw:frame></text:p>'
        )
        assert "Notice of award" in text_on_paper(converter, odt(image))
        with pytest.raises(TimeoutError):
            canary.accept()


def test_a_broken_document_is_refused_and_the_next_one_laid_out(converter: Converter) -> None:
    broken = DOCUMENTS["notice.odt"][:-400]
    converter.submit(
        io.BytesIO(broken), FILTERS[detect.media_type(DOCUMENTS["notice.odt"])], wall_seconds=60, cpu_seconds=30
    )
    answer = answer_of(converter)
    assert answer is not None
    assert answer.pdf is None
    assert lay_out(converter, DOCUMENTS["notice.odt"]).pdf is not None


def test_a_document_that_takes_the_processor_too_long_ends_the_process() -> None:
    busy = Converter(needs_converter())
    try:
        assert answer_of(busy) is None
        table = "<table>" * 60 + "<tr><td>x</td></tr>" * 20 + "</table>" * 60
        page = ("<p>" + "采购 " * 200_000 + "</p>" + table).encode()
        busy.submit(io.BytesIO(page), FILTERS["text/html"], wall_seconds=120.0, cpu_seconds=0.0)
        answer = answer_of(busy)
        assert answer is not None
        assert (answer.pdf, busy.state) == (None, State.LOST)
    finally:
        busy.close()
