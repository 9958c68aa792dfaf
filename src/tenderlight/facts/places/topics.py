"""What offices are about, in Spanish and Portuguese, as against where they are: the topics in their names."""

from __future__ import annotations

import re

_TOPIC = re.compile(
    r"(?:sa[uú]de|salud|educa|ensin|enseñ|segur|tr[aâá]nsit|mobil|movil|transport|tr[aá]fego|tráfico|obra|finan|fazenda|"
    r"hacienda|administ|assist|asist|meio|medio|cultur|esport|deport|agric|agropec|defes|defens|pol[ií]|infra|planej|"
    r"planif|gest|tecnolog|inform|comunic|comunid|ci[eê]nci|inova|innova|desenvolv|desarroll|turism|habita|vivienda|"
    r"urban|limp|água|agua|esgot|sane|ilumina|alumbra|energ|cidad|ciudad|pessoa|recurs|compra|licita|contrata|direito|"
    r"derech|justi|prote|emerg|bombe|vigil|identif|criminal|fiscal|aduan|migra|fronteir|fronter|registr|estad|nacion|"
    r"federal|rep[uú]b|gov|gobiern|trabalh|trabaj|previd|servi|ferro|aero|puerto(?!\s)|puertos|portos|portu|estacion|parque|zool|mercad|"
    r"abast|cemit|crian|niñ|muj|mulh|jov|juvent|famil|desastr|tribut|receita|arrec|contab|control|ouvid|proces|dados|"
    r"datos|r[aá]dio|pesquis|investig|estrada|carret|camin|term|metro|conserv|muse|biblio|arqu|patrim|armad|exérc|"
    r"ejérc|marin|guerra|penit|cárcel|prisi|reinser|medid|cumplim|atenc|aten[cç]|social|interior|orden|ordem|"
    r"tren|comboio|via[çc]|vialid|rodovi|técni|tecnic|elect|eletr|constru|ordenam|convi|paz|vecin|públic|public|gesti|"
    r"municip|provinc|regi[oó]n|distrit|inteli|operac|operaç|log[ií]s|materi|gener|geral|direc|direç|departam|centr)",
    re.IGNORECASE,
)
_ARTICLES = re.compile(r"(?:la|las|los|el|os|as|o|a)\s", re.IGNORECASE)


def is_topic(words: str) -> bool:
    """Say whether words at the end of an office's name say what it is about: "Educação", "Seguridad Ciudadana"."""
    article = _ARTICLES.match(words)
    return _TOPIC.match(words, article.end() if article else 0) is not None
