"""Small eForms notices for tests."""

from __future__ import annotations

from tenderlight.sources.xml_text import PREFIXES

_NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())


def notice(inside: str = "", *, form: str = "result", extension: str = "", root: str = "ContractAwardNotice") -> bytes:
    """Return an eForms notice; `extension` holds results and organisations."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" {_NAMESPACES}>
<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>{extension}
</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
<cbc:ID schemeName="notice-id">n-1</cbc:ID><cbc:ContractFolderID>p-1</cbc:ContractFolderID>
<cbc:IssueDate>2024-01-02+01:00</cbc:IssueDate><cbc:VersionID>01</cbc:VersionID>
<cbc:NoticeTypeCode listName="{form}">x</cbc:NoticeTypeCode><cbc:NoticeLanguageCode>ENG</cbc:NoticeLanguageCode>
{inside}</{root}>""".encode()


def organisations(*entries: tuple[str, str], more: str = "") -> str:
    """Return organisations by number and name."""
    parts = "".join(
        f"""<efac:Organization>{more}<efac:Company>
<cac:PartyIdentification><cbc:ID>{number}</cbc:ID></cac:PartyIdentification>
<cac:PartyName><cbc:Name languageID="FRA">{name} (FR)</cbc:Name></cac:PartyName>
<cac:PartyName><cbc:Name languageID="ENG">{name}</cbc:Name></cac:PartyName>
<cac:PostalAddress><cbc:CityName>Here</cbc:CityName><cbc:CountrySubentityCode>LU000</cbc:CountrySubentityCode>
<cac:Country><cbc:IdentificationCode>LUX</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
<cac:PartyLegalEntity><cbc:CompanyID>{number}</cbc:CompanyID></cac:PartyLegalEntity>
</efac:Company></efac:Organization>"""
        for number, name in entries
    )
    return f"<efac:Organizations>{parts}</efac:Organizations>"


def party(number: str, more: str = "") -> str:
    """Return a contracting party."""
    return f"""<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>{number}</cbc:ID>
</cac:PartyIdentification>{more}</cac:Party></cac:ContractingParty>"""


def lot(number: str, inside: str = "") -> str:
    """Return a lot."""
    return f'<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">{number}</cbc:ID>{inside}</cac:ProcurementProjectLot>'


def references(name: str, numbers: list[str]) -> str:
    """Return references to elements by number."""
    return "".join(f"<efac:{name}><cbc:ID>{number}</cbc:ID></efac:{name}>" for number in numbers)


def result(lot_number: str, code: str, tenders: list[str], contracts: list[str] | None = None) -> str:
    """Return the result of a lot; an empty code leaves it out."""
    chosen = f"<cbc:TenderResultCode>{code}</cbc:TenderResultCode>" if code else ""
    return f"""<efac:LotResult><cbc:ID>RES</cbc:ID>{chosen}{references("LotTender", tenders)}
{references("SettledContract", contracts or [])}{references("TenderLot", [lot_number])}</efac:LotResult>"""


def tender(number: str, lot_number: str, amount: str, party_number: str, more: str = "") -> str:
    """Return a tender of a party."""
    value = f'<cbc:PayableAmount currencyID="EUR">{amount}</cbc:PayableAmount>'
    return f"""<efac:LotTender>{more}<cbc:ID>{number}</cbc:ID><cac:LegalMonetaryTotal>{value}</cac:LegalMonetaryTotal>
{references("TenderingParty", [party_number])}{references("TenderLot", [lot_number])}</efac:LotTender>"""


def contract(number: str, tenders: list[str], more: str = "") -> str:
    """Return a settled contract."""
    return f"""<efac:SettledContract><cbc:ID>{number}</cbc:ID><cbc:AwardDate>2024-02-01Z</cbc:AwardDate>
<cbc:IssueDate>2024-03-01Z</cbc:IssueDate>{more}{references("LotTender", tenders)}</efac:SettledContract>"""


def bidder(number: str, organisation_numbers: list[str], *, lead: str = "", sub: str = "", name: str = "") -> str:
    """Return a tendering party."""
    tenderers = "".join(
        f"""<efac:Tenderer><cbc:ID>{organisation}</cbc:ID>
<efbc:GroupLeadIndicator>{"true" if organisation == lead else "false"}</efbc:GroupLeadIndicator></efac:Tenderer>"""
        for organisation in organisation_numbers
    )
    named = f"<cbc:Name>{name}</cbc:Name>" if name else ""
    return f"""<efac:TenderingParty><cbc:ID>{number}</cbc:ID>{named}{tenderers}
{references("SubContractor", [sub] if sub else [])}</efac:TenderingParty>"""


def results(*parts: str) -> str:
    """Return the result section."""
    return f"<efac:NoticeResult>{''.join(parts)}</efac:NoticeResult>"
