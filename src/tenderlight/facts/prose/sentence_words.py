"""Words of sentences, by language: who won, with whom a contract was signed or is meant to be, whose offer is accepted.

Each pattern ends where the name begins (`AFTER`) or begins where the name ends (`BEFORE`). Patterns are matched on text
as written, in one sentence; the name is looked for by its own rules.
"""

from __future__ import annotations

import re

from tenderlight.facts.prose.central_frames import CENTRAL_AFTER, CENTRAL_BEFORE
from tenderlight.facts.prose.eastern_frames import EASTERN_AFTER
from tenderlight.facts.prose.told import RUNNING, Told

_FIRM = (
    r"(?:(?:the\s+)?(?:(?:low(?:est)?|highest[- ](?:ranked|scoring)|top[- ]ranked|"
    r"(?:second|next|third)[- ](?:ranked|placed|lowest|best)|reserve|responsive|responsible|successful|"
    r"only|sole|and)\s+){0,4}(?:firm|company|contractor|vendor|bidder|proposer|proponent|offeror|respondent|tenderer|"
    r"supplier)(?:\s+of)?,?\s+)?(?:m/s\.?\s*|"
    r"messrs\.?\s+)?"
)
_EMPRESA = (
    r"(?:la\s+|el\s+|a\s+|o\s+)?(?:empresas?|firmas?|sociedad(?:e)?|compañía|oferente|licitante|"
    r"proponente|proveedor|postor|consorcio)?\s*"
)
_SOCIETE = (
    r"(?:la\s+|le\s+|l['’]|au\s+|aux\s+)?(?:sociétés?|entreprises?|groupement|cabinet|prestataire|soumissionnaire)?\s*"
)
_A_FIRMA = (
    r"(?:(?:la\s+|las\s+|el\s+|a\s+|as\s+)?(?:empresas?|firmas?|sociedad(?:e)?|compañías?|proveedora?|companhia|fornecedora?|"
    r"sociétés?|entreprises?|groupe)\s+|(?=(?-i:[A-ZÀ-Þ])[^.;,\n]{1,70}?,?\s(?:S\.?\s?A|S\.?\s?L|S\.\s?R|SARL|SASU?|SAC|SRL|SPA|EIRELI|"
    r"Ltda|Lda|Limitada|Inc|LLC|Ltd|GmbH)\b))"
)
"""A word for a company, or a name with a legal form: a purchase "a China" or "de Francia" names no seller."""

