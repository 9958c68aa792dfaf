"""Lists of lots in lines and clauses: each lot has its own winner and price, or none."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.evaluate.notices import ExpectedNotice
from tenderlight.facts.reading import read_document
from tenderlight.model.document import Page
from tenderlight.model.values import SupplierValue

Lots = tuple[tuple[str, str | None, int | None, str], ...]


def lots_of(notice: ExpectedNotice) -> Lots:
    """Return the lots in the order printed: name, supplier, amount, how it ended."""
    told = [(one.lot, one.supplier, int(one.amount) if one.amount else None, one.status) for one in notice.lots]
    return tuple(sorted(told))


CASES = {
    "labels behind titles, the last lot without a tender": (
        (
            "CONTRACT AWARD NOTICE\nBuyer: Brackenmoor District Council\n"
            "Lot 1 – Street columns: awarded to Fellside Lighting Ltd for £118,200.00 (ex VAT)\n"
            "Lot 2 – Lanterns: awarded to Glow & Sons Ltd for £64,010.00 (ex VAT)\n"
            "Lot 3 – Controls: not awarded, no valid tenders\nAward date: 4 May 2021"
        ),
        (
            ("Lot 1", "Fellside Lighting Ltd", 118200, "awarded"),
            ("Lot 2", "Glow & Sons Ltd", 64010, "awarded"),
            ("Lot 3", None, None, "void"),
        ),
    ),
    "letters for numbers, titles in brackets, bullets": (
        (
            "NOTICE OF AWARD\nThe Harbour Board announces:\n- Lot A (cranes): Quayhoist Ltd, USD 410,000\n"
            "- Lot B (buoys): Marker Marine Inc., USD 77,500\n- Lot C (ropes): cancelled\n2 June 2020"
        ),
        (
            ("Lot A", "Quayhoist Ltd", 410000, "awarded"),
            ("Lot B", "Marker Marine Inc.", 77500, "awarded"),
            ("Lot C", None, None, "void"),
        ),
    ),
    "firms without a legal form, at the place where another lot has its company": (
        (
            "AVIS D'ATTRIBUTION\nAutorité contractante : Ministère des Ports\n"
            "Lot 1 (gilets) : ETS BAOBAB NAUTIQUE, montant 12 500 000 F CFA TTC ; délai 30 jours\n"
            "Lot 2 (canots) : LAGUNE MARINE SARL, montant 48 000 000 F CFA TTC ; délai 60 jours\n"
            "Lot 3 (moteurs) : infructueux"
        ),
        (
            ("Lot 1", "ETS BAOBAB NAUTIQUE", 12500000, "awarded"),
            ("Lot 2", "LAGUNE MARINE SARL", 48000000, "awarded"),
            ("Lot 3", None, None, "void"),
        ),
    ),
    "lines of a resolution, a lot given up in a clause of its own": (
        (
            "RESOLUCIÓN EXENTA N° 402\nADJUDICA LICITACIÓN PÚBLICA ID 88-4-LP22\nRESUELVO:\n1. ADJUDÍCASE:\n"
            "Línea 1, 40 radios: Radiosur SpA, RUT 76.111.111-1, por $ 9.200.000 neto.\n"
            "Línea 2, 6 antenas: Antenas Ñuble Ltda., por $ 3.150.000 neto.\n"
            "2. DECLÁRASE DESIERTA la línea 3 (torres), por no presentarse ofertas.\nMunicipalidad de Caleta, Chile"
        ),
        (
            ("Línea 1", "Radiosur SpA", 9200000, "awarded"),
            ("Línea 2", "Antenas Ñuble Ltda.", 3150000, "awarded"),
            ("línea 3", None, None, "void"),
        ),
    ),
    "a word for the winner without a colon, prices with a comma": (
        (
            "Bekanntmachung vergebener Aufträge\nAuftraggeber: Stadt Birkenau\n"
            "Los 1 - Leuchten: Auftragnehmer Lichtwerk Nord GmbH, Auftragswert 51.000,00 EUR\n"
            "Los 2 - Masten: Auftragnehmer Mastbau AG, Auftragswert 88.250,00 EUR\nLos 3 - Kabel: aufgehoben"
        ),
        (
            ("Los 1", "Lichtwerk Nord GmbH", 51000, "awarded"),
            ("Los 2", "Mastbau AG", 88250, "awarded"),
            ("Los 3", None, None, "void"),
        ),
    ),
    "a company whose form ends in a stop, before another label": (
        (
            "ANUNCIO DE ADJUDICACIÓN\nPoder adjudicador: Cabildo de Isla Clara\n"
            "Lote 1. Sillas. Adjudicatario: Muebles Teide, S.L. Importe de adjudicación: 12.300,00 euros\n"
            "Lote 2. Mesas. Adjudicatario: Carpintería Roque, S.A.U. Importe de adjudicación: 9.450,00 euros\n"
        ),
        (
            ("Lote 1", "Muebles Teide, S.L.", 12300, "awarded"),
            ("Lote 2", "Carpintería Roque, S.A.U.", 9450, "awarded"),
        ),
    ),
    "ordinals in Arabic": (
        (
            "إعلان ترسية\nالجهة: وزارة الصحة\n"
            "البند الأول: أجهزة – تمت الترسية على شركة الواحة الطبية بمبلغ 300,000 ريال سعودي\n"
            "البند الثاني: أسرة – تمت الترسية على مؤسسة السفير للتجارة بمبلغ 120,000 ريال سعودي\n"
        ),
        (
            ("البند الأول", "شركة الواحة الطبية", 300000, "awarded"),
            ("البند الثاني", "مؤسسة السفير للتجارة", 120000, "awarded"),
        ),
    ),
    "printed eForms: the winner under its official name": (
        (
            "Contract award notice\nBuyer: Hospital Sant Pau del Mar\n6.1 Result lot ID: LOT-0001\nWinner:\n"
            "Official name: Sanoptik SL\nValue of the tender: 20 000.00 EUR\n6.1 Result lot ID: LOT-0002\n"
            "Winner selection status: No winner was chosen\n6.1 Result lot ID: LOT-0003\nWinner:\n"
            "Official name: Clinovia SA\nValue of the tender: 35 000.00 EUR\n"
        ),
        (
            ("LOT-0001", "Sanoptik SL", 20000, "awarded"),
            ("LOT-0002", None, None, "void"),
            ("LOT-0003", "Clinovia SA", 35000, "awarded"),
        ),
    ),
    "a rejected bidder under a lot that ended without one": (
        (
            "Итоги закупки. Протокол подведения итогов\nЗаказчик: МКУ «Порт»\n"
            "Лот 1. Катера. Победитель – ООО «Верфь», цена договора 7 000 000,00 руб.\n"
            "Лот 2. Буи. Не состоялся: заявка ООО «Маяк-С» отклонена"
        ),
        (("Лот 1", "ООО «Верфь»", 7000000, "awarded"), ("Лот 2", None, None, "void")),
    ),
    "prices under general words, a lot without tenders": (
        (
            "Contract award notice\nBuyer: Marlow Trust\n"
            "Lot 1 – Beds: Awarded to Sleepwell Ltd, total value £12,500.00 excl. VAT. 4 tenders received.\n"
            "Lot 2 – Lamps: Awarded to Brightly & Co LLP, total value £8,340.00 excl. VAT.\n"
            "Lot 3 – Carts: No tenders were received; the lot will be advertised again.\nDate of award: 1 March 2022"
        ),
        (
            ("Lot 1", "Sleepwell Ltd", 12500, "awarded"),
            ("Lot 2", "Brightly & Co LLP", 8340, "awarded"),
            ("Lot 3", None, None, "void"),
        ),
    ),
    "two lots to one firm in turn, a lot in a sentence of its own": (
        (
            "Resolution 7\nThe Board of the Elm Water District awards Lots 1 and 3 to Ferris Pump Corp. in the amounts "
            "of $210,450 and $98,200, respectively; Lot 2 is awarded to Ogden Valve Inc. in the amount of $156,000. "
            "Lot 4 is cancelled.\nAdopted 18 March 2021"
        ),
        (
            ("Lot 1", "Ferris Pump Corp.", 210450, "awarded"),
            ("Lot 2", "Ogden Valve Inc.", 156000, "awarded"),
            ("Lot 3", "Ferris Pump Corp.", 98200, "awarded"),
            ("Lot 4", None, None, "void"),
        ),
    ),
    "packages with labels under them, the price evaluated and that of the contract": (
        (
            "Contract Award\nProject: Ports, Republic of Zambara\nPackage No. 1: cranes\n"
            "Awarded bidder: Quay Lift GmbH (Germany)\nBid price at opening: EUR 480,000; Evaluated: EUR 455,000; "
            "Contract price: EUR 455,000\nOther evaluated bidders: Nordlift AB (EUR 610,000); Sino Lift Co., Ltd. "
            "(EUR 599,000, rejected)\nPackage No. 2: buoys\nAwarded bidder: Marine Sud SAS (France)\n"
            "Contract price: EUR 61,300\nOther evaluated bidders: Boja Oy (EUR 92,000)\nDate: 2021-11-30"
        ),
        (
            ("Package No. 1", "Quay Lift GmbH", 455000, "awarded"),
            ("Package No. 2", "Marine Sud SAS", 61300, "awarded"),
        ),
    ),
    "a rejected bid in a sentence behind the winner": (
        (
            "Итоговый протокол\nЗаказчик: ГКУ «Парк»\n"
            "Лот № 1 «Скамьи»: победитель – ООО «Лавка», цена договора 512 300,00 руб. "
            "Заявка ООО «Сад Плюс» (600 000,00 руб.) заняла второе место.\n"
            "Лот № 2 «Урны»: победитель – АО «Чугун», цена договора 870 000,00 руб.\n"
            "Лот № 3 «Монтаж»: торги признаны несостоявшимися, заявок не подано.\nДата протокола: 17.10.2022"
        ),
        (
            ("Лот № 1", "ООО «Лавка»", 512300, "awarded"),
            ("Лот № 2", "АО «Чугун»", 870000, "awarded"),
            ("Лот № 3", None, None, "void"),
        ),
    ),
    "each lot has days of its own, and how many bid": (
        (
            "Avis d'attribution\nPouvoir adjudicateur : Ville du Clain\nValeur totale du marché : 712 640 euros\n"
            "Lot n° 1 - Extension\nDate de conclusion du marché : 8 juillet 2022. Nombre d'offres reçues : 4.\n"
            "Titulaire : Électro Ouest SAS\nValeur totale du lot : 486 240 euros HT\nLot n° 2 - Maintenance\n"
            "Date de conclusion du marché : 8 juillet 2022. Nombre d'offres reçues : 2.\nTitulaire : Mélusine SAS\n"
            "Valeur totale du lot : 226 400 euros HT\nLot n° 3 - Astreinte\n"
            "Le marché n'est pas attribué : aucune offre n'a été remise.\nDate d'envoi du présent avis : "
            "20 juillet 2022"
        ),
        (
            ("Lot n° 1", "Électro Ouest SAS", 486240, "awarded"),
            ("Lot n° 2", "Mélusine SAS", 226400, "awarded"),
            ("Lot n° 3", None, None, "void"),
        ),
    ),
    "a tender that failed, and the only bidder got the lot": (
        (
            "Протокол закупочной комиссии\nЗаказчик: МУП «Сети»\n"
            "Лот № 1. Серверы. Победитель — ООО «Узел», цена договора 6 840 000 руб.\n"
            "Лот № 2. Каналы. НМЦ 1 320 000 руб. Признан несостоявшимся: подана одна заявка (ПАО «Телеком»), решено "
            "заключить договор с единственным участником по цене 1 320 000 руб.\n"
            "Лот № 3. Страхование. Признан несостоявшимся, заявок нет.\n"
        ),
        (
            ("Лот № 1", "ООО «Узел»", 6840000, "awarded"),
            ("Лот № 2", "ПАО «Телеком»", 1320000, "awarded"),
            ("Лот № 3", None, None, "void"),
        ),
    ),
    "articles of a resolution, a group with its members": (
        (
            "RESOLUCIÓN No. 0582 DE 2021\n“Por la cual se adjudica la Licitación Pública LP-004-2021”\nEL "
            "SECRETARIO DEL "
            "DISTRITO DE PUERTO AZUL\nRESUELVE\nARTÍCULO PRIMERO. Adjudicar el Grupo 1, “Postes”, a "
            "CONSORCIO VIGÍA MAR, "
            "conformado por INGENIERÍA SINUANA S.A.S. y TELEMÁTICA DEL SUR LTDA., por valor de "
            "$3.187.450.000 incluido IVA.\n"
            "ARTÍCULO SEGUNDO. Adjudicar el Grupo 2, “Centro”, a SOLUCIONES PALMA S.A.S., por valor de "
            "$1.654.300.000.\n"
            "ARTÍCULO TERCERO. Declarar desierto el Grupo 3, “Botones”, por falta de proponentes.\nColombia"
        ),
        (
            ("Grupo 1", "CONSORCIO VIGÍA MAR", 3187450000, "awarded"),
            ("Grupo 2", "SOLUCIONES PALMA S.A.S.", 1654300000, "awarded"),
            ("Grupo 3", None, None, "void"),
        ),
    ),
    "an estimate of the whole above, labels under each lot": (
        (
            "UK6: Contract award notice\nContracting authority: Calder Commissioner\n"
            "Total value (estimated): £9,400,000 excluding VAT\n\nLot 1. Cameras and docks\n"
            "Award decision date: 7 April 2025\nSupplier: Ostrava Vale Limited\nValue: £3,180,000 excluding VAT\n"
            "Tenders received: 5\n\nLot 2. Storage\nAward decision date: 7 April 2025\nSupplier: Lantern "
            "Cloud Limited\n"
            "Value: £4,760,000 excluding VAT\n\nLot 3. Redaction\nNot awarded. All tenders were too dear.\n\n"
            "Unsuccessful suppliers\nPalisade plc (Lots 1 and 2)\n"
        ),
        (
            ("Lot 1", "Ostrava Vale Limited", 3180000, "awarded"),
            ("Lot 2", "Lantern Cloud Limited", 4760000, "awarded"),
            ("Lot 3", None, None, "void"),
        ),
    ),
    "lots behind a preposition, a second place in the sentence of the winner": (
        (
            "Протокол оценки заявок\nЗаказчик: АО «Терминал»\n"
            "По лоту № 1 (Извещатели) победителем признано ООО «Сигма» с ценой договора 3 210 000,00 руб. с НДС.\n"
            "По лоту № 2 (Турникеты) победителем признано ООО «Проход» с ценой договора 1 905 400,00 руб. с НДС, "
            "второй номер присвоен заявке ООО «Сигма» (1 990 000,00 руб.).\n"
            "По лоту № 3 (Шлагбаумы) закупка признана несостоявшейся.\n18.05.2021"
        ),
        (
            ("лот № 1", "ООО «Сигма»", 3210000, "awarded"),
            ("лот № 2", "ООО «Проход»", 1905400, "awarded"),
            ("лот № 3", None, None, "void"),
        ),
    ),
    "a total under each lot, named without tax and with": (
        (
            "ANUNCIO DE ADJUDICACIÓN\nÓrgano de contratación: Ayuntamiento de Valle\nLote 1: Suministro\n"
            "  Adjudicatario: Páramo Ingeniería, S.A.\n"
            "  Importe total ofertado (sin impuestos) 541.200,00 EUR; con impuestos 654.852,00 EUR\nLote "
            "2: Mantenimiento\n"
            "  Adjudicatario: Lumbreras, S.L.\n"
            "  Importe total ofertado (sin impuestos) 132.000,00 EUR; con impuestos 159.720,00 EUR\n"
            "Fecha del acuerdo: 21/06/2021"
        ),
        (
            ("Lote 1", "Páramo Ingeniería, S.A.", 541200, "awarded"),
            ("Lote 2", "Lumbreras, S.L.", 132000, "awarded"),
        ),
    ),
    "a table with a winner for each item": (
        (
            "TERMO DE HOMOLOGAÇÃO\nPrefeitura de Vale Verde\nItem\tDescrição\tQtd\tValor unit. (R$)\tValor total (R$)\t"
            "Fornecedor\n1\tCâmera\t80\t3.940,00\t315.200,00\tCITYEYE COMÉRCIO LTDA\n"
            "2\tNobreak\t60\t1.087,50\t65.250,00\tENERGIA SERRANA EIRELI\n"
        ),
        (
            ("1", "CITYEYE COMÉRCIO LTDA", 315200, "awarded"),
            ("2", "ENERGIA SERRANA EIRELI", 65250, "awarded"),
        ),
    ),
    "a table whose head says the tax": (
        (
            "ACTA DE FALLO\nSecretaría de Salud del Estado de Tamul\nPartida | Descripción | Licitante adjudicado | "
            "Importe antes de IVA\n1 | Camas | Muebles del Golfo, S.A. de C.V. | $3,240,000.00\n"
            "2 | Lámparas | Luz Industrial, S.A. de C.V. | $5,118,750.00\n3 | Sillas | DESIERTA | \n"
            "Tamul, México, a 14 de agosto de 2022"
        ),
        (
            ("1", "Muebles del Golfo, S.A. de C.V.", 3240000, "awarded"),
            ("2", "Luz Industrial, S.A. de C.V.", 5118750, "awarded"),
            ("3", None, None, "void"),
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_lot_of_a_list_has_its_own_winner_and_price(case: str) -> None:
    text, lots = CASES[case]
    notice = predict(text)
    assert lots_of(notice) == tuple(sorted(lots))
    members = [one for one in notice.suppliers if one.role == "member"]
    assert len(notice.suppliers) - len(members) == len([one for one in lots if one[1]])


def test_lines_of_goods_of_one_contract_are_no_lots() -> None:
    notice = predict(
        "CONTRACT\nPurchaser: City of Rowan\nSupplier: Lumen Ltd\nItem 1: 4 lamps at USD 100 each\n"
        "Item 2: 6 poles at USD 300 each\nContract price: USD 2,200\n"
    )
    assert [one.lot for one in notice.lots] == []
    assert [one.name for one in notice.suppliers] == ["Lumen Ltd"]


def test_the_price_of_a_bidder_who_lost_a_lot_is_no_price() -> None:
    notice = predict(
        "Award summary\nBuyer: Vale NHS Trust\nLOT 1 Bands\nWinner: Tagfast Ltd\nValue: GBP 500\n"
        "Other bidders: Wristly plc (GBP 700)\nLOT 2 Readers\nWinner: Wristly plc\nValue: GBP 900\n"
        "Other bidders: Tagfast Ltd (GBP 1,100)\nDecision: 9 May 2023"
    )
    assert lots_of(notice) == (("LOT 1", "Tagfast Ltd", 500, "awarded"), ("LOT 2", "Wristly plc", 900, "awarded"))


@pytest.mark.parametrize("unit", ["lot 1 ", "lot a, ", "item 1:\n", "lots 1, 2 and ", "ltd ", "lote 1 — a: "])
def test_a_page_of_nothing_but_lots_costs_little(unit: str) -> None:
    def page(characters: int) -> float:
        text = "Contract award notice\nLot 1 – A Ltd, GBP 5\nLot 2 – B Ltd, GBP 6\n" + unit * (characters // len(unit))
        started = time.process_time()
        predict(text)
        return time.process_time() - started

    page(100)
    assert page(12_000) < 60 * max(page(1_200), 0.02)


@pytest.mark.parametrize(
    ("second", "suppliers", "codes"),
    [
        ("Lot 1 | Beds | Beta Beds Ltd | 7,000", ["Gamma Lamps Ltd"], ["lot-with-several-winners"]),
        ("Lot 3 | Carts | Beta Beds Ltd | 7,000", ["Alpha Beds Ltd", "Beta Beds Ltd", "Gamma Lamps Ltd"], []),
    ],
)
def test_two_winners_of_one_lot_are_none(second: str, suppliers: list[str], codes: list[str]) -> None:
    text = (
        "Notice of award\nLot | Title | Successful bidder | Contract sum (GBP)\nLot 1 | Beds | Alpha Beds Ltd | 6,000\n"
        f"{second}\nLot 2 | Lamps | Gamma Lamps Ltd | 900\n"
    )
    statements, problems = read_document([Page(number=1, text=text)])
    found = sorted(one.value.name for one in statements if isinstance(one.value, SupplierValue))
    assert (found, [one.code for one in problems]) == (suppliers, codes)
