"""States of the countries that buy in French, German, Italian and Polish: départements, Länder, regioni, województwa.

Alternatives of patterns by language and ISO 3166-1 alpha-2, as written.
"""

from __future__ import annotations

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
