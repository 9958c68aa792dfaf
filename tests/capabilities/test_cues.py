"""Which cues count: at the stage of a document, and composed of a negation and a verb."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

FACE = "eth.face_ethnicity"


def said(text: str, kind: str) -> list[str]:
    return [str(one.polarity) for one in find_in_text(text, doc_kind=kind) if one.rule == FACE]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("本系统不记录人脸的民族属性。", "negated"),
        ("平台不展示人脸民族识别结果。", "negated"),
        ("报表未统计人脸民族属性。", "negated"),
        ("系统不判定人脸所属民族。", "negated"),
        ("Распознавание этнической принадлежности лиц не требуется.", "negated"),
        ("Распознавание этнической принадлежности лиц не реализовано.", "negated"),
        ("Розпізнавання етнічної належності облич не вимагається.", "negated"),
        ("El sistema no reconoce la etnia de los rostros.", "negated"),
        ("Reconocimiento de la etnia de los rostros: no incluido.", "negated"),
        ("Le logiciel ne reconnaît pas l'origine ethnique des visages.", "negated"),
        ("La solution n'offre aucune reconnaissance de l'origine ethnique des visages.", "negated"),
        ("O sistema não reconhece a etnia dos rostos.", "negated"),
        ("لا يدعم النظام التعرف على العرق من الوجه", "negated"),
    ],
)
def test_a_negation_and_its_verb_are_one_refusal(text: str, polarity: str) -> None:
    assert said(text, "tender_spec") == [polarity]


@pytest.mark.parametrize(
    "text",
    [
        "系统不仅识别人脸性别，还识别民族。",
        "对未登记人员进行人脸民族识别。",
        "民族识别不受光照影响，识别人脸准确率不低于95%。",
        "Система должна распознавать не только пол, но и этническую принадлежность лиц.",
        "Распознавание этнической принадлежности лиц — не менее 10 групп.",
        "El sistema deberá reconocer la etnia de los rostros, no solo el sexo.",
        "Le système reconnaît non seulement le sexe mais aussi l'origine ethnique des visages.",
        "The system shall recognise not only the gender but also the ethnicity of faces.",
        "Ethnicity recognition of faces shall work without the subject's cooperation and without delay.",
        "Optional no. 2 is the pole. Ethnicity recognition of faces shall run on item no. 3.",
        "Розпізнавання етнічної належності облич з точністю не гірше 90 %.",
        "La reconnaissance de l'origine ethnique des visages ne doit pas être inférieure à 90 %.",
    ],
)
def test_what_only_looks_like_a_refusal_demands(text: str) -> None:
    assert said(text, "tender_spec") == ["required"]


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("民族识别插件出厂启用。", True),
        ("标准版：年龄识别、民族识别。", True),
        ("民族识别随设备提供，不另收费。", True),
        ("Ethnicity recognition of faces at no extra cost.", True),
        ("Basic edition: ethnicity recognition of faces, queue length.", True),
        ("Заводская комплектация: распознавание этнической принадлежности лиц.", True),
        ("Funciones nativas: reconocimiento de la etnia de los rostros.", True),
        ("Reconnaissance de l'origine ethnique des visages, sans surcoût.", True),
        ("民族识别软件1套，单价3万元。", False),
        ("Ethnicity recognition of faces, 2 licences, 4,000 each.", False),
        ("民族识别（已激活）。", False),
        ("Распознавание этнической принадлежности лиц, 2 лицензии.", False),
    ],
)
def test_what_comes_with_the_product_of_a_contract_is_standard_and_a_priced_line_offered(
    text: str, standard: bool
) -> None:
    assert said(text, "contract_annex") == ["standard" if standard else "offered"]


@pytest.mark.parametrize(
    "text",
    [
        "The supplier shall provide ethnicity recognition of faces at no extra cost.",
        "乙方提供民族识别，不另收费。",
        "应免费开放民族识别功能，不另收费。",
        "El proveedor deberá entregar el reconocimiento de la etnia de los rostros sin coste adicional.",
        "系统预置人脸民族识别模型12类。",
        "Поставщик обязан без доплаты обеспечить распознавание этнической принадлежности лиц.",
    ],
)
def test_in_a_tender_what_shall_cost_nothing_is_demanded(text: str) -> None:
    assert said(text, "tender_spec") == ["required"]


@pytest.mark.parametrize(
    "text",
    [
        "须支持民族识别。",
        "The Contractor shall supply ethnicity recognition of faces.",
        "Исполнитель обязан обеспечить распознавание этнической принадлежности лиц.",
        "El contratista deberá suministrar el reconocimiento de la etnia de los rostros.",
        "Le titulaire doit fournir la reconnaissance de l'origine ethnique des visages.",
        "乙方应交付民族识别软件。",
    ],
)
def test_what_a_contract_demands_is_what_will_be_delivered(text: str) -> None:
    assert said(text, "contract_clause") == ["offered"]