_AFTER: dict[str, tuple[tuple[Told, str], ...]] = {
    "en": (
        (
            Told.INTENDED,
            (
                r"\b(?:intend\w*|propos\w+|plan\w*|propose\w*|inten(?:t|tion))\b(?:\s+(?:to|of|is|are|be))*\s*"
                rf"{RUNNING}{{0,20}}?\b(?:award\w*|negotiat\w+|contract\w*|purchas\w+|engag\w+|procur\w+|issu\w+|enter\w*)\b"
                rf"{RUNNING}{{0,170}}?\b(?:to|with|from)\s+{_FIRM}"
            ),
        ),
        (
            Told.INTENDED,
            (
                rf"\b(?:suppli|availab|provid|manufactur|distribut|obtain|sold|serviced)\w*\s+{RUNNING}{{0,60}}?"
                rf"\b(?:only|solely|exclusively)\s+(?:by|from|through)\s+{_FIRM}"
            ),
        ),
        (
            Told.INTENDED,
            (
                r"\b(?:direct|single[- ]source|sole[- ]source|proprietary|nomination)\s+(?:procurement|purchas\w+|"
                rf"contracting|award|sourcing|tender(?:ing)?)?\s*{RUNNING}{{0,150}}?\b(?:from|with|to)\s+{_FIRM}"
                r"(?=(?-i:[A-Z]))"
            ),
        ),
        (Told.INTENDED, rf"\b(?:recommend\w*|propos\w+|request\w*)\s+to\s+invite\s+{_FIRM}"),
        (Told.INTENDED, rf"\bintend\w*\s+to\s+(?:engage|appoint|hire|retain|commission)\s+{_FIRM}"),
        (
            Told.INTENDED,
            rf"\b(?:proposed|intended|sole[\s-]source)\s+(?:contractor|supplier|vendor)\s*(?:,|is)\s*{_FIRM}",
        ),
        (Told.WON, rf"\b(?:award(?:ed|ing|s)?|grant(?:ed|ing)?)\b{RUNNING}{{0,170}}?\bto\s+{_FIRM}"),
        (Told.WON, rf"\bin\s+favou?r\s+of\s+{_FIRM}"),
        (
            Told.WON,
            (
                r"\b(?:winner|(?:successful|winning|awarded)\s+(?:bidder|tenderer|supplier|contractor|vendor|firm|company))"
                rf"\s+(?:is|was|being|being\s+declared|has\s+been\s+declared)\s+{_FIRM}"
            ),
        ),
        (
            Told.WON,
            (
                r"\baccept(?:ed|s|ing)?\s+(?:the\s+)?(?:tender|bid|offer|quotation|quote|proposal)s?\s+(?:of|from|by|"
                rf"(?:submitted|made)\s+by)\s+{_FIRM}"
            ),
        ),
        (
            Told.WON,
            (
                r"(?<!your\s)(?<!our\s)\b(?:tender|bid|offer|quotation|proposal)\s+(?:of|from|by|"
                rf"(?:(?:dated|for)\s{RUNNING}{{3,60}}?\s)?(?:submitted\s+by|made\s+by|received\s+from))\s+{_FIRM}"
                rf"(?={RUNNING}{{4,160}}?\b(?:was|were|is|been|being|(?<!may )(?<!can )(?<!will )(?<!to )be)\s+"
                r"(?:hereby\s+|duly\s+|also\s+){0,2}accepted\b)"
            ),
        ),
        (Told.WON, rf"\b(?:won|secured|clinched)\s+by\s+{_FIRM}"),
        (
            Told.WON,
            (
                r"\b(?:approv|authori[sz]|ratif)\w*\s+(?:(?:the\s+)?(?:award|issuance|execution)\s+of\s+)?(?:an?\s+|the\s+)?"
                r"(?:[\w-]+\s+){0,3}?(?:contract|agreement|purchase\s+order)\s+"
                rf"(?:{RUNNING}{{0,60}}?\s)?(?:with|to)\s+{_FIRM}"
            ),
        ),
        (
            Told.WON,
            (
                rf"\b(?:approv|authori[sz]|ratif)\w*\b{RUNNING}{{0,80}}?\b(?:issue|award|execute|sign|enter\s+into)\b"
                rf"{RUNNING}{{0,80}}?\b(?:contract|agreement|(?:purchase\s+)?order)\b{RUNNING}{{0,80}}?\b(?:with|to)\s+{_FIRM}"
            ),
        ),
        (
            Told.WON,
            rf"\b(?:approv|authori[sz]|ratif)\w*\b{RUNNING}{{0,140}}?\b(?:purchase|buy|procure)\w*\b{RUNNING}{{0,140}}?\bfrom\s+{_FIRM}",
        ),
        (Told.WON, rf"\b(?:has|have)\s+(?:selected|appointed|engaged|hired|chosen|commissioned)\s+{_FIRM}"),
        (
            Told.SIGNED,
            (
                r"\b(?:sign(?:ed|s)?|inked|sealed|entered\s+into|concluded|executed)\s+(?:a|an|the|its)?\s*"
                rf"{RUNNING}{{0,40}}?\b(?:contract|agreement|deal)\b{RUNNING}{{0,120}}?\bwith\s+{_FIRM}"
            ),
        ),
    ),
    "es": (
        (
            Told.WON,
            (
                rf"\b(?:oferta|propuesta|cotización)\s+(?:presentada\s+)?(?:de|por)\s+{_EMPRESA}"
                rf"(?={RUNNING}{{4,160}}?\b(?:fue|ha\s+sido|sea|resultó|queda)\s+(?:aceptad|seleccionad|adjudicad|elegid)\w)"
            ),
        ),
        (
            Told.WON,
            rf"\b(?:resultó|resulta|resultando)\s+(?:adjudicad|ganador|favorecid|seleccionad)\w*\s+(?:a\s+)?{_EMPRESA}",
        ),
        (
            Told.WON,
            rf"\b(?:declar\w+|design\w+)\s+(?:ganador|adjudicatari|vencedor)\w*\s+(?:del?\s+{RUNNING}{{0,90}}?\s)?(?:a\s+)?{_EMPRESA}",
        ),
        (
            Told.WON,
            rf"\b(?:aceptar|acéptese|acepta|aprobar)\s+la\s+(?:oferta|propuesta|cotización)\s+(?:presentada\s+)?(?:de|por)\s+{_EMPRESA}",
        ),
        (
            Told.SIGNED,
            (
                r"\b(?:suscrib\w+|suscrit\w+|celebr\w+|firm[aóo]\w*|formaliz\w+)\b"
                rf"{RUNNING}{{0,60}}?\b(?:contrato|convenio|orden)\b{RUNNING}{{0,120}}?\bcon\s+{_EMPRESA}"
            ),
        ),
        (
            Told.SIGNED,
            rf"\b(?:compr|adquiri|encarg|contrat)(?:ó|aron|eron)\b{RUNNING}{{0,170}}?\s(?:a|con|de)\s+{_A_FIRMA}",
        ),
        (Told.INTENDED, rf"\bcontratar\b{RUNNING}{{0,140}}?\b(?:con|a)\s+{_EMPRESA}"),
    ),
    "pt": (
        (
            Told.WON,
            (
                rf"\bproposta\s+(?:apresentada\s+)?(?:d[aeo]|pel[ao]|por)\s+{_EMPRESA}"
                rf"(?={RUNNING}{{4,160}}?\b(?:foi|seja|fica)\s+(?:aceit|adjudicad|homologad|escolhid)\w)"
            ),
        ),
        (Told.WON, rf"\b(?:sagr\w+|consagr\w+)[\s-]+se\s+vencedor\w*\s+{_EMPRESA}"),
        (Told.WON, rf"\bdeclar\w+\s+vencedor\w*\s+(?:d[aeo]\s+{RUNNING}{{0,80}}?\s)?{_EMPRESA}"),
        (
            Told.SIGNED,
            (
                r"\b(?:firm[aoe]\w*|celebr\w+|assin\w+)\b"
                rf"{RUNNING}{{0,60}}?\b(?:contrato|ajuste|ata)\b{RUNNING}{{0,120}}?\bcom\s+{_EMPRESA}"
            ),
        ),
        (
            Told.WON,
            (
                rf"\b(?:ratific|homolog|autoriz|adjudic)\w*\b{RUNNING}{{0,220}}?\b(?:contratação|favor)\s(?:direta\s)?"
                rf"(?:d[aeo]|com\s[ao])\s+{_EMPRESA}"
            ),
        ),
        (Told.SIGNED, rf"\bcontrat(?:ou|aram)\s+(?:diretamente\s+)?(?:com\s+)?{_A_FIRMA}"),
        (
            Told.SIGNED,
            (
                rf"\b(?:adquiri|compr|encomend)(?:u|ou|iram|aram)\b{RUNNING}{{0,170}}?\s(?:d[ae]|à|ao|junto\s+(?:à|ao|a)|com\s+a)\s+"
                rf"{_A_FIRMA}"
            ),
        ),
        (Told.INTENDED, rf"\bcontrata(?:r|ção)\b{RUNNING}{{0,60}}?\b(?:d?a|com\s+a)\s+empresa\s+"),
    ),
    "fr": (
        (
            Told.WON,
            (
                rf"\b(?:offre|proposition|soumission)\s+(?:présentée\s+)?(?:de|du|par)\s+{_SOCIETE}"
                rf"(?={RUNNING}{{4,160}}?\b(?:est|a\s+été|soit|était)\s+(?:retenue|acceptée)\b)"
            ),
        ),
        (Told.WON, rf"\b(?:confié|notifié|attribué|adjugé)\w*\b{RUNNING}{{0,110}}?\s(?:à|au|aux)\s+{_SOCIETE}"),
        (
            Told.WON,
            rf"\b(?:retenir|retient|retenu|accepter|accepté)\w*\s+(?:l['’]offre|la\s+proposition|le\s+devis)\s+(?:de|du|présentée?\s+par)\s+{_SOCIETE}",
        ),
        (
            Told.WON,
            (
                r"\b(?:décide|décidé|article\s+\d|approuve|autoris\w+)\b"
                rf"{RUNNING}{{0,60}}?\b(?:conclure|signer|passer)\s+(?:{RUNNING}{{0,120}}?\s)?avec\s+{_SOCIETE}"
            ),
        ),
        (Told.SIGNED, rf"\b(?:conclu|passé|signé)\w*\s+(?:{RUNNING}{{0,60}}?\s)?avec\s+{_SOCIETE}"),
        (
            Told.SIGNED,
            (
                rf"\b(?:a|ont)\s+(?:acheté|acquis|commandé|passé\s+commande)\b{RUNNING}{{0,150}}?"
                rf"\s(?:à|auprès\s+d(?:e|u)|chez)\s+(?:la\s+|l['’])?{_A_FIRMA}"
            ),
        ),
        (Told.INTENDED, rf"\b(?:envisage|intention|projette)\b{RUNNING}{{0,110}}?\s(?:à|avec)\s+{_SOCIETE}"),
    ),
}
_NAME_NEXT = r"(?=[«“\"„]?[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])"
_FOLLOWS = {
    "ru": r"(?=[«“\"]?(?-i:[A-ZА-ЯЁ])|консорциум|обществ|акционерн|публичн|индивидуальн)",
    "uk": r"(?=[«“\"]?(?-i:[A-ZА-ЯІЇЄҐ])|консорціум|товариств|акціонерн|приватн|фізичн)",
}
AFTER = {
    language: tuple((told, re.compile(rf"(?i:{words})" + _FOLLOWS.get(language, _NAME_NEXT))) for told, words in frames)
    for language, frames in (*_AFTER.items(), *EASTERN_AFTER.items(), *CENTRAL_AFTER.items())
}
"""What leads to a name, which follows at once."""

