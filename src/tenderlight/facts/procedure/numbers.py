"""Numbers of the procedure, as printed; the first is the key that joins the documents of one case."""

from __future__ import annotations

import re
from dataclasses import replace

from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.persons import has_personal_number
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.procedure.chinese_codes import coded_number
from tenderlight.facts.procedure.numbers_in_sentences import number_by_form
from tenderlight.facts.procedure.subject_lines import number_of_subject
from tenderlight.facts.words.vocabulary import Meaning, meaning_of
from tenderlight.languages.scripts import HAN_CLASS, has_han
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import ProjectNumberValue

_RANK = {
    Meaning.PROJECT_NUMBER: 0,
    Meaning.LOT_NUMBER: 1,
    Meaning.CONTRACT_NUMBER: 2,
    Meaning.OTHER_NUMBER: 3,
}
_INSIDE = r"\w\-/.()\[\]〔〕【】《》#&+–—―"
_TOKEN = re.compile(
    rf"(?:[^\W_]|[\[(〔【])"
    rf"(?:[{_INSIDE}]|(?<=[\w\-])\s?(?=[-–—])|(?<=[-–—])\s?(?=\w)|(?<=[a-z])\s(?=\d(?!\d{{3}}[年\-/.]\d?\d[月\-/.]))|"
    rf"(?<=\d)\s(?=[a-z]{{1,3}}[(]\d{{1,4}}[)]))*"
)
_BRACKETED = re.compile(r"[(\[](?P<number>[a-z]{2,}[a-z0-9]*(?:[-_/][a-z0-9]+)+)[)\]]\s*$")
_DATE = re.compile(r"\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:19|20)\d\d|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_OF_YEAR = re.compile(
    r"\d{1,2}\sdel?\s(?:19|20)\d\d(?!\d)|\d{1,4}\sلسنة\s\d{4}(?:[/-]\d{4})?(?!\d)|"
    r"[ء-ی]\u200b?(?:\s[ء-ی]\u200b?){1,3}\s?[/-]\s?\d{1,6}(?:[/-]\d{1,4}){0,3}(?!\d)"
)
"""A number too short to stand alone, with its year or the letters of its office: "33 de 2021", "هـ م خ/7/2022"."""
_OFFICE_BEFORE = re.compile(r"[A-ZА-Я]{2,8}\s(?=[A-ZА-Я]{1,5}[/-][\w/-]*\d)")
"""The short name of an office, which papers write before the letters of a number: "DSDC T/25/17"."""
_YEAR_ALONE = re.compile(r"(?:del?|d[oau]|of|en)\s(?:19|20)\d\d(?![\w/-])")
_APART = re.compile(r"\s[-–—]\s")
"""A dash between blanks: in languages written with spaces no part of a number."""
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]{2,6})\s+(?=\S*\d)")
_SENTENCE_STOP = re.compile(r"\.(?=\s|$)")
_HEADING_NUMBER = re.compile(r"(?<![\w/&-])(?!(?:DE|DEL|DO|DA|DU|OF|EN|IN|NO)\s)[A-ZА-Я]{2,8}[-/ ]?\d[\w/-]*\d\b")
_LED = re.compile(
    r"(?:[^\W\d_][^\W\d_.]{1,14}(?:\.[^\W\d_]{1,6})?\s)?(?:n[°º.]|nro\.|núm\.|№)\s?(?=[\w-]*\d)|"
    r"(?:(?:e-)?(?:tender|bid|procurement|quotation|nit)\s){1,2}(?:notice|inquiry|enquiry|invitation)\s"
    r"(?:no|number|ref)\b[.:]{0,2}\s{0,2}(?=\S*\d)"
)
"""The name of a portal or of a paper before a number: "COMPR.AR N° 347-0021-LPU23", "e-Tender Notice No. CP/PC/09"."""
_OF_NOTICE = re.compile(
    r"\b(?:notice|gazette|avis|annonce|aviso|anuncio|anúncio|publication|requisition|ogłoszenia|bekanntmachungsnummer|"
    r"meldungsnummer)\b|^(?:протокол|решени|приказ|рішення|convocatoria$)"
)
"""Labels of the paper's own number: that of the procedure counts before it."""
_OF_LETTER = re.compile(r"(?:our )?ref(?:erence)?(?: no\.?)?")
_OF_TENDER = re.compile(r"(?:tender|bid|rfp|rfq|itb|solicitation) (?:notice )?(?:no|number)\b.*")
"""Labels that say whose number it is, before which the reference of a letter counts less."""
_ONLY_A_LOT = re.compile(r"0{0,3}\d{1,2}(?:\D{0,2})?")
"""What lots are counted with: no number of a procedure."""
_LONGEST_HEADING = 120
_LONGEST = 64
_HEAD = 1500
_GENERIC = frozenset({"编号", "标号", "номер", "ref"})
"""Labels that people, papers and machines have as well: they count at the head of a document only."""
_EARLY = 3
_TELLING = re.compile(r"^[^\W\d_]{2,}.*[-/].*\d")
"""Letters, a stroke or dash, digits: papers of people and machines are seldom numbered so."""
_BEHIND = re.compile(
    r"(?<=[a-z\d)\]])(?:(?:采购|招标|工程)?(?:项目|工程|一案|公告|标段)|号?(?:谈判|磋商|询价|招标|采购|评审)(?:结果|文件|公告|项目)|等)$"
)
"""Words for the procedure glued behind its number: ZB2021-009项目."""
_SUBJECT = re.compile(rf"[(](?:供应|提供|采购|购置|有关|关于)[{HAN_CLASS}]{{2,30}}[)]$")
"""What is bought, in brackets behind a number: HS-T-2022-0090（供應電子監察手帶）."""
_REMARK = re.compile(
    rf"[(][原旧现][^()]{{3,40}}[)]$|"
    rf"[(](?!第?[一二三四五六七八九十\d]{{1,3}}[次包标期批][)])(?=[^()]{{0,40}}[{HAN_CLASS}]{{3}})[^()]{{4,40}}[)]$|"
    rf"\s[-–—―]{{1,2}}\s(?=[{HAN_CLASS}]{{2}}).*$"
)
"""What is told of a number behind it: CJ110-05（110年3月2日簽訂）, EP/301/24 — 廚餘收集箱供應."""
_INVESTMENT = re.compile(r"\d{4}-\d{6}-\d{2}-\d{2}-\d{6}|p\d{6}")
"""The code of an investment project of the planning commission or the World Bank: it has many procedures."""
_AFTER_NAME = re.compile(
    r"(?:项目|工程|采购|服务|系统|设备|[”」』\"])\s*[(](?:(?:项目|采购|"
    r"招标)?编号\s*:?\s*)?(?P<number>[a-z]{2,}[a-z0-9]*(?:[-_/][a-z0-9]+)+|[a-z]{4,}\d{4}-\d+|20\d\d[-_/][a-z]{1,8}(?:[-_/][a-z0-9]+){1,3})[)]"
)
_IN_BRACKETS = re.compile(
    r"[(]\s?(?:(?![^()]{0,6}(?:统一|订单|代码|证书))[^()\s:,;、0-9]{0,6}(?:编号|案号|标号|文号))[\s:]{0,2}(?P<number>[a-z0-9][a-z0-9\-_/]{4,40}[a-z0-9])\s?[)]"
)
"""A number in brackets behind a word for it, wherever it stands: （文件编号CQ-2023-11）."""
_OF_DECISION = re.compile(
    r"(?P<number>第\s?[\w/-]*\d[\w/-]*\s?号)(?=(?:公开|书面|限制|有限|局限)?(?:招标|竞投|咨询|报价))"
)
"""第03/2022/DSLS號公開招標, in Macao."""
_TWICE_TOLD = re.compile(
    rf"[{HAN_CLASS}]\s?(?:contract|tender|quotation|file|order)\s(?:no|ref)\.?\s?:?\s(?P<number>(?=[\w/&-]*\d)[a-z0-9][\w/&-]{{3,30}}[a-z0-9])"
)
"""A number behind a label in two languages, in Hong Kong: 合約 Contract No. CEDT-23-118."""
_FEWEST_SIGNS, _SIGN_WITHIN = 3, 90
_OF_CONTRACT = re.compile(r"(?:догов[оі]р|контракт|угод)\w*(?:\s[^\W\d_][^№\n;.]{0,60})?\s?№\s?$")
_COUNTED = re.compile(r"[(]\d{1,3}[)]")
_WORD_ONLY = re.compile(rf"[{HAN_CLASS}\s]*")
_YEAR_BEHIND = re.compile(r"\sde\s(?:19|20)\d\d(?!\d)")


