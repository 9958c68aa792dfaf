"""What is bought, or acted on, instead: words that name a capability only beside it are no purchase of it.

Two questions. Is something else bought (works, furniture, printing, food), and are the words no more than the name of
the unit it is for, or its theme? And is the act done to things, plants or animals, and to no person?
"""

from __future__ import annotations

import re

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.words import Hit

LONGEST_CHAIN = 26
"""Characters of a chain of nouns between the name of a unit and the works done to it."""
LONGEST_ROOM = 8
"""Characters between a name and the room that has it."""
SHORTEST_THING = 3
"""Characters behind a room that can name what is bought for it."""
LONGEST_THEME = 30
"""Characters between what is printed or shown and what it is about."""
LONGEST_BESIDE = 48
"""The same between words that blanks set apart."""
LONGEST_LEAD = 44
"""Characters of a sentence in which the trade that it is about stands, in words that blanks set apart."""
LONGEST_LED = 300
LONGEST_HEADING = 80
BEHIND_TRADE = 8
"""Characters behind a trade in which a device makes it part of its name (食堂消费机)."""
NEAR_TELLING = 8
LONGEST_EXPLAINED = 160
BESIDE_EXPLAINED = 12
"""Characters between a word and what says that it is explained (“…”栏位系指)."""
LONGEST_NAME = 40
_UNRELATED = re.compile(r"(?:无关|无涉|无任何关系|没有关系|没有任何关系)")
_STOPS = re.compile(r"[;。,:|\t]")
_FIRM = re.compile(
    r"(?:公司|集团|厂|店|社|行|铺|馆|院|所|坊|工作室|中心|事务所|商行|科技|电子|制作|快印|文印|桌游|渔具|传媒|文化|贸易|商贸|股份)$"
)
_JOINS = frozenset("、,;:；，：|及和与并含。!?")
"""What ends a chain of nouns in Chinese."""
WORD_JOINS = (
    " with ", " and ", " including ", " plus ", " con ", " y ", " avec ", " et ", " с ", " и ", " та ", " і ", " із ",
)  # fmt: skip
_DEMANDS = ("须", "应", "支持", "具备", "能够", "实现")
_TOLD = frozenset("供由给向到予")
_MAY_SEE = ("可查", "可看", "可在", "在手机", "查看", "查询", "收到", "登录", "即可")
LEAST_LETTERS, MOST_LETTERS = 3, 6
"""Letters of an abbreviation that a bracket behind it may spell out."""
_IN_BRACKETS = re.compile(r" ?\(([^()\n]{8,120})\)")
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "and",
        "on",
        "in",
        "to",
        "de",
        "des",
        "du",
        "d",
        "l",
        "la",
        "le",
        "les",
        "et",
        "en",
        "aux",
        "au",
        "à",
        "y",
        "del",
        "los",
        "las",
        "el",
        "e",
        "i",
        "и",
        "та",
        "по",
        "для",
        "на",
    ]
)
_THINGS = frozenset({"thing_object", "make_believe"})
_PERSONS = frozenset(
    {"human_word", "anyone", "population", "passers", "watched_kind", "wanted", "detained", "in_the_car"}
)


def is_about_something_else(senses: SenseMap, core: Span) -> bool:
    """Say whether the words at `core` only name a place or a theme of what is bought, or speak of things."""
    return (
        _names_a_place(senses, core)
        or _names_a_room(senses, core)
        or _is_served(senses, core)
        or _is_named_beside(senses, core)
        or _is_led_by_a_trade(senses, core)
        or _is_theme(senses, core)
        or _is_taught(senses, core)
        or _stands_under_other_heading(senses, core)
        or _is_done_to_things(senses, core)
        or _is_explained(senses, core)
        or _is_spelt_out(senses, core)
        or _is_a_name(senses, core)
    )


def _names_a_place(senses: SenseMap, core: Span) -> bool:
    """Read 手机取证实验室装饰装修, 专班租车服务: in Chinese the last noun of a chain is what is bought."""
    text = senses.layout.text
    last = senses.layout.clause(core[1] - 1)[1]
    trades = senses.within(("other_trade",), (core[1], min(last, core[1] + LONGEST_CHAIN)))
    if not trades or text[trades[0].start] < "\u2e80":
        return False
    trade = trades[0]
    chain = core[1], trade.start
    between = text[chain[0] : chain[1]]
    if between.endswith("等"):  # 舆情监测、情报分析等教材: an enumeration of themes
        between = between.replace("、", "")
    if not _JOINS.isdisjoint(between) or senses.within(("gear_word",), chain):
        return False
    return not _is_part_of_a_device(senses, trade, last)


