"""Pages made to keep the readers busy are read to their end."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import StatementKind

_BLANKS = {
    "blank lines": "\n",
    "blank lines as written elsewhere": "\r\n",
    "lines of a blank": " \n",
    "blanks": " ",
    "tabs": "\t",
    "no-break spaces": "\u00a0",
    "ideographic spaces": "\u3000",
}
HOSTILE = {
    "one letter": "a" * 20_000,
    "one sign of Chinese": "包" * 20_000,
    "brackets opened": "(" * 20_000,
    "brackets closed": ")»” " * 5_000,
    "lots": "lot 1 " * 3_000,
    "firms": "ООО «А» " * 2_000,
    "bars": "| " * 9_000,
    "nothing": "",
    **{called: sign * (20_000 // len(sign)) for called, sign in _BLANKS.items()},
    "words between tabs": "a\t" * 10_000,
    "lots with firms": "".join(f"Lot {at}: Firm {at} Ltd £{at}00\n" for at in range(400)),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages_are_read_to_their_end_and_what_is_quoted_stands_in_them(kind: str) -> None:
    text = f"NOTICE OF AWARD\n{HOSTILE[kind]}\nThe cameras will come from Brackmoor Systems Ltd.\n"
    stated = [one for one in read_facts([Page(number=1, text=text)]) if one.kind is StatementKind.STAGE]
    assert [at.text for one in stated for at in one.anchors] == ["NOTICE OF AWARD"]


@pytest.mark.parametrize("kind", _BLANKS)
def test_pages_that_begin_with_blanks_are_read_as_without_them(kind: str) -> None:
    notice = "NOTICE OF AWARD\nWinner: Alfa Ltd\n"
    stated, plain = (
        [(one.kind, [at.text for at in one.anchors]) for one in read_facts([Page(number=1, text=text)])]
        for text in (_BLANKS[kind] * 20_000 + "\n" + notice, notice)
    )
    assert stated == plain
