from __future__ import annotations

import pytest

from tenderlight.matching.forms import same_form, take_form_off_chinese, take_form_off_words


@pytest.mark.parametrize(
    ("name", "rest", "form"),
    [
        ("浙江大华技术股份有限公司", "浙江大华技术", "cn-joint-stock"),
        ("浙江宇视科技有限责任公司", "浙江宇视科技", "cn-limited"),
        ("浙江宇视科技有限公司", "浙江宇视科技", "cn-limited"),
        ("株式会社东芝", "东芝", "jp-kk"),
        ("ソニー株式会社", "ソニー", "jp-kk"),
        ("有限公司", "有限公司", ""),
        ("四川大学", "四川大学", ""),
    ],
)
def test_the_form_comes_off_a_chinese_name(name: str, rest: str, form: str) -> None:
    assert take_form_off_chinese(name) == (rest, form)


@pytest.mark.parametrize(
    ("name", "rest", "form"),
    [
        ("hangzhou hikvision digital technology co ltd", "hangzhou hikvision digital technology", "co-ltd"),
        ("huawei technologies india private limited", "huawei technologies india", "private-limited"),
        ("ооо норси транс", "норси транс", "llc"),
        ("obshchestvo s ogranichennoy otvetstvennostyu norsi trans", "norsi trans", "llc"),
        ("obschestvo s ogranichennoi otvetstvennostiu norsi trans", "norsi trans", "llc"),
        ("zakrytoye aktsionernoye obshchestvo norsi trans", "norsi trans", "cjsc"),
        ("общество с ограниченной ответственностью норси транс", "норси транс", "llc"),
        ("condor s a industria", "condor s a industria", ""),
        ("rcs etm sicurezza spa", "rcs etm sicurezza", "spa"),
        ("limited", "limited", ""),
        ("company of heroes", "company of heroes", ""),
    ],
)
def test_the_form_comes_off_words(name: str, rest: str, form: str) -> None:
    assert take_form_off_words(tuple(name.split())) == (tuple(rest.split()), form)


def test_forms_are_one_or_two_or_cannot_be_told() -> None:
    assert same_form("gmbh", "gmbh") is True
    assert same_form("gmbh", "ltd") is False
    assert same_form("cn-limited", "cn-joint-stock") is False
    assert same_form("llc", "pjsc") is False
    assert same_form("co-ltd", "cn-joint-stock") is None
    assert same_form("", "inc") is None
