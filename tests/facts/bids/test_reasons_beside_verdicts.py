"""Rows of bids whose last cell says that a bidder won, and why."""

from __future__ import annotations

from tests.facts.summary import read, summarise


def test_a_cell_that_says_why_a_bidder_won_says_that_it_won() -> None:
    text = (
        "SCHEDULE OF AWARDS\nPort Authority of Azura\nLOT | DESCRIPTION | TENDERER | EVALUATED PRICE (USD) | REMARK\n"
        "1 | Optics | Odwin Optics Ltd | 644,000.00 | Recommended & awarded\n"
        "1 | | Sankor Trading Ltd | 702,300.00 | 2nd\n"
        "2 | Radar | Tema Ltd | 1,980,450.00 | Awarded\n2 | | Odwin Optics Ltd | 2,111,000.00 | 2nd\n"
        "4 | Vests | Sankor Trading Ltd | 87,200.00 | Awarded (sole responsive)"
    )
    assert summarise(read(text))["suppliers"] == (
        "Odwin Optics Ltd, lot winner, 1",
        "Sankor Trading Ltd, lot winner, 4",
        "Tema Ltd, lot winner, 2",
    )


def test_the_head_over_a_bid_says_in_what_money_it_is() -> None:
    text = (
        "ПРОТОКОЛ подведения итогов аукциона\nЗаказчик: МКУ «Служба заказчика г. Ольхово»\n"
        "Номер заявки | Участник | Предложение о цене, руб.\n115072 | ООО «Тропа» | 410 000,00\n"
        "115014 | ООО «Сигнал-Юг» | 418 500,00\nПобедителем признан участник с номером заявки 115072."
    )
    assert summarise(read(text))["amounts"] == ("award 410000 RUB",)
