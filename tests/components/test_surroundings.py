import pytest

from tenderlight.components.surroundings import is_of_a_firm, is_of_a_place, reads_on


def spans(text: str, word: str) -> tuple[str, int, int]:
    start = text.index(word)
    return text, start, start + len(word)


@pytest.mark.parametrize("text", ["大华系统工程有限公司", "大华医院", "大华小学"])
def test_names_of_firms_and_institutions(text: str) -> None:
    assert is_of_a_firm(*spans(text, "大华"))
    assert not is_of_a_firm(*spans("大华摄像机由某公司提供", "大华"))


@pytest.mark.parametrize("text", ["大华街道", "大华路", "大华三路", "大华新村"])
def test_names_of_places(text: str) -> None:
    assert is_of_a_place(*spans(text, "大华"))


@pytest.mark.parametrize("text", ["华为路由器", "华为工作站", "华为基站"])
def test_goods_that_end_like_places(text: str) -> None:
    assert not is_of_a_place(*spans(text, "华为"))


def test_addresses_on_the_web() -> None:
    assert reads_on(*spans("www.hikvision.com", "hikvision"))
    assert reads_on(*spans("a@axis.com", "axis"))
    assert not reads_on(*spans("dahua/hikvision", "hikvision"))
