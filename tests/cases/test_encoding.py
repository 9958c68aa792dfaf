"""The exported line is the interface; what a child sends is checked."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from tenderlight.cases import encoding
from tenderlight.cases.encoding import (
    TooLarge,
    Undecodable,
    check_item,
    decode_claim,
    decode_item,
    decode_reading,
    encode_claim,
    encode_item,
    encode_reading,
)
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, Reading, Word
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    CapabilityValue,
    DateKind,
    DateValue,
    PartialDate,
    Value,
)

DOCUMENT = "ab" * 32


def claim_of(kind: StatementKind, value: Value, *, polarity: Polarity | None = None) -> Claim:
    quote = Quote(
        document=DOCUMENT,
        path="镇政府/采购.pdf",
        start=120,
        end=124,
        text="人脸识别",
        page_number=3,
        boxes=(Box(left=72, top=311.4, right=120.004, bottom=325),),
        before="系统应支持",
        after="功能。",
        reader="pdf/1",
    )
    return Claim(
        claim="c" * 32,
        contract="d" * 32,
        kind=kind,
        value=value,
        polarity=polarity,
        stage=Stage.TENDER,
        rule="face.recognition",
        rule_version=3,
        confidence=0.93,
        against=("The words stand in a heading.",),
        quotes=(quote,),
    )


def test_a_claim_is_exported_with_the_keys_of_the_interface_in_their_order() -> None:
    claim = claim_of(
        StatementKind.CAPABILITY, CapabilityValue(capability="face_recognition"), polarity=Polarity.REQUIRED
    )
    expected = (
        '{"claim":"cccccccccccccccccccccccccccccccc","contract":"dddddddddddddddddddddddddddddddd",'
        '"kind":"capability","value":{"capability":"face_recognition"},"polarity":"required","stage":"tender",'
        '"rule":"face.recognition","rule_version":3,"confidence":0.93,"against":["The words stand in a heading."],'
        '"status":"unreviewed","quotes":[{"document":"' + DOCUMENT + '","path":"镇政府/采购.pdf","page_number":3,'
        '"start":120,"end":124,"text":"人脸识别","boxes":[[72.0,311.4,120.0,325.0]],"pointer":null,'
        '"before":"系统应支持","after":"功能。","reader":"pdf/1","layout":null,"layout_pages":[]}],"picture":null,"edit":null}'
    )
    assert encode_claim(claim).decode() == expected


def test_figures_keep_their_digits_and_dates_lack_what_they_lack() -> None:
    amount = AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal("6320000.10"), currency="CNY")
    assert b'"amount":6320000.10,"currency":"CNY"' in encode_claim(claim_of(StatementKind.AMOUNT, amount))
    date = DateValue(date=PartialDate(year=2022, month=12), date_kind=DateKind.AWARD)
    assert b'"value":{"date":"2022-12","date_kind":"award"}' in encode_claim(claim_of(StatementKind.DATE, date))


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "sNaN", "1E+400", "1" * 80])
def test_a_figure_that_is_none_is_neither_written_nor_read(figure: str) -> None:
    value = AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(figure))
    with pytest.raises(ValueError, match="figure"):
        encode_claim(claim_of(StatementKind.AMOUNT, value))
    good = encode_claim(claim_of(StatementKind.AMOUNT, AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(7))))
    with pytest.raises(Undecodable):
        decode_claim(good.replace(b'"amount":7', b'"amount":"' + figure.encode() + b'"'))


def page(**changes: object) -> bytes:
    line = json.loads(
        encode_item(
            Page(
                number=1,
                text="Gate 3",
                width=595.28,
                height=841.89,
                words=(Word(start=0, end=4, box=Box(left=1, top=2, right=3, bottom=4)),),
            )
        )
    )
    return json.dumps({**line, **changes}).encode()


def test_the_page_that_the_hostile_ones_are_made_of_is_let_in() -> None:
    assert isinstance(decode_item(page()), Page)


@pytest.mark.parametrize(
    "untrusted",
    [
        pytest.param(page(number=0), id="page numbers start at 1"),
        pytest.param(page(number=2**40), id="page number without bound"),
        pytest.param(page(words=[[0, 7, 1, 2, 3, 4, None]]), id="word past the text"),
        pytest.param(page(words=[[4, 1, 1, 2, 3, 4, None]]), id="word ends before it starts"),
        pytest.param(page(words=[[0, 4, 9, 2, 3, 4, None]]), id="box inside out"),
        pytest.param(page(words=[[0, 4, 1, 2, 3, 4, 1.5]]), id="confidence above 1"),
        pytest.param(page(words=[[0, 4, 1, 2, 3, 4, 0.5, 0]]), id="word with one part too many"),
        pytest.param(page(lines=[[0, 6, [5, 5, 1, 1], None]]), id="line's box inside out"),
        pytest.param(page(width=1e300), id="width without bound"),
        pytest.param(page(extra=1), id="unknown key"),
        pytest.param(page(item="claim"), id="unknown item"),
        pytest.param(page(text=7), id="text that is a number"),
        pytest.param(page().replace(b"595.28", b"NaN"), id="not a number"),
        pytest.param(page().replace(b"595.28", b"1e999"), id="infinite"),
        pytest.param(page().replace(b"Gate 3", b"Gate \\ud800"), id="half a surrogate pair, escaped"),
        pytest.param(page().replace(b"Gate 3", b"Gate \xed\xa0\x80"), id="half a surrogate pair, raw"),
        pytest.param(page().replace(b"Gate 3", b"Gate \xff"), id="not UTF-8"),
        pytest.param(page() + page(), id="two items"),
        pytest.param(page()[:-1], id="cut short"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_contradicts_itself_is_refused(untrusted: bytes) -> None:
    for decode in (decode_item, check_item):
        with pytest.raises(Undecodable):
            decode(untrusted)


def test_an_item_on_two_lines_is_not_let_into_a_stored_reading() -> None:
    with pytest.raises(Undecodable):
        check_item(page().replace(b'"number"', b'\n"number"'))


def test_an_item_too_large_to_send_is_refused_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    large = encode_item(Page(number=1, text="x" * 2_000))
    monkeypatch.setattr(encoding, "ITEM_BYTES_LIMIT", 1_000)
    with pytest.raises(TooLarge):
        encode_item(Page(number=1, text="x" * 2_000))
    with pytest.raises(Undecodable):
        decode_item(large)


def test_coordinates_are_rounded_to_hundredths_and_kept_on_the_map() -> None:
    word = Word(start=0, end=1, box=Box(left=-1e300, top=10.004999, right=10.005001, bottom=1e12))
    read = decode_item(encode_item(Page(number=1, text="x", words=(word,))))
    assert isinstance(read, Page)
    assert read.words[0].box == Box(left=-1e9, top=10.0, right=10.01, bottom=1e9)


def test_a_torn_reading_is_not_taken_for_a_short_one() -> None:
    reading = Reading(
        document=DOCUMENT, media_type="text/plain", reader="text", reader_version=1, pages=(Page(number=1, text="x"),)
    )
    lines = encode_reading(reading).splitlines(keepends=True)
    with pytest.raises(Undecodable, match="no end"):
        decode_reading(lines[0])
    with pytest.raises(Undecodable):
        decode_reading(lines[1] + lines[0])
    with pytest.raises(Undecodable):
        decode_reading(b"".join(lines)[:-20])
