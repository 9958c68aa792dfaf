"""What is watched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.errors import CaseDamaged, UsageError
from tenderlight.watching.places import Known, State, Watched, seconds_of, told_of


def test_places_are_added_changed_and_removed(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    first, is_new = watched.add("https://example.org/feed#top", every_seconds=60, most_pages=10)
    assert (first.address, is_new) == ("https://example.org/feed", True)
    folder, _ = watched.add(str(tmp_path), every_seconds=60, most_pages=10)
    assert folder.is_folder
    again, is_new = watched.add("https://example.org/feed", every_seconds=90, most_pages=10)
    assert (again.id, again.every_seconds, is_new) == (first.id, 90, False)
    watched.remember(first, State(kind="feed", known={"a": Known(object="x"), "b": Known()}, looked_at=0.5))
    told = told_of(again, watched.state(again))
    assert (told.kind, told.there, told.looked_at) == ("feed", 1, "1970-01-01T00:00:00Z")
    assert watched.remove(str(first.id)).address == "https://example.org/feed"
    assert [one.id for one in watched.places()] == [folder.id]
    with pytest.raises(UsageError):
        watched.remove("https://example.org/feed")
    assert watched.add("https://example.org/feed", every_seconds=60, most_pages=10)[0].id == 3


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://example.org/", "https://user:secret@example.org/", "http://0x7f.1/",
        "nowhere/at/all", "https://", "https://exa mple.org/", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_what_cannot_be_watched(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError):
        Watched(tmp_path).add(address, every_seconds=60, most_pages=10)
    assert Watched(tmp_path).places() == []


def test_spans_of_time() -> None:
    assert [seconds_of(one) for one in ("30s", "15m", "6h", "1d")] == [30, 900, 21_600, 86_400]
    for wrong in ("", "5", "1s", "0m", "-5m", "1w", "5 m", "366d", "1e3s", "９m"):
        with pytest.raises(UsageError):
            seconds_of(wrong)


def test_a_damaged_file_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "places.json").write_text("[{]")
    with pytest.raises(CaseDamaged):
        Watched(tmp_path).places()