_BEFORE: dict[str, tuple[tuple[Told, str], ...]] = {
    "en": (
        (
            Told.WON,
            (
                r",?\s+(?:(?:has|have|had|was|were|is|are)\s+)?(?:been\s+)?(?:awarded\s+(?:the|a|an|this|contract|tender|bid|lot)\b|"
                r"(?:selected|chosen|appointed|declared|named|adjudged|recommended\s+and\s+approved)\b|approved\s+for\b)"
            ),
        ),
        (Told.WON, r",?\s+(?:has\s+)?(?:won|wins|secured|clinched|emerged|landed)\b"),
        (
            Told.WON,
            r",?\s+(?:(?:being|as)\s+)?the\s+(?:lowest|successful|winning|best|highest\s+ranked|most\s+advantageous)\s+\w*\s*(?:bidder|tenderer|offer|evaluated)\b",
        ),
    ),
    "es": (
        (
            Told.WON,
            r",?\s+(?:resultó|fue|ha\s+sido|resulta)\s+(?:la\s+|el\s+)?(?:adjudicad|ganador|favorecid|seleccionad|elegid|adjudicatari)\w*",
        ),
        (Told.WON, r",?\s+(?:se\s+adjudicó|obtuvo|ganó)\b"),
    ),
    "pt": (
        (Told.WON, r",?\s+(?:sagr|consagr)\w+[\s-]+se\s+vencedor\w*"),
        (
            Told.WON,
            r",?\s+(?:foi|é|venceu|arrematou)\b\s*(?:a\s+|o\s+)?(?:declarad\w+|vencedor\w*|contratad\w+|adjudicad\w+|o\s+certame|a\s+licitação|o\s+pregão)",
        ),
    ),
    "fr": (
        (Told.WON, r",?\s+(?:est|a\s+été|sera)\s+(?:déclarée?|retenue?|désignée?|proclamée?|attributaire|choisie?)\b"),
        (Told.WON, r",?\s+(?:a\s+remporté|remporte|a\s+obtenu)\b"),
    ),
    "ru": (
        (
            Told.WON,
            r",?\s+(?:был[ао]?\s+)?(?:признан[аоы]?|объявлен[аоы]?|определ[её]н[аоы]?|выбран[аоы]?|стал[аои]?)\s+(?:[а-яё-]+\s+){0,3}?(?:победител|подрядчик|поставщик|исполнител)\w+",
        ),
        (Told.WON, r",?\s+(?:выиграл[аои]?|победил[аои]?)\b"),
    ),
    "uk": (
        (
            Told.WON,
            r",?\s+(?:бул[ои]\s+)?(?:визнан[аоі]|оголошен[аоі]|визначен[аоі]|обран[аоі]|став|стал[аои])\s+(?:[а-яіїєґ'’-]+\s+){0,3}?(?:переможц|підрядник|постачальник|виконавц)\w+",
        ),
        (Told.WON, r",?\s+(?:виграл[аои]?|перемогл[аои]|переміг)\b"),
    ),
}
BEFORE = {
    language: tuple((told, re.compile(rf"(?i:{words})")) for told, words in frames)
    for language, frames in (*_BEFORE.items(), *CENTRAL_BEFORE.items())
}
"""What follows a name at once."""