def _names_a_room(senses: SenseMap, core: Span) -> bool:
    """Read 手机取证室窗帘, 测谎室冷气机汰换: a room has the name, and what stands behind it is no device."""
    text = senses.layout.text
    last = senses.layout.clause(core[1] - 1)[1]
    rooms = [
        room
        for room in senses.within(("room_word",), (core[1], min(last, core[1] + LONGEST_ROOM)))
        if room.end - room.start > 1 or room.start == core[1]
    ]
    if not rooms or not _JOINS.isdisjoint(text[core[1] : rooms[0].start]):
        return False
    rest = text[rooms[-1].end : last].strip(" ,;:。")
    if len(rest) < SHORTEST_THING or any(word in rest for word in _DEMANDS):
        return False
    return not senses.within(("gear_word", "room_made"), (rooms[0].end, last))


def _is_part_of_a_device(senses: SenseMap, trade: Hit, last: int) -> bool:
    devices = senses.within(("gear_word",), (trade.end, min(last, trade.end + BEHIND_TRADE)))
    return bool(devices) and _JOINS.isdisjoint(senses.layout.text[trade.end : devices[0].start])


def _is_served(senses: SenseMap, core: Span) -> bool:
    """Read 法律顾问为…平台提供: in Chinese who serves stands before what is served."""
    text = senses.layout.text
    first = senses.layout.clause(core[0])[0]
    for trade in senses.within(("other_trade",), (max(first, core[0] - LONGEST_CHAIN), core[0])):
        if text.startswith(("为", "供"), trade.end) and _JOINS.isdisjoint(text[trade.end : core[0]]):
            return True
    return False


