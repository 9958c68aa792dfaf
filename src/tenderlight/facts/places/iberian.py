"""State and place of documents in Spanish and Portuguese, by the words that their notices print around them.

A division of the first level counts where a word of its kind stands before it ("provincia de Imbabura"), behind the
buyer, behind the town of the line that says where and when a document was signed ("Cúcuta, Norte de Santander, 9 de
junio"), where a form asks for it, or where an office of that level ends with it ("Diputación Provincial de Cuenca").
The town is that of a municipal office or of that line; printed in capitals and in small letters, it is the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.iberian_divisions import BRAZILIAN, DIVISION, DIVISIONS, KIND
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.origins import COUNTRY
from tenderlight.facts.places.topics import is_topic
from tenderlight.facts.words.vocabulary import Meaning

Told = tuple[str, Piece]
"""What is told ("admin1", "place"), and the words that tell it."""
_LANGUAGES = frozenset({"es", "pt"})
_SAMPLE = 12_000
_HEAD, _TAIL = 500, 300
"""Characters at the beginning and at the end of a page in which a province stands for the whole document."""
_X = r"[^\W\d_a-zà-ÿ][\w'’]*(?:-[\w'’]+)*"
_PROPER = rf"{_X}(?:(?:[ ](?i:de|del|do|da|dos|das|la|las|los|el|y|e)){{0,2}}[ ]{_X}){{0,4}}"
"""A name of one to five words in capitals, with small words between them."""
_FOLLOWED = r"(?=[,.;:)»”\"\n\t|]|(?<=/[A-Z]{2})\s|\s[–—(-]|\s{2,}|\s?$|\s(?:a|el|aos|al|em)\s|\s\d)"
_STATE = rf"(?P<whole>(?:{KIND}\s)?(?:{DIVISION}|(?P<letters>{BRAZILIAN})(?!\w)))"
_IN_ROW = re.compile(
    rf"(?P<place>{_PROPER})(?:,\s|\s?[(/–—]\s?|\s-\s?|\s?\n\s?){_STATE}{_FOLLOWED}",
)
"""A name and the division behind it: "Quebrada Honda, Región de Valparaíso", "Serra Azul/MG"."""
_OF_KIND = re.compile(rf"(?<!\w)(?P<whole>{KIND}\s{DIVISION}){_FOLLOWED}")
_CARRIED_OUT = re.compile(rf"(?P<whole>{KIND}\s{DIVISION})(?P<letters>(?!))?\s*(?:$|[,.;(])")
_WHOLE = re.compile(
    r"(?:comunidad(?: autónoma| foral)?|comunitat|principado|estado(?= de méxico)|región(?= de (?:murcia|la)?))\b",
    re.IGNORECASE,
)
"""Words of a kind that are of the name, where it is printed so."""
_REGION = re.compile(r"región (?:de|del)\b", re.IGNORECASE)
_LEAD = (
    r"(?i:(?:(?:dad[oa]|expedid[oa]|suscrit[oa]|firmad[oa]|fechad[oa]|emitid[oa]|hecho|feito|assinad[oa]|publicad[oa]|"
    r"(?:se )?firma(?:mos|n)?|(?:se )?suscribe(?:n)?|celebrad[oa]) (?:por [a-z]{3,12} )?)?(?:en|em|na|no) "
    r"(?:(?:la ciudad|la villa|el distrito|la comuna|el cantón|cidade|vila|el municipio|la localidad|munic[ií]pio)"
    r" d[eo] )?)"
)
_WORDED_DAY = (
    r"(?i:(?:a los? |aos? |a |em |el (?:día )?|al |a las? [\w: .]{4,30} del día )?"
    r"(?:[a-zà-ÿ]{2,12} (?:y [a-z]{3,9} )?)?\(?\d{1,2}\)?(?:\.?[ºª°])?(?: d[ií]as?)?(?: del?(?: el)?(?: mes de)?)? "
    r"(?:de )?[a-zà-ÿ]{3,10}\.?,? (?:del? )?(?:año )?(?:\d{4}|dos mil|dois mil))"
)
_DAY = rf"(?:,? {_WORDED_DAY}|, \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}})"
_SIGNED = re.compile(
    rf"(?:(?:^|(?<=[.;»”\"]\s)|\t|(?<=,\s)|(?<=fecha:\s)|(?<=data:\s))[ \t]{{0,40}}{_LEAD}?|"
    rf"(?<=\s){_LEAD})(?P<place>{_PROPER})"
    rf"(?:(?:, |\s?[(/–—]\s?| - ){_STATE}\)?|, (?i:{COUNTRY.pattern})|"
    rf", [A-Z][a-záéíóú]{{1,4}}\.|, [A-Z]\.(?:\s?[A-Z]\.){{1,2}})?{_DAY}",
    re.MULTILINE,
)
"""Where and when a document was signed: "Dado en Santa Elisa, provincia de Imbabura, el 25 de mayo de 2022"."""
_IN_TOWN = re.compile(
    r"(?i:\b(?:en\sla\sciudad|en\sel\sdistrito|en\sla\slocalidad|en\sla\svilla|na\scidade|na\svila|nesta\scidade|"
    rf"en\sla\scomuna|com\ssede\sem)(?:\sde)?)\s(?P<place>{_PROPER})"
)
_KEYED = re.compile(
    r"(?:^|[\t|;]|\s{2,})(?i:departamento|provincia|província|región|regi[aã]o|estado|uf|distrito|entidad\sfederativa)\s?:\s{1,3}"
    rf"{_STATE}(?=\s{{2,}}|\s*$|[\t|;,.]|\s[^\W\d_]{{3,12}}:)",
    re.MULTILINE,
)
_KEYED_PLACE = re.compile(
    r"(?:^|[\t|;]|\s{2,}|\s)(?i:ciudad|municipio|localidad|município|comuna|concelho|cidade|cantón)\s?:\s{1,3}"
    rf"(?P<place>{_PROPER})(?=\s{{2,}}|\s*$|[\t|;,.]|\s[^\W\d_]{{3,12}}:)",
    re.MULTILINE,
)
_PORTUGAL = re.compile(
    r"(?i:\bloca(?:l|is) de execução\b[^:\n]{0,40}:\s?portugal\s?,\s?)"
    r"(?P<admin1>[^,;\n]{3,30})(?:,\s?(?P<place>[^,;.\n]{2,40}))?\s*(?=$|[;.\n])"
)
"""How the Portuguese portal prints where a contract is carried out: "Portugal, Setúbal, Vilar do Estuário"."""
_PROVINCIAL = re.compile(
    r"(?i:\b(?:provincial|regional|departamental|estatal|estadual|gobernación|delegación|delegação|diputación|"
    r"prefectura|gobierno|governo|jefatura)\b)"
)
_LOCAL = re.compile(
    r"(?i:\b(?:municip\w*|ayuntamiento|prefeitura|alcald[ií]a|câmara|autarquia|fundo|companhia|empresa|mancomunidad|"
    r"guarda|patronato|serviço|secretaria|intendencia|concello|ajuntament|conselho|junta de freguesia|comuna)\b)"
)
_MUNICIPAL = re.compile(
    r"(?i:\b(?:munic[ií]pi\w*|municipalidad|ayuntamiento|ajuntament|concello|prefeitura|alcald[ií]a|intendencia|"
    r"ciudad(?= de (?!m[eé]xico|buenos))|câmara municipal|conselho municipal|junta de freguesia)\b)"
)
_PARTS_OF = re.compile(rf"[ ](?:(?P<article>del|do|da|de la|DEL|DO|DA)|de|DE)[ ](?={_X})")
_TOWN = re.compile(rf"(?i:(?:la )?(?:vila|cidade|villa|ciudad) d[aeo] |cant[óo]n |distrito de )?(?P<name>{_PROPER})$")
_BEHIND_NAME = re.compile(r"\s?(?:[(/]\s?[^()/]{2,25}\)?|[–—-]\s[A-Z]{2,8}|,\s[^,]{3,40})$")
_ENDS = re.compile(rf"\s{DIVISION}(?=$|,\s)")
_CALLED_LIKE_TOWNS = frozenset({"rio de janeiro", "são paulo"})
_OF_STATE = frozenset(name for code in ("AO", "BR", "MZ") for name in DIVISIONS[code].split("|")) - _CALLED_LIKE_TOWNS
"""States and provinces where Portuguese is spoken whose names stand at the end of an office for the state itself."""
_OF = re.compile(r"\s(?i:do|da|de)\s$")
_CAPITAL = re.compile(
    r",\s(?P<place>Maputo|Luanda|Praia|Lisboa|Porto|Lima|Madrid|Quito|Bogotá|Montevideo|Asunción)(?=[,.;)\n]|$)"
)
_NO_PLACE = re.compile(
    r"(?i:(?:con|el|en|em|la|los|las|aos?|al|a|o|os|as|de|del|do|da|por|para|según|que|emitid[oa]|assinad[oa]|dad[oa]|"
    r"publicad[oa]|firmad[oa]|feit[oa]|hech[oa]|suscrit[oa]|expedid[oa]|celebrad[oa]|fecha|data|desde|hasta|até|día|dia|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|adjudicad[oa]|homologad[oa]|"
    r"ratificad[oa]|aprobad[oa]|aprovad[oa]|resolución|decreto|acuerdo|ley|lei|portaria|despacho|núm|recibid[oa]|vigencia|"
    r"vigência|vence|plazo|prazo|início|inicio|término|otorgad[oa]|autorizad[oa]|registrad[oa]|publicación|publicação|"
    r"divulgad[oa]|abertura|apertura|sessão|sesión|encerramento|cierre|notificad[oa]|formalizad[oa]|reunião|reunión|sessão|acta|ata|anexo|pág|série|serie)\b)"
)
"""First words of what is no place: words that lead to a day."""


def iberian_region(notice: Notice, buyers: Sequence[Piece]) -> list[Told]:
    """Return what tells state and place of a Spanish or Portuguese document, the surest first.

    Args:
        notice: The document.
        buyers: Where the name of the buyer stands.
    """
    if notice.language not in _LANGUAGES:
        return []
    found = [("admin1", buyer.part(*_named(match))) for buyer in buyers for match in _OF_KIND.finditer(buyer.text)]
    for sheet in notice.sheets[:2]:
        found += [*_beside(sheet, buyers), *_asked(sheet)]
    found += [told for buyer in buyers if _MUNICIPAL.search(buyer.text) for told in _ends_of(buyer)]
    for sheet in notice.sheets[:2]:
        found += _signed(sheet)
    found += [told for buyer in buyers for told in _ends_of(buyer)]
    for sheet in notice.sheets[:1]:
        found += _of_document(sheet)
    found += [("admin1", place) for entry in notice.of(Meaning.PLACE) if (place := _placed(entry.value)) is not None]
    return [(name, _as_written_small(piece) if name == "place" else piece) for name, piece in found]


def _placed(place: Piece) -> Piece | None:
    """Return the division that a form says a contract is carried out in, behind the word for its kind."""
    match = _CARRIED_OUT.match(place.text)
    return place.part(*_named(match)) if match is not None else None


def _named(match: re.Match[str]) -> tuple[int, int]:
    """Return the span of a division, with the word of its kind where that is of its name."""
    whole = match["whole"]
    own = _WHOLE.match(whole) or _REGION.match(whole)
    return match.span("whole") if own else match.span("admin1" if match["admin1"] else "letters")


def _beside(sheet: Sheet, buyers: Sequence[Piece]) -> Iterator[Told]:
    """Yield the division behind the buyer's name, or behind the town that the buyer's name ends with."""
    ends = [" ".join(buyer.text.casefold().split()) for buyer in buyers]
    for match in _IN_ROW.finditer(sheet.page.text[:_SAMPLE]):
        place = match["place"].casefold().removeprefix("a ").removeprefix("o ")
        if not any(end.endswith(place) or f"{place}," in end or f"{place} -" in end for end in ends):
            continue
        yield "admin1", Piece(sheet=sheet, start=_named(match)[0], end=_named(match)[1])
        town = _town(match["place"]) if any(_LOCAL.search(buyer.text) for buyer in buyers) else None
        if town is not None:
            start = match.start("place")
            yield "place", Piece(sheet=sheet, start=start + town[0], end=start + town[1])
    for buyer in buyers:
        capital = _CAPITAL.search(buyer.text) or _CAPITAL.match(sheet.page.text, buyer.end)
        if capital is not None and buyer.sheet is sheet:
            offset = buyer.start if capital.string is not sheet.page.text else 0
            yield "place", Piece(sheet=sheet, start=offset + capital.start("place"), end=offset + capital.end("place"))


def _asked(sheet: Sheet) -> Iterator[Told]:
    """Yield what a form asks for."""
    text = sheet.page.text[:_SAMPLE]
    for match in _KEYED.finditer(text):
        yield "admin1", Piece(sheet=sheet, start=match.start("whole"), end=match.end("whole"))
    for match in _KEYED_PLACE.finditer(text):
        if COUNTRY.fullmatch(match["place"].casefold()) is None:
            yield "place", Piece(sheet=sheet, start=match.start("place"), end=match.end("place"))
    for match in _PORTUGAL.finditer(text):
        for name in ("admin1", "place"):
            if match[name]:
                yield name, Piece(sheet=sheet, start=match.start(name), end=match.end(name)).stripped()


def signing_lines(sheets: Sequence[Sheet], language: str) -> list[Piece]:
    """Return where the lines stand that say where and when a Spanish or Portuguese document was made."""
    if language not in _LANGUAGES:
        return []
    return [
        Piece(sheet=sheet, start=match.start(), end=match.end())
        for sheet in sheets[:2]
        for match in _SIGNED.finditer(sheet.page.text[:_SAMPLE])
        if not _NO_PLACE.match(match["place"])
    ]


def _signed(sheet: Sheet) -> Iterator[Told]:
    """Yield place and division of the line that says where and when a document was signed; the last one counts."""
    text = sheet.page.text[:_SAMPLE]
    for match in [*_SIGNED.finditer(text)][::-1]:
        place = match["place"]
        if (
            _NO_PLACE.match(place)
            or COUNTRY.fullmatch(place.casefold())
            or _LOCAL.search(place)
            or _PROVINCIAL.search(place)
            or is_topic(place)
        ):
            continue
        yield "place", Piece(sheet=sheet, start=match.start("place"), end=match.end("place"))
        if match["whole"]:
            yield "admin1", Piece(sheet=sheet, start=_named(match)[0], end=_named(match)[1])
    for match in _IN_TOWN.finditer(text):
        yield "place", Piece(sheet=sheet, start=match.start("place"), end=match.end("place"))


def _ends_of(buyer: Piece) -> Iterator[Told]:
    """Yield the division or the town that the name of an office ends with."""
    text = buyer.text
    division = _ENDS.search(text)
    if division is not None and _is_of_state(text, division):
        yield "admin1", buyer.part(*division.span("admin1"))
    elif _LOCAL.search(text):
        town = _town(text)
        if town is not None:
            yield "place", buyer.part(*town)


def _is_of_state(name: str, division: re.Match[str]) -> bool:
    """Say whether an office whose name ends with a division is one of that division, and not of a town called so."""
    if _MUNICIPAL.search(name):
        return False
    if division["admin1"].casefold() in _OF_STATE and _OF.search(name, 0, division.start("admin1")) is not None:
        return True
    return _PROVINCIAL.search(name) is not None and _LOCAL.search(name) is None


def _town(name: str) -> tuple[int, int] | None:
    """Return where the town stands that the name of an office ends with; a name without words of offices is one."""
    behind = _BEHIND_NAME.search(name)
    end = behind.start() if behind is not None else len(name)
    is_municipal = _MUNICIPAL.search(name) is not None
    leads = [match for match in _PARTS_OF.finditer(name, 0, end) if is_municipal or not match["article"]]
    starts = [match.end() for match in leads if _LOCAL.search(name[: match.start()])]
    if not _LOCAL.search(name[:end]) and not _PROVINCIAL.search(name[:end]):
        starts = [0, *(match.end() for match in leads)]
    for start in starts:
        town = _TOWN.match(name[:end], start)
        if town is not None and not is_topic(town["name"]) and not _LOCAL.match(town["name"]):
            return town.span("name")
    return None


def _of_document(sheet: Sheet) -> Iterator[Told]:
    """Yield the one division that a document names with its kind in its first or last lines."""
    text = sheet.page.text
    found = [m for m in _OF_KIND.finditer(text[:_SAMPLE]) if m.start() < _HEAD or m.end() > len(text) - _TAIL]
    if len({match["admin1"].casefold() for match in found}) == 1:
        yield "admin1", Piece(sheet=sheet, start=_named(found[0])[0], end=_named(found[0])[1])


def _as_written_small(piece: Piece) -> Piece:
    """Return where a name that is printed in capitals stands in small letters elsewhere, else where it stands."""
    if not piece.text.isupper() or len(piece.text) < 4:
        return piece
    for match in re.finditer(rf"(?<!\w){re.escape(piece.flat)}(?!\w)", piece.sheet.flat[:_SAMPLE]):
        other = Piece(sheet=piece.sheet, start=match.start(), end=match.end())
        if not other.text.isupper() and other.text[:1].isupper():
            return other
    return piece
