"""Who buys in Spanish and Portuguese papers that give no label: an office, by the words around its name.

The name begins with a word for an office and goes on in capitals. What it does ("convoca", "en adelante la Entidad"),
how it is led to ("por una parte, la …", "deliberação da …") and where it stands (alone at the head or the foot) weigh
for it; names in citations of laws, of portals, of committees and of departments of purchasing are set aside. Found
names are fitted as well: without the region behind them and without the title of who signs, with the short name that
Portuguese papers print behind a dash.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tenderlight.facts.names.short_names import is_short_of
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.iberian_divisions import BRAZILIAN, DIVISION, KIND
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.origins import COUNTRY

_LANGUAGES = frozenset({"es", "pt"})
_LONGEST, _HEAD, _FOOT = 12_000, 400, 250
_ENOUGH = 2
_CAPITAL = r"[^\W\d_a-zà-ÿ]"
_MUNICIPAL = (
    r"(?:ayuntamiento|ajuntament|concello|municipalidad|municipio|alcald[ií]a|prefeitura|município|câmara municipal|"
    r"conselho municipal|junta de freguesia|intendencia|comuna de|gobernación|gobierno regional|gobierno provincial|"
    r"gobierno autónomo|gad|diputación)"
)
_HEADS = (
    rf"(?:(?:ilustre|i\.|honorable|h\.|excm[oa]\.?|excelentísim[oa])\s)?(?:{_MUNICIPAL}|ministerio|ministério|"
    rf"secretar[ií]a|"
    r"subsecretar[ií]a|polic[ií]a|polícia|instituto|direcci[oó]n|direç?c?ção|hospital|universidad(?:e)?|"
    r"empresa (?:pública|municipal|nacional|"
    r"provincial|portuaria|estatal)|servicio|serviços?|agencia|agência|autoridad(?:e)?|comisi[oó]n (?:nacional|"
    r"estatal|federal|"
    r"reguladora)|consejo|conselho|corporaci[oó]n|fiscal[ií]a|gendarmería|guardia|guarda|jefatura|cuerpo|corpo|"
    r"junta|consorcio|"
    r"consórcio|mancomunidad|cooperativa|acueductos|fundaci[oó]n|fundação|fundo|fondo|autarquia|companhia|"
    r"comando|comandancia|"
    r"tribunal|centro|gabinete|superintend[eê]ncia|procuradur[ií]a|defensor[ií]a|contralor[ií]a|agrupamento|"
    r"unidad de información|"
    r"sistema metropolitano|patronato|ente|organismo|registro nacional|escuela|escola|batallón|batalhão|"
    r"ejército|exército|"
    r"marinha|armada|fuerza|força|divisi[oó]n|departamento de tr[aâá]nsito|governo|gobierno)"
)
_NOT_NEXT = (
    r"(?:RESUELVE|DISPONE|DECRETA|ACUERDA|RESOLVE|DETERMINA|TORNA|CONSIDERANDO|VISTO|NIT|RUC|RUT|CNPJ|NIF|CUIT|"
    r"RFC|Expte|EXPTE|"
    r"Exp|Ref|Objeto|OBJETO|Objecto|Fecha|Data|Proveedor|Fornecedor)\b"
)
_TAIL = (
    rf"(?:(?:[ ](?i:de|del|da|do|dos|das|la|las|los|el|y|e|para|a|em|en|sobre|contra)){{0,3}}[ ]"
    rf"(?:(?!{_NOT_NEXT}|[A-Z]\.[A-Z]){_CAPITAL}[\w'’/-]*|\d{{1,3}}\.?[ªº°])|"
    rf"(?<=[A-Z]{{3}})[ ]\d{{3}}(?![\w.,/-])|[ ](?:N[°º]|Nro\.|No\.)[ ]?\d{{1,4}}(?![\w.,/-]*\d)|"
    rf",[ ](?={_CAPITAL}[\w-]+[ ](?i:y|e)[ ]{_CAPITAL})(?:{_CAPITAL}[\w-]+))*"
    r"(?:[ ](?:S\.E\.|E\.P\.|EP|E\.S\.E\.)(?!\w))?"
)
_NAME = re.compile(
    rf"(?<![\w-])(?P<name>(?={_CAPITAL})(?i:{_HEADS})(?![\w-]){_TAIL}(?:[ ][\"“][^\"”\n]{{2,30}}[\"”])?)"
)
_SMALL = re.compile(rf"(?<![\w-])(?P<name>{_MUNICIPAL}\s(?:municipal\s)?(?:de|do|da|del)\s{_CAPITAL}[\w'’-]*{_TAIL})")
"""A municipal office as reports write it: "la municipalidad de Río Verde firmó …"."""
_DIVISION = DIVISION.replace("?P<admin1>", "?:")
_ANY_HEAD = re.compile(
    rf"(?i:\b{_HEADS}\b)|\b[A-ZÑ]{{3,}}\b|(?i:estado|oficina|comit|administra|provinc|federa|nacional|museo|"
    rf"puerto|porto|rede?\b)"
)
_ACTS = re.compile(
    rf"\s*(?:\([^()\n]{{2,60}}\)\s*)?(?:[–—-]\s*[A-Z]{{2,9}}\s*)?"
    rf"(?:,\s(?:{KIND}\s)?(?:{_DIVISION})(?=,))?,?\s*"
    r"(?:representad\w+|(?:e|é)?\s?(?:en adelante|en lo sucesivo|a quien|"
    r"que en adelante|doravante|adiante designad\w|como primeir[oa] outorgante|neste ato|na qualidade|en calidad de|"
    r"torna públic\w|informa|comunica|convoca|invita|llama|notifica|resuelve|resolve|acuerda|adjudica|ratifica|"
    r"homologa|hace saber|"
    r"dispone|requiere|necesita|contrat[aóo]|firm[oó]u?|fechou|anuncia|vem|publica|convida|declar[ao]|emite|"
    r"expide|celebr|"
    r"suscrib|compr[oó]u?|adquiri|licita|con fundamento|a través de|por intermédio|por conduct|por medio d|"
    r"deliberou|decidi|"
    r"autoriz|solicit[aó]|promove|realiza|faz saber|tiene previsto|prevé|pretende|da conformidad|certifica))\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:\bparte,?\s(?:(?:el|la|los|o|a|as)\s)?|\bentre:?\s(?:(?:el|la|o|a)\s)?|\bde um lado,?\s(?:o|a)\s|"
    r"\bdeliberaç(?:ão|ões)\s(?:d[ao]\s)?|\b(?:acta|ata|reuni[óã]o|reunión|sesión|sede|plantel|instalaciones|"
    r"oficinas|despacho|"
    r"contrataciones|comité|comisión|mesa|compra|pregoeir[oa]|publicação|recibidos por|conformidad d|"
    r"orden)\s[^.;:\n]{0,40}?"
    r"(?:de la|del|de|da|do)\s|\b(?:señores|interessad[oa]|emitente|remitente|unidade?|dependencia|nombre|"
    r"institución|gestora|"
    r"responsável|responsable)\s?:\s(?:\d[\d.]{2,9}\s-\s)?|\bcomparecen?\b[^.;\n]{0,80}?(?:el|la)\s|\bvem\s(?:o|a)\s)$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"(?:\b(?:ley|lei|reglamento|regulamento|decreto|portal|diário|diario|bolet[ií]n|plataforma|gaceta|"
    r"constitución|registrad[oa] en|"
    r"ante|recurso|inscrit[oa]|banco|sucursal|regl\.|c[oó]digo|norma|resolución|suscrita? con|distribuidor[a]?|"
    r"proveedor|"
    r"fornecedor|contratista|contratada|empresa|firma|afianzadora|aseguradora|seguradora|interventor|"
    r"supervisor|publicad[oa]|"
    r"domicilio|calle|avenida|rua|entrega en|entregar en|destino|objeto|objecto|denominad[oa]|titulad[oa]|"
    r"proyecto|projeto)"
    r"\s[^.;:\n]{0,25}|\b(?:objeto|objecto|descripción|descrição|asunto|lugar|local|dirección|endereço|entrega|"
    r"título|nombre del proyecto)\s?:\s[^.;\n]{0,80}|"
    r"[\"“«][^\"”»\n]{0,60})$",
    re.IGNORECASE,
)
_NO_BUYER = re.compile(
    r"(?:comisi[oó]n (?:permanente|evaluadora|de)|tribunal (?:administrativo|de contrataci|de compras)|"
    r"direcci[oó]n (?:jurídica|"
    r"administrativa|nacional de contrataciones|general de (?:compras|contrataciones)|de (?:compras|"
    r"adquisiciones|administración|"
    r"contrataciones|logística)\b)|unidad de compras|departamento de|registro|consejo de ministros|"
    r"conselho de ministros|"
    r"junta de gobierno|junta directiva|consejo directivo|conselho de administração|junta médica|"
    r"gobierno (?:de españa|nacional|federal)|governo federal|ministerio de hacienda|"
    r"ministerio de econom[ií]a|serviço de patrimônio|consorcio\b(?! de)|centro comercial|unidad ejecutora$|"
    r"secretar[ií]a (?:general|geral)$|"
    r"gobierno$|governo$|autoridad(?:e)? competente|servicios? de$|servicio de (?!\w+ de \w)|"
    r"fundo (?:garantidor|público)|"
    r"cuerpo de (?:la|este)|tribunal de contas da união|ente rector|organismo (?:supervisor|contratante)|"
    r"contraloría general de la)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"(?i:(?:estado (?:plurinacional )?d[aeo]l? [^,.;]+|república(?: [^,.;]+)?|reino de [^,.;]+|"
    rf"{COUNTRY.pattern}|nosotros|nós|(?:diário|diario|boletín|gaceta) oficial[^,.;]*)\s*)$"
)
_ORDER = re.compile(
    r"(?:rectif[ií]|adjud[ií]|declar|apru[eé]b|autor[ií]|mod[ií]f|dej[ae]|revoc|orden|inc[oó]rp)\w*(?:case|"
    r"quese|ase|ese|ar)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:(?:el|la|o|a)\s)?(?:(?:señor(?:a)?|sr\.|sra\.|lic\.|ing\.|dr\.|dra\.)\s)?(?:alcalde(?:sa)?|intendente|"
    r"secretari[oa] (?:general|municipal|"
    r"ejecutiv[oa])|gerente (?:general|municipal)|director[a]? (?:general|ejecutiv[oa])|prefect[oa]|"
    r"gobernador[a]?|rector[a]?|"
    r"presidente|ordenador del gasto|subgerente|jefe|jefa)\s(?:de\sla|del|de\slos|de|da|"
    r"do),?\s(?=(?i:gobernaci|alcald|municip|"
    r"ayuntam|gobierno|instituto|empresa|hospital|universidad|minister|secretar|servicio|direcci|cantón|prefeit))|"
    r"(?:alcalde(?:sa)?|intendente),\s|"
    r"(?:(?:el|la|o|a)\s)?(?:(?:sub|vice-?)?dire(?:t|ct)or[a]?|superintendente|coord(?:en|in)ador[a]?|gerente|"
    r"comandante|reitor[a]?|"
    r"pregoeir[oa]|gestor[a]?|administrador[a]?|jef[ea]|chefe)(?:[ -](?:ger[ae]l|general|administrativ[oa]|"
    r"financeir[oa]|"
    r"financier[oa]|adjunt[oa]|executiv[oa]|ejecutiv[oa]|presidente|estadual|regional|nacional|t[eé]cnic[oa]|"
    r"oficial|e|y)){0,4}"
    r"\s(?:del|de\sla|d[oa])\s(?=(?i:institut|hospital|universid|fundaç|fundaci|autarquia|c[âa]mara|tribunal|"
    r"ag[êe]ncia|"
    r"companhia|empresa|prefeitura|munic[ií]pio|municipalidad|penitenci|ayuntamiento|corporaci|complejo|complexo))",
    re.IGNORECASE,
)
_REGION_BEHIND = re.compile(
    rf"\s?[,(–—-]\s?(?!(?i:delega|jefatura|junta|gobern)){KIND}\s{DIVISION}(?:,\s(?i:{COUNTRY.pattern}))?\)?$|"
    r",\s(?i:provincia|departamento|región|estado) d[^,]+$|\s?[/–-]\s?(?:"
    + BRAZILIAN
    + r")$|\s\((?:"
    + BRAZILIAN
    + r")\)$|"
    r",\s(?i:d(?:e)?pto\.?|departamento|divisi[oó]n|secci[oó]n|oficina|área|setor|sector) (?i:de (?:compras|"
    r"adquisiciones|contrataciones|"
    r"licitaciones|suministros|licitaç|aquisiç|contrataç))[^,]*$|,\s(?i:dpto)\.?$|,\s(?:Maputo|Luanda|Praia|"
    r"Lisboa|Lima|Quito|Bogotá|Montevideo|Asunción|Managua|Tegucigalpa)$"
)
_SHORT_NAME = re.compile(r"\s[–—-]\s(?P<short>[A-Z]{3,14})(?:/[A-Z]{2})?(?=[\s.,;:)]|$)")
_STATES = re.compile(r"(?:CNPJ|CPF|NIF|NIPC|BRASIL|RDC|SRP)")
_TAGS = re.compile(r"(?:\s*</?\w{1,8}>\s*)*(?P<name>[^<>]+?)(?:\s*</?\w{1,8}>\s*)*")
_OF_COLUMNS = re.compile(r"(?i:\b(?:preço|precio|unit|valor|qtd|quant|cant|importe|monto|total)\b)")
_HONOUR = re.compile(r"\b(?:I|H)\.\s$")


def is_told_as_office(notice: Notice, name: str) -> bool:
    """Say whether a name that no label stands before shows by its words that it is one; other languages have rules."""
    if notice.language not in _LANGUAGES:
        return True
    return (_ANY_HEAD.search(name) is not None and not _OF_COLUMNS.search(name)) or has_company(name)


def fitted(notice: Notice, piece: Piece) -> Piece | None:
    """Return the name of a buyer as it is to be printed, or None where it is none (a country, an order, a state)."""
    if notice.language not in _LANGUAGES:
        return piece
    tags = _TAGS.fullmatch(piece.text)
    piece = piece.part(*tags.span("name")) if tags is not None else piece
    title = _TITLE.match(piece.text)
    piece = piece.part(title.end() if title else 0, len(piece.text))
    if _NOTHING.fullmatch(piece.text) or _ORDER.match(piece.text) or _is_territory(notice, piece):
        return None
    region = _REGION_BEHIND.search(piece.text)
    if region is not None and region.start() > 3 and _is_office(piece.text[: region.start()]):
        piece = piece.part(0, region.start()).stripped()
    text = piece.sheet.page.text
    honour = _HONOUR.search(text, max(0, piece.start - 3), piece.start) if piece.flat.startswith("municip") else None
    short = _SHORT_NAME.match(text, piece.end) if notice.language == "pt" else None
    is_own = short is not None and not _STATES.match(short["short"]) and is_short_of(short["short"], piece.text)
    end = short.end() if short is not None and is_own else piece.end
    return Piece(sheet=piece.sheet, start=honour.start() if honour is not None else piece.start, end=end)


def _is_territory(notice: Notice, piece: Piece) -> bool:
    """Say whether a name is that of a department of land whose government the document names."""
    return piece.flat.startswith("departamento de") and any("gobernación de" in sheet.flat for sheet in notice.sheets)


def _is_office(name: str) -> bool:
    return _NAME.match(name) is not None


def office_told(notice: Notice) -> Piece | None:
    """Return the office that the words around its name tell as the buyer, or None where they tell none or two."""
    if notice.language not in _LANGUAGES:
        return None
    weights: defaultdict[str, int] = defaultdict(int)
    places: dict[str, Piece] = {}
    for sheet in notice.sheets[:2]:
        for piece, weight in _weighed(sheet):
            key = " ".join(piece.flat.split())
            weights[key] += weight
            places.setdefault(key, piece)
    for key in [*weights]:
        longer = [
            other for other in weights if other != key and (other.startswith(f"{key} ") or other.endswith(f" {key}"))
        ]
        for other in longer[:1]:
            weights[other] += weights.pop(key)
    ranked = sorted(weights, key=lambda key: -weights[key])
    if not ranked or weights[ranked[0]] < _ENOUGH:
        return places[ranked[0]] if len(ranked) == 1 and weights[ranked[0]] > 0 else None
    if len(ranked) > 1 and weights[ranked[1]] == weights[ranked[0]]:
        return None
    return places[ranked[0]]


def _weighed(sheet: Sheet) -> Iterator[tuple[Piece, int]]:
    """Yield the names of offices of a page and how much weighs for each."""
    text = sheet.page.text[:_LONGEST]
    for match in (*_NAME.finditer(text), *_SMALL.finditer(text)):
        start, end = match.span("name")
        line = text.rfind("\n", 0, start) + 1
        before = text[max(line, start - 120) : start]
        if _NO_BUYER.match(text, start, end) or has_company(text[start : end + 12]) or len(match["name"].split()) < 2:
            continue
        if _AWAY.search(before):
            continue
        stop = text.find("\n", end)
        rest = text[end : stop if stop >= 0 else len(text)]
        weight = 1 + 3 * bool(_ACTS.match(text, end)) + 2 * bool(_LED.search(before))
        is_alone = (not before.strip() and not rest.strip(" .–—-")) or _REGION_BEHIND.fullmatch(
            rest.strip(" .")
        ) is not None
        weight += is_alone + (is_alone and (start < _HEAD or start > len(sheet.page.text) - _FOOT))
        yield Piece(sheet=sheet, start=start, end=end), weight
