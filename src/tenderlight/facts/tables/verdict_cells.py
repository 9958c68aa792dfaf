"""Cells of a table that say of their row whether its bidder won, whatever the head of their column is called."""

from __future__ import annotations

import re
from functools import lru_cache

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning, marks
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han

_HAN = re.compile(
    r"(?:未|不|拟)?(?:中标|成交|中选|入围|入选|得标)(?:人|单位|供应商|方|商)?|决标|落标|落选|否决|(?:作?废标|无效)(?:投标|标)?|"
    r"(?:不|未)通过|非最低标|次低标|(?:资格)?不(?:符|合格)"
)
AROUND_HAN = " .!*()[]★☆※●◆▲√✓✔"
"""Signs that stand beside a Chinese verdict and say no more than it does."""
_WON = frozenset(flatten(word) for word in marks("row_won"))
_LOST = frozenset(
    {
        *("not selected", "not awarded", "unsuccessful", "rejected", "lost", "disqualified", "non-responsive"),
        *("no adjudicado", "no adjudicada", "rechazada", "desestimada", "descalificada", "perdedor", "non retenu"),
        *("rejeté", "écarté", "não adjudicado", "desclassificada", "desclassificado", "inabilitada", "отклонена"),
        *("отклонено", "проиграл", "второе место", "відхилено", "не переміг", "nicht berücksichtigt"),
    }
)
_WITH = re.compile(r"\s?(?:&|/|,|\band\b|\by\b|\bet\b)\s?")
_ALSO = frozenset({"recommended", "responsive", "evaluated", "compliant", "1st", "first", "lowest", "recomendado"})
"""What a cell may say of a winner besides."""
_APART = re.compile(r"\s[–—-]\s|[:;,(]\s?")
"""What stands between a verdict and the reason for it."""
_REASON = re.compile(
    r"\b(?:lowest|best|cheapest|highest|most (?:economically )?advantageous|l-?1|h-?1|rank(?:ed)? (?:no\.? )?1|"
    r"1st|first|"
    r"sole|only (?:bid|offer|responsive)|m[aá]s (?:baj[ao]|econ[oó]mic[ao]|ventajos[ao]|convenientes?)|mejor|menor|"
    r"mayor puntaje|[uú]nic[ao]|primer(?:o|a)?|1\s?[.º°ª]|melhor|mais vantajos[ao]|primeir[oa]|plus bas|"
    r"moins.disante?|"
    r"mieux.disante?|meilleure?|seule?|1(?:er|re)|premi(?:er|ère)|наименьш\w+|лучш\w+|самая низкая|единственн\w+|"
    r"найнижч\w+|найкращ\w+|niedrigste\w*|günstigste\w*|wirtschaftlichste\w*)(?!\w)"
)
"""Why a bidder won, beside the word that it did: "Successful - lowest evaluated responsive bidder"."""
_REASON_WORD = re.compile(
    r"lowest|best|cheapest|highest|most|economically|advantageous|[lh]-?1|rank(?:ed|ing)?|no|1|1st|first|sole|only|bids?|"
    r"(?:bidd|tend)er(?:er)?s?|offers?|tenders?|proposals?|quot(?:e|es|ed|ation)|prices?|priced|costs?|value|money|"
    r"responsive|responsible|evaluated|substantially|technically|commercially|financially|technical|financial|compliant|"
    r"qualified|conforming|acceptable|valid|overall|total|combined|scor(?:e|es|ed|ing)|points|received|submitted|supplier|"
    r"in|the|and|of|by|with|as|an?|for|among|all|"
    r"m[aá]s|baj[ao]|econ[oó]mic[ao]|económicamente|técnicamente|ventajos[ao]|convenientes?|mejor|menor|mayor|puntaje|"
    r"puntuación|calificación|[uú]nic[ao]|primer[oa]?|lugar|orden|mérito|ofertas?|oferente|postor|licitador|proponente|"
    r"propuestas?|precios?|valor|costo|evaluad[oa]|válid[oa]|admitid[oa]|presentad[oa]|relación|calidad|total|"
    r"el|la|l[oa]s|del?|en|y|por|con|"
    r"melhor|mais|vantajos[ao]|primeir[oa]|propostas?|preço|lance|colocad[oa]|classificad[oa]|licitante|global|"
    r"técnica|e|[ao]|d[ao]|com|"
    r"plus|bas(?:se)?|moins|mieux|disante?|(?:moins|mieux)-disante?|meilleure?|seule?|1(?:er|re)|premi(?:er|ère)|classée?|"
    r"rang|offres?|prix|soumissionnaire|candidate?|conforme|économiquement|avantageuse|note|rapport|qualité|"
    r"qualité-prix|évaluée?|reçue|l[ea]?|du|une?|et|"
    r"(?:наименьш|лучш|низк|единственн|предложен|заявк|участник|стоимост|цен|услови|допущен|соответств)\w*|самая|по|за|с|и|"
    r"(?:найнижч|найкращ|найменш|єдин|пропозиц|цін|учасни|варт|умов)\w*|та|і|з|"
    r"(?:niedrigst|günstigst|wirtschaftlichst|angebot|preis|bieter|einzig|best)\w*|d(?:as|er|ie|em|en|es)|mit|und"
)
"""What such a reason is made up of; another word may tell of something else: "highest risk", "best value in 2019"."""
_WORD = re.compile(r"[\w-]*\w")
_UNDONE = (
    r"cancel\w*|withdr\w+|declin\w+|revok\w+|reserve\w*|reject\w*|disqualif\w+|annul\w*|terminat\w+|rescind\w+|overturn\w*|"
    r"lapsed|expired|failed|refused|(?:first|1st|preliminary|technical) (?:stage|phase|round)|"
    r"(?:stage|phase) (?:1|i|one)|"
    r"rechaz\w+|desist\w+|anulad\w+|retirad\w+|retir[oó]|perdi(?:ó|d[oa])|suplentes?|renunci\w+|rescindid\w+|resuelt\w+|"
    r"revocad\w+|revogad\w+|cancelad\w+|inabilitad\w+|desclassificad\w+|descalificad\w+|perdeu|suppléante?s?|réserve|"
    r"reserva\w*|rejet\w*|écart\w*|résilié\w*|retirée?|abandon\w*|désist\w*|riserva|annullat\w+|revocat\w+|"
    r"отклон\w+|отказ\w*|отмен\w+|расторг\w+|аннулир\w+|резерв\w*|уклон\w+|"
    r"відхил\w+|відмов\w+|скасован\w+|розірван\w+|anulowan\w+|odrzucon\w+|rezerw\w+|"
    r"ausgeschl\w+|aufgehoben|zurückgez\w+|storniert\w*|nachrücker\w*"
)
_IS_UNDONE = re.compile(rf"\b(?:{_UNDONE})(?!\w)")
"""What takes back that a bidder won, or says that it won less than the contract."""
_DENIED = re.compile(
    rf"\b(?:{_UNDONE}|not|no(?! ?\.? ?1(?!\d))|non?-?|un(?:success|respons)\w+|"
    r"never|second|2nd|third|3rd|l-?[2-9]|until|if|"
    r"subject|pending|stages?|phases?|rounds?|fases?|etapas?|étapes?|этап\w*|етап\w*|segund[oa]|tercer[oa]?|"
    r"terceir[oa]|pas|"
    r"deuxième|seconde?|troisième|sous réserve|не|ні|втор\w+|трет\w+|друг\w+|nicht|kein\w*|zweite\w*|dritte\w*)(?!\w)"
)
_TRIMMED = " \t\n.,;:()[]*•!—–-"
_LONGEST = 30
_LONGEST_WITH_REASON = 90
_LONGEST_CELL = 400
_IN_BRACKETS = re.compile(r"\s?\([^()]*(?:\)|$)")


