from __future__ import annotations

import pytest

from tenderlight.matching.parsing import parse_name
from tenderlight.matching.slips import expanded, only_slips, same_expanded, same_unslipped, unslipped


@pytest.mark.parametrize(
    ("read", "meant"),
    [("techno1ogy", "technology"), ("comrnunications", "communications"), ("digita1", "digital")],
)
def test_slips_inside_words_are_undone(read: str, meant: str) -> None:
    assert unslipped((read,)) == (meant,)


@pytest.mark.parametrize("word", ["h3c", "404", "3divi", "barnard", "o2"])
def test_figures_and_letters_that_belong_there_stay(word: str) -> None:
    assert unslipped((word,)) == (word,)


def test_abbreviations_are_written_out() -> None:
    assert expanded(("china", "imp", "and", "exp", "corp")) == ("china", "import", "export", "corporation")


def test_a_slip_counts_in_trade_and_form_and_never_in_place_or_brand() -> None:
    listed = parse_name("苏州岚川智能科技有限公司")
    assert only_slips(parse_name("苏州岚川智能科技有银公司"), listed)
    assert not only_slips(parse_name("苏洲岚川智能科技有限公司"), listed)
    assert not only_slips(parse_name("苏州岚州智能科技有限公司"), listed)
    assert not only_slips(parse_name("苏州岚川智慧科技有限公司"), listed)


def test_words_are_held_against_one_another_as_they_are_once_written_out() -> None:
    assert same_expanded(("china", "imp", "and", "exp"), ("china", "import", "export"))
    assert same_expanded(("acme", "tech"), ("acme", "technology"))
    assert not same_expanded(("acme", "tech"), ("acme", "technologies"))
    assert same_unslipped(("acme", "techno1ogy"), ("acme", "technology"))
    assert not same_unslipped(("acme", "techno1ogy"), ("acme", "biology"))
    assert not same_unslipped(("acme",), ("acme", "technology"))
