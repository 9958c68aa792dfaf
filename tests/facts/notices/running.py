"""Notices and contracts that say it in sentences, in several languages, made up for the tests."""

from __future__ import annotations

from tests.facts.summary import Case

RUNNING = (
    Case(
        about="English: one sentence awards, another budgets",
        text="""Fenwick District Council has awarded the contract for station cameras to Heron Optics Ltd.
The deal, reference FDC/22/019, is worth £1.2m. It was awarded on 4 May 2022.
The Council had budgeted £1.5m for it.
""",
        stage="award",
        buyer=("Fenwick District Council",),
        suppliers=("Heron Optics Ltd, sole",),
        amounts=("award 1200000 GBP", "budget 1500000 GBP"),
        dates=("award 2022-05-04",),
        numbers=("FDC/22/019",),
        region="GB - Fenwick",
    ),
    Case(
        about="English contract: the parties before the words for their parts, the price in words",
        text="""AGREEMENT
This Agreement is made on the 3rd day of March 2021 between
(1) LAKE TOWN MUNICIPAL BOARD (the "Purchaser"); and
(2) COPPERLEAF SYSTEMS (PVT) LTD (the "Supplier").
Contract No. LTMB/7/2020
The Purchaser shall pay the Contract Price of USD 1,250,000.00 (United States Dollars One Million Two Hundred Fifty
Thousand only). Performance security: USD 125,000.
""",
        stage="contract",
        buyer=("LAKE TOWN MUNICIPAL BOARD",),
        suppliers=("COPPERLEAF SYSTEMS (PVT) LTD, sole",),
        amounts=("contract 1250000 USD",),
        dates=("contract 2021-03-03",),
        numbers=("LTMB/7/2020",),
    ),
    Case(
        about="English: intended, with an estimate",
        text="""Notice of intent to sole source
The County of Alder Creek intends to award a sole source contract to Talon Software LLC. Estimated value: $90,000.
Posted: June 3, 2023. Solicitation number: ACC-SS-23-4
""",
        region="US - Alder Creek",
        stage="single_source",
        buyer=("County of Alder Creek",),
        suppliers=("Talon Software LLC, intended",),
        amounts=("estimate 90000 USD",),
        dates=("publication 2023-06-03",),
        numbers=("ACC-SS-23-4",),
    ),
    Case(
        about="Russian contract: the parties in their opening, the price with its words, what is no price",
        text="""МУНИЦИПАЛЬНЫЙ КОНТРАКТ № 77-МК/20
г. Лесогорск                          «9» июня 2020 г.
Администрация Лесогорского района, именуемая в дальнейшем «Заказчик», в лице главы, с одной стороны, и Общество с
ограниченной ответственностью «Маяк», именуемое в дальнейшем «Подрядчик», с другой стороны, заключили контракт.
2.1. Цена Контракта составляет 640 500,50 руб. (Шестьсот сорок тысяч пятьсот рублей 50 копеек), НДС не облагается.
3.2. Обеспечение исполнения контракта: 32 025 руб.
""",
        stage="contract",
        buyer=("Администрация Лесогорского района",),
        suppliers=("Общество с ограниченной ответственностью «Маяк», sole",),
        amounts=("contract 640500.5 RUB",),
        dates=("contract 2020-06-09",),
        numbers=("77-МК/20",),
        region="RU - Лесогорск",
    ),
    Case(
        about="Ukrainian award: expected value and the winner's price apart",
        text="""Повідомлення про намір укласти договір
Ідентифікатор закупівлі: UA-2022-03-01-000777-b
Замовник: Управління патрульної поліції
Предмет закупівлі: Камери
Очікувана вартість: 950 000,00 грн
Переможець: ТОВ «Світлий Шлях»
Ціна пропозиції: 899 999,90 грн
Відхилені пропозиції: ТОВ «Інше» 850 000 грн
Дата рішення: 11.03.2022
""",
        stage="award",
        title="Камери",
        buyer=("Управління патрульної поліції",),
        suppliers=("ТОВ «Світлий Шлях», sole",),
        amounts=("estimate 950000 UAH", "award 899999.9 UAH"),
        dates=("award 2022-03-11",),
        numbers=("UA-2022-03-01-000777-b",),
        region="UA",
    ),
    Case(
        about="Portuguese: lots in lines, one of them without a bid, the sum below",
        text="""TERMO DE HOMOLOGAÇÃO
Pregão Eletrônico nº 022/2021 - Prefeitura Municipal de Lagoa Funda
Homologo o resultado e adjudico o objeto às empresas:
Lote 01 - Sol Câmeras EIRELI - R$ 100.000,00
Lote 02 - Deserto
Lote 03 - Rio Alarmes Ltda - R$ 50.500,50
Valor total: R$ 150.500,50
Data: 10/08/2021
""",
        stage="award",
        buyer=("Prefeitura Municipal de Lagoa Funda",),
        suppliers=("Sol Câmeras EIRELI, lot winner, Lote 01", "Rio Alarmes Ltda, lot winner, Lote 03"),
        amounts=("award 100000 BRL Lote 01", "award 50500.5 BRL Lote 03", "award 150500.5 BRL"),
        dates=("award 2021-08-10",),
        numbers=("022/2021",),
        void=("Lote 02",),
        region="BR - Lagoa Funda",
    ),
    Case(
        about="Spanish correction: the budget is raised in a sentence",
        text="""ADENDA No. 3
Proceso LP-022-2021 - Gobernación de Valle Hondo
Se modifica el presupuesto oficial de $1.100.000.000 a $1.250.000.000.
Valle Hondo, 2 de marzo de 2021
""",
        stage="correction",
        buyer=("Gobernación de Valle Hondo",),
        amounts=(
            "budget 1250000000",
            "superseded 1100000000",
        ),
        dates=("correction 2021-03-02",),
        numbers=("LP-022-2021",),
        region="- - Valle Hondo",
    ),
    Case(
        about="French award to a group, a loser in a sentence",
        text="""PROCÈS-VERBAL D'ATTRIBUTION DÉFINITIVE
Agence Nationale du Transport
Appel d'offres n° AO/017/ANT/2020
Le marché relatif à la fourniture de portiques est attribué au groupement Dune Optique SA (chef de file) / Oasis Réseaux
SARL pour un montant de 410 000 000 FCFA TTC.
Soumissionnaires non retenus : Palmier Tech (395 000 000 FCFA).
Fait le 9 juin 2020
""",
        stage="award",
        buyer=("Agence Nationale du Transport",),
        suppliers=("Dune Optique SA, lead", "Oasis Réseaux SARL, member"),
        amounts=("award 410000000 XOF",),
        dates=("award 2020-06-09",),
        numbers=("AO/017/ANT/2020",),
    ),
    Case(
        about="German award: the lowest bid is no price",
        text="""Bekanntmachung vergebener Aufträge
Auftraggeber: Landkreis Moorau
Referenznummer: LKM-2022-7
Auftragnehmer: Linse & Licht GmbH & Co. KG
Gesamtwert des Auftrags: 234.500,00 EUR ohne MwSt.
Niedrigstes Angebot: 210.000,00 EUR
Tag der Zuschlagsentscheidung: 04.05.2022
""",
        region="DE - Moorau",
        stage="award",
        buyer=("Landkreis Moorau",),
        suppliers=("Linse & Licht GmbH & Co. KG, sole",),
        amounts=("award 234500 EUR",),
        dates=("award 2022-05-04",),
        numbers=("LKM-2022-7",),
    ),
    Case(
        about="Italian award: what the bids started from is a ceiling",
        text="""AVVISO DI AGGIUDICAZIONE
Stazione appaltante: Comune di Montesole
CIG: 9900112233
Oggetto: Telecamere
Importo a base d'asta: € 80.000,00
Aggiudicatario: Faro Sistemi S.r.l.
Importo di aggiudicazione: € 71.250,00 oltre IVA
Data di aggiudicazione: 03/02/2022
""",
        stage="award",
        title="Telecamere",
        buyer=("Comune di Montesole",),
        suppliers=("Faro Sistemi S.r.l., sole",),
        amounts=("ceiling 80000 EUR", "award 71250 EUR"),
        dates=("award 2022-02-03",),
        numbers=("9900112233",),
        region="IT - Montesole",
    ),
    Case(
        about="Polish award",
        text="""Ogłoszenie o udzieleniu zamówienia
Zamawiający: Komenda Powiatowa Policji w Dolinie
Numer referencyjny: KPP-3/2021
Wykonawca: Soczewka sp. z o.o.
Cena wybranej oferty: 120 500,00 zł
Szacunkowa wartość zamówienia: 130 000,00 zł
Data zawarcia umowy: 12.07.2021
""",
        stage="award",
        buyer=("Komenda Powiatowa Policji w Dolinie",),
        suppliers=("Soczewka sp. z o.o., sole",),
        amounts=("award 120500 PLN", "estimate 130000 PLN"),
        dates=("contract 2021-07-12",),
        numbers=("KPP-3/2021",),
        region="PL",
    ),
    Case(
        about="English: a range is no amount, an ambiguous day no date",
        text="""Contract award notice
Buyer: Harbour Islands Trust
Supplier: Gannet Drones Ltd
Contract value: EUR 40,000 to 50,000
Date of award: 05/04/2023
""",
        stage="award",
        buyer=("Harbour Islands Trust",),
        suppliers=("Gannet Drones Ltd, sole",),
    ),
    Case(
        about="Portuguese extract of a contract in one line, as in the official gazette",
        text="""EXTRATO DE CONTRATO Nº 31/2022 - UASG 200999
Nº Processo: 08650.009999/2022-01. Pregão Nº 9/2022. Contratante: SUPERINTENDENCIA REG. POL. RODOVIARIA. §
Contratado: 12.345.678/0001-90 - MIRANTE VISAO LTDA. Objeto: Câmeras. Vigência: 01/02/2022 a 01/02/2023. §
Valor Total: R$ 99.500,10. Data de Assinatura: 01/02/2022.
""".replace("§\n", ""),
        stage="contract",
        title="Câmeras.",
        buyer=("SUPERINTENDENCIA REG. POL. RODOVIARIA",),
        suppliers=("MIRANTE VISAO LTDA, sole",),
        amounts=("contract 99500.1 BRL",),
        dates=("contract 2022-02-01",),
        numbers=("08650.009999/2022-01", "9/2022", "31/2022"),
        region="BR",
    ),
    Case(
        about="English: labels on lines of their own, the value of the tender beside the awarded one",
        text="""Mobile Camera Towers
Selby Marsh Borough Council
F02: Contract award notice
Value of contract
£85,000
Procurement reference
SMB-2211
Published date
12 October 2021
Awarded date
11 October 2021
Awarded value
£79,500
Awarded supplier(s)
1
Mast Vision Limited
""",
        stage="award",
        buyer=("Selby Marsh Borough Council",),
        suppliers=("Mast Vision Limited, sole",),
        amounts=("award 79500 GBP",),
        dates=("award 2021-10-11", "publication 2021-10-12"),
        numbers=("SMB-2211",),
        region="GB - Selby Marsh",
    ),
    Case(
        about="Spanish award of Peru: the winner's price in words, the losers' in a list",
        text="""ACTA DE OTORGAMIENTO DE LA BUENA PRO
Adjudicación Simplificada N° 022-2020-MDLP/CS
Entidad: Municipalidad Distrital de La Pampa - Perú
Valor estimado: S/ 90,000.00
El comité otorga la Buena Pro al postor REDES ZORRO S.A.C. por el monto de S/ 81,250.50 (ochenta y un mil doscientos
cincuenta con 50/100 soles).
Postores: REDES ZORRO S.A.C. (S/ 81,250.50), LUNA TEC E.I.R.L. (S/ 89,900.00)
""",
        stage="award",
        title="ACTA DE OTORGAMIENTO DE LA BUENA PRO",
        buyer=("Municipalidad Distrital de La Pampa",),
        suppliers=("REDES ZORRO S.A.C., sole",),
        amounts=("award 81250.5 PEN", "estimate 90000 PEN"),
        numbers=("022-2020-MDLP/CS",),
        region="PE - La Pampa",
    ),
    Case(
        about="Ukrainian decision: the winner and the price in one sentence",
        text="""Рішення тендерного комітету
м. Лебедин, 14 жовтня 2020 року
Вирішили: визначити переможцем процедури закупівлі UA-2020-09-01-000321-a ТОВ «Ясний Кут» з ціною пропозиції
456 789,00 грн (чотириста п'ятдесят шість тисяч сімсот вісімдесят дев'ять гривень).
Замовник: Відділ освіти
""",
        stage="award",
        buyer=("Відділ освіти",),
        suppliers=("ТОВ «Ясний Кут», sole",),
        amounts=("award 456789 UAH",),
        dates=("award 2020-10-14",),
        numbers=("UA-2020-09-01-000321-a",),
        region="UA - Лебедин",
    ),
    Case(
        about="Spanish award of Argentina: lots in lines, one failed, the sum below",
        text="""NOTIFICACIÓN DE ADJUDICACIÓN
Expediente EX-2021-0099-APN
Organismo: Ministerio de Obras de la Nación - Argentina
Renglón 1: PRISMA S.A. - $ 1.450.000,00
Renglón 2: FRACASADO
Renglón 3: CAUCE SRL - $ 200.500,50
Monto total adjudicado: $ 1.650.500,50
Buenos Aires, 3 de octubre de 2021
""",
        stage="award",
        buyer=("Ministerio de Obras de la Nación",),
        suppliers=("PRISMA S.A., lot winner, Renglón 1", "CAUCE SRL, lot winner, Renglón 3"),
        amounts=("award 1450000 ARS Renglón 1", "award 200500.5 ARS Renglón 3", "award 1650500.5 ARS"),
        dates=("award 2021-10-03",),
        numbers=("EX-2021-0099-APN",),
        region="AR - Buenos Aires",
        void=("Renglón 2",),
    ),
    Case(
        about="Russian change: the ceiling before and after",
        text="""Изменение извещения № 0100200000922000077 от 11.04.2022
Заказчик: Управление ФССП по Лесному краю
В связи с уточнением начальная (максимальная) цена контракта 600 000,00 руб. изменена на 550 000,00 руб.
""",
        stage="correction",
        buyer=("Управление ФССП по Лесному краю",),
        amounts=(
            "ceiling 550000 RUB",
            "superseded 600000 RUB",
        ),
        dates=("correction 2022-04-11",),
        numbers=("0100200000922000077",),
        region="RU",
        against=("replaces 600000",),
    ),
    Case(
        about="Letter of acceptance: to whom it is addressed, and whose tender for how much was accepted",
        text="""LETTER OF ACCEPTANCE
Date: 14 March 2022
To: Marlin Lock Ltd, 12 Quay Street
Subject: Tender No. PSB/T/21/88
We inform you that your tender dated 2 February 2022 for the sum of KES 300,000.00 (Kenya Shillings Three Hundred
Thousand only) has been accepted.
""",
        region="KE",
        stage="award",
        title="Tender No. PSB/T/21/88",
        suppliers=("Marlin Lock Ltd, sole",),
        amounts=("award 300000 KES",),
        dates=("award 2022-03-14",),
        numbers=("PSB/T/21/88",),
    ),
)
