"""What users of a thing may do with it: "officers may search", 民警可勾选. It is demanded, and nothing is left open."""

from __future__ import annotations

import re

from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.words import Hit

FARTHEST = 60
"""Characters before "may" in which the purpose is named that it belongs to."""
_MAY = re.compile(
    r"may(?: be| also)?|podr[aá]n?|puede[n]?|pourr(?:a|ont)|peut|peuvent|poder[aá]o?|может|могут|может быть|могут быть"
    r"|зможе|зможуть|可|可以|可勾选|可勾選|自由勾选|自主选择|勾选后|得"
)
_ON_CALL = re.compile(
    r"(?:up)?on (?:request|demand)|where available|if available|if required|as required by|a pedido|bajo demanda|"
    r"à la demande|sur demande|по запросу|за запитом|عند الطلب|حسب الطلب|بنا به درخواست"
)
_USERS = re.compile(
    r"(?:operators?|officers?|police(?:men)?|constables?|investigators?|detectives?|deput(?:y|ies)|agents?|agencies|analysts?"
    r"|guards?|users?|inspectors?|clerks?|wardens?|sergeants?|examiners?|prosecutors?|patrols?|staff|teachers?|customers?"
    r"|operador(?:es|as?)?|peritos?|polic[ií]as?|investigador(?:es|a)?|agentes?|inspector(?:es|a)?|usuarios?|analistas?|fiscales"
    r"|op[ée]rateurs?|opératrices?|enquêteurs?|policiers?|gendarmes?|inspecteurs?|utilisateurs?|analystes?|surveillants?"
    r"|оператор\w*|сотрудник\w*|следовател\w*|инспектор\w*|дежурн\w*|полицейск\w*|пользовател\w*|слідч\w+|поліцейськ\w+"
    r"|民警|警员|警員|警官|辅警|操作员|操作員|值班员|值班人员|侦查员|偵查員|办案人员|办案员|用户|使用者|管教|教师|老师|管理员)"
    r"(?: (?:at|in|on|of) (?:the )?\w+)?,? ?$"
)
_TO_WHAT_END = re.compile(
    r"\b(?:so that|in order that|by which|with which|whereby|where by|para que|de modo que|a fin de que"
    r"|con (?:el|la) que|afin qu[e']|pour qu[e']|чтобы|щоб)\b[^.;:]*$|(?:以便|供)[^,。;:]*$"
)
_ORDERS = re.compile(
    r"\W?(?:(?:also|then|later|be) )*"
    r"(?:order\w*|add\w*|choos\w+|chosen|select\w*|b[uo]\w*ght|buy|purchas\w+|call\w* off|exercis\w+|take up|taken up"
    r"|drop\w*|omit\w*|opt\b|request\w*|licen[sc]\w+|propos\w+|offer\w*|quote\w*|price\w*|acquir\w+|solicit\w+"
    r"|contrat\w+|command\w+|ofert\w+|加购|选购|增购|追加|заказ\w+|докуп\w+|предлож\w+)"
)


def is_for_users(senses: SenseMap, hit: Hit) -> bool:
    """Say whether a word of choice (may, on request) tells what users do, and not what the buyer may leave.

    Args:
        senses: The senses of the text.
        hit: The word.
    """
    text = senses.layout.text
    clause = senses.layout.clause(hit.start)
    if _ON_CALL.fullmatch(text, hit.start, hit.end):
        return bool(senses.within(("cue.require",), clause))
    if not _MAY.fullmatch(text, hit.start, hit.end) or _ORDERS.match(text, hit.end):
        return False
    before = text[max(clause[0], hit.start - FARTHEST) : hit.start]
    return _USERS.search(before) is not None or _TO_WHAT_END.search(before) is not None
