"""Orders that are written to a firm without a label: purchase, work and supply orders of several countries."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "suppliers"),
    [
        (
            (
                "GOVERNMENT OF BALOCHISTAN - SCHOOLS MONITORING CELL\nPurchase Order No. SMC/PO/2021/19   "
                "Date: 11/06/2021\n"
                "M/s Chiltan Computers, Quetta\nS#\tDescription\tQty\tRate (PKR)\tAmount (PKR)\n"
                "1\tTablet\t20\t40,000\t800,000\nGrand total\t\t\t\t800,000"
            ),
            ("Chiltan Computers, sole",),
        ),
        (
            (
                "NAGAR PARISHAD DEVGAON\nWORK ORDER No. NP/31/2021 Date: 22/12/2021\nName of work: Street cameras\n"
                "Agency: M/s Banas Electricals\nAccepted amount: Rs. 4,50,000"
            ),
            ("Banas Electricals, sole",),
        ),
        (
            (
                "بلدية الضليل الجديدة\nأمر شراء رقم ٢٣٣ / ٢٠٢٢\nالسادة / مؤسسة الهدف للأنظمة الأمنية\n"
                "يرجى توريد المواد التالية:\n"
                "م | المادة | الكمية | سعر الوحدة (دينار) | الإجمالي (دينار)\n١ | كاميرا مراقبة | ٢٠ | ١٥٠ | ٣٬٠٠٠\n"
                "الإجمالي العام: ٣٬٠٠٠ دينار\nتحريرا في ٢٠٢٢/٠٢/٢٠"
            ),
            ("مؤسسة الهدف للأنظمة الأمنية, sole",),
        ),
        (
            (
                "BON DE COMMANDE N° 18/2022\nCommune de Valfleur\nÀ la société CÂBLES D'ARMOR SARL\n"
                "Désignation | Qté | PU HT | Montant HT\nCaméra | 4 | 300,00 | 1 200,00\nTotal HT : 1 200,00 €"
            ),
            ("CÂBLES D'ARMOR SARL, sole",),
        ),
        (
            (
                "INSPECTION REPORT\nM/s Chiltan Computers, Quetta\n"
                "The tablets were seen on 11/06/2021 and found to work."
            ),
            (),
        ),
    ],
)
def test_firm_an_order_is_written_to_supplies(text: str, suppliers: tuple[str, ...]) -> None:
    assert summarise(read(text))["suppliers"] == suppliers