def verdict_of(cell: Piece) -> Hit | None:
    """Return a label for a cell that holds nothing but a word for a winner or a loser, or None.

    It is none of a lot's state: "未中标" in the row of a bidder says nothing of its lot.
    """
    if not 0 < cell.end - cell.start <= _LONGEST or not is_verdict(cell.flat):
        return None
    label = "结果" if has_han(cell.flat) else "result"
    return Hit(start=0, value_start=0, label=label, meaning=Meaning.OTHER)


@lru_cache(maxsize=4096)
def is_verdict(flat: str) -> bool:
    """Say whether a text is nothing but a word for a winner or a loser.

    Args:
        flat: Flat text of a cell.
    """
    if len(flat) > _LONGEST:
        return False
    plain = flat.strip(AROUND_HAN)
    if has_han(plain):
        return _HAN.fullmatch("".join(plain.split())) is not None
    return plain in _LOST or is_won(flat)


def is_won(flat: str) -> bool:
    """Say whether a text in a language written with spaces says nothing but that a bidder won, and why.

    "Awarded (sole responsive)", "Recommended & awarded", "L1 (Awarded)", "Adjudicado - oferta más ventajosa".
    """
    if _won_with_reason(flat):
        return True
    if _IS_UNDONE.search(flat):
        return False
    plain = _IN_BRACKETS.sub("", flat[:_LONGEST_CELL]).strip(_TRIMMED) or flat.strip(_TRIMMED)
    parts = _WITH.split(plain)
    return plain in _WON or (any(one in _WON for one in parts) and all(one in _WON or one in _ALSO for one in parts))


@lru_cache(maxsize=4096)
def _won_with_reason(flat: str) -> bool:
    """Say whether a text says that a bidder won, and besides only that its bid was the first."""
    if len(flat) > _LONGEST_WITH_REASON or _REASON.search(flat) is None or _DENIED.search(flat):
        return False
    parts = [part.strip(_TRIMMED) for part in _APART.split(flat)]
    told = [part for part in parts if part]
    won = [part for part in told if part in _WON]
    return bool(won) and all(part in _WON or _is_reason(part) for part in told)


def _is_reason(part: str) -> bool:
    """Say whether words say that a bid was the first, and nothing else."""
    return _REASON.search(part) is not None and all(_REASON_WORD.fullmatch(word) for word in _WORD.findall(part))
