"""Printed standard forms of the EU, whose sections have the same numbers in every language."""

from __future__ import annotations

from tenderlight.evaluate.facts import predict
from tenderlight.evaluate.notices import field_values

AWARD = """Abschnitt I: Öffentlicher Auftraggeber
I.1) Name und Adressen
Offizielle Bezeichnung: Stadt Niederbruck
Ort: Niederbruck
II.1.1) Bezeichnung des Auftrags: Kameras
II.1.7) Gesamtwert der Beschaffung (ohne MwSt.)
Wert ohne MwSt.: 310 000.00 EUR
Abschnitt V: Auftragsvergabe
Los-Nr.: 1
V.2.1) Tag des Vertragsabschlusses: 12/11/2018
V.2.3) Name und Anschrift des Wirtschaftsteilnehmers
Offizielle Bezeichnung: Lichtwerk GmbH
V.2.4) Ursprünglich veranschlagter Gesamtwert des Auftrags/des Loses: 260 000.00 EUR
Gesamtwert des Auftrags/Loses: 250 000.00 EUR
Los-Nr.: 2
V.2.3) Name und Anschrift des Wirtschaftsteilnehmers
Offizielle Bezeichnung: Nordlicht A/S
Gesamtwert des Auftrags/Loses: 60 000.00 EUR
VI.4.1) Zuständige Stelle für Rechtsbehelfsverfahren
Offizielle Bezeichnung: Vergabekammer Niederland
VI.5) Tag der Absendung dieser Bekanntmachung: 20/11/2018
"""


def test_the_number_of_the_section_says_who_is_who() -> None:
    notice = predict(AWARD)
    assert notice.stage == "award"
    assert notice.buyer == "Stadt Niederbruck"
    assert [(one.name, one.role, one.lot) for one in notice.suppliers] == [
        ("Lichtwerk GmbH", "lot winner", "Lot 1"),
        ("Nordlicht A/S", "lot winner", "Lot 2"),
    ]
    assert (notice.date, notice.date_kind) == ("2018-11-12", "contract")


def test_estimates_and_totals_are_told_apart() -> None:
    values = field_values(predict(AWARD))
    assert list(values["amount"]) == ["310000 EUR"]
    assert list(values["flags"]) == ["estimate:260000"]
    assert sorted(values["lots"]) == ["1 | lichtwerkgmbh | 250000 | awarded", "2 | nordlichta/s | 60000 | awarded"]


def test_a_form_without_its_fifth_section_names_no_supplier() -> None:
    tender = AWARD[: AWARD.index("Abschnitt V")] + AWARD[AWARD.index("VI.4.1)") :]
    notice = predict(tender)
    assert (notice.stage, notice.buyer, notice.suppliers) == (None, "Stadt Niederbruck", ())


def test_what_is_no_form_is_read_as_before() -> None:
    assert (
        predict(
            "I.1) Name\nOffizielle Bezeichnung: Stadt Niederbruck\nV.2.3) Name\nOffizielle Bezeichnung: A GmbH\n"
        ).suppliers
        == ()
    )


def test_names_stand_beside_the_number_of_their_section() -> None:
    for buyer, contractor, ends in (
        ("Official name: Port of Ardle", "Official name: Ardle Radio Limited", "; Country: Ireland"),
        ("Nom officiel: Zone de secours Ardenne", "Nom officiel: Thermo Ourthe SRL", "; Pays: Belgique"),
        ("Designação oficial: Câmara de Monsul", "Nome e endereço do contratante: Lumicam, Lda", ""),
        ("Denominazione ufficiale: Comune di Rocca", "Denominazione ufficiale: Tirrena Video S.r.l.", ", Città: Rocca"),
    ):
        text = (
            f"I.1) {buyer}{ends}\nII.1.7) Total: 50 000.00 EUR\nV.2.1) 02/03/2021\nV.2.3) {contractor}{ends}\n"
            "VI.4.1) Official name: High Court\n"
        )
        notice = predict(text)
        assert notice.buyer == buyer.partition(": ")[2], text
        assert [one.name for one in notice.suppliers] == [contractor.partition(": ")[2]], text


def test_a_group_has_members_and_what_is_subcontracted_is_no_price() -> None:
    text = (
        "I.1) Official name: Bay Ports Company\nII.1.1) Title: Tugs\nSection V\nV.2.2) The contract has been awarded "
        "to a group of economic operators: yes\nV.2.3) Official name: Hull Works S.A.; Town: Perama\n"
        "Official name: Marine Systems Ltd; Town: Lemesos\nV.2.4) Total value of the contract/lot: 900 000.00 EUR\n"
        "V.2.5) The contract is likely to be subcontracted: Value excluding VAT: 90 000.00 EUR\n"
    )
    notice = predict(text)
    assert [(one.name, one.role) for one in notice.suppliers] == [
        ("Hull Works S.A.", "member"),
        ("Marine Systems Ltd", "member"),
    ]
    assert notice.amount == 900_000


def test_lots_are_called_as_printed() -> None:
    text = (
        "I.1) Official name: Bay Ports Company\nII.1.1) Title: Tugs\nSection V\nLot No 1 - Tugs\n"
        "V.2.3) Official name: Hull Works Ltd\nV.2.4) Total value: 700 000.00 EUR\nLot No: 2\n"
        "V.2.3) Official name: Marine Systems Ltd\nV.2.4) Total value: 200 000.00 EUR\n"
    )
    assert [one.lot for one in predict(text).lots] == ["Lot No 1", "Lot 2"]


def test_parties_stand_below_bare_headings() -> None:
    text = (
        "I.1) Name and addresses\nTown of Kilbran Housing Agency\n12 Quay Street\nKilbran\nIreland\n"
        "I.4) Type of the contracting authority\nRegional or local authority\nII.1.1) Title: Door entry\n"
        "Section V\nV.2.3) Name and address of the contractor\nLisroe Security Ltd, Unit 4, Lisroe\n"
        "V.2.4) Total value of the contract/lot: 120 000.00 EUR\nVI.4.1) Review body\nHigh Court\n"
    )
    notice = predict(text)
    assert (notice.buyer, [one.name for one in notice.suppliers]) == (
        "Town of Kilbran Housing Agency",
        ["Lisroe Security Ltd"],
    )
