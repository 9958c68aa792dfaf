"""Sentences that tell the stage of a document without a heading or telling labels, in languages written with spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.told import RUNNING
from tenderlight.facts.stages.words import IBERIAN_PROCEDURES
from tenderlight.facts.words.running import DECIDED_LETTER
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

_PAGES, _LONGEST = 3, 20_000
_ROMANCE = frozenset({"es", "pt", "fr"})
_PROCEDURE = (
    rf"(?:tender|procurement|procedure|bid|solicitation|rfp|rfq|competition|process|{IBERIAN_PROCEDURES}|"
    r"procédure|consultation|appel d['’]offres|marché|лот|закупк|аукцион|конкурс|запрос|закупівл|торги|тендер)"
)
_UNDONE = re.compile(
    rf"\b{_PROCEDURE}\w*\b[^.\n]{{0,120}}?\b(?:is|are|has been|have been|was|were)\s(?:hereby\s|therefore\s)?"
    r"(?:cancelled|canceled|annulled|withdrawn|terminated|abandoned|aborted)\b|"
    r"\b(?:decided|resolved|chosen|elected|determined) not to (?:proceed|go ahead|award|continue|pursue|buy|"
    r"purchase)\b|"
    rf"\b{_PROCEDURE}\b(?:[^.\n]|(?<=\bn)\.|(?<=\bno)\.|\.(?=\d)){{0,160}}?\b(?:est|a été|sont|ont été|ha sido|"
    rf"fue|queda|foi|"
    r"fica)\s(?:déclarée?\s|declarad[oa]\s|par la présente\s)?(?:annulée?s?|infructueu(?:x|se)|sans suite|"
    r"abandonnée?s?|"
    r"anulad[oa]|cancelad[oa]|sin efecto|sem efeito|revogad[oa])\b|"
    r"\b(?:will|shall) not (?:now )?(?:proceed|be proceeding|be awarded|be pursued|go ahead)\b|"
    r"\bno (?:contract|award|order) (?:will|shall|is to|was|has been|has) (?:be(?:en)? )?(?:made|awarded|placed)\b|"
    r"\b(?:статус|стан|состояние|status|estado|situação|statut|état|stato)(?:\s\w+){0,3}\s?:\s{0,3}(?:відмінен|"
    r"скасован|"
    r"отменен|cancel|desiert|fracasad|revogad|anulad|annul|sans suite|infructueu|abandonn|не состоял|не відбул)|"
    r"\b(?:renonce|décide de renoncer|décide de ne pas donner suite|ne (?:sera )?donn(?:é|era) pas suite|"
    r"se ha decidido no (?:continuar|adjudicar))\b|"
    rf"\b(?:decided|resolved|resolves|decides) to (?:cancel|annul|withdraw|terminate|"
    rf"abandon)\b[^.\n]{{0,60}}?{_PROCEDURE}|"
    r"\bdecl[aá]r(?:ar|a|e|o|ó|ase|ese|asele)\s(?:como\s)?(?:fracasad|desiert|nul)[oa]\b|"
    rf"\bdéjese sin efecto\b[^.\n]{{0,60}}?{_PROCEDURE}|"
    rf"\b(?:rev[oó]ca(?:se|r)?|revogar?|revoga-se|anular?|anula-se|cancelar?|"
    rf"cancela-se)\b[^.\n]{{0,50}}?{_PROCEDURE}|"
    r"\bdeclar(?:a|o|ar|ada?)\s(?:como\s)?(?:fracassad|desert)[oa]\b|"
    r"\bdéclar(?:e|ée?|er|ons)\s(?:la procédure\s|le marché\s)?(?:infructueu(?:x|se)|sans suite)\b|"
    r"\bпризна(?:ть|н\w*|ється)\b[^.\n]{0,60}?(?:несостоявш|такими, що не відбулися)|"
    rf"\b(?:отменить|отменен\w*|відмінити|відмінено|скасовано)\b[^.\n]{{0,60}}?{_PROCEDURE}"
)
_AWARDED = re.compile(
    r"\b(?:following|these|below)\scontracts?\s(?:listed\s(?:below\s)?)?(?:was|were|has been|"
    r"have been)\s(?:awarded|let|placed|concluded)\b|"
    r"\b(?:se adjudicaron|fueron adjudicados)\slos siguientes contratos\b|\bles (?:marchés|"
    r"contrats) suivants ont été attribués\b|"
    r"\bforam adjudicados os seguintes contratos\b"
)
_OF_GIVING = r"(?i:attribution|adjudication|adjudicaci[oó]n|adjudicação|aggiudicazione|award)"
_AWARD_UNDONE = re.compile(
    rf"\b{_OF_GIVING}\b{RUNNING}{{0,240}}?\b(?i:a été|est|ha sido|fue|queda|foi|fica|è stata|viene|was|has been)\s"
    r"(?i:(?:par la présente|hereby|dejada|declarada|déclarée)\s)?"
    r"(?i:annulée?|rapportée?|retirée?|anulada|revocada|sin efecto|sem efeito|revogada|annullata|revocata|annulled|"
    r"revoked|cancelled|rescinded)\b|"
    r"\b(?i:rev[oó]ca(?:r|se|re)?|anular|anúlase|d[eé]ja(?:r|se|nse)? sin efecto|revogar?|tornar? sem efeito|annuler|"
    rf"rapporter|annullare|annulla)\s(?i:(?:parcialmente|totalmente)\s)?(?i:la |a |l['’]){_OF_GIVING}\b"
)
"""An award that is taken back: who had won has won nothing."""
_WITHIN = r"(?:[^.;\n]|\.(?=\d|\s(?-i:[a-z(]))|\n(?![^\n:]{2,40}:))"
_SELECTION_UNDONE = re.compile(
    rf"(?<![Ii]f the )(?<![Ss]hould the )\b(?i:winner (?:selection|determination|announcement|evaluation)|"
    rf"(?:selection|determination|choice|naming|announcement) (?:of|naming){_WITHIN}{{0,120}}?\bwinner)\b"
    rf"{_WITHIN}{{0,160}}?\b(?i:is|was|were|has been|have been|stands|being)\s"
    r"(?i:(?:hereby|therefore|declared|later|now)\s){0,2}(?i:(?:null and )?void|null|invalid|set aside|annulled|"
    r"revoked|withdrawn|cancelled|canceled|rescinded|quashed|overturned)\b"
)
"""The selection of a winner that is void or set aside, whatever the heading is."""
_PLANNED = re.compile(
    r"\b(?:intends?|plans?|is planning|proposes?) to (?:procure|purchase|buy|acquire|tender for|go to market|"
    r"launch a (?:procurement|tender))\b|"
    r"\b(?:planea|prevé|tiene previsto|proyecta) (?:contratar|adquirir|licitar)\b|"
    r"\bprevê (?:contratar|adquirir|licitar)\b|"
    r"\benvisage d[e'’]\s?(?:acquérir|lancer|passer|attribuer)|\bпланирует (?:закупить|приобрести|провести закупку)|"
    r"\bпланує (?:закупити|придбати|провести закупівлю)"
)
"""What somebody means to buy some day."""
_INVITES = re.compile(
    r"\b(?:invites?|hereby invited|are invited|bids must|tenders must|deadline for (?:submission|"
    r"receipt)|closing date)\b|"
    r"\bsend (?:us )?your (?:best |lowest )?(?:prices?|offers?|quotes?|quotations?) (?:by|before|no later)\b|"
    r"\bse invita\b|\bconvoca\b|\bпригла[шс]|\bокончани[ея] подачи|\bкінцевий строк"
)
_AWARDS_TOO = re.compile(
    r"\badjud[ií](?:case|quese|cate|ca(?:r|se)?\s(?:a|la|las|los|al|el|o|os|as)\b)|"
    r"\b(?:(?:is|are|was|were)\s(?:(?:now|hereby|instead|therefore)\s){0,2}|"
    r"(?:has|have)\s(?:now\s|instead\s)?been\s)awarded to\b|"
    r"\band to award (?:it|the (?:contract|tender|work)) to\b|"
    r"\battribu(?:e|és|ées)\b"
)
"""A document that awards some lots and gives up others."""
_OPERATIVE = re.compile(
    r"\b(?:resuelve|dispone|decreta|acuerda|decido|decide|resolve|delibera|determina|arrête|décide|artículo|"
    r"article)\b"
)
"""The word that begins the operative part of a decree."""
_GIVES = re.compile(r"\b(?:adjud[ií](?:c|qu)\w{1,8}|attribuer|aggiudicare|aggiudica)\b")
_DECREES = re.compile(
    r"(?m)(?:^|[;,.]\s)\s{0,9}(?:le (?:collège|conseil)\W{1,3})?"
    r"(?:d[ée]cide(?:nt)?|arr[êe]te|délibère|determina|delibera|résolu)\b"
    r"[^\n:]{0,60}(?::|\n|$)"
)
_GIVES_TO = re.compile(
    r"\b(?:attribuer|attribue|est attribué|est déclarée? (?:attributaire|adjudicataire)|aggiudicare|affidare|"
    r"adjuger)\b"
)
_OPERATIVE_PART = 2_500
_SOLE_TAKEN = re.compile(
    r"\b(?:заключить|заключается|заключении|рекоменд\w+ заключить|укласти)\b[^.\n]{0,60}?\b(?:контракт|договор|"
    r"договір)\w*\s"
    r"[^.\n]{0,60}?\b(?:с|з|із)\s(?:единственн|єдин)\w+|"
    r"\b(?:контракт|договор)\w*\s(?:[а-я]+\s){0,3}?заключ\w*\s(?:[а-я]+\s){0,2}?с\sединственн|"
    r"\b(?:контракт|договор)\w*\s(?:[а-я]+\s){0,3}?заключ\w*\s[^.\n]{0,60}?с\s(?:участник|лиц|"
    r"поставщик)[^.\n]{0,60}?подавш\w+\s"
    r"(?:эту\s)?единственн|"
    r"\b(?:договір|контракт)\w*\s(?:[а-яіїєґ]+\s){0,3}?(?:укласти|укладено|укладається|"
    r"буде\sукладено)\s(?:[а-яіїєґ]+\s){0,2}?"
    r"з\sєдин|"
    r"\b(?:award|adjudicar|attribuer)\w*\b[^.\n]{0,60}?\b(?:sole|only) (?:bidder|tenderer|participant)\b"
)
"""What says that the one who bid alone has the contract, though the procedure is called failed."""
_OF_AWARD = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are|been|being)\s(?:\w+ly\s)?(?:award|select|chosen|appoint)\w*|awarded\b|"
    r"(?:decision|resolution|resolved|decided|approved)\s?:?\s(?:to\s)?award\b|"
    r"accept(?:ed|s)?\sthe\s(?:lowest|best|highest[- ]ranked)\s(?:offer|tender|bid|quotation)s?|"
    r"standstill\s(?:period|letter)|\bcontracts?\s(?:is|are)\sto\sgo\sto\b|announc(?:es?|ed|"
    r"ing)\s(?:\w+\s)?the\saward|(?:recommended\sfor|notification\sof|notice\sof|approv\w+\s(?:the\s)?)\saward|"
    r"(?:has|have)\s(?:award|select|chosen|appoint)\w*|who won|won the (?:contract|tender|bid)|winning bidder|"
    r"adjudic(?:ó|ad[oa]s?|atari[oa]s?|ou|atári[oa]s?|ar|a)\b|buena pro\b|ganador|vencedora?\b|"
    r"(?:a|ont|est|sont)\s(?:été\s)?(?:attribué|octroyé|retenu|confié|adjugé)e?s?\b|attributaires?\b|"
    r"(?:a|ont)\soctroyé|(?:auftrag|zuschlag)\b[^\n]{0,200}?\b(?:vergeben|erteilt|erhält|erhielt|vergibt)|"
    r"\bzu vergeben\b|aggiudic\w+|affida(?:re|to|ta)\b|wybra(?:no|ła?)\b|udzielono|"
    r"победител\w+|переможц\w+|переможець|достан(?:ется|утся)|(?:выигра|победи|перемогл?)(?:л|ла|ло|ли|а|и)?\b)"
)
"""Words that tell of an award, whoever it is told by."""
_NONE = re.compile(r"[^\n:]{0,60}:\s{0,3}(?:none|nil|ningun[oa]|nenhum|aucun|нет|немає|keine?)\b")
"""Behind them where there was none."""
_OF_CONTRACT = frozenset({Meaning.CONTRACT_BUYER, Meaning.CONTRACT_SUPPLIER, Meaning.CONTRACT_NUMBER})
_IN_ROMANCE = _OF_CONTRACT | {Meaning.CONTRACT_AMOUNT}
"""Where "adjudicatária" and "titulaire" are the words for the party of a contract, its price makes one of it."""
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD})


def told_in_sentences(sheets: Sequence[Sheet], entries: Sequence[Entry], language: str) -> tuple[Stage, Piece] | None:
    """Return the stage that a sentence tells and its words, or None.

    Args:
        sheets: The document.
        entries: What it says; a procedure is over without a purchase only where nobody has won.
        language: ISO 639-1; Chinese has rules of its own.
    """
    if language == "zh":
        return None
    won = any(entry.meaning in _WINNERS and not entry.old for entry in entries)
    disposed = _disposition(sheets, entries)
    if disposed is not None:
        return Stage.AWARD, disposed
    for stage, pattern in ((Stage.AWARD, _AWARDED), (Stage.CANCELLATION, _UNDONE), (Stage.PLAN, _PLANNED)):
        if stage is not Stage.AWARD and won:
            continue
        for sheet in sheets[:_PAGES]:
            others = {Stage.CANCELLATION: _AWARDS_TOO, Stage.PLAN: _INVITES}.get(stage)
            if others is not None and others.search(sheet.flat, 0, _LONGEST):
                continue
            match = pattern.search(sheet.flat, 0, _LONGEST)
            if match is not None:
                return stage, Piece(sheet=sheet, start=match.start(), end=match.end())
    return None


def is_open_or_undone(sheet: Sheet) -> bool:
    """Say whether a page asks for bids, or says that a procedure ended without a purchase."""
    return any(pattern.search(sheet.flat, 0, _LONGEST) is not None for pattern in (_INVITES, _UNDONE))


def settled_in_words(
    stage: tuple[Stage, Piece] | None,
    sheets: Sequence[Sheet],
    entries: Sequence[Entry],
    *,
    language: str,
    is_headed: bool,
) -> tuple[Stage, Piece] | None:
    """Return the stage, or an award where a document tells of one in any words, whatever else it is called.

    A report of an award may say when the contract was or will be signed: that makes no contract of it, unless labels
    name the parties of a contract.

    Args:
        stage: What heading, fields and sentences tell.
        sheets: The document.
        entries: What it says.
        language: ISO 639-1; Chinese has rules of its own.
        is_headed: A heading tells the stage, and words in the text do not change it.
    """
    if language == "zh":
        return stage
    if stage is not None and stage[0] is Stage.AWARD and not is_headed:
        stage = _with_undone(_AWARD_UNDONE, stage, sheets)
    if stage is not None and stage[0] is Stage.CONTRACT and not any(one.meaning in _OF_CONTRACT for one in entries):
        stage = _with_decree(stage, sheets)
    of_contract = _IN_ROMANCE if language in _ROMANCE else _OF_CONTRACT
    if not is_headed and (stage is None or _is_of_signing(stage, entries, of_contract)):
        stage = _with_words_of_award(stage, sheets)
    if not is_headed and stage is not None and stage[0] is Stage.TENDER:
        stage = _with_standstill(stage, sheets, entries)
    return _with_sole_bidder(stage, sheets)


def with_undone_selection(stage: tuple[Stage, Piece] | None, sheets: Sequence[Sheet]) -> tuple[Stage, Piece] | None:
    """Return a cancellation for an award where a sentence says that the selection of the winner is void."""
    return _with_undone(_SELECTION_UNDONE, stage, sheets) if stage is not None and stage[0] is Stage.AWARD else stage


def _with_undone(undone: re.Pattern[str], stage: tuple[Stage, Piece], sheets: Sequence[Sheet]) -> tuple[Stage, Piece]:
    """Return a cancellation where a sentence takes the award back and none gives the contract to somebody else."""
    for sheet in sheets[:_PAGES]:
        match = undone.search(sheet.page.text, 0, _LONGEST)
        if match is not None and not _AWARDS_TOO.search(sheet.flat, match.end(), _LONGEST):
            return Stage.CANCELLATION, Piece(sheet=sheet, start=match.start(), end=match.end())
    return stage


def _with_decree(stage: tuple[Stage, Piece], sheets: Sequence[Sheet]) -> tuple[Stage, Piece]:
    """Return an award where a council, a mayor or an office decides to give the contract that the heading names."""
    for sheet in sheets[:_PAGES]:
        begins = _DECREES.search(sheet.flat, 0, _LONGEST)
        verb = _GIVES_TO.search(sheet.flat, begins.end(), begins.end() + _OPERATIVE_PART) if begins else None
        if verb is not None:
            return Stage.AWARD, Piece(sheet=sheet, start=verb.start(), end=verb.end())
    return stage


def _with_standstill(
    stage: tuple[Stage, Piece], sheets: Sequence[Sheet], entries: Sequence[Entry]
) -> tuple[Stage, Piece]:
    """Return an award where a letter to bidders names who won and tells how long they may object, else the stage."""
    won = any(entry.meaning in _WINNERS and not entry.old for entry in entries)
    for sheet in sheets[:_PAGES] if won else ():
        match = DECIDED_LETTER.search(sheet.flat, 0, _LONGEST)
        if match is not None:
            return Stage.AWARD, Piece(sheet=sheet, start=match.start(), end=match.end())
    return stage


def _with_words_of_award(stage: tuple[Stage, Piece] | None, sheets: Sequence[Sheet]) -> tuple[Stage, Piece] | None:
    for sheet in sheets[:_PAGES]:
        match = _OF_AWARD.search(sheet.flat, 0, _LONGEST)
        if match is None or _NONE.match(sheet.flat, match.end()):
            continue
        undone = _UNDONE.search(sheet.flat, 0, _LONGEST) and not _AWARDS_TOO.search(sheet.flat, 0, _LONGEST)
        if stage is None and (_INVITES.search(sheet.flat, 0, _LONGEST) or undone):
            return None
        return Stage.AWARD, Piece(sheet=sheet, start=match.start(), end=match.end())
    return stage


def _is_of_signing(stage: tuple[Stage, Piece], entries: Sequence[Entry], of_contract: frozenset[Meaning]) -> bool:
    """Say whether nothing but a day of signature makes a document a contract."""
    if stage[0] is not Stage.CONTRACT or any(entry.meaning in of_contract for entry in entries):
        return False
    return any(entry.meaning is Meaning.CONTRACT_DATE and entry.value == stage[1] for entry in entries)


def _with_sole_bidder(stage: tuple[Stage, Piece] | None, sheets: Sequence[Sheet]) -> tuple[Stage, Piece] | None:
    """Return the stage, or an award where a procedure failed because one bid alone came and that bidder is taken."""
    if stage is None or stage[0] is not Stage.CANCELLATION:
        return stage
    for sheet in sheets[:_PAGES]:
        match = _SOLE_TAKEN.search(sheet.flat, 0, _LONGEST)
        if match is not None:
            return Stage.AWARD, Piece(sheet=sheet, start=match.start(), end=match.end())
    return stage


def _disposition(sheets: Sequence[Sheet], entries: Sequence[Entry]) -> Piece | None:
    """Return the verb by which a decree gives a contract to somebody whom a sentence of it names, or None."""
    if not any(entry.meaning is Meaning.SUPPLIER and not entry.label for entry in entries):
        return None
    for sheet in sheets[:_PAGES]:
        begins = _OPERATIVE.search(sheet.flat, 0, _LONGEST)
        verb = _GIVES.search(sheet.flat, begins.end(), begins.end() + _OPERATIVE_PART) if begins else None
        if verb is not None:
            return Piece(sheet=sheet, start=verb.start(), end=verb.end())
    return None
