"""The consolidated list of the United Nations Security Council, as XML."""

from __future__ import annotations

from lxml import etree

from tenderlight.lists.entries import Draft, Entries, ReadList
from tenderlight.lists.words import countries_of, date_of, day_of
from tenderlight.lists.xml_lists import all_text, root_of, text_at
from tenderlight.model.listing import NameKind

READER = "un-xml/1"
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KINDS = {"low": NameKind.WEAK_ALIAS, "f.k.a.": NameKind.PREVIOUS}


def read(content: bytes) -> ReadList:
    """Read the list.

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`.
    """
    root = root_of(content)
    entries = Entries(READER)
    for group, name in (("INDIVIDUALS", "INDIVIDUAL"), ("ENTITIES", "ENTITY")):
        for number, element in enumerate(root.findall(f"{group}/{name}"), 1):
            entries.add(_draft(element, name, entries, f"/CONSOLIDATED_LIST/{group}/{name}[{number}]"))
    said = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"
    as_of = day_of(date_of(root.get("dateGenerated")))
    return entries.finish(as_of=as_of, url_said=root.get(said, ""))


def _draft(element: etree._Element, group: str, entries: Entries, source: str) -> Draft:
    draft = Draft(
        list_code="un-sc",
        schema="Person" if group == "INDIVIDUAL" else "Organization",
        source=source,
        entry=text_at(element, "DATAID"),
        effective=entries.date(text_at(element, "LISTED_ON"), source=source),
        programmes=(text_at(element, "UN_LIST_TYPE"),),
        citations=(text_at(element, "REFERENCE_NUMBER"),),
    )
    draft.name(" ".join(part for name in _NAMES if (part := text_at(element, name))))
    draft.name(text_at(element, "NAME_ORIGINAL_SCRIPT"))
    for alias in element.findall(f"{group}_ALIAS"):
        kind = _KINDS.get(text_at(alias, "QUALITY").lower(), NameKind.ALIAS)
        for name in text_at(alias, "ALIAS_NAME").split(";"):
            draft.name(name, kind)
    addresses = element.findall(f"{group}_ADDRESS")
    fields = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
    draft.addresses = [", ".join(part for name in fields if (part := text_at(each, name))) for each in addresses]
    draft.countries = countries_of(all_text(element, f"{group}_ADDRESS", "COUNTRY"))
    return draft
