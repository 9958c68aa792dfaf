"""Pages whose text looks other than it is say so, with the page and the words."""

from __future__ import annotations

from tenderlight.model.document import Page, PageMethod
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.pipeline import steps
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.reading.odd_text import odd_text
from tests.reading.made_files import codes


def test_each_kind_is_said_once_with_its_page() -> None:
    text = "Аcme and Аcme and Hikvisiоn\u202e"
    found = odd_text(Page(number=3, text=text, method=PageMethod.FLOW))
    assert [(one.code, one.page_number) for one in found] == [("text-direction-turned", 3), ("look-alike-letters", 3)]
    assert found[1].message.endswith("Words: Аcme, Hikvisiоn.")


def test_every_reader_is_looked_after() -> None:
    original = OpenOriginal(content="1,2\nHikvisiоn,3\n".encode(), untrusted_name="a.csv")
    items = [one for one in steps.read_original(original, ReadingLimits()) if not isinstance(one, ReadingHead)]
    assert "look-alike-letters" in codes(items)
