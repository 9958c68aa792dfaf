"""Stages as notices in Cyrillic letters tell them beside their headings.

A record of a commission ("Протокол № 3 …") awards, unless it says that the procedure failed, that only envelopes were
opened, or that one alone was asked. A deed ("Акт № 2 …") takes over what a contract bought.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

Told = tuple[Stage, Piece] | None
_WITHIN = 1_200
_LONGEST = 20_000
_HEAD = 300
_ONE_SOURCE = re.compile(
    r"(?:способ|метод|вид|форма|процедура|тип)\s?(?:[а-яіїєґ]+\s){0,3}[:|\t–—-]?\s{0,3}(?:закупк[аи]\s)?"
    r"(?:у\sединственн|единственн\w+\s(?:поставщик|исполнител|подрядчик|источник)|(?:способом\s)?из\sодного\sисточник|"
    r"один\sисточник|прям\w+\sзаключени|закупівля\sв\sодного|переговорна\sпроцедура)|"
    r"\((?:скорочена\s)?переговорна\sпроцедура|"
    r"закупк\w\sу\sединственного\s(?:поставщик|исполнител|подрядчик)\w*\s(?:\(|по\sп|в\sсоответствии)"
)
"""The way of buying, where it is from one alone."""
_OPEN = frozenset({Stage.AWARD, Stage.TENDER, Stage.CONTRACT, None})
_AWAITED = frozenset({Meaning.DEADLINE, Meaning.OPENING_DATE})
_SIGNED = frozenset({Meaning.CONTRACT_DATE, Meaning.CONTRACT_SUPPLIER})
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.INTENDED})
_CONCLUDED = re.compile(
    r"(?:догово|контракт|договір)\w*\s(?:№\s?\S+\s)?(?:был\s)?(?:заключ[её]н|подписан|укладен|підписан)"
)
_RECORD = re.compile(
    r"\s{0,9}(?:выписка\sиз\s|витяг\s[зі]з?\s|итогов\w+\s|підсумков\w+\s)?(?P<record>протокол\w{0,2})(?!\w)(?!\sразногласи)"
)
_OPENED = re.compile(r"(?:вскрыти|розкритт|предварительн|попередн)\w*")
_DEED = re.compile(
    r"\s{0,9}(?P<deed>акт)\s(?:№|n\s|при|сда|зда|ока|выполн|вик|над|про\s(?:при|над|вик)|об?\s(?:при|ока|выполн|исполн)|вве|ввод|переда|поставк)"
)
_PROCEDURE = r"(?:определени\w+\sпоставщик|закуп|процедур|аукцион|конкурс|тендер|торг|запрос)"
_UNDONE = re.compile(
    r"признать\s(?:[^.\n]{0,90}\s)?несостоявш|признан\w*\sнесостоявш|не\sсостоял(?:ся|ась|ось|ись)|"
    rf"{_PROCEDURE}\w*\s(?:[^.\n]{{0,60}}\s)?(?:отменить|аннулировать|прекратить)|"
    rf"(?:отменить|аннулировать|прекратить)\s(?:[^.\n]{{0,60}}\s)?{_PROCEDURE}|"
    r"(?:відмінити|скасувати)\s(?:[^.\n]{0,60}\s)?(?:торг|закупівл|процедур|тендер)|не\sвідбул(?:ися|ася|ась|ись)|"
    r"(?<!\w)(?:торги|закупівлю|процедуру|тендер|аукціон)\s(?:закупівлі\s)?(?:було\s|повністю\s)?(?:відмінено|скасовано)|"
    r"отклонить\sвсе\s|відхилити\sвсі\s"
)
_WHOLLY = re.compile(
    rf"(?:отменить|аннулировать|прекратить)\s(?:данн\w+\s|проведение\s)?{_PROCEDURE}(?!\w*\s(?:по|в\sчасти)\sлот)|"
    r"(?:відмінити|скасувати)\s(?:цю\s|проведення\s)?(?:торг|закупівл|процедур|тендер)(?!\w*\s(?:за|по|в\sчастині)\sлот)"
)
"""The procedure as a whole is given up, whatever is said of its lots."""
_SETTLED = re.compile(
    r"победител\w{0,3}\s(?:признан|по\s|аукцион|конкурс|закупк|запрос|торг|тендер|стал|определ|—|–|-|:)|признать\sпобедител|"
    r"определить\sпобедител|переможц\w{0,3}\s(?:визна|торг|закупів|обра|—|–|-|:)|переможець|визначити\sпереможц|"
    r"(?:контракт|догово|договір)\w*\s(?:будет\s|буде\s)?(?:заключ|укла)|(?:заключить|укласти)\s(?:контракт|догов)|выбрать\s(?:поставщик|исполнител)"
)
_GIVEN_TO_ONE = re.compile(
    r"(?<!не )(?:заключить|заключается|укласти|укладається)\s(?:[а-яіїєґ]+\s){0,3}?(?:контракт|догово|договір)\w*\s"
    r"(?:[^.\n]{0,60}?\s)?(?:со?|з|із|зі)\s"
)
"""Who bid alone gets the contract."""
_UNDECIDED = re.compile(
    r"победител\w{0,3}\s(?:[^.\n]{0,60}\s)?не\s(?:определя|определ[её]н|выбира|объявля|устанавлива)|"
    r"перемож(?:ц|ець)\w{0,3}\s(?:[^.\n]{0,60}\s)?не\s(?:визнача|визначен|обира|оголошу)"
)
"""A record of a step before the last: nobody has won yet."""
_OF_GIVING_UP = re.compile(
    r"\s{0,9}(?:[а-яіїєґ]+\s){0,3}?(?:протокол|рішення|решени|наказ|приказ|повідомлення|уведомлени|извещени|сообщени|оголошення)"
    r"[а-яіїєґ]{0,4}\s(?:[^\n]{0,40}\s)?(?P<undone>(?:про|об?)\s(?:відмін|скасуван|припинен|отмен|аннулир|прекращен)[а-яіїєґ]{1,6}\s"
    rf"(?:[а-яіїєґ]+\s){{0,2}}?(?:{_PROCEDURE}|закупівл|торгів|тендер))"
)
"""The heading of a decision that gives up a procedure: "Протокольне рішення про відміну закупівлі"."""
_FIRM = (
    r"(?:тов|тдв|прат|пат|ат|фоп|пп|дп|кп|ооо|оао|зао|пао|ао|ип|тоо|чуп|чтуп|одо|осоо|гуп|муп|фгуп|товариство|общество|индивидуальн|"
    r"приватне|приватний|фізична|компани[яі]|фірма|фирма)[\s«\"“]"
)
_WON_BY = re.compile(
    rf"(?:переможець|победитель|переможцем\s(?:визнано|обрано|визначено)|победителем\s(?:признан[ао]?|стал[ао]?))\s?[:|—–-]?\s?"
    rf"{_FIRM}[^\n]{{3,90}}?\d[\d\s]{{2,}}"
)
"""Who won, by name and with a sum: no paper that asks for bids says so."""
_OF_BEFORE = re.compile(
    r"(?<!\w)(?:попередн|предыдущ|минул|прошл|прежн|колишн|торішн|прошлогодн|приклад|пример(?!н)|зразок|зразк|образ(?:ец|ц)|шаблон|"
    r"якщо|если|у\sразі|в\sслучае|може|може\sбути|будет|буде)"
)
"""A winner of another procedure, of an example, or of a case that may come."""
_LOST_AGAIN = re.compile(
    r"відмов|дискваліф|уклон|ухил|скасов|скасув|отказ|отстран|дисквалиф|отмен|аннулир|відхил|отклон|расторг|розірва|"
    r"не\s(?:уклад|заключ|подпис|підпис)"
)
_AROUND = 200
_BIDS_AWAITED = re.compile(
    r"(?:строк|срок|термін|дата|час|время)\w{0,2}\s(?:(?:и\s(?:время|час)|та\sчас|і\sчас)\s)?(?:окончани\w+\s|закінченн\w+\s)?"
    r"(?:при[её]м\w{0,2}\s|прийо\w+\s|прийняття\s|подачи\s|подання\s|представления\s)"
)
"""Words for the last day for bids."""
_LOT = re.compile(r"(?<!\w)лот\w{0,2}\s?(?:№\s?)?\d")
"""Where there are lots, one may have failed and another not."""
_GIVEN_UP = re.compile(
    rf"{_PROCEDURE}[^.\n]{{0,220}}?\s"
    r"(?:отменен[аоы]?|отменён|аннулирован[аоы]?|прекращен[аоы]?|снят[аоы]?\sс\s)|"
    r"(?:торги|закупівл\w|процедур\w|тендер)[^.\n]{0,160}?\s(?:відмінено|скасовано|відмінена|скасована|припинено)"
)


def told_in_cyrillic(stage: Told, sheets: Sequence[Sheet], entries: Sequence[Entry], language: str) -> Told:
    """Return the stage, or another that the kind of paper, the way of buying or its outcome tells.

    Args:
        stage: What heading, fields and sentences tell.
        sheets: The document.
        entries: What it says.
        language: ISO 639-1; other languages than Russian and Ukrainian have rules of their own.
    """
    if language not in {"ru", "uk"} or not sheets:
        return stage
    won = any(one.meaning in _WINNERS and not one.old for one in entries)
    stage = _by_outcome(_by_paper(stage, sheets[0]), sheets[0], entries, won=won)
    stage = _from_one_source(stage, sheets[0], entries)
    stage = _given_all_the_same(stage, sheets[0], won=won)
    return _undone(stage, sheets[0], won=won)


def _by_paper(stage: Told, sheet: Sheet) -> Told:
    """Return what a record or a deed tells, where nothing else than the fields of a contract or a tender did."""
    if (stage[0] if stage else None) not in {Stage.TENDER, Stage.CONTRACT, None}:
        return stage
    record = _RECORD.match(sheet.flat)
    if record is not None:
        opened = _OPENED.search(sheet.flat[:_HEAD].partition("\n")[0])
        told = Stage.CANDIDATE if opened is not None else Stage.AWARD
        return told, Piece(sheet=sheet, start=record.start("record"), end=record.end("record"))
    deed = _DEED.match(sheet.flat)
    if deed is not None and stage is not None and stage[0] is Stage.CONTRACT:
        return Stage.ACCEPTANCE, Piece(sheet=sheet, start=deed.start("deed"), end=deed.end("deed"))
    return stage


def _by_outcome(stage: Told, sheet: Sheet, entries: Sequence[Entry], *, won: bool) -> Told:
    """Return an award where a paper named after its procedure says who won it for how much; what its heading undoes."""
    told = stage[0] if stage is not None else None
    if told is Stage.AWARD and not won:
        undone = _OF_GIVING_UP.match(sheet.flat[:_HEAD])
        span = undone.span("undone") if undone is not None else None
        return (Stage.CANCELLATION, Piece(sheet=sheet, start=span[0], end=span[1])) if span is not None else stage
    if told not in {Stage.TENDER, None} or ("перемож" not in sheet.flat and "победител" not in sheet.flat):
        return stage
    awaited = any(one.meaning in _AWAITED and not one.old for one in entries) or _BIDS_AWAITED.search(sheet.flat)
    by = _WON_BY.search(sheet.flat[:_LONGEST]) if not awaited else None
    return (Stage.AWARD, Piece(sheet=sheet, start=by.start(), end=by.end())) if by and _still_holds(by) else stage


def _still_holds(by: re.Match[str]) -> bool:
    """Say whether the words around a winner make it that of this procedure, neither refusing nor put out."""
    before = "\n".join(by.string[max(0, by.start() - _AROUND) : by.start()].split("\n")[-2:])
    behind = by[0] + by.string[by.end() : by.end() + _AROUND].partition("\n")[0]
    return _OF_BEFORE.search(before) is None and _LOST_AGAIN.search(behind) is None


def _from_one_source(stage: Told, sheet: Sheet, entries: Sequence[Entry]) -> Told:
    """Return buying from one alone, where a paper says so and nothing has been signed."""
    if (stage[0] if stage else None) not in _OPEN:
        return stage
    if any(one.meaning in _SIGNED and not one.old for one in entries) or _CONCLUDED.search(sheet.flat[:_WITHIN]):
        return stage
    told = _ONE_SOURCE.search(sheet.flat[:_WITHIN])
    if told is not None:
        return Stage.SINGLE_SOURCE, Piece(sheet=sheet, start=told.start(), end=told.end())
    meant = next((one for one in entries if one.meaning is Meaning.INTENDED and one.label and not one.old), None)
    won = any(one.meaning is Meaning.SUPPLIER and not one.old for one in entries)
    return (Stage.SINGLE_SOURCE, meant.value) if meant is not None and not won else stage


def _given_all_the_same(stage: Told, sheet: Sheet, *, won: bool) -> Told:
    """Return an award where a record says that a procedure failed and that the one who bid gets the contract."""
    if stage is None or stage[0] is not Stage.CANCELLATION or not won:
        return stage
    given = _GIVEN_TO_ONE.search(sheet.flat[:_LONGEST])
    return (Stage.AWARD, Piece(sheet=sheet, start=given.start(), end=given.end())) if given is not None else stage


def _undone(stage: Told, sheet: Sheet, *, won: bool) -> Told:
    """Return that a procedure failed or was given up, where a record or a letter says so and nobody has won."""
    flat = sheet.flat[:_LONGEST]
    if len(_LOT.findall(flat)) > 1:
        whole = _WHOLLY.search(flat) if not won else None
        told = (Stage.CANCELLATION, Piece(sheet=sheet, start=whole.start(), end=whole.end())) if whole else stage
        return told if (stage[0] if stage else None) in {Stage.AWARD, None} else stage
    if won or (stage[0] if stage else None) not in {Stage.AWARD, None}:
        return stage
    undecided = _UNDECIDED.search(flat) if not _UNDONE.search(flat) else None
    if undecided is not None:
        return Stage.CANDIDATE, Piece(sheet=sheet, start=undecided.start(), end=undecided.end())
    if _SETTLED.search(flat):
        return stage
    undone = _UNDONE.search(flat) or (_GIVEN_UP.search(flat) if stage is None else None)
    return (Stage.CANCELLATION, Piece(sheet=sheet, start=undone.start(), end=undone.end())) if undone else stage
