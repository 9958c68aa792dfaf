from __future__ import annotations

import pytest

from tenderlight.languages.automaton import CompiledAutomaton, InPieces, PlainAutomaton, build_automaton

LITERALS = ["人脸", "人脸识别", "识别", "民族", "族", "face", "ace", "e", "黑名单", "名单"]


@pytest.mark.parametrize("kind", [PlainAutomaton, CompiledAutomaton])
def test_every_occurrence_is_found_overlapping_ones_too(kind: type[PlainAutomaton | CompiledAutomaton]) -> None:
    found = kind(LITERALS).find("人脸识别 face 黑名单")
    words = sorted((start, LITERALS[number]) for start, _, number in found)
    assert words == [
        (0, "人脸"),
        (0, "人脸识别"),
        (2, "识别"),
        (5, "face"),
        (6, "ace"),
        (8, "e"),
        (10, "黑名单"),
        (11, "名单"),
    ]


def test_offsets_are_code_points_beyond_the_basic_plane_too() -> None:
    for automaton in (PlainAutomaton(["民族"]), CompiledAutomaton(["民族"])):
        assert [tuple(hit) for hit in automaton.find("𠀀𠀀民族")] == [(2, 4, 0)]


@pytest.mark.parametrize("literals", [["a", "a"], ["a", ""]])
def test_literals_must_be_distinct_and_not_empty(literals: list[str]) -> None:
    with pytest.raises(ValueError, match="distinct"):
        build_automaton(literals)


def test_a_long_text_is_looked_at_in_pieces_and_nothing_is_lost_at_their_borders(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tenderlight.languages.automaton.PIECE", 5)
    text = "人脸识别 face 黑名单 民族人脸识别黑名单face"
    automaton = CompiledAutomaton(LITERALS)
    pieces = InPieces(automaton, text, longest=4)
    assert sorted(pieces) == sorted(map(tuple, automaton.find(text)))
    assert sorted(pieces) == sorted(pieces)
