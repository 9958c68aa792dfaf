"""Pages made to keep the readers busy are read to their end."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import StatementKind

HOSTILE = {
    "one letter": "a" * 20_000,
    "one sign of Chinese": "包" * 20_000,
    "brackets opened": "(" * 20_000,
    "brackets closed": ")»” " * 5_000,
    "lots": "lot 1 " * 3_000,
    "firms": "ООО «А» " * 2_000,
    "bars": "| " * 9_000,
    "nothing": "",
    "lots with firms": "".join(f"Lot {at}: Firm {at} Ltd £{at}00\n" for at in range(400)),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_are_read_to_their_end_and_what_is_quoted_stands_in_them(kind: str) -> None:
    text = f"NOTICE OF AWARD\n{HOSTILE[kind]}\nThe cameras will come from Brackmoor Systems Ltd.\n"
    stated = [one for one in read_facts([Page(number=1, text=text)]) if one.kind is StatementKind.STAGE]
    assert [at.text for one in stated for at in one.anchors] == ["NOTICE OF AWARD"]
