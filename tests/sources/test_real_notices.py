"""Real notices, with what a person found in them by reading the files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tenderlight.sources.recognise import reader_for
from tests.shared_data import shared_file
from tests.sources.notices import agencies, amounts, buyers, dates, read, stage, suppliers

MEDIA_TYPES = {".json": "application/json", ".jsonl": "application/x-ndjson", ".xml": "application/xml"}


class Case(NamedTuple):
    path: str
    stage: str | None
    buyer: str | list[str]
    suppliers: list[tuple[str, str, str | None]] = []  # noqa: RUF012 - read only
    amounts: list[tuple[str, str, str | None, str | None]] = []  # noqa: RUF012
    agency: list[str] = []  # noqa: RUF012
    signed: str | None = None
    awarded: str | None = None
    number: int = 0
    """Which notice of the file, from 0."""


PUBLISHERS = "ocds-publishers/"
TED = "ted-standard-forms/"
EFORMS = "ted-eforms/"
CASES = [
    Case(
        PUBLISHERS + "australia/new-south-wales/releases/0.json",
        "tender",
        "Public Works Advisory - Hunter New England Region",
    ),
    Case(
        PUBLISHERS + "armenia/releases/6.json",
        "cancellation",
        "Constitutional Court RA",
        amounts=[("budget", "750.0", "AMD", None), ("estimate", "16000.0", "AMD", None)],
    ),
    Case(
        PUBLISHERS + "armenia/releases/6.json",
        "contract",
        "Ministry of Finance of the RA",
        [("PI-SI ELEKTRVoNIKS SPY", "sole", None)],
        [("award", "6989880.0", "AMD", None), ("contract", "6989880.0", "AMD", None)],
        signed="2016-07-28",
        awarded="2016-07-28",
        number=5,
    ),
    Case(
        PUBLISHERS + "canada/montreal/releases/ocds-a1234567-mt-917a7969358742a42b8ed4f5ea4e6cb6f4e6279b-"
        "917a7969358742a42b8ed4f5ea4e6cb6f4e6279b.json",
        "award",
        "Materiel roulant et ateliers",
        [("CENTRE DE SERVICE 2010 ENR.", "sole", None)],
        [("award", "2000.68", "CAD", None)],
        agency=["Fonctionnaires"],
        awarded="2017-05-27",
    ),
    Case(
        PUBLISHERS + "canada/buyandsell/releases/ocds-34a6hz-01044-140631_001_XL-01044-140631_001_XL.json",
        "contract",
        "Agriculture and Agri-Food Canada",
        amounts=[("contract", "33858", "CAD", None)],
    ),
    Case(
        PUBLISHERS + "mexico/administracion-publica-federal/records/ocds-07smqs-1035-1035.json",
        "contract",
        "Servicio de Administración Tributaria",
        [("GRUAS FLETES Y MANIOBRAS SA DE CV", "sole", None)],
        [("contract", "10440", "MXN", None)],
        signed="2017-03-06",
    ),
    Case(
        PUBLISHERS + "mexico/cdmx/releases/OCDS-87SD3T-SEFIN-DRM-A-001-2016-03.json",
        "candidate",
        "SECRETARÍA DE FINANZAS",
        [("TIENDAS COMERCIAL MEXICANA S.A D", "candidate", None)],
        [
            ("budget", "984398.88", "MXN", None),
            ("estimate", "984398.88", "MXN", None),
            ("bid", "984398.88", "MXN", None),
        ],
    ),
    Case(
        PUBLISHERS + "mexico/inai/releases/PC-0015-PC-0015.json",
        "cancellation",
        "DGIV",
        amounts=[("budget", "350000", "MXN", None), ("estimate", "350000", "MXN", None)],
        agency=["INAI"],
    ),
    Case(
        PUBLISHERS + "moldova/releases/ocds-ngfbwp-17481081-17481081.json",
        "contract",
        "CONSILIUL RAIONAL CAHUL",
        [("S.R.L. LUKOIL-Moldova", "sole", None)],
        [("award", "352560", "MDL", None), ("contract", "352560", "MDL", None)],
        signed="2017-02-09",
    ),
    Case(
        PUBLISHERS
        + "nigeria/open-contracting-portal/releases/ocds-gyl66f-borbda-27yetd-ocds-gyl66f-borbda-27yetd.json",
        "contract",
        "benin-owena river basin development authority",
        [("dtec nigeria limited", "sole", None)],
        [
            ("budget", "16000000.0", "NGN", None),
            ("estimate", "54389500.0", "NGN", None),
            ("award", "54389500.0", "NGN", None),
            ("contract", "54389500.0", "NGN", None),
        ],
        awarded="2013-09-27",
    ),
    Case(
        PUBLISHERS + "paraguay/records/273637.json",
        "contract",
        "Compañía Paraguaya de Comunicaciones (COPACO)",
        [("INFOCENTER S.A", "sole", None)],
        [("award", "2809999999", "PYG", None), ("contract", "2809999872.0", "PYG", None)],
        signed="2016-06-28",
        awarded="2016-09-07",
    ),
    Case(
        PUBLISHERS + "taiwan/releases/ocid-6as3t2-51179519-ocid-6as3t2-51179519.json",
        "award",
        "南投縣魚池鄉五城國民小學",
        [("普羅文化股份有限公司", "sole", None)],
        [("budget", "326600", "TWD", None), ("award", "326600", "TWD", None)],
        awarded="2013-10-29",
    ),
    Case(
        PUBLISHERS + "uganda/releases/ocds-rdvc92-1508162377-97080.json",
        "plan",
        "Courts of Judicature",
        amounts=[("budget", "371049525", "UGX", None), ("estimate", "371049525", "UGX", None)],
    ),
    Case(
        PUBLISHERS + "uk-contracts-finder/records/ocds-b5fd17-2c3aae9c-adc8-11e6-9901-0019b9f3037b.json",
        "tender",
        "Spend Network",
        amounts=[("estimate", "24477500", "GBP", None), ("estimate", "9432500", "GBP", None)],
    ),
    Case(  # the cheaper bid of the first award was not taken
        PUBLISHERS + "ukraine/releases/ocds-be6bcu-UA-2016-06-08-000504-c-2aa52fb7af274126af4f629fd7a11a04.json",
        "contract",
        "Департамент муніципальної поліції Луцької міської ради",
        [("Туристично-комерційне товариство з обмеженою відповідальністю “СХІД”", "sole", None)],
        [("estimate", "7500.0", "UAH", None), ("award", "2875.0", "UAH", None), ("contract", "2875.0", "UAH", None)],
        signed="2016-07-18",
        awarded="2016-06-30",
    ),
    Case(  # cancelled after the award, the contract was never signed
        PUBLISHERS + "ukraine/records/ocds-be6bcu-UA-2016-12-29-000657-c.json",
        "cancellation",
        "Національний банк України",
        amounts=[("estimate", "1130184.0", "UAH", None)],
    ),
    Case(
        "ocds-uk/england-contracts-finder.releases.jsonl",
        "award",
        "London Borough of Merton",
        [("Marstons holdings plc", "sole", None)],
        [
            ("estimate", "372032", "GBP", None),
            ("estimate", "93007", "GBP", None),
            ("award", "93007", "GBP", None),
        ],
        awarded="2024-12-22",
    ),
    Case(  # an award of nought pounds is no price
        "ocds-uk/england-contracts-finder.releases.jsonl",
        "award",
        "SOMERSET COUNCIL",
        [("Skinner Construction Limited", "sole", None)],
        [("estimate", "1500000", "GBP", None)],
        awarded="2025-03-11",
        number=2,
    ),
    Case("ocds-uk/scotland-pcs.releases.jsonl", "tender", "ng homes"),
    Case(
        TED + "general/000234_2020.xml",
        "award",
        "Administrador de Infraestructuras Ferroviarias",
        [("Compañía Española de Petróleos, S. A. U.", "framework", None)],
        [("ceiling", "891400.00", "EUR", None), ("estimate", "891400.00", "EUR", None)],
        signed="2019-12-27",
    ),
    Case(
        TED + "general/060229-2017.xml",
        "single_source",
        "ELES, d.o.o.",
        [("C & G d.o.o. Ljubljana", "intended", None)],
        [("award", "158544.00", "EUR", None), ("estimate", "170000.00", "EUR", None)],
        awarded="2017-02-14",
    ),
    Case(
        TED + "general/062806-2021.xml",
        "award",
        "Landkreis Altenburger Land",
        [("Thüsac Personennahverkehrsgesellschaft mbH", "sole", None)],
        [("award", "27500000.00", "EUR", None)],
        signed="2020-12-17",
    ),
    Case(
        TED + "general/472236-2021.xml",
        "award",
        "MVM Paksi Atomerőmű Zrt.",
        [("Mészáros és Mészáros Kft. - WEST HUNGÁRIA BAU Kft.", "sole", None)],
        [("award", "3407173370.00", "HUF", None), ("estimate", "3291900000.00", "HUF", None)],
        awarded="2021-08-17",
    ),
    Case(
        TED + "general/050023-2021.xml",
        "contract",
        "„Електроразпределение Север“ АД",
        [("„ЕМИ Електрик“ ЕООД", "sole", None)],
        [("award", "1750000", "BGN", None), ("contract", "1750000", "BGN", None)],
        signed="2019-05-16",
    ),
    Case(
        TED + "general/445258-2020.xml",
        "cancellation",
        "Obec Rudník",
        amounts=[("estimate", "70000000.00", "CZK", None)],
    ),
    Case(
        TED + "general/218305-2021.xml",
        "tender",
        [
            "NBS NP 1. RNC",
            "NBS NP 2. RNC",
            "NBS NP 3. RNC",
            "NBS Apvienotais štābs",
            "NBS Militārā policija",
            "NBS NP",
            "Zemessardzes štābs",
        ],
        agency=["Valsts aizsardzības loģistikas un iepirkumu centrs"],
    ),
    Case(  # values are ranges only
        TED + "surveillance-or-security/119471-2020.xml",
        "award",
        "SEMEC",
        [
            ("SARL Cannes sécurité", "framework", "1"),
            ("Tamaris sécurité privée", "framework", "2"),
            ("Tamaris event", "framework", "2"),
        ],
        signed="2020-02-24",
    ),
    Case(
        TED + "surveillance-or-security/616248-2019.xml",
        "tender",
        "Národní knihovna České republiky",
        amounts=[("estimate", "64200000.00", "CZK", None)],
    ),
    Case(
        TED + "surveillance-or-security/308400-2021.xml",
        "award",
        "Aéroports de Paris",
        [("Brézillon", "member", None), ("ACML Fayat", "member", None)],
        [("award", "2740468.00", "EUR", None)],
        signed="2021-05-25",
    ),
    Case(
        EFORMS + "sdk-examples/can_24_UKRI.xml",
        "award",
        "UK Research and Innovation",
        [("Ramboll UK Ltd", "sole", None)],
        [("estimate", "60000000", "EUR", None), ("award", "60000000", "GBP", None)],
        signed="2020-04-09",
    ),
    Case(
        EFORMS + "sdk-examples/t02_ESP.xml",
        "award",
        "Ministerio de Transportes, Movilidad y Agenda Urbana",
        [("Sociedad Mercantil Estatal Renfe Viajeros, Sociedad Anónima", "sole", None)],
        [("award", "9693759000.00", "EUR", None)],
        signed="2020-04-09",
    ),
    Case(
        EFORMS + "converted-notices/ContractAwardNotice_can-modif_2023-101032.xml",
        "contract",
        "Ålesund kommune",
        [("Visma Enterprise AS", "sole", None)],
        [("contract", "305250", "NOK", None)],
        signed="2019-08-26",
        awarded="2019-08-25",
    ),
    Case(
        EFORMS + "published/643121-2023.xml",
        "tender",
        [
            "Ministère de la Mobilité et des Travaux publics",
            "Ministère des Finances",
            "Ministère de l'Énergie et de l'Aménagement du territoire",
        ],
    ),
    Case(EFORMS + "sdk-examples/INVALID_cn_24_empty.xml", "tender", []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{Path(case.path).name}-{case.number}")
def test_what_a_real_notice_says(case: Case) -> None:
    content = shared_file(f"data/{case.path}").read_bytes()
    reader = reader_for(MEDIA_TYPES[Path(case.path).suffix], content)
    assert reader is not None
    record = read(reader, content).records[case.number]
    assert stage(record) == case.stage
    assert buyers(record) == ([case.buyer] if isinstance(case.buyer, str) else case.buyer)
    assert agencies(record) == case.agency
    assert suppliers(record) == case.suppliers
    assert amounts(record) == case.amounts
    found = dates(record)
    assert found.get("contract", [None])[0] == case.signed
    assert found.get("award", [None])[0] == case.awarded


def test_no_number_of_a_person_is_kept() -> None:
    content = shared_file(f"data/{PUBLISHERS}colombia/releases/ocds-k50g02-16-12-5280482-58125c22d3ff2f009b53ed8e.json")
    reader = reader_for("application/json", content.read_bytes())
    assert reader is not None
    [record] = read(reader, content.read_bytes()).records
    assert suppliers(record)
    assert "Nit de Persona Natural" not in repr(record)
