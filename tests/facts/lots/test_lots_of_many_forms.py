"""Lots on standard forms, in compact lists and in cells that also hold a title, in several languages."""

from __future__ import annotations

import pytest

from tests.facts.summary import assert_sold


@pytest.mark.parametrize(
    ("text", "suppliers", "prices", "void"),
    [
        (
            (
                "Abschnitt I: Öffentlicher Auftraggeber\n"
                "I.1) Name und Adressen\n"
                "Offizielle Bezeichnung: Stadtwerke Mauterfeld\n"
                "Ort: Mauterfeld\n"
                "Abschnitt II: Gegenstand\n"
                "II.1.1) Bezeichnung des Auftrags: Funkgeräte\n"
                "Abschnitt V: Auftragsvergabe\n"
                "Auftrags-Nr.: 1\n"
                "Los-Nr.: 1\n"
                "Bezeichnung des Auftrags: Handfunkgeräte\n"
                "V.2.1) Tag des Vertragsabschlusses: 02/05/2021\n"
                "V.2.3) Name und Anschrift des Auftragnehmers\n"
                "Offizielle Bezeichnung: Sprechfunk Adler GmbH\n"
                "V.2.4) Gesamtwert des Auftrags/Loses: 120 000.00 EUR\n"
                "Auftrags-Nr.: 2\n"
                "Los-Nr.: 2\n"
                "V.2.3) Name und Anschrift des Auftragnehmers\n"
                "Offizielle Bezeichnung: Mainotec AG\n"
                "V.2.4) Ursprünglich veranschlagter Gesamtwert des Auftrags/Loses: 90 000.00 EUR. "
                "Gesamtwert des Auftrags/Loses: 80 500.00 EUR\n"
                "VI.5) Tag der Absendung dieser Bekanntmachung: 09/05/2021"
            ),
            ("Mainotec AG, lot winner, Lot 2", "Sprechfunk Adler GmbH, lot winner, Lot 1"),
            ("award 120000 EUR Lot 1", "award 80500 EUR Lot 2"),
            (),
        ),
        (
            (
                "Sezione I: Amministrazione aggiudicatrice\n"
                "I.1) Denominazione e indirizzi\n"
                "Denominazione ufficiale: Comune di Valdarsa\n"
                "Sezione II: Oggetto\n"
                "II.1.1) Denominazione: Videosorveglianza\n"
                "II.1.7) Valore totale dell'appalto: 200 000.00 EUR\n"
                "Sezione V: Aggiudicazione di appalto\n"
                "Contratto d'appalto n.: 1  Lotto n.: 1  Denominazione: Telecamere\n"
                "V.2.3) Nome e indirizzo del contraente\n"
                "Denominazione ufficiale: Occhio Vigile S.r.l.\n"
                "V.2.4) Valore totale del contratto d'appalto/del lotto: 150 000.00 EUR\n"
                "Contratto d'appalto n.: 2  Lotto n.: 2  Denominazione: Server\n"
                "V.2.3) Nome e indirizzo del contraente\n"
                "Denominazione ufficiale: Datacosta S.p.A.\n"
                "V.2.4) Valore totale del contratto d'appalto/del lotto: 50 000.00 EUR\n"
                "VI.5) Data di spedizione del presente avviso: 11/03/2021"
            ),
            ("Datacosta S.p.A., lot winner, Lot 2", "Occhio Vigile S.r.l., lot winner, Lot 1"),
            ("award 150000 EUR Lot 1", "award 50000 EUR Lot 2"),
            (),
        ),
        (
            (
                "Section I: Contracting authority\n"
                "I.1) Name and addresses\n"
                "Official name: Corrib Harbour Board\n"
                "Section II: Object\n"
                "II.1.1) Title: Patrol drones\n"
                "Section V: Award of contract\n"
                "Contract No: CHB-7\n"
                "Lot No: 3\n"
                "Title: Drones\n"
                "V.2.3) Name and address of the contractor\n"
                "Official name: Atlantic Rotors Limited\n"
                "V.2.4) Total value of the contract/lot: 310 000.00 EUR\n"
                "Contract No: CHB-8\n"
                "Lot No: 4\n"
                "V.1) Information on non-award: The contract/lot is not awarded. No tenders were received\n"
                "VI.5) Date of dispatch of this notice: 01/02/2020"
            ),
            ("Atlantic Rotors Limited, lot winner, Lot 3",),
            (),
            ("Lot 4",),
        ),
        (
            (
                "Sekcja I: Zamawiający\n"
                "I.1) Nazwa i adresy\n"
                "Oficjalna nazwa: Powiat Brzozowski\n"
                "Sekcja II: Przedmiot\n"
                "II.1.1) Nazwa: Monitoring\n"
                "Sekcja V: Udzielenie zamówienia\n"
                "Zamówienie nr: 1   Część nr: 1   Nazwa: Kamery\n"
                "V.2.3) Nazwa i adres wykonawcy\n"
                "Oficjalna nazwa: Obiektyw Sp. z o.o.\n"
                "V.2.4) Całkowita wartość umowy/części: 99 000.00 PLN\n"
                "Zamówienie nr: 2   Część nr: 2   Nazwa: Serwery\n"
                "V.2.3) Nazwa i adres wykonawcy\n"
                "Oficjalna nazwa: Serwerownia S.A.\n"
                "V.2.4) Całkowita wartość umowy/części: 45 000.00 PLN\n"
                "VI.5) Data wysłania niniejszego ogłoszenia: 01/02/2020"
            ),
            ("Obiektyw Sp. z o.o., lot winner, Lot 1", "Serwerownia S.A., lot winner, Lot 2"),
            ("award 45000 PLN Lot 2", "award 99000 PLN Lot 1"),
            (),
        ),
        (
            (
                "Section I : Pouvoir adjudicateur\n"
                "I.1) Nom et adresses\n"
                "Nom officiel : Commune de Grandpré\n"
                "Section II : Objet\n"
                "II.1.1) Intitulé : Caméras\n"
                "Section V : Attribution du marché\n"
                "Marché nº : 2021-04  Lot nº : 1  Intitulé : Caméras fixes\n"
                "V.2.3) Nom et adresse du titulaire\n"
                "Nom officiel : Optivue SAS\n"
                "V.2.4) Valeur totale du marché/du lot : 61 000.00 EUR\n"
                "Marché nº : 2021-05  Lot nº : 2  Intitulé : Supervision\n"
                "V.2.3) Nom et adresse du titulaire\n"
                "Nom officiel : Clair Réseaux SARL\n"
                "V.2.4) Valeur totale du marché/du lot : 42 000.00 EUR\n"
                "VI.5) Date d'envoi du présent avis : 01/02/2021"
            ),
            ("Clair Réseaux SARL, lot winner, Lot 2", "Optivue SAS, lot winner, Lot 1"),
            ("award 42000 EUR Lot 2", "award 61000 EUR Lot 1"),
            (),
        ),
        (
            (
                "Contract award. Buyer: Waikari Harbour Trust. Part A Radios: Tui Comms Limited, "
                "NZ$40,100.00. Part B Repeaters: Pukeko Networks Limited, NZ$22,300.00. Date of award: 3 "
                "May 2021."
            ),
            ("Pukeko Networks Limited, lot winner, Part B", "Tui Comms Limited, lot winner, Part A"),
            ("award 22300 NZD Part B", "award 40100 NZD Part A"),
            (),
        ),
        (
            (
                "Award of Contract\n"
                "Purchaser: Lake District Council\n"
                "Schedule A Vehicle cameras: Harrow Optics Ltd, £31,000.00\n"
                "Schedule B Body cameras: Sentry Wear Ltd, £18,400.00\n"
                "Schedule C Docking stations: not awarded\n"
                "Date of award: 12 June 2022"
            ),
            ("Harrow Optics Ltd, lot winner, Schedule A", "Sentry Wear Ltd, lot winner, Schedule B"),
            ("award 18400 GBP Schedule B", "award 31000 GBP Schedule A"),
            ("Schedule C",),
        ),
        (
            (
                "AVVISO DI ESITO DI GARA\n"
                "Stazione appaltante: Provincia di Montalto\n"
                "CIG Lotto 1: 91AB33C0D1 - Telecamere - Aggiudicatario: Limpida S.r.l. - Importo: € 80.000,00\n"
                "CIG Lotto 2: 91AB33C0D2 - Radio - Aggiudicatario: Onda Breve S.p.A. - Importo: € 20.000,00\n"
                "Importo complessivo: € 100.000,00\n"
                "Data di aggiudicazione: 04/05/2021"
            ),
            ("Limpida S.r.l., lot winner, Lotto 1", "Onda Breve S.p.A., lot winner, Lotto 2"),
            ("award 20000 EUR Lotto 2", "award 80000 EUR Lotto 1"),
            (),
        ),
        (
            (
                "Contract Award Notice. PE: District Education Office, Rangbari. Package GD-9. Lot 1 "
                "Desks: M/s Meghla Furniture House, BDT 2,100,000. Lot 2 Fans: M/s Surma Electric, BDT "
                "640,000. Date of NOA: 03/03/2022."
            ),
            ("Meghla Furniture House, lot winner, Lot 1", "Surma Electric, lot winner, Lot 2"),
            ("award 2100000 BDT Lot 1", "award 640000 BDT Lot 2"),
            (),
        ),
        (
            (
                "Avis d'attribution\n"
                "Acheteur : Métropole de Saint-Alban\n"
                "Lot A Caméras : Optivue SAS, 45 200,00 € HT\n"
                "Lot B Écrans : Clair Réseaux SARL, 12 900,00 € HT\n"
                "Lot C Formation : infructueux\n"
                "Date d'attribution : 02/03/2022"
            ),
            ("Clair Réseaux SARL, lot winner, Lot B", "Optivue SAS, lot winner, Lot A"),
            ("award 12900 EUR Lot B", "award 45200 EUR Lot A"),
            ("Lot C",),
        ),
        (
            (
                "Vergebener Auftrag\n"
                "Auftraggeber: Landkreis Ahrenfeld\n"
                "Teil A Kameras: Optik Huber GmbH, 45.200,00 EUR\n"
                "Teil B Server: Zahlwerk AG, 12.900,00 EUR\n"
                "Zuschlag am 02.03.2022"
            ),
            ("Optik Huber GmbH, lot winner, Teil A", "Zahlwerk AG, lot winner, Teil B"),
            ("award 12900 EUR Teil B", "award 45200 EUR Teil A"),
            (),
        ),
        (
            (
                "Award notice\n"
                "Buyer: Port of Marrow\n"
                "Lot 1: CCTV - Fal Vision Ltd. - GBP 41,000.00\n"
                "Lot 2: Access control - Looe Locks Ltd. - GBP 19,500.00\n"
                "Award date: 4 May 2022"
            ),
            ("Fal Vision Ltd., lot winner, Lot 1", "Looe Locks Ltd., lot winner, Lot 2"),
            ("award 19500 GBP Lot 2", "award 41000 GBP Lot 1"),
            (),
        ),
        (
            (
                "VERBALE DI AGGIUDICAZIONE\n"
                "Ente: Comune di Roccaforte\n"
                "Lotto 1 Telecamere\n"
                "Ditta | Punti | Offerta\n"
                "Vista Nuova S.r.l. | 70 | € 30.500,00\n"
                "Obiettivo S.p.A. | 61 | € 28.000,00\n"
                "Aggiudicatario: Vista Nuova S.r.l.\n"
                "Lotto 2 Server\n"
                "Ditta | Punti | Offerta\n"
                "Nuvola S.r.l. | 55 | € 12.000,00\n"
                "Aggiudicatario: Nuvola S.r.l.\n"
                "Data: 4 maggio 2022"
            ),
            ("Nuvola S.r.l., lot winner, Lotto 2", "Vista Nuova S.r.l., lot winner, Lotto 1"),
            ("award 12000 EUR Lotto 2", "award 30500 EUR Lotto 1"),
            (),
        ),
        (
            (
                "AWARD OF BIDS\n"
                "Department: Letaba Municipality\n"
                "Lot | Successful bidder | Price\n"
                "1 Cameras and poles | Acacia Vision (Pty) Ltd | R 1 200 000,00\n"
                "2 Control room furniture | Fynbos Interiors CC | R 340 000,00\n"
                "3 Training | Not awarded | -\n"
                "Date awarded: 2 May 2022"
            ),
            ("Acacia Vision (Pty) Ltd, lot winner, 1", "Fynbos Interiors CC, lot winner, 2"),
            ("award 1200000 ZAR 1", "award 340000 ZAR 2"),
            ("3",),
        ),
        (
            (
                "Acta de adjudicación\n"
                "Entidad: Municipalidad de Río Seco\n"
                "Lote | Adjudicatario | Monto adjudicado\n"
                "1 - Cámaras | Óptica Este S.A. | $ 500.000,00\n"
                "2 - Radios | Ondas del Plata S.R.L. | $ 200.000,00\n"
                "Fecha de adjudicación: 02/05/2022"
            ),
            ("Ondas del Plata S.R.L., lot winner, 2", "Óptica Este S.A., lot winner, 1"),
            (),
            (),
        ),
        (
            (
                "Résultat de consultation\n"
                "Acheteur : Ville de Hautmont\n"
                "Lot | Attributaire | Montant HT\n"
                "Lot 1 - Caméras | Optivue SAS | 45 000,00 €\n"
                "Lot 2 - Réseau | Clair Réseaux SARL | 12 000,00 €\n"
                "Date d'attribution : 02/05/2022"
            ),
            ("Clair Réseaux SARL, lot winner, Lot 2", "Optivue SAS, lot winner, Lot 1"),
            ("award 12000 EUR Lot 2", "award 45000 EUR Lot 1"),
            (),
        ),
        (
            (
                "Протокол подведения итогов\n"
                "Заказчик: МКУ «Город»\n"
                "Лот | Победитель | Цена, руб.\n"
                "1. Камеры | ООО «Оптика» | 500 000,00\n"
                "2. Серверы | АО «Данные» | 200 000,00\n"
                "Дата: 02.05.2022"
            ),
            ("АО «Данные», lot winner, 2", "ООО «Оптика», lot winner, 1"),
            ("award 200000 RUB 2", "award 500000 RUB 1"),
            (),
        ),
        (
            (
                "FALLO\n"
                "Convocante: Instituto de Salud de Nayar\n"
                "PARTIDA  DESCRIPCIÓN      PROVEEDOR ADJUDICADO                  IMPORTE SIN I.V.A.\n"
                "1        Radios           Comunica Norte, S.A. de C.V.          $120,000.00\n"
                "2        Arcos            Puertas Seguras, S.A. de C.V.         $80,000.00\n"
                "Fecha: 2 de mayo de 2022"
            ),
            ("Comunica Norte, S.A. de C.V., lot winner, 1", "Puertas Seguras, S.A. de C.V., lot winner, 2"),
            ("award 120000 MXN 1", "award 80000 MXN 2"),
            (),
        ),
        (
            (
                "UK6: Contract award notice\n"
                "Contracting authority\n"
                "Fal Constabulary\n"
                "Lot 1. Cameras\n"
                "  Supplier: Fal Vision Ltd\n"
                "  Value: £40,000 excluding VAT\n"
                "Lot 2. Software\n"
                "  No contract has been awarded: no suitable tenders.\n"
                "Award decision date: 14 May 2025"
            ),
            ("Fal Vision Ltd, lot winner, Lot 1",),
            ("award 40000 GBP Lot 1",),
            ("Lot 2",),
        ),
        (
            (
                "Ogłoszenie o wyniku postępowania\n"
                "Zamawiający: Gmina Borowno\n"
                "Część 1 Kamery: Obiektyw Sp. z o.o., 40 000,00 zł\n"
                "Część 2 Serwery: nie złożono ofert\n"
                "Data: 02.03.2022"
            ),
            ("Obiektyw Sp. z o.o., lot winner, Część 1",),
            ("award 40000 PLN Część 1",),
            ("Część 2",),
        ),
        (
            (
                "Vergabebekanntmachung\n"
                "Auftraggeber: Stadt Traunau\n"
                "Los 1: Zahlwerk AG, 40.000,00 EUR\n"
                "Los 2: kein Auftrag vergeben\n"
                "Los 3: Optik Huber GmbH, 12.000,00 EUR\n"
                "Zuschlag: 02.03.2022"
            ),
            ("Optik Huber GmbH, lot winner, Los 3", "Zahlwerk AG, lot winner, Los 1"),
            ("award 12000 EUR Los 3", "award 40000 EUR Los 1"),
            ("Los 2",),
        ),
        (
            (
                "Avviso di aggiudicazione\n"
                "Ente: Comune di Perpetua\n"
                "Lotto 1: Limpida S.r.l., € 40.000,00\n"
                "Lotto 2: nessuna offerta valida\n"
                "Lotto 3: Onda Breve S.p.A., € 12.000,00\n"
                "Data: 02/03/2022"
            ),
            ("Limpida S.r.l., lot winner, Lotto 1", "Onda Breve S.p.A., lot winner, Lotto 3"),
            ("award 12000 EUR Lotto 3", "award 40000 EUR Lotto 1"),
            ("Lotto 2",),
        ),
        (
            (
                "Извещение об отказе от проведения закупки\n"
                "Заказчик: АО «Порт», Мурманская область\n"
                "Лот № 1 — отказ от проведения; Лот № 2 — отказ от проведения\n"
                "Дата публикации: 17.11.2020"
            ),
            (),
            (),
            ("Лот № 1", "Лот № 2"),
        ),
    ],
)
def test_lots_with_their_winners_and_prices(
    text: str, suppliers: tuple[str, ...], prices: tuple[str, ...], void: tuple[str, ...]
) -> None:
    assert_sold(text, suppliers=suppliers, prices=prices, void=void)
