"""Vectors of meaning: their shape, and that they stand for what a text says and not for its words."""

from __future__ import annotations

import numpy as np
import pytest

from tenderlight.languages.sentence_vectors import DIMENSIONS, is_installed, vector_of


def test_a_vector_has_length_one() -> None:
    vector = vector_of("采购人脸识别摄像机")
    assert vector.shape == (DIMENSIONS,)
    assert float(np.linalg.norm(vector)) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "alike", "other"),
    [
        ("The police buy cameras.", "警察购买摄像机。", "The school buys milk."),
        ("Se adquieren teléfonos móviles.", "Achat de téléphones portables.", "Achat de pommes de terre."),
        ("Закупка бумаги для офиса", "office paper purchase", "repair of the roof"),
        ("شراء سيارات للبلدية", "buying cars for the municipality", "cleaning of the beach"),
    ],
)
def test_what_means_the_same_in_another_language_is_nearer_than_what_means_something_else(
    text: str, alike: str, other: str
) -> None:
    vector = vector_of(text)
    assert vector @ vector_of(alike) > vector @ vector_of(other) + 0.1


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "a" * 5_000, "\u200f\u0301", "𠮷" * 50])
def test_any_text_has_a_vector(text: str) -> None:
    vector = vector_of(text)
    assert vector.shape == (DIMENSIONS,)
    assert bool(np.isfinite(vector).all())


def test_it_is_there_where_tests_run() -> None:
    assert is_installed()


def test_a_text_has_the_same_vector_whatever_was_asked_before() -> None:
    first = vector_of("视频监控系统")
    vector_of("something else, and much longer than what was asked before")
    assert np.array_equal(first, vector_of("视频监控系统"))
