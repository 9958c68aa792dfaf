"""What stands behind a firm on a list of winners and says that it lost, or is no winner for another cause.

Read a part of a line at a time: a tax that is not included, a second floor and a complaint that was rejected say
nothing of the firm, nor does what befell another one, in whose place it came.
"""

from __future__ import annotations

import re

_FEW = 4
"""The most words in which a firm is said to be excluded: more tell of a thing that its price leaves out."""
_PARTS = re.compile(r"[,;|()\t:–—]|\.(?=\s|$)|\s-\s")
_AFTER = re.compile(
    r"(?<!\w)(?:after|instead|following|because|replac\w+|in place of|in lieu|tras|después|en lugar|en vez|após|depois|"
    r"em lugar|no lugar|après|suite|à la place|en remplacement|nach(?:dem)?|statt|anstelle|dopo|al posto|"
    r"po tym|zamiast|"
    r"после|вместо|взамен|після|замість)(?!\w)"
)
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:appeals?|complaints?|protests?|objections?|claims?|recursos?|recours|reclam\w+|réclam\w+|impugna\w+|"
    r"beschwerde\w*|einspruch\w*|rügen?|ricors\w+|reclami|odwołani\w+|жалоб\w*|скарг\w*|возражени\w+|заперечен\w+)(?!\w)"
)
_TAX = re.compile(
    r"(?<!\w)(?:vat|tax(?:es)?|gst|iva|igv|itbis|icms|ipi|tva|taxes?|impuestos?|impostos?|impôts?|oneri|mwst|ust|"
    r"\w*steuer\w*|podat\w+|ндс|пдв|налог\w*|подат\w+)(?!\w)"
)
_CHOSEN = (
    r"(?:accepted|successful|selected|awarded|recommended|(?:substantially )?responsive|appointed|shortlisted|"
    r"compliant(?! with the (?:definition|sme))|qualified(?! as)|chosen|admitted|the winner|"
    r"(?:meet|comply)\w*|retenue?s?|conformes?(?! à)|recevables?|sélectionn\w+|choisie?s?|admise?s?|attributaires?|"
    r"adjudica\w+|gan(?:ó|ador\w*)|seleccionad\w+|admitid\w+|admisible\w*|cumpl\w+|vencedor\w*|venceu|classificad\w+|"
    r"habilitad\w+|aceit[ao]s?|selecionad\w+|atend\w+|berücksichtigt|bezuschlagt|gewählt|ausgewählt|zugelassen|"
    r"ammess\w+|aggiudicatari\w+|selezionat\w+|wybran\w+|dopuszczon\w+|принят\w*|победи\w+|допущ\w+|выбран\w*|"
    r"признан\w*|соответств\w+|переможц\w+|перемогл?\w*|визнан\w*|обран\w+|прийнят\w+|допущен\w*|відповіда\w+)"
)
_ROLE = r"(?:suppliers?|bidders?|tenderers?|contractors?|vendors?|firms?|lists?)"
_ROLE_SLAVIC = r"(?:поставщик|участник|исполнител|подрядчик|спис|постачальник|учасник|виконав|перелік)\w*"
_LOST = re.compile(
    rf"(?<!\w)(?:(?:not|no|não|non|pas|nicht|nie|не)\s(?:\w{{2,9}}\s){{0,2}}?{_CHOSEN}|"
    r"un(?:success|respons)\w+|non-?(?:responsive|compliant)|rejected|disqualified|losing|outbid|runners?-?\s?up|"
    r"too (?:high|expensive)|"
    r"(?:second|third|fourth|2nd|3rd|4th)[-\s](?:placed?(?!\s\d)|ranked|lowest|best|highest|bid\w*)|"
    rf"(?:reserve|stand-?by)\s{_ROLE}|"
    r"perdedor\w*|desclassificad\w+|descalificad\w+|desestimad\w+|inabilitad\w+|inhabilitad\w+|rechazad\w+|"
    r"(?:segund|tercer|terceir)[oa]s? (?:lugar|puesto|colocad\w+|clasificad\w+|classificad\w+)|"
    r"[2-9]\.?[ºª°o] (?:lugar|puesto|colocad\w+|classificad\w+|en (?:el )?orden)|"
    r"cadastro de reserva|lista de espera|"
    r"lista de reserva|suplentes?|liste (?:d['’]attente|de réserve)|rejetée?s?|écartée?s?|irréguli(?:er|ère)s?|"
    r"class[ée]+s? (?:[2-9]|deuxi|second|trois)\w*|abgelehnt|nachrücker\w*|unterlegen\w*|nachrangig\w*|"
    r"zweitplatzierte\w*|"
    r"(?:second|terz)[aeio] (?:classificat|graduatori)\w*|respint\w+|odrzucon\w+|wykluczon\w+|drug\w+ miejsc\w+|"
    r"отклон[её]н\w*|отказано|отстранен\w*|дисквалиф\w+|проигра\w+|завышен\w*|(?:второ|треть)\w+ (?:мест|номер)\w*|"
    rf"следующ\w+ (?:мест|номер)\w*|резервн\w+ {_ROLE_SLAVIC}|запасн\w+ {_ROLE_SLAVIC}|"
    r"(?:in (?:case|the event) (?:of|that)|en caso? de|em caso de|in caso di|im falle?|в случае|у разі)"
    r"(?:\s[\w’']{1,12}){0,4}?\s?(?:d['’])?(?:withdr|refus|default|fail|désist|défaill|renon|renunci|desist|incumpl|impedim|"
    r"rinunci|rücktritt|ausfall|отказ|уклон|невозм|расторж|відмов|ухил|неможлив)\w*|"
    r"при (?:невозможн|отказ)\w+|за неможливості|"
    r"відхилен\w*|дискваліф\w+|програ\w+|(?:друг|трет)\w+ місц\w+|наступн\w+ (?:місц\w+|за))(?!\w)"
)
_LOST_ALONE = re.compile(
    r"(?:(?:in|as|on|the|first|second|third|1st|2nd|3rd)\s){0,3}(?:reserve|stand-?by|waiting list)"
    r"(?:\s(?:no\.? ?)?\d)?|"
    r"(?:second|third|segund[ao]|second[ao]|zweiter?|platz [2-9]|rang [2-9]|rank(?:ed)? [2-9])|"
    r"(?:(?:de|en|em|la) ){0,2}reserva|"
    r"(?:в |у )?резерв(?:[еіу]|ный|ная|ное|ний|на|не)?|запасн(?:ой|ая|ий|а)"
)
_OUT_ALONE = re.compile(
    r"(?:(?:the|its|as|bid|our|su|sua|sa|son)\s){0,2}(?:guarantors?|bond issuer|issuer of the bond|sureties|surety|"
    r"insurers?|"
    r"garantes?|fiador\w*|avalista|afianzadora|aseguradora?|segurador\w?|caution|garant|assureurs?|bürge|"
    r"bürgschaftsgeber\w*|garante|fideiussore|assicuratore|gwarant|гарант|поручител\w+|страховщик|поручник|страховик)"
)
_OUT = re.compile(
    r"(?<!\w)(?:withdr(?:ew|awn)|terminated|cancel+ed|rescinded|revoked|annulled|failed|declined|lapsed|"
    r"(?:award|offer) (?:was )?(?:refused|not accepted)|not yet (?:awarded|signed)|"
    r"renunci(?:ó|a|ou|aron|aram)|desisti\w+|desisten?|rescindid\w+|revocad\w+|revogad\w+|anulad\w+|"
    r"renonc\w+|désist\w+|résilié\w*|annulée?s?|"
    r"zurückgezogen|zurückgetreten|gekündigt|aufgehoben|storniert|verzichtet\w*|"
    r"rinunci\w+|revocat\w+|annullat\w+|decadut\w+|uchyli\w+|odstąpi\w+|zrezygnowa\w+|wycofa\w+|"
    r"уклон\w+|отказал\w+|отказ от|отозва\w+|расторг\w+|аннулирован\w*|отмен[её]н\w*|"
    r"відмов\w+|ухили\w+|розірван\w*|скасован\w*|анульован\w*|відкликан\w*)(?!\w)"
)
_EXCLUDED = re.compile(
    r"(?<!\w)(?:excluded|excluíd[ao]s?|excluid[ao]s?|exclue?s?|ausgeschlossen|esclus[aeio]|исключ[её]н\w*|виключен\w*)(?!\w)"
)


def has_lost(behind: str) -> bool:
    """Say whether what stands behind a firm, in small letters, tells that its bid did not win or is held in reserve."""
    is_taxed = _TAX.search(behind) is not None
    return any(
        _LOST.search(part) is not None
        or _LOST_ALONE.fullmatch(part) is not None
        or (not is_taxed and _EXCLUDED.search(part) is not None and len(part.split()) <= _FEW)
        for part in _told(behind)
    )


def is_out(behind: str) -> bool:
    """Say whether what stands behind a firm tells that it withdrew, lost its contract, waits for that or only backs."""
    return any(_OUT.search(part) is not None or _OUT_ALONE.fullmatch(part) is not None for part in _told(behind))


def _told(behind: str) -> list[str]:
    """Return the parts of a line that speak of the firm itself, each up to what happened before it came."""
    parts = (_AFTER.split(part, maxsplit=1)[0].strip() for part in _PARTS.split(behind))
    return [part for part in parts if part and _OF_OTHERS.search(part) is None]
