"""What the grammar around a capability says of it: passives, zero quantities, bans, "unless", double negatives."""

from __future__ import annotations

import time

import pytest

from tenderlight.capabilities import find_in_text, none_counted, passives
from tenderlight.capabilities.kinds import setting_of_kind
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.weighing import weigh
from tenderlight.model.statement import BUYING_POLARITIES


def said(text: str, kind: str, rule: str) -> set[str]:
    """Return what whole rules say of a capability in a text, however sure it is."""
    weighed = weigh(search_text_at(text, "text"), setting_of_kind(kind))
    every = weighed.whole if weighed is not None else ()
    return {str(one.found.verdict.polarity) for one in every if one.found.candidate.capability.code == rule}


def bought(text: str, kind: str) -> set[str]:
    """Return the capabilities that a text is said to buy."""
    return {one.rule for one in find_in_text(text, doc_kind=kind) if one.polarity in BUYING_POLARITIES}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("bio.iris", "Refugees' irises shall not be captured at the food distribution points."),
        ("bio.iris", "The irises of villagers must not, under any circumstances, be scanned."),
        ("bio.iris", "Los iris de los solicitantes no podrán ser registrados en el campamento."),
        ("bio.iris", "Les iris des demandeurs ne doivent pas être numérisés à l'entrée."),
        ("bio.voiceprint", "Callers' voiceprints shall in no case be extracted from the recordings."),
        ("bio.iris", "采集访客虹膜信息，一律不得。"),
        (
            "track.person_dossier",
            "The Processor shall abstain from merging records into a full profile of any citizen.",
        ),
        ("dev.phone_forensics", "The Contractor shall desist from extracting deleted chats from seized phones."),
        ("eth.face_ethnicity", "Le titulaire s'abstient d'estimer l'origine ethnique des personnes d'après l'image."),
        ("emo.emotion_recognition", "El proveedor deberá abstenerse de reconocer las emociones de los alumnos."),
        ("bio.gait", "Виконавець утримується від розпізнавання ходи перехожих."),
        ("online.content_control", "Blocking posts critical of the government on social networks is forbidden."),
        ("bio.gait", "Analysing the gait of pedestrians to identify them constitutes a breach of this contract."),
        ("dev.wifi_sniffer", "如乙方擅自采集周边手机MAC地址，甲方有权解除合同。"),
        ("emo.emotion_recognition", "Le titulaire veille à ne jamais reconnaître les émotions des élèves en classe."),
    ],
)
def test_contract_forbids(rule: str, text: str) -> None:
    assert said(text, "contract_clause", rule) & {"forbidden", "negated"}
    assert not bought(text, "contract_clause")


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("crowd.control_devices", "Line 6 Acoustic deterrent against crowds – quantity changed from 2 to 0."),
        ("bio.gait", "Gait recognition: reduced from 4 pcs to nil."),
        ("bio.gait", "Gait recognition: 4 -> 0"),
        ("bio.gait", "Gait recognition, qty 0"),
        ("dev.imsi_catcher", "IMSI-catcher : quantité ramenée de 2 à 0."),
        ("track.electronic_tag", "Tobilleras electrónicas: se modifica la cantidad de 3 a 0 unidades."),
        ("bio.gait", "Распознавание походки: количество уменьшено с 3 до 0 шт."),
        ("bio.gait", "步态识别系统数量由2套调整为0套。"),
        ("bio.gait", "步态识别系统，0套"),
        ("bio.gait", "品名\t数量\t单位\n步态识别系统\t0\t套\n网线\t20\t箱"),
        ("bio.gait", "Item\tQty\nGait recognition\t0\nCables\t40"),
        ("bio.gait", "Наименование\tКол-во\nРаспознавание походки\t0\nКабель\t40"),
        ("bio.gait", "Gait recognition | 0 | pcs"),
        ("bio.gait", "التعرف على المشية: تعديل الكمية من 2 إلى 0."),
        ("bio.gait", "تشخیص راه رفتن افراد: تعداد از 2 به 0 تغییر یافت."),
    ],
)
def test_quantity_of_nothing_is_left_out(rule: str, text: str) -> None:
    assert said(text, "contract_annex", rule) == {"negated"}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Gait recognition, 2 pcs, unit price 0", "offered"),
        ("Item\tQty\tPrice\nGait recognition\t2\t0\nCables\t40\t12", "offered"),
        ("Gait recognition: quantity changed from 2 to 10.", "offered"),
        ("Optional: gait recognition, 0 pcs, price on application.", "optional"),
        ("步态识别系统，2套，误报0次。", "offered"),
        ("Gait recognition, 2 units, defects: 0 units.", "offered"),
        ("Gait recognition, 3 units; cables, qty 0.", "offered"),
    ],
)
def test_other_zeros_leave_it_standing(text: str, polarity: str) -> None:
    assert said(text, "contract_annex", "bio.gait") == {polarity}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("tender_spec", "The system shall not fail to analyse the gait of pedestrians to identify them."),
        ("tender_spec", "Unless the system can analyse the gait of pedestrians to identify them, the bid is rejected."),
        ("tender_spec", "No offer will be considered unless it includes gait recognition."),
        ("tender_spec", "Offers which do not include gait recognition shall be excluded."),
        ("tender_spec", "除非能够进行步态识别，否则投标无效。"),
        ("tender_spec", "投标产品缺少步态识别系统的，作废标处理。"),
        ("tender_spec", "El sistema no dejará de efectuar el reconocimiento de la marcha."),
        ("tender_spec", "Если система не может выполнять распознавание походки, заявка отклоняется."),
        ("tender_spec", "Система должна выполнять распознавание походки, не останавливая людей."),
        ("tender_spec", "لن تقبل العروض التي لا تشمل التعرف على المشية."),
        ("contract_clause", "The ban on resale does not affect the delivery of gait recognition."),
        ("contract_clause", "禁止转售的约定不影响步态识别系统的交付。"),
        ("contract_clause", "The Supplier shall not charge extra for gait recognition; delivery of 5 units."),
        ("contract_clause", "Подрядчик поставляет распознавание походки и не вправе уступать договор."),
        ("contract_clause", "El contratista entrega el reconocimiento de la marcha y no cederá el contrato."),
        ("award_notice", "Reconocimiento de la marcha, 3 unidades, IVA no incluido."),
        ("award_notice", "التعرف على المشية، وحدتان، بدون ضريبة."),
        ("contract_annex", "Gait recognition, 3 units, shall not be exposed to rain."),
        ("contract_annex", "Gait recognition cameras, 3 units, shall not be removed or replaced."),
    ],
)
def test_what_only_looks_like_a_refusal_buys(kind: str, text: str) -> None:
    polarities = said(text, kind, "bio.gait")
    assert polarities
    assert polarities <= BUYING_POLARITIES


