"""Who works for a winner, by words around its name; what is forbidden or told of losers names nobody."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict

ENGLISH = (
    "CONTRACT AWARD NOTICE\nBuyer: Norwick County Council\nSupplier: Harrow Radio Ltd\nAward date: 14 March 2023\n"
)
FRENCH = "AVIS D'ATTRIBUTION\nAcheteur : Commune de Valbrune\nTitulaire : Radio Sahel SARL\nDate : 14 mars 2023\n"
SPANISH = "AVISO DE ADJUDICACIÓN\nEntidad: Municipalidad de Río Seco\nAdjudicatario: Radios del Sur S.A.\n"
RUSSIAN = (
    "ИНФОРМАЦИЯ О ЗАКЛЮЧЕННОМ КОНТРАКТЕ\nЗаказчик: Управление дорог города Ясногорска\nПоставщик: ООО «Радиосвязь Юг»\n"
)
GERMAN = "VERGEBENER AUFTRAG\nAuftraggeber: Stadt Feldkamp\nAuftragnehmer: Funk Nord GmbH\nZuschlag am: 14.03.2023\n"
CHINESE = "中标结果公告\n采购人：清江市公安局\n中标供应商：清江电子有限公司\n公告日期：2023年3月14日\n"
TOLD = [
    (ENGLISH, "Subcontractor for civil works: Moat Builders Ltd (30%).", "Moat Builders Ltd"),
    (ENGLISH, "Other entities involved: Moat Optics Pty Ltd (subcontractor, calibration)", "Moat Optics Pty Ltd"),
    (ENGLISH, "Training is subcontracted to Moat Training Ltd.", "Moat Training Ltd"),
    (ENGLISH, "Masts by Moat Masts Ltd, as subcontractor.", "Moat Masts Ltd"),
    (ENGLISH, "Sub-contractor (installation): Moat Masts Ltd", "Moat Masts Ltd"),
    (FRENCH, "Part sous-traitée : génie civil, confiée à l'entreprise Talus SARL.", "Talus SARL"),
    (FRENCH, "Sous-traitant pour la pose : Talus SARL", "Talus SARL"),
    (SPANISH, "Subcontratista para obra civil: Zanjas del Norte S.R.L.", "Zanjas del Norte S.R.L."),
    (SPANISH, "La obra civil se ha subcontratado a la empresa Zanjas del Norte S.R.L.", "Zanjas del Norte S.R.L."),
    (RUSSIAN, "Субподрядчик по монтажу: ООО «Антенна Плюс»", "ООО «Антенна Плюс»"),
    (RUSSIAN, "Соисполнитель на пусконаладку: ООО «Антенна Плюс»", "ООО «Антенна Плюс»"),
    (GERMAN, "Nachunternehmer für Montage: Mastbau Süd GmbH", "Mastbau Süd GmbH"),
    (ENGLISH, "Harrow Radio Ltd has subcontracted the masts to Moat Masts Ltd.", "Moat Masts Ltd"),
    (ENGLISH, "Subcontractor for civil works: Moat Builders Ltd, approved by the client", "Moat Builders Ltd"),
    (FRENCH, "La sous-traitance de la pose est confiée à Talus SARL.", "Talus SARL"),
    (CHINESE, "土建部分分包给白石建筑有限公司。", "白石建筑有限公司"),
    (CHINESE, "分包单位（土建）：白石建筑有限公司", "白石建筑有限公司"),
    (CHINESE, "清江电子有限公司将土建分包给无锡白石建筑有限公司。", "无锡白石建筑有限公司"),
    (CHINESE, "供货由无锡方面负责，土建分包予白石建筑有限公司。", "白石建筑有限公司"),
]  # fmt: skip
NOT_TOLD = [
    (ENGLISH, "No work may be subcontracted to Moat Training Ltd."),
    (ENGLISH, "Unsuccessful: Moat Masts Ltd (subcontractor: none)"),
    (ENGLISH, "Other bids: Moat Power Ltd, with Moat Masts Ltd, as subcontractor"),
    (ENGLISH, "Subcontractor for civil works: to be confirmed. Enquiries: Moat Builders Ltd"),
    (ENGLISH, "Former subcontractor for civil works: see Moat Builders Ltd"),
    (FRENCH, "Aucune part ne peut être sous-traitée à Talus SARL."),
    (SPANISH, "No podrá ser subcontratado a la empresa Zanjas del Norte S.R.L."),
    (RUSSIAN, "Отклонена заявка: ООО «Антенна Плюс» (субподрядчик не назван)"),
    (GERMAN, "Nachunternehmer für Montage: keine. Rügen an: Mastbau Süd GmbH"),
    (CHINESE, "分包商（土建）：无。咨询：白石建筑有限公司"),
    (ENGLISH, "Work that is subcontracted has to be notified to Moat Surveyors Ltd."),
    (ENGLISH, "Copies of each subcontract go to Moat Surveyors Ltd."),
    (FRENCH, "Toute déclaration de sous-traitance sera transmise à la société Talus Conseil SARL."),
    (SPANISH, "Las solicitudes de subcontratación se remitirán a Zanjas del Norte S.R.L."),
    (RUSSIAN, "Сведения о договорах субподряда переданы ООО «Антенна Плюс»."),
    (GERMAN, "Anträge auf Unteraufträge sind zu richten an die Mastbau Süd GmbH."),
    (ENGLISH, "Subcontractor for civil works: Moat Builders Ltd, not approved by the client"),
    (ENGLISH, "Masts by Moat Masts Ltd, as subcontractor, was rejected."),
    (FRENCH, "Sous-traitant pour la pose : Talus SARL (rejeté)"),
    (SPANISH, "Subcontratista para obra civil: Zanjas del Norte S.R.L., propuesta rechazada"),
    (RUSSIAN, "Субподрядчик по монтажу: ООО «Антенна Плюс», в согласовании отказано"),
    (GERMAN, "Nachunternehmer für Montage: Mastbau Süd GmbH (abgelehnt)"),
    (ENGLISH, "In the 2017 agreement training was subcontracted to Moat Training Ltd."),
    (SPANISH, "En el contrato anterior la obra civil se subcontrató a la empresa Zanjas del Norte S.R.L."),
    (RUSSIAN, "По прежнему контракту монтаж был на субподряде передан ООО «Антенна Плюс»"),
    (ENGLISH, "Offer by Stoat Radio Ltd: 70,000, masts subcontracted to Moat Masts Ltd"),
    (FRENCH, "Proposition de Belette SARL : pose sous-traitée à Talus SARL"),
    (CHINESE, "成交人不得分包给白石建筑有限公司。"),
    (CHINESE, "不得将土建分包给白石建筑有限公司。"),
    (CHINESE, "中标供应商严禁将主体工程分包至白石建筑有限公司。"),
    (CHINESE, "本项目未将任何内容分包给白石建筑有限公司。"),
    (CHINESE, "中标人将土建分包给白石建筑有限公司，未获采购人同意。"),
    (CHINESE, "第三名清江丁电子有限公司拟将土建分包给白石建筑有限公司"),
    (CHINESE, "举报称中标人已将土建分包给白石建筑有限公司，经核查不成立。"),
]  # fmt: skip


def _helpers(text: str) -> list[str]:
    return [one.name for one in predict(text).suppliers if one.role == "subcontractor"]


@pytest.mark.parametrize(("head", "line", "name"), TOLD)
def test_words_around_a_name_tell_a_subcontractor(head: str, line: str, name: str) -> None:
    assert _helpers(head + line + "\n") == [name]


@pytest.mark.parametrize(("head", "line"), NOT_TOLD)
def test_no_subcontractor_where_it_is_forbidden_or_of_a_loser(head: str, line: str) -> None:
    assert _helpers(head + line + "\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "中标供应商：清江甲建设有限公司\n清江甲建设有限公司将土建分包给白石建筑有限公司。",
        "清江甲建设有限公司为中标供应商。清江甲建设有限公司已将土建工程分包给白石建筑有限公司。",
        "中标人清江甲建设有限公司将土建分包给白石建筑有限公司。",
        "清江甲建设有限公司中标，并把安装部分分包至白石建筑有限公司。",
    ],
)
def test_who_leaves_work_to_another_has_won(line: str) -> None:
    told = predict(f"中标结果公告\n采购人：清江市公安局\n{line}\n公告日期：2023年3月14日\n")

    assert {(one.name, one.role) for one in told.suppliers} == {
        ("清江甲建设有限公司", "sole"),
        ("白石建筑有限公司", "subcontractor"),
    }
    assert told.buyer == "清江市公安局"


def test_a_subcontractor_alone_is_no_supplier() -> None:
    text = "CONTRACT AWARD NOTICE\nBuyer: Norwick County Council\nSubcontractor for masts: Moat Masts Ltd\n"

    assert all(one.role != "sole" for one in predict(text).suppliers)


@pytest.mark.parametrize("text", ["subcontract " * 4000, "Subcontractor for A Ltd " * 2000, "sous-traitée à " * 3000])
def test_long_pages_take_little_time(text: str) -> None:
    start = time.perf_counter()
    predict(ENGLISH + text)

    assert time.perf_counter() - start < 5
