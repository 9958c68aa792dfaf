"""Papers of many countries: parties by their parts, errata, letters, prices of lots, notices of signing."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "AMENDMENT NO. 2 TO CONTRACT C-2020-88\n"
                'Between the City of Halford ("City") and Beacon Analytics LLC ("Contractor")\nEffective July 1, 2021'
            ),
            {"buyer": ("City of Halford",), "suppliers": ("Beacon Analytics LLC, sole",)},
        ),
        (
            (
                "CONTRATO DE SUMINISTRO N° 77 DE 2021\nEntre los suscritos, la ALCALDÍA DE "
                "RIOBLANCO, NIT 890.111.222-3, quien "
                "se denominará EL CONTRATANTE, y por otra parte la sociedad VIGÍA TECNOLOGÍA S.A.S., "
                "NIT 900.333.444-5, en "
                "adelante EL CONTRATISTA, hemos convenido celebrar el presente contrato."
            ),
            {"buyer": ("ALCALDÍA DE RIOBLANCO",), "suppliers": ("VIGÍA TECNOLOGÍA S.A.S., sole",)},
        ),
        (
            (
                "CORRECCIÓN DE ERRORES\nAyuntamiento de Valdehermosa. Expediente 2021/034.\n"
                "Advertido error en el anuncio de "
                'adjudicación, donde dice "importe de adjudicación: 145.000 euros" debe decir '
                '"importe de adjudicación: 154.000 '
                'euros".\nValdehermosa, 10 de marzo de 2021.'
            ),
            {"stage": "correction", "amounts": ("award 154000 EUR", "superseded 145000 EUR")},
        ),
        (
            (
                "AVIS D'ATTRIBUTION\nPouvoir adjudicateur : Ville de Montclair\n"
                "Lot n° 1 - Caméras : attribué à Optivue SAS pour un montant de 245 000,00 € HT\n"
                "Lot n° 2 - Réseau : attribué à Réseaux du Val SARL pour un montant de 118 400,50 € HT\n"
            ),
            {"amounts": ("award 118400.5 EUR Lot n° 2", "award 245000 EUR Lot n° 1")},
        ),
        (
            (
                "Borough of Ashwick\n12 May 2022\nDear Ms Carter\nContract for supply of cameras (ref ASH/22/014)\n"
                "I am pleased to confirm that your tender dated 20 April 2022 has been accepted in "
                "the sum of £214,600.\n"
            ),
            {"stage": "award", "suppliers": (), "amounts": ("award 214600 GBP",)},
        ),
        (
            (
                "Извещение о заключении договора\nЗаказчик: ГБУ «Архив области»\nПоставщик: ИП Сергеев А.В.\n"
                "Цена договора: 2 345 000 рублей 00 копеек\n"
            ),
            {"stage": "contract", "suppliers": ("ИП Сергеев А.В., sole",), "amounts": ("contract 2345000 RUB",)},
        ),
        (
            (
                "NOTICE OF AWARD\nProcuring Entity: Kitale County Government\nLot | Description | "
                "Winner | Contract Sum (KES)\n"
                "1 | Cameras | Rift Tech Solutions Ltd | 12,450,000\n2 | Backup | No responsive bid | -\n"
            ),
            {"suppliers": ("Rift Tech Solutions Ltd, lot winner, 1",)},
        ),
        (
            (
                "Contract awarded by Rowanbridge District Council to Silverline Traffic Systems Ltd. "
                "Total contract value £1.35 million."
            ),
            {"buyer": ("Rowanbridge District Council",), "suppliers": ("Silverline Traffic Systems Ltd, sole",)},
        ),
        (
            (
                "BON DE COMMANDE N° 2021-0457\nFournisseur : ÉlecSécur SARL\nTotal HT : 7 070,00 €\n"
                "TVA 20 % : 1 414,00 €\n"
                "Total TTC : 8 484,00 €\n"
            ),
            {"amounts": ("contract 7070 EUR",)},
        ),
        (
            "SUPPLY ORDER No. 7\nPlease supply the following items at the rates approved by the committee.",
            {"buyer": ()},
        ),
    ],
)
def test_a_paper_is_read(text: str, expected: dict[str, object]) -> None:
    found = summarise(read(text))
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "suppliers", "amounts"),
    [
        (
            (
                "ПРОТОКОЛ о результатах закупки № 55/2021\nОрганизатор: Комитет развития Озёрной области\n"
                "По лоту № 1 победителем признано ООО «Датаком» с ценой 4 560 000 руб.\n"
                "По лоту № 2 победителем признано АО «Связьсервис» с ценой 2 310 000 руб.\n"
                "По лоту № 3 торги признаны несостоявшимися.\n"
            ),
            ("АО «Связьсервис», lot winner, лот № 2", "ООО «Датаком», lot winner, лот № 1"),
            ("award 2310000 RUB лот № 2", "award 4560000 RUB лот № 1"),
        ),
        (
            (
                "The consortium formed by Andina Digital S.A. (lead) and Redes del Sur Ltda. has been "
                "awarded the contract for the "
                "centre by the Government of Paloma Province for USD 7.4 million on 19 October 2021."
            ),
            ("Andina Digital S.A., lead", "Redes del Sur Ltda., member"),
            ("award 7400000 USD",),
        ),
        (
            (
                "AVIS D'ATTRIBUTION\nMaître d'ouvrage : Commune du Val Clair\nLot | Intitulé | Titulaire | Montant HT\n"
                "1 | Bornes | Méca Urbaine SAS | 86 400,00 €\n2 | Caméras | Visiotech SARL | 142 750,00 €\n"
            ),
            ("Méca Urbaine SAS, lot winner, 1", "Visiotech SARL, lot winner, 2"),
            ("award 142750 EUR 2", "award 86400 EUR 1"),
        ),
    ],
)
def test_lots_and_partners_keep_their_part(text: str, suppliers: tuple[str, ...], amounts: tuple[str, ...]) -> None:
    found = summarise(read(text))
    assert found["stage"] == "award"
    assert found["suppliers"] == tuple(sorted(suppliers))
    assert found["amounts"] == tuple(sorted(amounts))


def test_a_total_with_words_of_tax_and_no_colon_is_the_price_and_not_that_of_one_piece() -> None:
    text = (
        "Delivery order\nPurchaser: Fire Authority of Tarnshire\nContractor: Hazard Tools Ltd\n"
        "24 cameras, model HT-45, unit price £3,150.00\nTotal ex VAT £75,600.00\nOrder date: 2 August 2022"
    )
    assert summarise(read(text))["amounts"] == ("contract 75600 GBP",)
