"""Small papers of zakupki.gov.ru for tests."""

from __future__ import annotations

HEAD = (
    '<ns2:export xmlns="http://zakupki.gov.ru/oos/types/1" xmlns:ns2="http://zakupki.gov.ru/oos/export/1">'
    '<ns2:{name} schemeVersion="9.0">{inside}</ns2:{name}></ns2:export>'
)


def paper(name: str, inside: str) -> bytes:
    """Return an export with one paper."""
    return HEAD.format(name=name, inside=inside).encode()


def organisation(tag: str, name: str, inn: str = "7701234567", more: str = "") -> str:
    """Return an organisation under a tag."""
    return f"<{tag}><fullName>{name}</fullName><INN>{inn}</INN>{more}</{tag}>"


def application(number: int, name: str, *, rating: str = "", price: str = "", admitted: bool = True) -> str:
    """Return an application of a last protocol."""
    return (
        f"<application><journalNumber>{number}</journalNumber><appParticipant><organizationName>{name}"
        f"</organizationName><inn>7700000{number:03d}</inn><contactInfo><lastName>Личный</lastName></contactInfo>"
        f"</appParticipant>"
        + (
            "<admitted>true</admitted>"
            if admitted
            else "<appRejectedReason><explanation>нет</explanation></appRejectedReason>"
        )
        + (f"<appRating>{rating}</appRating>" if rating else "")
        + (f"<winnerPrice>{price}</winnerPrice>" if price else "")
        + "</application>"
    )


NUMBER = "<purchaseNumber>0372200001222000045</purchaseNumber>"
CUSTOMER = organisation(
    "customer",
    "ГКУ «Безопасный город»",
    "7812345678",
    "<factAddress>Российская Федерация, 420111, Татарстан Респ, Казань г, Кремлёвская, 1</factAddress>",
)
