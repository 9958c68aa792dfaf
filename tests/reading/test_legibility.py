"""Real texts of many scripts are legible; glyph numbers in disguise are not."""

from __future__ import annotations

import random

import pytest

from tenderlight.reading.legibility import is_doubtful, is_garbled, is_plausible

LEGIBLE = {
    "Chinese": "采购人：青岚市第三人民医院，中标金额1234.56元，交货期为合同签订后三十日内，质保期两年。",
    "Chinese with units": "开关柜 KYN61-40.5，Φ12～Φ25，环境温度 −25℃～+40℃，污秽等级Ⅲ级，爬电比距≥25mm/kV",
    "rare names": "项目负责人：喆垚赟翀昶、犇骉、淼鑫焱，联系人：璟煊、翯霖，采购代理机构地址：赟昊路靁霳大厦",
    "traditional": "採購人：臺北市立圖書館，決標金額新臺幣壹仟貳佰參拾肆元整，履約期限自決標日起九十日曆天內完成交貨",
    "Japanese": "発注者：東京都水道局、契約金額は千二百三十四円であり、納入期限は令和五年三月三十一日とする。",
    "Korean": "수요기관: 서울특별시 교육청, 계약금액 1234.56원, 납품기한은 계약일로부터 삼십일 이내로 한다. 大韓民國",
    "Russian and English": "Заказчик: Министерство внутренних дел; video surveillance, цена контракта 1 234,56 руб.",
    "Uyghur and Chinese": "ئۇيغۇر ئاپتونوم رايونى جامائەت خەۋپسىزلىك نازارىتى 新疆维吾尔自治区公安厅",
    "Tibetan and Chinese": "བོད་རང་སྐྱོང་ལྗོངས་ཀྱི་སྤྱི་བདེ་ཐིང་། 西藏自治区公安厅采购项目",
    "Mongolian": "ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠥᠪᠡᠷᠲᠡᠭᠡᠨ ᠵᠠᠰᠠᠬᠤ ᠣᠷᠣᠨ 内蒙古自治区",
    "Greek and Latin": "Αναθέτουσα αρχή: Δήμος Αθηναίων, CPV 35125300-2 security cameras, αξία σύμβασης €1.234,56",
    "Hindi, English": "निविदा सूचना: वीडियो निगरानी प्रणाली की आपूर्ति (Supply of CCTV) अनुबंध मूल्य",
    "Arabic": "شركة التوريدات العامة: نظام المراقبة بالفيديو وقيمة العقد ألف ومئتان وأربعة وثلاثون",
    "short": "⋵⊕ђ䐥᭯",
    "numbers": "1,234.56 7,890.12 3/4 2024-05-06 " * 5,
    "check boxes": "\uf0fe是 \uf0a8否 本项目是否接受联合体投标，是否专门面向中小企业采购，是否收取履约保证金",
}
GARBLED = {
    "glyph numbers": "ᆿᒼᐸ⋵⊕ђ䐥᭯ᔰᐛぁ᯳ᐛᤑḽᮽԬᆹᒶᐲޡޜ䍴ⓀӔ᱃ѝᗳ䇴ᇑ᷆୶࣑ḷ䇴ᇑḷငઈՊሩᡰᴹ䙊䗷ᢰᵟḷ䇴ᇑⲴᣅḷӪ䘋㹼",
    "private use": "".join(chr(0xE000 + index * 7) for index in range(60)) + "1234",
    "unknown marks": "\ufffd" * 30 + "中标公告" + "\ufffd" * 30,
}


@pytest.mark.parametrize("name", LEGIBLE)
def test_texts_people_write_are_legible(name: str) -> None:
    assert not is_garbled(LEGIBLE[name])


@pytest.mark.parametrize("name", GARBLED)
def test_glyph_numbers_are_garbled(name: str) -> None:
    assert is_garbled(GARBLED[name])


def test_chinese_characters_drawn_at_random_are_garbled() -> None:
    chance = random.Random(2026)
    assert is_garbled("".join(chr(chance.randrange(0x4E00, 0x9FA6)) for _ in range(200)))


@pytest.mark.parametrize(
    "guess",
    [
        "甲方：中国饮料有限公司（盖章）",
        "Factuurdatum: 12 mei 2021",
        "Sprzedawca: Testowa Firma Sp. z o.o., data wystawienia 2021-04-26",
        "PÚBLICO: AVISO DE LICITACIÓN Nº 12/2023",
    ],
)
def test_guess_that_reads_like_text_is_believed(guess: str) -> None:
    assert is_plausible(guess)


@pytest.mark.parametrize(
    "guess",
    [
        "3HQČåQtSURVWĜHGN\\QD~þWHFK",
        "ǡǼǱǺ ǓǯǯǱǿǿ",
        "7KHEX\\HUSD\\VWKHFRQWUDFWRU",
        "䋴䋮䋶糫Ǎ蒭鍍伴俘緌鍍伴俘勢渡袱糫",
        "Issue",
        "1234 5678 90",
        "ɎɅȺɇɐɕɂɉȿɊȿɏɈȾɕ",
    ],
)
def test_guess_that_is_too_short_or_no_language_is_not_believed(guess: str) -> None:
    assert not is_plausible(guess)


NOTICE = (
    "采购人为某市公安局，项目名称是公共安全视频图像信息系统建设，投标人应在规定的时间内提交投标文件。中标金额为人民币"
    "壹仟万元整，交货期为合同签订后三十日内。本项目不接受联合体投标，评标方法是综合评分法。"
)
AWARD = "The Contracting Authority awarded the contract for the supply of video cameras to the tenderer. " * 3


def under_a_font_that_lies(text: str, characters: str) -> str:
    """Return a text in which each character stands for another one, always the same."""
    chance = random.Random(7)
    other = {character: chance.choice(characters) for character in sorted(set(text)) if character.isalpha()}
    return "".join(other.get(character, character) for character in text)


EVERYDAY = "".join(
    bytes([first, second]).decode("gb2312") for first in range(0xB0, 0xD7) for second in range(0xA1, 0xFA)
)


@pytest.mark.parametrize(
    "text",
    [*LEGIBLE.values(), NOTICE, AWARD, "- 12 -", "第3页 共12页", "1/12", "2024-05-06", "42,868,000.00", "", "★ ▲"],
)
def test_what_people_write_is_not_doubtful(text: str) -> None:
    assert not is_doubtful("".join(text.split()))


@pytest.mark.parametrize(
    "text",
    [
        under_a_font_that_lies(NOTICE, EVERYDAY),
        under_a_font_that_lies(AWARD, "bcdfghjklmnpqrstvwxzBCDFGHKLMNPR"),
        '"7+%-',
        "!#$&",
    ],
    ids=["Chinese", "Latin", "signs", "more signs"],
)
def test_what_reads_like_no_text_is_doubtful(text: str) -> None:
    assert is_doubtful("".join(text.split()))
    assert not is_garbled(text)
