"""Suggestions over a case: verbatim, ranked, few, and none where a rule found the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.cases import Case, Receipt
from tenderlight.model.document import Page, PageMethod
from tenderlight.pipeline.heads import ContractClaims, ReadingHead
from tenderlight.pipeline.messages import write_frame
from tenderlight.pipeline.reading import ReadingUnderWay
from tenderlight.pipeline.steps import claim
from tenderlight.pipeline.suggesting import suggest
from tests.pipeline.made import outcome

SAID = "采购内容：手机取证设备一套，支持解锁手机、提取微信聊天记录、恢复已删除的数据。"
"""What a rule finds, so that it is no suggestion."""
INNOCENT = "采购内容：打印纸 20 箱，椅子 10 把，办公桌 5 张，按月结算，送货上门，质保一年。"
PARAPHRASED = "合同标的：把送检的机子打开，里头的聊天、照片、通讯录一律导出成卷，删掉的也要找回来。"


def received(case: Case, folder: Path, *texts: str) -> list[str]:
    documents = []
    for number, text in enumerate(texts):
        file = folder / f"{number}.txt"
        file.write_text(text, "utf-8")
        receipt = case.receive_file(file, received_as=file.name)
        assert isinstance(receipt, Receipt)
        work = ReadingUnderWay(case, receipt.document, depth=0)
        work.take(write_frame(ReadingHead(media_type="text/plain", reader="text", reader_version=1)))
        work.take(write_frame(Page(number=1, text=text, method=PageMethod.FLOW)))
        work.end(outcome())
        work.finish()
        documents.append(receipt.document)
    return documents


def claims_made(case: Case, document: str) -> None:
    reading = case.load_reading(document)
    assert reading is not None
    found = [one for one in claim(reading) if isinstance(one, ContractClaims)]
    case.record_claims(document, [(one.key, one.claims) for one in found], version="claim/1")


def test_quotes_are_verbatim_and_carry_their_path(case: Case, tmp_path: Path) -> None:
    received(case, tmp_path, SAID, INNOCENT)
    texts = {"0.txt": SAID, "1.txt": INNOCENT}
    found = list(suggest(case, per_thousand=50_000))
    assert found
    for one in found:
        for quote in one.quotes:
            assert texts[quote.path][quote.start : quote.end] == quote.text


def test_the_likeliest_come_first_and_no_more_than_asked_for(case: Case, tmp_path: Path) -> None:
    received(case, tmp_path, INNOCENT, SAID, PARAPHRASED)
    every = list(suggest(case, per_thousand=50_000))
    scores = [one.score for one in every]
    assert scores == sorted(scores, reverse=True)
    few = list(suggest(case, per_thousand=500))
    assert few == every[:2]


def test_what_a_rule_found_is_not_suggested(case: Case, tmp_path: Path) -> None:
    (document,) = received(case, tmp_path, SAID)
    before = {one.capability for one in suggest(case, per_thousand=50_000)}
    claims_made(case, document)
    claimed = list(case.claims())
    after = {one.capability for one in suggest(case, per_thousand=50_000)}
    assert list(case.claims()) == claimed  # and nothing suggested is claimed
    assert "dev.phone_forensics" in before
    assert "dev.phone_forensics" not in after


def test_a_case_without_pages_has_none(case: Case) -> None:
    assert list(suggest(case, per_thousand=50_000)) == []


def test_what_a_rule_found_and_is_doubted_is_suggested_and_not_claimed(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for least in (
        "LEAST",
        "LEAST_IN_FEW_WORDS",
        "LEAST_OF_WEAKER",
        "LEAST_OF_WEAKEST",
        "LEAST_IN_SHORT_LINES",
    ):  # nothing is sure enough, in any form
        monkeypatch.setattr(f"tenderlight.capabilities.scoring.{least}", 1.01)
    monkeypatch.setattr("tenderlight.capabilities.weighing.is_strong_alone", lambda *_, **__: False)
    (document,) = received(case, tmp_path, SAID)
    claims_made(case, document)
    assert list(case.claims(kind="capability")) == []
    first = next(one for one in suggest(case, per_thousand=50_000) if one.model.startswith("rules/"))
    assert first.capability == "dev.phone_forensics"
    assert SAID[first.quotes[0].start : first.quotes[0].end] == first.quotes[0].text
