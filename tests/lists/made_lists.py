"""Small list files of every form, made in code; nobody in them exists."""

from __future__ import annotations

import csv
import gzip
import io
import json

CSL_COLUMNS = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,"
    "end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,"
    "gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,"
    "citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids"
)
EL = "Entity List (EL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
CMIC = "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department"
ISN = "Nonproliferation Sanctions (ISN) - State Department"


def table(columns: list[str], rows: list[dict[str, str]], *, delimiter: str = ",") -> bytes:
    """Return a table with a head, cells that are not named empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def csl(rows: list[dict[str, str]] | None = None) -> bytes:
    """Return a Consolidated Screening List as CSV."""
    made = [
        {
            "source": EL,
            "name": "Acorn Optics Co., Ltd.",
            "alt_names": "Acorn Vision; and Acorn Imaging",
            "addresses": "1 Long Road, Hangzhou, CN; 2 Short Road, Urumqi, CN",
            "federal_register_notice": "84 FR 54004, 85 FR 34505",
            "start_date": "2019-10-09",
        },
        {
            "source": EL,
            "name": "Maple Group Co., Ltd. (Maple).  Affiliated Entity:  Maple Chips (Suzhou) Co., Ltd.",
            "addresses": "Suzhou, CN",
            "start_date": "2019-05-21",
        },
        {
            "source": SDN,
            "entity_number": "36",
            "type": "Individual",
            "programs": "SYRIA; FSE-SY",
            "name": "DOE, Jan",
            "title": "Clerk",
            "addresses": "1 Home Street, CU",
            "dates_of_birth": "1973-03-25",
            "ids": "CU, X0906223, Passport; Male, Gender",
        },
        {
            "source": CMIC,
            "entity_number": "30902",
            "type": "Entity",
            "programs": "CMIC-EO13959",
            "name": "BIRCH ENGINE CORPORATION",
            "addresses": "Beijing, 100097, CN",
            "alt_names": 'BIRCH CORP; "BEC"',
            "ids": "CN, 91110000MA005UCQ5P, Unified Social Credit Code (USCC); 02 Aug 2021, Effective Date (CMIC); "
            "03 Jun 2021, Listing Date (CMIC); www.birch.example, Website",
        },
        {
            "source": ISN,
            "programs": "INKSNA",
            "name": "Ninth Air Regiment",
            "federal_register_notice": "Vol. 83, No. 91, 05/10/2018",
            "start_date": "2018-04-30",
        },
    ]
    return table(CSL_COLUMNS.split(","), made if rows is None else rows)


def csl_json() -> bytes:
    """Return a Consolidated Screening List as JSON."""
    results = [
        {
            "id": "a1",
            "source": EL,
            "name": "Acorn Optics Co., Ltd.",
            "addresses": [{"address": "1 Long Road", "city": "Hangzhou", "country": "CN"}],
            "alt_names": ["Acorn Vision"],
            "start_date": "2019-10-09",
            "federal_register_notice": "84 FR 54004",
            "unknown_field": {"kept": "no"},
        },
        {
            "id": "30902",
            "source": CMIC,
            "entity_number": 30902,
            "type": "Entity",
            "programs": ["CMIC-EO13959"],
            "name": "BIRCH ENGINE CORPORATION",
            "ids": [
                {"type": "Unified Social Credit Code (USCC)", "number": "91110000MA005UCQ5P", "country": "CN"},
                {"type": "Listing Date (CMIC)", "number": "03 Jun 2021"},
            ],
        },
    ]
    return json.dumps({"total": 2, "results": results}).encode()


def us_json(
    list_id: str = "bis-entity-list",
    entities: list[dict[str, object]] | None = None,
    *,
    extracted: str = "2026-07-09",
    count: int | None = None,
) -> bytes:
    """Return a US list as JSON, one list a file."""
    made: list[dict[str, object]] = [
        {
            "name": "Acorn Optics Co., Ltd.",
            "aliases": ["Acorn Vision"],
            "country": "China",
            "address": "1 Long Road, Hangzhou, China.",
            "status": None,
            "effective_date": None,
            "federal_register": "84 FR 54004, 10/9/19.\n85 FR 34505, 6/5/20",
            "notes": "For all items subject to the EAR.",
        }
    ]
    found = made if entities is None else entities
    return json.dumps(
        {
            "list_id": list_id,
            "source_file": "Supplement No. 4",
            "extracted": extracted,
            "count": len(found) if count is None else count,
            "entities": found,
        }
    ).encode()


def entry(name: str, **fields: object) -> dict[str, object]:
    """Return an entry of a US list as JSON."""
    return {"name": name, "country": "China", **fields}


FTM = [
    {
        "id": "NK-1",
        "caption": "Willow Drones LLC",
        "schema": "Company",
        "target": True,
        "datasets": ["us_trade_csl", "ua_nsdc_sanctions", "ext_ru_egrul"],
        "first_seen": "2023-04-20T10:00:00",
        "last_seen": "2026-04-29T08:22:02",
        "properties": {
            "name": ["Willow Drones LLC", "ООО «Ива Дроны»"],
            "weakAlias": ["WD"],
            "previousName": ["Willow Toys LLC"],
            "topics": ["sanction"],
            "jurisdiction": ["ru"],
            "innCode": ["7707083893"],
            "addressEntity": ["addr-1"],
        },
    },
    {"id": "addr-1", "schema": "Address", "target": False, "properties": {"full": ["1 Lane, Izhevsk"]}},
    {
        "id": "s-1",
        "schema": "Sanction",
        "target": False,
        "datasets": ["us_trade_csl"],
        "first_seen": "2025-05-15T18:53:04",
        "properties": {"entity": ["NK-1"], "startDate": ["2023-11-02"], "program": [EL]},
    },
    {
        "id": "s-2",
        "schema": "Sanction",
        "target": False,
        "datasets": ["ua_nsdc_sanctions"],
        "properties": {
            "entity": ["NK-1"],
            "startDate": ["2021-05-01"],
            "listingDate": ["2021-04-20"],
            "endDate": ["2024-05-01"],
        },
    },
    {
        "id": "NK-2",
        "schema": "Person",
        "target": True,
        "datasets": ["eu_fsf"],
        "first_seen": "2022-06-01",
        "properties": {
            "name": ["Jan Doe"],
            "topics": ["sanction"],
            "birthDate": ["1988-01-07"],
            "passportNumber": ["X1"],
            "country": ["ru"],
            "address": ["2 Home Lane"],
        },
    },
    {
        "id": "NK-3",
        "schema": "Company",
        "target": True,
        "datasets": ["ann_graph_topics"],
        "properties": {"name": ["Only Linked Ltd"], "topics": ["sanction.linked"]},
    },
    {
        "id": "own-1",
        "schema": "Ownership",
        "target": False,
        "properties": {"owner": ["NK-9"], "asset": ["NK-1"]},
    },
    {"id": "NK-9", "caption": "Oak Concern JSC", "schema": "Company", "target": False, "properties": {"name": ["Oak"]}},
]


def ftm(entities: list[dict[str, object]] | None = None) -> bytes:
    """Return FollowTheMoney JSON lines."""
    return b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in (entities or FTM))


def simple() -> bytes:
    """Return OpenSanctions' table of targets."""
    columns = (
        "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
        "dataset,first_seen,last_seen,last_change"
    )
    rows = [
        {
            "id": "NK-1",
            "schema": "Company",
            "name": "Willow Drones LLC",
            "aliases": 'Willow;"Willow; Sons"',
            "countries": "ru;by",
            "identifiers": "91110000MA005UCQ5P;7707083893",
            "sanctions": "EU - 2022/1",
            "dataset": "EU Financial Sanctions Files (FSF)",
            "first_seen": "2022-06-01T00:00:00",
            "last_seen": "2026-04-29T00:00:00",
        },
        {
            "id": "Q1",
            "schema": "Person",
            "name": "Jan Doe",
            "birth_date": "1988-01-07",
            "countries": "ru",
            "addresses": "2 Home Lane",
            "identifiers": "X0906223",
            "dataset": "EU Financial Sanctions Files (FSF)",
            "first_seen": "2022-06-01T00:00:00",
            "last_seen": "2026-04-28T00:00:00",
        },
    ]
    return table(columns.split(","), rows)


