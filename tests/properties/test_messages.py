"""Whatever a child sends is a frame or is refused; nothing else happens."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tenderlight.cases.encoding import Undecodable
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.reader import Item
from tenderlight.pipeline.heads import ContractClaims, ReadingHead
from tenderlight.pipeline.messages import PagePicture, read_frame, write_frame
from tests.properties import strategies

few = settings(max_examples=60)
keys = st.builds(ContractKey, key=strategies.texts(min_size=1), because=strategies.texts())
heads = st.builds(
    ReadingHead,
    media_type=strategies.texts(min_size=1),
    reader=st.from_regex(r"\A[a-z0-9_-]{0,40}\Z"),
    reader_version=st.integers(0, 2**32 - 1),
)
pictures = st.builds(PagePicture, page_number=st.integers(0, 2**32 - 1), png=st.binary(min_size=1, max_size=50))
frames = (
    strategies.items()
    | heads
    | pictures
    | st.builds(ContractClaims, key=keys, claims=st.lists(strategies.claims(), max_size=2).map(tuple))
)


def is_refused_or_comes_back(frame: bytes) -> bool:
    try:
        found = read_frame(frame)
    except Undecodable:
        return True
    return read_frame(write_frame(found)) == found


@few
@given(frames)
def test_a_frame_comes_back(frame: ReadingHead | Item | ContractClaims | PagePicture) -> None:
    assert read_frame(write_frame(frame)) == frame


@given(st.binary(max_size=200))
def test_any_bytes_are_a_frame_or_refused(frame: bytes) -> None:
    assert is_refused_or_comes_back(frame)


@few
@given(frames.map(write_frame), st.data())
def test_a_frame_with_one_byte_changed_is_a_frame_or_refused(frame: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(frame) - 1))
    bent = frame[:place] + data.draw(st.binary(max_size=2)) + frame[place + 1 :]
    assert is_refused_or_comes_back(bent)


@few
@given(st.lists(strategies.claims(), min_size=1, max_size=2).map(tuple), keys)
def test_claims_come_back_byte_for_byte(claims: tuple[Claim, ...], key: ContractKey) -> None:
    frame = write_frame(ContractClaims(key=key, claims=claims))
    assert write_frame(read_frame(frame)) == frame
