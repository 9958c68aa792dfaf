"""Places in the names of offices and in the lines that say where and when a document was signed."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

PLACES = {
    "where and when, French": (
        "DÉCISION D'ATTRIBUTION\nMarché attribué à Sahel Énergie SARL\n\nKayes-Ville, le 3 mars 2025\n",
        "Kayes-Ville",
    ),
    "where and when, Portuguese": (
        "CONTRATO N.º 4/2024\nContratada: Redes\nVale Formoso do Sul, 5 de fevereiro de 2024\n",
        "Vale Formoso do Sul",
    ),
    "where and when, English": (
        "AWARD NOTICE\nSupplier: Oakham Systems Ltd\n\nMaunatlala, 21 March 2025\n",
        "Maunatlala",
    ),
    "the only office of a letter": (
        "关于续签维保合同的通知\n经研究，漠西市公安局三楼会议室视频系统由海通科技有限公司中标。\n",
        "漠西市",
    ),
    "a word of signing is no place": ("AWARD NOTICE\nSupplier: Oakham Systems Ltd\nSigned, 5 June 2024\n", None),
    "offices of two places tell none": ("成交结果\n海通科技有限公司中标。\n抄送：漠西市公安局、石河县司法局。\n", None),
}


@pytest.mark.parametrize("case", PLACES)
def test_place(case: str) -> None:
    text, place = PLACES[case]
    region = predict(text).region
    found = region.place if region is not None else None
    assert (found if isinstance(found, str) else None) == place
