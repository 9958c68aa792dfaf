"""What the parts of a label mean together: an estimated price is no price, a date of signature is the contract's.

The order of the questions is the order of what decides: who may be called, when it was, which number it is, how much,
who it is. Parts are those of `[parts]` in `vocabulary/procurement/*.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from tenderlight.facts.words.vocabulary import Meaning

Parts = AbstractSet[str]
_BESIDE_MONEY = frozenset(
    {
        *("money", "filler", "tax", "with_tax", "lot", "currency", "award", "contract", "agreed", "won", "offer"),
        *(
            "supplier",
            "winner",
            "bidder",
            "procedure",
            "item",
            "name",
            "end",
            "deal",
            "result",
            "frame",
            "signed",
            "correction",
        ),
    }
)
_BESIDE_PARTIES = frozenset(
    {
        *("filler", "name", "address", "lot", "contract", "procedure", "award", "registration", "body", "lead"),
        *("group", "item", "agreed", "offer", "deal", "result", "frame"),
    }
)
_BESIDE_DATES = frozenset({"date", "when", "filler", "lot", "number", "name", "body"})
_PARTIES = frozenset({"buyer", "buys", "supplier", "winner", "bidder", "subcontractor", "group", "agent", "member"})
_LIMITS = (
    ("budget", Meaning.BUDGET),
    ("estimate", Meaning.ESTIMATE),
    ("ceiling", Meaning.CEILING),
    ("frame", Meaning.CEILING),
)
_DAYS: tuple[tuple[Parts, Meaning | None], ...] = (
    (frozenset({"deadline"}), Meaning.DEADLINE),
    (frozenset({"ceiling"}), Meaning.DEADLINE),
    (frozenset({"acceptance", "offer"}), Meaning.DEADLINE),
    (frozenset({"end", "offer"}), Meaning.DEADLINE),
    (frozenset({"cancel"}), Meaning.DATE),
    (frozenset({"published"}), Meaning.PUBLICATION_DATE),
    (frozenset({"result"}), Meaning.AWARD_DATE),
    (frozenset({"opening"}), Meaning.OPENING_DATE),
    (frozenset({"delivery"}), None),
    (frozenset({"correction"}), Meaning.CORRECTION_DATE),
    (frozenset({"acceptance"}), Meaning.ACCEPTANCE_DATE),
    (frozenset({"signed", "contract"}), Meaning.CONTRACT_DATE),
    (frozenset({"issued", "contract"}), Meaning.CONTRACT_DATE),
    (frozenset({"decided"}), Meaning.AWARD_DATE),
    (frozenset({"award"}), Meaning.AWARD_DATE),
    (frozenset({"won"}), Meaning.AWARD_DATE),
    (frozenset({"winner"}), Meaning.AWARD_DATE),
    (frozenset({"issued"}), Meaning.PUBLICATION_DATE),
    (frozenset({"signed"}), Meaning.CONTRACT_DATE),
    (frozenset({"end"}), Meaning.END_DATE),
    (frozenset({"start"}), Meaning.START_DATE),
    (frozenset({"agreed", "contract"}), Meaning.CONTRACT_DATE),
    (frozenset({"contract"}), Meaning.CONTRACT_DATE),
)
"""What a day is of, the most telling parts first."""
_PLURAL_ENDS = ("s", "ок", "ий", "яв", "ів")
_NEVER_TOLD = frozenset({"other", "many", "place"})


def meaning_of_parts(language: str, parts: Sequence[str], words: Sequence[str], *, counts: bool) -> Meaning | None:
    """Return what the parts of a label mean together, or None if they do not tell.

    Args:
        language: ISO 639-1, of the words.
        parts: What each word is.
        words: The words themselves, with small numbers among them.
        counts: A number stands among the words: it must be that of a lot.
    """
    kinds = frozenset(parts)
    if kinds <= {"filler", "name"} or kinds & _NEVER_TOLD or (counts and "lot" not in kinds):
        return None
    if _is_count(language, kinds, words):
        return None
    if "unit" in kinds:
        kinds = kinds - {"unit"} | ({"each"} if kinds & {"money", "each"} else {"body"})
    for question in _QUESTIONS:
        told, meaning = question(kinds | {"contract"} if "deal" in kinds else kinds)
        if told:
            return meaning
    return None


def _is_count(language: str, kinds: Parts, words: Sequence[str]) -> bool:
    """Say whether a label asks how many there are (number of tenders), not which number one has."""
    many = {"offer", "procedure", "lot", "item", "bidder"}
    if "number" not in kinds or not kinds & many or kinds & {"contract"}:
        return False
    return "of" in words[1:2] and language == "en" and any(word.endswith(_PLURAL_ENDS) for word in words[2:])


def _told(meaning: Meaning | None) -> tuple[bool, Meaning | None]:
    return True, meaning


_OPEN = (False, None)


def _reach(kinds: Parts) -> tuple[bool, Meaning | None]:
    """Persons, addresses and register numbers, unless a name is asked for beside them."""
    if "name" in kinds and kinds & _PARTIES and "person" not in kinds and "contact" not in kinds:
        return _OPEN
    for kind, meaning in (("person", Meaning.PERSON), ("contact", Meaning.CONTACT), ("address", Meaning.ADDRESS)):
        if kind in kinds:
            return _told(None if "money" in kinds else meaning)
    return _told(Meaning.NO_NUMBER) if "registration" in kinds else _OPEN


def _day(kinds: Parts) -> tuple[bool, Meaning | None]:
    acts = kinds & {"signed", "published", "issued", "won"}
    if "date" not in kinds and not ("when" in kinds and acts and not kinds & {"procedure", "offer"}):
        return _OPEN
    if kinds & {"money", "budget", "other_money", "lost"} or "number" in kinds:
        return _OPEN if "number" in kinds else _told(None)
    for telling, meaning in _DAYS:
        if telling <= kinds:
            return _told(meaning)
    return _told(Meaning.DATE if kinds <= _BESIDE_DATES else None)


def _number(kinds: Parts) -> tuple[bool, Meaning | None]:
    if "number" not in kinds or kinds & {"money", "quantity", "measure"}:
        return _OPEN
    if kinds & {"model", "brand"}:
        return _told(Meaning.ITEM_MODEL)
    if kinds & (_PARTIES - {"buys"}):
        return _told(None if "name" in kinds else Meaning.NO_NUMBER)
    if "lot" in kinds:
        return _told(None)
    if kinds & {"contract", "award"} and not kinds & {"deal", "published", "offer"}:
        return _told(Meaning.CONTRACT_NUMBER)
    return _told(Meaning.PROJECT_NUMBER if kinds & {"procedure", "offer", "published", "deal"} else None)


def _money(kinds: Parts) -> tuple[bool, Meaning | None]:
    if "other_money" in kinds:
        return _told(Meaning.OTHER_AMOUNT)
    is_offer = "offer" in kinds and bool(kinds & {"won", "agreed"}) and "bidder" not in kinds
    limits = [meaning for kind, meaning in _LIMITS if kind in kinds]
    if (
        "money" not in kinds
        and not is_offer
        and "budget" not in kinds
        and not (limits and "contract" in kinds and limits != [Meaning.CEILING])
    ):
        return _OPEN
    if kinds & {"lost", "subcontractor"}:
        return _told(Meaning.OTHER_AMOUNT)
    if "each" in kinds:
        return _told(Meaning.UNIT_PRICE)
    if limits:
        return _told(None if kinds & {"date", "buyer"} else limits[0])
    if not kinds - {"each"} <= _BESIDE_MONEY:
        return _told(None)
    return _told(_price(kinds))


def _price(kinds: Parts) -> Meaning | None:
    settled = kinds & {"contract", "award", "won", "winner", "agreed", "result"}
    if "tax" in kinds and "with_tax" not in kinds and not settled:
        return Meaning.OTHER_AMOUNT
    if kinds & {"won", "winner", "award", "result"} or ("agreed" in kinds and "contract" not in kinds):
        return Meaning.AWARD_AMOUNT
    if kinds & {"contract", "signed", "correction"}:
        return Meaning.CONTRACT_AMOUNT
    if kinds & {"offer", "bidder"}:
        return Meaning.BID_AMOUNT
    return None if "procedure" in kinds else Meaning.TOTAL


def _party(kinds: Parts) -> tuple[bool, Meaning | None]:
    if not kinds & _PARTIES:
        return _OPEN
    sellers = kinds & {"supplier", "winner", "bidder", "group", "member"}
    if sellers & {"supplier", "bidder"} and "lost" in kinds:
        return _told(Meaning.LOSER)
    if not kinds - _PARTIES - {"won", "intended"} <= _BESIDE_PARTIES or "title" in kinds:
        return _told(None)
    if "subcontractor" in kinds:
        return _told(Meaning.SUBCONTRACTOR)
    is_buyer = "buyer" in kinds or {"buys", "body"} <= kinds
    if is_buyer and sellers:
        return _told(None)
    if is_buyer or "agent" in kinds:
        return _told(Meaning.BUYER if is_buyer else Meaning.AGENCY)
    return _told(_seller(kinds))


def _seller(kinds: Parts) -> Meaning | None:
    if "lead" in kinds and kinds & {"member", "group", "supplier", "bidder"}:
        return Meaning.LEAD
    if "member" in kinds:
        return Meaning.MEMBER
    if "intended" in kinds and not kinds & {"winner", "won"}:
        return Meaning.INTENDED if "supplier" in kinds else None
    if kinds & {"supplier", "winner"} or ("won" in kinds and kinds & {"bidder", "group"}):
        return Meaning.SUPPLIER
    return None


def _thing(kinds: Parts) -> tuple[bool, Meaning | None]:
    if kinds & {"lost", "won", "other_money", "intended"}:
        return _OPEN
    if "quantity" in kinds:
        return _told(Meaning.ITEM_QUANTITY if kinds <= {"quantity", "filler", "item", "each", "ceiling"} else None)
    if "measure" in kinds:
        return _told(Meaning.ITEM_UNIT)
    for kind, meaning in (("model", Meaning.ITEM_MODEL), ("brand", Meaning.ITEM_BRAND)):
        if kind in kinds:
            return _told(meaning if kinds <= {kind, "filler", "name", "item"} else None)
    if "item" in kinds:
        return _told(Meaning.ITEM_NAME if kinds <= {"item", "name", "filler", "title"} else None)
    named = kinds & {"title", "name"} and kinds & {"contract", "procedure", "title"}
    if named and kinds <= {"title", "name", "contract", "procedure", "filler", "offer", "published"}:
        return _told(Meaning.TITLE)
    if kinds <= {"currency", "filler", "contract"} and "currency" in kinds:
        return _told(Meaning.CURRENCY)
    return _OPEN


_QUESTIONS: tuple[Callable[[Parts], tuple[bool, Meaning | None]], ...] = (
    _reach,
    _day,
    _number,
    _money,
    _party,
    _thing,
)
