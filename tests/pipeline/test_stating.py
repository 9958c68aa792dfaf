from pathlib import Path

import pytest

from tenderlight.errors import UsageError
from tenderlight.pipeline.stating import page_with


def test_words_are_looked_up_in_the_file(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Statement\n\nWe sell through\nresellers.\n", "utf-8")
    assert page_with(letter, "We sell through resellers.") == 1
    with pytest.raises(UsageError):
        page_with(letter, "We sell to nobody.")
    with pytest.raises(UsageError):
        page_with(letter, " ")