def sdn_xml(*, count: int = 2, end: str = "</sdnList>") -> bytes:
    """Return OFAC's `sdn.xml`."""
    return f"""<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
  <publshInformation><Publish_Date>04/12/2024</Publish_Date><Record_Count>{count}</Record_Count></publshInformation>
  <sdnEntry><uid>36</uid><lastName>AEROPLUM AIRLINES</lastName><sdnType>Entity</sdnType>
    <programList><program>CUBA</program></programList>
    <akaList><aka><uid>12</uid><type>a.k.a.</type><category>strong</category><lastName>AERO-PLUM</lastName></aka>
      <aka><uid>13</uid><type>f.k.a.</type><category>strong</category><lastName>PLUM AIR</lastName></aka>
      <aka><uid>14</uid><type>a.k.a.</type><category>weak</category><lastName>AP</lastName></aka></akaList>
    <idList><id><uid>1</uid><idType>Tax ID No.</idType><idNumber>7707083893</idNumber><idCountry>Russia</idCountry></id>
      <id><uid>2</uid><idType>Effective Date (CMIC)</idType><idNumber>02 Aug 2021</idNumber></id></idList>
    <addressList><address><uid>25</uid><city>Havana</city><country>Cuba</country></address></addressList>
  </sdnEntry>
  <sdnEntry><uid>2674</uid><firstName>Jan</firstName><lastName>DOE</lastName><sdnType>Individual</sdnType>
    <programList><program>SDGT</program></programList>
    <idList><id><uid>3</uid><idType>Passport</idType><idNumber>X0906223</idNumber></id></idList>
    <dateOfBirthList><dateOfBirthItem><dateOfBirth>1951</dateOfBirth></dateOfBirthItem></dateOfBirthList>
  </sdnEntry>
{end}""".encode()


