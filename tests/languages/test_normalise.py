import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight._generated.traditional import SIMPLIFIED, TRADITIONAL
from tenderlight.languages.normalise import BETWEEN_TEXTS, fold, fold_text, fold_texts

FOLDED = [
    ("ＡＢＣ１２３：（一）", "abc123:(一)"),
    ("本項目採購人臉辨識設備", "本项目采购人脸辨识设备"),
    ("臺灣　警政署", "台湾警政署"),
    ("人脸\n识别", "人脸识别"),
    ("人 脸 识 别", "人脸识别"),
    ("（ 人脸 ）", "(人脸)"),
    ("第一段\n\n第二段", "第一段\n\n第二段"),
    ("中标人\t中标金额", "中标人\t中标金额"),
    ("共 12 台", "共 12 台"),
    ("Face\r\n  Recognition", "face recognition"),
    ("surveil\u00ad\nlance re\u00adcord", "surveillance record"),
    ("e\u0301cran", "écran"),
    ("чёрный СПИСОК", "черный список"),
    ("٢٠٢٢ ۱۴۰۱", "2022 1401"),
    ("⽤⼾", "用户"),
    ("a\u200bb\ufeffc", "abc"),
]


@pytest.mark.parametrize(("written", "folded"), FOLDED)
def test_text_is_folded(written: str, folded: str) -> None:
    assert fold_text(written) == folded


@pytest.mark.parametrize(
    ("written", "word", "original"),
    [
        ("采购 人脸\n 识别 系统", "人脸识别", "人脸\n 识别"),
        ("une cle\u0301 USB", "clé", "cle\u0301"),
        ("ＡＢ　Ｃ", "ab c", "ＡＢ　Ｃ"),
        ("裝\u200b設 備 間", "装设备", "裝\u200b設 備"),
        ("x\u00ad\ny e\u0301", "xy é", "x\u00ad\ny e\u0301"),
    ],
)
def test_a_match_leads_back_to_the_words_as_written(written: str, word: str, original: str) -> None:
    folded = fold(written)
    at = folded.text.index(word)
    start, end = folded.original_span(at, at + len(word))
    assert written[start:end] == original


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no such span"):
        fold("abc").original_span(2, 5)
    with pytest.raises(ValueError, match="no such span"):
        fold("abc").original_span(1, 1)


def test_the_traditional_table_is_one_to_one_by_code_point_and_final() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL)) > 4000
    assert not set(TRADITIONAL) & set(SIMPLIFIED)


@given(st.text(alphabet=st.sampled_from("aZ09 -.*\t\x00\x1f\x7f~Éß维"), max_size=12))
def test_without_the_way_back_a_text_is_folded_the_same(text: str) -> None:
    assert fold_text(text) == fold(text).text


def test_texts_are_folded_together_as_each_alone() -> None:
    texts = [" 人\n脸 ", "", "ＡＢ c\u00ad\nd", "\u0301e\u0301", "a\x00b", "識 別\n\n。"]
    for several in (texts, [*texts, "𠀀 x"], ["a" * 500, "臉 " * 200]):
        alone = [fold_text(text.replace("\x00", "\x01")) for text in several]
        assert fold_texts(several).split(BETWEEN_TEXTS) == alone
