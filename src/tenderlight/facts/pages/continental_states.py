"""States of the countries that buy in French, German, Italian and Polish: départements, Länder, regioni, województwa.

Alternatives of patterns by language and ISO 3166-1 alpha-2, as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

STATES: dict[str, dict[str, str]] = {
    "fr": {
        "FR": (
            "Ain|Aisne|Allier|Alpes-de-Haute-Provence|Hautes-Alpes|Alpes-Maritimes|Ardèche|Ardennes|Ariège|Aube|Aude|Aveyron|"
            "Bouches-du-Rhône|Calvados|Cantal|Charente|Charente-Maritime|Cher|Corrèze|Corse-du-Sud|Haute-Corse|Corse|"
            "Côte-d['’]Or|Côtes-d['’]Armor|Creuse|Dordogne|Doubs|Drôme|Eure|Eure-et-Loir|Finistère|Gard|Haute-Garonne|Gers|"
            "Gironde|Hérault|Ille-et-Vilaine|Indre|Indre-et-Loire|Isère|Jura|Landes|Loir-et-Cher|Loire|Haute-Loire|"
            "Loire-Atlantique|Loiret|Lot-et-Garonne|Lozère|Maine-et-Loire|Manche|Marne|Haute-Marne|Mayenne|"
            "Meurthe-et-Moselle|Meuse|Morbihan|Moselle|Nièvre|Nord|Oise|Orne|Pas-de-Calais|Puy-de-Dôme|"
            "Pyrénées-Atlantiques|Hautes-Pyrénées|Pyrénées-Orientales|Bas-Rhin|Haut-Rhin|Rhône|Haute-Saône|Saône-et-Loire|"
            "Sarthe|Savoie|Haute-Savoie|Seine-Maritime|Seine-et-Marne|Yvelines|Deux-Sèvres|Somme|Tarn|Tarn-et-Garonne|Var|"
            "Vaucluse|Vendée|Vienne|Haute-Vienne|Vosges|Yonne|Territoire de Belfort|Essonne|Hauts-de-Seine|"
            "Seine-Saint-Denis|Val-de-Marne|Val-d['’]Oise|Guadeloupe|Martinique|Guyane|La Réunion|Mayotte|"
            "Auvergne-Rhône-Alpes|Bourgogne-Franche-Comté|Bretagne|Centre-Val de Loire|Grand Est|Hauts-de-France|"
            "Île-de-France|Ile-de-France|Normandie|Nouvelle-Aquitaine|Occitanie|Pays de la Loire|"
            "Provence-Alpes-Côte d['’]Azur"
        ),
        "BE": "Hainaut|Namur|Brabant wallon|Brabant flamand|Wallonie|Flandre",
        "CA": "Québec|QUÉBEC|Ontario|Nouveau-Brunswick|Manitoba",
        "CH": "Vaud|Valais|Neuchâtel|Fribourg|Genève|Jura|Berne",
    },
    "de": {
        "DE": (
            "(?:Freistaat )?(?:Bayern|Sachsen|Thüringen)|(?:Land )?Baden-Württemberg|Brandenburg|Hessen|"
            "Mecklenburg-Vorpommern|Niedersachsen|Nordrhein-Westfalen|Rheinland-Pfalz|Saarland|Sachsen-Anhalt|"
            "Schleswig-Holstein"
        ),
        "AT": "Burgenland|Kärnten|Niederösterreich|Oberösterreich|Steiermark|Tirol|Vorarlberg",
        "CH": "Aargau|Graubünden|Thurgau|Tessin|Wallis|Nidwalden|Obwalden|Appenzell (?:Inner|Ausser)rhoden",
    },
    "it": {
        "IT": (
            "Abruzzo|Basilicata|Calabria|Campania|Emilia[- ]Romagna|Friuli[- ]Venezia Giulia|Lazio|Liguria|Lombardia|"
            "Marche|"
            "Molise|Piemonte|Puglia|Sardegna|Sicilia|Toscana|Trentino[- ]Alto Adige|Umbria|Valle d['’]Aosta|"
            "Veneto"
        ),
        "CH": "Ticino|TICINO|Grigioni|GRIGIONI",
    },
    "pl": {
        "PL": (
            "(?:województwo |woj\\. )?(?:dolnośląskie|kujawsko-pomorskie|lubelskie|lubuskie|łódzkie|małopolskie|"
            "mazowieckie|"
            "opolskie|podkarpackie|podlaskie|pomorskie|śląskie|świętokrzyskie|warmińsko-mazurskie|wielkopolskie|"
            "zachodniopomorskie)"
        ),
    },
}
"""Names of states by language and country. Those that are words or towns
as well ("Lot", "Berlin") are left out."""
_READ = frozenset({"fr"})
"""Languages of several countries, whose states tell them apart."""
_SAMPLE = 12_000
_TOLD = {
    language: re.compile(
        r"(?:[^\W\d_]\s?\(|(?i:\b(?:lieu (?:principal )?d['’](?:exécution|intervention)|"
        r"lieu de (?:livraison|prestation)s?|"
        r"département|région)(?: [^:\n]{0,30})?\s?:\s?|"
        r"\b(?:département|région|province)\s(?:de la |de l['’]|du |des |de |d['’])))"
        r"(?:" + "|".join(f"(?P<{code}>{names})" for code, names in STATES[language].items()) + r")(?=\s?[),.;\n]|$)"
    )
    for language in _READ
}
"""A state in brackets behind a town, behind the word for its kind, or where a form asks where a contract is done."""


def country_of_states(texts: Sequence[str], language: str) -> str | None:
    """Return the one country (ISO 3166-1 alpha-2) whose states a French text names as such, or None.

    Args:
        texts: Pages as written.
        language: ISO 639-1.
    """
    if language not in _READ:
        return None
    told = {match.lastgroup for text in texts[:3] for match in _TOLD[language].finditer(text[:_SAMPLE])}
    return told.pop() if len(told) == 1 else None
