"""A made case in which documents and people say every word in Chinese: whatever is Latin on a page is the desk's."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from tenderlight.cases import Case, ReadingEnd
from tenderlight.evidence.assembling import assemble
from tenderlight.linking.joins import BY_NUMBER
from tenderlight.linking.procedures import ContractKey
from tenderlight.lists.store import ListStore
from tenderlight.model.document import Line, Page, PageMethod, Reading, ReadState
from tenderlight.model.note import NoteKind
from tenderlight.model.problem import PROBLEMS, Problem, problem
from tenderlight.model.reader import PageCount
from tenderlight.model.reply import Answer, Asked
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import Anchor, Polarity, Stage, Statement, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    BidderValue,
    BidOutcome,
    CapabilityValue,
    ComponentValue,
    DateKind,
    DateValue,
    Grade,
    LineItemValue,
    MarkValue,
    MarkWeight,
    Naming,
    PartialDate,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    ScoreValue,
    StageValue,
    SupplierRole,
    SupplierValue,
    TextValue,
    Value,
)
from tenderlight.pipeline.screening_case import screen_case
from tenderlight.publish.dossier import publish
from tenderlight.publish.dossier_wishes import Wishes
from tests.cases.steps import receive
from tests.lists import made_lists
from tests.screening.held_lists import fill

PERSON = "审阅甲"
SUPPLIER, BUYER, BIDDER = "杭州橡实光学技术有限公司", "青溪县公安局", "青溪县松针信息有限公司"
TEXT = (
    "青溪县视频监控项目中标公告\n"
    f"采购人：{BUYER}\n采购代理机构：青溪县招标服务中心\n使用单位：青溪县看守所\n"
    f"供应商：{SUPPLIER}\n落选：{BIDDER}\n"
    "中标金额：486000元\n中标日期：2021年6月1日\n项目编号：2021-17\n地点：浙江省\n"
    "摄像机12台，品牌橡实，型号某某\n★为必须满足的条款\n评审得分：91.5\n"
    "系统应能在抓拍的人脸中识别民族，区分汉族与少数民族人员并报警。\n"
    "系统应与重点人员库实时比对人脸，命中即报警。\n"
    "摄像机应识别徘徊、聚集、奔跑等异常行为并报警。\n"
)
OTHER = f"青溪县视频监控项目更正公告\n供应商：{BIDDER}\n中标金额：480000元\n中标日期：2021年6月3日\n"
KEY = ContractKey(key="project:2021-17", because=BY_NUMBER)
CONTRACT = KEY.contract


def _said(text: str, words: str, value: Value, kind: StatementKind, stage: Stage, **more: object) -> Statement:
    start = text.index(words)
    fields: dict[str, object] = {"rule": "facts.made", "rule_version": 1, "polarity": None, "confidence": None} | more
    return Statement(
        kind=kind,
        value=value,
        anchors=(Anchor(start=start, end=start + len(words), text=words, page_number=1),),
        stage=stage,
        **fields,  # type: ignore[arg-type]
    )


def _capability(words: str, code: str, polarity: Polarity, *against: str) -> Statement:
    return _said(
        TEXT,
        words,
        CapabilityValue(capability=code),
        StatementKind.CAPABILITY,
        Stage.AWARD,
        rule=code,
        polarity=polarity,
        confidence=0.8,
        against=against,
    )


def _award() -> Iterator[Statement]:
    every: list[tuple[str, Value, StatementKind]] = [
        ("青溪县视频监控项目", TextValue(text="青溪县视频监控项目"), StatementKind.TITLE),
        (BUYER, PartyValue(name=BUYER), StatementKind.BUYER),
        ("青溪县招标服务中心", PartyValue(name="青溪县招标服务中心"), StatementKind.AGENCY),
        ("青溪县看守所", PartyValue(name="青溪县看守所"), StatementKind.END_USER),
        (SUPPLIER, SupplierValue(name=SUPPLIER, role=SupplierRole.SOLE), StatementKind.SUPPLIER),
        (BIDDER, BidderValue(name=BIDDER, outcome=BidOutcome.LOST, rank=2), StatementKind.BIDDER),
        (
            "486000元",
            AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(486000), currency="CNY", tax_included=True),
            StatementKind.AMOUNT,
        ),
        (
            "2021年6月1日",
            DateValue(date=PartialDate(year=2021, month=6, day=1), date_kind=DateKind.AWARD),
            StatementKind.DATE,
        ),
        ("2021-17", ProjectNumberValue(number="2021-17", label="项目编号"), StatementKind.PROJECT_NUMBER),
        ("浙江省", RegionValue(country="CN", admin1="浙江省"), StatementKind.REGION),
        ("中标公告", StageValue(stage="award"), StatementKind.STAGE),
        (
            "摄像机12台",
            LineItemValue(name="摄像机", brand="橡实", quantity=Decimal(12), unit="台"),
            StatementKind.LINE_ITEM,
        ),
        ("★", MarkValue(mark="★", weight=MarkWeight.MANDATORY), StatementKind.MARK),
        ("91.5", ScoreValue(score=Decimal("91.5"), score_kind="评审得分"), StatementKind.SCORE),
        ("12台", ComponentValue(name="镜头", quantity_per_unit=Decimal(2)), StatementKind.COMPONENT),
        *(
            (
                "橡实",
                ComponentValue(name="橡实", maker="橡实", naming=naming, grade=Grade.AWARD),
                StatementKind.COMPONENT,
            )
            for naming in Naming
        ),
    ]
    for words, value, kind in every:
        yield _said(TEXT, words, value, kind, Stage.AWARD)
    yield _capability("识别民族，区分汉族与少数民族", "eth.face_ethnicity", Polarity.REQUIRED)
    scored = "It stands in a scoring table: it earns points and may be no condition."
    yield _capability("与重点人员库实时比对人脸", "face.live_watchlist", Polarity.OFFERED, scored)
    yield _capability("识别徘徊、聚集、奔跑等异常行为", "beh.abnormal_behaviour", Polarity.OPTIONAL)


def _correction() -> Iterator[Statement]:
    price = AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(480000), currency="CNY")
    day = DateValue(date=PartialDate(year=2021, month=6, day=3), date_kind=DateKind.AWARD)
    yield _said(OTHER, BIDDER, SupplierValue(name=BIDDER), StatementKind.SUPPLIER, Stage.CORRECTION)
    yield _said(OTHER, "480000元", price, StatementKind.AMOUNT, Stage.CORRECTION)
    yield _said(OTHER, "2021年6月3日", day, StatementKind.DATE, Stage.CORRECTION)


def make_case(folder: Path) -> str:
    """Make the case with everything that people and lists add to it; returns the name of its dossier."""
    with Case.open(folder / "case", create=True) as case:
        for name, text, said in (("公告/中标.txt", TEXT, _award()), ("公告/更正.txt", OTHER, _correction())):
            document = receive(case, folder, name, text.encode())
            _read(case, document, text, list(said))
        _unread(case, receive(case, folder, "公告/损坏.txt", "无".encode()))
        assert isinstance(case.receive_file(folder / "公告/没有.txt", received_as="公告/没有.txt"), Problem)
        case.finish_run()
    entries = [
        made_lists.entry(name, federal_register="84 FR 54004, 10/9/19")
        for name in (SUPPLIER, "杭州橡实软件技术有限公司")
    ]
    fill(folder / "lists", made_lists.us_json(entities=entries))
    with Case.open(folder / "case") as case:
        assert screen_case(case, store=ListStore(folder / "lists")) is not None
    with Case.open(folder / "case", create=True) as case:
        _review(case)
        wishes = Wishes(person=PERSON, because="复核完毕", lists=True)
        made = publish(
            case, CONTRACT, folder / "dossier", wishes, now=datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)
        )
        case.publications.withdraw(next(one.number for one in case.publications), person=PERSON, because="有误")
        return made.name


def _read(case: Case, document: str, text: str, said: list[Statement]) -> None:
    ends = [found.end() for found in re.finditer("\n", text)]
    lines = tuple(
        Line(start=start, end=end - 1, place=f"table 1 row {number} cell 1")
        for number, (start, end) in enumerate(pairwise([0, *ends]), 1)
    )
    page = Page(number=1, text=text, method=PageMethod.FLOW, lines=lines)
    with case.reading_writer(document) as writer:
        writer.add(PageCount(count=1))
        writer.add(page)
        end = ReadingEnd(media_type="text/plain", reader="text", reader_version=1, state=ReadState.READ, walls="all")
        case.record_reading(writer.finish(end))
    reading = Reading(
        document=document, media_type="text/plain", reader="text", reader_version=1, pages=(page,), records=()
    )
    case.record_claims(document, [(KEY, assemble(reading, said, contract=CONTRACT))], version="facts/1")


def _unread(case: Case, document: str) -> None:
    """Record a document with every problem that there is."""
    with case.reading_writer(document) as writer:
        writer.add(PageCount(count=2))
        writer.add(Page(number=1, text="无", method=PageMethod.FLOW, state=ReadState.PARTLY))
        for code in PROBLEMS:
            writer.add(problem(code, step="made/1", page_number=1))
        end = ReadingEnd(media_type="text/plain", reader="text", reader_version=1, state=ReadState.PARTLY, walls="all")
        case.record_reading(writer.finish(end))


def _review(case: Case) -> None:
    """Have people decide, note, correct, ask and be answered."""
    claims = list(case.claims())
    for claim in claims:
        case.reviews.add(ReviewVerdict.CONFIRM, claim.claim, person=PERSON, because="页面如此写")
    case.reviews.add(ReviewVerdict.UNSURE, claims[0].claim, person="审阅乙", because="看不清")
    case.reviews.undo(claims[0].claim, person="审阅乙")
    case.notes.add(NoteKind.NOTE, f"claim:{claims[0].claim}", "再看一遍", person=PERSON)
    case.notes.add(NoteKind.TAG, f"claim:{claims[0].claim}", "要紧", person=PERSON)
    case.notes.add(NoteKind.SEARCH, "case", "人脸\n人脸", person=PERSON)
    quote = claims[0].quotes[0]
    case.corrections.add(quote.document, 1, (quote.start, quote.start + 2), "清溪", person=PERSON)
    parties = (SUPPLIER, BUYER, BIDDER, "青溪县招标服务中心", "青溪县看守所", "橡实")
    for party in parties:
        asked = Asked(party=party, asked_of="办公室", asked_how="信函", asked_at="2026-02-01", deadline="2026-02-20")
        answer = Answer(text="我们销售摄像机。", at="2026-02-11") if party == SUPPLIER else None
        case.replies.add(
            asked, person=PERSON, answer=answer, attachments=[("附件.txt", io.BytesIO(b"1"))] if answer else ()
        )