FIRM_BEFORE = re.compile(
    r"(?i:(?<!\w)(?:sociétés?|entreprise|cabinet|ditta|impresa|società|empresa|firma|sociedade?|mercantil|firm|company)\s)\Z"
)
"""A word for a company, behind which one word in capitals is the whole name: "à la société Alertis"."""

YOURS = re.compile(
    r"(?i:\byour\s+(?:[\w-]+\s+){0,4}?(?:tender|bid|offer|quotation|quote|proposal|rates?)\b"
    r"[^\n]{0,420}?\b(?:accept(?:ed|able)?|successful|approved|selected|awarded|"
    r"(?:found|evaluated|considered|adjudged|determined)(?:\s+(?:to\s+be|as))?\s+(?:the\s+)?(?:lowest|best|most)\s+"
    r"(?:evaluated|responsive|advantageous|economic\w*))\b|"
    rf"\baccept(?:ed|ance\s+of)?\s+your\s+(?:[\w-]+\s+){{0,3}}?(?:tender|bid|offer|quotation|quote|proposal)\b|"
    r"\byou\s+(?:have|are|were)\s+(?:been\s+|hereby\s+)?(?:awarded|selected|directed\s+to\s+supply)\b|"
    r"\baward(?:ed)?\s+you\b|\byou\s+are\s+(?:hereby\s+)?(?:requested|directed)\s+to\s+(?:supply|execute|commence)\b|"
    rf"\bsu\s+(?:oferta|propuesta|cotización)\b{RUNNING}{{0,160}}?\b(?:aceptad|adjudicad|seleccionad)\w+|"
    rf"\bsua\s+proposta\b{RUNNING}{{0,160}}?\b(?:aceite|aceita|adjudicad\w+|vencedora)\b|"
    rf"\bvotre\s+(?:offre|proposition|soumission)\b{RUNNING}{{0,160}}?\b(?:retenue|acceptée)\b|"
    r"\byou\s+(?:were|are|have\s+been)\s+(?:adjudged\s+|declared\s+)?(?:the\s+)?(?:successful|winning|lowest\s+evaluated)"
    r"\s+(?:bidder|tenderer|firm|company|supplier)\b|"
    r"\bvous\s+(?:attribuer|confier)\s+(?:le|l['’]|la|ce)\s?(?:présent\s)?(?:marché|lot|contrat|accord|exécution|fourniture)|"
    r"\bvous\s+(?:êtes|avez\s+été)\s+(?:retenue?|déclarée?|désignée?)\s(?:attributaire|adjudicataire|titulaire)|"
    r"\b(?:vous|votre\s+(?:société|entreprise|groupement))\s+(?:a\s+été|est)\s+(?:retenue?|déclarée?|désignée?|attributaire)\b|"
    r"\b(?:su|vuestra)\s+(?:empresa|representada|firma)\s+(?:ha\s+sido|ha\s+resultado|resultó|fue)\s+(?:la\s+)?(?:adjudic|seleccion|ganador|favorecid)\w+|"
    r"\b(?:le|les)\s+(?:ha\s+sido|fue)\s+adjudicad\w+|\bse\s+(?:le|les)\s+(?:ha\s+)?adjudic\w+\s+(?:el|la|los)\b|"
    r"\b(?:vossa|sua|essa|esta)\s+empresa\s+(?:foi|sagrou-se)\s+(?:declarada\s+)?(?:vencedora|adjudicat\w+|seleccionada|selecionada)|"
    r"\b(?:lhe|vos)\s+foi\s+adjudicad\w+|\bfoi-lhe\s+adjudicad\w+|"
    r"\bваш[ае]\s+(?:организаци|компани|фирм|предприяти)\w+\s+(?:[–—-]\s[^.\n–—]{4,60}\s[–—-]\s)?(?:признан|стал|объявлен|определен)\w*\s+(?:[а-яё]+\s+){0,2}победител\w+|"
    r"\bваш[ау]\s+(?:пропозиці|заявк)\w+\s+(?:визнан|акцептован|прийнят)\w+|\bвас\s+визнано\s+переможц\w+|"
    rf"\bваш[аеу]?\s+(?:предложение|заявк\w+)\b{RUNNING}{{0,120}}?\b(?:принят\w+|признан\w+)\b)"
)
"""A letter that tells whom it is written to that they have won."""
_REFUSED = re.compile(r"(?i:\b(?:not|regret|unsuccessful|unable|n['’]a pas|n['’]a pu|no ha sido|não foi)\b)")


def accepted_offer(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """Return the words by which a letter tells whom it is written to that they have won, or None: a refusal is none."""
    found = YOURS.finditer(text, start, len(text) if end is None else end)
    return next((one for one in found if not _REFUSED.search(one[0])), None)


UNSETTLED = re.compile(
    r"(?i:\b(?:not\s+(?:be(?:en)?\s+)?award|unsuccessful|intend\w*\s+to|inten(?:t|tion)\s+(?:to|of)|propos\w+\s+to|shall\s+be\s+awarded|"
    r"will\s+be\s+awarded|may\s+be\s+awarded|if\s+awarded|criteria|no\s+será|podrá\s+ser|será\s+adjudicad|sera\s+attribué|"
    r"will\s+award|previously|first\s+phase|earlier\s+contract|in\s+\d{4}\s+awarded|ранее|раніше|"
    rf"будет\s+заключ(?!{RUNNING}{{0,40}}?единственн)|буде\s+укладен(?!{RUNNING}{{0,40}}?єдин)))"
)
"""Sentences of what is only planned, of rules, or of another contract."""
