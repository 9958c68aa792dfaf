"""Days by the root of the word before them, and days on a line of their own."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

DAYS = {
    "award, a label of many words": (
        (
            "AWARD NOTICE\nBuyer: Port of Westmark\nSupplier: Hallard Systems Ltd\n"
            "Date of the letter of acceptance issued to the tenderer: see file\nResolution adopted 18/09/2019\n"
            "Displayed until: 25/09/2019\n"
        ),
        "2019-09-18 award",
    ),
    "award in German beside the day of publication": (
        (
            "Bekanntmachung vergebener Aufträge\nAuftraggeber: Stadt Hohenfels\nAuftragnehmer: Lindner GmbH\n"
            "Zuschlag am: 2025-03-06\nVeröffentlicht: 2025-03-20\n"
        ),
        "2025-03-06 award",
    ),
    "publication of a tender, by the day of sending": (
        (
            "Öffentliche Ausschreibung\nAuftraggeber: Stadt Hohenfels\nAngebotsfrist: 04.10.2021, 11:00 Uhr\n"
            "Abgesandt: 02.09.2021\n"
        ),
        "2021-09-02 publication",
    ),
    "contract, signed by a form": (
        (
            "CONTRATO MENOR CM-2023/311\nÓrgano de contratación: Ayuntamiento de Peñaloza\n"
            "Adjudicatario: Redes del Sur S.L.\n"
            "Firmado electrónicamente por GERENTE el 02/11/2023 9:27:05\n"
        ),
        "2023-11-02 contract",
    ),
    "plan, the day it was filled in": (
        (
            "重大採購預告表\n機關：海灣港務警察總隊\n計畫名稱｜預算金額｜預定招標月份\n港區監控｜46,800,000元｜114年5月\n"
            "填表日期：114年1月15日\n"
        ),
        "2025-01-15 publication",
    ),
    "acceptance, with the hand of who accepted": (
        (
            "收货验收单\n采购人：石河县图书馆\n供货单位：宁远书架设备有限公司\n订单：SH-2023-6\n"
            "验收人（签）：艾某　　2023年5月16日\n"
        ),
        "2023-05-16 acceptance",
    ),
    "two days with such a word tell none": (
        (
            "Öffentliche Ausschreibung\nAuftraggeber: Stadt Hohenfels\nAbgesandt: 02.09.2021\n"
            "Abgesandt an das Amtsblatt: 05.09.2021\n"
        ),
        "None None",
    ),
}


@pytest.mark.parametrize("case", DAYS)
def test_day(case: str) -> None:
    text, expected = DAYS[case]
    found = predict(text)
    assert f"{found.date} {found.date_kind}" == expected
