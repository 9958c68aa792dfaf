from __future__ import annotations

from typing import Any

import numpy as np

from tenderlight.model.document import PageMethod, ReadState
from tenderlight.reading.recognition.believing import Verdict, judge
from tenderlight.reading.recognition.line_reader import LineText
from tenderlight.reading.recognition.readings import BoxText


def line(text: str, sure: float = 0.95, *, degrees: float = 0.0, unread: float = 0.0, height: float = 20.0) -> BoxText:
    """Make a line as it may have been read."""
    angle = np.radians(degrees)
    corners = np.array([(0, 0), (30.0 * max(1, len(text)), 0), (30.0 * max(1, len(text)), height), (0, height)])
    turning = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    count = len(text)
    read = LineText(
        text=text,
        confidences=np.full(count, sure),
        edges=np.zeros((count, 2)),
        top=0.0,
        bottom=1.0,
        ink=300.0,
        unread=unread,
    )
    return BoxText(corners=np.asarray(corners @ turning, np.float32), turn=0, line=read)


def judged(*found: BoxText, **more: Any) -> tuple[list[str], list[str], ReadState]:
    verdict: Verdict = judge(found, slant=0.0, **more)
    return [each.line.text for each in verdict.kept], [code for code, _ in verdict.codes], verdict.state


def test_sure_lines_are_kept_and_nothing_is_said() -> None:
    assert judged(line("采购公告"), line("")) == (["采购公告"], [], ReadState.READ)


def test_lines_below_the_floor_are_left_out_and_counted() -> None:
    kept, codes, state = judged(line("采购公告项目"), line("咖磁嘲", 0.4), line("心", 0.7))
    assert (kept, codes, state) == (["采购公告项目"], ["recognition-lines-left-out"], ReadState.PARTLY)
    (detail,) = (detail for _, detail in judge([line("咖磁嘲", 0.4), line("心", 0.7)], slant=0.0).codes)
    assert detail == "Lines left out: 2."


def test_a_page_of_mostly_unsure_lines_is_partly_read() -> None:
    assert judged(line("采购公告项目", 0.7), line("采购")) == (
        ["采购公告项目", "采购"],
        ["recognition-unsure"],
        ReadState.PARTLY,
    )


def test_lines_that_run_another_way_are_a_watermark() -> None:
    assert judged(line("采购公告"), line("内部资料", degrees=30)) == (
        ["采购公告"],
        ["recognition-askew-left-out"],
        ReadState.READ,
    )
    assert judged(line("采购公告"), line("公", degrees=20))[0] == ["采购公告", "公"]


def test_unknown_letters_cost_their_lines_or_the_page() -> None:
    strange = line(": 4", unread=0.8)
    assert judged(line("采购公告"), line("采购公告"), strange) == (
        ["采购公告", "采购公告"],
        ["recognition-script-unknown"],
        ReadState.PARTLY,
    )
    verdict = judge([strange, strange, line("采购公告")], slant=0.0)
    assert (verdict.kept, verdict.state, verdict.method) == ((), ReadState.NOT_READ, PageMethod.NONE)


def test_a_dark_seal_is_a_note() -> None:
    assert judged(line("采购公告"), dark_seals=1) == (["采购公告"], ["recognition-seal"], ReadState.READ)
    assert judged(dark_seals=1) == ([], [], ReadState.READ)