def sdn_csv() -> dict[str, bytes]:
    """Return OFAC's files of the SDN list without heads, by name."""
    empty = ",".join(["-0- "] * 7)
    return {
        "sdn.csv": (
            f'36,"AEROPLUM AIRLINES",-0- ,"CUBA",{empty},"Tax ID No. 7707083893 (Russia); a.k.a. \'AP\'."\n'
            f'2674,"DOE, Jan","individual","SDGT] [IRAN",{empty},"DOB 1951; Passport X0906223 (Cuba)."\n\x1a'
        ).encode(),
        "alt.csv": b'36,12,"aka","AERO-PLUM",-0- \n36,13,"fka","PLUM AIR",-0- \n',
        "add.csv": b'36,25,"1 Quay","Havana","Cuba",-0- \n2674,26,"1 Home","Havana","Cuba",-0- \n',
        "sdn_comments.csv": b'36,"; Registration Number 1027700132195 (Russia)."\n',
    }


def un_xml(*, end: str = "</CONSOLIDATED_LIST>") -> bytes:
    """Return a list of the United Nations."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:noNamespaceSchemaLocation="https://www.un.org/sc/resources/sc-sanctions.xsd" dateGenerated="2026-02-27T00:00:09Z">
  <INDIVIDUALS><INDIVIDUAL><DATAID>6907993</DATAID><FIRST_NAME>JAN</FIRST_NAME><SECOND_NAME>DOE</SECOND_NAME>
    <UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>CDi.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON>
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Janni</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ADDRESS><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_ADDRESS>
    <INDIVIDUAL_DATE_OF_BIRTH><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS>
  <ENTITIES><ENTITY><DATAID>6908025</DATAID><FIRST_NAME>PEAR TRADING HOUSE</FIRST_NAME>
    <NAME_ORIGINAL_SCRIPT>бюро груша</NAME_ORIGINAL_SCRIPT>
    <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.004</REFERENCE_NUMBER>
    <LISTED_ON>2007-03-29-04:00</LISTED_ON>
    <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>PEAR TRADE</ALIAS_NAME></ENTITY_ALIAS>
    <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>APPLE TRADE</ALIAS_NAME></ENTITY_ALIAS>
    <ENTITY_ADDRESS><STREET>1 Way</STREET><CITY>Pyongyang</CITY>
      <COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES>
{end}""".encode()


def eu_csv() -> bytes:
    """Return an annex of an EU act as a table."""
    columns = "celex,recordId,programKey,annex,measure,startDate,schema,name,alias,weakAlias,previousName,country"
    columns += ",jurisdiction,birthDate,registrationNumber,innCode,address"
    rows = [
        {
            "celex": "32020R1998",
            "recordId": "5",
            "programKey": "EU-HR",
            "annex": "I.B",
            "measure": "Asset freeze",
            "startDate": "4.3.2021",
            "schema": "LegalEntity",
            "name": "Poplar Bureau",
            "alias": "白杨局; Poplar Office, Poplar Agency; Poplar Trading Co., Ltd",
            "registrationNumber": "91510105332025597A (Sichuan branch)",
            "address": "1 Bright Road, Urumqi, China",
        },
        {
            "celex": "32020R1998",
            "recordId": "1",
            "programKey": "EU-HR",
            "annex": "I.A",
            "measure": "Asset freeze",
            "startDate": "2.3.2021",
            "schema": "Person",
            "name": "Jan DOE",
            "birthDate": "1.1.1970",
            "address": "2 Home Lane, Russia",
        },
    ]
    return table(columns.split(","), rows)


def denied() -> bytes:
    """Return the Denied Persons List."""
    columns = "Name,Street_Address,City,State,Country,Postal_Code,Effective_Date,Expiration_Date,Standard_Order"
    columns += ",Last_Update,Action,FR_Citation"
    rows = [
        {
            "Name": " JAN DOE",
            "Street_Address": "1 HOME STREET",
            "Country": "US",
            "Effective_Date": "10/16/2017",
            "Expiration_Date": "10/13/2020",
            "Standard_Order": "Y",
            "FR_Citation": "82 F.R. 48792 10/20/2017 83 F.R. 1 1/2/18",
        }
    ]
    return table(columns.split(","), rows, delimiter="\t")


def uflpa_page() -> bytes:
    """Return the page of the UFLPA Entity List."""
    rows = (
        ("Elm Hair Co., Ltd. (and two aliases: Elm Wigs; and Elm Braids)", "June 21, 2022"),
        ("Fir Silicon (Shanshan) Co., Ltd (including one alias: Fir Si Co.) and subsidiaries", "June 21, 2022"),
        ("Ash Foods (also known as Ash Co., Ltd. and Ash Fruit; and formerly known as Ash Jam Ltd.)", "May 17, 2024"),
    )
    cells = "".join(f"<tr><td>{name}</td><td>{day}</td></tr>" for name, day in rows)
    head = "<tr><th>Name of Entity</th><th>Effective Date</th></tr>"
    return f"<!DOCTYPE html><html><body><p>List</p><table>{head}{cells}</table></body></html>".encode()


def packed(content: bytes) -> bytes:
    """Return a file in gzip."""
    return gzip.compress(content, mtime=0)
