"""Notices of the Russian state register of contracts (zakupki.gov.ru) under Federal Law 44-FZ, as exported in XML.

One export holds one or more papers: notifications (fcsNotification…, epNotification…), protocols of the commission,
contracts, and what became of them. Names of the commission's members, contact persons and signatures are not read.
Schemas: https://zakupki.gov.ru/epz/main/public/document/view.html?searchString=&sectionId=432
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import DateKind, ProjectNumberValue, StageValue, TextValue
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.ru_contracts import state_contract, state_performance
from tenderlight.sources.ru_notices import state_notification, state_plan
from tenderlight.sources.ru_protocols import protocol_stage, state_placement, state_protocol
from tenderlight.sources.xml_text import (
    at,
    first_at,
    local_name,
    name_of,
    open_xml,
    pointer_to,
    root_name,
    written,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STEP = "read:zakupki/1"
_NAMESPACE = "http://zakupki.gov.ru/oos/"
_BEGINNINGS: tuple[tuple[str, Stage | None], ...] = (
    ("NotificationCancelFailure", Stage.CORRECTION),
    ("NotificationLotCancel", Stage.CANCELLATION),
    ("NotificationCancel", Stage.CANCELLATION),
    ("NotificationLotChange", Stage.CORRECTION),
    ("NotificationOrgChange", Stage.CORRECTION),
    ("NotificationDateChange", Stage.CORRECTION),
    ("NotificationModification", Stage.CORRECTION),
    ("NotificationEP", Stage.SINGLE_SOURCE),
    ("Notification", Stage.TENDER),
    ("Prolongation", Stage.CORRECTION),
    ("PurchaseProlongation", Stage.CORRECTION),
    ("Clarification", Stage.CORRECTION),
    ("PlacementResult", Stage.AWARD),
    ("ContractSign", Stage.CONTRACT),
    ("contractProcedureCancel", Stage.CORRECTION),
    ("contractProcedure", Stage.ACCEPTANCE),
    ("contractCancel", Stage.CANCELLATION),
    ("contract", Stage.CONTRACT),
    ("tenderPlan", Stage.PLAN),
    ("purchasePlan", Stage.PLAN),
)
"""How the names of papers begin (without "fcs" or "ep"), the longer ones first, and the stage they stand at."""
_CALLS_OFF = frozenset({"IN", "ET"})
_PUBLISHED = (
    "docPublishDate",
    "publishDate",
    "commonInfo/publishDTInEIS",
    "commonInfo/docPublishDTInEIS",
    "publishDTInEIS",
    "docPublishDTInEIS",
    "createDate",
)
_NUMBERS = (
    ("purchaseNumber", "purchaseNumber"),
    ("commonInfo/purchaseNumber", "purchaseNumber"),
    ("foundation/order/purchaseNumber", "purchaseNumber"),
    ("foundation/fcsOrder/purchaseNumber", "purchaseNumber"),
    ("foundation/fcsOrder/order/notificationNumber", "notificationNumber"),
    ("foundation/order/notificationNumber", "notificationNumber"),
    ("foundation/oosOrder/notificationNumber", "notificationNumber"),
    ("commonInfo/planNumber", "planNumber"),
    ("planNumber", "planNumber"),
    ("protocolNumber", "protocolNumber"),
    ("commonInfo/protocolNumber", "protocolNumber"),
    ("regNum", "regNum"),
    ("commonInfo/regNum", "regNum"),
    ("number", "number"),
    ("purchaseCode", "purchaseCode"),
    ("ikzInfo/purchaseCode", "purchaseCode"),
)
_CONTRACT_NUMBERS = frozenset({"regNum", "number"})
_TITLES = (
    "purchaseObjectInfo",
    "commonInfo/purchaseObjectInfo",
    "contractSubject",
    "subject",
    "lot/lotObjectInfo",
    "lots/lot/lotObjectInfo",
    "foundation/fcsOrder/purchaseObjectInfo",
)
_TEXTS = (
    *((title, "title") for title in _TITLES),
    ("topic", "title"),
    ("question", "description"),
    ("notificationCancelInfo", "description"),
    ("attachments/attachment/docDescription", "document"),
    ("attachmentsInfo/attachmentInfo/docDescription", "document"),
    ("receiptDocuments/attachment/docDescription", "document"),
    ("scanDocuments/attachment/docDescription", "document"),
)
_Read = Callable[[Notice, "Element"], None]


class ZakupkiReader:
    """Reads exports of zakupki.gov.ru. Pointers are XPath with the prefixes of `xml_text.PREFIXES`."""

    name = "zakupki"
    version = 1
    media_types = frozenset({"application/xml", "text/xml"})

    def recognises(self, content: bytes) -> bool:
        """Say whether the root is an export of the register, or one of its papers alone."""
        namespace, name = root_name(content)
        if namespace.startswith(_NAMESPACE):
            return True
        return name == "export" and _NAMESPACE.encode() in content[:65536]

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield each paper as a notice, and what could not be read.

        Problems: xml-cut-short, xml-damaged, xml-dtd, xml-entity, xml-too-deep, no-record-read, record-limit,
        record-unrecognised, record-without-id, amount-unreadable, date-unreadable, supplier-not-named.
        """
        file = open_xml(original.content, limits)
        if isinstance(file, str):
            yield problem(file, step=STEP)
            return
        yield from file.problems(STEP)
        papers = list(file.root) if local_name(file.root) == "export" else [file.root]
        papers = [paper for paper in papers if not file.is_unfinished(paper)]
        known = [paper for paper in papers if _kind(paper) is not None]
        for paper in papers:
            if _kind(paper) is None:
                yield problem(
                    "record-unrecognised", step=STEP, pointer=pointer_to(paper), detail=local_name(paper)[:60]
                )
        if not known:
            yield problem("no-record-read", step=STEP)
            return
        yield PageCount(count=min(len(known), limits.records))
        for paper in known[: limits.records]:
            yield from _read_paper(paper)
        if len(known) > limits.records:
            yield problem("record-limit", step=STEP)


