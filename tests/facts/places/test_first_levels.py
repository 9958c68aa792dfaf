"""Counties, regions, provinces and states that papers print in the buyer's name or on a line of their own."""

from __future__ import annotations

import time

import pytest

from tests.facts.places.test_western import region_of

_WON = "Awarded bidder: Reef Signals Limited\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"COUNTY GOVERNMENT OF KILIFI\nNOTICE OF AWARD\nTender No. 4/2023\n{_WON}Contract price: KES 9,400,000\n",
            ("KE", "KILIFI"),
        ),
        (f"NOTICE OF AWARD\nProcuring entity: Narok County Assembly\n{_WON}Price: KES 9,400\n", ("KE", "Narok")),
        (
            (
                "Republic of the Philippines\nMUNICIPALITY OF SANTA LUNA\nProvince of Aurora\nNOTICE OF AWARD\n"
                "Contract price: Php 900,000.00\n"
            ),
            ("PH", "Aurora"),
        ),
        (
            (
                "UK6: Contract award notice\nContracting authority: Harbour Trust\nRegion: East Midlands\n"
                "Supplier: Quay Ltd\nValue: £9,000\n"
            ),
            ("GB", "East Midlands"),
        ),
        (
            (
                "Government of Bangladesh\nINVITATION FOR TENDERS\nProcuring Entity Name: Principal, Polytechnic\n"
                "4 Procuring Entity District: Rajshahi\nTender closing date: 08/02/2021\n"
            ),
            ("BD", "Rajshahi"),
        ),
        (
            (
                "EXTRATO DE CONTRATO\nContratante: Secretaria de Estado da Fazenda de Pernambuco\n"
                "Contratada: Radar S.A.\nValor: R$ 9.000,00\n"
            ),
            ("BR", "Pernambuco"),
        ),
        (
            (
                "AVISO DE LICITAÇÃO\nA Companhia de Saneamento do Pará torna público o pregão 4/2023.\n"
                "Órgão: Companhia de Saneamento do Pará\nValor estimado: R$ 9.000,00\n"
            ),
            ("BR", "Pará"),
        ),
        (
            (
                "AVIS D'INTENTION\nSystème électronique d'appel d'offres du Québec – Avis 17\n"
                "Organisme : Régie des traverses\nEntreprise visée : Logiciels Nord inc.\nValeur : 9 000,00 $ CA\n"
            ),
            ("CA", "Québec"),
        ),
        (
            (
                "Avis d'attribution\nPouvoir adjudicateur : Zone de police Semois, Province de Liège\n"
                "Adjudicataire : Radio SRL\nMontant : 9 000,00 € HTVA\nBelgique\n"
            ),
            ("BE", "Province de Liège"),
        ),
        (
            (
                "INFORMACJA O WYBORZE OFERTY\nZamawiający: Gmina Olszynka, województwo lubuskie\n"
                "Wybrano ofertę: Kamery Sp. z o.o., cena brutto 9 000,00 zł\n"
            ),
            ("PL", "województwo lubuskie"),
        ),
        (
            (
                "ADENDA No. 1\nENTIDAD: Alcaldía Municipal de Santa Rita, departamento de Bolívar\n"
                "OBJETO: Cámaras\nSe modifica el numeral 2.\n"
            ),
            ("CO", "Bolívar"),
        ),
        (
            (
                "Corrigendum\nName and addresses: Glenmore Education Board, Bridge Street, Glenmore, IE\n"
                "Date of dispatch of this notice: 29/06/2021\n"
            ),
            ("IE", None),
        ),
    ],
)
def test_the_first_level_is_read_where_papers_print_it(text: str, expected: tuple[str | None, str | None]) -> None:
    assert region_of(text)[:2] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Contract award notice\nBuyer: Loch Board\nRegion: UKH12\nSupplier: Quay Ltd\nValue: £9,000\n",
        f"COUNTY GOVERNMENT OF MWANDARI\nNOTICE OF AWARD\n{_WON}Price: KES 9,400,000\n",
        "EXTRATO\nContratante: Prefeitura Municipal de Pernambuco\nContratada: Radar S.A.\nValor: R$ 9.000,00\n",
    ],
)
def test_codes_towns_and_unknown_counties_are_no_first_level(text: str) -> None:
    assert region_of(text)[1] is None


def test_what_an_office_is_about_is_no_town() -> None:
    text = "CANCELLATION OF BID\nDepartment of Correctional Facilities, Eastern Cape\nBid No. DCF 12/2022: WRISTBANDS\n"
    assert region_of(text) == ("ZA", "Eastern Cape", None)


def test_long_lines_are_read_at_once() -> None:
    started = time.process_time()
    for text in ("region : " * 2_000, "province of " * 1_500, "gouvernement " * 1_500, "county " * 2_500):
        region_of(f"Contract award notice\n{text}")
    assert time.process_time() - started < 20
