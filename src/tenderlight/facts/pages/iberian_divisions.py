"""First-level divisions of the countries that buy in Spanish and Portuguese, as notices print them.

Alternatives of patterns by ISO 3166-1 alpha-2, as written in small letters. Provinces of Spain and districts of
Portugal stand beside their regions: notices print the one or the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.continental_states import country_of_states
from tenderlight.languages.normalise import without_accents

DIVISIONS: dict[str, str] = {
    "AO": (
        "bengo|benguela|bié|cabinda|cuando cubango|cunene|cuanza norte|cuanza sul|kwanza norte|kwanza sul|huambo|huíla|"
        "lunda norte|lunda sul|malanje|malange|moxico|namibe|uíge|zaire"
    ),
    "AR": (
        "buenos aires|catamarca|chaco|chubut|córdoba|corrientes|entre ríos|formosa|jujuy|la pampa|la rioja|mendoza|"
        "misiones|neuquén|río negro|salta|san juan|san luis|santa cruz|santa fe|santiago del estero|tierra del fuego|"
        "tucumán"
    ),
    "BO": "beni|chuquisaca|cochabamba|la paz|oruro|pando|potosí|santa cruz|tarija",
    "BR": (
        "acre|alagoas|amapá|amazonas|bahia|ceará|distrito federal|espírito santo|goiás|maranhão|mato grosso do sul|"
        "mato grosso|minas gerais|pará|paraíba|paraná|pernambuco|piauí|rio de janeiro|rio grande do norte|"
        "rio grande do sul|rondônia|roraima|santa catarina|são paulo|sergipe|tocantins"
    ),
    "CL": (
        "arica y parinacota|tarapacá|antofagasta|atacama|coquimbo|valparaíso|o['’]higgins|maule|ñuble|biobío|"
        "la araucanía|los ríos|los lagos|aysén|magallanes"
    ),
    "CO": (
        "amazonas|antioquia|arauca|atlántico|bolívar|boyacá|caldas|caquetá|casanare|cauca|cesar|chocó|córdoba|"
        "cundinamarca|guainía|guaviare|huila|la guajira|magdalena|meta|nariño|norte de santander|putumayo|quindío|"
        "risaralda|santander|sucre|tolima|valle del cauca|vaupés|vichada"
    ),
    "CR": "alajuela|cartago|guanacaste|heredia|limón|puntarenas|san josé",
    "CV": "praia|mindelo|santiago|são vicente|santo antão",
    "DO": (
        "azua|bahoruco|barahona|dajabón|distrito nacional|duarte|elías piña|el seibo|espaillat|hato mayor|"
        "hermanas mirabal|independencia|la altagracia|la romana|la vega|maría trinidad sánchez|monseñor nouel|"
        "monte cristi|monte plata|pedernales|peravia|puerto plata|samaná|sánchez ramírez|san cristóbal|"
        "san josé de ocoa|san juan|san pedro de macorís|santiago rodríguez|santiago|santo domingo|valverde"
    ),
    "EC": (
        "azuay|bolívar|cañar|carchi|chimborazo|cotopaxi|el oro|esmeraldas|galápagos|guayas|imbabura|loja|los ríos|"
        "manabí|morona santiago|napo|orellana|pastaza|pichincha|santa elena|santo domingo de los tsáchilas|"
        "sucumbíos|tungurahua|zamora chinchipe"
    ),
    "ES": (
        "álava|araba|albacete|alicante|almería|asturias|ávila|badajoz|barcelona|burgos|cáceres|cádiz|cantabria|"
        "castellón|ciudad real|córdoba|cuenca|girona|granada|guadalajara|guipúzcoa|gipuzkoa|huelva|huesca|jaén|"
        "la coruña|a coruña|la rioja|las palmas|león|lleida|lugo|madrid|málaga|murcia|navarra|ourense|palencia|"
        "pontevedra|salamanca|santa cruz de tenerife|segovia|sevilla|soria|tarragona|teruel|toledo|valencia|"
        "valladolid|vizcaya|bizkaia|zamora|zaragoza|andalucía|aragón|cataluña|catalunya|galicia|extremadura|canarias|"
        "castilla y león|castilla-la mancha|comunidad valenciana|comunitat valenciana|islas baleares|illes balears|"
        "país vasco|euskadi|ceuta|melilla"
    ),
    "GT": (
        "alta verapaz|baja verapaz|chimaltenango|chiquimula|el progreso|escuintla|huehuetenango|izabal|jalapa|jutiapa|"
        "petén|quetzaltenango|quiché|retalhuleu|sacatepéquez|san marcos|santa rosa|sololá|suchitepéquez|totonicapán|"
        "zacapa"
    ),
    "HN": (
        "atlántida|choluteca|colón|comayagua|copán|cortés|el paraíso|francisco morazán|gracias a dios|intibucá|"
        "islas de la bahía|la paz|lempira|ocotepeque|olancho|santa bárbara|valle|yoro"
    ),
    "MX": (
        "aguascalientes|baja california sur|baja california|campeche|chiapas|chihuahua|ciudad de méxico|"
        "coahuila de zaragoza|coahuila|colima|durango|guanajuato|guerrero|hidalgo|jalisco|michoacán de ocampo|"
        "michoacán|morelos|nayarit|nuevo león|oaxaca|puebla|querétaro|quintana roo|san luis potosí|sinaloa|sonora|"
        "tabasco|tamaulipas|tlaxcala|veracruz|yucatán|zacatecas"
    ),
    "MZ": "cabo delgado|gaza|inhambane|manica|nampula|niassa|sofala|tete|zambézia",
    "NI": (
        "boaco|carazo|chinandega|chontales|estelí|granada|jinotega|león|madriz|managua|masaya|matagalpa|nueva segovia|"
        "río san juan|rivas"
    ),
    "PA": ("bocas del toro|chiriquí|coclé|colón|darién|herrera|los santos|panamá oeste|veraguas|ngäbe-buglé|guna yala"),
    "PE": (
        "amazonas|áncash|ancash|apurímac|arequipa|ayacucho|cajamarca|callao|cusco|huancavelica|huánuco|ica|junín|"
        "la libertad|lambayeque|loreto|madre de dios|moquegua|pasco|piura|puno|san martín|tacna|tumbes|ucayali"
    ),
    "PT": (
        "aveiro|beja|braga|bragança|castelo branco|coimbra|évora|faro|guarda|leiria|portalegre|santarém|setúbal|"
        "viana do castelo|vila real|viseu|madeira|açores"
    ),
    "PY": (
        "alto paraguay|alto paraná|amambay|boquerón|caaguazú|caazapá|canindeyú|concepción|cordillera|guairá|itapúa|"
        "misiones|ñeembucú|paraguarí|presidente hayes|san pedro"
    ),
    "SV": (
        "ahuachapán|cabañas|chalatenango|cuscatlán|la libertad|la paz|la unión|morazán|san miguel|san vicente|"
        "santa ana|sonsonate|usulután"
    ),
    "UY": (
        "artigas|canelones|cerro largo|colonia|durazno|flores|florida|lavalleja|maldonado|paysandú|río negro|rivera|"
        "rocha|salto|san josé|soriano|tacuarembó|treinta y tres"
    ),
    "VE": (
        "anzoátegui|apure|aragua|barinas|bolívar|carabobo|cojedes|falcón|guárico|lara|mérida|miranda|monagas|"
        "nueva esparta|portuguesa|táchira|trujillo|vargas|yaracuy|zulia"
    ),
}
BRAZILIAN = "AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO"
"""Letters of the states of Brazil, as written."""
PORTUGUESE = frozenset({"AO", "BR", "CV", "MZ", "PT"})
"""Countries that buy in Portuguese."""

_NAMES = "|".join(
    sorted(
        {
            written
            for names in DIVISIONS.values()
            for name in names.split("|")
            for written in (name, without_accents(name))
        },
        key=len,
        reverse=True,
    )
)
DIVISION = rf"(?P<admin1>(?=[A-ZÀ-Þ])(?i:{_NAMES})(?![\w’'-]))"
"""A division with its first letter in capitals; a pattern to be used in others."""
KIND = (
    r"(?i:estado|provincia|província|departamento|región|gobierno (?:regional|provincial|del estado|departamental|"
    r"autónomo departamental)|gobernación|comunidad(?: autónoma| foral)?|principado|junta|generalitat|xunta|"
    r"governo(?: regional| provincial| do estado)?|gobierno|prefectura|intendencia(?: departamental)?|"
    r"regi[aã]o autónoma|región autónoma|diputación(?: provincial| foral)?|delegación|delegação)"
    r"(?:\s(?i:del|de la|de las|de los|de|do|da|dos|das))?"
)
"""What stands before a division."""
_IS = {code: re.compile(f"{names}|{without_accents(names)}", re.IGNORECASE) for code, names in DIVISIONS.items()}
_PLACED = re.compile(
    rf"(?<![\w-])(?:(?P<kind>(?i:estado|provincia|província|departamento|gobierno regional|gobernación|"
    rf"gobierno del estado|prefectura))(?:\s(?i:del|de la|de los|de|do|da)\s|\s?:\s{{1,3}})|"
    rf"[^\W\d_][\w’'-]*(?:,\s|\s[(–-]\s?|\s?/\s?)){DIVISION}"
    r"(?=[,.;)»\n]|\s[-–(]|\s{2,}|$|\s(?:a|el|aos|a los)\s)"
)
_CALLED = {
    "departamento": frozenset({"BO", "CO", "GT", "HN", "NI", "PE", "PY", "SV", "UY"}),
    "gobernación": frozenset({"BO", "CO", "PY", "VE"}),
    "provincia": frozenset({"AR", "BO", "CL", "CR", "DO", "EC", "ES", "PA", "PE"}),
    "estado": frozenset({"BR", "MX", "VE"}),
}
"""Countries that call their divisions so; those below the first level are named too, where they bear its names."""
_SAMPLE = 20_000


def countries_of(name: str) -> list[str]:
    """Return the countries that have a division of the first level of this name."""
    return [code for code, pattern in _IS.items() if pattern.fullmatch(name)]


def country_of_divisions(texts: Sequence[str], language: str) -> str | None:
    """Return the one country whose divisions stand behind places or words of their kind in a text, or None.

    Args:
        texts: Pages as written.
        language: ISO 639-1: Portuguese documents name divisions of other countries than Spanish ones.
    """
    found: list[set[str]] = []
    if language not in {"es", "pt"}:
        return country_of_states(texts, language)
    for text in texts[:3]:
        for match in _PLACED.finditer(text[:_SAMPLE]):
            codes = {code for code in countries_of(match["admin1"]) if (code in PORTUGUESE) == (language == "pt")}
            codes = (codes & _CALLED.get((match["kind"] or "").casefold(), codes)) or codes
            found += [codes] if codes else []
    shared = set.intersection(*found) if found else set()
    return shared.pop() if len(shared) == 1 else None
