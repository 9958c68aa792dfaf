"""Texts that resemble each other: found, compared letter for letter, with bounded work."""

from __future__ import annotations

import random
import sys

import pytest

from tenderlight.errors import ExitCode, OptionalPartMissing
from tenderlight.linking import resemblance
from tenderlight.linking.resemblance import letters_of, resembling, shingles, similarity
from tests.linking.made_clauses import made_clause


def made(count: int, *, seed: int) -> tuple[list[str], set[tuple[int, int]]]:
    """Return texts, and the pairs of them that are half alike or more."""
    chance = random.Random(seed)
    texts: list[list[str]] = []
    for number in range(count):
        clauses = [made_clause(chance) for _ in range(10)]
        if number % 3 == 1:
            kept = chance.randrange(7, 11)
            clauses = [*texts[number - 1][:kept], *clauses[kept:]]
        texts.append(clauses)
    letters = ["".join(clauses) for clauses in texts]
    stretches = [shingles(one) for one in letters]
    pairs = {
        (one, other)
        for other in range(count)
        for one in range(other)
        if similarity(stretches[one], stretches[other]) >= 0.5
    }
    return letters, pairs


def test_pairs_are_found_and_each_is_as_alike_as_is_said() -> None:
    texts, expected = made(300, seed=1)
    found = resembling(texts, least=0.5)
    assert len(expected) > 60
    assert {(one, other) for one, other, _ in found} <= expected
    assert len(found) >= 0.99 * len(expected)
    assert all(alike == similarity(shingles(texts[one]), shingles(texts[other])) for one, other, alike in found)
    assert found == sorted(found) == resembling(texts, least=0.5)


def test_equal_texts_are_one_and_empty_ones_are_like_none() -> None:
    text, other = "人脸识别系统设备一套", "办公桌椅打印纸十箱送货"
    found = resembling([text, "", other, text, "", text], least=0.5)
    assert found == [(0, 3, 1.0), (0, 5, 1.0)]
    assert resembling([], least=0.5) == resembling([text], least=0.5) == []


def test_work_is_bounded_whatever_is_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(2)
    base = made_clause(chance, 60)
    texts = [f"{base}{made_clause(chance, 2)}" for _ in range(1_000)]
    compared = 0

    def counted(one: frozenset[str], other: frozenset[str]) -> float:
        nonlocal compared
        compared += 1
        return similarity(one, other)

    monkeypatch.setattr(resemblance, "similarity", counted)
    found = resembling(texts, least=0.8)
    assert compared <= resemblance.PAIRS_OF_A_TEXT * len(set(texts))
    linked = {number for pair in found for number in pair[:2]}
    assert linked == set(range(1_000))


def test_short_texts_and_rare_characters_are_compared_too() -> None:
    assert resembling(["人", "脸", "𠀀𠀁𠀂𠀃𠀄𠀅𠀆", "𠀀𠀁𠀂𠀃𠀄𠀅𠀇", "\ud800"], least=0.3) == [(2, 3, 0.5)]


def test_what_is_said_is_exact() -> None:
    assert letters_of("ＧＰＵ 服务器（8台），識別。") == "gpu服务器8台识别"
    assert shingles("") == frozenset()
    assert shingles("人脸") == {"人脸"}
    assert shingles("人脸识别系统") == {"人脸识别系", "脸识别系统"}
    assert similarity(shingles("人脸识别系统"), shingles("脸识别系统的")) == 1 / 3
    assert similarity(frozenset(), frozenset()) == 0.0


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    with pytest.raises(OptionalPartMissing, match="rensa") as refused:
        resembling(["人脸识别系统", "人脸识别系统二"], least=0.5)
    assert refused.value.exit_code == ExitCode.PART_MISSING
    assert refused.value.details["extra"] == "linking"