def _is_named_beside(senses: SenseMap, core: Span) -> bool:
    """Read "refurbishment of the phone forensics laboratory", "uniforms for the ankle tag unit"."""
    text = senses.layout.text
    first, last = senses.layout.sentence(core[0])[0], senses.layout.sentence(core[1] - 1)[1]
    near = max(first, core[0] - LONGEST_BESIDE), min(last, core[1] + LONGEST_BESIDE)
    if senses.within(("gear_word",), (core[1], min(last, core[1] + LONGEST_BESIDE // 2))):
        return False
    for trade in senses.within(("other_trade",), near):
        between = (trade.end, core[0]) if trade.end <= core[0] else (core[1], trade.start)
        words = text[between[0] : between[1]]
        if text[trade.start] > "\u2e80" or between[0] > between[1] or any(mark in words for mark in ",;:()"):
            continue
        if not any(join in words for join in WORD_JOINS) and not senses.within(("gear_word",), between):
            return True
    return False


def _is_led_by_a_trade(senses: SenseMap, core: Span) -> bool:
    """Read "Catering for the conference on DNA databases and polygraphs": the first noun of a sentence is bought.

    Not where a device stands in the sentence, or something is supplied behind the trade.
    """
    text = senses.layout.text
    first, last = senses.layout.sentence(core[0])[0], senses.layout.sentence(core[1] - 1)[1]
    trades = senses.within(("other_trade",), (first, min(core[0], first + LONGEST_LEAD)))
    if not trades or text[trades[0].start] > "\u2e80" or last - first > LONGEST_LED:
        return False
    between = trades[0].end, core[0]
    if any(mark in text[between[0] : between[1]] for mark in ";|"):
        return False
    return not senses.within(("gear_word",), (first, last)) and not senses.within(("something_new",), between)


def _is_theme(senses: SenseMap, core: Span) -> bool:
    """Read 展柜陈列…手稿, 印制…漫画: what is shown or printed is about the words."""
    text = senses.layout.text
    first = senses.layout.clause(core[0])[0]
    shown = senses.within(("other_theme",), (max(first, core[0] - LONGEST_THEME), core[0]))
    return bool(shown) and not any(word in text[shown[-1].end : core[0]] for word in _DEMANDS)


def _stands_under_other_heading(senses: SenseMap, core: Span) -> bool:
    """Read 展位搭建服务：…灯箱画面含人像布控: the heading of the paragraph says that something else is bought."""
    heading = _heading(senses, core)
    if heading is None or not senses.within(("other_trade_title",), heading) or senses.within(("gear_word",), heading):
        return False
    clause = senses.layout.clause(core[0])[0], senses.layout.clause(core[1] - 1)[1]
    devices = senses.within(("gear_word",), (core[0], clause[1]))
    return not [device for device in devices if _JOINS.isdisjoint(senses.layout.text[core[1] : device.start])]


def _is_taught(senses: SenseMap, core: Span) -> bool:
    """Read "Seminar for judges: how extraction tools work": what a heading teaches is its matter, devices included."""
    start = senses.layout.line(core[0])[0]
    heading = senses.layout.clause(start)
    if heading[1] - heading[0] > LONGEST_HEADING or senses.within(("gear_word",), heading):
        return False
    return any(hit.end <= core[0] for hit in senses.within(("teaching_title",), heading))


def _heading(senses: SenseMap, core: Span) -> Span | None:
    """Return the first clause of the paragraph if the words stand behind it, and it is short enough to be a heading."""
    start = senses.layout.line(core[0])[0]
    heading = senses.layout.clause(start)
    return heading if heading[1] <= core[0] and heading[1] - heading[0] <= LONGEST_HEADING else None


def _is_done_to_things(senses: SenseMap, core: Span) -> bool:
    """Say whether things, plants, animals or figures are what is watched, and no person in the same clause.

    Other items of a list say nothing of this one: "batteries, cables, face reader for staff".
    """
    layout = senses.layout
    clause = layout.clause(core[0])[0], layout.clause(core[1] - 1)[1]
    heading = _heading(senses, core)
    item = layout.item(core[0])[0], layout.item(core[1] - 1)[1]
    if not senses.within(_THINGS, item) and not (heading and senses.within(_THINGS, heading)):
        return False
    return all(_is_only_told(senses, person) for person in senses.within(_PERSONS, clause))


def _is_only_told(senses: SenseMap, person: Hit) -> bool:
    """Say whether a person is told of it, or looks it up, and is not what it is done to (通知值班人员, 读者可查)."""
    text = senses.layout.text
    before = max(0, person.start - NEAR_TELLING), person.start
    if senses.within(("told_to",), before) or text[max(0, person.start - 1) : person.start] in _TOLD:
        return True
    behind = text[person.end : person.end + NEAR_TELLING]
    return any(word in behind for word in _MAY_SEE)


def _is_spelt_out(senses: SenseMap, core: Span) -> bool:
    """Read "LAPI (Laboratoire d'analyse des produits industriels)": letters that stand for other words than ours."""
    text = senses.layout.text
    for hit in senses.between(core):
        letters = text[hit.start : hit.end]
        behind = _IN_BRACKETS.match(text, hit.end)
        if behind is None or not LEAST_LETTERS <= len(letters) <= MOST_LETTERS or not letters.isalpha():
            continue
        spelt = behind.span(1)
        words = [word for word in _WORDS.findall(behind[1]) if word not in _SMALL_WORDS]
        if "".join(word[0] for word in words) == letters and not senses.within(hit.senses, spelt):
            return True
    return False


def _is_explained(senses: SenseMap, core: Span) -> bool:
    """Read “DPI设备”系指400dpi扫描单元: the meaning has no person in it, or denies the word."""
    layout = senses.layout
    last = min(layout.line(core[1] - 1)[1], core[1] + LONGEST_EXPLAINED)
    if _UNRELATED.search(layout.text, core[1], min(last, layout.clause(core[1] - 1)[1])):
        return layout.text[max(layout.clause(core[0])[0], core[0] - BESIDE_EXPLAINED) : core[0]].find("与") >= 0
    said = senses.within(("explained_as",), (core[1], min(last, core[1] + BESIDE_EXPLAINED)))
    if not said or not _JOINS.isdisjoint(layout.text[core[1] : said[0].start].rstrip(',;” "」')):
        return False
    meaning = said[0].end, last
    if senses.within(("explained_not",), meaning):
        return True
    sentence = said[0].end, min(last, layout.sentence(said[0].end - 1)[1])
    return not senses.within(_PERSONS, sentence) and not senses.within(("gear_word",), sentence)


def _is_a_name(senses: SenseMap, core: Span) -> bool:
    """Read 入围单位：1.江心测谎侠桌游；2.庐前虹膜眼镜行: in a list of firms the words are parts of their names."""
    line = senses.layout.line(core[0])
    heads = senses.within(("firms_listed",), (max(line[0], core[0] - LONGEST_LED), core[0]))
    if not heads or senses.within(("gear_word",), (core[0], min(line[1], core[1] + BEHIND_TRADE))):
        return False
    first, last = senses.layout.item(core[0])
    stop = _STOPS.search(senses.layout.text, core[1], last)
    name = senses.layout.text[core[1] : stop.start() if stop else last]
    return last - first <= LONGEST_NAME and _FIRM.search(name.strip(" ,;:。.)")) is not None
