"""More grammar around a capability: counts that end at zero, lines to disregard, breaches, parts that are left out."""

from __future__ import annotations

import time

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.capabilities.kinds import setting_of_kind
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.weighing import weigh
from tenderlight.model.statement import BUYING_POLARITIES

_REFUSING = {"forbidden", "negated"}


def said(text: str, kind: str, rule: str = "bio.gait") -> set[str]:
    """Return what whole rules say of a capability in a text, however sure it is."""
    weighed = weigh(search_text_at(text, "text"), setting_of_kind(kind))
    every = weighed.whole if weighed is not None else ()
    return {str(one.found.verdict.polarity) for one in every if one.found.candidate.capability.code == rule}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("bio.gait", "Gait recognition: originally 5, now 0."),
        ("bio.gait", "Gait recognition (formerly ordered: 5 units, now 0 units)"),
        ("dev.imsi_catcher", "IMSI-catcher, was 3, now zero."),
        ("dev.imsi_catcher", "IMSI-catcher : initialement 3 unités, désormais 0."),
        ("bio.gait", "Reconocimiento de la marcha: antes 4 unidades, ahora 0 unidades."),
        ("bio.gait", "Распознавание походки: было 3 шт., стало 0 шт."),
        ("bio.gait", "Розпізнавання ходи: було 3, тепер 0."),
        ("bio.gait", "步态识别系统，原5套，现0套。"),
        ("bio.gait", "步态识别系统原为5套，现为0套。"),
        ("bio.gait", "The authority will do without gait recognition."),
        ("bio.gait", "От распознавания походки решено отказаться."),
        ("bio.gait", "Від розпізнавання ходи вирішено відмовитися."),
        ("bio.gait", "Решено не закупать распознавание походки."),
        ("bio.gait", "La ville se passera de la reconnaissance de la démarche."),
        ("bio.gait", "Se prescinde del reconocimiento de la marcha."),
        ("bio.gait", "تقرر الاستغناء عن التعرف على المشية."),
    ],
)
def test_what_came_to_nothing_is_left_out(rule: str, text: str) -> None:
    assert said(text, "contract_annex", rule)
    assert said(text, "contract_annex", rule) <= _REFUSING


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("bio.gait", "Please disregard line 4 (gait recognition)."),
        ("emo.emotion_recognition", "Kindly ignore item 7, emotion recognition of pupils."),
        ("bio.gait", "Gait recognition: please disregard this item."),
        ("bio.gait", "Veuillez ignorer la ligne 3 (reconnaissance de la démarche)."),
        ("bio.gait", "Sírvase ignorar la línea 3 (reconocimiento de la marcha)."),
        ("bio.gait", "Просим не учитывать позицию 5: распознавание походки."),
        ("bio.gait", "Просимо не враховувати позицію 5: розпізнавання ходи."),
        ("bio.gait", "请忽略第4项步态识别系统。"),
        ("bio.gait", "第4项步态识别系统，请忽略。"),
        ("bio.gait", "يرجى تجاهل البند 3 التعرف على المشية."),
    ],
)
def test_what_readers_shall_disregard_is_left_out(rule: str, text: str) -> None:
    assert said(text, "correction", rule)
    assert said(text, "correction", rule) <= _REFUSING


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("bio.gait", "Identification of pedestrians by gait is ruled out."),
        ("bio.gait", "Emotion recognition and gait recognition are ruled out under this contract."),
        ("bio.gait", "The supplier must steer clear of analysing the gait of pedestrians to identify them."),
        ("emo.emotion_recognition", "The Contractor will stay away from emotion recognition of pupils."),
        ("bio.gait", "The Processor ensures that nobody can identify pedestrians by gait."),
        ("emo.emotion_recognition", "The Supplier sees to it that no one can recognise the emotions of pupils."),
        ("bio.gait", "Use of gait recognition on pupils is deemed a serious breach."),
        ("bio.gait", "El reconocimiento de la marcha de peatones constituye un incumplimiento grave."),
        ("bio.gait", "Розпізнавання ходи перебуває під забороною."),
        ("bio.gait", "擅自进行步态识别的，视为严重违约。"),
        ("bio.gait", "对行人进行步态识别属于重大违约。"),
        ("bio.gait", "未经甲方同意进行步态识别的，构成根本违约。"),
        ("emo.emotion_recognition", "对学生进行情绪识别，系严重违约。"),
        ("bio.gait", "استخدام التعرف على المشية يعد إخلالا بالعقد."),
        ("bio.gait", "استفاده از تشخیص راه رفتن افراد نقض قرارداد محسوب می‌شود."),
    ],
)
def test_contract_forbids(rule: str, text: str) -> None:
    assert said(text, "contract_clause", rule)
    assert said(text, "contract_clause", rule) <= _REFUSING


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("contract_annex", "Gait recognition: originally 5, now 10."),
        ("contract_annex", "Gait recognition: previously 0, now 4."),
        ("contract_annex", "步态识别系统原为0套，现为5套。"),
        ("contract_annex", "Gait recognition, 2 units; 3 defects found in trials, now 0."),
        ("tender_spec", "Gait recognition shall be delivered; delays are ruled out."),
        ("tender_spec", "Gait recognition, 3 units, logs sealed so that nobody can alter them."),
        ("tender_spec", "Gait recognition; false alarms must be disregarded by the operator."),
        ("tender_spec", "步态识别系统应能对低质量图像予以忽略。"),
        ("tender_spec", "The police cannot do without gait recognition: 5 units required."),
        ("tender_spec", "Решено закупить распознавание походки."),
        ("tender_spec", "The model for gait recognition shall be trained in the buyer's own data centre."),
        ("tender_spec", "The supplier delivers gait recognition; staff shall be trained in operating it."),
        ("contract_clause", "The Contractor shall deliver gait recognition and stay away from rail tracks."),
        ("contract_clause", "Постачальник передає розпізнавання ходи; перепродаж під забороною."),
    ],
)
def test_the_same_words_of_something_else_leave_it_bought(kind: str, text: str) -> None:
    assert said(text, kind)
    assert said(text, kind) <= BUYING_POLARITIES


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("contract_clause", "Failure to deliver gait recognition constitutes a breach of this contract."),
        ("contract_clause", "Late delivery of gait recognition shall be deemed a material breach."),
        ("contract_clause", "El retraso en la entrega del reconocimiento de la marcha constituye incumplimiento."),
        ("contract_clause", "Le défaut de livraison de la reconnaissance de la démarche constitue un manquement."),
        ("contract_clause", "Непоставка распознавания походки считается нарушением договора."),
        ("contract_clause", "Прострочення постачання розпізнавання ходи є порушенням договору."),
        ("contract_clause", "乙方未按期交付步态识别系统的，视为严重违约。"),
        ("contract_clause", "步态识别系统逾期到货的，构成重大违约。"),
        ("contract_clause", "عدم تسليم التعرف على المشية يعد إخلالا بالعقد."),
        ("tender_spec", "无法提供步态识别系统的投标人将被否决。"),
        ("tender_spec", "未能提供步态识别功能的响应文件将被否决。"),
        ("tender_spec", "缺少步态识别系统的投标，作废标处理。"),
    ],
)
def test_who_fails_to_deliver_was_to_deliver(kind: str, text: str) -> None:
    assert said(text, kind)
    assert said(text, kind) <= BUYING_POLARITIES


