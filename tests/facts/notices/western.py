"""Notices in English, Russian, Spanish and French, made up for the tests."""

from __future__ import annotations

from tests.facts.summary import Case

WESTERN = (
    Case(
        about="English award with losers, ceiling and contact",
        text="""Contract Award Notice
Title: Body-worn video for patrol officers
Reference: NWP-2022-0147
Contracting authority: Northwold Police Authority
Awarded to: Clearsight Systems Ltd
Award value: £1.25m
Maximum contract value: £2,000,000
Unsuccessful bidders: Lantern Optics plc
Award date: 3 October 2022
Contact: Jane Smith
""",
        stage="award",
        title="Body-worn video for patrol officers",
        buyer=("Northwold Police Authority",),
        suppliers=("Clearsight Systems Ltd, sole",),
        amounts=("award 1250000 GBP", "ceiling 2000000 GBP"),
        dates=("award 2022-10-03",),
        numbers=("NWP-2022-0147",),
        region="GB",
    ),
    Case(
        about="English contract, American dates that can be read one way only",
        text="""CONTRACT
Contract No. 47QTCA-21-D-0099
Purchaser: County of Merrow
Contractor: Ridgeline Analytics, Inc.
Contract price: USD 412,500.00
Date signed: 07/28/2021
""",
        region="US - Merrow",
        stage="contract",
        buyer=("County of Merrow",),
        suppliers=("Ridgeline Analytics, Inc., sole",),
        amounts=("contract 412500 USD",),
        dates=("contract 2021-07-28",),
        numbers=("47QTCA-21-D-0099",),
    ),
    Case(
        about="English tender: an estimate and a deadline",
        text="""Invitation to Tender
Buyer: Harrowmere Council. Tender reference: HC/ITT/0032.
Estimated value: £480,000. Submission deadline: 12 May 2023.
""",
        stage="tender",
        buyer=("Harrowmere Council",),
        amounts=("estimate 480000 GBP",),
        dates=("deadline 2023-05-12",),
        numbers=("HC/ITT/0032",),
        region="GB",
    ),
    Case(
        about="English call-off under a framework",
        text="Call-off contract. Buyer: Northgate Borough Council. Supplier: Halden Security Ltd. "
        "Call-off value: £240,000. Framework ceiling: £5m. Reference NBC-CO-19. Date signed: 2 May 2022.",
        stage="contract",
        buyer=("Northgate Borough Council",),
        suppliers=("Halden Security Ltd, sole",),
        amounts=("call_off 240000 GBP", "ceiling 5000000 GBP"),
        dates=("contract 2022-05-02",),
        numbers=("NBC-CO-19",),
        region="GB - Northgate",
    ),
    Case(
        about="English tender: the day of issue, the ceiling of the budget, and a handover only planned",
        text="Invitation to Tender\nContracting authority: Tarn Valley Council\nReference: TVC-ITT-044\n"
        "Date of issue: 3 June 2024\nClosing date for tenders: 1 July 2024\nHandover date: 5 May 2025\n"
        "Budget ceiling: £310,000 excluding VAT\n",
        stage="tender",
        buyer=("Tarn Valley Council",),
        amounts=("budget 310000 GBP",),
        dates=("publication 2024-06-03", "deadline 2024-07-01"),
        numbers=("TVC-ITT-044",),
        region="GB",
    ),
    Case(
        about="English cancellation",
        text="Notice of cancellation\nReference: TQ-881-B\nBuyer: Port of Eastmere\n"
        "Reason for cancellation: budget withdrawn\n",
        stage="cancellation",
        buyer=("Port of Eastmere",),
        numbers=("TQ-881-B",),
    ),
    Case(
        about="Russian result protocol",
        text="""Протокол подведения итогов
Номер извещения: 0373100012322000045
Заказчик: ГБУ «Безопасный город»
Победитель: ООО «Оптика-Сервис»
Цена, предложенная победителем: 12 345 678,90 руб.
НМЦК: 13 000 000,00 руб.
Дата подведения итогов: 17 августа 2022 г.
Участники: ООО «Линзы Плюс»
""",
        stage="award",
        buyer=("ГБУ «Безопасный город»",),
        suppliers=("ООО «Оптика-Сервис», sole",),
        amounts=("award 12345678.9 RUB", "ceiling 13000000 RUB"),
        dates=("award 2022-08-17",),
        numbers=("0373100012322000045",),
        region="RU",
    ),
    Case(
        about="Russian contract in millions",
        text="""Государственный контракт № 77-ВД/2021
Заказчик: УМВД по Заречному краю
Поставщик: АО «Северная оптика»
Цена контракта: 43,3 млн рублей
Дата заключения контракта: 09.12.2021
Обеспечение исполнения контракта: 4 330 000,00 руб.
""",
        stage="contract",
        buyer=("УМВД по Заречному краю",),
        suppliers=("АО «Северная оптика», sole",),
        amounts=("contract 43300000 RUB",),
        dates=("contract 2021-12-09",),
        numbers=("77-ВД/2021",),
        region="RU",
    ),
    Case(
        about="Russian treaty: the date beside the number, the sum in words behind the digits",
        text="Договор № 12/22 от 05.04.2022\nПокупатель: ФКУ «Центр»\nПоставщик: АО «Линза»\n"
        "Сумма договора: 499 000 (четыреста девяносто девять тысяч) рублей 00 копеек",
        stage="contract",
        buyer=("ФКУ «Центр»",),
        suppliers=("АО «Линза», sole",),
        amounts=("contract 499000 RUB",),
        dates=("contract 2022-04-05",),
        numbers=("12/22",),
        region="RU",
    ),
    Case(
        about="Spanish award with a temporary union",
        text="""Acta de adjudicación
Proceso: SA-MC-017-2022
Entidad: Municipio de Río Verde
Objeto: Suministro de cámaras de videovigilancia
Adjudicatario: Unión Temporal Videored
Valor adjudicado: $1.999.556.971,20 COP
Presupuesto oficial: $2.100.000.000 COP
Fecha de adjudicación: 5 de agosto de 2022
""",
        stage="award",
        title="Suministro de cámaras de videovigilancia",
        buyer=("Municipio de Río Verde",),
        suppliers=("Unión Temporal Videored, consortium",),
        amounts=("award 1999556971.2 COP", "budget 2100000000 COP"),
        dates=("award 2022-08-05",),
        numbers=("SA-MC-017-2022",),
        region="CO - Río Verde",
    ),
    Case(
        about="Spanish contract in euros",
        text="""Contrato de suministro
Expediente: 2021/CONS-44
Órgano de contratación: Ayuntamiento de Valdeluna
Contratista: Ópticas Reunidas, S.L.
Importe del contrato: 87.450,00 EUR
Fecha de formalización: 20/04/2021
""",
        stage="contract",
        buyer=("Ayuntamiento de Valdeluna",),
        suppliers=("Ópticas Reunidas, S.L., sole",),
        amounts=("contract 87450 EUR",),
        dates=("contract 2021-04-20",),
        numbers=("2021/CONS-44",),
        region="ES - Valdeluna",
    ),
    Case(
        about="French award",
        text="""Avis d'attribution de marché
Référence : 2022-VP-031
Acheteur : Ville de Montclair
Objet : Extension du réseau de vidéoprotection
Titulaire : Réseaux et Lumières SAS
Montant attribué : 312 480,50 €
Date d'attribution : 14 mars 2022
""",
        stage="award",
        title="Extension du réseau de vidéoprotection",
        buyer=("Ville de Montclair",),
        suppliers=("Réseaux et Lumières SAS, sole",),
        amounts=("award 312480.5 EUR",),
        dates=("award 2022-03-14",),
        numbers=("2022-VP-031",),
        region="FR - Montclair",
    ),
    Case(
        about="French tender: nothing is awarded",
        text="""Avis d'appel public à la concurrence
Pouvoir adjudicateur : Département du Valserin
Numéro de la consultation : DV-23-118
Valeur estimée : 1,2 millions €
Date limite de réception des offres : 30/06/2023
""",
        stage="tender",
        buyer=("Département du Valserin",),
        amounts=("estimate 1200000 EUR",),
        dates=("deadline 2023-06-30",),
        numbers=("DV-23-118",),
        region="FR - Valserin",
    ),
)
