"""Sentences around words."""

from __future__ import annotations

import pytest

from tenderlight.languages.segments import LONGEST_SIDE, sentence_around


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("一、概况。系统支持人脸布控。其他要求见附件。", "人脸布控", "系统支持人脸布控。"),
        ("第一行还没有说完，\n支持人脸布控功能。第二句。", "人脸布控", "第一行还没有说完，\n支持人脸布控功能。"),
        ("序号\t名称\n1\t人脸服务器\t标配\n2\t硬盘", "人脸服务器", "1\t人脸服务器\t标配"),
        ("Price is 3.50 a piece. It shall match faces. End.", "match faces", "It shall match faces."),
        ("标题\n\n支持人脸布控\n\n尾", "人脸布控", "支持人脸布控"),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    first, last = sentence_around(text, start, start + len(words))
    assert text[first:last] == sentence


def test_text_without_an_end_is_cut_off() -> None:
    text = "长" * 5000
    first, last = sentence_around(text, 2500, 2510)
    assert (first, last) == (2500 - LONGEST_SIDE, 2510 + LONGEST_SIDE)
