"""Protocols of purchasing commissions."""

from __future__ import annotations

from tenderlight.model.values import BidderValue
from tenderlight.sources.ru_zakupki import ZakupkiReader
from tests.sources.notices import amounts, days, read, stage, suppliers
from tests.sources.zakupki import NUMBER, application, paper

READER = ZakupkiReader()


def last(*applications: str, more: str = "") -> bytes:
    """Return a last protocol."""
    lot = f"<protocolLot><applications>{''.join(applications)}</applications>{more}</protocolLot>"
    return paper("fcsProtocolEF3", f"{NUMBER}<protocolDate>2022-04-05T10:00:00+03:00</protocolDate>{lot}")


def test_the_first_rating_wins_and_other_prices_are_bids() -> None:
    content = last(
        application(1, "ООО «Вторые»", rating="2", price="120"),
        application(2, "ООО «Первые»", rating="1", price="100.50"),
        application(3, "ООО «Отклонены»", admitted=False),
    )
    record = read(READER, content).records[0]
    assert suppliers(record) == [("ООО «Первые»", "sole", None)]
    assert amounts(record) == [("bid", "120", None, None), ("award", "100.50", None, None)]
    assert days(record) == [("award", "2022-04-05")]


def test_who_did_not_win_is_a_bidder_and_nothing_else() -> None:
    content = last(
        application(1, "ООО «Вторые»", rating="2", price="120"),
        application(2, "ООО «Первые»", rating="1", price="100.50"),
        application(3, "ООО «Отклонены»", admitted=False),
    )
    values = [said.value for said in read(READER, content).records[0].statements if isinstance(said.value, BidderValue)]
    assert [(value.name, value.outcome.value, value.rank, str(value.amount)) for value in values] == [
        ("ООО «Вторые»", "lost", 2, "120"),
        ("ООО «Отклонены»", "rejected", None, "None"),
    ]


def test_two_first_ratings_name_nobody() -> None:
    found = read(READER, last(application(1, "А", rating="1", price="5"), application(2, "Б", rating="1", price="6")))
    assert suppliers(found.records[0]) == []
    assert amounts(found.records[0]) == [("bid", "5", None, None), ("bid", "6", None, None)]
    assert "supplier-not-named" in found.codes


def test_a_first_rating_that_was_not_admitted_wins_nothing() -> None:
    found = read(READER, last(application(1, "А", rating="1", admitted=False)))
    assert suppliers(found.records[0]) == []


def test_the_only_application_wins_with_a_doubt() -> None:
    reason = "<abandonedReason><name>Подана одна заявка</name></abandonedReason>"
    record = read(READER, last(application(1, "ООО «Одни»"), more=reason)).records[0]
    assert stage(record) == "award"
    assert suppliers(record) == [("ООО «Одни»", "sole", None)]
    doubts = [statement.against for statement in record.statements if statement.rule == "zakupki.winner"]
    assert doubts == [("It was the only application; the procedure is recorded as not having taken place.",)]


def test_a_protocol_of_first_parts_names_nobody() -> None:
    lot = f"<protocolLot><applications>{application(1, 'А', rating='1', price='5')}</applications></protocolLot>"
    record = read(READER, paper("fcsProtocolEF1", NUMBER + lot)).records[0]
    assert suppliers(record) == []
    assert amounts(record) == []


def test_a_result_has_a_price_and_says_that_it_names_nobody() -> None:
    rows = "".join(
        f"<application><appRating>{rating}</appRating><price>{price}</price></application>"
        for rating, price in ((1, 90), (2, 95))
    )
    found = read(READER, paper("fcsPlacementResult", f"{NUMBER}<applications>{rows}</applications>"))
    assert amounts(found.records[0]) == [("award", "90", None, None), ("bid", "95", None, None)]
    assert found.codes == ["supplier-not-named"]
