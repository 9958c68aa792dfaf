"""Country, state and place of documents in languages with blanks between their words."""

from __future__ import annotations

import pytest

from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.places.habits import country_by_habit
from tenderlight.facts.reading import read_facts
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.values import RegionValue


def region_of(text: str) -> tuple[str | None, str | None, str | None]:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, RegionValue)]
    return (found[0].country, found[0].admin1, found[0].place) if found else (None, None, None)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Acheteur : Communauté d'agglomération du Val Gris\nMontant : 40 000 € HT", "fr", "FR"),
        ("Administration communale, le collège communal. Montant 40 000 € HTVA, TVAC 48 400 €", "fr", "BE"),
        ("Municipalité régionale de comté : 96 435 $ à Équipements Nord ltée", "fr", "CA"),
        ("Auftraggeber: Landkreis Nordau, Auftragswert 40.000 EUR netto", "de", "DE"),
        ("Vergabeverfahren nach BVergG, Auftragswert 40.000 EUR", "de", "AT"),
        ("Departement Bau des Kantons, Kosten CHF 200", "de", "CH"),
        ("The County Commissioners awarded the bid for $48,750 to Acme.", "en", "US"),
        ("The borough council accepted the tender at £48,750.", "en", "GB"),
        ("La Alcaldía adjudicó a la Unión Temporal Norte, NIT 800", "es", "CO"),
        ("O pregão foi homologado pela Prefeitura por R$ 40.000,00", "pt", "BR"),
        ("Attributaire : Sécurité Baobab SARL, Dakar", "fr", "SN"),
    ],
)
def test_signs_together_tell_the_country(text: str, language: str, expected: str) -> None:
    found = country_by_habit([Sheet(page=Page(number=1, text=text), flat=flatten(text))], language)
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The contract was awarded to Acme.", "en"),
        ("El contrato se adjudicó a la empresa.", "es"),
        ("Le marché est attribué à Dupont.", "fr"),
    ],
)
def test_no_sign_tells_no_country(text: str, language: str) -> None:
    assert country_by_habit([Sheet(page=Page(number=1, text=text), flat=flatten(text))], language) is None


@pytest.mark.parametrize(
    ("text", "admin1", "place"),
    [
        (
            (
                "ATA DE REGISTRO DE PREÇOS Nº 7/2022\nÓrgão gerenciador: Secretaria de Obras de Lagoa Funda (RS)\n"
                "Fornecedor: Norte Ltda\nValor total: R$ 40.000,00"
            ),
            "RS",
            "Lagoa Funda",
        ),
        (
            (
                "CONTRACT AWARD NOTICE\nBuyer: Lowgate Taluk Municipal Council, Karnataka, India\nContractor: Sun Pvt "
                "Ltd\n"
                "Contract price: Rs. 4,00,000"
            ),
            "Karnataka",
            "Lowgate",
        ),
        (
            (
                "Información de la Entidad Estatal\nEntidad: ALCALDIA MUNICIPAL DE PASO LARGO\n"
                "Departamento: Huila   Ciudad: Paso Largo\nProveedor adjudicado: NORTE S.A.S.\n"
                "Valor del contrato: 59.842.000 COP\nFecha de firma: 16/02/2024"
            ),
            "Huila",
            "Paso Largo",
        ),
        (
            (
                "ГОСУДАРСТВЕННЫЙ КОНТРАКТ № 12\nг. Речной Бор                «30» ноября 2020 г.\n"
                "Заказчик: ГКУ «Дирекция дорог Усть-Лесной области»\nПоставщик: ООО «Свет»\nЦена контракта: 40 000 руб."
            ),
            "Усть-Лесная область",
            "Речной Бор",
        ),
        (
            (
                "PURCHASE ORDER\nBuyer: ROOIVELD LOCAL MUNICIPALITY\nPrivate Bag X4, Rooiveld, Limpopo\n"
                "Supplier: SUN (PTY) LTD\nOrder date: 2023/10/06\nTotal: R 4 000.00"
            ),
            "Limpopo",
            "Rooiveld",
        ),
    ],
)
def test_state_and_place_stand_in_or_behind_the_name_of_the_buyer(text: str, admin1: str, place: str) -> None:
    assert region_of(text)[1:] == (admin1, place)


def test_a_word_behind_the_buyer_that_is_no_state_is_no_region() -> None:
    text = "AWARD NOTICE\nBuyer: Ministry of Roads, Supply Branch\nContractor: Sun Ltd\nContract price: USD 4,000"
    assert region_of(text)[1:] == (None, None)


@pytest.mark.parametrize(
    ("text", "admin1", "place"),
    [
        ("广东省政府采购合同书\n甲方：南礁市公安局\n乙方：东风科技有限公司\n合同金额：3万元", "广东省", "南礁市"),
        (
            "成交公告\n采购人：清溪河县公安局\n项目名称：湖北省清溪河县公安局装备采购\n成交供应商：东风科技有限公司",
            "湖北省",
            "清溪河县",
        ),
        ("成交公告\n采购人：清溪河县公安局\n成交供应商：东风科技有限公司\n供应商地址：浙江省杭州市", None, "清溪河县"),
    ],
)
def test_a_province_counts_before_the_place_or_in_the_heading(text: str, admin1: str | None, place: str) -> None:
    assert region_of(text)[1:] == (admin1, place)
