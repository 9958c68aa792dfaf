"""Groups with a name of their own, subcontractors, intended suppliers and names that something else follows."""

from __future__ import annotations

import pytest

from tests.facts.summary import assert_sold


@pytest.mark.parametrize(
    ("text", "suppliers", "prices", "void"),
    [
        (
            (
                "Vergabebekanntmachung\n"
                "Auftraggeber: Stadt Traunau\n"
                "Zuschlagsempfänger: Bietergemeinschaft Südlicht, bestehend aus Südlicht Technik GmbH "
                "(Federführung) und Kabelbau Süd KG\n"
                "Auftragswert: 300.000,00 EUR\n"
                "Zuschlag: 02.03.2022"
            ),
            ("Bietergemeinschaft Südlicht, consortium", "Kabelbau Süd KG, member", "Südlicht Technik GmbH, lead"),
            (),
            (),
        ),
        (
            (
                "Contract Award Notice\n"
                "Employer: Ministry of Roads\n"
                "Awarded Bidder: Pra Signals Consortium (Pra Electric Ltd and Lomé Traffic SARL)\n"
                "Contract price: USD 900,000.00\n"
                "Date of award: 2 May 2021"
            ),
            ("Lomé Traffic SARL, member", "Pra Electric Ltd, member", "Pra Signals Consortium, consortium"),
            (),
            (),
        ),
        (
            (
                "Avviso di aggiudicazione\n"
                "Amministrazione aggiudicatrice: Comune di Perpetua\n"
                "Aggiudicatario: RTI Occhio Lungo composto da Limpida S.r.l. (mandataria) e Onda Breve "
                "S.p.A. (mandante)\n"
                "Importo di aggiudicazione: € 300.000,00\n"
                "Data: 02/03/2022"
            ),
            ("Limpida S.r.l., lead", "Onda Breve S.p.A., member", "RTI Occhio Lungo, consortium"),
            (),
            (),
        ),
        (
            (
                "Ogłoszenie o udzieleniu zamówienia\n"
                "Zamawiający: Gmina Borowno\n"
                "Wykonawca: Konsorcjum Monitoring Północ, w składzie: Obiektyw Sp. z o.o. (lider) i "
                "Serwerownia S.A.\n"
                "Wartość umowy: 300 000,00 zł\n"
                "Data zawarcia umowy: 02.03.2022"
            ),
            ("Konsorcjum Monitoring Północ, consortium", "Obiektyw Sp. z o.o., lead", "Serwerownia S.A., member"),
            (),
            (),
        ),
        (
            (
                "Contract award\n"
                "Buyer: Suva Ports\n"
                "Supplier: Pacific Eye Joint Venture (Pacific Optics Pte Ltd (lead) and Reef Cabling Ltd)\n"
                "Contract value: FJD 500,000\n"
                "Date of award: 2 May 2021"
            ),
            ("Pacific Eye Joint Venture, consortium", "Pacific Optics Pte Ltd, lead", "Reef Cabling Ltd, member"),
            (),
            (),
        ),
        (
            (
                "Marché n° 22-7. Acheteur : Ville de Hautmont. Titulaire : Optivue SAS. Montant notifié : "
                "75 000 € HT. Notifié le 30/11/2021. Sous-traitant déclaré : Câbles Ouest SARL (5 000 € HT)."
            ),
            ("Câbles Ouest SARL, subcontractor", "Optivue SAS, sole"),
            (),
            (),
        ),
        (
            (
                "Zuschlagserteilung\n"
                "Auftraggeber: Stadt Traunau\n"
                "Auftragnehmer: Südlicht Technik GmbH\n"
                "Benannter Nachunternehmer: Kabelbau Süd KG\n"
                "Auftragssumme: 300.000,00 EUR\n"
                "Datum: 02.03.2022"
            ),
            ("Kabelbau Süd KG, subcontractor", "Südlicht Technik GmbH, sole"),
            (),
            (),
        ),
        (
            (
                "Contract award notice\n"
                "Buyer: Port of Marrow\n"
                "Supplier: Fal Vision Ltd\n"
                "Named subcontractor: Looe Cabling Ltd\n"
                "Contract value: £40,000\n"
                "Award date: 4 May 2022"
            ),
            ("Fal Vision Ltd, sole", "Looe Cabling Ltd, subcontractor"),
            (),
            (),
        ),
        (
            (
                "Contrat\n"
                "Acheteur : Ville de Hautmont\n"
                "Titulaire : Optivue SAS\n"
                "Sous-traitance : néant\n"
                "Montant : 75 000 € HT\n"
                "Date de notification : 30/11/2021"
            ),
            ("Optivue SAS, sole",),
            (),
            (),
        ),
        (
            (
                "Сведения о контракте\n"
                "Заказчик: МКУ «Город»\n"
                "Поставщик: ООО «Оптика»\n"
                "Привлекаемый соисполнитель: ООО «Кабель»\n"
                "Цена контракта: 500 000,00 руб.\n"
                "Дата заключения контракта: 02.05.2022"
            ),
            ("ООО «Кабель», subcontractor", "ООО «Оптика», sole"),
            (),
            (),
        ),
        (
            (
                "AVIS D'INTENTION DE CONCLURE UN CONTRAT DE GRÉ À GRÉ\n"
                "Organisme : Ville de Boisclair\n"
                "Fournisseur visé : Plaques Boréales inc.\n"
                "Valeur estimée du contrat : 90 000,00 $\n"
                "Date de publication : 2023-02-09"
            ),
            ("Plaques Boréales inc., intended",),
            (),
            (),
        ),
        (
            (
                "DIRECT PROCUREMENT REQUEST\n"
                "To: The Accounting Officer, Coast Water Board\n"
                "Ref: CWB/DP/1 Date: 4 May 2022\n"
                "Subject: Direct procurement of leak detection software from Aquasoft Africa Ltd\n"
                "Estimated cost Kshs 2.4 million. The licences are only available from one supplier."
            ),
            ("Aquasoft Africa Ltd, intended",),
            (),
            (),
        ),
        (
            (
                "PROPRIETARY ARTICLE CERTIFICATE\n"
                "Office: State Cyber Lab, Ranipur\n"
                "1. The goods are manufactured only by M/s Kailas Forensics Pvt. Ltd.\n"
                "2. No other make is acceptable.\n"
                "Estimated cost Rs. 9,00,000. Date: 02-03-2022"
            ),
            ("Kailas Forensics Pvt. Ltd., intended",),
            (),
            (),
        ),
        (
            (
                "NOTICE OF INTENT TO SOLE SOURCE\n"
                "Agency: Carver County Sheriff\n"
                "Pre-identified supplier: Redline Analytics, Inc.\n"
                "Estimated value: $90,000\n"
                "Date: May 4, 2022"
            ),
            ("Redline Analytics, Inc., intended",),
            (),
            (),
        ),
        (
            (
                "Bekanntmachung über die beabsichtigte Direktvergabe\n"
                "Auftraggeber: Stadt Traunau\n"
                "Vorgesehenes Unternehmen: Zahlwerk AG\n"
                "Geschätzter Wert: 90.000,00 EUR\n"
                "Datum: 02.03.2022"
            ),
            ("Zahlwerk AG, intended",),
            (),
            (),
        ),
        (
            (
                "Ogłoszenie o zamiarze zawarcia umowy z wolnej ręki\n"
                "Zamawiający: Gmina Borowno\n"
                "Przewidywany wykonawca: Serwerownia S.A.\n"
                "Wartość szacunkowa: 90 000,00 zł\n"
                "Data: 02.03.2022"
            ),
            ("Serwerownia S.A., intended",),
            (),
            (),
        ),
        (
            (
                "GOODS RECEIVED NOTE\n"
                "Entity: Bunyoro Roads Office\n"
                "Supplier: Kagera Electronics Ltd      PO No. 771\n"
                "Contract price: UGX 40,000,000\n"
                "Date of acceptance: 3 May 2021"
            ),
            ("Kagera Electronics Ltd, sole",),
            (),
            (),
        ),
        (
            (
                "Contract award\n"
                "Buyer: Suva Ports\n"
                "Supplier: Reef Cabling Limited. 10 units at FJD 8,150.00. Award date: 2 May 2021. "
                "Contract value: FJD 81,500.00"
            ),
            ("Reef Cabling Limited, sole",),
            (),
            (),
        ),
        (
            (
                "Determina di affidamento\n"
                "Ente: Comune di Perpetua\n"
                "Affidatario: Microlente S.r.l.s.\n"
                "Importo: € 5.000,00\n"
                "Data: 02/03/2022"
            ),
            ("Microlente S.r.l.s., sole",),
            (),
            (),
        ),
        (
            (
                "Контракт\n"
                "Заказчик — МКУ «Служба города», Поставщик — АО «Волна связь», заключили контракт. Цена "
                "контракта составляет 100 000,00 руб. Дата заключения: 02.05.2022"
            ),
            ("АО «Волна связь», sole",),
            (),
            (),
        ),
        (
            (
                "Протокол\n"
                "Заказчик: МКУ «Город»\n"
                "Участник | Цена, руб. | Место\n"
                "Акционерное общество «Волна» | 90 000,00 | 1\n"
                "Общество с ограниченной ответственностью «Риф» | 95 000,00 | 2\n"
                "Победителем признано АО «Волна».\n"
                "02.05.2022"
            ),
            ("Акционерное общество «Волна», sole",),
            (),
            (),
        ),
        (
            (
                "CONTRATO DE SUMINISTRO No. 7-2022. Nosotros, la MUNICIPALIDAD DE SAN MARCOS DEL RÍO, y la "
                "sociedad ÓPTICA SUR, S.A. DE C.V., hemos acordado: PRIMERA: el suministro de 10 radios. "
                "SEGUNDA: el valor del contrato es de L. 92,400.00. En fe de lo cual firmamos el 10 de "
                "marzo de 2022."
            ),
            ("ÓPTICA SUR, S.A. DE C.V., sole",),
            (),
            (),
        ),
        (
            (
                "Anuncio de formalización de contratos de: Ayuntamiento de Pinar Alto. Expediente: 7/2022.\n"
                "1. Poder adjudicador:\n"
                "  1.1) Nombre: Ayuntamiento de Pinar Alto.\n"
                "16. Adjudicatario:\n"
                "  16.1) Nombre: Vigía Este, S.L.\n"
                "  16.3) Dirección: Calle Mayor, 3.\n"
                "17. Importe total:\n"
                "  17.1) Valor de la oferta seleccionada: 12.000,00 euros.\n"
                "12. Fecha de adjudicación: 31 de enero de 2022."
            ),
            ("Vigía Este, S.L., sole",),
            (),
            (),
        ),
    ],
)
def test_who_won_or_is_meant_to(
    text: str, suppliers: tuple[str, ...], prices: tuple[str, ...], void: tuple[str, ...]
) -> None:
    assert_sold(text, suppliers=suppliers, prices=prices, void=void)
