"""Tables that need their values, frames, wide blanks or the places of their heads to be read."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


def test_a_column_of_awards_with_a_unit_holds_prices() -> None:
    found = summarise(
        read(
            "NOTIFICATION OF TENDER AWARDS\nS/No | Tender No. | Successful bidder | Award (Kshs.)\n"
            "1 | CG/T/4 | Msitu Systems Limited | 9,874,600.00\n"
        )
    )
    assert found["suppliers"] == ("Msitu Systems Limited, sole",)
    assert found["amounts"] == ("award 9874600 KES",)


def test_a_table_under_a_label_of_winners_names_them() -> None:
    text = (
        "Entidad: REGISTRO DE MINAS\nEstatus: Terminado Adjudicado\nProveedores adjudicados\n"
        "No. | NIT | Nombre o razón social | Monto\n1 | 9999 | NORTE, SOCIEDAD ANONIMA | Q.74,985.00\n"
        "Fecha de adjudicación: 13/03/2023"
    )
    assert summarise(read(text))["amounts"] == ("award 74985 GTQ",)
    plain = text.replace("Proveedores adjudicados", "Ofertas recibidas").replace("9999 |", "9999 | Sur S.A. |")
    assert summarise(read(plain))["suppliers"] == ()


def test_the_cells_of_a_drawn_frame_are_cells() -> None:
    text = (
        "购 销 合 同\n供方：东风制冷设备有限公司\n需方：海曙山区农产品批发市场管理处\n"
        "┌─────┬─────┬──┬──┬─────┬─────┐\n"
        "│产品名称  │型号    │单位│数量│单价（元）│金额（元）│\n"
        "├─────┼─────┼──┼──┼─────┼─────┤\n"
        "│冷凝机组  │XP-120W │台  │3   │96,500.00 │289,500.00│\n"
        "│吊顶风机  │XP-80   │台  │18  │4,350.00  │78,300.00 │\n"
        "└─────┴─────┴──┴──┴─────┴─────┘\n"
    )
    assert summarise(read(text))["items"] == (
        "冷凝机组 | - | XP-120W | 3台 | 96500",
        "吊顶风机 | - | XP-80 | 18台 | 4350",
    )


def test_wide_blanks_set_columns_apart_under_a_head_of_labels() -> None:
    text = (
        "中标公告\n采购人：清河县公安局\n序号　中标供应商名称　中标供应商联系地址　中标金额(万元)\n"
        "1　西宁河湟装备有限公司　西宁市城中区　412.78\n"
    )
    found = summarise(read(text))
    assert found["suppliers"] == ("西宁河湟装备有限公司, sole",)
    assert found["amounts"] == ("award 4127800 CNY",)


def test_cells_one_blank_apart_stand_under_their_heads() -> None:
    text = (
        "ORDEN DE COMPRA N° 7\nÍtem  Descripción              Marca    U.M.     Cant.  P. unitario   Total\n"
        "1     Escáner de equipajes     Xerion   Unidad   2      412.000.000   824.000.000\n"
        "2     Arco detector de metales Garda    Unidad   4      38.750.000    155.000.000\n"
    )
    items = summarise(read(text))["items"]
    assert isinstance(items, tuple)
    assert [item.partition(" | ")[0] for item in items] == ["Escáner de equipajes", "Arco detector de metales"]


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        ('КОНТРАКТ № 5\nЗаказчик: ГКУ «Центр»\nПоставщик: АО «Завод "Сигнал"», г. Пенза', 'АО «Завод "Сигнал"»'),
        ("PURCHASE ORDER\nSupplier: SUN SECURITY (PTY) LTD      Supplier code: T00871", "SUN SECURITY (PTY) LTD"),
        ("AWARD NOTICE\nSuccessful supplier: Kotu Vision Ltd (Hamilton)       NZ$ 289,000", "Kotu Vision Ltd"),
        ("AVIS D'ATTRIBUTION\nAttributaire : A+B Verkéier S.A.", "A+B Verkéier S.A."),
    ],
)
def test_names_end_where_their_column_and_their_quotes_do(text: str, supplier: str) -> None:
    assert summarise(read(text))["suppliers"] == (f"{supplier}, sole",)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("UMOWA\nWykonawca: LUMI Sp. z o.o.\n1. Wynagrodzenie ryczałtowe wynosi 41 205,00 zł brutto", "41205 PLN"),
        (
            (
                "CONTRATO N° 4\nContratista: ESTE S.R.L.\nEl monto total asciende a Gs. novecientos noventa y ocho "
                "millones "
                "millones (Gs. 998.000.000), IVA incluido."
            ),
            "998000000 PYG",
        ),
        (
            (
                "NOTA DE EMPENHO\nFavorecido: VISA SISTEMAS S/A\nValor total: 54.964,00 (cinquenta e quatro mil, "
                "novecentos e "
                "sessenta e quatro reais)"
            ),
            "54964 BRL",
        ),
        (
            "TENDER RESULTS\nSUCCESSFUL TENDERER: SERI SDN. BHD.\nPRICE: RM 2,468,000.00\nDOCUMENT PRICE: RM 250.00",
            "2468000 MYR",
        ),
    ],
)
def test_prices_stand_behind_verbs_words_and_not_behind_what_papers_cost(text: str, amount: str) -> None:
    amounts = summarise(read(text))["amounts"]
    assert isinstance(amounts, tuple)
    assert [one.partition(" ")[2] for one in amounts] == [amount]
