"""Awards and contracts that came to nothing are not given; those that stand beside them still are."""

from __future__ import annotations

from time import process_time

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import AmountKind, AmountValue, SupplierValue

_LIMITS = (AmountKind.BUDGET, AmountKind.CEILING, AmountKind.ESTIMATE)
_NOT_AWARDED = "\n".join(f"Lot {at} was not awarded to Firm{at} Ltd, which asked £{at}00" for at in range(1, 20))


def _told(text: str) -> tuple[list[str], list[str]]:
    values = [one.value for one in read_facts([Page(number=1, text=text)])]
    prices = [one for one in values if isinstance(one, AmountValue) and one.amount_kind not in _LIMITS]
    return [one.name for one in values if isinstance(one, SupplierValue)], [f"{one.amount:.0f}" for one in prices]


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Court of Appeal declared void the contract concluded between the Ministry of Works and Rivermouth "
            "Contractors Ltd for $5.5 million. Hilltop Builders Ltd, whose bid was $5.1 million, had sued."
        ),
        "The council has rescinded the award to Quayside Dredging Ltd for £84,000.",
        "Contract award\nThe contract with Quayside Dredging Ltd for £84,000 was annulled by the High Court.",
        (
            "Between: Verity Systems Ltd (Claimant) and Borough of Langford (Defendant)\n1. In May 2022 the Defendant "
            "informed the Claimant that the contract would be awarded to Corex Data Ltd at £5.6m. 2. The Claimant's "
            "tender of £5.1m had been scored at 64%. 3. I set aside the decision to award."
        ),
        (
            "La Contraloría declara nulo el contrato celebrado entre la Municipalidad de Quilpué y Aseo Urbano SpA por "
            "$ 1.240 millones."
        ),
        "Se estima el recurso y se anula la adjudicación del lote 2 a favor de Farmavet S.A. por 54.000 euros.",
        (
            "Termo de rescisão unilateral do contrato nº 45/2022 firmado com a empresa Alfa Serviços de "
            "Limpeza Eireli, no "
            "valor de R$ 480.000,00. Fica aplicada multa. Secretaria Municipal de Educação de Itabuna."
        ),
        "Le tribunal prononce la nullité du contrat conclu entre la commune de Lunel et Eaux du Sud SA pour 90 000 €.",
        "Article 1 : Le marché attribué le 3 mai à Transports Loire SARL pour 67 000 € est annulé.",
        (
            "Der Stadtrat beschließt, den Vertrag mit der Firma Winterdienst Lang GmbH über jährlich "
            "64.000 Euro zum 30.9. "
            "zu kündigen."
        ),
        "Der Zuschlag an die Blank GmbH über 73.000 Euro wurde für nichtig erklärt.",
        "Sąd unieważnił umowę zawartą przez Gminę Sokółka z Drogomex Sp. z o.o. na 1 900 000 zł.",
        "Суд признал недействительным контракт между администрацией района и ООО «Рассвет» на 2 700 000 рублей.",
        "Контракт с ООО «Рассвет» на 2 700 000 рублей расторгнут.",
        (
            "Верховний Суд залишив без змін постанову, якою визнано недійсним рішення тендерного комітету про визнання "
            "переможцем ТОВ «Аква-Буд» (ціна 3 400 000 грн)."
        ),
        "法院判决：确认临海县水务局与海天管业有限公司签订的管材采购合同（金额180万元）无效。",
        "中标结果公告\n中标人：海天管业有限公司\n中标金额：180万元\n经查，撤销海天管业有限公司中标资格。",
    ],
)
def test_what_was_undone_is_no_award(text: str) -> None:
    assert _told(text) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        (
            "Thornbury Water Authority\nTo: Delmar Pumps Limited\nDear Sirs,\nContract 22/118, Supply of "
            "pumps\nThank you "
            "for your tender of £212,400. Following evaluation your submission was placed second and on "
            "this occasion we "
            "are unable to take it further."
        ),
        (
            "Dear Fake Winner Ltd,\nThe Council thanks you for your tender of £20,000 for the supply of "
            "desks. We regret to "
            "inform you that your tender was not successful.\nYours faithfully, Northmoor District Council"
        ),
        (
            "Northmoor Council\nContract award notice\nDear Fake Winner Ltd, we regret that your bid of £20,000 was "
            "unsuccessful."
        ),
        (
            "Stadt Rodenau, Vergabestelle\nFirma Kessler Tiefbau GmbH\nIhr Angebot vom 3. Mai über "
            "214.300,00 EUR\nSehr "
            "geehrte Damen und Herren, auf Ihr Angebot kann der Zuschlag nicht erteilt werden."
        ),
        (
            "Stadt Rodenau\nFirma Kessler Tiefbau GmbH\nSehr geehrte Damen und Herren,\nleider müssen "
            "wir Ihnen mitteilen, "
            "dass Ihr Angebot über 20.000 EUR nicht berücksichtigt werden konnte."
        ),
    ],
)
def test_readers_of_letters_of_refusal_are_no_suppliers(text: str) -> None:
    assert _told(text)[0] == []


@pytest.mark.parametrize(
    ("text", "names", "prices"),
    [
        (f"Award notice\nBuyer: Northmoor Council\n{_NOT_AWARDED}", [], []),
        (
            (
                "Zuschlag. Los 1 wurde nicht an Bau Eins GmbH vergeben, die 300 EUR verlangte. "
                "Los 2 wurde an Bau Zwei GmbH vergeben."
            ),
            ["Bau Zwei GmbH"],
            [],
        ),
        (
            "The award to Old Ltd was rescinded and the contract was awarded to New Ltd for £5,000.",
            ["New Ltd"],
            ["5000"],
        ),
        (
            "The Board annuls the award to Old Ltd and awards the contract to New Ltd for £5,000.",
            ["New Ltd"],
            ["5000"],
        ),
        (
            "The contract was awarded to New Ltd for £5,000 after the contract with Old Ltd was terminated.",
            ["New Ltd"],
            ["5000"],
        ),
        (
            (
                "Award of contract. The contract is awarded to New Ltd for £5,000. The Council may "
                "terminate the contract "
                "with New Ltd at any time."
            ),
            ["New Ltd"],
            ["5000"],
        ),
        (
            (
                "Northmoor Council\nTo: New Ltd\nDear Sirs,\nYour tender for desks has been accepted at £5,000. We are "
                "sorry for the delay."
            ),
            ["New Ltd"],
            ["5000"],
        ),
    ],
)
def test_awards_beside_what_came_to_nothing(text: str, names: list[str], prices: list[str]) -> None:
    assert _told(text) == (names, prices)


@pytest.mark.parametrize("sign", ["annuls the ", "we regret ", "leider ihr ", "合同", "not awarded to ", "is void "])
def test_long_pages_take_no_long_time(sign: str) -> None:
    text = f"Contract award\nThe contract was awarded to New Ltd for £5,000 {sign * (20_000 // len(sign))}"
    begun = process_time()
    read_facts([Page(number=1, text=text)])
    assert process_time() - begun < 10