@pytest.mark.parametrize(
    ("kind", "text", "polarity"),
    [
        ("option_list", "3. Gait recognition, per unit, 1 200 EUR", "optional"),
        ("optional_items", "步态识别系统，单价3万元/套", "optional"),
        ("contract_annex", "Reconnaissance de la démarche : non comprise dans le prix.", "optional"),
        ("contract_annex", "Reconnaissance de la démarche, sur commande.", "optional"),
        ("contract_annex", "Adicional a cotizar: reconocimiento de la marcha.", "optional"),
        ("contract_annex", "Резервная позиция: распознавание походки.", "optional"),
        ("contract_annex", "暂列金：步态识别系统。", "optional"),
        ("tender_spec", "Two references for gait recognition shall be submitted.", "discussed"),
        ("tender_spec", "投标人应有步态识别系统的实施经验。", "discussed"),
        ("tender_spec", "La ley prohíbe el reconocimiento de la marcha.", "discussed"),
        ("tender_spec", "El municipio vecino adquirió reconocimiento de la marcha el año pasado.", "discussed"),
    ],
)
def test_options_and_talk(kind: str, text: str, polarity: str) -> None:
    assert said(text, kind, "bio.gait") == {polarity}


@pytest.mark.parametrize(
    "text",
    ["a" * 50_000, "quantity " * 6_000, "0 -> " * 10_000, "not be " * 8_000, "如" * 50_000, "offers no " * 5_000],
)
def test_grammar_is_fast_on_hostile_text(text: str) -> None:
    started = time.process_time()
    find_in_text(f"gait recognition {text}", doc_kind="contract_annex")
    passives.is_of_what_came(text, (0, 1), len(text))
    none_counted.none_in_row(text, [(0, 1), (1, len(text))], 0, [])
    assert time.process_time() - started < 10
