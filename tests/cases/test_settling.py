"""Pages that are read twice: the later one counts, and with the earlier one go the calls for recognition of it."""

from __future__ import annotations

from tenderlight.cases.settling import Settled
from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import Problem, problem


def page(number: int, text: str = "", state: ReadState = ReadState.NOT_READ) -> Page:
    return Page(number=number, text=text, method=PageMethod.NONE, state=state)


def call(number: int | None, code: str = "page-needs-recognition") -> Problem:
    return problem(code, step="read:pdf/1", page_number=number)


def settled(*items: Page | Problem) -> Settled[Page]:
    made: Settled[Page] = Settled()
    for item in items:
        made.add(item)
    return made


def test_a_later_page_takes_the_place_of_the_earlier_and_ends_its_call() -> None:
    hidden = call(1, "hidden-text")
    note = call(1, "page-recognised")
    read = page(1, "采购公告", ReadState.READ)
    made = settled(page(1), call(1), hidden, page(2), call(2), read, note)
    assert made.pages == (read, page(2))
    assert made.problems == (hidden, call(2), note)
    assert made.pages_to_recognise == (2,)


def test_a_call_after_the_last_page_of_its_number_stays() -> None:
    made = settled(page(1), page(1, "采", ReadState.PARTLY), call(1, "page-text-invisible"))
    assert made.pages_to_recognise == (1,)
    assert made.calls(1) == (call(1, "page-text-invisible"),)


def test_only_pages_that_came_are_recognised() -> None:
    made = settled(page(3), call(3), page(1), call(1), call(2), call(None), call(1, "page-unreadable"))
    assert made.pages_to_recognise == (1, 3)
    assert made.calls(2) == (call(2),)
    assert made.calls(7) == ()


def test_nothing_is_settled_of_nothing() -> None:
    assert (settled().pages, settled().problems, settled().pages_to_recognise) == ((), (), ())