def find_project_numbers(notice: Notice) -> list[Statement]:
    """Return the numbers with their labels: the procedure's first, then lots', contracts' and other registers'."""
    found: dict[str, tuple[int, int, str, list[Piece]]] = {}
    is_letter = any(_OF_TENDER.fullmatch(one.label) for one in notice.of(Meaning.PROJECT_NUMBER))
    for entry in notice.of(*_RANK):
        piece = _with_year(read_number(entry), notice.language)
        if piece is None or _is_of_others(entry, piece):
            continue
        rank = 2 * _RANK[entry.meaning] + bool(_OF_NOTICE.search(entry.label))
        is_own = piece.start == entry.value.start
        rank += is_letter and is_own and _OF_LETTER.fullmatch(entry.label) is not None
        rank = 2 * _RANK[Meaning.OTHER_NUMBER] if _INVESTMENT.fullmatch(piece.flat) else rank
        if entry.strict:
            rank += 2 * (notice.language == "zh")
        known = found.get(_plain(piece.text))
        if known is None or rank < known[0]:
            pieces = known[3] if known else []
            found[_plain(piece.text)] = (rank, entry.order, entry.label, [piece, *pieces])
        else:
            known[3].append(piece)
    if (subject := number_of_subject(notice)) is not None:
        pieces = found[_plain(subject.text)][3] if _plain(subject.text) in found else []
        found[_plain(subject.text)] = (-1, 0, "", [subject, *pieces])
    for told in _by_form(notice) if found and all(rank == 1 for rank, *_ in found.values()) else ():
        found.setdefault(_plain(told.text), (0, 0, "", [told]))
    if not found and (bracketed := _behind_title(notice)):
        found[bracketed.text] = (0, 0, "", [bracketed])
    if not found and (named := _in_text(notice)):
        found[named.text] = (1, 0, "", [named])
    if not found and (heading := _in_heading(notice)):
        found[heading.text] = (0, 0, "", [heading])
    ordered = sorted(found.items(), key=lambda item: item[1][:2])
    return [
        notice.statement(StatementKind.PROJECT_NUMBER, ProjectNumberValue(number=number, label=label), pieces[:4])
        for number, (_rank, _order, label, pieces) in ordered
    ]


