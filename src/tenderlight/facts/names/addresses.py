"""The address behind the name of a party: a street with its number, the seat, the state it lies in."""

from __future__ import annotations

import re

from tenderlight.facts.pages.continental_states import STATES

_STREET_DE = r"[A-ZÄÖÜ][\wäöüß.-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|markt)\s?\d"
_STREET_FR = (
    r"\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|place|boulevard|bd|chemin|route|quai|allée|impasse|cours|esplanade)\b|"
    r"(?:rue|avenue|place|boulevard|chemin|route|quai)\s(?:de|du|des|la|le|les|l['’]|d['’])[^,\n]{2,40}\d"
)
_STREET_IT = r"(?:via|viale|piazza|corso|largo)\s[A-ZÀ-Þ]"
_STREET_PL = r"(?:ul|al|pl|os)\.\s"
_NUMBERED = r"[A-ZÀ-Þ][^,\n\d]{2,40}\s\d{1,4}\s?[a-zA-Z]?,\s(?:[A-Z]{1,2}-)?\d{4,5}\s[A-ZÀ-Þ]"
"""A house with its number, and a postcode behind it: "Grand-Place 1, 7999 Brainval"."""
_STATE = (
    r"(?:[Rr]égion|[Pp]rovince|[Cc]anton|[Ww]ilaya)\s(?:d[eu]\s|des\s|d['’])[^,\n]{2,40}$|"
    rf"(?:{STATES['de']['DE']}|{STATES['de']['AT']})\s*$|województwo\s\w+$"
)
ADDRESS_BEHIND = re.compile(rf",\s(?:{_STREET_DE}|{_STREET_FR}|{_STREET_IT}|{_STREET_PL}|{_NUMBERED}|{_STATE})[^\n]*$")
SEATED = re.compile(
    r"(?i:,?\s(?:con\ssede|avente\ssede|corrente\sin|z\ssiedzib[ąa]|mit\s(?:dem\s)?sitz|ayant\s(?:son\s)?siège|"
    r"dont\sle\ssiège|sise?\s(?:à|au|en|dans)|sita\sin|domiciliée?\s(?:à|au)|établie?\sà)\s[^\n]*$)"
)
"""Where a party sits, in words."""
