"""Pictures of pages, drawn in the cage; what cannot be drawn is left out."""

from __future__ import annotations

from pathlib import Path

from tenderlight.cases import Case, Receipt
from tenderlight.pipeline.drawing import PNG_SIGNATURE, draw_pages

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "lanshui-county" / "documents"


def receive(case: Case, name: str) -> str:
    received = case.receive_file(EXAMPLE / name, received_as=name)
    assert isinstance(received, Receipt)
    return received.document


def test_the_pages_asked_for_are_drawn_where_there_are_such_pages(case: Case) -> None:
    paged, text = (
        receive(case, "13-wexmoor-police-invitation-to-tender.pdf"),
        receive(case, "14-access-cards-quotation.txt"),
    )
    drawn = list(draw_pages(case, {paged: (2, 1, 99), text: (1,)}, dots_per_inch=40))
    assert [(document, picture.page_number) for document, picture in drawn] == [(paged, 2), (paged, 1)]
    assert all(picture.png.startswith(PNG_SIGNATURE) and len(picture.png) > 1000 for _, picture in drawn)


def test_nothing_is_started_for_nothing(case: Case) -> None:
    assert list(draw_pages(case, {}, dots_per_inch=40)) == []
    assert list(draw_pages(case, {"ab" * 32: ()}, dots_per_inch=40)) == []