def _is_of_others(entry: Entry, piece: Piece) -> bool:
    """Say whether a number is a lot's or may be anybody's: people, papers and machines are numbered as well."""
    if entry.meaning is Meaning.LOT_NUMBER and _ONLY_A_LOT.fullmatch(piece.flat):
        return True
    return entry.label in _GENERIC and entry.order > _EARLY and not _TELLING.search(piece.flat)


def _by_form(notice: Notice) -> list[Piece]:
    """Return the number that its own form tells, in languages other than Chinese, as a list of one."""
    if notice.language == "zh" or not notice.sheets:
        return []
    sheet = notice.sheets[0]
    place = number_by_form(sheet.page.text)
    return [Piece(sheet=sheet, start=place[0], end=place[1])] if place is not None else []


def _with_year(piece: Piece | None, language: str) -> Piece | None:
    """Return a plain number with the year that Spanish papers print behind it: "Contrato No. 118 de 2022"."""
    if piece is None or language != "es" or not piece.text.isdecimal():
        return piece
    year = _YEAR_BEHIND.match(piece.sheet.flat, piece.end)
    return Piece(sheet=piece.sheet, start=piece.start, end=year.end()) if year is not None else piece


def _behind_title(notice: Notice) -> Piece | None:
    """Return the number in brackets that a title ends with: 审讯系统（ZJLS-ZFCG-2020-88）."""
    for entry in notice.of(Meaning.TITLE):
        match = _BRACKETED.search(entry.value.flat)
        if match is not None:
            return entry.value.part(*match.span("number"))
    if notice.title is None or notice.language != "zh":
        return None
    line = notice.title.sheet.flat[notice.title.end :].partition("\n")[0]
    match = _BRACKETED.search(line)
    end = notice.title.end
    return (
        Piece(sheet=notice.title.sheet, start=end + match.start("number"), end=end + match.end("number"))
        if match
        else None
    )


