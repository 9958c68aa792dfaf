"""Sentences that look like an award and are none: subcontracts, advice on a tender, bids that were turned down."""

from __future__ import annotations

import re

from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.prose.told import RUNNING

_AHEAD = 600
_SENTENCE_END = re.compile(r"[.;]\s|\n")
_LEAD = 30
_OTHER_CONTRACT = {
    "de": re.compile(
        r"(?i:(?:nach|sub|unter)(?:auftrag)?nehm|unterauftr[aä]g|unterbeauftrag|teilleistung|leistungsteil|eignungsleih|"
        r"\bals\s+(?:hersteller|lieferant|berater|gutachter|planer|zweit|dritt)|"
        r"\b(?:vo[nm]|durch|seitens)\s+(?:(?:dem|der|den|die|des)\s+)?(?:auftragnehmer|auftragnehmerin|bieter|bieterin|hersteller)\b|"
        r"\bauftragnehmer(?:in)?\s+(?:hat|habe|hatte|wird|kauft|vergibt|beauftragt)\b|"
        r"ausgeschlossen|auszuschließen|ausschluss|abgelehnt|zurückgewiesen|zurückgezogen|aufgehoben|widerrufen|storniert|"
        r"\bnicht\s+(?:an|bei|mit|die|der|den|dem|erteilt|vergeben|beauftragt)\b|"
        r"\b(?:bisher|bislang|vormals|ehemalig|vorherig|früher)(?:ig)?(?:e[rn]?)?\b)"
    ),
    "pl": re.compile(
        r"(?i:podwykonaw|\bwykonawca\s+(?:[a-ząćęłńóśźż]+\s+){0,3}(?:kupi|zakupi|naby|zamówi|zleci|powierzy)|"
        r"\b(?:której|którego|jej|jego)\s+ofert\w+\s+(?:został\w*\s+)?(?:odrzucon|wykluczon)|"
        r"\bza\s+(?:niezgodn|odrzucon|nieważn|rażąco)|\bnie\s+(?:wybran|wybrał|udziel|zawar|podpisa)|"
        r"\b(?:ekspertyz|analiz|ocen|badani|weryfikac)\w*\s+(?:złożonych\s+)?ofert)"
    ),
}
"""Words by which a sentence tells of another contract, of an adviser, or of a bid or award that fell."""
_COMMISSIONED = re.compile(rf"(?i:\bmit\s+(?:der|dem|den|einer|einem)\s+(?={RUNNING}{{0,220}}?\bbeauftragt\b))")
_COMMISSIONED_TOO = re.compile(
    r"(?i:(?:\bbeauftragt\b|\bzu\s+beauftragen\b|\bbeauftragt(?:e|en)?\s)[^.;]{0,60}?\bmit\s+(?:der|dem|den)\s+)"
)
_OF_CONTRACT = re.compile(
    r"(?i:(?:gesamt)?(?:lieferung(?:en)?|ausführung(?:en)?|errichtung|bau|bauarbeiten|bauleistung(?:en)?|arbeiten|"
    r"leistung(?:en)?|erbringung|auftrag)\b(?!\s+(?:der|des)\s+(?:prüfung|beratung|planung|ausschreibung|vergabe)))"
)
"""What a firm is commissioned with that has won: not the checking of bids or the service of what is bought."""
_BY_FIRM = re.compile(r"(?i:(?<!\w)(?:firma|fa\.|bietergemeinschaft|arbeitsgemeinschaft|arge)\s{1,2})\Z")
_GROUP = re.compile(r"(?i:bietergemeinschaft|arbeitsgemeinschaft|arge)\b")
_BOUGHT_FROM = re.compile(r"(?i:\bbei\s+(?:(?:der|dem)\s+)?(?:(?:firma|fa\.)\s+)?)\Z")
_CHEAPEST = re.compile(
    r"(?i:\b(?:дешевле\s+всех|(?:наименьш|минимальн|лучш|низк)\w+\s+цену|лучшие\s+условия|"
    r"(?:найнижч|найменш|найкращ|найвигідніш)\w+\s+(?:ціну|пропозицію))\s+(?:предложи|да|запропонува|нада)\w+\s)"
)
_TURNED_DOWN = re.compile(
    r"(?i:отклон|отказ|отозва|несоответств|не\s+соответств|не\s+допу[щс]|недопущ|отстран|уклон|недостоверн|аннулир|отмен|"
    r"дисквалифи|\bно\s|однако|відхил|відмов|відклик|невідповід|не\s+відповід|не\s+допу[щс]|усун|ухил|дискваліф|скасов|"
    r"\bале\s|\bпроте\b|однак|(?:заявк|предложени|участник|пропозиці|учасник)\w*\s+(?:№|номер|под)|"
    r"втор(?:ой|ого|ым|ое)\s+(?:участник|мест)|друг(?:ого|им|ий|е)\s+(?:учасник|місц))"
)

