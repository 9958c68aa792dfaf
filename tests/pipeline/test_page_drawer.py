"""Single pages drawn for people: in the cage, in a lane that is kept, opened anew where it was lost."""

from __future__ import annotations

from pathlib import Path

from tenderlight.cases import Case
from tenderlight.pipeline.page_drawer import PDF, PageDrawer
from tests.web.made_desk import make_case


def test_pages_are_drawn_in_a_lane_that_is_kept(tmp_path: Path) -> None:
    with Case.open(make_case(tmp_path / "case", contracts=1), create=True) as case:
        document = next(case.claims()).document
        drawer = PageDrawer()
        drawer.open()
        lane = drawer._lane
        png = drawer.draw(case, document, PDF, 1, dots_per_inch=50)
        assert png is not None
        assert png.startswith(b"\x89PNG")
        assert drawer.draw(case, document, PDF, 2, dots_per_inch=50) is None
        assert drawer.draw(case, document, "text/html", 1, dots_per_inch=50) is None
        assert drawer.draw(case, "0" * 64, PDF, 1, dots_per_inch=50) is None
        assert drawer.draw(case, document, "image/png", 1, dots_per_inch=50) is None, "a PDF is no picture"
        assert drawer._lane is lane
        assert lane is not None
        lane.close()
        assert drawer.draw(case, document, PDF, 1, dots_per_inch=50) == png
        assert drawer._lane is not lane
        drawer.close()