def _in_text(notice: Notice) -> Piece | None:
    """Return the number in brackets behind the name of a project in a sentence; in Macao that of the tender."""
    if notice.language != "zh" or not notice.sheets:
        return None
    sheet = notice.sheets[0]
    head = sheet.flat[:_HEAD]
    match = _AFTER_NAME.search(head)
    if match is not None:
        return Piece(sheet=sheet, start=match.start("number"), end=match.end("number"))
    labelled = _IN_BRACKETS.search(head)
    if labelled is not None:
        return Piece(sheet=sheet, start=labelled.start("number"), end=labelled.end("number"))
    decided = (_OF_DECISION.search(head) or _TWICE_TOLD.search(head)) if notice.country in {"HK", "MO"} else None
    if decided is None:
        return coded_number(sheet)
    return Piece(sheet=sheet, start=decided.start("number"), end=decided.end("number"))


def _in_heading(notice: Notice) -> Piece | None:
    """Return the number that a western heading ends with ("Request for proposals RFP-2022-19")."""
    if notice.title is None or notice.language == "zh":
        return None
    line = notice.title.sheet.page.text[notice.title.start :].partition("\n")[0][:_LONGEST_HEADING]
    match = _HEADING_NUMBER.search(line)
    start = notice.title.start
    return Piece(sheet=notice.title.sheet, start=start + match.start(), end=start + match.end()) if match else None


def read_number(entry: Entry) -> Piece | None:
    """Return the number an entry's value begins with, or None if it begins with something else."""
    if is_blank(entry.value.text):
        return None
    flat = entry.value.flat
    of_year = _OF_YEAR.match(flat)
    if of_year is not None:
        return entry.value.part(*of_year.span())
    if _YEAR_ALONE.match(flat):
        return None
    led = _LED.match(flat)
    if led is not None:
        return read_number(replace(entry, value=entry.value.part(led.end(), len(flat))))
    office = _OFFICE_BEFORE.match(entry.value.text)
    token = _TOKEN.match(flat, office.end() if office is not None else 0)
    if token is None:
        return None
    end = token.end()
    if not has_han(flat):
        end = min([end, *(found.start() for found in _APART.finditer(flat, 0, end))])
    stop = _SENTENCE_STOP.search(flat, 0, end)
    end = stop.start() if stop else end
    number = flat[:end].partition("的")[0].rstrip("-–—./ ")
    number = _REMARK.sub("", _SUBJECT.sub("", _BEHIND.sub("", _balanced(number)))).rstrip("-–—./ ")
    start = _named_again(number)
    number = number[start:]
    if not _fewest_signs(entry) <= len(number) <= _LONGEST or not any(character.isdigit() for character in number):
        return None
    if (
        _DATE.fullmatch(number)
        or _CLAUSE.fullmatch(number)
        or (has_personal_number(number) and len(number) < 12 and not number[0].isalpha())
    ):
        return None
    is_none = _WORD_ONLY.fullmatch(number) or _COUNTED.fullmatch(number)
    return None if is_none else entry.value.part(start, start + len(number))


def _fewest_signs(entry: Entry) -> int:
    """Return how short a number may be: contracts in Cyrillic letters are counted from one, behind their sign."""
    of_contract = entry.meaning is Meaning.CONTRACT_NUMBER or not entry.label
    before = entry.value.sheet.flat[max(0, entry.value.start - _SIGN_WITHIN) : entry.value.start]
    return 1 if of_contract and _OF_CONTRACT.search(before) else _FEWEST_SIGNS


def _named_again(number: str) -> int:
    """Return where a number begins behind the name of its register ("CIG 8800000A1B")."""
    word = _WORD_BEFORE.match(number)
    return word.end() if word is not None and meaning_of(word["word"]) is not None else 0


def _balanced(number: str) -> str:
    """Cut a number before a bracket that is not closed, or closed without being opened."""
    depth: list[int] = []
    for at, character in enumerate(number):
        if character in "([〔【":
            depth.append(at)
        elif character in ")]〕】":
            if not depth:
                return number[:at]
            depth.pop()
    return number[: depth[0]] if depth else number


def _plain(text: str) -> str:
    return " ".join(text.split())