_FALLS_BEHIND = re.compile(
    r"[^\n.;]{0,160}[.;]\s{1,2}(?:однако|но\s|проте|однак|але\s|jedoch|however|(?:его|ее|их|эта|данная|данное|указанная|його|її|їх|цю|ця)\s(?:цен\w+\s|тендерн\w+\s)?"
    r"(?:заявк|предложени|оферт|пропозиці)|(?:ihr|dessen|deren|das|dieses)\s(?:angebot)|"
    r"(?:its|their|this|that|the said)\s(?:bid|offer|tender|proposal)|(?:son|cette|leur)\s(?:offre|proposition)|"
    r"(?:su|dicha|esta|sua|essa|tale)\s(?:oferta|propuesta|proposta|offerta))(?P<told>[^\n;.]{0,160})"
)
_FELL = re.compile(
    r"отклон|не\sсоответств|не\sдопу[щс]|відхил|не\sвідповід|не\sдопу[щс]|ausgeschlossen|abgelehnt|nicht\sberücksichtigt|"
    r"reject|disqualif|exclu|not\saccept|non-?respons|rejet|écart|n['’]a\spas|rechaz|desestim|inadmit|"
    r"desclassific|rejeit|esclus|respint"
)


def falls_behind(flat: str, at: int) -> bool:
    """Say whether the sentence behind a name says that the bid of that firm was turned down ("Its bid was …")."""
    behind = _FALLS_BEHIND.match(flat, at)
    return behind is not None and _FELL.search(behind["told"]) is not None


def is_of_other(clause: str, language: str) -> bool:
    """Say whether a clause in German or Polish tells of another contract, or of a bid or an award that fell."""
    other = _OTHER_CONTRACT.get(language)
    return other is not None and other.search(clause) is not None


def rest_of_sentence(text: str, at: int) -> str:
    """Return what follows a place up to the end of its sentence or line."""
    end = _SENTENCE_END.search(text, at, at + _AHEAD)
    return text[at : end.start() if end is not None else at + _AHEAD]


def is_named_otherwise(piece: Piece, language: str) -> bool:
    """Say whether the sentence around a name in German or Polish, or the one behind it, says that it won nothing."""
    text = piece.sheet.page.text
    begins = max((one.end() for one in _SENTENCE_END.finditer(text, 0, piece.start)), default=0)
    around = text[begins : piece.start] + "x" + rest_of_sentence(text, piece.end)
    return is_of_other(around, language) or falls_behind(piece.sheet.flat, piece.end)


def is_no_award(text: str, sentence: tuple[int, int], name: tuple[int, int], language: str) -> bool:
    """Say whether a sentence that names a firm tells of something else than that it won.

    Args:
        text: The text of a page.
        sentence: Where the sentence stands in it.
        name: Where the name stands in it.
        language: The language of the paper; other languages than German, Polish, Russian and Ukrainian pass.
    """
    told = text[slice(*sentence)]
    if language in {"ru", "uk"}:
        return _is_only_cheapest(text, sentence, name)
    if is_of_other(told[: name[0] - sentence[0]] + "x" + told[name[1] - sentence[0] :], language):
        return True
    return language == "de" and _is_for_others(text, sentence, name)


def is_none_of_firm(text: str, name: tuple[int, int]) -> bool:
    """Say whether a name may be any nouns, which German writes in capitals."""
    called = text[slice(*name)]
    return not (has_company(called) or _GROUP.match(called) or _BY_FIRM.search(text, max(0, name[0] - _LEAD), name[0]))


def _is_for_others(text: str, sentence: tuple[int, int], name: tuple[int, int]) -> bool:
    """Say whether a firm is commissioned with something else than what is bought, or another firm buys from it."""
    told = text[slice(*sentence)]
    commissioned = [*_COMMISSIONED.finditer(told), *_COMMISSIONED_TOO.finditer(told)]
    if commissioned and not any(_OF_CONTRACT.match(told, one.end()) for one in commissioned):
        return True
    before = text[sentence[0] : name[0]]
    return _BOUGHT_FROM.search(before[-_LEAD:]) is not None and has_company(before)


def _is_only_cheapest(text: str, sentence: tuple[int, int], name: tuple[int, int]) -> bool:
    """Say whether a firm is told to have asked least, and not that its bid stood: no word of a refusal behind."""
    cheapest = _CHEAPEST.search(text, sentence[0], name[0])
    if cheapest is None or cheapest.end() < name[0] - 2 * _LEAD:
        return False
    return _TURNED_DOWN.search(text, name[1], name[1] + _AHEAD) is not None
