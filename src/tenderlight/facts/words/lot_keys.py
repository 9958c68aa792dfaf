"""How lots are called, in all languages: one table of words for every reader, and one key to compare their names by.

A word that is used for nothing else (标段, lote, лот) names a lot wherever a number or letter stands beside it. Others
(标的, item, package, القسم) do so only as heads of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tenderlight.languages.normalise import flatten
from tenderlight.languages.numerals import read_numeral
from tenderlight.languages.scripts import HAN_CLASS, has_han

_STEMS = "甲乙丙丁戊己庚辛"
_HAN_NUMBER = r"(?:[a-z](?![a-z])|\d{1,3}|[一二三四五六七八九十]{1,3})"
_HAN_NOUN = "合同包|采购包|标包|分包|分标|标项|标段|包组|包件|子包|品项|项次|包"
_HAN_LISTED = rf"(?:{_HAN_NOUN}|分项|标的|品目|组别)"
LOT = re.compile(
    rf"(?:第\s*{_HAN_NUMBER}\s*(?:标段|标包|分包|采购包|标项|品项|包|分标|标(?![段包项书准的识]))|"
    rf"(?:{_HAN_NOUN})\s*(?:号\s*)?{_HAN_NUMBER}(?!\d)|"
    rf"(?<![\da-z]){_HAN_NUMBER}[ \t]*(?:标段|标包|分标|号标|包(?![\d含装括])|标项))"
)
"""The name of a lot in Chinese, wherever it stands."""
_HAN_HEAD = (
    rf"(?:第[ \t]?{_HAN_NUMBER}[ \t]?(?:{_HAN_LISTED}|项|组|类(?=[ \t:])|标(?![段包项书准的识]))|"
    rf"[{_STEMS}](?:项|组|部(?=[ \t]?[(:]))|"
    rf"[a-h][ \t]?(?:组(?![{HAN_CLASS}])|标(?![{HAN_CLASS}])|类(?=[ \t]?[(:]))|"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})标"
    r"(?=[ \t]?(?:[(][^()\n]{1,30}[)])?:(?![ \t]?(?:投标|应标|参[加与]|报价)))|"
    rf"{_HAN_LISTED}[ \t]?(?:号:?)?[ \t]?{_HAN_NUMBER}(?![\d.]\d)|"
    rf"项目[ \t]?{_HAN_NUMBER}(?=[ \t]?[:(—–-]|[ \t])|lot[ \t]?(?:[a-z](?![a-z])|\d{{1,3}}(?!\d))|"
    rf"合[约同][ \t]?(?:[a-h]|[甲乙丙丁])(?=[ \t]?[:(—–-])|"
    rf"{_HAN_NUMBER}[ \t]?号?{_HAN_LISTED}(?![含装括名编内]))"
)
_AND_HAN = rf"(?:[、,和及与]第?{_HAN_NUMBER}){{1,19}}"
_HAN_SEVERAL = rf"(?:第?{_HAN_NUMBER}{_AND_HAN}(?:{_HAN_NOUN})|(?:{_HAN_NOUN}){_HAN_NUMBER}{_AND_HAN})"
_ACTS_HAN = r"[^,;。:\n]{0,24}?(?:[由因为:]|中标|成交|流标|废标|终止)"
_HEADS_HAN = (
    rf"(?:(?<=\n)|(?<=[;。:])|(?<=确定)|(?<=其中)|^|(?<=[ \t])(?={_HAN_HEAD}[ \t]?:)|(?<=,)(?={_HAN_HEAD}{_ACTS_HAN})|"
    rf"(?<=[ \t])(?={_HAN_HEAD}[ \t]{{1,3}}(?:[{HAN_CLASS}()]{{2,24}}公司|(?:承[判办]商|供应商|"
    rf"[中得]标(?:人|供应商|单位|厂?商)|成交(?:人|供应商|单位))\s?:)))"
    rf"[ \t▍■●◆▶►•·]{{0,4}}(?:[(（]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})[)）.、][ \t]?|"
    rf"[\[【〔(（])?(?P<lot>{_HAN_HEAD})"
)
_IN_TURN_HAN, _TOGETHER_HAN = ("分别", "依次"), ("均", "全部", "皆", "都", "因", "由于")
_NOBODY_HAN = rf"(?=(?:{'|'.join(_TOGETHER_HAN)})[^。;\n]{{0,40}}(?:流标|废标|失败|终止|取消))"
HEADS_HAN = re.compile(
    rf"(?P<several>{_HAN_SEVERAL}(?=[^。;\n]{{0,60}}(?:{'|'.join(_IN_TURN_HAN)}))|"
    rf"{LOT.pattern}(?:[、,和及与]{LOT.pattern}){{1,9}}{_NOBODY_HAN})|"
    rf"{_HEADS_HAN}"
)
_ONE_HEAD_HAN = re.compile(rf"(?P<several>(?!))|{_HEADS_HAN}")
_SEVERAL_HAN = (*_IN_TURN_HAN, *_TOGETHER_HAN)


def heads_han(flat: str) -> Iterator[re.Match[str]]:
    """Find the heads of lots in Chinese, at the beginning of a line or clause, or with a colon behind them.

    Returns:
        Matches with the groups `lot` for one, `several` for those that a sentence tells in turn or together.
    """
    pattern = HEADS_HAN if any(word in flat for word in _SEVERAL_HAN) else _ONE_HEAD_HAN
    return pattern.finditer(flat)


_ONE_HAN = re.compile(rf"{_HAN_NUMBER}|[{_STEMS}](?=项|组|部)")
_HAN_WORD = re.compile(rf"第|号|\s|{_HAN_NUMBER}|[{_STEMS}]|[、,和及与]")

_ORDINALS = ["اول", "أول", "ثان", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
_ORDINAL = (
    r"(?:ال)?(?:اولی?|أولی|أول|ثانیة|ثانی|ثالثة|ثالث|رابعة|رابع|خامسة|خامس|سادسة|سادس|سابعة|سابع|ثامنة|ثامن|"
    r"تاسعة|تاسع|عاشرة|عاشر)"
)
_SIGN = r"n\.?[°ºo](?:s(?!\w))?\.?|n\.(?=\s?\d)|nos?\.|nr\.?|nro\.?|n[uú]m\.?|№"
"""What may stand between the word for a lot and its number: "Lote n.º 1", "Lotto n. 2", "Partida Nro. 3"."""
LOT_WESTERN = re.compile(
    r"(?:(?:[íi]tem(?=\s*(?:n[°º.]*\s*)?\d{1,3}\b[^\n]*(?:adjudic|ganador|desiert|vencedor|fracassad))|lote|lotto|"
    r"lot|лот(?:у|а|ом|е)?|partida|rengl[óo]n|cz[ęe]ść)(?![^\W\d_])|los(?=\s*(?:nr\.?\s*)?\d{1,3}\s*[:.–-]))"
    rf"\s*(?:{_SIGN})?\s*(?:\d{{1,3}}(?!\d)|[a-z](?![\w'’]))"
)
"""The name of a lot at the beginning of a line, in languages written with spaces."""
_LOS = (
    r"los(?=[-\s]{0,2}(?:nr\.?\s{0,2})?\d{1,3}\s{0,2}(?:[:.,(–—-]|"
    r"(?:wird|wurde|geht|an|erhält|entfällt|mit|die|der|das)(?!\w)|"
    r"[^\W\d_]{3}[^:.;\n]{0,60}(?::|\san (?:die|den|das|fa\.?|firma))\s))"
)
"""A German lot; the same letters are a Spanish article."""
_NOUN = (
    rf"lots?|lotes?|lotto|lotti|lose|{_LOS}|лот(?:у|а|ом|е|ы|ів?|ами?)?|partidas?|rengl[óo]n(?:es)?|rubros?|"
    rf"[íi]tem(?:s)?|itens|"
    r"l[íi]neas?|lines?|packages?|parts?|tranches?|groups?|categor(?:y|ies)|groupes?|grupos?|zones?|zonas?|"
    r"schedules?|parcels?|perceel|sites?|sedes?|sectors?|sectores|secteurs?|"
    r"cz[ęe]ś(?:ć|ci)|zadani(?:e|a|u)|pakiet(?:u|cie)?|частин(?:а|и|і|ою)|част(?:ь|и|ью)|позици[яию]|позиці[яію]|"
    r"posición|position|teil|"
    r"المجموعة|الحصة|القسط|الرزمة|القطعة|الفئة|اللوت|لات|لوت|مجموعه|دسته|الحزمة|البند|القسم|الجزء|الدفعة|العملیة|"
    r"المنطقة|بخش|بسته|گروه|ردیف|قسمت"
)
_DESIGNATOR = rf"\d{{5,10}}(?:-[\wа-яё]{{2,6}})?|\d{{1,4}}(?:[.-]\d{{1,3}})?[a-z]?|[ivx]{{1,5}}|[a-z]|{_ORDINAL}"
_AND = r"(?:\s?&\s?|,?\s(?:and|y|e|et|und|i|и|та|و)\s)"
HEADS_WESTERN = re.compile(
    rf"(?<![\w-])(?P<noun>{_NOUN})(?![^\W\d_])(?:\s?[-–]\s?|\s{{0,2}})(?:{_SIGN}|no\.?:|#|number:?|nummer:?|"
    rf"número:?|رقم)?\s{{0,2}}\(?"
    rf"(?!n['’.])(?P<first>{_DESIGNATOR})(?P<more>(?:(?:\s?,\s?(?:{_DESIGNATOR})(?!\w)){{0,12}}{_AND}(?:{_DESIGNATOR})(?!\w))?)(?![\w%])(?![.,]\d)"
)
"""What may be the head of a lot in a list, in languages written with spaces."""
_WON_WESTERN = (
    r"(?:was |is |are |were |fue |foi |est |a été |wurde )?(?:awarded (?:to|:)|award to|adjudicad[oa]s? (?:a|à|ao)\b|"
    r"attribuée?s? (?:à|au)\b|присужден\w* |победител\w*|vergeben an|aggiudicat[oa] a\b|winner|ganador|vencedor|"
    r"attributaire|zuschlag)"
)
_NOT_WON_WESTERN = (
    r"(?:not awarded|no award|no bids?|cancelled|desiert[oa]|desert[oa]|fracassad[oa]|infructueux|sans suite|"
    r"не состоял\w*|тендер не|торги не|не відбу\w*)"
)
NAMED_WESTERN = re.compile(
    r"(?m)^[ \t]{0,6}(?:[-•*·–—]\s{0,2}|\(?\d{1,2}[.)]\s{1,2}|\(?[a-hа-д][.)]\s{1,2})?"
    r"(?P<head>(?:(?:по )?лоту?|(?:for |the )?lot|lote|para o lote|para el lote|pour le lot|le lot|los)\s[«“\"„]"
    r"(?P<quoted>[^«»“”\"„\n]{3,60})[»”\"“]\s?[:–—-]{0,2}|(?P<lot>[^\W\d_][^:\d\n«»“”\"]{2,50}?)(?::|\s[–—-]))"
    rf"(?=[^\n]{{0,4}}(?:(?P<won>(?(quoted)[^\n]{{4}}|{_WON_WESTERN}))|[^\n]{{0,20}}{_NOT_WON_WESTERN}))"
)
"""A lot that a list calls by its name alone: "Radios: awarded to X Ltd", "по лоту «Клетки» — ИП У"."""
OF_THE_WHOLE = re.compile(
    r"总|合计|共计|"
    r"(?!.*(?:\blots?\b|\blotes?\b|\blotto\b|\blos(?:es)?\b|лот|część))(?:(?:grand |overall )?total\b|итого|всего|"
    r"всього|разом|усього|gesamt|"
    r"(?:valor|preço|importe|monto|montant|valeur|precio|prezzo|importo|valore|suma|soma|somme|cuantía) "
    r"(?:total[e]?|globale?|complessivo|conjunto|agregado|acumulad[oa]|general|geral|cumulée?)\b|"
    r"(?:aggregate|combined|cumulative|overall) (?:contracts? |award(?:ed)? |tender )?(?:value|price|amount|sum|"
    r"cost)\b|"
    r"(?:value|sum) of all (?:contracts|awards)\b|общая (?:сумма|стоимость|цена)|загальна (?:сума|вартість|ціна)|"
    r"razem|łączn|إجمالی|الإجمالی|المجموع)|"
    r"[^\d]{0,30}\b(?:of all|of the \w{3,6}|de (?:todos )?los|de todos os|dos|(?:de )?tous les|des|"
    r"de l['’]ensemble des) "
    r"(?:lots|lotes|items|ítems|itens)$"
)
"""Labels of a sum over all lots."""
_DESIGNATORS = re.compile(rf"(?<!\w)(?:{_DESIGNATOR})(?!\w)")
_AND_ALONE = re.compile(_AND)
_PLURALS = (("itens", "item"), ("renglones", "renglón"), ("lotti", "lotto"))
_PLURAL_ENDS = tuple(plural for plural, _single in _PLURALS)
"""Plurals that a letter less does not make singular."""
_CASE = re.compile(r"(?<=лот)(?:у|а|ом|е|ы|ів?|ами?)(?=\s)", re.IGNORECASE)
_SINGULAR = re.compile(r"(?<=lot)es?$|(?<=[a-z]{3})s$|(?:у|а|ом|е|ы)$")
_STEM = re.compile(r"cz[ęe]ś|zadani|pakiet|частин|част|позиц|лот")
"""What the cases of a word for a lot have in common."""
_CODE_HAN = re.compile(
    rf"(?!.*(?:{_HAN_LISTED}|标|组|项目))[^\d\s]*[{HAN_CLASS}][^\d\s]*\d{{2,}}[^\d\s]{{1,6}}\d[\d-]*"
)
"""A lot that is called by a code with Chinese signs and several numbers: "商采【2023】029-1"."""
_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(ord("！"), ord("～") + 1)}


def half_width(text: str) -> str:
    """Return a text as written, full-width letters and signs as half-width ones."""
    return text.translate(_HALF_WIDTH)


@lru_cache(maxsize=2048)
def key_of(lot: str | None) -> str:
    """Return what two names of the same lot have in common: "第一包" and "包1", "Lot № 01" and "лот 1"; "" for none.

    The number counts, and the word only where it is none for a lot alone ("Item 1" is not "Lot 1").
    """
    flat = " ".join(flatten(lot or "").split())
    numbers = list((_ONE_HAN if has_han(flat) else _DESIGNATORS).finditer(flat))
    if not numbers or _CODE_HAN.fullmatch(flat):
        return flat
    number = numbers[0 if has_han(flat) else -1]
    written = number[0].lstrip("0") or number[0]
    read = read_numeral(written)
    ordinal = next((at for at, word in enumerate(_ORDINALS) if word in written), None)
    written = str(read) if read is not None else str(max(ordinal, 1)) if ordinal is not None else written
    noun = "".join(sign for sign in flat[: number.start()] + flat[number.end() :] if sign.isalpha())
    return f"{_class_of(noun)}{written}"


def _class_of(noun: str) -> str:
    """Return what a word for a lot stands for; "" for a lot."""
    if any(word in noun for word in ("项", "目", "的")) and "标项" not in noun:
        return "item "
    return "item " if noun.startswith(("item", "ítem", "iten", "lin", "lín", "pos")) else ""


def several(flat: str) -> list[str]:
    """Return the names of lots counted up in one go: 一、二标段 are 第一标段 and 第二标段, 包1、2 are 包1 and 包2."""
    noun = re.search(rf"(?:{_HAN_NOUN})", flat)
    word = noun[0] if noun else ""
    numbers = [one[0].upper() for one in _ONE_HAN.finditer(flat.replace(word, " "))]
    return [f"{word}{one}" if flat.startswith(word) else f"第{one}{word}" for one in numbers]


def western_names(written: str, match: re.Match[str]) -> Iterator[str]:
    """Yield the names of the lots of a head: "Lots 1 and 3" are lot 1 and lot 3, by the word as printed.

    Args:
        written: The page.
        match: Of `HEADS_WESTERN` in its flat copy.
    """
    if not match["more"]:
        yield _CASE.sub("", " ".join(written[match.start() : match.end()].split()))
        return
    noun = _one_of(written[slice(*match.span("noun"))])
    start = match.start("first")
    counted = _AND_ALONE.sub(lambda found: "," * len(found[0]), match[0][start - match.start() :])
    for one in _DESIGNATORS.finditer(counted):
        yield f"{noun} {written[start + one.start() : start + one.end()]}"


def _one_of(noun: str) -> str:
    """Return a word for lots in the singular, as it is printed: "itens" is "item", "RENGLONES" "RENGLÓN"."""
    for plural, single in _PLURALS:
        if noun.lower().endswith(plural):
            return noun[: -len(plural)] + (single.upper() if noun.isupper() else single)
    return noun[:-1] if noun.lower().endswith("s") and noun.lower() not in {"los"} else noun


def kind_of(noun: str) -> str:
    """Return the word for a lot that a head uses, in the singular and without its number."""
    if noun.endswith(_PLURAL_ENDS):
        return _one_of(noun)
    stem = _STEM.match(noun)
    if stem is not None:
        return stem[0]
    return _HAN_WORD.sub("", noun) if has_han(noun) else _SINGULAR.sub("", noun)
