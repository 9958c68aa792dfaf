"""Where a document of Taiwan or Hong Kong belongs: the county first, then what lies in it, as printed."""

from __future__ import annotations

import pytest

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.places.overseas import district_of_hong_kong, place_in_taiwan
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tests.facts.summary import read, summarise


def _piece(text: str) -> Piece:
    return Piece(sheet=Sheet(page=Page(number=1, text=text), flat=flatten(text)), start=0, end=len(text))


@pytest.mark.parametrize(
    ("words", "admin1", "place"),
    [
        ("彰化縣青埔鎮公所", "彰化縣", "青埔鎮"),
        ("嘉義縣清和村鄉公所", "嘉義縣", "清和村鄉"),
        ("高雄市前鎮區公所", "高雄市", "前鎮區"),
        ("臺南市新市區衛生所", "臺南市", "新市區"),
        ("台中市北區區公所", "台中市", "北區"),
        ("南投縣南投市公所", "南投縣", "南投市"),
        ("臺北市政府警察局大安分局", "臺北市", None),
        ("臺北市都市更新處", "臺北市", None),
        ("苗栗縣城鄉發展處", "苗栗縣", None),
        ("彰化縣肉品市場股份有限公司", "彰化縣", None),
        ("臺中市文化園區管理處", "臺中市", None),
        ("臺南市麻園區公所", "臺南市", "麻園區"),
        ("新北市立聯合醫院板橋院區", "新北市", None),
        ("509彰化縣青埔鎮復興路1號", "彰化縣", "青埔鎮"),
        ("（105）臺北市松山區敦化北路5號", "臺北市", "松山區"),
        ("臺灣省南投縣鹿谷鄉中正路", "南投縣", "鹿谷鄉"),
    ],
)
def test_a_county_and_what_lies_in_it(words: str, admin1: str, place: str | None) -> None:
    found = place_in_taiwan(_piece(words))
    assert found is not None
    assert (found.admin1.text, found.place.text if found.place else None) == (admin1, place)


@pytest.mark.parametrize("words", ["岩灣縣警察局", "國立濱海大學", "法務部矯正署", "湖北省南溪县公安局"])
def test_others_are_in_no_county_of_taiwan(words: str) -> None:
    assert place_in_taiwan(_piece(words)) is None


@pytest.mark.parametrize(
    ("words", "district"),
    [
        ("離島區鄰里發展委員會", "離島區"),
        ("香港屯門區公所大樓", "屯門區"),
        ("龍脊區議會秘書處", None),
        ("懲教署", None),
    ],
)
def test_a_district_of_hong_kong(words: str, district: str | None) -> None:
    found = district_of_hong_kong(_piece(words))
    assert (found.text if found else None) == district


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (
            (
                "決標公告\n機關名稱　臺中市政府警察局柳溪分局\n機關地址　臺中市柳溪區中正路88號\n標案案號　LX112-0305\n"
                "得標廠商　翔鷹智慧科技股份有限公司\n總決標金額　3,780,000元\n決標日期　112/04/14"
            ),
            "TW 臺中市 柳溪區",
        ),
        (
            (
                "決標公告\n機關名稱：法務部矯正署石湖監獄\n機關地址：(540)南投縣石湖鄉中山路2號\n標案案號：SH-111-07\n"
                "得標廠商：安磐保全科技有限公司\n決標金額：2,160,000元\n決標日期：111/09/23"
            ),
            "TW 南投縣 石湖鄉",
        ),
        (
            "决标公告\n機關名稱：岩灣縣警察局\n標案案號：YW-1\n得標廠商：甲乙電子有限公司\n決標金額：1,000,000元",
            "TW - 岩灣縣",
        ),
        (
            "中標公告\n採購人：廣東省海平縣公安局\n中標供應商：廣州方圓科技有限公司\n中標金額：港幣1,200,000元",
            "CN 廣東省 海平縣",
        ),
    ],
)
def test_a_document_belongs_where_its_buyer_is(text: str, region: str) -> None:
    assert summarise(read(text))["region"] == region
