from __future__ import annotations

import pytest

from tenderlight.capabilities import (
    find_capabilities,
    find_in_fields,
    find_in_text,
    load_vocabulary,
    vocabulary_version,
)
from tenderlight.model.document import Page
from tenderlight.model.record import Field
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import CapabilityValue


def test_a_statement_carries_rule_version_stage_and_verbatim_words() -> None:
    page = Page(number=7, text="3.1 ★ 系统应支持 人 脸 布 控，并实时报警。")
    (one,) = find_capabilities([page], stage=Stage.TENDER)
    assert one.kind is StatementKind.CAPABILITY
    assert one.value == CapabilityValue(capability="face.live_watchlist")
    (version,) = (entry.version for entry in load_vocabulary().capabilities if entry.code == one.rule)
    assert (one.rule, one.rule_version, one.stage) == ("face.live_watchlist", version, Stage.TENDER)
    (anchor,) = one.anchors
    assert anchor.page_number == 7
    assert page.text[anchor.start : anchor.end] == anchor.text
    assert "人 脸 布 控" in anchor.text


def test_one_statement_a_capability_and_polarity_in_one_place() -> None:
    found = find_in_text("人脸布控：对人脸进行布控，人脸比中布控库后报警。", doc_kind="tender_spec")
    assert [(one.rule, one.polarity) for one in found] == [("face.live_watchlist", Polarity.REQUIRED)]


def test_a_demand_answered_in_the_same_line_is_an_offer() -> None:
    found = find_in_text("招标要求：支持人脸布控。投标响应：支持人脸布控，无偏离。", doc_kind="bid_response")
    assert [one.polarity for one in found] == [Polarity.OFFERED]


def test_fields_of_a_record_are_anchored_at_their_pointer() -> None:
    fields = [
        Field(pointer="/tender/title", text="Live facial recognition system", heading="title"),
        Field(pointer="/tender/description", text="Office furniture", heading="description"),
    ]
    (one,) = find_in_fields(fields, stage=Stage.AWARD)
    assert one.polarity is Polarity.OFFERED
    assert one.anchors[0].pointer == "/tender/title"
    assert one.anchors[0].text == "Live facial recognition system"


def test_nothing_is_found_in_nothing() -> None:
    assert find_capabilities([], stage=None) == ()
    assert find_capabilities([Page(number=1, text="")], stage=Stage.TENDER) == ()
    assert find_in_text("  \n\t ", doc_kind=None) == ()


def test_the_version_names_table_and_engine() -> None:
    table, _, engine = vocabulary_version().partition("/")
    assert len(table) == 16
    assert engine.isdigit()


def test_the_same_words_say_one_thing_of_a_capability() -> None:
    text = "Persons on the watchlist shall be recognised in crowds from existing CCTV and an alert displayed."
    assert [one.polarity for one in find_in_text(text, doc_kind="tender_spec")] == [Polarity.REQUIRED]


@pytest.mark.parametrize(
    ("read_as", "capability"),
    [
        ("人睑抓拍比对服务器，支持黑名单实时报警。", "face.live_watchlist"),
        ("动态入脸识别系统，比对在洮人员库并报警。", "face.live_watchlist"),
        ("人脸市控报警系统一套。", "face.live_watchlist"),
        ("支持少数民旅人脸职别。", "eth.face_ethnicity"),
        ("雄吾尔族人脸检测及报警。", "eth.face_ethnicity"),
        ("支持人脸属性识别，包括性别、年龄、氏族、表情。", "eth.face_ethnicity"),
        ("支持少 数 民\n族人臉 识\n別。", "eth.face_ethnicity"),
        ("支持ＥＴＨＮＩＣＩＴＹ人脸識别。", "eth.face_ethnicity"),
    ],
)
def test_slips_line_ends_and_mixed_scripts_lose_no_hit(read_as: str, capability: str) -> None:
    assert capability in {one.rule for one in find_in_text(read_as, doc_kind="tender_spec")}


@pytest.mark.parametrize(
    "text", ["职别、姓名、入职时间登记；各单位名单。", "城市控制性规划图像识别。", "面部保险识别号"]
)
def test_a_slip_makes_nothing_of_innocent_words(text: str) -> None:
    assert not find_in_text(text, doc_kind="tender_spec")


@pytest.mark.parametrize(
    ("kind", "text", "polarities"),
    [
        ("contract_clause", "手环仅在裁定后启用，不得给被帮教未成年人佩戴定位手环。", {"forbidden"}),
        ("clarification", "清单写有“虹膜采集仪”。采购人：虹膜采集仪取消，不采购。", {"negated"}),
        ("contract_clause", "虹膜采集仪2台。\n虹膜采集仪不得用于点名。", {"offered", "forbidden"}),
        ("tender_spec", "虹膜采集仪2台；车间不设虹膜采集仪。", {"required", "negated"}),
        ("contract_clause", "虹膜采集仪2台，数据不得外传。", {"offered"}),
        ("contract_clause", "Iris capture is known. Iris capture shall not be used.", {"forbidden"}),
    ],
)
def test_a_bare_mention_yields_to_a_refusal_in_the_same_line(kind: str, text: str, polarities: set[str]) -> None:
    found = [one for one in find_in_text(text, doc_kind=kind) if one.rule in {"bio.iris", "track.electronic_tag"}]
    assert {str(one.polarity) for one in found} == polarities
