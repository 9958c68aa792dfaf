"""Several winners that a sentence counts before it names them."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "text",
    [
        "Vor Abschluss der Rahmenvereinbarung wurde mit folgenden Unternehmen verhandelt: Alpha GmbH, Beta Werk GmbH.",
        "Über die Rahmenvereinbarung wurde mit folgenden Bietern gesprochen: Alpha GmbH, Beta Vision GmbH.",
        "До заключения договора проведены переговоры со следующими участниками: ООО «Альфа», ООО «Бета», ООО «Гамма».",
        "О заключении договора заказчик советовался с участниками: ООО «Альфа», ООО «Бета».",
        "Перед укладенням договору проведено переговори з такими учасниками: ТОВ «Альфа», ТОВ «Бета».",
        "Przed zawarciem umowy prowadzono negocjacje z następującymi wykonawcami: Alfa Sp. z o.o., Beta S.A.",
    ],
)
def test_firms_with_whom_one_only_talked_have_not_won(text: str) -> None:
    assert not list(counted_firms(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Die Rahmenvereinbarung wurde mit folgenden Unternehmen geschlossen: Alpha GmbH, Beta Vision GmbH.", 2),
        ("Geschlossen wurde die Vereinbarung mit folgenden Unternehmen: Alpha GmbH, Beta Vision GmbH.", 2),
        ("Рамочный договор заключён со следующими поставщиками: ООО «Альфа», ООО «Бета», ООО «Гамма».", 3),
        ("Укладено рамкову угоду з такими учасниками: ТОВ «Альфа», ТОВ «Бета».", 2),
        ("Umowę ramową zawarto z następującymi wykonawcami: Alfa Sp. z o.o., Beta S.A.", 2),
    ],
)
def test_firms_with_whom_one_concluded_have_won(text: str, count: int) -> None:
    assert len(list(counted_firms(text))) == count
