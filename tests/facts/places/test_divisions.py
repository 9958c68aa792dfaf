import pytest

from tenderlight.facts.places.divisions import division_code


@pytest.mark.parametrize(
    ("admin1", "place", "code"),
    [
        ("山东省", "济南市历下区", "370102"),
        (None, "济南市历下区", "370102"),
        (None, "历下区", "370102"),
        ("吉林省", "长春市朝阳区", "220104"),
        ("北京市", "朝阳区", "110105"),
        ("四川省", "乐山市峨边彝族自治县", "511132"),
        ("贵州省", "仁怀市", "520382"),
        (None, "宜昌市", "420500"),
        ("湖北省", None, "420000"),
        ("海南省", "澄迈县", "469023"),
    ],
)
def test_a_place_that_can_be_told_has_its_code(admin1: str | None, place: str | None, code: str) -> None:
    assert division_code(admin1, place) == (code, ())


@pytest.mark.parametrize("place", ["朝阳区", "鼓楼区", "城关区", "新华区"])
def test_a_name_that_recurs_has_no_code(place: str) -> None:
    code, may_be = division_code(None, place)
    assert code is None
    assert len(may_be) > 1
    assert all(name.endswith(place) for name in may_be)


@pytest.mark.parametrize(
    ("admin1", "place"),
    [(None, "绿岛市"), ("山东省", "朝阳区"), (None, "南京市历下区"), (None, None), ("天涯省", None)],
)
def test_words_that_name_no_division_have_no_code(admin1: str | None, place: str | None) -> None:
    assert division_code(admin1, place) == (None, ())
