"""Who buys and who won on the forms of many portals, whose labels name bodies over the buyer and parts of it."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import read, summarise

BUYERS = [
    (
        "CONTRACT\nContract No: GEMC-51\nMinistry : Ministry of Inland Ports\nOrganisation Name : Kaveri Port Trust\n",
        "Kaveri Port Trust",
    ),
    (
        (
            "Ficha de licitación\nResponsable de esta licitación: Municipalidad de Los Robles\nEstado: Adjudicada\n"
            "Unidad de compra: Dirección de Tránsito\n"
        ),
        "Municipalidad de Los Robles",
    ),
    (
        (
            "Извещение о проведении электронного аукциона\nРазмещение осуществляет: Уполномоченный орган\n"
            "Требования заказчика: МКУ «Служба дорог Заречья»\n"
        ),
        "МКУ «Служба дорог Заречья»",
    ),
    (
        "Протокол подведения итогов. Заказчик: ГУП «Водоканал». Поставка тепловизоров, 3 шт. Победитель: АО «Скан».\n",
        "ГУП «Водоканал»",
    ),
    (
        (
            "AWARD NOTICE\nIn terms of the Treasury regulations the Tamba River Municipality hereby publishes the "
            "following award\nAwarded Bidder: Umoja Locks (Pty) Ltd\n"
        ),
        "Tamba River Municipality",
    ),
    ("AWARD SYNOPSIS\nAgency: Ridge County Sheriff's Office, Ridge County, Ohio\n", "Ridge County Sheriff's Office"),
    (
        "CONTRACT\nBuyer: City of Palo Hondo, New Mexico\nContractor: Mesa Lines, LLC\n",
        "City of Palo Hondo, New Mexico",
    ),
    ("ORDEN DE COMPRA\nUNIDAD EJECUTORA: 006 DIRECCIÓN DE AVIACIÓN\nTOTAL S/ 38,400.00\n", "DIRECCIÓN DE AVIACIÓN"),
]


@pytest.mark.parametrize(("text", "buyer"), BUYERS, ids=range(len(BUYERS)))
def test_the_buyer_itself_is_named(text: str, buyer: str) -> None:
    assert summarise(read(text))["buyer"] == (buyer,)


SUPPLIERS = [
    ("Vendor: LODE GUARD TECHNOLOGIES, INC.   UEI: M3KCW9PZ7HF1\n", "LODE GUARD TECHNOLOGIES, INC."),
    (
        "Contratista: Electrónica Lurín S.R.L. Adjudicación Simplificada AS-SM-11. Monto: S/ 10\n",
        "Electrónica Lurín S.R.L.",
    ),
    ("Titulaire : Ets NYONG ELECTRONIQUE, B.P. 1127 Mbalen\n", "Ets NYONG ELECTRONIQUE"),
    ("Attributaire : Clôtures du Lac S.à r.l.\n", "Clôtures du Lac S.à r.l."),
    ("Adjudicatário: Papelaria Monte, EI\n", "Papelaria Monte, EI"),
    ("Recipient Name: PINE RADIO CO\nRecipient UEI: LMNP8QRS2T41\n", "PINE RADIO CO"),
    ("رست المناقصة على: شركة الوادي للأنظمة المتكاملة\n", "شركة الوادي للأنظمة المتكاملة"),
]


@pytest.mark.parametrize(("line", "supplier"), SUPPLIERS, ids=range(len(SUPPLIERS)))
def test_names_end_where_they_end(line: str, supplier: str) -> None:
    title = (
        "إعلان عن نتيجة المناقصة"
        if line[0] > "\u0600"
        else "Avis d'attribution"
        if "utaire" in line
        else "Award notice"
    )
    assert summarise(read(f"{title}\n{line}"))["suppliers"] == (f"{supplier}, sole",)


def test_cells_of_a_head_are_nobody() -> None:
    text = (
        "إعلان عن المنح المؤقت للصفقة\nالمؤسسة الفائزة | النقطة التقنية | المبلغ بكل الرسوم (دج) | أجل التنفيذ\n"
        "شركة هضاب فيديو | 78 | 64.812.300,00 | 05 أشهر\n"
    )
    told = summarise(read(text))
    assert told["suppliers"] == ("شركة هضاب فيديو, sole",)
    assert told["amounts"] == ("award 64812300 DZD",)


def test_suppliers_of_a_framework_are_counted_above_their_names() -> None:
    text = (
        "FRAMEWORK AWARD\nAuthority: Northmoor Homes\nNumber of suppliers on the framework: 2\n  Bellweather Fire Ltd\n"
        "   Oakmere Solutions LLP\nDate of award: 22 March 2024\n"
    )
    assert [one.name for one in predict(text).suppliers] == ["Bellweather Fire Ltd", "Oakmere Solutions LLP"]
