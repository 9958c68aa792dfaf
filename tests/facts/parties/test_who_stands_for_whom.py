"""Organisations behind the persons and units that stand for them, and prices beside other figures."""

import pytest

from tests.facts.names.test_in_values import names
from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Proprietor, KALAYO COMPUTER CENTER", ["KALAYO COMPUTER CENTER"]),
        ("Managing Director, Heron Optics Ltd", ["Heron Optics Ltd"]),
        ("O Prefeito do Município de Vale Alto", ["Município de Vale Alto"]),
        ("El Alcalde del Municipio de San Blas", ["Municipio de San Blas"]),
        ("Le Directeur du Service d'Incendie du Val-Clair", ["Service d'Incendie du Val-Clair"]),
        ("Procurement Cell, Metropolitan Police, Northgate", ["Metropolitan Police, Northgate"]),
        ("Purchase Department - City of Alder Creek", ["City of Alder Creek"]),
        ("Supply Chain Management", []),
        ("Bids and Awards Committee", []),
        ("Procurement Unit", []),
        ("Executive Engineer, Electrical Division II", ["Executive Engineer, Electrical Division II"]),
        ("Secretaria de Estado da Segurança", ["Secretaria de Estado da Segurança"]),
        ("Commune de Saint-Aubin, Hôtel de Ville, place du Marché", ["Commune de Saint-Aubin"]),
        ("Alder Police Service, on behalf of all forces", ["Alder Police Service"]),
        ("Ayuntamiento de Valle, calle Mayor", ["Ayuntamiento de Valle"]),
    ],
)
def test_the_organisation_is_named_and_not_who_stands_for_it(value: str, found: list[str]) -> None:
    assert names(value) == found


_ES = "CONTRATO DE SUMINISTRO No. 41 DE 2022\nEntre los suscritos, "
_FR = "CONTRAT N° 7/2022\nEntre les soussignés : "


@pytest.mark.parametrize(
    ("opening", "buyer", "supplier"),
    [
        (
            _ES + "ANA TORRES GIL, en calidad de Secretaria de Hacienda del MUNICIPIO DE SAN BLAS, NIT 890, quien en "
            "adelante se denominará EL MUNICIPIO, y por la otra LUIS PEÑA ROJAS, representante legal de VISIÓN ANDINA "
            "S.A.S., quien en adelante se denominará EL CONTRATISTA, hemos convenido celebrar el contrato.",
            "MUNICIPIO DE SAN BLAS",
            "VISIÓN ANDINA S.A.S., sole",
        ),
        (
            _ES + "MUNICIPIO DE SAN BLAS, en adelante EL CONTRATANTE, y LUIS PEÑA ROJAS, actuando en nombre y "
            "representación de VISIÓN ANDINA S.A.S., en adelante EL CONTRATISTA, se celebra el contrato.",
            "MUNICIPIO DE SAN BLAS",
            "VISIÓN ANDINA S.A.S., sole",
        ),
        (
            _FR + "la Commune de Saint-Aubin, représentée par son maire, ci-après dénommée l'Acheteur, et Monsieur "
            "Paul Lemoine, agissant au nom de Vidéo Ouest SARL, ci-après dénommé le Titulaire, il est convenu.",
            "Commune de Saint-Aubin",
            "Vidéo Ouest SARL, sole",
        ),
    ],
)
def test_a_party_is_whom_a_person_signs_for(opening: str, buyer: str, supplier: str) -> None:
    summary = summarise(read(f"{opening}\n"))
    assert (summary["buyer"], summary["suppliers"]) == ((buyer,), (supplier,))


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        (
            "at a Contract Price equivalent to TWO MILLION THREE HUNDRED THOUSAND PESOS (PhP2,003,000.00).",
            "2300000 PHP",
        ),
        ("at a contract price of Two Hundred Thousand Dollars (US$20,000.00).", "200000 USD"),
        ("at a contract price of Two Hundred Thousand Dollars (US$200,000.00).", "200000 USD"),
    ],
)
def test_words_before_a_bracket_hold_against_its_digits(sentence: str, amount: str) -> None:
    text = (
        "NOTICE OF AWARD\nProcuring entity: Fenwick District Council\nAwarded to: Heron Optics Ltd\n"
        f"Your bid for cameras is hereby awarded to you {sentence}\n"
    )
    assert f"award {amount}" in summarise(read(text))["amounts"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "kept", "never"),
    [
        (
            (
                "EXTRATO DO TERMO ADITIVO\nCONTRATANTE: Município de Vale Alto\nCONTRATADA: Olho Vivo Ltda.\n"
                "VALOR DO ACRÉSCIMO: R$ 3.000.000,00. "
                "O valor contratual passa de R$ 16.000.000,00 para R$ 19.000.000,00.\n"
            ),
            "contract 19000000 BRL",
            "contract 3000000 BRL",
        ),
        (
            (
                "ADENDA No. 3\nEntidad: Alcaldía de San Blas (Colombia)\n"
                "El presupuesto oficial, antes $18.740.220.000, pasa a $17.985.000.000.\n"
                "La garantía será del 10% del nuevo presupuesto ($1.798.500.000).\n"
            ),
            "budget 17985000000 COP",
            "budget 1798500000 COP",
        ),
        (
            (
                "Запрос котировок № 17\nЗаказчик: ГБУ «Заря»\nНачальная (максимальная) цена: 4 980 000 рублей\n"
                "Обеспечение контракта: 5 % НМЦК — 249 000 руб.\n"
            ),
            "ceiling 4980000 RUB",
            "ceiling 249000 RUB",
        ),
    ],
)
def test_a_change_gives_the_new_figure_and_a_share_gives_none(text: str, kept: str, never: str) -> None:
    amounts = summarise(read(text))["amounts"]
    assert isinstance(amounts, tuple)
    assert kept in amounts
    assert never not in amounts


def test_a_printed_sum_of_rows_is_the_price_of_the_whole() -> None:
    text = (
        "采购结果公示\n采购单位：江北县监狱\n项目编号：JB-7\n"
        "标包名称\t中标单位\t中标总价（元）\n摄像机\t甲城电子科技有限公司\t538160\n"
        "服务器\t乙港信息技术有限公司\t640800\n中标总价（元）：1178960\n"
    )
    assert "award 1178960 CNY" in summarise(read(text))["amounts"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "words",
    [
        "The standstill period will end on 14 November 2022.",
        "Your score was 70; the winning score was 88.",
        "You are an unsuccessful tenderer.",
    ],
)
def test_who_is_meant_in_a_letter_to_losers_has_won(words: str) -> None:
    text = (
        "Dear Sir or Madam,\nRe: Cameras - Decision Notice\nFenwick District Council writes to inform you that it "
        f"intends to award the contract to Heron Optics Ltd.\n{words}\n3 November 2022\n"
    )
    summary = summarise(read(text))
    assert (summary["stage"], summary["suppliers"]) == ("award", ("Heron Optics Ltd, sole",))


def test_an_office_that_a_line_names_in_full_is_the_buyer() -> None:
    text = "江苏省淮浦市公安局机关服务中心\n设备采购项目中标公告\n中标供应商：甲城电子科技有限公司\n"
    assert summarise(read(text))["buyer"] == ("江苏省淮浦市公安局机关服务中心",)


def test_an_office_in_the_name_of_its_agency_does_not_buy() -> None:
    text = (
        "湖北省清江县政府采购中心\n成交结果公告\n清江县政府采购中心受清江县公安局委托，对其所需的设备进行网上竞价。\n"
        "成交供应商：甲城电子科技有限公司\n"
    )
    assert summarise(read(text))["buyer"] == ("清江县公安局",)
