"""A case of made notices to link: each of its own words, of law that all quote, and a few of another's.

Of a hundred notices five are another one published twice, three have clauses of another buyer's notice, and two are
another's with another amount. Readings and claims are made here, so that nothing but linking is measured.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tenderlight.cases import Case, ReadingEnd
from tenderlight.evidence.assembling import digest
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import Problem
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    CapabilityValue,
    PartyValue,
    ProjectNumberValue,
    StageValue,
    SupplierValue,
    TextValue,
    Value,
)

VERSION = "made/1"
COMMITTED = 200
NOTICES_OF_A_BUYER = 20
LAW, OWN, TAKEN = 3, 7, 4
"""Clauses of a notice: of law, of its own, and taken from another."""
KINDS_OF_LAW = 40
_SIGNS = (
    "设备系统服务平台数据网络存储接口端口电源散热机箱内存硬盘显卡主板线缆支架镜头云台防护等级温度湿度功耗频率带宽延迟并发"
    "用户权限日志备份恢复升级维护培训验收质保期限交付安装调试运输包装标签说明证书检测图像识别视频监控通信信号传输控制采集"
)
_WORDS = tuple(_SIGNS[at : at + 2] for at in range(0, len(_SIGNS), 2))


def make_notices(place: Path, first: int, count: int) -> None:
    """Add made notices to a case, numbered from one on; the folder is made if there is none."""
    with tempfile.TemporaryDirectory() as name, Case.open(place, create=True) as case:
        source = Path(name) / "source"
        for number in range(first, first + count):
            _add(case, source, number)
            if number % COMMITTED == COMMITTED - 1:
                case.commit()
        case.finish_run()


def _add(case: Case, source: Path, number: int) -> None:
    source.write_text(f"Made notice {number}\n", "utf-8")
    received = case.receive_file(source, received_as=f"{number // 1000:03d}/{number:06d}.txt")
    assert not isinstance(received, Problem)
    said = list(_said(number))
    text = "\n".join(line for _, line in said)
    with case.reading_writer(received.document) as writer:
        writer.add(Page(number=1, text=text, method=PageMethod.FLOW))
        end = ReadingEnd(media_type="text/plain", reader="text", reader_version=1, state=ReadState.READ, walls="none")
        stored = writer.finish(end)
    case.record_reading(stored)
    key = ContractKey(key=f"project:LS-{number:06d}", because="The same project number is printed.")
    claims = [_claim(received.document, text, value, line, key) for value, line in said if value is not None]
    case.record_claims(received.document, [(key, claims)], version=VERSION)


def _said(number: int) -> Iterator[tuple[tuple[StatementKind, Value] | None, str]]:
    """Yield the lines of a notice, each with what is claimed of it."""
    kind = number % 100
    source = number - 50 if kind in {57, 67, 77, 87, 97, 79, 89} and number >= 50 else number
    drawn = random.Random(f"notice {source}")
    buyer = f"蓝水县第{source // NOTICES_OF_A_BUYER}号公安局"
    amount = drawn.randrange(10_000, 90_000_000)
    if kind in {79, 89}:
        amount += 1_000
    if source != number:
        yield None, f"转载 来源 第{number}站"
    yield (StatementKind.STAGE, StageValue(stage=Stage.AWARD)), "中标公告"
    title = f"蓝水县第{source}号视频监控采购项目"
    yield (StatementKind.TITLE, TextValue(text=title)), title
    yield (
        (StatementKind.PROJECT_NUMBER, ProjectNumberValue(number=f"LS-{source:06d}", label="项目编号")),
        f"LS-{source:06d}",
    )
    yield (StatementKind.BUYER, PartyValue(name=buyer)), buyer
    supplier = f"星河{drawn.randrange(5_000)}科技有限公司"
    yield (StatementKind.SUPPLIER, SupplierValue(name=supplier)), supplier
    value = AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(amount), currency="CNY")
    yield (StatementKind.AMOUNT, value), f"中标金额{amount}元"
    capability = CapabilityValue(capability="id.face_recognition")
    yield (
        (StatementKind.CAPABILITY, capability),
        f"{drawn.choice(_WORDS)}支持人脸识别并与重点人员库实时比对布控报警{source}次。",
    )
    clauses = [_clause(random.Random(f"law {drawn.randrange(KINDS_OF_LAW)}"), 24) for _ in range(LAW)]
    clauses += [f"{_clause(drawn, 16)}不低于{drawn.randrange(10, 999)}GB" for _ in range(OWN)]
    if kind in {13, 23, 33} and number >= 2_000:
        theirs = random.Random(f"taken {number // 1_000} {kind}")
        clauses += [f"{_clause(theirs, 20)}不低于{theirs.randrange(10, 999)}GB" for _ in range(TAKEN)]
    for at, clause in enumerate(clauses, 1):
        yield None, f"{at}、{clause}。"


def _clause(drawn: random.Random, words: int) -> str:
    return "".join(drawn.choice(_WORDS) for _ in range(words))


def _claim(document: str, text: str, said: tuple[StatementKind, Value], line: str, key: ContractKey) -> Claim:
    kind, value = said
    start = text.index(line)
    quote = Quote(
        document=document, path="", page_number=1, start=start, end=start + len(line), text=line, reader="text/1"
    )
    return Claim(
        claim=digest(f"{document} {kind} {start}"),
        contract=key.contract,
        kind=kind,
        value=value,
        polarity=Polarity.REQUIRED if kind is StatementKind.CAPABILITY else None,
        stage=Stage.AWARD,
        rule="made.rule",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
    )
