"""Plain readings of XML: TED standard forms, eForms, zakupki.gov.ru, FPDS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from benchmarks.plain_readings.truth import Truth, day, folded, money

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def of_xml(content: bytes) -> Iterator[tuple[str, Truth]]:
    """Yield the pointers of the notices of a file, each with what it says."""
    root = etree.fromstring(content)
    name = etree.QName(root).localname
    if name == "TED_EXPORT":
        yield from _of_ted(root)
    elif name == "export":
        yield from _of_zakupki(root)
    elif name == "feed":
        yield from _of_fpds(root)
    elif "Notice" in name:
        yield "/*", _of_eforms(root)


def texts(element: Element, path: str) -> set[str]:
    """Return the folded texts of the elements under a path."""
    return {folded("".join(str(text) for text in found.itertext())) for found in element.findall(path)}


def text(element: Element | None, path: str) -> str:
    """Return the text of the first element under a path, "" if there is none."""
    return (element.findtext(path) or "").strip() if element is not None else ""


def _of_ted(root: Element) -> Iterator[tuple[str, Truth]]:
    forms = [form for form in root.findall("{*}FORM_SECTION/*") if form.get("CATEGORY") == "ORIGINAL"]
    if not forms:
        return
    form = forms[0]
    name = etree.QName(form).localname
    same = root.findall(f"{{*}}FORM_SECTION/{form.tag}")
    place = f"[{same.index(form) + 1}]" if len(same) > 1 else ""
    winners = [f".//{{*}}{part}//{{*}}OFFICIALNAME" for part in ("ADDRESS_CONTRACTOR", "ADDRESS_WINNER")]
    winners += [".//{*}ECONOMIC_OPERATOR_NAME_ADDRESS//{*}OFFICIALNAME"]
    bodies = ("ADDRESS_CONTRACTING_BODY", "ADDRESS_CONTRACTING_BODY_ADDITIONAL")
    buyers = {buyer for body in bodies for buyer in texts(form, f"{{*}}CONTRACTING_BODY/{{*}}{body}/{{*}}OFFICIALNAME")}
    is_new = form.find("{*}CONTRACTING_BODY") is not None
    number = form.get("FORM") or ""
    decision = number in ("F15", "F23", "F25")
    concluded = {day(date.text) or "" for date in form.findall(".//{*}DATE_CONCLUSION_CONTRACT")}
    juries = {day(date.text) or "" for date in form.findall(".//{*}DATE_DECISION_JURY")}
    published = root.findtext("{*}CODED_DATA_SECTION/{*}REF_OJS/{*}DATE_PUB") or ""
    yield (
        f"/*/ted:FORM_SECTION/ted:{name}{place}",
        {
            "suppliers": {winner for path in winners for winner in texts(form, path)},
            "buyers": buyers if buyers else None,
            "prices": _ted_prices(form) if is_new else None,
            "signed": (set() if decision else concluded) if is_new and number != "F20" else None,
            "awarded": ((concluded if decision else set()) | juries) if is_new else None,
            "published": {f"{published[:4]}-{published[4:6]}-{published[6:8]}"} if published else None,
            "numbers": texts(root, "{*}CODED_DATA_SECTION/{*}NOTICE_DATA/{*}NO_DOC_OJS"),
        },
    )


def _ted_prices(form: Element) -> set[str]:
    """Return totals of awards; those of framework agreements are ceilings, withheld ones are not there."""
    if form.find("{*}PROCEDURE/{*}FRAMEWORK") is not None:
        return set()
    named = ("F03", "F06", "F13", "F15", "F20", "F25", "T02", "F21", "F22", "F23")
    if not any((form.get("FORM") or "").startswith(name) for name in named):
        return set()
    found = set()
    is_change = form.get("FORM") == "F20"
    for name in ("VAL_TOTAL", "VAL_PRIZE", "VAL_TOTAL_AFTER"):
        place = "{*}AWARD_CONTRACT//" if is_change and name == "VAL_TOTAL" else ".//"
        for value in form.findall(f"{place}{{*}}{name}"):
            holders = [value, *value.iterancestors()]
            if not any(holder.get("PUBLICATION") == "NO" for holder in holders):
                found.add(money(value.text, value.get("CURRENCY")) or "")
    return found


def _of_eforms(root: Element) -> Truth:
    """Follow lot result → tender → party → organisation, by local names."""
    language = text(root, "{*}NoticeLanguageCode")
    names = {
        text(company, "{*}PartyIdentification/{*}ID"): _name_in(company, language)
        for company in root.iterfind(".//{*}Organizations/{*}Organization/{*}Company")
    }
    buyers = {
        names.get(text(party, "{*}PartyIdentification/{*}ID"), "")
        for party in root.findall("{*}ContractingParty/{*}Party")
    }
    dispatched = root.findall(".//{*}Publication/{*}PublicationDate")
    published = {day(date.text) or "" for date in dispatched} or None
    return {
        "buyers": buyers,
        "suppliers": _eforms_winners(root, names),
        "published": published,
        "numbers": {folded(text(root, "{*}ContractFolderID"))},
    }


def _name_in(company: Element, language: str) -> str:
    """Return a name in the language of the notice, where it has several."""
    found = company.findall("{*}PartyName/{*}Name")
    own = [name for name in found if name.get("languageID") == language]
    return folded((own or found)[0].text if found else "")


def _eforms_winners(root: Element, names: dict[str, str]) -> set[str] | None:
    """Return the tenderers of tenders that won; None where the notice tells it in another way (no BT-142)."""
    results = list(root.iterfind(".//{*}NoticeResult/{*}LotResult"))
    codes = {text(result, "{*}TenderResultCode") for result in results}
    if (results and codes == {""}) or (not results and root.find(".//{*}SettledContract") is not None):
        return None
    signed = {tender.text for tender in root.iterfind(".//{*}NoticeResult/{*}SettledContract/{*}LotTender/{*}ID")}
    won: set[str | None] = set()
    for result in results:
        if text(result, "{*}TenderResultCode") == "selec-w":
            listed = {tender.text for tender in result.findall("{*}LotTender/{*}ID")}
            if not listed:
                return None
            won |= (listed & signed) or listed
    parties: set[str | None] = {
        text(tender, "{*}TenderingParty/{*}ID")
        for tender in root.iterfind(".//{*}NoticeResult/{*}LotTender")
        if text(tender, "{*}ID") in won
    }
    found = set()
    for party in root.iterfind(".//{*}NoticeResult/{*}TenderingParty"):
        if text(party, "{*}ID") in parties:
            found |= {names.get(tenderer.text or "", "") for tenderer in party.findall("{*}Tenderer/{*}ID")}
            found |= {names.get(other.text or "", "") for other in party.findall("{*}SubContractor/{*}ID")}
            if len(party.findall("{*}Tenderer")) > 1:
                found.add(folded(text(party, "{*}Name")))
    return found


_STAGES = {
    "fcsClarification": "correction",
    "fcsContractSign": "contract",
    "fcsNotificationCancelFailure": "correction",
    "fcsPlacementResult": "award",
    "fcsProtocolCancel": "cancellation",
    "fcsProtocolEF1": "candidate",
    "fcsProtocolEF2": "candidate",
    "fcsProtocolEF3": "award",
    "fcsProtocolEFInvalidation": "cancellation",
    "contractProcedure": "acceptance",
}


def _of_zakupki(root: Element) -> Iterator[tuple[str, Truth]]:
    for paper in root:
        name = etree.QName(paper).localname
        failed = paper.find("{*}protocolLot/{*}abandonedReason") is not None
        stage = "cancellation" if failed else _STAGES.get(name)
        winners, prices = set(), set()
        for bid in paper.iter("{*}application"):
            if text(bid, "{*}appRating") == "1" and name in ("fcsProtocolEF3", "fcsPlacementResult"):
                winners |= texts(bid, "{*}appParticipant/{*}organizationName")
                prices |= {money(text(bid, "{*}winnerPrice") or text(bid, "{*}price"), "") or ""}
        if name == "fcsContractSign":
            winners = texts(paper, "{*}suppliers/{*}supplier/{*}organizationName")
            prices = {money(text(paper, "{*}price"), text(paper, "{*}currency/{*}code")) or ""}
        is_customer = text(paper, "{*}protocolPublisher/{*}publisherRole") == "CU"
        buyers = texts(paper, "{*}customer/{*}fullName") | texts(paper, "{*}protocolLot/{*}customer/{*}fullName")
        if is_customer:
            buyers |= texts(paper, "{*}protocolPublisher/{*}publisherOrg/{*}fullName")
        published = {text(paper, f"{{*}}{tag}")[:10] for tag in ("docPublishDate", "publishDate", "createDate")}
        yield (
            f"/*/export:{name}",
            {
                "stage": {stage} if stage else set(),
                "buyers": buyers,
                "suppliers": winners,
                "prices": prices,
                "signed": {text(paper, "{*}signDate")} if name == "fcsContractSign" else set(),
                "published": published,
                "accepted": {
                    text(found, "{*}documentDate") for found in paper.iterfind(".//{*}execution/{*}docExecution")
                },
                "numbers": texts(paper, ".//{*}purchaseNumber") or texts(paper, "{*}regNum"),
                "items": texts(paper, ".//{*}quantityContractSubject/{*}product/{*}name"),
            },
        )


def _of_fpds(root: Element) -> Iterator[tuple[str, Truth]]:
    entries = root.findall("{*}entry")
    for number, entry in enumerate(entries, 1):
        award = entry.findall("{*}content/*")[0]
        total = text(award, "{*}totalDollarValues/{*}totalBaseAndExercisedOptionsValue")
        office = award.find("{*}purchaserInformation/{*}contractingOfficeAgencyID")
        yield (
            f"/*/atom:entry{f'[{number}]' if len(entries) > 1 else ''}/atom:content/fpds:award",
            {
                "stage": {"contract"},
                "buyers": {folded(office.get("name") if office is not None else "")},
                "suppliers": texts(award, "{*}vendor/{*}contractorName"),
                "prices": {money(total, "USD") or ""},
                "signed": {text(award, "{*}relevantContractDates/{*}signedDate")[:10]},
                "numbers": {folded(text(award, "{*}awardID/{*}awardContractID/{*}PIID"))},
            },
        )
