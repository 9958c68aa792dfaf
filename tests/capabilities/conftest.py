"""What rules find, apart from what is sure enough to be claimed."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import scoring
from tenderlight.capabilities.opinions import SecondOpinion


@pytest.fixture
def all_that_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have claims made of all that rules find: a few words made for a test are little to go by."""
    monkeypatch.setattr(scoring, "LEAST", 0.0)
    monkeypatch.setattr(scoring, "LEAST_IN_FEW_WORDS", 0.0)


@pytest.fixture
def no_second_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have confidence rest on what stands around the words alone, and claims made of all that is found."""
    monkeypatch.setattr(SecondOpinion, "of", lambda *_: None)
    monkeypatch.setattr(scoring, "LEAST", 0.0)
    monkeypatch.setattr(scoring, "LEAST_IN_FEW_WORDS", 0.0)
