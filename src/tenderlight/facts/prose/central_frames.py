"""Frames of German and Polish sentences that settle who won or signed, with the words that lead to the name."""

from __future__ import annotations

import re

from tenderlight.facts.prose.told import RUNNING, Told

_FIRMA = (
    r"(?:(?:an|bei|mit)\s+)?(?:(?:die|der|dem|den|das)\s+)?"
    r"(?:(?:firma|fa\.|unternehmen|bieterin|bieter|bestbieter(?:in)?|auftragnehmer(?:in)?)\s+)?"
    r"(?!(?:bieter|angebot|los|platz|rang)\w{0,3}\s+(?:nr\.?\s*)?\w{1,2}\b)"
)
_FIRMY = (
    r"(?:przez\s*:?\s+)?(?:(?:wykonawcę|wykonawcy|wykonawcą|wykonawca|firmę|firmy|firmą|firmie|spółkę|spółki|spółką|spółce|"
    r"oferenta|oferentem|przedsiębiorstwo|przedsiębiorstwa|przedsiębiorstwem)\s*:?\s+)?"
    r"(?!(?:ofert|wykonawc)\w{0,3}\s+(?:nr\.?\s*)?\d)"
)
CENTRAL_AFTER: dict[str, tuple[tuple[Told, str], ...]] = {
    "de": (
        (
            Told.WON,
            rf"\b(?:zuschlag|auftrag|lieferauftrag|bauauftrag)\w{{0,2}}\b{RUNNING}{{0,120}}?\san\s+{_FIRMA}",
        ),
        (
            Told.WON,
            (
                r"\b(?:zuschlag|auftrag)\s+(?:[a-zäöüß]+\s+){0,4}?(?:erhält|erhielt|erhalten|bekam|bekommt|geht|ging|wird|wurde)"
                rf"\s+(?:[a-zäöüß]+\s+){{0,3}}?{_FIRMA}"
            ),
        ),
        (
            Told.WON,
            (
                rf"(?:^|[\s:])(?:an|bei)\s+{_FIRMA}(?={RUNNING}{{4,170}}?\b(?:vergeben|zu\s+vergeben|beauftragt|bestellt|"
                r"angekauft|gekauft|beschafft|erworben)\b)"
            ),
        ),
        (
            Told.WON,
            (
                rf"\bauf\s+(?:das\s+|ihr\s+)?(?:haupt|neben)?angebot\s+(?:der|des|von|vom)\s+{_FIRMA}"
                rf"(?={RUNNING}{{3,190}}?\b(?:erteilt|zu\s+erteilen|angenommen)\b)"
            ),
        ),
        (
            Told.WON,
            (
                rf"\b(?:wird|wurde|werden|beschließt|beschloss)\s+(?:einstimmig\s*,?\s+)?{_FIRMA}"
                rf"(?={RUNNING}{{4,170}}?\b(?:den\s+(?:zuschlag|auftrag)\s+zu\s+erteilen|(?:zuschlag|auftrag)\s+erteilt|"
                r"(?:zu\s+beauftragen|beauftragt)\b))"
            ),
        ),
        (
            Told.WON,
            rf"\b(?:zuschlagsempfänger(?:in)?|auftragnehmer(?:in)?)\s+(?:ist|war|wurde)\s+{_FIRMA}",
        ),
        (
            Told.SIGNED,
            (
                rf"\b(?:vertrag|rahmenvertrag|rahmenvereinbarung|liefervertrag|auftrag)\b{RUNNING}{{0,120}}?\smit\s+{_FIRMA}"
                rf"(?={RUNNING}{{3,170}}?\b(?:ab)?(?:geschlossen|schließen|unterzeichnet)\b)"
            ),
        ),
        (
            Told.SIGNED,
            rf"\b(?:schloss|schließt|unterzeichnete?|vereinbarte?)\b{RUNNING}{{0,90}}?\smit\s+{_FIRMA}",
        ),
        (
            Told.INTENDED,
            rf"\b(?:beabsichtigt|vorgesehen|geplant)\b{RUNNING}{{0,140}}?\s(?:an|mit|bei)\s+{_FIRMA}",
        ),
    ),
    "pl": (
        (
            Told.WON,
            (
                r"\b(?:wybran[oay]|wybrał[ao]?|wybiera|wybrać|wyborze|uznan[oa]|uznał[ao]?)\s+(?:[a-ząćęłńóśźż]+\s+){0,4}?"
                r"ofert[ęay]\s*(?:(?:nr|numer)\s*\d{1,3}\s*)?(?:,?\s*(?:złożon\w+|przedstawion\w+))?[\s:,–—-]{1,4}"
                rf"{_FIRMY}"
            ),
        ),
        (
            Told.WON,
            (
                rf"\b(?:udziel|powierz|zlec)\w*\s+(?:[a-ząćęłńóśźż]+\s+){{0,4}}?(?:zamówieni\w+|realizacj\w+|wykonani\w+)"
                rf"(?:{RUNNING}{{0,90}}?\s(?=(?:wykonawc|firm|spół)))?\s*:?\s*{_FIRMY}"
            ),
        ),
        (
            Told.WON,
            (rf"\bzamówieni\w+\b{RUNNING}{{0,130}}?\budziel(?:on[oae]|ił[ao]?|a)\s+(?=(?:wykonawc|firm|spół)){_FIRMY}"),
        ),
        (
            Told.WON,
            (
                rf"\b(?:przetarg|postępowanie|zamówienie|kontrakt)\s+(?:[a-ząćęłńóśźż]+\s+){{0,3}}?(?:wygrał[ao]?|zdobył[ao]?|"
                rf"otrzymał[ao]?)\s+{_FIRMY}"
            ),
        ),
        (
            Told.WON,
            rf"\b(?:zwycięzcą|wykonawcą)\s+(?:[a-ząćęłńóśźż]+\s+){{0,4}}?(?:został[ao]?|jest|będzie)\s+{_FIRMY}",
        ),
        (
            Told.SIGNED,
            rf"\b(?:zawart[oaey]|zawarł[ao]?|zawarcie|podpisan[oaey]|podpisał[ao]?)\b{RUNNING}{{0,130}}?\sz[e]?\s+{_FIRMY}",
        ),
        (
            Told.SIGNED,
            (
                rf"\b(?:kupił[ao]?|zakupił[ao]?|zakupiono|zamówił[ao]?|nabył[ao]?)\b{RUNNING}{{0,130}}?\s(?:od|w)\s+"
                r"(?:firmy|spółki|przedsiębiorstwa|firmie|spółce)\s+"
            ),
        ),
        (
            Told.INTENDED,
            (
                rf"\b(?:zamierza|planuje)\s+(?:[a-ząćęłńóśźż]+\s+){{0,3}}?(?:zawrzeć|udzielić|podpisać){RUNNING}{{0,120}}?"
                rf"\s(?:z|firmie|wykonawcy)\s+{_FIRMY}"
            ),
        ),
    ),
}
"""What leads to a name, which follows at once, by language."""

