"""Parties of contracts by whom they stand for, by brackets that count them, by what they are called."""

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "buyer", "supplier"),
    [
        (
            (
                "CONTRATO DE SERVICIOS\nREUNIDOS\nDe una parte, D. Juan Vera, en nombre y representación del "
                "Ayuntamiento de Peñalba "
                "del Río, con CIF P11.\nDe otra, D.ª Ana Gil, en representación de la mercantil Ondas del Duero, "
                "S.L., con CIF B22.\n"
            ),
            "Ayuntamiento de Peñalba del Río",
            "Ondas del Duero, S.L.",
        ),
        (
            (
                "CONTRATO DE SUMINISTRO\nDe una parte, la Sra. Rius, en representación de la Universidad de "
                "Montearagón, que actúa.\n"
                "De otra parte, el Sr. Pla, en nombre y representación de la empresa ÓPTICA RIUS, S.A., "
                "domiciliada en Reus.\n"
            ),
            "Universidad de Montearagón",
            "ÓPTICA RIUS, S.A.",
        ),
        (
            (
                "عقد توريد رقم 9\nتم الاتفاق بين كل من:\nأولاً: مديرية الصحة بمحافظة الساحل، ويمثلها المدير (طرف "
                "أول)\n"
                "ثانياً: شركة السهم للأجهزة، ويمثلها السيد حسن (طرف ثان)\n"
            ),
            "مديرية الصحة بمحافظة الساحل",
            "شركة السهم للأجهزة",
        ),
        (
            (
                "عقد خدمات\nبين جامعة الواحة، ويمثلها الرئيس (الطرف الأول) وشركة البرج للاتصالات، ويمثلها المدير "
                "(الطرف الثاني)\n"
            ),
            "جامعة الواحة",
            "شركة البرج للاتصالات",
        ),
        (
            (
                "قرارداد خرید\nاین قرارداد فیمابین شهرداری نورآباد به نمایندگی شهردار که کارفرما نامیده می‌شود "
                "از یک طرف و شرکت "
                "پرتو داده به شماره ثبت ۱۲۳ که فروشنده نامیده می‌شود منعقد شد.\n"
            ),
            "شهرداری نورآباد",
            "شرکت پرتو داده",
        ),
        (
            (
                "АКТ СДАЧИ-ПРИЕМКИ № 4\nпредставитель Заказчика — ГБУЗ «Роддом № 3» и представитель Подрядчика — "
                "ООО «Тёплый дом» "
                "составили акт.\n"
            ),
            "ГБУЗ «Роддом № 3»",
            "ООО «Тёплый дом»",
        ),
        (
            (
                "АКТ приймання-передачі\nпредставник Замовника – Управління освіти Лозівської міської ради та "
                "представник Виконавця – "
                "ТОВ «Шкільні мережі» склали акт.\n"
            ),
            "Управління освіти Лозівської міської ради",
            "ТОВ «Шкільні мережі»",
        ),
        (
            (
                "ATA DE REGISTRO DE PREÇOS Nº 3/2021\nAos 9 dias do mês de março de 2021, o MUNICÍPIO DE PEDRA "
                "ALTA, pessoa jurídica, "
                "doravante denominado ÓRGÃO GERENCIADOR, registra os preços da empresa LUZ DO VALE LTDA, "
                "doravante denominada "
                "FORNECEDORA.\n"
            ),
            "MUNICÍPIO DE PEDRA ALTA",
            "LUZ DO VALE LTDA",
        ),
        (
            (
                "CONTRATO\nDe una parte, D. Juan Vera, en representación de Ondas del Duero, S.L.\n"
                "De otra, D. Ana Gil, en representación de Redes Levante, S.L.\n"
            ),
            None,
            None,
        ),
        (
            "CONVENTION\nEntre la Commune de Brenne et la société Lumen Ouest SAS\nArticle 1 – Objet\n",
            "Commune de Brenne",
            "Lumen Ouest SAS",
        ),
        (
            (
                "CONVENTION DE PRESTATIONS\nEntre les soussignés : l'Office National des Ports, d'une part, et la "
                "société ATLAS VIGIE SARL, d'autre part\n"
            ),
            "Office National des Ports",
            "ATLAS VIGIE SARL",
        ),
        ("CONTRACT\nbetween Alder County Council and Kestrel Data Ltd\n", "Alder County Council", "Kestrel Data Ltd"),
        (
            "CONTRATO\nentre el Ayuntamiento de Oteruelo y la empresa Señales Ebro, S.L.\n",
            "Ayuntamiento de Oteruelo",
            "Señales Ebro, S.L.",
        ),
        ("CONTRACT\nbetween Alder Cables Ltd and Kestrel Data Ltd\n", None, None),
        ("عقد\nبين شركة السهم (الطرف الأول) وشركة البرج (الطرف الثاني)\n", None, None),
    ],
)
def test_each_party_has_its_part(text: str, buyer: str | None, supplier: str | None) -> None:
    found = summarise(read(text))
    assert found["buyer"] == ((buyer,) if buyer else ())
    assert found["suppliers"] == ((f"{supplier}, sole",) if supplier else ())
