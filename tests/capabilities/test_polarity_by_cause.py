"""What a careful reader makes of one capability in many wordings and languages, a table for each cause of mistakes."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

ZH = "人脸民族识别"
EN = "ethnicity recognition of faces"
RU = "распознавание этнической принадлежности лиц"
ES = "reconocimiento de la etnia de los rostros"
FR = "reconnaissance de l'origine ethnique des visages"
UK = "розпізнавання етнічної належності облич"
PT = "reconhecimento da etnia dos rostos"
AR = "التعرف على العرق من الوجه"


def said(text: str, kind: str) -> set[str]:
    """Return what is said of the capability in a text."""
    return {str(one.polarity) for one in find_in_text(text, doc_kind=kind) if one.rule == "eth.face_ethnicity"}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("bid_response", f"招标要求\t投标响应\t偏离\n支持{ZH}\t完全支持{ZH}\t无偏离", "offered"),
        ("bid_response", f"条款\t响应\t偏离情况\n{ZH}\t我司产品不具备\t负偏离", "negated"),
        ("bid_response", f"序号1 要求：{ZH}；应答：无此模块。", "negated"),
        ("bid_response", f"Clause\tOur response\tDeviation\n{EN}\tComply\tNone", "offered"),
        ("bid_response", f"Clause 4.2 {EN} - Not compliant, see alternative.", "negated"),
        (
            "bid_response",
            f"Requirement: {EN}. Bidder's reply: partially; the colour of hair only, {EN} cannot be provided.",
            "negated",
        ),
        ("bid_response", f"Требование: {RU}. Ответ участника: не реализовано.", "negated"),
        ("bid_response", f"Требование\tПредложение\n{RU}\tСоответствует", "offered"),
        ("bid_response", f"Requisito\tCumple\n{ES}\tNo", "negated"),
        ("bid_response", f"Exigence\tRéponse\n{FR}\tConforme", "offered"),
        ("bid_response", f"Exigence : {FR}. Réponse : non conforme.", "negated"),
    ],
)
def test_rows_of_deviations(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("clarification", f"问：第12条{ZH}是否必须具备？答：否，删除该条。", "negated"),
        ("clarification", f"供应商提问：{ZH}能否以第三方软件实现？采购人答复：可以。", "required"),
        ("clarification", f"疑问3：{ZH}功能是否属于本次采购内容。回复：不属于。", "negated"),
        ("clarification", f"问题5：要求{ZH}，是否有倾向性？答复：维持原要求。", "required"),
        ("clarification", f"Q7. Does the lot cover {EN}? A7. It does not.", "negated"),
        ("clarification", f"Tenderer's question: is {EN} needed at the gates? Answer: yes, at all gates.", "required"),
        ("clarification", f"Bidder asked whether {EN} would score. Authority: this feature is not wanted.", "negated"),
        ("clarification", f"Вопрос: требуется ли {RU}? Ответ: да, требуется.", "required"),
        ("clarification", f"Вопрос: нужно ли {RU}? Ответ: нет.", "negated"),
        ("clarification", f"Запитання: чи потрібне {UK}? Відповідь: ні.", "negated"),
        ("clarification", f"Pregunta: ¿Se exige el {ES}? Respuesta: No se exige.", "negated"),
        ("clarification", f"Question : la {FR} est-elle exigée ? Réponse : oui.", "required"),
        (
            "clarification",
            f"Question : la {FR} est-elle attendue ? Réponse : non, elle est exclue du marché.",
            "negated",
        ),
    ],
)
def test_questions_and_answers(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"演示{ZH}，成功得3分，失败得0分。", "required"),
        ("tender_spec", f"具备{ZH}的得2分，不具备的不得分。", "required"),
        ("tender_spec", f"{EN}: demonstrated 5 points, not demonstrated 0 points.", "required"),
        ("tender_spec", f"Не реализовано {RU} — 0 баллов, реализовано — 5 баллов.", "required"),
    ],
)
def test_scoring(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("contract_annex", f"{ZH}模块（选购），单价5万元，未计入合同总价。", "optional"),
        ("framework_spec", f"可选服务包C：{ZH}，按年订阅。", "optional"),
        ("tender_spec", f"投标人可自行决定是否提供{ZH}，不作为评审依据。", "optional"),
        ("contract_annex", f"{EN}: available against a separate licence fee, not included in the price.", "optional"),
        ("tender_spec", f"The tenderer may, at no obligation to the buyer, also quote {EN}.", "optional"),
        ("contract_annex", f"Опция 3: {RU}, стоимость отдельно.", "optional"),
        ("tender_spec", f"El licitador podrá ofertar con carácter voluntario el {ES}.", "optional"),
        ("contract_annex", f"PSE n° 2 : {FR}, prix séparé.", "optional"),
        ("tender_spec", f"Учасник може додатково запропонувати {UK}.", "optional"),
        ("contract_annex", f"Módulo opcional: {PT}, cotado à parte.", "optional"),
        ("tender_spec", f"يمكن إضافة {AR} كخيار إضافي.", "optional"),
    ],
)
def test_options(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("contract_annex", f"主机自带{ZH}，免费使用。", "standard"),
        ("contract_annex", f"{ZH}为出厂标准功能，开机即可使用。", "standard"),
        ("contract_annex", f"The unit ships with {EN} switched on.", "standard"),
        ("contract_annex", f"Included free with every camera: {EN}.", "standard"),
        ("contract_annex", f"В базовую лицензию входит {RU}.", "standard"),
        ("contract_annex", f"La versión estándar del producto incluye {ES}.", "standard"),
        ("contract_annex", f"La {FR} fait partie de l'offre de base.", "standard"),
        ("contract_annex", f"До базової комплектації входить {UK}.", "standard"),
        ("contract_annex", f"{ZH}软件授权10路，单价2000元。", "offered"),
        ("contract_annex", f"Licence for {EN}, 10 channels at 400 each.", "offered"),
        ("contract_annex", f"Лицензия на {RU}, 10 каналов.", "offered"),
        ("contract_annex", f"相机随机算法：绊线、{ZH}、遮挡。", "standard"),
        ("contract_annex", f"平台基础许可：存储、转码、{ZH}。", "standard"),
        ("contract_annex", f"模块（交付即用）：排班、{ZH}、打印。", "standard"),
        ("contract_annex", f"主機配置：{ZH}（標準附屬）、電源線二條。", "standard"),
        ("contract_annex", f"Analytics of the recorder, active at go-live: line crossing, {EN}, masking.", "standard"),
        (
            "contract_annex",
            f"Core edition, functions included in the purchase price: playback, {EN}, export.",
            "standard",
        ),
        ("contract_annex", f"Basic firmware of camera F2: defocus, {EN}, loss of picture.", "standard"),
        ("contract_annex", f"Камера с завода: детектор движения, {RU}.", "standard"),
        ("contract_annex", f"Сервер, исполнение базовое: запись, {RU}, архив.", "standard"),
        ("contract_annex", f"Caméra, modules compris : comptage, {FR}.", "standard"),
        ("contract_annex", f"Módulos puestos en marcha: grabación, {ES}.", "standard"),
        ("contract_annex", f"Камера у базовому виконанні: запис, {UK}.", "standard"),
        ("contract_annex", f"أجهزة العرض ضمن التجهيز الأساسي: {AR}.", "standard"),
        ("contract_annex", f"随机抽取10路做{ZH}，按路计价。", "offered"),
        ("award_notice", f"中标标的：{ZH}服务器2台。", "offered"),
        ("award_notice", f"Awarded: {EN} for 40 channels, price 12,000.", "offered"),
    ],
)
def test_standard_or_offered(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"现有{ZH}平台继续使用，不在本次改造范围。", "discussed"),
        ("tender_spec", f"拆除原有{ZH}设备。", "negated"),
        ("tender_spec", f"The existing {EN} platform is kept and is not part of this lot.", "discussed"),
        ("tender_spec", f"The present cameras already have {EN}; the lot is for poles only.", "discussed"),
        ("tender_spec", f"The legacy {EN} module shall be uninstalled.", "negated"),
        ("tender_spec", f"Существующая система ({RU}) сохраняется и в объём работ не входит.", "discussed"),
        ("tender_spec", f"El sistema existente de {ES} no es objeto del contrato.", "discussed"),
        ("tender_spec", f"Le système de {FR} déjà en place est conservé.", "discussed"),
    ],
)
def test_what_is_there(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"本次采购不包括以下内容：服务器、存储、{ZH}。", "negated"),
        ("tender_spec", f"除外清单：（1）机柜；（2）{ZH}。", "negated"),
        ("tender_spec", f"Out of scope:\n- servers\n- {EN}\n", "negated"),
        (
            "tender_spec",
            f"The following are excluded from the works: civil engineering, power supply, {EN}.",
            "negated",
        ),
        ("tender_spec", f"В объём поставки не входят: серверы, стойки, {RU}.", "negated"),
        ("tender_spec", f"Quedan excluidos del contrato: obra civil, servidores y {ES}.", "negated"),
        ("tender_spec", f"Sont hors périmètre : les serveurs, la {FR}.", "negated"),
        ("tender_spec", f"Fora do âmbito: servidores, {PT}.", "negated"),
    ],
)
def test_exclusions(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"不具备{ZH}的产品不予接受。", "required"),
        ("tender_spec", f"不得不具备{ZH}。", "required"),
        ("tender_spec", f"{ZH}不可缺少。", "required"),
        ("tender_spec", f"Products that do not offer {EN} will be rejected.", "required"),
        ("tender_spec", f"{EN} must not be omitted.", "required"),
        ("tender_spec", f"Заявки, не предусматривающие {RU}, будут отклонены.", "required"),
        ("tender_spec", f"Las ofertas que no incluyan {ES} serán rechazadas.", "required"),
        ("tender_spec", f"Les offres ne comportant pas la {FR} seront rejetées.", "required"),
    ],
)
def test_double_negation(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"不仅要抓拍，更要完成{ZH}。", "required"),
        ("tender_spec", f"{EN} shall run without affecting the frame rate.", "required"),
        ("tender_spec", f"Not merely counting but also {EN} is required.", "required"),
        ("tender_spec", f"{RU} должно работать без снижения скорости.", "required"),
        ("tender_spec", f"El {ES} deberá funcionar sin afectar al rendimiento.", "required"),
        ("tender_spec", f"La {FR} doit fonctionner sans intervention humaine.", "required"),
    ],
)
def test_not_only(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("contract_clause", f"乙方不得有下列行为：\n1. 转包；\n2. {ZH}；\n3. 外传数据。", "forbidden"),
        ("contract_clause", f"The Contractor shall not:\n(a) subcontract;\n(b) carry out {EN};\n", "forbidden"),
        ("contract_clause", f"Prohibited: (1) resale; (2) {EN}.", "forbidden"),
        ("contract_clause", f"Исполнителю запрещается:\n- передавать данные;\n- применять {RU};", "forbidden"),
        ("contract_clause", f"Queda prohibido: a) ceder datos; b) el {ES}.", "forbidden"),
        (
            "contract_clause",
            f"Il est interdit au titulaire :\n- de céder les données ;\n- de mettre en œuvre la {FR} ;",
            "forbidden",
        ),
        ("contract_clause", f"يحظر على المورد استخدام {AR}.", "forbidden"),
    ],
)
def test_lists_of_what_is_forbidden(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("correction_notice", f"删除第三章第5条“{ZH}”。", "negated"),
        ("correction_notice", f"第三章增加：“系统应支持{ZH}”。", "required"),
        ("correction_notice", f"原“{ZH}”改为“人脸性别识别”。", "negated"),
        ("correction_notice", f'Clause 5 "{EN}" is deleted.', "negated"),
        ("correction_notice", f"The following is added to Annex 2: {EN}.", "required"),
        ("correction_notice", f'For "{EN}" read "gender recognition of faces".', "negated"),
        ("correction_notice", f"Пункт 5 «{RU}» исключить.", "negated"),
        ("correction_notice", f"Дополнить пунктом: {RU}.", "required"),
        ("correction_notice", f"Donde dice «{ES}» debe decir «conteo de personas».", "negated"),
        ("correction_notice", f"L'article 5 « {FR} » est supprimé.", "negated"),
    ],
)
def test_corrections(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("plan", f"采购意向：拟建设{ZH}平台，预算300万元。", "discussed"),
        ("plan", f"The city intends to buy {EN} next year.", "discussed"),
        ("feasibility", f"可行性研究：{ZH}技术成熟，建议采用。", "discussed"),
        ("plan", f"本项目不包含{ZH}。", "negated"),
        ("plan", f"Планируется закупка: {RU}.", "discussed"),
        ("plan", f"Se prevé adquirir el {ES}.", "discussed"),
    ],
)
def test_plans(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"GB/T 0000附录B列有{ZH}字段，供参考。", "discussed"),
        ("tender_spec", f"{ZH}应符合GB/T 0000。", "required"),
        ("tender_spec", f"The standard lists {EN} as an optional field.", "discussed"),
        ("tender_spec", f"{EN} shall comply with ISO 0000.", "required"),
        ("tender_spec", f"La norma prevé como campo opcional el {ES}.", "discussed"),
    ],
)
def test_standards(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("contract_clause", f"如设备含有{ZH}，乙方须在交付前关闭。", "negated"),
        ("tender_spec", f"如投标产品带有{ZH}，应予关闭。", "negated"),
        ("tender_spec", f"Should the software contain {EN}, it must be disabled before delivery.", "negated"),
        ("tender_spec", f"If the buyer later wishes, {EN} could be added.", "optional"),
        ("tender_spec", f"Si el equipo dispone de {ES}, deberá desactivarse.", "negated"),
        ("tender_spec", f"Если изделие имеет {RU}, функция должна быть отключена.", "negated"),
    ],
)
def test_conditions(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"《个人信息保护法》禁止未经同意的{ZH}。", "discussed"),
        ("tender_spec", f"Article 5 of the AI Act prohibits {EN}.", "discussed"),
        ("bid_response", f"我公司声明：所投产品不含{ZH}，符合个人信息保护法。", "negated"),
        ("contract_clause", f"In line with the AI Act the supplier confirms that no {EN} takes place.", "negated"),
        ("contract_clause", f"Le titulaire garantit qu'aucune {FR} n'est effectuée.", "forbidden"),
        ("contract_clause", f"Поставщик гарантирует, что {RU} не применяется.", "forbidden"),
    ],
)
def test_laws(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"案例介绍：某市曾建设{ZH}系统。", "discussed"),
        ("tender_spec", f"培训课程：{ZH}原理讲座。", "discussed"),
        ("bid_response", f"公司简介：我公司主营{ZH}产品研发。", "discussed"),
        ("bid_response", f"类似业绩：2021年为某区实施{ZH}项目。", "discussed"),
        ("tender_spec", f"About the company: we are market leaders in {EN}.", "discussed"),
        ("bid_response", f"Reference project 2019: {EN} for a port.", "discussed"),
        ("tender_spec", f"Bidders must have experience in {EN} projects.", "discussed"),
        ("tender_spec", f"Job description: engineer with knowledge of {EN}.", "discussed"),
        ("tender_spec", f"Опыт участника: внедрение систем, {RU}.", "discussed"),
        ("tender_spec", f"Experiencia del licitador: proyectos de {ES}.", "discussed"),
    ],
)
def test_references_and_jobs(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("L'opérateur pourra filtrer par origine ethnique et n'afficher que ces visages.", "required"),
        ("Le logiciel doit reconnaître l'origine ethnique des visages et ne conserver que l'un d'eux.", "required"),
        ("Le logiciel ne reconnaît pas l'origine ethnique des visages.", "negated"),
        ("Le logiciel ne doit pas reconnaître l'origine ethnique des visages.", "forbidden"),
    ],
)
def test_french_only_is_no_refusal(text: str, polarity: str) -> None:
    found = find_in_text(text, doc_kind="tender_spec")
    assert {str(one.polarity) for one in found if one.rule == "eth.face_ethnicity"} == {polarity}


@pytest.mark.parametrize(
    "text",
    [
        "Rectificatif : lot 3 « reconnaissance de l'origine ethnique des visages » supprimé.",
        "Corrección: el renglón 2 (reconocimiento de la etnia de los rostros) se da de baja.",
        "В таблицу внесены изменения: строка 4 «распознавание этнической принадлежности лиц» зачёркнута.",
        "Зміни: пункт про розпізнавання етнічної належності облич вилучити.",
        "Rectificatif : supprimer la reconnaissance de l'origine ethnique des visages.",
        "Corrección: suprímase; se elimina el reconocimiento de la etnia de los rostros.",
    ],
)
def test_what_a_correction_strikes_out_is_left_out(text: str) -> None:
    found = find_in_text(text, doc_kind="correction")
    assert {str(one.polarity) for one in found if one.rule == "eth.face_ethnicity"} == {"negated"}
