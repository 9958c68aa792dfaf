"""Sentences that tell of subcontractors, advisers, bids that were cheapest and fell, and sums that are no price."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.prose.no_award import falls_behind

GERMAN = "Bekanntmachung vergebener Auftrag\nAuftraggeber: Stadt Seeburg\n"
RUSSIAN = "Протокол рассмотрения заявок\nЗаказчик: ГКУ «Центр»\n"
UKRAINIAN = "Протокол розгляду пропозицій\nЗамовник: КП «Центр»\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "Auftragnehmer ist die Alpha Kameras GmbH. Die Kameras werden vom Auftragnehmer bei der "
                "Beta Vision GmbH gekauft."
            ),
            ["Alpha Kameras GmbH"],
        ),
        (
            (
                "Den Zuschlag erhielt die Alpha Kameras GmbH. Mit der Wartung wurde die Gamma Service GmbH als "
                "Nachunternehmer beauftragt."
            ),
            ["Alpha Kameras GmbH"],
        ),
        (
            (
                "Den Zuschlag erhielt die Alpha Kameras GmbH. Teilleistungen werden an die Gamma Service GmbH als "
                "Unterauftrag vergeben."
            ),
            ["Alpha Kameras GmbH"],
        ),
        (
            (
                "Billigstbieter war die Beta Vision GmbH mit 39.000 Euro, deren Angebot ausgeschlossen wurde. "
                "Den Auftrag erhielt die Alpha Kameras GmbH zum Preis von 45.000 Euro."
            ),
            ["Alpha Kameras GmbH"],
        ),
        ("Die Planungsbüro Meier GmbH wurde mit der Prüfung der Angebote beauftragt.", []),
        ("Mit der Beratung im Verfahren wurde die Kanzlei Roth GmbH beauftragt.", []),
        ("Der Zuschlag an die Beta Vision GmbH wurde aufgehoben.", []),
        ("Bisheriger Auftragnehmer war die Beta Vision GmbH.", []),
        (
            "Mit der Lieferung der Kameras wurde die Alpha Kameras GmbH zum Preis von 45.000 Euro beauftragt.",
            ["Alpha Kameras GmbH"],
        ),
        ("Die Alpha Kameras GmbH wurde mit der Ausführung der Arbeiten beauftragt.", ["Alpha Kameras GmbH"]),
        ("Nach Prüfung der Angebote wird der Auftrag an die Firma Alpha GmbH vergeben.", ["Alpha GmbH"]),
    ],
)
def test_german_sentences_of_other_contracts_and_fallen_bids_name_no_supplier(text: str, names: list[str]) -> None:
    assert [one.name for one in predict(f"{GERMAN}{text}\n").suppliers] == names


@pytest.mark.parametrize(
    "text",
    [
        "Wykonawca zakupił kamery od firmy Beta Sp. z o.o.",
        (
            "Realizację części zamówienia powierzono podwykonawcy: zlecono wykonanie montażu firmie Beta Sp. z o.o. "
            "jako podwykonawcy."
        ),
        "Uznano ofertę firmy Beta Sp. z o.o. za niezgodną z warunkami zamówienia.",
    ],
)
def test_polish_sentences_of_purchases_of_the_contractor_name_no_supplier(text: str) -> None:
    assert "Beta Sp. z o.o." not in [
        one.name for one in predict(f"Informacja o wyniku\nZamawiający: Gmina Lipno\n{text}\n").suppliers
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                f"{RUSSIAN}Наименьшую цену предложило ООО «Бета». Его заявка отклонена как несоответствующая "
                "документации. Лучшей признана заявка № 2.\n"
            ),
            [],
        ),
        (f"{RUSSIAN}Дешевле всех предложило ООО «Бета». Однако участник не допущен.\n", []),
        (
            (
                f"{UKRAINIAN}Найнижчу ціну запропонувало ТОВ «Бета». Його пропозицію відхилено як таку, що не "
                "відповідає документації. Найкращою визнано пропозицію № 2.\n"
            ),
            [],
        ),
        (
            (
                "Итоги закупки\nЗаказчик: ГКУ «Центр»\nДешевле всех предложило ООО «Бета» — 300 000 руб., с ним и "
                "заключат договор.\n"
            ),
            ["ООО «Бета»"],
        ),
        (
            "Підсумки закупівлі\nЗамовник: КП «Центр»\nНайнижчу ціну запропонувало ТОВ «Бета» — 300 000 грн.\n",
            ["ТОВ «Бета»"],
        ),
    ],
)
def test_who_asked_least_has_won_only_where_the_bid_stood(text: str, names: list[str]) -> None:
    assert [one.name for one in predict(text).suppliers] == names


@pytest.mark.parametrize(
    ("behind", "fell"),
    [
        (". его заявка отклонена.", True),
        (" with 4,000. its bid was rejected as late.", True),
        (". ihr angebot wurde ausgeschlossen.", True),
        (". son offre est conforme.", False),
        (". die angebote anderer wurden ausgeschlossen.", False),
    ],
)
def test_the_next_sentence_says_that_the_bid_fell(behind: str, fell: bool) -> None:
    assert falls_behind(f"x{behind}", 1) is fell


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("L'offre de Beta Vision SAS, présentée pour le prix d'offre contrôlé de 39 000 euros HT, {}.", None),
        ("La oferta de Beta S.L., por un importe de 39 000 euros, no fue aceptada.", None),
        ("L'offre de Beta SAS pour un montant de 39 000 euros, jugée incomplète, a été rejetée.", None),
        (
            "Le marché est attribué à Alpha SARL pour un montant de 39 000 euros HT, les autres ayant été rejetées.",
            39000,
        ),
    ],
)
def test_the_price_of_a_bid_that_was_turned_down_is_none(text: str, amount: int | None) -> None:
    said = text.format("n'a pas été retenue")
    found = predict(f"Avis d'attribution\nAcheteur : Commune de Riva\nTitulaire : Alpha SARL\n{said}\n")
    assert found.amount == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("La garantía definitiva del contrato, donde dice 14.800,00 €, debe decir 18.400,00 €.", None),
        ("Garantía exigida al adjudicatario: donde dice 14.800,00 €, debe decir 18.400,00 €.", None),
        ("Seguro exigido al adjudicatario: donde dice 14.800,00 €, debe decir 18.400,00 €.", None),
        (
            "Contrato: donde dice 14.800,00 €, debe decir 18.400,00 € en concepto de garantía.",
            None,
        ),
        ("El importe de adjudicación (IVA incluido), donde dice 14.800,00 €, debe decir 18.400,00 €.", 18400),
        ("El importe de adjudicación sin IVA, donde dice 14.800,00 €, debe decir 18.400,00 €.", 18400),
    ],
)
def test_a_security_put_right_is_no_price(text: str, amount: int | None) -> None:
    head = "Corrección de errores del anuncio de adjudicación\nÓrgano de contratación: Ayuntamiento de Riba\n"
    assert predict(f"{head}Adjudicatario: Alfa, S.L.\n{text}\n").amount == amount


@pytest.mark.parametrize(
    "first",
    ["العارض: مؤسسة الأمل، مرفوض", "المورد: مؤسسة الأمل، غير مقبول", "مؤسسة الأمل، مقصى", "مؤسسة الأمل - عرض ملغى"],
)
def test_a_bidder_turned_down_has_won_no_lot(first: str) -> None:
    found = predict(f"إعلان عن منح مؤقت\nبلدية وهران\nالحصة 1: {first}\nالحصة 2: شركة النور بمبلغ 2.000.000 دج\n")
    assert "مؤسسة الأمل" not in [one.name for one in found.suppliers]
    assert "شركة النور" in [one.name for one in found.suppliers]


def test_signs_that_repeat_take_no_time() -> None:
    for sign in ("Auftrag mit der ", "beauftragt ", "заявка № ", "n'a pas ", "гарантия с ", "garantía, de ", "( , "):
        predict(f"{GERMAN}{sign * (50_000 // len(sign))}")
