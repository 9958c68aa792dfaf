"""European Union notices since 2022 in eForms (UBL 2.3 XML). Business terms (BT, OPT) as in the eForms SDK 1.16.

https://docs.ted.europa.eu/eforms/latest/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import DateKind, ProjectNumberValue, StageValue
from tenderlight.sources.cut_notices import sure_of
from tenderlight.sources.eforms_contents import EformsNotice, state_contents
from tenderlight.sources.eforms_results import Results, state_results
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.plain_values import read_language
from tenderlight.sources.xml_text import (
    attribute,
    child,
    children,
    descendants,
    open_xml,
    pointer_to,
    root_name,
    written,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STEP = "read:eforms/2"

_ROOTS = frozenset(
    {"BusinessRegistrationInformationNotice", "ContractAwardNotice", "ContractNotice", "PriorInformationNotice"}
)
_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_FORM_TYPES = {
    "planning": Stage.PLAN,
    "consultation": Stage.PLAN,
    "competition": Stage.TENDER,
    "change": Stage.CORRECTION,
    "result": Stage.AWARD,
    "dir-awa-pre": Stage.SINGLE_SOURCE,
    "cont-modif": Stage.CONTRACT,
    "completion": Stage.ACCEPTANCE,
}
"""BT-03, the form type. A notice of results is an award even where it gives the date of a contract, as form F03 is."""
_DISPATCHED = ("It is the date of dispatch; the file gives no date of publication.",)


class EformsReader:
    """Reads eForms. Pointers are XPath with the prefixes of the eForms SDK (`cac`, `cbc`, `efac`, `efbc`, `ext`)."""

    name = "eforms"
    version = 2
    media_types = frozenset({"application/xml", "text/xml"})

    def recognises(self, content: bytes) -> bool:
        """Say whether the root element is that of an eForms notice."""
        namespace, name = root_name(content)
        return name in _ROOTS and (namespace.startswith(_UBL) or "eforms" in namespace)

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the notice and what could not be read in it.

        Problems: xml-cut-short, xml-damaged, xml-dtd, xml-entity, xml-too-deep, record-without-id, amount-unreadable,
        date-unreadable, party-without-name, value-withheld, lot-not-awarded.
        """
        file = open_xml(original.content, limits)
        if isinstance(file, str):
            yield problem(file, step=STEP)
            return
        yield from file.problems(STEP)
        yield PageCount(count=1)
        root = file.root
        extension = _extension(root)
        results = Results(extension)
        stage, words = _stage(root, extension, results)
        notice = Notice(source="eforms", step=STEP, stage=stage)
        if stage is not None:
            notice.state(StatementKind.STAGE, StageValue(stage=stage.value), [words], rule="stage")
        language = written(child(root, "NoticeLanguageCode"))
        paper = EformsNotice(root=root, extension=extension, language=language.words if language else "")
        key = _state_numbers(notice, paper)
        _state_publication(notice, paper)
        state_contents(notice, paper)
        state_results(notice, paper, results)
        for privacy in descendants(root, "FieldsPrivacy"):
            notice.trouble("value-withheld", pointer=pointer_to(privacy))
        yield sure_of(notice.record(key=key, pointer="/*", language=read_language(paper.language)), file, root)
        yield from notice.problems()


def _extension(root: Element) -> Element | None:
    """Return the element that holds results and organisations."""
    for extension in children(child(root, "UBLExtensions"), "UBLExtension"):
        found = child(extension, "ExtensionContent", "EformsExtension")
        if found is not None:
            return found
    return None


def _stage(root: Element, extension: Element | None, results: Results) -> tuple[Stage | None, Written | None]:
    """Return the stage and the words that say it: the end without a winner, a change, or the form type (BT-03)."""
    form = attribute(child(root, "NoticeTypeCode"), "listName")
    stage = _FORM_TYPES.get(form.words) if form is not None else None
    if stage is Stage.AWARD and results.outcomes and not results.winners():
        closed = next((code for code in results.outcomes if code.words == "clos-nw"), None)
        if closed is not None:
            return Stage.CANCELLATION, closed
        if all(code.words == "open-nw" for code in results.outcomes):
            return Stage.TENDER, results.outcomes[0]
    changes = child(extension, "Changes")
    if stage in (Stage.PLAN, Stage.TENDER) and changes is not None:
        changed = written(child(changes, "ChangedNoticeIdentifier"))
        reason = written(child(changes, "ChangeReason", "ReasonCode"))
        return Stage.CORRECTION, changed or reason or form
    return stage, form


def _state_numbers(notice: Notice, paper: EformsNotice) -> str:
    """State the numbers of notice and procedure, and return the key of the record."""
    root = paper.root
    published = child(paper.extension, "Publication", "NoticePublicationID")
    places = [
        (written(published), "NoticePublicationID"),
        (written(child(root, "ContractFolderID")), "ContractFolderID"),
        (written(child(root, "ID")), "notice-id"),
        (written(child(root, "ProcurementProject", "ID")), "InternalID"),
        (written(child(root, "TenderingProcess", "NoticeDocumentReference", "ID")), "NoticeDocumentReference"),
        (written(child(paper.extension, "Changes", "ChangedNoticeIdentifier")), "ChangedNoticeIdentifier"),
        (written(child(paper.extension, "ContractModification", "ChangedNoticeIdentifier")), "ChangedNoticeIdentifier"),
    ]
    for place, label in places:
        if place is not None and place.words.casefold() not in ("n/a", "n.a.", "-"):
            value = ProjectNumberValue(number=place.words, label=label)
            notice.state(StatementKind.PROJECT_NUMBER, value, [place], rule="number")
    notice_id = written(child(root, "ID"))
    version = written(child(root, "VersionID"))
    if notice_id is not None:
        return f"eforms:{notice_id.words}" + (f"-{version.words}" if version is not None else "")
    notice.trouble("record-without-id", pointer="/*")
    return f"eforms:{places[0][0].words}" if places[0][0] is not None else "eforms:/*"


def _state_publication(notice: Notice, paper: EformsNotice) -> None:
    published = written(child(paper.extension, "Publication", "PublicationDate"))
    if published is not None:
        notice.date(DateKind.PUBLICATION, published, rule="publication_date")
    else:
        dispatched = written(child(paper.root, "IssueDate"))
        notice.date(DateKind.PUBLICATION, dispatched, rule="dispatch_date", against=_DISPATCHED)
