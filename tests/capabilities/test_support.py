"""What stands around a finding makes it more likely right or wrong, and what is almost surely wrong is not claimed."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text, scoring, support
from tenderlight.model.statement import BUYING_POLARITIES, Polarity

LEAST = scoring.LEAST
pytestmark = pytest.mark.usefixtures("no_second_opinion")


def confidence(text: str, code: str, kind: str = "tender_spec") -> float:
    found = [one.confidence for one in find_in_text(text, doc_kind=kind) if one.rule == code]
    assert found, text
    assert found[0] is not None
    return found[0]


@pytest.mark.parametrize(
    ("surer", "less_sure", "code"),
    [
        (  # several ways lead to it
            "系统应从监控录像中实时抓拍人脸，与在逃人员库逐一比对，命中后向民警报警。",
            "系统应具备人脸布控。",
            "face.live_watchlist",
        ),
        (  # a device is named
            "采购手机取证设备。",
            "需要手机取证。",
            "dev.phone_forensics",
        ),
        (  # the sentence refuses something
            "虹膜采集仪2台，供采集室使用。",
            "虹膜采集仪2台，供采集室使用，不得使用二手件。",
            "bio.iris",
        ),
        (  # another capability is on the same words
            "Iris recognition terminals, 40 units.",
            "Iris recognition terminals for travellers at the border crossing, 40 units.",
            "bio.iris",
        ),
        (  # things are watched in the same paragraph
            "虹膜识别门禁终端3台。",
            "虹膜识别门禁终端3台。奶牛耳标读取器9台。",
            "bio.iris",
        ),
        (  # another trade stands beside it
            "采购声纹采集仪3台",
            "采购声纹采集仪3台、办公桌椅40套",
            "bio.voiceprint",
        ),
    ],
)
def test_what_stands_around_makes_a_claim_surer_or_less_sure(surer: str, less_sure: str, code: str) -> None:
    assert confidence(surer, code) > confidence(less_sure, code)


def test_what_is_delivered_is_surer_than_what_is_asked_for() -> None:
    text = "虹膜采集仪2台"
    assert confidence(text, "bio.iris", "award_notice") > confidence(text, "bio.iris")


@pytest.mark.parametrize(
    "text",
    [
        "虹膜采集仪2台，重量不得超过3千克。",
        "虹膜采集仪2台，采集时间不大于2秒。",
        "Le polygraphe ne doit pas peser plus de 3 kg.",
        "The polygraph must not weigh more than 3 kg.",
    ],
)
def test_a_bound_on_a_figure_is_no_refusal_nearby(text: str) -> None:
    assert any(one.polarity in BUYING_POLARITIES for one in find_in_text(text, doc_kind="tender_spec"))


def test_what_is_refused_of_another_thing_is_no_sign_against_this_one() -> None:
    bare = confidence("支持步态识别。", "bio.gait")
    beside = [
        one for one in find_in_text("不支持声纹识别，支持步态识别。", doc_kind="tender_spec") if one.rule == "bio.gait"
    ]
    assert beside[0].polarity is Polarity.REQUIRED
    assert (beside[0].confidence or 0.0) >= bare - 0.15


def test_a_refusal_is_told_however_unsure_it_is() -> None:
    text = "叉车调度系统：不得用于人脸布控、不得用于虹膜识别，亦不采集步态。"
    found = {one.rule for one in find_in_text(text, doc_kind="tender_spec")}
    assert "face.live_watchlist" in found
    assert all(one.polarity not in BUYING_POLARITIES for one in find_in_text(text, doc_kind="tender_spec"))


def test_words_that_say_another_capability_in_more_ways_are_claimed_for_that_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scoring, "LEAST", LEAST)
    text = "村民闯红灯、乱堆杂物、参加非正常上访的扣分，低于60分者取消低保申报和子女入学优先资格，系统自动算分公示。"
    assert {one.rule for one in find_in_text(text, doc_kind="tender_spec")} == {"score.social_scoring"}


@pytest.mark.parametrize(
    ("plain", "doubtful", "code"),
    [
        (
            "The Contractor shall supply iris cameras for enrolment of detainees.",
            "“Iris cameras” for detainees.",
            "bio.iris",
        ),
        ("采购虹膜识别终端3台。", "采购“虹膜识别”终端3台。", "bio.iris"),
    ],
)
def test_words_in_quotation_marks_are_less_sure(plain: str, doubtful: str, code: str) -> None:
    assert confidence(plain, code) > confidence(doubtful, code)


def test_words_that_only_ever_exclude_a_capability_make_it_less_sure() -> None:
    at_a_gate = confidence("人脸门禁终端6台，用于小区大门。", "face.access_attendance")
    at_a_car_park = confidence("人脸门禁终端6台，用于停车场及小区大门。", "face.access_attendance")
    assert at_a_gate > at_a_car_park


def test_among_more_findings_than_are_looked_at_each_is_surveyed_where_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(support, "MOST_NEIGHBOURS", 4)
    found = find_in_text("支持人脸布控告警民族识别" * 20 + "虹膜采集仪2台", doc_kind="tender_spec")
    assert {one.rule for one in found} >= {"face.live_watchlist", "eth.face_ethnicity", "bio.iris"}