def _kind(paper: Element) -> str | None:
    """Return the name of a paper without the prefix of its schema, or None if it is none that is read."""
    name = local_name(paper)
    for prefix in ("fcs_", "fcs", "epClarification", "ep", "pprf615", "lk", "fk"):
        rest = name.removeprefix(prefix)
        if rest != name and rest[:1].isupper():
            name = "Clarification" + rest if prefix == "epClarification" else rest
            break
    is_known = name.startswith("Protocol") or any(name.startswith(start) for start, _stage in _BEGINNINGS)
    return name if is_known else None


def _read_paper(paper: Element) -> Iterator[Item]:
    kind = _kind(paper) or ""
    stage, words = _stage(paper, kind)
    notice = Notice(source="zakupki", step=STEP, stage=stage)
    if stage is not None:
        notice.state(StatementKind.STAGE, StageValue(stage=stage.value), [words], rule="stage")
    number = _state_numbers(notice, paper)
    notice.date(DateKind.PUBLICATION, written(first_at(paper, *_PUBLISHED)), rule="publication_date")
    title = written(first_at(paper, *_TITLES))
    if title is not None:
        notice.state(StatementKind.TITLE, TextValue(text=title.line), [title], rule="title")
    _reading_of(kind)(notice, paper)
    for path, heading in _TEXTS:
        for element in at(paper, path):
            notice.text(written(element), heading=heading)
    if number is None:
        notice.trouble("record-without-id", pointer=pointer_to(paper))
    key = f"zakupki:{number.words if number is not None else pointer_to(paper)}"
    yield notice.record(key=key, pointer=pointer_to(paper), language="ru")
    yield from notice.problems()


def _reading_of(kind: str) -> _Read:
    if kind.startswith("Protocol"):
        return state_protocol
    if kind.startswith("PlacementResult"):
        return state_placement
    if kind.startswith("contractProcedure"):
        return state_performance
    if kind.startswith(("contract", "ContractSign")):
        return state_contract
    return state_plan if kind.startswith(("tenderPlan", "purchasePlan")) else state_notification


def _stage(paper: Element, kind: str) -> tuple[Stage | None, Written | None]:
    """Return the stage and the words that say it: what happened to a lot or a contract counts before the kind."""
    if kind.startswith("Protocol"):
        return protocol_stage(paper, kind)
    stage = next((stage for start, stage in _BEGINNINGS if kind.startswith(start)), None)
    state = written(first_at(paper, "currentContractStage"))
    if stage is Stage.CONTRACT and state is not None and state.words == "IN":
        return Stage.CANCELLATION, state
    failed = written(first_at(paper, "procedurelFailed"))
    if kind.startswith("PlacementResult") and failed is not None and failed.words == "true":
        return Stage.CANCELLATION, failed
    change = first_at(paper, "modification", "modificationInfo")
    if stage is Stage.TENDER and change is not None:
        return Stage.CORRECTION, name_of(change)
    return stage, name_of(paper)


def _state_numbers(notice: Notice, paper: Element) -> Written | None:
    """State the numbers of the procedure and the contract; return the one that is the key."""
    found: list[Written] = []
    for path, label in _NUMBERS:
        number = written(first_at(paper, path))
        if number is None or any(number.words == other.words for other in found):
            continue
        if label in _CONTRACT_NUMBERS and notice.stage in (Stage.TENDER, Stage.PLAN):
            continue
        found.append(number)
        value = ProjectNumberValue(number=number.words, label=label)
        notice.state(StatementKind.PROJECT_NUMBER, value, [number], rule="project_number")
    return found[0] if found else None
