import hashlib
import json
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tenderlight.errors import UsageError
from tenderlight.evaluate.facts import Case, Prediction, evaluate_facts, predict, read_cases, score
from tenderlight.evaluate.notices import (
    ExpectedLot,
    ExpectedNotice,
    ExpectedSupplier,
    comparable_firm,
    comparable_lot,
    comparable_name,
)
from tests.house.tree import ROOT
from tests.shared_data import shared_file

TEXT = (
    "成交公告 项目编号：QZ-2020-118 成交供应商：青洲仪器有限公司 成交金额：8.8万元 采购人：青洲县计量所 预算金额：9万元"
)
RIGHT = {
    "stage": "award",
    "buyer": "青洲县计量所",
    "agency": None,
    "suppliers": [{"name": "青洲仪器有限公司", "role": "sole"}],
    "amount": 88000,
    "currency": "CNY",
    "amount_kind": "award",
    "percent": None,
    "date": None,
    "date_kind": None,
    "project_number": "QZ-2020-118",
    "region": {"country": "CN", "admin1": None, "place": "青洲县"},
    "lots": [],
    "items": [],
    "components": [],
    "flags": ["budget:90000"],
}


def _set(folder: Path, **changes: object) -> Path:
    path = folder / "notices.jsonl"
    case = {"id": "A1", "lang": "zh-Hans", "doc_kind": "award", "text": TEXT, "expected": RIGHT | changes}
    path.write_text(json.dumps(case, ensure_ascii=False) + "\n\n", "utf-8")
    return path


def test_a_notice_read_right_scores_full(tmp_path: Path) -> None:
    result = evaluate_facts(_set(tmp_path), None)
    assert (result.cases, result.cases_right, result.differences) == (1, 1, ())
    assert result.overall.accuracy == 1
    assert result.table()[-1][0] == "all"


def test_a_wrong_value_is_told_from_a_missing_one_and_comes_first(tmp_path: Path) -> None:
    result = evaluate_facts(_set(tmp_path, agency="某代理有限公司", amount=90000), None)
    assert [(one.field, one.is_wrong) for one in result.differences] == [("amount", True), ("agency", False)]
    assert (result.fields["amount"].wrong, result.fields["amount"].missing) == (1, 0)
    assert (result.fields["agency"].wrong, result.fields["agency"].missing) == (0, 1)
    assert result.as_json()["cases_right"] == 0


def test_predictions_have_the_shape_of_what_is_expected_and_score_the_same(tmp_path: Path) -> None:
    path = _set(tmp_path)
    written = tmp_path / "predictions.jsonl"
    result = evaluate_facts(path, written)
    line = json.loads(written.read_text("utf-8"))
    assert line["id"] == "A1"
    assert set(line["predicted"]) == set(RIGHT)
    assert line["predicted"]["amount"] == 88000
    again = [msgspec.json.decode(row, type=Prediction) for row in written.read_bytes().splitlines()]
    assert score(read_cases(path), again) == result


def test_lots_are_added_up_where_no_total_is_printed() -> None:
    notice = predict(
        "中标公告 包1：东衡科技有限公司 20万元；包2：西衡科技有限公司 30.5万元；包3：流标 采购人：洛泽县医院"
    )
    assert (notice.amount, notice.amount_kind) == (Decimal(505_000), "sum_of_lots")
    assert "total_not_printed" in notice.flags
    assert [lot.status for lot in notice.lots] == ["awarded", "awarded", "void"]


def test_a_case_without_a_prediction_counts_as_nothing_read() -> None:
    case = Case(id="A1", text="", expected=ExpectedNotice(stage="award", suppliers=(ExpectedSupplier(name="甲"),)))
    result = score([case], [])
    assert (result.overall.missing, result.overall.wrong, result.overall.right) == (2, 0, 0)


def test_what_is_no_set_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        evaluate_facts(tmp_path / "absent.jsonl", None)
    broken = tmp_path / "notices.jsonl"
    broken.write_text('{"id": 1}\n', "utf-8")
    with pytest.raises(UsageError, match="line 1"):
        evaluate_facts(tmp_path, None)


def test_the_sample_of_the_domain_is_read_without_a_difference() -> None:
    assert evaluate_facts(shared_file("domain/sample/notices.jsonl"), None).differences == ()


def test_a_folder_without_the_usual_file_is_read_as_all_its_parts(tmp_path: Path) -> None:
    _set(tmp_path).rename(tmp_path / "held_out.jsonl")
    _set(tmp_path).rename(tmp_path / "development.jsonl")
    assert len(read_cases(tmp_path)) == 2
    assert len(read_cases(_set(tmp_path).parent)) == 1


def test_a_field_that_is_not_judged_counts_nowhere(tmp_path: Path) -> None:
    path = _set(tmp_path, buyer="别的县计量所")
    case = json.loads(path.read_text("utf-8")) | {"not_judged": ["buyer"]}
    path.write_text(json.dumps(case), "utf-8")
    result = evaluate_facts(path, None)
    assert result.cases_right == 1
    assert "buyer" not in result.fields


