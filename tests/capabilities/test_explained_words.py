"""Words explained as something else, names of firms, titles over lists, and refusals that are circumstances."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.model.statement import BUYING_POLARITIES


def polarities(text: str, kind: str = "tender_spec") -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in find_in_text(text, doc_kind=kind):
        found.setdefault(one.rule, set()).add(str(one.polarity))
    return found


def bought(text: str, kind: str = "tender_spec") -> set[str]:
    return {one.rule for one in find_in_text(text, doc_kind=kind) if one.polarity in BUYING_POLARITIES}


@pytest.mark.parametrize(
    "text",
    [
        "说明：表中“声纹识别”系指变压器运行声音的诊断，并非说话人识别，请勿误解。",
        "答复：“人脸布控”一栏是指展厅卡通形象的摆放位置，与监控无关。",
        "名词解释：“虹膜识别”指的是鸢尾花品种的鉴定，与人无关。",
        "規格表「黑名單告警」係指停車場欠費車輛，與人臉無涉。",
        "备注：“步态识别”实为四足机器人步态，而非行人。",
        "“手机取证”仅指从手机柜中取出证书，不涉及人。",
        'In this schedule "iris recognition" refers to sorting iris flowers and has nothing to do with eyes.',
        'Nota: "polígrafo" se refiere a la imprenta del municipio y no a personas.',
    ],
)
def test_a_word_explained_as_something_else_is_not_bought(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("本项目所称“重点人员管控”，是指对上访人员、涉恐人员进行轨迹预警。", "track.key_persons"),
        ("“人脸布控”系指将在逃人员照片与摄像机抓拍人脸实时比对并报警。", "face.live_watchlist"),
    ],
)
def test_a_word_explained_by_what_it_does_to_people_is_bought(text: str, code: str) -> None:
    assert code in bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "入围单位：1.江心测谎侠桌游；2.庐前虹膜眼镜行；3.海岬步态识别健身科技。",
        "入围供应商名单：甲城声纹传媒；乙城人脸布控文化；丙城虹膜商贸。",
    ],
)
def test_names_of_firms_in_a_list_buy_nothing(text: str) -> None:
    assert not bought(text, "award_notice")


def test_goods_behind_the_names_are_bought_all_the_same() -> None:
    assert "bio.iris" in bought("入围单位：某科技有限公司，虹膜采集仪120台。", "award_notice")


@pytest.mark.parametrize(
    "text",
    [
        "可在对方不点击链接的情况下将木马植入手机，静默取回聊天记录。",
        "无需目标点击即可远程植入手机，取回聊天记录与录音。",
        "在目标不知情、不操作的状态下植入其手机，静默取回聊天记录。",
    ],
)
def test_what_is_not_done_by_the_watched_is_no_refusal(text: str) -> None:
    assert "dev.spyware" in bought(text)


def test_what_may_not_be_done_in_circumstances_is_forbidden() -> None:
    assert polarities("不得在未立案情况下提取公民手机数据。")["dev.phone_forensics"] == {"forbidden"}


@pytest.mark.parametrize(
    "text",
    [
        "原厂测谎仪未随货。",
        "虹膜采集仪未到货。",
        "暂停通知：原定采购的人脸布控模块，经合法性审查整体取消。",
        "原拟采购的声纹采集仪，因预算调整决定取消。",
        "步态识别模块，经专家论证后不再采购。",
        "手机取证设备一项，由采购人研究决定予以取消。",
    ],
)
def test_what_was_dropped_or_did_not_come_is_not_bought(text: str) -> None:
    assert not bought(text, "tender_notice")


@pytest.mark.parametrize(
    "text",
    [
        "卡点发现可疑车辆时，推送至民警手机。",
        "检查站：旅客超时未出关，短信通知值班人员手机。",
        "入境人员拥挤时，信息同步到负责人手机。",
        "學生未到校時，簡訊發送至家長手機。",
    ],
)
def test_phones_that_are_told_of_something_are_not_looked_through(text: str) -> None:
    assert "dev.phone_inspection" not in bought(text)


def test_a_title_says_where_the_items_below_it_stand() -> None:
    text = "监狱会见电话系统（分项报价）\n主机1套；话机26部；\n通话内容转写与敏感词即时提示，1套；"
    assert "cust.detention_mgmt" in bought(text, "contract_annex")
    assert "cust.detention_mgmt" not in bought("通话内容转写与敏感词即时提示，1套；", "contract_annex")


@pytest.mark.parametrize(
    "text",
    [
        "选件报价（不计入合同总价）：虹膜采集头，9,600元/只。",
        "后续可选服务（不在本次报价范围）：人脸布控模块，待资金落实后另行协商。",
        "选配（不含在总价）：声纹采集仪1台。",
        "Options, not included in the total: iris recognition module.",
        "Опционально (не входит в стоимость): модуль распознавания по походке.",
    ],
)
def test_an_option_that_is_not_in_the_price_is_an_option(text: str) -> None:
    assert {one for found in polarities(text, "contract_annex").values() for one in found} == {"optional"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("采购结果：01包 虹膜采集仪120台，中标单价4,380元；02包 对讲机耳麦，废标。", "tender_notice"),
        ("声纹采集仪3台，成交价12万元。", "tender_notice"),
        ("手机取证设备2套，中标价38万元。", "tender_notice"),
    ],
)
def test_what_a_price_was_paid_for_is_offered(text: str, kind: str) -> None:
    assert {one for found in polarities(text, kind).values() for one in found} == {"offered"}


@pytest.mark.parametrize(
    "text",
    [
        "对曾参与非访的人员列入管控名册，出行即预警。",
        "可設定「特別留意名冊」（含曾陳抗之人士），進站即示警並記錄同行者。",
        "曾受处罚的信访人员列为重点人员，购票即预警。",
        "将曾被判刑的刑满释放人员列为重点人员，购票即预警。",
    ],
)
def test_what_somebody_did_once_describes_who_is_watched(text: str) -> None:
    assert polarities(text)["track.key_persons"] == {"required"}


def test_a_reply_that_points_back_refuses_what_was_asked_for() -> None:
    text = "招标要求：支持人脸库检索。投标响应：本次所投型号为普通安防录像机，暂无该功能。偏离：负偏离。"
    assert not bought(text, "deviation")


@pytest.mark.parametrize(
    "text",
    [
        "相貌比对一体机（对接在逃库，命中声光报警）16台",
        "人脸抓拍终端，打通在逃人员库，实时比对报警，8台",
    ],
)
def test_a_list_that_is_joined_is_no_system_that_was_there(text: str) -> None:
    assert "face.live_watchlist" in bought(text, "contract_annex")


@pytest.mark.parametrize(
    "text",
    ["友商方案常采用人脸识别闸机，存在隐私隐患。", "竞品均带声纹识别，我公司产品不采集声音。"],
)
def test_wares_of_others_are_not_offered(text: str) -> None:
    assert not bought(text, "bid_response")
