from __future__ import annotations

import numpy as np
import pytest

from tenderlight.reading.recognition.character_edges import character_edges, runs_of, widest_gap


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("第5.2条要求IP67等级", ["第", "5.2", "条要求", "IP67", "等级"]),
        ("Greyfen County", ["Greyfen", "County"]),
        ("（甲方）：A　B", ["（甲方）：", "A", "B"]),
        ("", []),
    ],
)
def test_runs_end_at_white_space_and_where_wide_meets_narrow(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in runs_of(text)] == runs


def test_characters_part_by_their_widths_and_end_at_their_ink() -> None:
    # Five Chinese characters of 20 pixels, bare paper, then a word of four letters of 10.
    columns = np.zeros(200, np.bool_)
    columns[11:109] = columns[141:179] = True
    middles = np.array([20, 40, 60, 80, 100, 125, 145, 155, 165, 175]) / 200
    edges = character_edges(list("项目编号甲 abde"), middles, columns, 20.0) * 200
    assert edges[:5] == pytest.approx(np.array([(10 + 20 * n, 30 + 20 * n) for n in range(5)]), abs=1.0)
    assert edges[6, 0] == pytest.approx(140, abs=2)
    assert edges[9, 1] == pytest.approx(180, abs=2)
    assert (np.diff(edges, axis=1) >= 0).all()
    assert (edges[1:, 0] >= edges[:-1, 1] - 1e-9).all()


def test_a_character_seen_late_on_bare_paper_is_brought_back_to_its_ink() -> None:
    # "31688": five digits of 10 pixels from 10 on; the network sees the last two steps late, one of them past the ink.
    columns = np.zeros(120, np.bool_)
    for place in range(5):
        columns[11 + 10 * place : 19 + 10 * place] = True
    middles = np.array([15, 25, 35, 50, 72]) / 120
    edges = character_edges(list("31688"), middles, columns, 18.0) * 120
    assert edges[0, 0] == pytest.approx(10, abs=2)
    assert edges[-1, 1] == pytest.approx(60, abs=2)
    assert (edges[1:, 0] >= edges[:-1, 1] - 1e-9).all()


def test_a_rule_beside_a_line_is_not_its_end() -> None:
    columns = np.zeros(120, np.bool_)
    columns[11:59] = columns[66:68] = True
    middles = np.array([15, 25, 35, 45, 55]) / 120
    edges = character_edges(list("31688"), middles, columns, 18.0) * 120
    assert edges[-1, 1] == pytest.approx(60, abs=2)


def test_no_characters_have_no_edges() -> None:
    assert character_edges([], np.zeros(0), np.zeros(8, np.bool_), 5.0).shape == (0, 2)


def test_the_widest_gap_is_found() -> None:
    columns = np.array([1, 0, 1, 0, 0, 0, 1, 0], np.bool_)
    assert widest_gap(columns, 0, 8) == (3, 6)
    assert widest_gap(columns, 0, 1) is None
