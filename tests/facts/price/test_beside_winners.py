"""Prices that stand on the line of whoever won, without a label of their own."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

READ = {
    "a row of bids with a mark of the winner": (
        (
            "BID OPENING AND AWARD\nCity of Harlan, Parks Department\nContract awarded to: Stonebrook Paving LLC\n"
            "Bidder                     Bid (USD)     Days\nStonebrook Paving LLC      118,420.00    45\n"
            "Ridgeway Asphalt Inc.      121,900.00    40\n"
        ),
        "118420 USD",
    ),
    "a list of lots in a letter": (
        (
            "Award decision\nBuyer: Kirkmoor Council\nThe contracts are awarded as follows:\n"
            "Lot 1 – Strathlynn Vehicles Ltd – £386,900.00\nLot 2 – Kerrowmore Bodies Limited – £90,000.00\n"
            "Date of award: 4 March 2025\n"
        ),
        "476900 GBP",
    ),
    "Chinese table of results, the currency in the head": (
        (
            "招標結果\n機構：香港九龍東醫院聯網\n獲選投標者：醫電方舟有限公司\n"
            "招標編號　　　　項目　　　　獲選投標者　　　　　合約金額（港幣）　合約批出日期\n"
            "KEC/24/0887　　 診症車　　　醫電方舟有限公司　　2,136,000　　　　　2025年1月24日\n"
        ),
        "2136000 HKD",
    ),
    "a sentence of a paper": (
        (
            "Вестник города, 18 октября 2024\nМэрия города Кара-Ташуу подвела итоги тендера на уличное освещение. "
            "Победителем признано ОсОО «Жарык Строй»: предприятие установит светильники за 9 640 000 сомов. "
            "Второй участник, ОсОО «Эл-Ток», предлагал 10 200 000 сомов.\n"
        ),
        "9640000 KGS",
    ),
}

NOT_READ = {
    "first and last offers of the winner": (
        "Award\nBuyer: Kirkmoor Council\nAwarded to: Strathlynn Vehicles Ltd\n"
        "Strathlynn Vehicles Ltd | £412,000.00 | £386,900.00\nKerrowmore Bodies Limited | £420,000.00 | £401,000.00\n"
    ),
    "a guarantee of the winner": (
        "AWARD NOTICE\nBuyer: Town of Elm\nAwarded supplier: Oakham Systems Ltd\n"
        "Oakham Systems Ltd shall lodge a performance guarantee of GBP 14,000.00 within ten days.\n"
    ),
    "registered capital": (
        "中标公告\n采购人：岭县公安局\n中标供应商：天池科技有限公司\n天池科技有限公司，注册资本5,000万元，成立于2011年。\n"
    ),
}


@pytest.mark.parametrize("case", READ)
def test_price_on_the_line_of_the_winner(case: str) -> None:
    text, expected = READ[case]
    found = predict(text)
    assert found.amount is not None
    assert f"{found.amount.normalize():f} {found.currency}" == expected


@pytest.mark.parametrize("case", NOT_READ)
def test_no_price_where_the_line_does_not_tell(case: str) -> None:
    assert predict(NOT_READ[case]).amount is None
