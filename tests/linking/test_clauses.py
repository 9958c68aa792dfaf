"""Where clauses begin and end, and which are long enough."""

from __future__ import annotations

import time

import pytest

from tenderlight.linking import clauses
from tenderlight.linking.clauses import clauses_of, has_technical_figure

LONG = "设备应支持不少于两万人同时在线访问并保存日志一年以上"
ENGLISH = "The system shall store the recordings of all cameras for at least ninety days without loss"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}。{LONG}；短句。", [LONG, LONG]),
        (f"1. {LONG}\n2. {LONG}\n", [LONG, LONG]),
        (f"★{LONG}\n（一）{LONG}\n\n{LONG}", [LONG, LONG, LONG]),
        (f"{LONG[:9]}\n{LONG[9:]}", [f"{LONG[:9]}\n{LONG[9:]}"]),
        (f"{ENGLISH}. Too short. {ENGLISH}!", [ENGLISH, ENGLISH]),
        (f"{ENGLISH} 3.5 times", [f"{ENGLISH} 3.5 times"]),
        (f"列一\t{LONG}\t列三", [LONG]),
        ("", []),
        ("。。。\n\n\t", []),
    ],
)
def test_clauses_are_sentences_and_points_of_lists(text: str, expected: list[str]) -> None:
    found = list(clauses_of(text))
    assert [text[one.start : one.end] for one in found] == expected


@pytest.mark.parametrize(
    "who",
    [
        "拟派项目负责人周某某持有注册建筑师证书编号20194201347在有效期内",
        "青川市信诚工程建设有限责任公司具有建筑工程施工总承包壹级资质",
        "The works shall be carried out by Acme Building Ltd with all of its own staff and machines on the site",
    ],
)
def test_who_bids_is_no_clause(who: str) -> None:
    assert list(clauses_of(who)) == []


def test_the_letters_are_compared_whatever_stands_between() -> None:
    first, second = (list(clauses_of(text)) for text in (f"  {LONG[:9]}\n {LONG[9:]}", LONG))
    assert [one.letters for one in first] == [one.letters for one in second] == [LONG]


@pytest.mark.parametrize("sign", ["人", " ", "\n", ".", "1.", "（", "★", "a", "\t"])
def test_a_long_text_of_one_sign_takes_no_long(sign: str) -> None:
    begun = time.process_time()
    count = len(list(clauses_of(sign * 300_000)))
    assert time.process_time() - begun < 5
    assert count <= clauses.MOST_OF_A_TEXT


@pytest.mark.parametrize(
    "words",
    [
        "内存不低于32GB",
        "不低于400万像素",
        "支持16路视频接入",
        "分辨率1920×1080",
        "防护等级IP66",
        "не менее 8 ГБ памяти",
        "fixed cameras at 25 fps",
        "codificación H.265",
        "alimentación de 12 V",
    ],
)
def test_a_measure_of_a_thing_is_told(words: str) -> None:
    assert has_technical_figure(words)


@pytest.mark.parametrize(
    "words",
    [
        "within 30 days of the decision",
        "w terminie 10 dni od dnia publikacji",
        "30 kalenderdage regnet fra dagen",
        "§ 160 Abs. 3 Satz 1 Nr. 2 GWB, Part 2 A of the notice",
        "时间：2026年03月17日，每天上午00:00至12:00",
        "提供3年质保，金额100万元，EUR 12 m",
        "Directive 2014/24/EU, art. 57",
    ],
)
def test_days_money_and_law_are_no_measures(words: str) -> None:
    assert not has_technical_figure(words)
