"""What is stored of a page that has two texts: the file's own and the one read from its picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.cases.encoding import encode_item
from tenderlight.model.box import Box
from tenderlight.model.document import Line, Page, PageMethod, ReadState, Word
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item
from tenderlight.pipeline.recognised_page import WHY, Call, not_recognised, settle

TEXT = "澜水县公安局公共安全视频图像信息系统建设项目\n中标金额：42,868,000.00元\n"
LAYER = Page(number=3, text=TEXT, width=595.0, height=842.0, state=ReadState.PARTLY)


def recognised(text: str, confidence: float = 0.98) -> Page:
    word = Word(start=0, end=len(text), box=Box(left=0, top=0, right=9, bottom=9), confidence=confidence)
    return replace(LAYER, text=text, words=(word,), method=PageMethod.RECOGNISED, state=ReadState.READ)


def call(code: str = "page-text-invisible", layer: Page | None = LAYER) -> Call:
    problems = (problem(code, step="read:pdf/1", page_number=3),)
    return Call(page_number=3, problems=problems, layer=b"" if layer is None else encode_item(layer))


def told(items: tuple[Item, ...]) -> list[str]:
    return [f"{item.method} {item.state}" if isinstance(item, Page) else getattr(item, "code", "?") for item in items]


def test_a_picture_of_a_page_becomes_its_text() -> None:
    page, note = settle(call("page-needs-recognition", None), [recognised(TEXT)])
    assert page == recognised(TEXT)
    assert note.message.endswith(WHY["page-needs-recognition"])  # type: ignore[union-attr]


def test_an_invisible_text_that_says_what_the_picture_shows_is_kept_letter_for_letter() -> None:
    page, note = settle(call(), [recognised(TEXT.replace("，", ",").replace("设", "没", 1))])
    assert page == replace(LAYER, state=ReadState.READ)
    assert note.code == "page-text-kept"  # type: ignore[union-attr]
    assert "% of it agrees with the picture." in note.message  # type: ignore[union-attr]


def test_an_invisible_text_that_says_something_else_gives_way() -> None:
    wrong = replace(LAYER, text="ZOq5年 l2j3 中标金额：12,868,000.00元 8B8B iii 公安同")
    assert told(settle(call(layer=wrong), [recognised(TEXT)])) == ["recognised read", "page-recognised"]


@pytest.mark.parametrize(
    "poor",
    [recognised("某某某 " * 12, confidence=0.6), recognised("中标"), recognised("").__class__(number=3, text="")],
)
def test_recognition_that_is_unsure_or_found_little_does_not_take_the_place_of_a_text(poor: Page) -> None:
    (kept,) = settle(call(), [poor])
    assert kept.code == "page-text-kept"  # type: ignore[union-attr]


def test_problems_of_recognition_stay_with_its_page() -> None:
    unsure = problem("recognition-unsure", step="r", page_number=3)
    found = settle(call("page-text-garbled", None), [recognised(TEXT), unsure])
    assert told(found) == ["recognised read", "page-recognised", "recognition-unsure"]


def test_where_recognition_failed_the_page_stays_as_it_was() -> None:
    trouble = not_recognised(3, "ended by SIGSEGV")
    assert settle(call(), [trouble]) == (trouble,)
    assert "(ended by SIGSEGV)" in trouble.message


@pytest.mark.parametrize("code", sorted(WHY))
def test_each_call_says_why_the_text_was_not_used(code: str) -> None:
    _, note = settle(call(code, None), [recognised(TEXT)])
    assert WHY[code] in note.message  # type: ignore[union-attr]


def lines(*texts: str, method: PageMethod = PageMethod.TEXT_LAYER) -> Page:
    text, made, words = "", [], []
    for row, line in enumerate(texts):
        box = Box(left=50, top=20 + 30 * row, right=300, bottom=32 + 30 * row)
        made.append(Line(start=len(text), end=len(text) + len(line), box=box))
        words.append(Word(start=len(text), end=len(text) + len(line), box=box, confidence=0.98))
        text += line + "\n"
    return Page(number=3, text=text, width=400, height=600, lines=tuple(made), words=tuple(words), method=method)


SAID = lines("Contract award notice", "Contract value EUR 1 992", "Date of award 19 May")


def test_a_text_that_was_only_to_be_compared_stays_and_what_contradicts_it_is_told_with_its_place() -> None:
    seen = lines(
        "Contract award notice", "Contract value EUR 1552", "Date of award 15 May", method=PageMethod.RECOGNISED
    )
    page, doubt = settle(call("page-fonts-unproved", SAID), [seen])
    assert page == SAID
    assert isinstance(doubt, Problem)
    assert (doubt.code, doubt.page_number) == ("page-text-disagrees", 3)
    assert "9 is seen as 5. Said: “Contract value EUR 1 992 / Date of award 19 May”; seen: “Contract" in doubt.message
    assert doubt.box == Box(left=50, top=50, right=300, bottom=92)


def test_a_text_that_the_picture_bears_out_is_kept() -> None:
    page, note = settle(call("page-fonts-unproved", SAID), [replace(SAID, method=PageMethod.RECOGNISED)])
    assert (page, getattr(note, "code", "")) == (SAID, "page-text-kept")


def test_another_text_altogether_is_told() -> None:
    seen = lines("采购公告 中标金额 壹佰万元整 公安局", "视频监控系统 人脸识别 布控报警", method=PageMethod.RECOGNISED)
    page, doubt = settle(call("page-fonts-unproved", SAID), [seen])
    assert (page, getattr(doubt, "code", "")) == (SAID, "page-text-disagrees")


def test_unsure_recognition_contradicts_nothing() -> None:
    seen = recognised("某某某 " * 12, confidence=0.6)
    assert told(settle(call("page-fonts-unproved", SAID), [seen])) == ["text_layer read", "page-text-kept"]
