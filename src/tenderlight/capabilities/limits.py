"""What a refusal leaves standing: it forbids what is done with results, or tells what a law forbids."""

from __future__ import annotations

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.senses import SenseMap, distance
from tenderlight.capabilities.words import Hit

_ACTS = ("recognise", "capture", "compare", "detect", "crawl", "dna_act", "rate", "unmask", "extract", "mac_collect")
_FIRST_VERBS = ("use_verb", "plain_verb", "recognise", "capture", "compare", "detect", "extract", "rate", "unmask")
_WORN = frozenset({"tag_named", "tag_thing"})
_KEPT = ("register", "face_library", "enrol")
_JOINS = (
    "并",
    "且",
    "或",
    "及",
    "和",
    "、",
    " and ",
    " or ",
    " nor ",
    " и ",
    " или ",
    " y ",
    " o ",
    " ni ",
    " et ",
    " ou ",
    " та ",
    " або ",
    " і ",
    " e ",
    " و",
    " یا ",
)
"""What joins a second act to the one that is refused first."""
JOINED_WITHIN = 8
"""Characters before a limit in which such a word stands."""
LONGEST_OBJECT = 28
"""Characters between a refusal behind the words and what it limits (…不得以任何形式导出)."""
FARTHEST_KEPT = 6
"""Characters between "keep" and what may not be kept, for that to be refused with its keeping (不得保存来电人声纹)."""
_OBJECT_FIRST = "将把对"
"""What puts the object before its verb: 不得将…外传 refuses only 外传."""


def limits_only(senses: SenseMap, hit: Hit, core: Span, clause: Span, own: frozenset[str]) -> bool:
    """Say whether a refusal concerns what is done with the results (export, delay), not the capability.

    Args:
        senses: The senses of the text.
        hit: The refusing word.
        core: The words that are judged.
        clause: Where what is refused ends.
        own: Senses of the words that are judged.
    """
    keeps = bool(senses.within(_KEPT, core))
    if _refuses_an_act(senses, hit, core):
        return False
    if _keeps_something_else(senses, hit, core, keeps=keeps):
        return True
    for limit in senses.within(("limit", "limit_keep"), (hit.start, clause[1])):
        if (limit.start, limit.end) == (hit.start, hit.end) or _is_no_limit(limit, hit, core, own, keeps=keeps):
            continue
        if limit.start >= core[1]:
            if _is_second_act(senses, hit, core, limit):
                continue
            return True
        if not senses.within(("use_verb", "purpose_verb", "recognise"), (limit.end, core[0])) and not _acts_before(
            senses, hit, limit
        ):
            return True
    return False


def _is_no_limit(limit: Hit, hit: Hit, core: Span, own: frozenset[str], *, keeps: bool) -> bool:
    """Say whether a word of keeping or passing on is the very thing that is refused, or belongs to something else."""
    if core[0] <= limit.start and limit.end <= core[1]:
        return True
    if "limit_keep" in limit.senses and (keeps or 0 <= core[0] - limit.end <= FARTHEST_KEPT):
        return True
    if not own.isdisjoint(_WORN) and limit.end <= core[0]:  # 不得佩戴…手环: wearing it is what it is for
        return True
    return hit.start >= core[1] and limit.start - hit.end > LONGEST_OBJECT


def _keeps_something_else(senses: SenseMap, hit: Hit, core: Span, *, keeps: bool) -> bool:
    """Read 人脸核验闸机（不留存照片）: a refused verb of keeping behind the words, and no register is meant."""
    if keeps or hit.start < core[1]:
        return False
    return any(kept.end == hit.end for kept in senses.within(("limit_keep",), (hit.start + 1, hit.end)))


def _is_second_act(senses: SenseMap, hit: Hit, core: Span, limit: Hit) -> bool:
    """Read "must not rate residents and pass it on": a limit joined to an act that is refused before the words."""
    text = senses.layout.text
    if hit.start >= core[0]:
        return False
    if text[hit.end : hit.end + 1] in _OBJECT_FIRST and not senses.within(_FIRST_VERBS, (hit.end, limit.start)):
        return False
    before = text[max(core[1], limit.start - JOINED_WITHIN) : limit.start]
    return any(join in f"{before} " for join in _JOINS)


def _acts_before(senses: SenseMap, hit: Hit, limit: Hit) -> bool:
    """Say whether the refused verb stands in or right behind the refusal: 不得利用泄露数据查找…."""
    verbs = senses.within(_FIRST_VERBS, (hit.start, min(limit.start, hit.end + 4)))
    return any(hit.start < verb.start and verb.start <= hit.end + 1 for verb in verbs)


def _refuses_an_act(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Say whether the act that follows the refusing word at once is the capability's own (不得采集人脸并提供)."""
    for act in senses.within(_ACTS, (hit.end, core[1])):
        if act.start - hit.end > 1 or not act.senses.isdisjoint(("limit", "limit_keep")):
            break
        return not senses.layout.text.startswith("的", act.end)
    return False


def is_said_by_law(senses: SenseMap, hit: Hit, clause: Span) -> bool:
    """Say whether a law forbids ("Article 5 bans …"), and not the text itself ("under the Act, it must not …")."""
    before = senses.within(("law",), (max(clause[0], hit.start - 60), hit.start))
    if not before:
        return False
    between = senses.layout.text[before[-1].end : hit.start]
    return (
        "," not in between
        and distance(senses.layout.text, (before[-1].start, before[-1].end), (hit.start, hit.end)) <= 3
    )
