"""Small TED notices for tests."""

from __future__ import annotations

NAMESPACE = "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"


def notice(form: str, inside: str, *, element: str = "", language: str = "EN", other: str = "") -> bytes:
    """Return a TED notice of one form; `other` stands before it in the form section."""
    element = element or f"{form}_2014"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TED_EXPORT xmlns="{NAMESPACE}" xmlns:n2016="http://publications.europa.eu/resource/schema/ted/2016/nuts"
 DOC_ID="1-2020">
<CODED_DATA_SECTION><REF_OJS><DATE_PUB>20200102</DATE_PUB></REF_OJS>
<NOTICE_DATA><NO_DOC_OJS>2020/S 001-000001</NO_DOC_OJS>
<ORIGINAL_CPV CODE="35120000">Surveillance and security systems and devices</ORIGINAL_CPV></NOTICE_DATA>
</CODED_DATA_SECTION>
<FORM_SECTION>{other}<{element} CATEGORY="ORIGINAL" FORM="{form}" LG="{language}">{inside}</{element}></FORM_SECTION>
</TED_EXPORT>""".encode()


BODY = """<CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY><OFFICIALNAME>Town</OFFICIALNAME>
<NATIONALID>Q1</NATIONALID><TOWN>Here</TOWN><COUNTRY VALUE="ES"/><n2016:NUTS CODE="ES300"/></ADDRESS_CONTRACTING_BODY>
{more}</CONTRACTING_BODY>"""


def body(more: str = "") -> str:
    """Return the section about the buyer."""
    return BODY.format(more=more)


def contract(values: str = "", lots: str = "") -> str:
    """Return the section about the object."""
    return f"""<OBJECT_CONTRACT><TITLE><P>Cameras</P></TITLE><REFERENCE_NUMBER>R/1</REFERENCE_NUMBER>
<SHORT_DESCR><P>Some cameras.</P><P>And masts.</P></SHORT_DESCR>{values}{lots}</OBJECT_CONTRACT>"""


def award(names: list[str], values: str = "", *, lot: str = "", group: str = "", number: str = "") -> str:
    """Return an awarded contract."""
    contractors = "".join(
        f"<CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>{name}</OFFICIALNAME></ADDRESS_CONTRACTOR></CONTRACTOR>"
        for name in names
    )
    return f"""<AWARD_CONTRACT ITEM="1">{f"<CONTRACT_NO>{number}</CONTRACT_NO>" if number else ""}
{f"<LOT_NO>{lot}</LOT_NO>" if lot else ""}<AWARDED_CONTRACT>
<DATE_CONCLUSION_CONTRACT>2019-12-27</DATE_CONCLUSION_CONTRACT>
<CONTRACTORS>{group}{contractors}</CONTRACTORS><VALUES>{values}</VALUES></AWARDED_CONTRACT></AWARD_CONTRACT>"""


NOT_AWARDED = """<AWARD_CONTRACT ITEM="2"><LOT_NO>2</LOT_NO>
<NO_AWARDED_CONTRACT><PROCUREMENT_UNSUCCESSFUL/></NO_AWARDED_CONTRACT></AWARD_CONTRACT>"""
FRAMEWORK = "<PROCEDURE><PT_OPEN/><FRAMEWORK/></PROCEDURE>"