@pytest.mark.parametrize(
    "text",
    [
        "步态识别系统2套，不含选配件。",
        "步态识别系统5套，不包含运输费用。",
        "步态识别系统（含主机，不含显示器）",
        "Gait recognition, 3 units, excluding accessories.",
        "Gait recognition, 3 units: price excludes installation.",
    ],
)
def test_parts_that_are_left_out_leave_the_rest_bought(text: str) -> None:
    assert said(text, "contract_annex")
    assert said(text, "contract_annex") <= BUYING_POLARITIES


@pytest.mark.parametrize(
    "text",
    [
        "步态识别系统，不含。",
        "步态识别系统，不包括在内。",
        "步态识别系统：不含本项。",
        "步态识别系统：不含任何此类功能。",
        "步态识别系统：不包括前述功能。",
        "步态识别系统：本次采购不含步态识别功能。",
        "Gait recognition: the offer excludes it.",
        "Gait recognition: the scope excludes this module.",
        "Gait recognition: the price excludes the said item.",
        "Gait recognition: the configuration comes without this option.",
    ],
)
def test_what_is_left_out_by_a_word_for_it_is_not_bought(text: str) -> None:
    assert said(text, "contract_annex")
    assert said(text, "contract_annex") <= _REFUSING


@pytest.mark.parametrize(
    "text",
    [
        "The bidder shall employ two engineers trained in gait recognition.",
        "Three previous contracts for gait recognition shall be shown.",
        "El licitador acreditará dos contratos previos de reconocimiento de la marcha.",
        "Trois références portant sur la reconnaissance de la démarche sont exigées.",
    ],
)
def test_experience_is_talk(text: str) -> None:
    assert said(text, "tender_spec") == {"discussed"}


@pytest.mark.parametrize(
    "text",
    [
        "5, now " * 7_000,
        "1" * 50_000,
        "late " * 10_000,
        "未" * 50_000,
        "无法" * 25_000,
        "falta a " * 6_000,
        "不含" * 25_000,
    ],
)
def test_grammar_is_fast_on_hostile_text(text: str) -> None:
    started = time.process_time()
    find_in_text(f"{text} gait recognition {text} breach", doc_kind="contract_clause")
    assert time.process_time() - started < 10
