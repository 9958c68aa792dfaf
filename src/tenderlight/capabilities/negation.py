"""What a refusal refuses: words that deny something else, and only stand near a capability.

A bidder who must find "persons without a mask" in a black list leaves out no black list; an alarm that an operator can
switch off is there. Each rule here asks what the refusing word is said of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.senses import SenseMap, distance
from tenderlight.capabilities.words import Hit

AROUND = 24
"""Characters around a word for "delete" in which "add" or "edit" makes both the handling of a list."""
LONGEST_DESCRIPTION = 24
"""Characters of a description before 的 or 者 (没有佩戴口罩的, 拒不出示证件者)."""
FARTHEST_BREACH = 40
LONGEST_EXCEPTION = 30
FARTHEST_EXCEPT = 20
JUST_BEHIND = 16
_DESCRIBED = ("person", "face", "watchlist")
_LINKS = "对对于将把以用使利通基在向为就凭按"
"""Characters that begin what an act is done to or by: the refusal goes on behind them (禁止对…的人员进行…)."""
_NOT_WHO = "或若再作记笔患学读试费"
"""Characters before 者 that make another word of it than "those who"."""
_OPENS_WHO = frozenset("对拒凡将把")
"""Characters before a refusal that begin the description of persons (对拒不提供证件者)."""
_SOUGHT = (
    "content_sought",
    "banned_content",
    "blocked_wide",
    "platform",
    "web",
    "picture",
    "software_word",
    "post_word",
)
_WHO = ("person", "anyone", "people", "passers", "seen_person", "watched_kind")
_WORN_BY = ("religious_dress", "looks_of", "clothing", "credential", "id_photo")
"""What a person has on or with him: who goes without it is looked for."""
_FORBIDDEN = re.compile(
    r"forbidden|prohibited|banned|unlawful|illicit|unwanted|запрещенн\w+|заборонен\w+|prohibid\w+|interdit\w*|vedad\w+|ممنوعة?"
)
_PLAIN_NOT = re.compile(
    r"(?:(?:is|are|was|were|does|do|did|has|have|had|can|could|will) ?not|cannot|no|not|none|without|never|does ?n'?t"
    r"|не|нет|без|no|sin|ning[uú]n|ninguna|ne|n'\w*|pas|sans|aucune?|не|немає|بدون|لا)"
)
_UNHINDERED = re.compile(
    r"(?:停留|停步|停车|减速|配合|取出|出示|掏|接触|触碰|点击|点链接|分赴|人工|下车|摘|脱|刷卡|插卡|携带|开机|密码|口令|解锁|逐一|逐个|翻看)"
    r"|(?:另行|本人|对方|机主)"
    r"|\s?(?:the |his |her |their |its |any |an? |of |single |once |being |further |prior )*"
    r"(?:codes?|passwords?|passcodes?|passphrases?|pin|keys?|knowledge|knowing|consent|contact|stopping|slowing|pausing"
    r"|touch\w*|click\w*|tap\w*|warrants?|notice[ds]?|noticing|awareness|cooperation|co-operation|help|delay"
    r"|interruption|halt\w*|queu\w*)\b"
    r"|\s?(?:el |la |los |las |su |sus |un |una |necesidad de |le |les |l'|son |sa |ses |une |avoir |aucune? )*"
    r"(?:detener\w*|parar\w*|contacto|contraseñas?|código|claves?|conocimiento|consentimiento|permiso|colaboración"
    r"|límites?|clics?|contact|arrêt\w*|s'arrêter|ralentir|mots? de passe|codes?|consentement|savoir|limites?"
    r"|coopération|intervention)\b"
    r"|\s?(?:єдиного |единого |одного |его |її |ее |їх |их |ввода |введення )*"
    r"(?:контакта?у?|остановк\w+|зупинк\w+|нажати\w+|натискан\w+|участи\w+|участі|ведома|відома|парол\w+|согласи\w+|згоди"
    r"|снижения скорости|ограничен\w+|обмежен\w+|помощи|пін-?кода?у?|пин-?кода)"
)
"""What one goes without and is none the less recognised, opened, read: 无需停留, "without his code", sans contact."""
_RESTORED = re.compile(
    r"(?:rebuil\w+|recover\w*|restor\w+|retriev\w+|carv\w+|undelet\w+|extract\w*|including|even)\W+(?:\w+\W+){0,3}$"
)
_RESTORING = re.compile(r"[^,。;:]{0,10}?(?:恢复|还原|復原|复原|找回|提取|重建|可见)")
_IF_DONE = re.compile(
    r"^.{0,12}?(?:如|若|一旦|倘若)(?:果)?(?:乙方|供方|卖方|供应商|中标人|承包人)?(?:擅自|私自|自行)?"
    r"(?:使用|利用|采集|收集|建立|提取|识别|比对|布控|封堵|监听|截获|植入|追踪|对.{1,10})?$"
)
_ENDS_CONTRACT = re.compile(
    r"[^。;\n失故逾未不]{0,24}?(?:的)?,(?:则)?(?:甲方|采购人|买方|需方|业主)有?(?:权|可)?(?:立即|单方|单方面)?(?:解除|终止)合同"
)
"""What ends the contract when it is done; where something fails or comes late (失败, 逾期) it was to be delivered."""
_GERUND = re.compile(r"не \w+(?:(?<![нщшк])(?<!ов)ая|уя|ея|ыя|яя|ючи|ачи|вши)(?:сь)?")
"""In Russian and Ukrainian, what does not happen beside the act: не останавливая людей."""
_BAN = re.compile(
    r"\b(?:bans?|prohibitions?|restrictions?|interdictions?|prohibici[óo]n\w*|restricci[óo]n\w*|запрет\w*|заборон\w*|حظر|منع)\b"
    r"|禁止|不得|限制"
)
_UNTOUCHED = re.compile(
    r"(?:does|do|shall|will) not (?:affect|prevent|preclude|concern|touch)|不影响"
    r"|не (?:влия|распростран|каса|затрагив|вплива|стосу)\w+"
    r"|no (?:afecta|impide|limita)\w*|n'affecte\w* (?:pas|en rien)|ne (?:fait|font) pas obstacle|ne concerne\w* pas"
    r"|لا [یت](?:وثر|مس|خل)"
)
"""What a ban does not touch: the words behind it are not banned."""
_ABILITY = re.compile(r"[^,。;:]{0,8}(?:能力|功能|模块|性能|接口|需求|要求|计划|设备|装置)")
_GOES_WITHOUT = frozenset({"cue.without"})
_NEEDLESS = frozenset({"无需", "無需", "无须", "無須", "毋须", "毋需", "不需", "不需要", "不用", "不必"})
_FOR_ALL = ("cue.forbid", "cue.will_not")
_RELATIVE = re.compile(r"\b(?:qui|que|which|who|whose|quien|quienes|котор\w+|який|яка|які|که|الذی|التی|ذین)\b")
_WHO_WORDS = (" who", " which", " that", "qui", "quien", "quienes", "кто", "которые", "который", "які", "який")
_TO_OR_IF = re.compile(
    r"\b(?:so that|in order that|lest|if|when|whenever|whether|afin qu[e']|pour qu[e']|si|lorsqu[e']|quand|para que"
    r"|cuando|чтобы|если|когда|щоб|якщо|коли)\b[^.;:]*$"
)
"""What a refusal behind the words belongs to: the end, or the case, of what is done."""
_FINITE = re.compile(r"\b(?:is|are|shall|must|will|be|can|have|has|est|sont|doit|doivent|es|son|debe|deben|должн\w+)\b")
_LONG_ADJECTIVE = re.compile(r"(?:запрещ|заборон)\w*(?:ые|ых|ым|ыми|ого|ому|ый|ой|ую|ая|ое|ие|их|і|их|ими)")
"""A full adjective is said of the noun behind it; what is forbidden by a sentence has the short form (запрещено)."""
_CIRCUMSTANCE = re.compile(
    r"(?:的|之)?(?:情况|情形|条件|前提|状态|状况)下|的同时|便可|即能|便能|也能|亦能|仍能|仍可|照样"
)
"""What makes a refusal before it a circumstance: without a click, it still …."""
_JOINED = re.compile(r"对接|接入到|打通|互联互通")
_LISTS = ("watchlist", "strong_list", "wanted", "face_library", "person_store")
_PAST = re.compile(r"曾|曾经|有过|原|此前|以前|formerly|previously")
_WHO_DID = re.compile(
    r"[^,。;:|]{1,20}?(?:[的之][^,。;:|]{0,6}?(?:人|民众|群众|对象|旅客|学生|居民|老户|人员)|者(?=[,、。;)]))"
)
_FEW_WORDS = re.compile(r"\s?(?:[\w'-]+\s){0,3}|\s")
"""Up to three words between a word and the one it belongs to."""
_GOES_ON = re.compile(
    r"(?:任何|全部|所有|一切)?(?:[在于该該此其这這本]|[上以前所][述列]|以上|同类|同類)"
    r"|(?:in|from|under|by|it|this|that|these|those|them|(?:all|any|both|either) of)\b"
    r"|(?:the |any )?(?:such|said|above|same|items?|modules?|functions?|features?|options?|lines?|lots?|positions?)\b"
    r"|(?:هذا|هذه|ذلک|این|آن)\b"
)
"""What may follow "not included" without being left out itself: where it is not, or what was said before (此, "it")."""


def refuses_something_else(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Say whether the refusing word at `hit` speaks of something else than the words at `core`."""
    return (
        _handles_a_list(senses, hit, core)
        or _describes_persons(senses, hit, core)
        or names_what_is_left_out(senses, hit, core)
        or _tells_when(senses, hit)
        or _describes_what_is_sought(senses, hit, core)
        or _is_subordinate(senses, hit, core)
        or _is_circumstance(senses, hit, core)
        or _tells_how(senses, hit)
        or _leaves_untouched(senses, hit, core)
        or (hit.start >= core[1] and _GERUND.fullmatch(senses.layout.text, hit.start, hit.end) is not None)
    )