def test_a_trap_in_a_field_that_is_not_judged_is_none(tmp_path: Path) -> None:
    path = _set(tmp_path, amount=None, currency=None, flags=[])
    case = json.loads(path.read_text("utf-8")) | {"traps": {"other": [88000], "losers": ["青洲仪器有限公司"]}}
    for unjudged, kinds in (([], ["other"]), (["amount"], [])):
        path.write_text(json.dumps(case | {"not_judged": unjudged}, ensure_ascii=False), "utf-8")
        assert [one.kind for one in evaluate_facts(path, None).caught] == kinds


def test_parts_of_a_region_that_the_label_leaves_out_are_not_judged(tmp_path: Path) -> None:
    assert evaluate_facts(_set(tmp_path, region={"country": "CN"}), None).cases_right == 1
    assert evaluate_facts(_set(tmp_path, region={"country": "CN", "place": None}), None).cases_right == 0


def test_what_the_label_warns_of_is_told_apart(tmp_path: Path) -> None:
    path = _set(tmp_path)
    case = json.loads(path.read_text("utf-8")) | {"traps": {"fee": [1200], "losers": ["红洲商贸有限公司"]}}
    path.write_text(json.dumps(case), "utf-8")
    cases = read_cases(path)
    bad = ExpectedNotice(amount=Decimal(1200), suppliers=(ExpectedSupplier(name="红洲 商贸有限公司"),))
    over = ExpectedNotice(amount=Decimal(90_000), lots=(ExpectedLot(lot="1", amount=Decimal(88_000)),))
    fallen = score(cases, [Prediction(id="A1", predicted=bad)]).caught
    assert [(one.kind, one.value) for one in fallen] == [("fee", "1200"), ("losers", "红洲商贸有限公司")]
    assert [one.kind for one in score(cases, [Prediction(id="A1", predicted=over)]).caught] == ["budget"]
    assert evaluate_facts(path, None).as_json()["caught"] == []


def test_a_text_in_json_is_read_as_open_contracting_data() -> None:
    award = {"status": "active", "value": {"amount": 5, "currency": "GBP"}, "suppliers": [{"name": "Lumen Ltd"}]}
    notice = predict(json.dumps({"ocid": "ocds-zz0001-1", "tag": ["award"], "awards": [award | {"id": "1"}]}))
    assert (notice.stage, notice.amount, notice.currency) == ("award", Decimal(5), "GBP")
    assert predict('{"a": 1}') == ExpectedNotice()


def number_of(notice: str) -> int:
    """Return what says which part a notice belongs to (see the README of the set)."""
    hands = ("NB", "NR", "NH", "NI", "NJ", "NK", "NL", "NM", "NS", "NT", "NU", "NX")
    if notice.startswith((*hands, "OA", "OB", "OC", "OD", "OE", "PA", "PB")):
        return int(hashlib.sha256(notice.encode()).hexdigest(), 16)
    return int(notice[2:])


def test_the_open_set_is_whole_and_its_names_are_in_the_texts() -> None:
    folder = ROOT / "evaluation" / "notices"
    cases = read_cases(folder)
    assert len(cases) >= 120
    assert len({case.id for case in cases}) == len(cases)
    for name in ("held_out", "held_out_hands_nu_and_nx", "held_out_hands_oa_to_pb"):
        assert {number_of(case.id) % 3 for case in read_cases(folder / f"{name}.jsonl")} == {0}
    for name in ("development_hands_nu_and_nx", "development_hands_oa_to_pb"):
        assert all(number_of(case.id) % 3 for case in read_cases(folder / f"{name}.jsonl"))
    for case in cases:
        text = comparable_name(case.text)
        label = case.expected
        names = [label.buyer, label.agency, label.project_number, *(one.name for one in label.suppliers)]
        names += [*(one.name for one in label.items), *case.traps.losers, *case.traps.persons]
        assert [name for name in names if comparable_name(name) not in text] == [], case.id


@pytest.mark.parametrize(
    "text",
    [
        "更正公告\n项目编号：QZ-2023-11\n采购人：青洲县公安局\n预算金额：80万元\n",
        (
            "ADENDA No. 2\nPROCESO: LP-014-2023\nENTIDAD: Alcaldía Municipal de Santa Rita\nPRESUPUESTO OFICIAL: "
            "$9.000.000\n"
        ),
    ],
)
def test_a_correction_with_a_budget_alone_has_the_kind_of_a_budget(text: str) -> None:
    notice = predict(text)
    assert (notice.stage, notice.amount, notice.amount_kind) == ("correction", None, "budget")


@pytest.mark.parametrize(
    "name", ["M/s Attock Electro", "M/S. Attock Electro", "Messrs Attock Electro", "Attock Electro"]
)
def test_a_form_of_address_before_a_firm_is_not_judged(name: str) -> None:
    assert comparable_firm(name) == "attockelectro"


@pytest.mark.parametrize("name", ["M/sattva", "Messrsmith Ltd", "MS Electro"])
def test_what_only_looks_like_a_form_of_address_is_part_of_the_name(name: str) -> None:
    assert comparable_firm(name) == comparable_name(name)


@pytest.mark.parametrize("lot", ["Los 2", "Los-Nr. 2", "Los Nr. 2", "lot 2", "包2", "Лот № 2", "2"])
def test_lots_are_compared_by_what_tells_them_apart(lot: str) -> None:
    assert comparable_lot(lot) == "2"
