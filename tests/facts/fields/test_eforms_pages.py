"""Printed pages of eForms notices: the number of the section says who an official name is."""

from __future__ import annotations

import time

from tenderlight.evaluate.facts import predict
from tenderlight.evaluate.notices import field_values
from tenderlight.facts.fields.eforms_pages import eforms_entries
from tenderlight.facts.pages.layout import Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page

RESULT = """Ergebnis
Deutschland – Videoüberwachungssystem – Kameras für zwei Brücken
1. Beschaffer
1.1. Beschaffer
Offizielle Bezeichnung: Brückenamt Altenau
Rechtsform des Erwerbers: Einrichtung des öffentlichen Rechts
5. Los
5.1. Los: LOT-0001
5.1. Los: LOT-0002
6. Ergebnisse
Wert aller in dieser Bekanntmachung vergebenen Verträge: 91 500,00 EUR
6.1. Ergebnis, Los-Kennung: LOT-0001
Gewinner:
Offizielle Bezeichnung: Falkenblick Optik GmbH
Wert des Angebots: 60 500,00 EUR
Datum des Vertragsabschlusses: 11/04/2025
6.1. Ergebnis, Los-Kennung: LOT-0002
Gewinner:
Offizielle Bezeichnung: Nordwarte Systeme GmbH
Wert des Angebots: 31 000,00 EUR
8. Organisationen
8.1. ORG-0001
Offizielle Bezeichnung: Brückenamt Altenau
8.1. ORG-0002
Offizielle Bezeichnung: Vergabekammer Westland
"""


def test_lots_have_their_winners_and_courts_are_nobody() -> None:
    values = field_values(predict(RESULT))
    assert list(values["buyer"]) == ["brückenamtaltenau"]
    assert sorted(values["lots"]) == [
        "-0001 | falkenblickoptikgmbh | 60500 | awarded",
        "-0002 | nordwartesystemegmbh | 31000 | awarded",
    ]
    assert list(values["amount"]) == ["91500 EUR"]


def test_one_lot_is_none() -> None:
    text = (
        "551200-2025 - Result\nIreland - Radar - Coastal radar\n1.1 Buyer. Official name: Inlet Safety Agency. "
        "Legal type of the buyer: Central government authority\n5.1 Lot: LOT-0001\n"
        "6.1 Result lot identifier: LOT-0001. Winner: Official name: Skellan Radar OÜ. "
        "Value of the tender: 240 000,00 EUR\n8.1 ORG-0003 Official name: Review Board. Role: Review organisation\n"
    )
    notice = predict(text)
    assert notice.buyer == "Inlet Safety Agency"
    assert [(one.name, one.role) for one in notice.suppliers] == [("Skellan Radar OÜ", "sole")]


def test_other_pages_are_no_eforms() -> None:
    for text in ("Official name: Town of Marle\nOfficial name: Marle Ltd\n", "LOT-0001\nOfficial name: Marle Ltd\n"):
        assert eforms_entries([Sheet(page=Page(number=1, text=text), flat=flatten(text))]) == []


def test_long_pages_take_no_time() -> None:
    for text in ("official name: " * 9_000, "6.1. LOT-0001 official name: a" + "." * 50_000, "6.1 " * 20_000):
        begins = time.perf_counter()
        eforms_entries([Sheet(page=Page(number=1, text=text), flat=flatten(text))])
        assert time.perf_counter() - begins < 3
