"""Sentences in German and Polish that say who won or signed."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

WON = [
    (
        "Vergabe. Der Auftrag wurde an die Firma Bauhof Nord GmbH, Husum, vergeben. Auftragssumme 48.300,00 EUR.",
        "Bauhof Nord GmbH",
    ),
    (
        "Zuschlag: Den Zuschlag erhielt die Seewind Technik AG zum Preis von 112.400,00 EUR.",
        "Seewind Technik AG",
    ),
    (
        "Die Moorland Elektro KG erhält den Zuschlag für die Beleuchtung zum Preis von 9.870,00 EUR.",
        "Moorland Elektro KG",
    ),
    (
        "Beschluss: Das Fahrzeug wird bei der Fa. Autohaus Lindner GmbH zum Preis von EUR 71.990,00 bestellt.",
        "Autohaus Lindner GmbH",
    ),
    (
        "Wynik przetargu. Wybrano ofertę nr 2: Wizja-Net Sp. z o.o., cena brutto 118 080,00 zł.",
        "Wizja-Net Sp. z o.o.",
    ),
    (
        "Wynik przetargu. Jako najkorzystniejszą wybrano ofertę złożoną przez Dach-Bud S.A. za 45 000,00 zł.",
        "Dach-Bud S.A.",
    ),
    (
        "Wynik przetargu. Wybrano ofertę P.H.U. „Sokół” Jan Wrona, cena brutto 212 790,00 zł.",
        "P.H.U. „Sokół” Jan Wrona",
    ),
    (
        "Wynik przetargu. Zamówienia udzielono firmie „Mostostal-Wschód” Sp. z o.o. za 99 500,00 zł.",
        "„Mostostal-Wschód” Sp. z o.o.",
    ),
]


@pytest.mark.parametrize(("text", "name"), WON)
def test_the_firm_that_the_sentence_gives_the_contract_to_has_won(text: str, name: str) -> None:
    assert [one.name for one in predict(text).suppliers] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Vergabevermerk\nBieter 1: Funk Meier GmbH, 48.300,00 EUR\nBieter 2: Nordfunk AG, 45.900,00 EUR",
        "Der Auftrag wird an den Bieter mit dem niedrigsten Preis vergeben. Schätzwert 50.000,00 EUR.",
        "Zamówienie zostanie udzielone wykonawcy, którego oferta będzie najtańsza. Wartość 50 000,00 zł.",
    ],
)
def test_rules_and_lists_of_bidders_name_nobody(text: str) -> None:
    assert predict(text).suppliers == ()


def test_all_firms_of_a_framework_that_a_sentence_lists_are_told() -> None:
    found = predict(
        "Rahmenvereinbarung über Reinigungsleistungen\nAuftraggeber: Hansestadt Stralburg\n"
        "Die Rahmenvereinbarung wurde am 15.12.2022 mit folgenden Unternehmen geschlossen: Glanz GmbH, Saubermann KG "
        "und CleanTeam Nord AG.\n"
    )
    assert [(one.name, one.role) for one in found.suppliers] == [
        ("Glanz GmbH", "framework"),
        ("Saubermann KG", "framework"),
        ("CleanTeam Nord AG", "framework"),
    ]


def test_a_trader_is_called_by_the_name_of_the_firm() -> None:
    found = predict(
        "UMOWA nr 88/ZP/2021\nzawarta w dniu 9 grudnia 2021 r. pomiędzy Muzeum Rybołówstwa w Słupnie, zwanym dalej "
        "„Zamawiającym”, a Moniką Zalewską prowadzącą działalność pod firmą ARCHIWIZJA Monika Zalewska, zwaną dalej "
        "„Wykonawcą”.\n"
    )
    assert [one.name for one in found.suppliers] == ["ARCHIWIZJA Monika Zalewska"]
