"""What other sentences of a paragraph say: ways that are not taken, what others did, what is there, and pronouns."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

ZH = "人脸民族识别"
EN = "ethnicity recognition of faces"
RU = "распознавание этнической принадлежности лиц"
ES = "reconocimiento de la etnia de los rostros"
FR = "reconnaissance de l'origine ethnique des visages"


def said(text: str, kind: str) -> set[str]:
    """Return what is said of the capability in a text."""
    return {str(one.polarity) for one in find_in_text(text, doc_kind=kind) if one.rule == "eth.face_ethnicity"}


@pytest.mark.parametrize(
    "text",
    [
        f"Option A is plain recording. Option B adds {EN}. The board went with Option A.",
        f"Option 2 comprises {EN}. After the hearing option 2 was not taken forward.",
        f"Scheme One: {EN}. Scheme Two: guards. The latter is adopted; the former is not pursued.",
        f"Ways looked at: (a) guards; (b) cameras; (c) {EN}. Options (b) and (c) were discarded.",
        f"方案一为{ZH}，方案二为人工登记。经比选，本次按方案二实施。",
        f"方案甲采用{ZH}；方案乙仅录像。方案甲争议大，不予采用。",
        f"Вариант 1: {RU}. Вариант 2: охрана. Выбран вариант 2.",
        f"Alternativa A: {ES}. Alternativa B: vigilantes. La alternativa A se descarta.",
        f"Variante 1 : {FR}. Variante 2 : gardiens. La variante 1 n'a pas été retenue.",
        f"Lot 4 covers {EN}. Lot 5 covers masts. Lot 4 is withdrawn.",
    ],
)
def test_a_way_that_is_not_taken_is_left_out(text: str) -> None:
    assert said(text, "tender_spec") == {"negated"}


@pytest.mark.parametrize(
    "text",
    [
        f"Option A is plain recording. Option B adds {EN}. The board went with Option B.",
        f"方案一为人工登记，方案二为{ZH}。经比选，本次按方案二实施。",
        f"Вариант 1: охрана. Вариант 2: {RU}. Выбран вариант 2.",
        f"Lot 4 covers masts. Lot 5 covers {EN}. Lot 4 is withdrawn.",
        f"Item 3: {EN}. Item 3 does not admit partial bids.",
        f"Requirement 5: {EN}. Requirement 6: cables. Requirement 6 is deleted.",
    ],
)
def test_a_way_that_is_taken_is_demanded(text: str) -> None:
    assert said(text, "tender_spec") == {"required"}


@pytest.mark.parametrize(
    "text",
    [
        f"About us. Since 1998 our engineers built {EN} for eleven airports.",
        f"Company profile: founded by two brothers, known for {EN}. For this tender we offer mops.",
        f"Similar contracts: 2021, {EN}, EUR 40,000.",
        f"公司概况：早期从事{ZH}，后转型医疗影像。",
        f"近三年业绩：2022年某市{ZH}项目，已验收。本项目投标内容为官网改版。",
        f"О компании: с 2005 года мы поставляли {RU}.",
        f"Contratos similares ejecutados: 2020, {ES}. Oferta presente: radios.",
        f"Présentation de la société : spécialiste de la {FR}.",
        f"The manufacturer's wider portfolio has {EN}.",
    ],
)
def test_what_a_bidder_did_elsewhere_is_told_of(text: str) -> None:
    assert said(text, "bid_response") == {"discussed"}


@pytest.mark.parametrize(
    "text",
    [
        f"About us. We make cameras. For this tender we offer {EN}.",
        f"公司概况：成立于2006年。此次所投产品具备{ZH}。",
        f"Contratos similares: radios. Oferta presente: {ES}.",
        f"Company profile on page 3. The cameras do {EN}.",
    ],
)
def test_what_a_bidder_offers_behind_its_history_is_offered(text: str) -> None:
    assert said(text, "bid_response") == {"offered"}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        (f"The existing system, installed in 2019 by another contractor, runs {EN}. Cables are bought.", "discussed"),
        (f"The Authority's existing platform, kept for now, does {EN}.", "discussed"),
        (f"The existing system shall be given {EN}.", "required"),
        (f"The existing cameras are to be upgraded to {EN}.", "required"),
    ],
)
def test_the_subject_of_a_sentence_is_there_already(text: str, polarity: str) -> None:
    assert said(text, "tender_spec") == {polarity}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("bid_response", f"Clause 9 asks for {EN}. We do not offer it."),
        ("bid_response", f"La cláusula 9 pide {ES}. No lo ofrecemos."),
        ("bid_response", f"Пункт 9: {RU}. Мы не поставляем его."),
        ("acceptance", f"The committee found {EN} on the appliance. It was not ordered."),
        ("correction", f"Section 5 named {EN}. It is hereby withdrawn."),
        ("correction", f"Section 5 named {EN}. It was inserted by mistake."),
        ("tender_spec", f"Requirement 14 ({EN}). Status: not carried into the final specification."),
        ("tender_spec", f"{EN}: this requirement has been taken back."),
    ],
)
def test_the_next_sentence_refuses_it(kind: str, text: str) -> None:
    assert said(text, kind) == {"negated"}


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("tender_spec", f"{EN} is required. Bidders shall not leave it unattended.", "required"),
        ("framework_spec", f"The buyer may add {EN}. The kit must work without it.", "optional"),
        ("tender_spec", f"The existing {EN} server stays; do not disturb it.", "discussed"),
        ("contract_annex", f"{EN}, 2 sets. Order 5. Batteries are not included.", "offered"),
    ],
)
def test_a_pronoun_behind_another_refusal_says_nothing(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind) == {polarity}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The camera captures both irises of a new inmate and checks that he is not already enrolled.", "bio.iris"),
        ("Faces of passengers who do not stop are compared with the watchlist in real time.", "face.live_watchlist"),
        ("The system shall detect women without a headscarf at the gate and report them to police.", None),
        ("Software that scans phones of stopped passers-by for forbidden apps and songs.", "dev.phone_inspection"),
        ("Планшет для осмотра телефонов прохожих на запрещённые приложения.", "dev.phone_inspection"),
        ("Borne de badgeage sans contact qui reconnaît le visage de l'agent.", "face.access_attendance"),
        ("人脸核验闸机4台（不留存照片），供员工进出。", "face.access_attendance"),
        ("A device that copies the phone of whoever is not able to give the code, with seizure.", None),
    ],
)
def test_a_refusal_in_a_description_refuses_nothing(text: str, rule: str | None) -> None:
    found = find_in_text(text, doc_kind="tender_spec")
    assert not {str(one.polarity) for one in found} & {"negated", "forbidden"}
    assert rule is None or rule in {one.rule for one in found}


def test_a_number_closes_a_sentence_and_a_letter_of_an_annex_asks_nothing() -> None:
    assert said(f"Item 7, {EN}: deleted by Variation Order 2. Item 8, keyboard: 14 pcs.", "contract_annex") == {
        "negated"
    }
    assert said(f"Offer, annex P: {EN}; renewed by us if broken.", "bid_response") == {"offered"}


def test_what_must_not_be_kept_is_refused_with_its_keeping() -> None:
    found = find_in_text("系统不得保存来电人声纹。", doc_kind="tender_spec")
    assert {str(one.polarity) for one in found if one.rule == "bio.voiceprint"} == {"forbidden"}