def _leaves_untouched(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Read "the ban on resale does not affect the delivery of …": neither word refuses what is named behind them."""
    text = senses.layout.text
    first = senses.layout.clause(hit.start)[0]
    untouched = _UNTOUCHED.search(text, first, core[0])
    if untouched is None or hit.start >= untouched.end():
        return False
    return _BAN.search(text, first, untouched.end()) is not None


def has_its_own_object(senses: SenseMap, hit: Hit, core: Span, own: frozenset[str]) -> bool:
    """Read "sans contact qui reconnaît…": a relative clause stands between "without" and what is judged.

    Args:
        senses: The senses of the text.
        hit: The refusing word.
        core: The words that are judged.
        own: Senses of the words that are judged.
    """
    if "cue.without" not in hit.senses or hit.end > core[1]:
        return False
    judged = [other.start for other in senses.within(own, (max(hit.end, core[0]), core[1]))]
    return bool(judged) and _RELATIVE.search(senses.layout.text, hit.end, judged[0]) is not None


def refuses_noun_phrase(text: str, hit: Hit, core: Span) -> bool:
    """Read 无指纹、掌纹成套采集能力: 无 refuses the whole phrase up to the word for ability or function."""
    if text[hit.start : hit.end] not in {"无", "没有", "并无"} or hit.end > core[0]:
        return False
    between = text[hit.end : core[0]]
    ability = _ABILITY.search(text, core[1], min(len(text), core[1] + JUST_BEHIND))
    return "," not in between and len(between) <= LONGEST_DESCRIPTION and ability is not None


def is_breach(senses: SenseMap, core: Span) -> bool:
    """Read 如发现…含有…，甲方有权解除合同: what ends the contract if it is found is forbidden."""
    first, last = senses.layout.sentence(core[0])[0], senses.layout.sentence(core[1] - 1)[1]
    if _IF_DONE.search(senses.layout.text[first : core[0]]) and _ENDS_CONTRACT.match(senses.layout.text, core[1], last):
        return True
    before = senses.within(("if_found",), (max(first, core[0] - FARTHEST_BREACH), core[0]))
    return bool(before) and bool(senses.within(("remedy",), (core[1], min(last, core[1] + 2 * FARTHEST_BREACH))))


def exception_closed(senses: SenseMap, core: Span, clause: Span) -> int | None:
    """Return where 除…外 around the words ends, or None if they stand in none, or what follows adds to them (还)."""
    text = senses.layout.text
    for hit in senses.within(("except_open",), (clause[0], core[0])):
        close = senses.within(("except_close",), (core[1], min(clause[1], core[1] + LONGEST_EXCEPTION)))
        if not close or distance(text, (hit.start, hit.end), core) > FARTHEST_EXCEPT:
            continue
        if not senses.within(("besides",), (close[0].end, min(len(text), close[0].end + JUST_BEHIND))):
            return close[0].end
    return None


def _is_circumstance(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Read 在对方不点击链接的情况下植入: what is not done is how the thing works, and a verb of it follows."""
    text = senses.layout.text
    if hit.start >= core[1] or not hit.senses.isdisjoint(_FOR_ALL):
        return False
    closed = _CIRCUMSTANCE.search(
        text, hit.end, min(len(text), hit.end + LONGEST_DESCRIPTION, senses.layout.clause(hit.start)[1] + 1)
    )
    return closed is not None and closed.end() < core[1]


def _tells_how(senses: SenseMap, hit: Hit) -> bool:
    """Read 无需停留, "without their code", "rebuild deleted chats": how the thing works, or what it works on."""
    text = senses.layout.text
    if not hit.senses.isdisjoint(_GOES_WITHOUT) or text[hit.start : hit.end] in _NEEDLESS:
        return _UNHINDERED.match(text, hit.end) is not None
    if text[hit.start : hit.end] == "deleted":
        return _RESTORED.search(text, max(0, hit.start - FARTHEST_BREACH), hit.start) is not None
    return text[hit.start : hit.end] in {"删除", "刪除"} and _RESTORING.match(text, hit.end) is not None


def _handles_a_list(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Read 新增、停止、删除 and "alerts can be disabled": what users may do, not what is left out."""
    if "switch_word" not in hit.senses:
        return False
    first, last = senses.layout.clause(hit.start)
    around = max(first, hit.start - AROUND), min(last, hit.end + AROUND)
    if senses.within(("edit_word",), around):
        return True
    abilities = senses.within(("ability",), (core[1], hit.start)) if hit.start >= core[1] else []
    return bool(abilities) and not senses.within(("cue.require",), (abilities[-1].end, hit.start))


def _tells_when(senses: SenseMap, hit: Hit) -> bool:
    """Read 删除后, 关闭时: a moment, and nothing that is left out."""
    return "switch_word" in hit.senses and senses.layout.text[hit.end : hit.end + 1] in {"后", "时"}


def is_no_background(senses: SenseMap, hit: Hit) -> bool:
    """Say whether a word for what was or is there tells of persons, or of a list that something is joined to."""
    return _tells_of_persons(senses.layout.text, hit) or _joins_a_list(senses, hit)


def _tells_of_persons(text: str, hit: Hit) -> bool:
    """Read 曾陈情之人士, 曾上访的人员: what somebody did once describes who is meant, and is no past purchase."""
    return _PAST.fullmatch(text, hit.start, hit.end) is not None and _WHO_DID.match(text, hit.end) is not None


def _joins_a_list(senses: SenseMap, hit: Hit) -> bool:
    """Read 对接在逃库: what a thing is joined to is a list it compares with, and no system that was there before."""
    if _JOINED.fullmatch(senses.layout.text, hit.start, hit.end) is None:
        return False
    return bool(senses.within(_LISTS, (hit.end, hit.end + JUST_BEHIND)))


def _describes_persons(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Read 没有佩戴口罩的人员…: the refusal ends with the description of a person."""
    text = senses.layout.text
    if not hit.end < core[0] or text[hit.end] in _LINKS or _is_what_a_system_does_not(text, hit):
        return False
    last = min(core[0], hit.end + LONGEST_DESCRIPTION)
    if any(text[place] == "者" and text[place - 1] not in _NOT_WHO for place in range(hit.end + 1, last)):
        return True
    closed = text.find("的", hit.end, last)
    if closed < 0:
        return False
    return any(other.start == closed + 1 for other in senses.within(_DESCRIBED, (closed + 1, core[0])))


def _describes_what_is_sought(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Read "forbidden apps", "women without a headscarf": an adjective of what is looked for, or of whom."""
    text = senses.layout.text
    if hit.start >= core[1] and _LONG_ADJECTIVE.fullmatch(text, hit.start, hit.end):
        return text[hit.end : hit.end + 1] == " " and text[hit.end + 1 : hit.end + 2].isalpha()
    if _FORBIDDEN.fullmatch(text, hit.start, hit.end) and _stands_beside(senses, hit, _SOUGHT):
        return True
    if not hit.senses.isdisjoint(_FOR_ALL):
        return False  # "officers may not …" tells what they must not do, and no kind of officers
    if not any(who.end == hit.start - 1 for who in senses.within(_WHO, (max(0, hit.start - 40), hit.start))):
        return False
    worn = senses.within(_WORN_BY, (hit.end, min(len(text), hit.end + LONGEST_DESCRIPTION)))
    return any(_FEW_WORDS.fullmatch(text, hit.end, thing.start) for thing in worn)


def _stands_beside(senses: SenseMap, hit: Hit, kinds: Iterable[str]) -> bool:
    around = max(0, hit.start - LONGEST_DESCRIPTION), hit.end + LONGEST_DESCRIPTION
    return any(other.start == hit.end + 1 or other.end == hit.start - 1 for other in senses.within(kinds, around))


def _is_subordinate(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Read "… checks that he is not yet held", "who do not stop are …": a plain "not" in a clause of its own."""
    text = senses.layout.text
    if _PLAIN_NOT.fullmatch(text, hit.start, hit.end) is None:
        return False
    if hit.start > core[0] and _TO_OR_IF.search(text, core[0], hit.start):
        return True
    if hit.start < core[0]:
        behind = text[hit.end : core[0]]
        return text[: hit.start].rstrip().endswith(_WHO_WORDS) and _FINITE.search(behind) is not None
    opened = senses.within(("subordinate",), (max(core[0], hit.start - FARTHEST_BREACH), hit.start))
    return bool(opened) and _FEW_WORDS.fullmatch(text, opened[-1].end, hit.start) is not None


def _is_what_a_system_does_not(text: str, hit: Hit) -> bool:
    """Say whether the refusal has a verb of its own (不使用, 不采集): it tells of a system, not of persons."""
    is_verb = text[hit.start] == "不" and hit.end - hit.start > len("不能") and "cue.negate" in hit.senses
    return is_verb and text[hit.start - 1 : hit.start] not in _OPENS_WHO


def names_what_is_left_out(senses: SenseMap, hit: Hit, core: Span) -> bool:
    """Read "face recognition, excluding cameras": what is left out follows the word."""
    if "leaves_out" not in hit.senses or hit.start < core[1]:
        return False
    rest = senses.layout.text[hit.end : senses.layout.clause(hit.start)[1]].strip(" ,;:。.)|\t\n")
    return bool(rest) and _GOES_ON.match(rest) is None
