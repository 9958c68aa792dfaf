"""Every form of list file, read as its issuer writes it."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from tenderlight.lists.entries import ReadList
from tenderlight.lists.recognise import FORMS, read_list
from tenderlight.model.listing import ListedEntity, NameKind
from tenderlight.model.values import PartialDate
from tests.house.tree import reference
from tests.lists import made_lists
from tests.shared_data import shared_file


def read(content: bytes, name: str = "list") -> ReadList:
    return read_list({name: content})


def names(entity: ListedEntity) -> list[tuple[str, str]]:
    return [(name.text, name.kind.value) for name in entity.names]


def day(date: PartialDate | None) -> str | None:
    return date.iso() if date is not None else None


def by_name(found: ReadList) -> dict[str, ListedEntity]:
    return {entity.name: entity for entity in found.entities}


def test_consolidated_list_as_csv_is_some_lists_in_one() -> None:
    found = by_name(read(made_lists.packed(made_lists.csl())))
    acorn = found["Acorn Optics Co., Ltd."]
    assert acorn.list_code == "us-entity-list"
    assert names(acorn)[1:] == [("Acorn Vision", "alias"), ("Acorn Imaging", "alias")]
    assert (acorn.effective, day(acorn.published)) == (None, "2019-10-09")
    assert acorn.citations == ("84 FR 54004", "85 FR 34505")
    assert acorn.countries == ("CN",)
    assert acorn.source == "row 2"
    assert "Maple Chips (Suzhou) Co., Ltd." in found
    birch = found["BIRCH ENGINE CORPORATION"]
    assert (day(birch.announced), day(birch.effective)) == ("2021-06-03", "2021-08-02")
    assert [(each.scheme, each.number) for each in birch.identifiers] == [("CN-USCC", "91110000MA005UCQ5P")]
    assert ("BEC", "weak-alias") in names(birch)
    regiment = found["Ninth Air Regiment"]
    assert (day(regiment.effective), day(regiment.published)) == ("2018-04-30", "2018-05-10")


def test_consolidated_list_as_json_says_the_same() -> None:
    found = by_name(read(made_lists.csl_json()))
    assert day(found["Acorn Optics Co., Ltd."].published) == "2019-10-09"
    assert found["Acorn Optics Co., Ltd."].addresses == ("1 Long Road, Hangzhou, CN",)
    birch = found["BIRCH ENGINE CORPORATION"]
    assert (birch.entry, day(birch.announced)) == ("30902", "2021-06-03")
    assert birch.identifiers[0].scheme == "CN-USCC"


def test_entity_list_is_dated_by_its_first_printing() -> None:
    made = read(made_lists.us_json())
    (acorn,) = made.entities
    assert (acorn.effective, day(acorn.published)) == (None, "2019-10-09")
    assert acorn.citations == ("84 FR 54004, 10/9/19", "85 FR 34505, 6/5/20")
    assert made.as_of is not None
    assert made.as_of.isoformat() == "2026-07-09"


def test_day_of_a_list_issued_whole_is_no_day_of_listing() -> None:
    entries = [
        made_lists.entry("Acorn Optics", effective_date="2026-06-10", federal_register="91 FR 1 (June 10, 2026)")
    ]
    (acorn,) = read(made_lists.us_json("dow-1260h", entries)).entities
    assert (acorn.effective, acorn.published, day(acorn.known_listed)) == (None, None, "2026-06-10")


def test_other_us_lists_give_days_of_effect_and_of_announcement() -> None:
    uflpa = made_lists.us_json("dhs-uflpa", [made_lists.entry("Elm", effective_date="June 21, 2022")])
    assert day(read(uflpa).entities[0].effective) == "2022-06-21"
    notes = "Listing Date (CMIC): 03 Jun 2021; USCC: 91110000MA005UCQ5P (China); Program: CMIC-EO13959"
    cmic = made_lists.us_json("ofac-nscmic", [made_lists.entry("Birch", effective_date="2021-08-02", notes=notes)])
    (birch,) = read(cmic).entities
    assert (day(birch.announced), day(birch.effective)) == ("2021-06-03", "2021-08-02")
    assert birch.identifiers[0].scheme == "CN-USCC"
    assert birch.programmes == ("CMIC-EO13959",)


def test_parent_only_where_the_list_says_so() -> None:
    entries = [
        made_lists.entry("Engine Plant", notes="Subordinate institution of Engine Company"),
        made_lists.entry("B"),
    ]
    plant, other = read(made_lists.us_json("bis-meu", entries)).entities
    assert (plant.parents, other.parents) == (("Engine Company",), ())


def test_followthemoney_makes_an_entry_of_each_list_with_its_own_days() -> None:
    found = {(entity.name, entity.list_code): entity for entity in read(made_lists.ftm()).entities}
    assert sorted(found) == [
        ("Jan Doe", "eu_fsf"),
        ("Willow Drones LLC", "ua_nsdc_sanctions"),
        ("Willow Drones LLC", "us-entity-list"),
    ]
    us = found["Willow Drones LLC", "us-entity-list"]
    assert (us.effective, day(us.published), day(us.known_listed)) == (None, "2023-11-02", "2025-05-15")
    ukraine = found["Willow Drones LLC", "ua_nsdc_sanctions"]
    assert (day(ukraine.announced), day(ukraine.effective), day(ukraine.removed)) == (
        "2021-04-20",
        "2021-05-01",
        "2024-05-01",
    )
    assert names(us) == [
        ("Willow Drones LLC", "name"),
        ("ООО «Ива Дроны»", "name"),
        ("WD", "weak-alias"),
        ("Willow Toys LLC", "previous"),
    ]
    assert us.addresses == ("1 Lane, Izhevsk",)
    assert us.parents == ("Oak Concern JSC",)
    assert us.countries == ("RU",)


def test_followthemoney_of_ones_own_needs_no_topics() -> None:
    content = made_lists.ftm([{"id": "1", "schema": "Company", "properties": {"name": ["Acorn"]}}])
    (acorn,) = read(content, "my-list.json").entities
    assert (acorn.name, acorn.list_code) == ("Acorn", "my-list")


def test_nested_followthemoney_says_the_same() -> None:
    line = {
        "id": "NK-1",
        "caption": "Willow Drones LLC",
        "schema": "Company",
        "target": True,
        "datasets": ["eu_fsf"],
        "properties": {
            "name": ["Willow Drones LLC"],
            "topics": ["sanction"],
            "addressEntity": [{"id": "a", "schema": "Address", "properties": {"full": ["1 Lane, Izhevsk"]}}],
            "sanctions": [
                {"id": "s", "schema": "Sanction", "datasets": ["eu_fsf"], "properties": {"startDate": ["2022-07-21"]}}
            ],
            "ownershipAsset": [
                {
                    "id": "o",
                    "schema": "Ownership",
                    "properties": {"owner": [{"id": "NK-9", "schema": "Company", "properties": {"name": ["Oak"]}}]},
                }
            ],
        },
    }
    (willow,) = read(made_lists.ftm([line])).entities
    assert (willow.list_code, day(willow.effective)) == ("eu_fsf", "2022-07-21")
    assert willow.addresses == ("1 Lane, Izhevsk",)


def test_lists_without_a_value_are_empty() -> None:
    results = [{"source": made_lists.EL, "name": "Acorn", "alt_names": None, "addresses": None, "ids": None}]
    assert read(json.dumps({"results": results}).encode()).entities[0].name == "Acorn"


def test_opensanctions_table_gives_no_day_of_listing() -> None:
    found = by_name(read(made_lists.simple()))
    willow = found["Willow Drones LLC"]
    assert (willow.effective, willow.published, day(willow.known_listed)) == (None, None, "2022-06-01")
    assert names(willow)[1:] == [("Willow", "alias"), ("Willow; Sons", "alias")]
    assert [each.scheme for each in willow.identifiers] == ["CN-USCC", "not said"]
    assert willow.countries == ("RU", "BY")


def test_sdn_as_xml_and_as_files_in_parts_say_the_same() -> None:
    xml = read(made_lists.sdn_xml())
    parts = read_list(made_lists.sdn_csv())
    assert xml.as_of is not None
    assert xml.as_of.isoformat() == "2024-04-12"
    for found in (by_name(xml), by_name(parts)):
        plum = found["AEROPLUM AIRLINES"]
        assert sorted(names(plum)[1:]) == [("AERO-PLUM", "alias"), ("AP", "weak-alias"), ("PLUM AIR", "previous")]
        assert (plum.list_code, plum.entry, plum.countries) == ("us-sdn", "36", ("CU",))
        assert ("RU-INN", "7707083893") in [(each.scheme, each.number) for each in plum.identifiers]
        assert "DOE, Jan" in found
    assert ("RU-OGRN", "1027700132195") in [
        (each.scheme, each.number) for each in by_name(parts)["AEROPLUM AIRLINES"].identifiers
    ]
    assert by_name(parts)["DOE, Jan"].programmes == ("SDGT", "IRAN")


def test_a_missing_part_is_told() -> None:
    parts = {name: content for name, content in made_lists.sdn_csv().items() if name != "alt.csv"}
    assert "list-part-missing" in [each.code for each in read_list(parts).problems]


def test_un_list() -> None:
    pear = by_name(read(made_lists.un_xml()))["PEAR TRADING HOUSE"]
    assert (pear.list_code, day(pear.effective), pear.countries) == ("un-sc", "2007-03-29", ("KP",))
    assert names(pear)[1:] == [("бюро груша", "name"), ("PEAR TRADE", "alias"), ("APPLE TRADE", "previous")]
    assert pear.citations == ("KPe.004",)


def test_eu_annex_parts_names_at_commas_unless_they_are_of_one_name() -> None:
    poplar = by_name(read(made_lists.eu_csv()))["Poplar Bureau"]
    assert (poplar.list_code, day(poplar.effective)) == ("eu-2020-1998", "2021-03-04")
    assert [name for name, _ in names(poplar)] == [
        "Poplar Bureau",
        "白杨局",
        "Poplar Office",
        "Poplar Agency",
        "Poplar Trading Co., Ltd",
    ]
    assert [(each.scheme, each.number) for each in poplar.identifiers] == [("CN-USCC", "91510105332025597A")]


def test_denied_persons_have_an_end() -> None:
    (doe,) = read(made_lists.denied()).entities
    assert (day(doe.effective), day(doe.published), day(doe.removed)) == ("2017-10-16", "2017-10-20", "2020-10-13")


def test_uflpa_page_gives_aliases_and_former_names() -> None:
    found = by_name(read(made_lists.uflpa_page()))
    assert list(found) == ["Elm Hair Co., Ltd.", "Fir Silicon (Shanshan) Co., Ltd", "Ash Foods"]
    assert names(found["Elm Hair Co., Ltd."])[1:] == [("Elm Wigs", "alias"), ("Elm Braids", "alias")]
    assert names(found["Ash Foods"])[1:] == [
        ("Ash Co., Ltd.", "alias"),
        ("Ash Fruit", "alias"),
        ("Ash Jam Ltd.", "previous"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        made_lists.csl(),
        made_lists.ftm(),
        made_lists.simple(),
        made_lists.sdn_xml(),
        made_lists.un_xml(),
        made_lists.eu_csv(),
    ],
)
def test_of_persons_only_name_programme_and_dates_are_kept(content: bytes) -> None:
    persons = [entity for entity in read(content).entities if entity.schema == "Person"]
    assert persons
    for person in persons:
        assert (person.identifiers, person.countries, person.addresses, person.parents) == ((), (), (), ())
        kept = str(asdict(person))
        assert [word for word in ("1970", "1971", "1973", "1988", "X0906223", "Home") if word in kept] == []


def test_no_address_of_a_private_person_on_lists_of_persons() -> None:
    assert read(made_lists.denied()).entities[0].addresses == ()


def test_same_entity_twice_is_kept_twice_and_told() -> None:
    entries = [made_lists.entry("Acorn", address="1 Road"), made_lists.entry("Acorn", address="2 Road")]
    found = read(made_lists.us_json(entities=entries))
    assert [entity.entry for entity in found.entities] == ["acorn (CN)", "acorn (CN) #2"]
    assert "list-entry-twice" in [each.code for each in found.problems]


def test_odd_entries_are_told_and_nothing_is_dropped_silently() -> None:
    entries = [
        made_lists.entry("  "),
        made_lists.entry("X", effective_date="sometime"),
        made_lists.entry("Acorn", effective_date="2020-01-02"),
    ]
    found = read(made_lists.us_json("dhs-uflpa", entries))
    assert [entity.name for entity in found.entities] == ["X", "Acorn"]
    told = {each.code: each.message for each in found.problems}
    assert sorted(told) == ["list-date-unreadable", "list-entry-nameless", "list-entry-undated", "list-name-short"]
    assert "/entities/0" in told["list-entry-nameless"]
    assert "sometime" in told["list-date-unreadable"]


def test_every_form_is_in_the_reference() -> None:
    page = reference("lists.md")
    assert [form.reader for form in FORMS if f"| `{form.reader.partition('/')[0]}` |" not in page] == []


REAL = {
    "watchlists-us-2026/bis_entity_list.json": ("us-entity-list", 3409),
    "watchlists-us-2026/dhs_uflpa.json": ("us-uflpa", 148),
    "watchlists-us-2026/dow_1260h.json": ("us-1260h", 80),
    "watchlists-us-2026/source-uflpa-2026-07-09.html": ("us-uflpa", 160),
    "watchlists-us-un/us-consolidated-screening-list.csv.gz": ("us-entity-list", 2001),
    "watchlists-us-un/UN_consolidated.xml": ("un-sc", 1003),
    "watchlists-us-un/dpl.txt": ("us-denied-persons", 546),
    "watchlists-eu-nc/32020R1998.csv": ("eu-2020-1998", 177),
    "ftm-samples/t1__entities.ftm.json": ("eu_fsf", 6),
}


@pytest.mark.parametrize("name", sorted(REAL))
def test_real_lists_are_read_whole(name: str) -> None:
    file = shared_file(f"data/{name}")
    code, count = REAL[name]
    found = read_list({file.name: file.read_bytes()})
    assert sum(entity.list_code == code for entity in found.entities) == count
    assert all(name.kind in NameKind for entity in found.entities for name in entity.names)
