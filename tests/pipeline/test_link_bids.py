"""Bids of a case: what two share is a claim with the words of both, and how often others share such a thing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cli.link import command
from tenderlight.model.link_value import LinkKind, LinkValue
from tenderlight.model.statement import StatementKind
from tests.linking.made_clauses import plain_clause
from tests.pipeline.test_link_claims import linked
from tests.pipeline.test_linking import BUYERS, notice

TENDER = (
    "招标文件\n项目名称：视频监控建设项目\n项目编号：TB-2024-018\n采购人：青川市公安局\n预算金额：500000元\n"
    "技术要求\n{points}\n"
)
BID = (
    "投标文件\n项目名称：视频监控建设项目\n项目编号：TB-2024-018\n采购人：青川市公安局\n投标人：{name}\n"
    "投标报价：{price}元\n{points}\n"
)
NAMES = ("海州启明信息有限公司", "白河远景科技有限公司", "东岭长风电子有限公司")


def points(clauses: list[str]) -> str:
    return "\n".join(f"{at}、{clause}。" for at, clause in enumerate(clauses, 1))


@pytest.fixture
def texts() -> list[str]:
    """Notices of ten other contracts, a tender file, and three bids; two of them have words and prices in common."""
    chance = random.Random(47)

    def some(count: int) -> list[str]:
        return [plain_clause(chance) for _ in range(count)]

    others = [notice(buyer, f"HB-2024-{at:03}", f"2{at:02}0000", some(6)) for at, buyer in enumerate(BUYERS[1:])]
    asked, shared = some(5), [*some(3), "前端设备安装单价为1837.46元", "平台软件单价为28416.93元"]
    bids = [
        BID.format(name=name, price=f"4{at}6350.{at}7", points=points([*asked, *(shared if at < 2 else ()), *some(4)]))
        for at, name in enumerate(NAMES)
    ]
    return [*others, TENDER.format(points=points(asked)), *bids]


def test_what_two_bids_share_is_a_claim_with_its_base_rate(case: Case, tmp_path: Path, texts: list[str]) -> None:
    linked(case, tmp_path / "texts", texts)
    (claim,) = [one for one in case.claims(kind=StatementKind.LINK) if one.rule == "link.shared_traits"]
    value = claim.value
    assert isinstance(value, LinkValue)
    assert (value.link, value.traits, value.shared) == (LinkKind.SHARED_TRAITS, ("figures", "words"), 5)
    assert (value.pairs, value.of_pairs) == (0, 50)  # of 13 documents 78 pairs, without the 6 of this contract: 72
    assert {Path(quote.path).stem for quote in claim.quotes} == {"10", "11"}
    assert [quote.text for quote in claim.quotes[:2]] == ["28416.93", "28416.93"]
    assert all(texts[int(Path(quote.path).stem)][quote.start : quote.end] == quote.text for quote in claim.quotes)
    assert "does not say that those who bid knew of each other" in claim.against[0]
    assert "Of at least 50 pairs of documents of different contracts, 0 share" in claim.against[1]
    case.commit()
    assert check_case(case.folder) == []
    shown = CliRunner().invoke(command, [str(case.folder)])
    assert "What two bids for one contract share: figures, words, as 0 of 72 pairs of documents of" in shown.stdout


def test_without_the_tender_file_nothing_is_told_of_bids(case: Case, tmp_path: Path, texts: list[str]) -> None:
    linked(case, tmp_path / "texts", [text for text in texts if not text.startswith("招标文件")])
    assert [one.rule for one in case.claims(kind=StatementKind.LINK)] == []
