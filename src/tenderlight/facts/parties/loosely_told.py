"""Who won, where neither labels nor known sentences say so: the one firm of which sentences speak as of a winner.

Sentences are read in any words (`prose.loose_awards`). The buyer, the agency, firms that lost and makers are set aside;
where two firms are left, or lots and groups may share the work, nobody is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.parties.only_firms import TAKEN, is_about_one, key_of_name
from tenderlight.facts.prose.loose_awards import loose_awards

_SHORTEST_KEY = 4


def loosely_told(notice: Notice, parties: Iterable[str]) -> Piece | None:
    """Return where the one firm stands that sentences tell of as the winner, or None.

    Args:
        notice: An award, contract or acceptance in which nothing else says who won.
        parties: Names of the buyer and the agency.
    """
    if notice.language == "zh" or notice.stage not in SETTLED or not is_about_one(notice):
        return None
    others = [key for key in map(key_of_name, parties) if len(key) >= _SHORTEST_KEY]
    taken = [key_of_name(entry.value.text) for entry in notice.entries if entry.meaning in TAKEN]
    found: dict[str, Piece] = {}
    for sheet in notice.sheets:
        for one in loose_awards(sheet.page.text):
            names = find_names(Piece(sheet=sheet, start=one.start, end=one.end))
            for name in names[:1]:
                key = key_of_name(name.piece.text)
                if not any(key in other or other in key for other in others) and key not in taken:
                    found.setdefault(key, name.piece)
    whole = [key for key in found if not any(key != other and key in other for other in found)]
    return found[whole[0]] if len(whole) == 1 else None
