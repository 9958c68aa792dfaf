"""Several winners that a sentence counts before it names them."""

from __future__ import annotations

from tenderlight.evaluate.facts import predict
from tenderlight.facts.prose.counted_firms import counted_firms

TEXT = "La Ville de Roc a retenu trois entreprises pour l'accord-cadre : Lumo inc., Rive inc. et Les Feux Bleus ltée."


def test_firms_are_read_if_they_are_as_many_as_said() -> None:
    assert [TEXT[start:end].rstrip(".") for start, end in counted_firms(TEXT)] == [
        "Lumo inc",
        "Rive inc",
        "Les Feux Bleus ltée",
    ]
    assert not list(counted_firms(TEXT.replace("trois", "quatre")))


def test_firms_that_were_only_invited_have_not_won() -> None:
    assert not list(counted_firms("The board invited two firms to the award hearing: Lumo Ltd and Rive Ltd."))


def test_who_works_for_a_supplier_is_a_subcontractor() -> None:
    found = predict(
        "Contract summary\nBuyer: Harbour Police of Lorna\nVendor: Salt Avionics Inc. (prime) with North Lidar Ltd. as "
        "subcontractor\nContract date: 2023-08-21\nValue: CAD 4,318,750.00"
    )
    assert [(one.name, one.role) for one in found.suppliers] == [
        ("Salt Avionics Inc.", "sole"),
        ("North Lidar Ltd.", "subcontractor"),
    ]
