"""Letters of Asia and Africa that tell a firm that it has won or is to deliver, and errata of prices."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tenderlight.facts.prose.english_letters import letter_of_award
from tenderlight.facts.reading import read_facts
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.values import AmountKind, AmountValue, SupplierValue

LETTERS = [
    (
        (
            "LETTER OF ACCEPTANCE\nNo. NCD/LOA/11 dated 12.10.2021\nTo: M/s Tapti Infra Limited (Lead "
            "Bidder) in consortium "
            "with M/s Girna Analytics Private Limited\nWe are pleased to accept your offer for a total "
            "contract price of "
            "Rs. 104,20,60,000/- including GST.\nYou shall submit a Bank Guarantee of Rs. 10,42,06,000/-."
        ),
        (
            "Tapti Infra Limited (Lead Bidder) in consortium with M/s Girna Analytics Private Limited",
            "Rs. 104,20,60,000",
        ),
    ),
    (
        (
            "INLAND PORTS COMMISSION\nThe Managing Director,\nJabi Optronics Nigeria Limited,\nKano.\nI "
            "am directed to inform "
            "you that the Board approved the award of the above contract to your company in the sum of "
            "\u20a612,450,000.00 only."
        ),
        ("Jabi Optronics Nigeria Limited", "\u20a612,450,000.00"),
    ),
    (
        (
            "NOTICE OF AWARD\nMR. DAN F. SORIA\nProprietor, KALAW COMPUTER CENTER\nDear Mr. Soria:\nYour "
            "bid for CCTV with an "
            "Approved Budget for the Contract of PhP4,500,000.00 is hereby awarded to you at a Contract Price of "
            "(PhP4,297,900.00).\nA performance security of PhP1,288,370.00 is required."
        ),
        ("KALAW COMPUTER CENTER", "PhP4,297,900.00"),
    ),
    (
        (
            "PURCHASE ORDER\nTo,\nM/s. Godavari Autotech Pvt. Ltd.,\nNashik\nYou are hereby directed to "
            "supply 3 vans at "
            "Rs. 32,40,000/- each, total Rs. 97,20,000/- within 60 days."
        ),
        ("Godavari Autotech Pvt. Ltd.", "Rs. 97,20,000"),
    ),
    (
        (
            "Langvlei Municipality\nThe Director\nBergrivier Security (Pty) Ltd\nDear Sir / Madam\nWe "
            "are pleased to inform you "
            "that your company has been appointed for an amount of R1 286 450.00 (VAT inclusive)."
        ),
        ("Bergrivier Security (Pty) Ltd", "R1 286 450.00"),
    ),
    (
        (
            "To: M/s Mwea Systems Ltd,\nP.O. Box 77, NAIROBI.\nWe regret to inform you that your tender "
            "of Kshs. 100,000 was "
            "not accepted."
        ),
        (None, None),
    ),
    ("To: The Accounting Officer\nPlease supply the report by Friday. It cost USD 4,000.", (None, None)),
]


@pytest.mark.parametrize(("text", "expected"), LETTERS, ids=range(len(LETTERS)))
def test_who_is_written_to_has_won(text: str, expected: tuple[str | None, str | None]) -> None:
    firm, _sender, price = letter_of_award(text, flatten(text))
    assert tuple(text[slice(*one)] if one else None for one in (firm, price)) == expected


def test_who_writes_buys() -> None:
    text = "LOCAL PURCHASE ORDER\nTo: M/s Ziwa Radios Ltd, Kisumu\nFrom: Lake Forensic Bureau\nPlease supply 4 radios."
    sender = letter_of_award(text, flatten(text))[1]
    assert sender is not None
    assert text[slice(*sender)] == "Lake Forensic Bureau"


@pytest.mark.parametrize(
    ("text", "price", "old"),
    [
        (
            (
                "CORRIGENDUM\nIn the award notice the contract price was stated as INR 4,35,00,000. It "
                "should read INR "
                "4,53,00,000. The supplier is M/s Netra Imaging Pvt. Ltd."
            ),
            45_300_000,
            43_500_000,
        ),
        (
            (
                "CORRIGENDUM\nNotice of Award of Contract, Board of Ports\nS.No | Clause | Existing | Amended\n"
                "1 | Contract value | Rs. 3,42,17,000 | Rs. 3,24,17,000\nDated: 17/10/2023"
            ),
            32_417_000,
            34_217_000,
        ),
        (
            (
                "ERRATUM\nIn the letter of award dated 04-07-2022, for Rs. 18,75,000 please read Rs. "
                "17,85,000. Name of "
                "contractor: M/s Deodar Systems."
            ),
            17_850_00,
            18_750_00,
        ),
    ],
)
def test_an_erratum_puts_the_price_right(text: str, price: int, old: int) -> None:
    amounts = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, AmountValue)]
    assert {one.amount for one in amounts if one.amount_kind is AmountKind.AWARD} == {Decimal(price)}
    assert Decimal(old) in {one.amount for one in amounts}


def test_a_firm_by_its_style_is_no_office() -> None:
    text = (
        "MUNICIPAL CORPORATION OF RAMPUR\nWORK ORDER No. 334 Date: 22/12/2021\nName of Agency: M/s "
        "Rann Electricals\n"
        "Accepted Amount: Rs. 86,12,500/-"
    )
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    assert [one.name for one in found] == ["Rann Electricals"]


@pytest.mark.parametrize("sign", ["To: ", "M/s A ", "your bid ", "award ", "for Rs. 5,000 ", "| ", "\n"])
def test_a_letter_of_nothing_costs_little(sign: str) -> None:
    started = time.process_time()
    text = sign * (50_000 // len(sign))
    letter_of_award(text, flatten(text))
    assert time.process_time() - started < 3
