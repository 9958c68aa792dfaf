"""What a thing of a contract holds, what its users may do, what is gone without: none is an option or a refusal."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

ZH = "人脸民族识别"
EN = "ethnicity recognition of faces"
RU = "распознавание этнической принадлежности по лицу"
ES = "reconocimiento del origen étnico de los rostros"
FR = "reconnaissance de l'origine ethnique des visages"


def said(text: str, kind: str) -> set[str]:
    found = find_in_text(text, doc_kind=kind)
    return {str(one.polarity) for one in found if one.rule == "eth.face_ethnicity"}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("contract_annex", f"The recorder of item 4 includes {EN}, masking and a clock.", "standard"),
        ("contract_annex", f"Street lamp SL-9: dimming, {EN} (active), fault report.", "standard"),
        ("contract_annex", f"The kiosk is equipped with {EN} and a card reader.", "standard"),
        ("contract_annex", f"Контроллер ворот включает {RU}, журнал и часы.", "standard"),
        ("contract_annex", f"В состав поста входит {RU}, стол и шкаф.", "standard"),
        ("contract_annex", f"El tótem incluye {ES}, altavoz y reloj.", "standard"),
        ("contract_annex", f"Le routeur comprend, activée, la {FR}.", "standard"),
        ("contract_annex", f"检查站设备包内含：手电、{ZH}终端、雨衣。", "standard"),
        ("contract_annex", f"小程序已启用：报修、{ZH}、议事。", "standard"),
        ("contract_annex", f"解析服务器功能表：车牌、车型、{ZH}、非机动车。", "standard"),
        ("contract_annex", f"This delivery includes 40 cameras with {EN}.", "offered"),
        ("contract_annex", f"El suministro incluye 12 cámaras con {ES}.", "offered"),
        ("award_notice", f"The lot awarded includes {EN} for the stadium.", "offered"),
        ("bid_response", f"Our camera includes {EN}.", "offered"),
        ("contract_annex", f"The recorder of item 4 does not include {EN}.", "negated"),
        ("contract_annex", f"Камера не включает {RU}.", "negated"),
    ],
)
def test_what_a_thing_of_a_contract_holds_is_standard(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        (f"Officers may search the recordings by {EN}.", "required"),
        (f"The system shall store clips so that police may run {EN} on them.", "required"),
        (f"Los peritos podrán usar el {ES} en los videos.", "required"),
        (f"民警可勾选{ZH}等条件检索。", "required"),
        (f"On request, the system must deliver {EN} for any clip.", "required"),
        (f"Bidders may offer {EN} as an extra.", "optional"),
        (f"The authority may order {EN} at a later date.", "optional"),
        (f"The branch staff may add {EN} to their order.", "optional"),
        (f"{EN} on request, priced by the channel.", "optional"),
    ],
)
def test_what_users_may_do_is_demanded(text: str, polarity: str) -> None:
    assert said(text, "tender_spec") == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"The system shall perform {EN} at the gate without stopping the traveller.", "required"),
        ("tender_spec", f"旅客无需停留，通道即完成{ZH}。", "required"),
        ("tender_spec", f"El pórtico deberá hacer el {ES} sin detener al viajero.", "required"),
        ("tender_spec", f"Le portique assure la {FR} sans contact.", "required"),
        ("tender_spec", f"Камеры выполняют {RU} без остановки человека.", "required"),
        ("tender_spec", f"The cameras shall be supplied without {EN}.", "negated"),
        ("tender_spec", f"本项目无需{ZH}。", "negated"),
    ],
)
def test_what_is_gone_without_says_how_it_works(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("contract_clause", "It must not perform ethnicity recognition of faces.", "forbidden"),
        ("contract_clause", "Operators shall not run, buy or lend ethnicity recognition of faces.", "forbidden"),
        ("contract_clause", f"The vendor warrants that no module delivered hereunder performs {EN}.", "forbidden"),
        ("contract_clause", f"Распознавание лиц в школе: {RU} не применять.", "forbidden"),
        ("tender_spec", f"{RU} не проводить.", "forbidden"),
    ],
)
def test_instructions_not_to_forbid(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("award_notice", f"City cameras, phase 2: {EN}, 60 channels.", "offered"),
        ("tender_spec", f"Phase 2: {EN}, 60 channels.", "optional"),
        ("tender_spec", f"可另购：{ZH}模块，每路900元。", "optional"),
        ("tender_spec", f"{ZH}可作加项报价，不列入评审价。", "optional"),
        ("tender_spec", f"Se cotizará aparte, sin compromiso: {ES}.", "optional"),
        ("framework_spec", f"PSE n° 2 : {FR}, non comprise dans la base.", "optional"),
        ("tender_spec", f"不支持{ZH}的，按未实质性响应处理。", "required"),
        ("tender_spec", f"No se admitirán ofertas que no incluyan {ES}.", "required"),
        ("correction", f"第二次更正：{ZH}服务器数量改为0。", "negated"),
        ("correction", f"Изменение извещения: пункт «{RU}» удалён.", "negated"),
    ],
)
def test_phases_prices_and_what_voids_a_bid(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}
