from __future__ import annotations

from tests.sources.notices import release, texts


def test_texts_are_kept_once_each() -> None:
    record = release(
        description="more",
        tender={
            "title": "Cameras",
            "description": "Cameras",
            "lots": [{"id": "1", "title": "Lot one"}],
            "items": [{"description": "A camera", "description_fr": "Une caméra"}],
            "documents": [{"title": "spec.pdf", "description": "Cameras"}],
        },
        awards=[{"id": "a", "title": "Award", "items": [{"description": "A camera"}]}],
        contracts=[{"id": "c", "awardID": "a", "amendments": [{"rationale": "two more"}]}],
    )
    assert texts(record) == ["Cameras", "more", "Lot one", "A camera", "Une caméra", "Award", "two more", "spec.pdf"]


def test_code_labels_contacts_and_links_are_no_texts() -> None:
    record = release(
        buyer={"name": "Town", "contactPoint": {"name": "A Person"}},
        tender={"title": "x", "items": [{"id": "1", "classification": {"description": "Face recognition label"}}]},
    )
    assert texts(record) == ["x"]


def test_texts_of_cancelled_awards_are_left_out() -> None:
    record = release(tender={"title": "x"}, awards=[{"id": "a", "status": "cancelled", "description": "Cameras"}])
    assert texts(record) == ["x"]
