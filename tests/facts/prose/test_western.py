"""What sentences state, in languages written with spaces."""

from __future__ import annotations

import pytest

from tests.facts.notices.running import RUNNING
from tests.facts.summary import Case, expected, read, summarise


@pytest.mark.parametrize("case", RUNNING, ids=lambda case: case.about)
def test_a_notice_in_sentences_is_read(case: Case) -> None:
    assert summarise(read(case.text)) == expected(case)
