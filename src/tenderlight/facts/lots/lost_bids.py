"""Lots that a page names only to say who did not win them: no heads of a list of winners.

"Unsuccessful: C Ltd (lot 2: 151,000)", "The bids of C Ltd for lot A and D Ltd for lot B were not accepted",
未中标供应商：01包 甲公司. What stands beside such a lot is of somebody who lost it.
"""

from __future__ import annotations

import re

_REACH = 400
_BID = (
    r"(?:bid(?:s|ders?)?|tender(?:s|ers?)?|offers?|offerors?|quot(?:es?|ations?)|proposals?|respondents?|vendors?|suppliers?|"
    r"firms?|companies|participants?|proponents?|candidates?|"
    r"concorrentes?|proponentes?|licitantes?|empresas?|ofertas?|ofertantes?|oferentes?|propuestas?|propostas?|postor(?:es)?|"
    r"participantes?|soumissionnaires?|candidats?|offres?|entreprises?|plis|"
    r"offert[ae]|offerenti?|concorrent[ei]|ditt[ae]|impres[ae]|operator[ei]|bieter\w*|angebote?|firmen|ofert[ay]|wykonawc[ay]|"
    r"участник\w*|заявк\w+|предложени\w+|оферт\w*|поставщик\w*|компани\w+|учасник\w*|пропозиці\w+|постачальник\w*)"
)
_LOST = (
    r"(?:(?:not|no|não|non|pas|nicht|nie|не)\s(?:been\s|have\sbeen\s|été\s|fueron\s|foram\s|resultaron\s|были\s|були\s)?"
    r"(?:accepted|successful|selected|awarded|recommended|retained|retenue?s?|se[lc]{1,2}ecc?ionad[oa]s?|selecionad[oa]s?|"
    r"adjudicad[oa]s?|adjudicatari[oa]s?|vencedor\w*|ganador\w*|classificad[oa]s?|clasificad[oa]s?|admitid[oa]s?|aceit[eo]s?|"
    r"aceptad[oa]s?|favorecid[oa]s?|habilitad[oa]s?|attributaires?|ammess[aoie]|aggiudicatari\w*|vincitric[ei]|"
    r"berücksichtigt\w*|bezuschlagt\w*|wybran\w+|допущен\w*|принят\w*|выбран\w*|обран\w*|прийнят\w*|стал\w*\sпобедител\w*)|"
    r"unsuccessful|losing|rejected|declined|disqualified|excluded|eliminated|runners?-up|"
    r"desclassificad[oa]s?|descalificad[oa]s?|desestimad[oa]s?|inabilitad[oa]s?|inhabilitad[oa]s?|rechazad[oa]s?|"
    r"excluíd[oa]s?|excluid[oa]s?|vencid[oa]s?|perdedor(?:a|es|as)?|descartad[oa]s?|rejeitad[oa]s?|preterid[oa]s?|"
    r"rejetée?s?|écartée?s?|évincée?s?|éliminée?s?|esclus[aoie]|scartat[aoie]|unterlegene?\w?|ausgeschlossen\w*|"
    r"odrzucon\w+|wykluczon\w+|отклон[её]н\w*|проигравш\w+|дисквалифицирован\w+|відхилен\w*|дискваліфікован\w*)"
)
_LED = re.compile(
    rf"(?<!\w)(?:{_BID}\s(?:\w{{1,9}}\s){{0,2}}?{_LOST}|{_LOST}\s(?:\w{{1,9}}\s)?{_BID}|"
    rf"(?:(?<=\n)|(?<=[.;]\s)){_LOST})(?!\w)[^.;:\n]{{0,40}}:"
)
"""Words for those who lost, and the colon that leads to them."""
_OF_BIDS = re.compile(
    rf"(?:the|all|die|as?|os?|las?|los|les?|le|gli|i)?\s?(?:{_BID})\s(?:from|of|by|(?:submitted|made|lodged|received)\s"
    r"(?:by|from)|d[aeo]s?|del|de\sl[ao]s?|du|des|della?|dell[ae']|von|vom|der|firm\w*|от|від|ооо|тов|ао|ип|фоп)\W"
)
"""How a sentence about bids begins that says at its end what became of them."""
_LOST_BEHIND = re.compile(rf"(?<!\w){_LOST}(?!\w)")
_WON = re.compile(
    r"adjudicat[áa]ri|attributaire|award(?:ed)? to|adjudicad[oa]s? [aà]|winner|vencedor|ganador|(?<!не )победител|"
    r"(?<!не )перемож|zuschlag|aggiudicatari|titulaire|successful(?<!unsuccessful)(?<!not successful)"
)
_STOP = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=\d\d)|(?<=\)))\.\s{1,3}(?=\S)|\n")
_BEGINS = re.compile(r"(?:\n|[.;]\s)[\s•*·–—-]{0,6}$")
_OPENING = re.compile(r"[\s•*·–—-]*")
_LED_HAN = re.compile(
    r"[ \t]*(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.][ \t]?)?[^\n:。;,]{0,12}?(?:未中标|未成交|未入围|未中选|"
    r"落选|落标)(?!标[段包项]|包|项目|原因|分包)[^\n:。;,]{0,10}:[^\n]{0,60}?(?:公司|厂|中心|院|商行|经营部|集团|社)"
)
_HAN = re.compile(r"未[中成入]|落[选标]")


def is_of_lost_bid(flat: str, start: int) -> bool:
    """Say whether the lot at `start` is named in a line or sentence about those who lost, written with spaces."""
    line = flat.rfind("\n", 0, start) + 1
    before = flat[max(line, start - _REACH) : start]
    led = None
    for found in _LED.finditer(f"\n{before}"):
        led = found
    if led is not None:
        between = before[led.end() - 1 :]
        if _STOP.search(between) is None and _WON.search(between) is None:
            return True
    stops = [stop.end() for stop in _STOP.finditer(before)]
    sentence = before[stops[-1] if stops else 0 :]
    opening = _OPENING.match(sentence)
    if _OF_BIDS.match(sentence, opening.end() if opening else 0) is None or _WON.search(sentence) is not None:
        return False
    ends = _STOP.search(flat, start, start + _REACH)
    behind = flat[start : ends.start() if ends is not None else start + _REACH]
    lost = _LOST_BEHIND.search(behind)
    return lost is not None and _WON.search(behind, 0, lost.start()) is None


def before_lost_bids(flat: str, start: int, stop: int, farthest: int) -> int:
    """Return where the text under a head ends at the latest: before the first words that lead to those who lost.

    Args:
        flat: The page.
        start: Where the head ends.
        stop: Where its text ends if nothing leads to those who lost.
        farthest: Where to look no farther.
    """
    for found in _LED.finditer(flat, start, min(stop, farthest)):
        before = flat[start : found.start()]
        if not before.strip() or _BEGINS.search(before) is not None:
            return found.start()
    return stop


def is_of_lost_bid_han(flat: str, start: int) -> bool:
    """Say whether the lot at `start` stands in a line of Chinese that names those who lost, and firms among them."""
    line = flat.rfind("\n", 0, start) + 1
    if _HAN.search(flat, line, start) is None:
        return False
    return _LED_HAN.match(flat, line) is not None
