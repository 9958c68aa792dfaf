"""Polarity by scope: each line is one trap of the taxonomy, in other words than the samples use."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

REQUIRED, OFFERED, STANDARD, OPTIONAL = "required", "offered", "standard", "optional"
FORBIDDEN, NEGATED, DISCUSSED = "forbidden", "negated", "discussed"


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", "系统须支持民族识别。", REQUIRED),
        ("tender_spec", "民族识别种类不得少于5种。", REQUIRED),
        ("tender_spec", "不支持民族识别的投标按无效处理。", REQUIRED),
        ("tender_spec", "支持包括但不限于民族识别、性别识别。", REQUIRED),
        ("tender_spec", "人脸属性不仅含性别，还含民族识别。", REQUIRED),
        ("tender_spec", "民族识别数据不得导出。", REQUIRED),
        ("tender_spec", "无感抓拍并完成民族识别。", REQUIRED),
        ("tender_spec", "不支持声纹识别，支持民族识别。", REQUIRED),
        ("tender_spec", "在现有平台上新增民族识别模块。", REQUIRED),
        ("tender_spec", "应标配年龄识别，民族识别为选配。", OPTIONAL),
        ("tender_spec", "民族识别（选配）、年龄识别（标配）。", OPTIONAL),
        ("tender_spec", "预留民族识别接口。", OPTIONAL),
        ("contract_annex", "标配：性别识别；选配：民族识别；", OPTIONAL),
        ("contract_annex", "选配：性别识别；标配：民族识别；", STANDARD),
        ("contract_annex", "民族识别模块1套。", OFFERED),
        ("award_notice", "标的名称：民族识别软件", OFFERED),
        ("tender_spec", "不得开展民族识别。", FORBIDDEN),
        ("tender_spec", "民族识别功能一律不得启用。", FORBIDDEN),
        ("tender_spec", "严禁以任何方式进行民族识别。", FORBIDDEN),
        ("tender_spec", "产品不含民族识别。", NEGATED),
        ("tender_spec", "无民族识别功能。", NEGATED),
        ("tender_spec", "民族识别：不要求。", NEGATED),
        ("tender_spec", "除民族识别外，其余属性均应支持。", NEGATED),
        ("tender_spec", "除民族识别外，还应支持年龄识别。", REQUIRED),
        ("tender_spec", "原有民族识别功能，该功能本次取消。", NEGATED),
        ("tender_spec", "项目背景：某地曾采购民族识别系统。", DISCUSSED),
        ("tender_spec", "据报道，部分产品可进行民族识别。", DISCUSSED),
        ("tender_spec", "对接现有民族识别平台。", DISCUSSED),
        ("plan", "拟研究民族识别技术。", DISCUSSED),
        ("cancellation_notice", "民族识别系统采购项目终止公告", NEGATED),
        ("tender_spec", "The system shall perform ethnicity recognition on faces.", REQUIRED),
        ("tender_spec", "Ethnicity recognition accuracy shall not be less than 90% on faces.", REQUIRED),
        ("tender_spec", "Bids without ethnicity recognition of faces will be rejected.", REQUIRED),
        ("tender_spec", "Attributes include but are not limited to facial ethnicity recognition.", REQUIRED),
        ("tender_spec", "Ethnicity recognition of faces is an option, priced separately.", OPTIONAL),
        ("contract_annex", "Face ethnicity recognition is enabled by default.", STANDARD),
        ("contract_annex", "Face ethnicity recognition module, 1 unit.", OFFERED),
        ("tender_spec", "The system must not perform ethnicity recognition on faces.", FORBIDDEN),
        ("tender_spec", "No camera may perform ethnicity recognition on faces.", FORBIDDEN),
        ("tender_spec", "The cameras are supplied without ethnicity recognition of faces.", NEGATED),
        ("tender_spec", "Ethnicity recognition of faces is out of scope.", NEGATED),
        ("tender_spec", "Ethnicity recognition of faces is mandatory. Age is optional.", REQUIRED),
        ("tender_spec", "Facial age recognition is required, but ethnicity recognition is prohibited.", FORBIDDEN),
        ("plan", "Article 5 of the AI Act prohibits ethnicity recognition from faces.", DISCUSSED),
        ("contract_clause", "Under the AI Act, the system must not do ethnicity recognition on faces.", FORBIDDEN),
        ("correction_notice", "原为：支持民族识别；现更正为：支持性别识别。", NEGATED),
        ("correction_notice", "原为：支持性别识别；现更正为：支持民族识别。", REQUIRED),
        ("clarification", "问：要求民族识别吗？答：不要求。", NEGATED),
        ("clarification", "问：要求民族识别吗？答：要求。", REQUIRED),
        ("clarification", "问：能否取消民族识别？答：不能。", REQUIRED),
        ("clarification", "问：能否取消民族识别？答：可以，予以取消。", NEGATED),
        ("clarification", "Q: Is ethnicity recognition of faces required? A: No.", NEGATED),
        ("clarification", "Q: Is ethnicity recognition of faces required? A: Yes.", REQUIRED),
        ("contract_clause", "供应商承诺不提供民族识别功能。", FORBIDDEN),
        ("contract_clause", "乙方保证绝不向甲方交付民族识别功能。", FORBIDDEN),
        ("contract_annex", "民族识别算法已预置，上电即用。", STANDARD),
        ("tender_spec", "对不在本辖区常住的民族识别结果应自动告警。", REQUIRED),
        ("tender_spec", "数据格式见GA/T 0000，该标准第2部分所列数据项含人脸民族识别结果等可选项。", DISCUSSED),
        ("tender_spec", "数据格式见GA/T 0000；人脸民族识别为可选项。", OPTIONAL),
        (
            "contract_clause",
            "Footage shall not be subjected to ethnicity recognition of faces by the Operator or a third party.",
            FORBIDDEN,
        ),
        (
            "contract_clause",
            "Results of ethnicity recognition of faces shall not be disclosed to third parties.",
            OFFERED,
        ),
    ],
)
def test_polarity(kind: str, text: str, polarity: str) -> None:
    found = [one.polarity for one in find_in_text(text, doc_kind=kind) if one.rule == "eth.face_ethnicity"]
    assert found == [polarity], text


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("本型号录像机无以脸搜脸、以图找人等检索能力。", NEGATED),
        ("本型号录像机无以脸搜脸能力，支持以人脸照片检索历史录像。", REQUIRED),
        ("无感抓拍、人脸以图搜图检索历史录像。", REQUIRED),
    ],
)
def test_a_short_no_governs_the_list_it_opens(text: str, polarity: str) -> None:
    found = [one.polarity for one in find_in_text(text, doc_kind="tender_spec") if one.rule == "face.retro_search"]
    assert found[-1:] == [polarity], text
