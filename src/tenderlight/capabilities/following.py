"""What the clauses behind words say of them: "…：不支持", "…，该功能不启用", "… This is not required."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.capabilities.clauses import Layout, Span
from tenderlight.capabilities.cues import REFUSALS, CueHit
from tenderlight.capabilities.senses import SenseMap
from tenderlight.model.statement import Polarity

LONGEST_REACH = 3
"""Clauses that may say something of the words before them."""
NEAR_THE_START = 12
"""Characters of a clause before the words that point back (采购人明确不采集此类信息)."""
NEAR_THE_START_IN_LETTERS = 28
"""The same in words that blanks set apart ("the Supplier removes that part")."""
LONGEST_ANSWERED = 14
"""A clause at most this long may be all that is said of the clause before it (…：不支持)."""
LONGEST_REST = 6
"""Characters (four letters count as one) beside a cue in a clause that says nothing else."""
LONGEST_ASIDE = 9
_NUMBERS = re.compile(r"[\d.%,万元台套路个年月日每起]+")
_SOFT = frozenset({Polarity.OPTIONAL, Polarity.STANDARD})
_WEAK_ANAPHORS = frozenset({"anaphor_weak"})
_AGENT = (
    "招标人|采购人|甲方|乙方|业主|用户|机关|贵方|贵局|贵单位|供应商|投标人|中标人|承包人|厂商|得标厂商|本单位|我方|我司|我局|"
    "双方|供方|卖方|买方"
)
_EMPTY = re.compile(
    rf"(?:(?:由)?(?:{_AGENT})(?:应|须|可|负责|必须|应当|将|已)?(?:[在于]?.{{0,8}}?[前时后])?(?:予以|自行)?)?"
    r"[均也亦皆都暂现已并且仅系为属列则全一概可\s,:\-–—()（）\d.%元台套路个万年月]*"
)
"""What may stand before a refusal that has no subject of its own (均不采购, 暂不启用, 乙方应在到货前卸载)."""
_PREFACE = re.compile(
    r"[\s,:]*(?:后|現|现|已|业)?(?:[因经鉴由].{0,12}?"
    r"(?:审查|论证|研究|讨论|评审|协商|核实|批准|同意|决定|评估|审核|审议|会商|调整|原因|要求|规定|考虑|问题)[后]?,?)"
    r"(?:整体|一并|全部|决定|已经|业已|正式|自行|暂时|永久|予以|最终){0,2}"
)
"""What tells why something was dropped, and says nothing of what it was (经专家论证后决定)."""
_VERBS = (
    "offer|suppl|provid|order|buy|bought|purchas|want|need|ha[vd]|requir|install|deliver|includ|quot|pric|seek|sought|propos"
    "|support|us[ei]|possess|hold|held|ship|activat|licen|tak|pursu|adopt|accept|carr|implement|sell|sold|contain|embod|fit"
    "|embed|procur|acquir|cover|foresee|envisag|enabl"
)
"""How verbs of offering, buying and having begin: "do not disturb it" refuses something else."""
_IT = re.compile(rf"\s?(?:[\w'-]+\s){{0,2}}(?:{_VERBS})\w*\s(?:\w+\s)?(?:it|them|either|any of these)\b")
_CLITIC = re.compile(r"\s?(?:se\s)?(?:l[oa]s?|l')\s?\w+|\s?(?:\w+\s){0,2}(?:его|её|ее|их|її|його)\b")
"""What stands for "it" behind a refusal, in English; in Romance and Slavic languages."""
_WITH_NOUN = frozenset({"cue.no", "cue.without"})
_COSTS = re.compile(
    r"\b(?:iva|vat|tva|mwst|ндс|пдв|taxe?s?|duties|customs|freight|shipping|transport\w*|ضریبة|مالیات)\b|税|運費|运费"
)
"""What is left out of a price, and is no part of what is bought."""
_AGENT_FIRST = re.compile(rf"\s*(?:由)?(?:{_AGENT})")


def speaks_of_it(senses: SenseMap, clause: Span, following: Span, number: int, cues: Sequence[CueHit]) -> bool:
    """Say whether a clause behind the words at `clause` speaks of them.

    Args:
        senses: The senses of the text.
        clause: The clause of the words.
        following: A clause behind it.
        number: How many clauses stand between them, or more than there can be if it must point back.
        cues: The cues of `following`.
    """
    is_one_sentence = senses.layout.sentence(clause[1] - 1) == senses.layout.sentence(following[0])
    if number == 0 and is_one_sentence and senses.within(("condition",), clause):
        return any(cue.polarity in REFUSALS for _, cue in cues)
    if _points_back(senses, following, cues) or _refuses_it(senses, following, cues):
        return True
    words = senses.layout.text[following[0] : following[1]].strip(" ,;。.")
    if number >= LONGEST_REACH or not cues or not is_one_sentence or words.endswith(":"):
        return False
    led = number == 0 and senses.layout.text[clause[0] : clause[1]].rstrip().endswith(":")
    if following[1] - following[0] > LONGEST_ANSWERED * (8 if led else 4):
        return False
    first, last = cues[0][0].start, max(hit.end for hit, _ in cues)
    share = _covered(cues)
    if led:
        return True
    before, after = senses.layout.text[following[0] : first], senses.layout.text[last : following[1]]
    refusing = [hit.start for hit, cue in cues if cue.polarity in REFUSALS]
    if refusing:
        told = _PREFACE.match(senses.layout.text, following[0], refusing[0])
        if told:
            before, share = senses.layout.text[told.end() : refusing[0]], share + told.end() - following[0]
        return _EMPTY.fullmatch(before) is not None and share * 2 >= len(words)
    return (
        all(cue.polarity in _SOFT or "cue.paid" in hit.senses for hit, cue in cues)
        and _length(_AGENT_FIRST.sub("", before)) <= LONGEST_REST
        and _length(after) <= LONGEST_REST
        and (_AGENT_FIRST.match(before) or not has_topic(senses, (following[0], first)))
        and not has_topic(senses, (last, following[1]))
    )


def with_its_answer(layout: Layout, following: Span, line_end: int) -> Span:
    """Return a clause with the one behind its colon ("Status: not carried into the final specification")."""
    if layout.text[following[0] : following[1]].rstrip().endswith(":") and following[1] < line_end:
        return following[0], min(line_end, layout.clause(following[1])[1])
    return following


def is_aside(senses: SenseMap, following: Span) -> bool:
    """Say whether a clause names nothing of its own, so that the next may still speak of what was before it."""
    if has_topic(senses, following):
        return False
    return _length(_NUMBERS.sub("", senses.layout.text[following[0] : following[1]])) <= LONGEST_ASIDE


def _points_back(senses: SenseMap, following: Span, cues: Sequence[CueHit]) -> bool:
    anaphors = senses.within(("anaphor", "anaphor_weak"), following)
    if not anaphors:
        return False
    is_han = senses.layout.text[anaphors[0].start] > "\u2e80"
    if anaphors[0].start - following[0] > (NEAR_THE_START if is_han else NEAR_THE_START_IN_LETTERS):
        return False
    if "anaphor" in anaphors[0].senses:
        return True
    first = min((hit.start for hit, _ in cues if hit.start >= anaphors[0].start), default=anaphors[0].end)
    return anaphors[0].start - following[0] <= 2 and not has_topic(senses, (anaphors[0].end, first))


def _refuses_it(senses: SenseMap, following: Span, cues: Sequence[CueHit]) -> bool:
    """Read "We do not offer it.", "No lo ofrecemos.": the object of the first refusal is a pronoun."""
    refusing = [hit for hit, cue in cues if cue.polarity in REFUSALS and not cue.whole_cell]
    if not refusing or has_topic(senses, (following[0], refusing[0].start)):
        return False
    pronoun = _CLITIC if not refusing[0].senses.isdisjoint(_WITH_NOUN | {"cue.ne"}) else _IT
    return pronoun.match(senses.layout.text, refusing[0].end, following[1]) is not None


def names_another(senses: SenseMap, start: int, end: int) -> bool:
    """Say whether another matter, or a tax or cost, is named behind the last comma of a stretch."""
    comma = senses.layout.text.rfind(", ", start, end)
    if comma < 0:
        return False
    return has_topic(senses, (comma, end)) or _COSTS.search(senses.layout.text, comma, end) is not None


def has_topic(senses: SenseMap, span: Span) -> bool:
    """Say whether words stand there that name a matter of its own."""
    return bool(senses.within(_MATTERS, span))


_MATTERS = frozenset(
    [
        "access",
        "alarm",
        "archive",
        "audio_gear",
        "biometric",
        "camera",
        "capture",
        "checkpoint",
        "compare",
        "crawl",
        "detect",
        "dna_act",
        "dna_device",
        "drone",
        "ethnicity",
        "extract",
        "face",
        "face_library",
        "finger",
        "follow",
        "gathering",
        "image_search",
        "inspect",
        "intercept",
        "iris_any",
        "live",
        "locate",
        "mac_collect",
        "network_gear",
        "one_to_many",
        "online",
        "opinion",
        "payment",
        "people",
        "phone",
        "picture",
        "plate",
        "population",
        "post_word",
        "rate",
        "recognise",
        "register",
        "scrape",
        "search",
        "speech",
        "speech_recognition",
        "spoken",
        "tag_thing",
        "terminal",
        "thermal",
        "unmask",
        "vehicle",
        "video",
        "voice_any",
        "watchlist",
        "web",
        "wifi_word",
    ]
)
"""Senses that a clause of its own may be about: another device, another function, another kind of person."""


def _covered(cues: Sequence[CueHit]) -> int:
    places: set[int] = set()
    for hit, _ in cues:
        places.update(range(hit.start, hit.end))
    return len(places)


def _length(text: str) -> float:
    return sum(1.0 if character > "\u2e80" else 0.25 for character in text.strip(" ,;:。.()"))
