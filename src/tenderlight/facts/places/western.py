"""Where a contract belongs whose document is written in a language with blanks between its words.

State and place are read in the buyer's name, behind it ("…, Florida", "… (RS)"), in its address, and in the line that
says where and when a document was signed, where the buyer's name has that place in it or a word says that it is a
town ("г. Сосновый Мыс"). The country is the one that the document names or its money is of, else the one that its
words and signs, taken together, weigh for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.iberian_divisions import BRAZILIAN, DIVISIONS, PORTUGUESE
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.origins import where_told
from tenderlight.facts.pages.provinces import SHORT_STATES, STATE
from tenderlight.facts.pages.short_states import spelled_out
from tenderlight.facts.places.continental import continental_region
from tenderlight.facts.places.countries import country_told, pieces_of
from tenderlight.facts.places.eastern import CYRILLIC, eastern_places
from tenderlight.facts.places.english import as_called, english_places
from tenderlight.facts.places.iberian import iberian_region
from tenderlight.facts.places.topics import is_topic
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import RegionValue

_X = r"[^\W\d_a-zà-ÿ][\w'’-]*"
_PROPER = rf"{_X}(?:(?:\s(?:de|del|do|da|dos|das|la|las|los|du|des|el|sur|en|of|upon|and|the|y|e|et))*\s{_X}){{0,4}}"
"""A name of one to five words in capitals, with small words between them."""
_PROVINCE = re.compile(
    r"\b(?:Estado|Provincia|Província|Región|Region|Gobierno Regional|Gobierno Provincial|"
    r"Gobierno Autónomo Departamental|State|Province)\s(?:de la|de los|del|de|do|da|of)\s"
    rf"(?-i:(?P<admin1>{_PROPER}))",
    re.IGNORECASE,
)
_PARTS = "City|Town|County|Borough|District|Shire|Village|Taluk|Municipal|Regional|Unified|Independent|Community|Local"
_BODIES = "Council|Corporation|School District|Schools|Assembly|Government|Municipality"
_LOCAL = (
    re.compile(
        r"\b(?:Alcald[ií]a|Municipio|Municipalidad|Ayuntamiento|Ajuntament|Concejo|Município|Prefeitura|Câmara|"
        r"Conselho|"
        r"Intendencia|Gobernación|Departamento|Gobierno Autónomo Descentralizado|Gobierno Autónomo)"
        r"(?: (?:Municipal|Mayor|Distrital|Local|Provincial))?"
        r" (?:de la Villa de|da Vila de|da Cidade de|del Cantón|de|del|do|da|di|della) "
        rf"(?-i:(?P<place>{_PROPER}))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:Ville|Mairie|Maire|Commune|Métropole|Préfecture|Conseil départemental|Département) "
        r"(?:de la |de |du |des |d['’])(?P<place>[A-ZÀ-Ý][^,.;()\d\n]{1,50})"
    ),
    re.compile(
        r"\b(?:City|County|Municipal|Town|Borough|District|Village|Township|Municipality|Shire|Port Authority)"
        rf"(?: Government| Council| Assembly)? of (?-i:(?P<place>{_PROPER}))",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<place>{_X}(?:\s{_X}){{0,3}}? County)(?=$|[,;.(]|\s\()"),
    *(
        re.compile(rf"(?P<place>{_X}(?:\s{_X}){{0,3}}?)\s(?:{_cased(_PARTS)})\s(?:Municipal\s)?(?:{_cased(_BODIES)})\b")
        for _cased in (str, str.upper)
    ),
    re.compile(r"شهرداری\s(?P<place>[^\s،,./()]+(?:\s[^\s،,./()]+){0,2})"),
)
"""Where the name of a town stands in the name of its office; `places.continental` reads more, and first."""
_STAN = re.compile(r"(?P<admin1>استان\s[^\s،,./()]+)")
_SIGNED = re.compile(
    rf"(?m)(?:^|\. |\t)(?:En |Em |Fait à |Dado en |Dada en |A )?(?P<place>{_PROPER})"
    r"(?:,|\s\([A-Z]{2}\),)? (?:a los? |aos |le |a |em |el )?\d{1,2}(?:\.?º|er)?(?: de|\.)? [a-zà-ÿ]{3,10}\.? (?:de |"
    r"del )?\d{4}"
)
_DATELINE = re.compile(
    rf"(?m)^[ \t]{{0,40}}(?:Fait à |Dado en |Dada en |Done at |Signed at |En |Em )?"
    rf"(?!(?i:signed|dated|issued|published|posted|president|président|le |la |el |aos?\b|the ))(?P<place>{_PROPER}), "
    r"(?:a los? |aos |le |a |em |el |den )?(?:\d{1,2}(?:\.?º|er|st|nd|rd|th)?(?: de|\.)? [a-zA-ZÀ-ÿ]{3,10}\.?,? "
    r"(?:de |del )?\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4})"
)
"""Where and when a document was signed, on a line of its own."""
_BEHIND = re.compile(r"\s?[,(/–—-]\s?(?P<name>[^,()\n.;:/–—]{2,32}?)\s?(?=[),.;:\n–—]|$)")
_IS_STATE = {
    "pt": re.compile("|".join((BRAZILIAN, *(DIVISIONS[code] for code in PORTUGUESE))), re.IGNORECASE),
    "es": re.compile("|".join(names for code, names in DIVISIONS.items() if code not in PORTUGUESE), re.IGNORECASE),
    "en": re.compile(f"{SHORT_STATES['US']}|North West"),
}
"""States, departments and provinces that stand behind a place, by the language of the notices that name them so."""
_LAST_NAME = re.compile(
    rf"(?:^.*(?:,\s|\s(?:de|del|of|for|at)\s)|^)(?P<place>{_X}(?:\s(?:d[aeo]s?\s|del\s|la\s)?{_X}){{0,3}})$"
)
"""What a name ends with that has a state behind it: "Secretaria de Defesa Social de Mirante do Sul (RS)"."""
_BRANCH_OF = re.compile(
    r"\b(?:department|ministry|bureau|division|directorate|secretariat|commission|board|office) (?:of|for) (?:the )?$",
    re.IGNORECASE,
)
"""What is behind it is what an office is about, and no town: "Department of Correctional Facilities"."""
_TOWN_AND_STATE = re.compile(
    rf"(?P<place>{_X}(?:\s{_X}){{0,2}})"
    rf"(?=(?:,\s|\s[(/–-]\s?|/)(?P<admin1>{_X}(?:[ -](?:d[eo]s?\s|del\s)?{_X}){{0,2}})(?:[,.;)\n\t]|\s\d|\s{{2,}}|$))"
)
_KEYED = re.compile(
    r"(?:^|[\t|;]|\s{2})(?:Departamento|Provincia|Región|Estado|UF|Province|State|County|Distrito|Regi[oó]n|Land|Kraj|"
    rf"Województwo)\s?:\s(?P<admin1>{_PROPER})(?=\s{{2}}|\s?$|[\t|;,]|\s[^\W\d_]{{3,12}}:)",
    re.MULTILINE,
)
"""A form asks for the state: "Departamento: Tolima   Ciudad: Valle Hondo"."""
_KEYED_PLACE = re.compile(
    r"(?:^|[\t|;]|\s)(?:Ciudad|Office Zone|Municipio|Localidad|Município|Comuna|City|Town|Ville|Commune|"
    r"Ort|Місто|Город|"
    r"Comune)\s?:\s"
    rf"(?P<place>{_PROPER})(?=\s{{2}}|\s?$|[\t|;,]|\s[^\W\d_]{{3,12}}:)",
    re.MULTILINE,
)
_SELLERS = frozenset({Meaning.SUPPLIER, Meaning.INTENDED, Meaning.CONTRACT_SUPPLIER})
_SAMPLE = 12_000
_REACH = 60
"""Characters before a name in which the office stands that it may be the topic of."""


@dataclass(slots=True, kw_only=True)
class _Region:
    """What has been read so far, and where."""

    admin1: str | None = None
    place: str | None = None
    pieces: list[Piece] = field(default_factory=list)

    def take(self, name: str, piece: Piece | None, *, called: str | None = None) -> None:
        """Keep the words of a piece as state or place, unless that is known already."""
        is_state = name == "place" and piece is not None and self.admin1 is not None and piece.text == self.admin1
        if piece is not None and getattr(self, name) is None and not is_state:
            setattr(self, name, called or " ".join(piece.text.split()))
            self.pieces.append(piece)


def western_region(notice: Notice, found: Sequence[Statement]) -> list[Statement]:
    """Return country, state and place of a document in a language with blanks between its words, or nothing."""
    named = pieces_of(notice, found, StatementKind.BUYER)[:1]
    buyers = [*(entry.value for entry in notice.of(Meaning.BUYER)[:1]), *named]
    region = _Region()
    for name, piece, called in _told_in_own_ways(notice, buyers):
        region.take(name, piece, called=called)
    own = [one for one in notice.of(Meaning.PLACE, Meaning.ADDRESS) if not _is_of_seller(notice, one)]
    for piece in (*buyers, *(entry.value for entry in own[:1])):
        _read_name(notice, piece, region)
    for name, piece in english_places(notice, named):
        region.take(name, piece)
    for piece in named:
        _read_behind(notice, piece, region)
    _read_signed(notice, named, region)
    for sheet in notice.sheets[:2]:
        _read_beside(sheet, notice.language, named, region)
    if notice.language == "en" and notice.sheets:
        region.place = as_called(region.place, notice.sheets[0])
        is_buyer = any(region.place == one.text and not one.flat.endswith("county") for one in named)
        region.place = None if is_buyer else region.place
    country, told = country_told(notice, found, region.place, region.admin1)
    pieces = [*region.pieces, *told]
    if country is not None and not pieces:
        pieces = [*buyers[:1], *_where(notice, country), *pieces_of(notice, found, StatementKind.STAGE)][:1]
    if not pieces:
        return []
    value = RegionValue(country=country, admin1=spelled_out(region.admin1, country), place=region.place)
    return [notice.statement(StatementKind.REGION, value, pieces)]


def _is_of_seller(notice: Notice, entry: Entry) -> bool:
    """Say whether an address stands right behind the name of who sells."""
    before = [one for one in notice.entries if one.order == entry.order - 1 and one.value.end <= entry.value.start]
    return entry.meaning is Meaning.ADDRESS and any(one.meaning in _SELLERS for one in before)


def _told_in_own_ways(notice: Notice, buyers: list[Piece]) -> Iterator[tuple[str, Piece | None, str | None]]:
    """Yield what languages tell that name divisions and towns in ways of their own."""
    places = [entry.value for entry in notice.of(Meaning.PLACE)]
    for name, piece in (
        *iberian_region(notice, buyers),
        *continental_region(notice.sheets, notice.language, buyers, places),
    ):
        yield name, piece, None
    yield from eastern_places(notice, buyers)


def _where(notice: Notice, country: str) -> Iterator[Piece]:
    """Yield where a document has the name or a sign of its country."""
    for sheet in notice.sheets[:3]:
        span = where_told(country, sheet.flat)
        if span is not None:
            yield Piece(sheet=sheet, start=span[0], end=span[1])


def _read_name(notice: Notice, piece: Piece, region: _Region) -> None:
    """Read state and place in the name or the address of a buyer."""
    state = STATE.search(piece.flat) if notice.language == "en" else None
    province = _PROVINCE.search(piece.text) or _STAN.search(piece.text)
    if state is not None:
        region.take("admin1", piece.part(*state.span()))
    elif province is not None and not is_topic(province["admin1"]):
        region.take("admin1", piece.part(*province.span("admin1")))
    if province is None:
        local = next((match for pattern in _LOCAL if (match := pattern.search(piece.text))), None)
        region.take("place", piece.part(*local.span("place")).stripped() if local else None)


def _read_behind(notice: Notice, name: Piece, region: _Region) -> None:
    """Read the state behind the name of a buyer, and the place that the name ends with before it."""
    behind = _BEHIND.match(name.sheet.page.text, name.end)
    if behind is None or not _is_state(behind["name"], _IS_STATE.get(notice.language)):
        return
    region.take("admin1", Piece(sheet=name.sheet, start=behind.start("name"), end=behind.end("name")))
    last = _LAST_NAME.search(name.text)
    is_topic_of = last is not None and _BRANCH_OF.search(name.text, 0, last.start("place")) is not None
    region.take("place", name.part(*last.span("place")) if last and not is_topic_of else None)


def _read_beside(sheet: Sheet, language: str, buyers: Sequence[Piece], region: _Region) -> None:
    """Read what a form asks for, and the state printed behind the buyer's town wherever that stands."""
    text = sheet.page.text[:_SAMPLE]
    states = _IS_STATE.get(language)
    keyed = next((one for one in _KEYED.finditer(text) if _is_state(one["admin1"], states)), None)
    place = _KEYED_PLACE.search(text)
    if keyed is not None and region.admin1 is None:
        region.take("admin1", Piece(sheet=sheet, start=keyed.start("admin1"), end=keyed.end("admin1")))
        if place is not None:
            region.take("place", Piece(sheet=sheet, start=place.start("place"), end=place.end("place")))
    if states is None or (region.admin1 is not None and region.place is not None):
        return
    for found in _TOWN_AND_STATE.finditer(text):
        word = re.compile(rf"(?<!\w){re.escape(found['place'])}(?!\w)", re.IGNORECASE)
        if not _is_state(found["admin1"], states) or not any(word.search(buyer.text) for buyer in buyers):
            continue
        if region.admin1 in {None, found["admin1"]}:
            region.take("admin1", Piece(sheet=sheet, start=found.start("admin1"), end=found.end("admin1")))
            if _BRANCH_OF.search(text, max(0, found.start("place") - _REACH), found.start("place")) is None:
                region.take("place", Piece(sheet=sheet, start=found.start("place"), end=found.end("place")))


def _is_state(word: str, states: re.Pattern[str] | None) -> bool:
    """Say whether a word is the name of a state, department or province."""
    return STATE.fullmatch(word.casefold()) is not None or (states is not None and states.fullmatch(word) is not None)


def _read_signed(notice: Notice, buyers: Sequence[Piece], region: _Region) -> None:
    """Read the place in the line that says where and when a document was signed."""
    if region.place is not None or notice.language in CYRILLIC:
        return
    for sheet in notice.sheets[:2]:
        text = sheet.page.text[:_SAMPLE]
        for signed in _SIGNED.finditer(text):
            word = re.compile(rf"(?<!\w){re.escape(signed['place'])}(?!\w)", re.IGNORECASE)
            for buyer in buyers:
                match = word.search(buyer.text)
                region.take("place", buyer.part(*match.span()) if match else None)
    for sheet in notice.sheets[:2]:
        dated = list(_DATELINE.finditer(sheet.page.text[:_SAMPLE]))[-1:]
        if dated and not has_company(dated[0]["place"]):
            region.take("place", Piece(sheet=sheet, start=dated[0].start("place"), end=dated[0].end("place")))
