"""Forms that tell by their layout what their words leave open: stages, corrections, blocks and heads."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.names.offices import acting_arabic
from tenderlight.languages.normalise import flatten
from tests.facts.summary import read, summarise

STAGES = [
    (
        (
            "CONTRATACIÓN DIRECTA N° 55/2022. Municipalidad de Yerbal. Proveedor: Monitor S.A.S. Firma: 1 de abril "
            "de 2022.\n"
        ),
        "contract",
    ),
    ("CONTRATACIÓN DIRECTA N° 55/2022. Municipalidad de Yerbales. Proveedor: Monitoreo Alto S.A.S.\n", "single_source"),
    (
        "Закупівля UA-2021-03-29-002905-c. Статус: Відмінена. Замовник: Департамент міста. Очікувана вартість 9 грн\n",
        "cancellation",
    ),
    ("Proceso LP-004. Estado del proceso: Desierto. Entidad: Municipio de Ríos\n", "cancellation"),
    ("Ficha LP-004\nEstado: Adjudicada\nProveedor adjudicado: Ríos S.A.\nMonto adjudicado: $ 4\n", "award"),
    ("ADVANCE CONTRACT AWARD NOTICE (ACAN)\nSolicitation No.: PX-2022-061\n", "single_source"),
    ("UK5: Transparency notice\nContract 1\nSupplier\nPlate Soft Ltd\nContract value\n£310,000\n", "single_source"),
    (
        "Выписка из протокола заседания комиссии\nЛот № 1: победитель ООО «Скан», цена договора 9 000 руб.\n",
        "award",
    ),
    ("ANUNCIO de adjudicación del contrato\nAdjudicatario: Norte, S.L.\n", "award"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES, ids=range(len(STAGES)))
def test_stages(text: str, stage: str) -> None:
    assert summarise(read(text))["stage"] == stage


def test_a_correction_has_its_own_day_and_the_new_value() -> None:
    text = (
        "CORRIGENDUM to contract award notice\nBuyer: Wrexby Transport Executive\nOriginal notice published: "
        "12 January 2021\nSection V.2.4 - where it reads: Total value of the contract: £742,000\n"
        "read: Total value of the contract: £724,000\nContractor: Pentway Ltd\nDate of this notice: 19 January 2021\n"
    )
    told = summarise(read(text))
    assert told["amounts"] == ("award 724000 GBP", "superseded 742000 GBP")
    assert told["dates"] == ("correction 2021-01-19",)


def test_the_name_of_an_office_is_no_head_of_a_table() -> None:
    text = (
        "LAKELAND PORTS SECURITY AUTHORITY\nP.O. Box 1180, Kisuni\nNOTIFICATION OF AWARD\nM/s Rafa Gates Ltd,\n"
        "We are pleased to inform you that your tender was successful.\n"
    )
    assert summarise(read(text))["buyer"] == ("LAKELAND PORTS SECURITY AUTHORITY",)


def test_names_in_capitals_stand_behind_bare_labels() -> None:
    text = (
        "Award Notice Abstract\nReference Number 9122871\nProcuring Entity PROVINCE OF MARINDA\nAward Number 3301188\n"
        "Awardee LUNTIA IT SOLUTIONS\nContract Amount PHP 587,500.00\nAward Date 03-Feb-2023\n"
    )
    told = summarise(read(text))
    assert told["buyer"] == ("PROVINCE OF MARINDA",)
    assert told["suppliers"] == ("LUNTIA IT SOLUTIONS, sole",)


def test_bidders_under_the_others_are_no_suppliers() -> None:
    text = (
        "NOTIFICATION OF INTENTION TO ENTER INTO A CONTRACT\nProcuring Entity: Malin Coast Water Agency\n"
        "1. The successful tenderer\nName: Tembo Secure Ltd\nContract Price: KES 7,214,900.00\n2. Other tenderers\n"
        "Name of Tenderer | Tender price | Evaluated price\nSimba Locks Ltd | KES 7,950,000 | KES 7,950,000\n"
        "Uhuru Gates Ltd | KES 8,120,500 | n/a\n"
    )
    told = summarise(read(text))
    assert told["suppliers"] == ("Tembo Secure Ltd, sole",)
    assert told["amounts"] == ("award 7214900 KES",)


def test_offices_act_before_and_behind_their_verb_in_arabic() -> None:
    for text, office in (
        ("نفيدكم بأن وزارة المياه قررت ترسية المنافسة عليكم", "وزارة المياه"),
        ("تعلن بلدية السدرة أنه على إثر طلب العروض تم منح الصفقة", "بلدية السدرة"),
    ):
        flat = flatten(text)
        span = acting_arabic(flat)
        assert span is not None
        assert text[slice(*span)] == office


def test_money_of_several_countries_has_the_currency_of_its_own() -> None:
    for country, currency in (("الجمهورية التونسية", "TND"), ("المملكة الأردنية الهاشمية", "JOD")):
        text = f"{country}\nإعلان ترسية\nالجهة الحكومية: بلدية الوادي\nقيمة الترسية: 92,640.500 دينار\n"
        assert summarise(read(text))["amounts"] == (f"award 92640.5 {currency}",)


def test_long_pages_take_no_time() -> None:
    for flat in ("وزارة " * 9_000, "تعلن وزارة ا" * 5_000):
        begins = time.perf_counter()
        acting_arabic(flat)
        assert time.perf_counter() - begins < 3
    begins = time.perf_counter()
    read("status of the notice " * 2_500)
    assert time.perf_counter() - begins < 20