CENTRAL_BEFORE: dict[str, tuple[tuple[Told, str], ...]] = {
    "de": (
        (
            Told.WON,
            (
                r",?\s+(?:[A-ZÄÖÜ][\wäöüß-]{2,30},?\s+)?(?:erhielt|erhält|bekam|bekommt|erhalten)\s+"
                r"(?:(?:hierfür|dafür|damit|somit)\s+)?den\s+(?:zuschlag|auftrag)\b"
            ),
        ),
        (
            Told.WON,
            rf",?\s+(?:wird|wurde|ist)\s+{RUNNING}{{0,110}}?\b(?:beauftragt|mit\s+der\s+(?:lieferung|ausführung)\s+betraut)\b",
        ),
        (
            Told.WON,
            rf",?\s+(?:wird|wurde|ist)\s+{RUNNING}{{0,90}}?\bder\s+(?:zuschlag|auftrag)\s+(?:{RUNNING}{{0,60}}?\s)?erteilt\b",
        ),
    ),
    "pl": (
        (Told.WON, r",?\s+(?:wygrał[ao]?|zwyciężył[ao]?)\s+(?:przetarg|postępowanie|konkurs|w\s+przetargu)\b"),
        (
            Told.WON,
            r",?\s+(?:został[ao]?|zostało)\s+(?:wybran[aoy]|wyłonion[aoy])\b",
        ),
    ),
}
"""What follows a name at once, by language."""
_ARTICLE = re.compile(r"(?:Die|Der|Das|An die)\s(?:(?:Firma|Fa\.)\s)?(?=\S)|(?:Firma|Fa\.)\s(?=\S)")


def behind_article(sentence: str, start: int, end: int) -> int:
    """Return where the name of a firm begins that a German sentence begins with: "Die X GmbH erhält …"."""
    article = _ARTICLE.match(sentence, start, end)
    return article.end() if article is not None else start
