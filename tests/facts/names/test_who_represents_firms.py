"""Fields that say of a firm whom it represents, or who represents it."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Kestrel Armour Ltd (United Kingdom), represented locally by Dodo Trading Ltd", ["Kestrel Armour Ltd"]),
        ("Kestrel Armour Ltd, represented in Kenya by Dodo Trading Ltd", ["Kestrel Armour Ltd"]),
        ("Kestrel Armour Ltd, authorised dealer of Armstrong Vehicles Inc", ["Kestrel Armour Ltd"]),
        ("Kestrel Armour Ltd, sole agent for Armstrong Vehicles Inc", ["Kestrel Armour Ltd"]),
        ("Spectra Afrique SA, représentant exclusif de Spectralab GmbH", ["Spectra Afrique SA"]),
        ("Spectra Afrique SA, distributeur agréé de Spectralab GmbH", ["Spectra Afrique SA"]),
        ("Blindajes Sur S.A., representante exclusivo de Armor Works LLC", ["Blindajes Sur S.A."]),
        ("Blindagens Sul Ltda, distribuidora autorizada da Armor Works LLC", ["Blindagens Sul Ltda"]),
        ("07.XXX.XXX/0001-30 - OPTOTRAF SISTEMAS S.A.", ["OPTOTRAF SISTEMAS S.A."]),
        ("07.***.***/0001-30 OPTOTRAF SISTEMAS LTDA", ["OPTOTRAF SISTEMAS LTDA"]),
        ("Kestrel Armour Ltd and Dodo Trading Ltd", ["Dodo Trading Ltd", "Kestrel Armour Ltd"]),
        (
            "Kestrel Armour Ltd, represented by Jane Hale, and Dodo Trading Ltd",
            ["Dodo Trading Ltd", "Kestrel Armour Ltd"],
        ),
    ],
)
def test_who_represents_a_firm_has_won_nothing(value: str, names: list[str]) -> None:
    found = predict(f"Contract award notice\nBuyer: Norwick County Council\nContractor: {value}\nPrice: EUR 50,000\n")
    assert sorted(one.name for one in found.suppliers) == names
