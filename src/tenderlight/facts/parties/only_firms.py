"""Who won, where no words say so and one company is all that is left: the last of several ways to a supplier.

An award or a contract that names its buyer and one company that sells names its supplier, however the sentence is
built ("Destinataire : X SA", "To: X Ltd, Unit 6", "… has gone to X Inc."). Companies of which the document says that
they lost, make, insure, advise or did something before are set aside first; with lots, groups or several companies
left, nobody is told. What speaks against such a claim is said with it: no word stands beside the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tenderlight.facts.lots.chinese_firms import companies_han
from tenderlight.facts.lots.verdicts import LOST, OTHERS, VOID, clauses_of
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import companies
from tenderlight.facts.pages.document import CONCLUDED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.prose.no_award import falls_behind, is_of_other
from tenderlight.facts.words.lot_keys import HEADS_WESTERN
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern
from tenderlight.languages.scripts import has_han

_LONGEST = 12_000
"""Characters of a document that are short enough for one name to be the only one."""
_GROUP = mark_pattern("consortium")
_SEVERAL = re.compile(
    r"\b(?:award|adjud|attribu|octroy|appoint|let|given)\w*\s(?:to\s|a\s|à\s|aux\s|among\s)?(?:[2-9]|[1-9]\d|"
    r"two|three|four|five|"
    r"six|several|dos|tres|cuatro|varios|deux|trois|quatre|plusieurs|dois|três|vários)\s"
)
"""Words by which several have won."""
_NAMED = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.INTENDED})
TAKEN = frozenset(
    {
        Meaning.AGENCY,
        Meaning.BUYER,
        Meaning.CONTRACT_BUYER,
        Meaning.END_USER,
        Meaning.ITEM_BRAND,
        Meaning.ITEM_NAME,
        Meaning.ITEM_MODEL,
        Meaning.LOSER,
        Meaning.CANDIDATE,
        Meaning.PERSON,
        Meaning.SUBCONTRACTOR,
        Meaning.BUDGET,
    }
)
"""Values that name somebody else, or nobody who sells."""
_ELSE = re.compile(
    r"\b(?:not (?:awarded|selected|successful)|recommend|recomiend|recomend|recommand|suger|sugiere|propos|"
    r"propon|рекоменд|un(?:successful|awarded)|losing|lost|reject|rechaz|desech|desestim|écart|rejet|exclu|"
    r"отклон|відхил|geboten|"
    r"unterlag|(?:nach|sub)unternehm|unterauftr|podwykonaw|mit der (?:[\w-]+ )?(?:prüfung|beratung|begleitung|wartung)|"
    r"compet|rival|against|instead of|second|third|segund[ao]|tercer|deuxième|втор|друг|інш|остальн|решт|"
    r"other|otr[oa]s|outr[oa]s|autres?|weitere|pozostał|także|also|tambi[eé]n|também|également|auch|previous|former|"
    r"ahead of|beating|por delante|à frente d|devant|davanti|incumbent|earlier|anterior|précédent|прежн|"
    r"попередн|subcontract|sous-trait|subcontrat|subempre|субподряд|"
    r"субпідряд|"
    r"manufactur|fabri[ck]|hersteller|produttore|производител|виробник|agent|consult|advis|audit|supervis|insur|"
    r"assur|asegurador|segurador|страхов|bank|banco|banque|банк|guarantor|garant|поручител|bond|notar|on behalf|"
    r"newspaper|published|trademark|licen[cs]e|compatible|affiliate|subsidiary|parent|plaintiff|versus|complain|"
    r"protest|appeal|reclam|жалоб|скарг)|"
    r"未|落选|其他|其余|另外|第[二三四]|候选|制造|生产|品牌|代理|担保|保险|银行|评估|监理|审计|鉴证|原供应商|原合同|上期|"
    r"投诉|质疑|发布媒体|来源|网站|平台|开户|分包|转包|咨询|设计|检测|投标人|参与|报价"
)
"""What is said of companies that are not who won."""
_FOR = re.compile(
    r"\b(?:award|adjudi[ck]|adjug|attribu|octroy|won|win|winn|selec|chosen|retenu|retenir|appoint|approv|accept|"
    r"acept|aceit|favou?r|purchas|engag|suppl|vendor|contract|proveedor|fornecedor|homolog|benefici|titulaire|"
    r"confi[ée]|"
    r"vencedor|ganador|vergeben|vergabe|zuschlag|auftrag|erteilt|erhält|affid|aggiudic|wybra|udziel|wykonawc|"
    r"победител|выигра|поставщик|исполнител|подрядчик|переможц|постачальник|виконавец|доста|заключ|уклад|sign|"
    r"firm[oóa]|"
    r"suscri|celebr|conclu|deliver|destinataire|señores|furnish|commande)|"
    r"^\s*(?:to|an|a|à|al?|кому)\s*[:,]|^\s*m/s|中标|成交|中选|得标|入围|供货|承办|供应|乙方|卖方|承包|受托|承建|供方|胜出|选定|"
    r"签订|签约|判给|批给|授予|委托|致|受文者|贵公司"
)
"""What is said of who won, of whom it was bought from, or of whom a letter is written to."""
_ENDS = re.compile(r"(?<=[A-Z]{2})\.\s+(?=[A-ZÀ-Þ][a-zà-ÿ'’])")
_ENUMERATOR = re.compile(
    r"\s*(?:[-•*·–—]|\(?\d{1,3}[.)]|\d{1,8}\s{1,3}(?=[A-Z]))?\s*(?i:m/s\.?|messrs\.?|firma|fa\.|ditta)?\s*"
)
_GOES_BEFORE = re.compile(r"[^\W\d_a-zà-ÿа-яёіїєґ][\w’'.]*\s[–—-]\s$")
_TWO = re.compile(r"[\"”»“«]\s*\)|[)\"”»],?\s+(?:and|y|e|et|и|та|und)\s")
_LEFT_OUT = re.compile(r"[\W_]+")


@dataclass(slots=True, kw_only=True)
class _Firm:
    """A company as far as it has been met."""

    piece: Piece
    key: str
    said: int = 0
    """In how many clauses something is said of it that is said of winners."""
    other: int = 0
    """In how many it is somebody else."""
    met: int = 0
    places: list[Piece] = field(default_factory=list)


def only_firm(notice: Notice, parties: Iterable[str]) -> Piece | None:
    """Return where the one company stands that the document can have bought from, or None.

    Args:
        notice: An award, contract or acceptance in which no words say who won.
        parties: Names of the buyer and the agency. Without a buyer, words of winners must stand beside the name.
    """
    others = [key_of_name(name) for name in parties]
    if notice.stage not in CONCLUDED or not is_about_one(notice):
        return None
    firms = _without_parts(
        firm for firm in _met(notice) if not any(firm.key in other or other in firm.key for other in others)
    )
    left = [firm for firm in firms if firm.other < firm.met]
    if len(left) != 1 or left[0].other > left[0].said or _is_torn(left[0].piece):
        return None
    proved = left[0].said or (others and len(firms) == 1 and not _may_be_part(notice))
    return left[0].piece if proved else None


def _may_be_part(notice: Notice) -> bool:
    """Say whether parts of what was bought, or nobody, may have been given to others who are not met by their form."""
    return any(VOID.search(sheet.flat) or HEADS_WESTERN.search(sheet.flat) for sheet in notice.sheets)


def _is_torn(piece: Piece) -> bool:
    """Say whether a name has a beginning that its form does not tell: "Luz – Segurança, S.A.", or is two names."""
    before = piece.sheet.page.text[max(0, piece.start - 40) : piece.start]
    return _GOES_BEFORE.search(before) is not None or _TWO.search(piece.text) is not None


def is_about_one(notice: Notice, *, labels: bool = True) -> bool:
    """Say whether a document is short, has no lots and no groups, and no label that names its supplier otherwise.

    Args:
        notice: The document.
        labels: Whether a label for who won with anything but a company behind it counts as another name.
    """
    if sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return False
    if any(entry.lot is not None or entry.meaning is Meaning.LOT for entry in notice.entries):
        return False
    if labels and any(entry.label and not _holds_company(entry.value) for entry in notice.of(*_NAMED)):
        return False
    return not any(_GROUP.search(sheet.flat) for sheet in notice.sheets) and not tells_of_several(notice)


def tells_of_several(notice: Notice) -> bool:
    """Say whether words of a document say that several have won."""
    return any(_SEVERAL.search(sheet.flat) for sheet in notice.sheets)


def _holds_company(value: Piece) -> bool:
    return bool(companies_han(value)) if has_han(value.flat) else any(companies(value.text))


def _met(notice: Notice) -> Iterator[_Firm]:
    """Yield the companies of the document, each once, with how often it is said to be who won, or somebody else."""
    firms: dict[str, _Firm] = {}
    taken = [entry.value for entry in notice.entries if entry.meaning in TAKEN or _is_bid(entry)]
    for sheet in notice.sheets:
        headed = False
        for clause in _clauses(Piece(sheet=sheet, start=0, end=len(sheet.flat))):
            names = _named(clause)
            is_other = any(one.search(clause.flat) for one in (_ELSE, LOST, OTHERS))
            is_other = is_other or is_of_other(clause.text, notice.language)
            for piece in names:
                firm = firms.setdefault(key_of_name(piece.text), _Firm(piece=piece, key=key_of_name(piece.text)))
                firm.met += 1
                firm.other += (
                    is_other
                    or headed
                    or falls_behind(piece.sheet.flat, piece.end)
                    or any(_holds(value, piece) for value in taken)
                )
                firm.said += not is_other and not headed and _FOR.search(clause.flat) is not None
            if clause.flat.strip() and not names:
                headed = is_other and clause.flat.rstrip().endswith(":")
    yield from firms.values()


def _clauses(whole: Piece) -> Iterator[Piece]:
    """Yield lines, sentences and clauses; a legal form in capitals may end a sentence ("… à X SAS. Le prix …")."""
    for clause in clauses_of(whole):
        position = 0
        for stop in _ENDS.finditer(clause.text):
            yield clause.part(position, stop.end())
            position = stop.end()
        yield clause.part(position, len(clause.text))


def _is_bid(entry: Entry) -> bool:
    """Say whether a name stands in a row of a table: what such rows say of who won is read there."""
    return entry.meaning is Meaning.PARTY and entry.row is not None


def _holds(value: Piece, piece: Piece) -> bool:
    return value.sheet.page is piece.sheet.page and value.start <= piece.start and piece.end <= value.end


def _named(clause: Piece) -> list[Piece]:
    """Return the companies of a clause, without the words of their part and what numbers them."""
    if has_han(clause.flat):
        return [name.piece for name in companies_han(clause)]
    pieces = []
    for start, end in companies(clause.text):
        lead = _ENUMERATOR.match(clause.text, start, end)
        named = [name.piece for name in find_names(clause.part(lead.end() if lead else start, end))]
        pieces += named[:1]
    return pieces


def _without_parts(firms: Iterable[_Firm]) -> list[_Firm]:
    """Return the companies without the short forms of others: they are counted with their full names."""
    kept: list[_Firm] = []
    for firm in sorted(firms, key=lambda one: -len(one.key)):
        whole = next((one for one in kept if firm.key in one.key), None)
        if whole is None:
            kept.append(firm)
            continue
        whole.met, whole.other, whole.said = whole.met + firm.met, whole.other + firm.other, whole.said + firm.said
    return kept


def key_of_name(name: str) -> str:
    """Return a name as it is compared: without blanks, signs and capitals."""
    return _LEFT_OUT.sub("", name).casefold()


def entry_of(notice: Notice, piece: Piece) -> Entry:
    """Return the entry that a name found by elimination makes: that of a supplier without a label."""
    return Entry(meaning=Meaning.SUPPLIER, label="", value=piece, order=len(notice.entries))
