"""The parties that a page names: where a name begins and ends, and which pages are not looked at."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.readers.model import Tagged
from tenderlight.facts.readers.parties import named
from tenderlight.facts.readers.parties.named import named_parties, seen_words
from tenderlight.facts.readers.words import BREAK, Word, lines_in, words_of
from tenderlight.facts.reading import told_by_rules
from tenderlight.model.document import Page
from tests.facts.readers.made_parts import sheet_of


def names_on(text: str) -> list[str]:
    notice, _offices, statements = told_by_rules([Page(number=1, text=text)])
    return [one.piece.text for one in named_parties(notice, statements, notice.sheets[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Buyer: Dray Fire Service\nSupplier: Brackmoor Systems Ltd\n",
            ["Dray Fire Service", "Brackmoor Systems Ltd"],
        ),
        (
            "Заказчик: МКУ «Светлый город»\nПобедитель: ООО «Дозор-Техника»\n",
            ["МКУ «Светлый город»", "ООО «Дозор-Техника»"],
        ),
        ("采购人：清河县公安局\n中标供应商：安川数据技术有限公司\n", ["清河县公安局", "安川数据技术有限公司"]),
        (
            "Entidad: Municipalidad de Lira\nAdjudicatario: Visión Austral S.A.\n",
            ["Municipalidad de Lira", "Visión Austral S.A."],
        ),
        (
            "Zamawiający: Gmina Brzezina\nWykonawca: Wizjoner Sp. z o.o.\n",
            ["Gmina Brzezina", "Wizjoner Sp. z o.o."],
        ),
    ],
    ids=["en", "ru", "zh", "es", "pl"],
)
def test_names_are_found_in_the_order_of_the_page(text: str, expected: list[str]) -> None:
    assert names_on(text) == expected


def test_a_text_without_parties_names_none() -> None:
    assert names_on("The meeting began at nine. 14 chairs, 3 tables and a lamp were counted.\n") == []


@pytest.mark.parametrize(
    ("before", "tagged", "behind", "expected"),
    [
        ("", "ООО «Дозор", "» и", "ООО «Дозор»"),
        ("", "ООО «Дозор»", "» и", "ООО «Дозор»"),
        ("(", "Brackmoor Ltd)", " won", "Brackmoor Ltd"),
        ("", "(Brackmoor Ltd", " won", "Brackmoor Ltd"),
        ("", "“Brackmoor", "” won", "“Brackmoor”"),
        ("", '"Alfa" S.A.', " ganó", '"Alfa" S.A.'),
        ("", "„Kamex“ GmbH", "", "„Kamex“ GmbH"),
        ("", "安川（北京", "）公司", "安川（北京）"),
        ("", "安川（北京）公司", "）", "安川（北京）公司"),
        ("", "安川公司】", "", "安川公司"),
        ("", "Alfa (Beta [Gamma", "]", "Alfa (Beta [Gamma]"),
        ("", "Alfa (Beta", ", Gamma", "Alfa (Beta"),
        ("- ", "Alfa S.A.; ", "", "Alfa S.A."),
        ("“", "Alfa ”", " won", "Alfa"),
        ('"', 'Alfa Ltd"', " won", "Alfa Ltd"),
        ("", "Alfa Ltd (", "Dray)", "Alfa Ltd"),
        ("", "”Alfa” Ltd", " won", "”Alfa” Ltd"),
        ("", "", "- Alfa )", ""),
    ],
)
def test_a_name_ends_with_what_closes_what_it_opens(before: str, tagged: str, behind: str, expected: str) -> None:
    sheet = sheet_of(before + tagged + behind)
    piece = Piece(sheet=sheet, start=len(before), end=len(before + tagged))
    assert named._whole(piece.stripped(named._EDGES)).text == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [("- Alfa )", "-"), (", , Alfa", ","), ("A Alfa", "A"), ("2024 Alfa", "2024"), ("|» Alfa", "|»")],
)
def test_signs_figures_and_single_letters_are_no_names(text: str, words: str) -> None:
    sheet = sheet_of(text)
    word = Word(start=0, end=len(words), text=words, flat=words)
    assert named._named(sheet, [word], Tagged(part="name", first=0, last=1, certainty=1.0)) is None


def seen(text: str) -> list[str]:
    notice, _offices, statements = told_by_rules([Page(number=1, text=text)])
    return [word.text for word in seen_words(notice, statements, notice.sheets[0])[0]]


@pytest.mark.parametrize(
    ("filler", "longest"),
    [("x" * 99 + "\n", named._LONGEST_PAGE), ("a b\n" * 25, 4 * named._MOST_WORDS // 3)],
    ids=["signs", "words"],
)
def test_a_page_too_long_is_not_looked_at(filler: str, longest: int) -> None:
    line = "Supplier: Brackmoor Systems Ltd\n"
    short = filler * ((longest - 200) // len(filler)) + line
    assert names_on(short) == ["Brackmoor Systems Ltd"]
    assert seen(short + filler * 3) == []
    assert names_on(short + filler * 3) == []


def test_a_line_too_long_is_left_out_and_the_others_are_not() -> None:
    text = f"Kilnmoor Optics Ltd {'x' * named._LONGEST_LINE}\nSupplier: Brackmoor Systems Ltd\n"
    assert names_on(text) == ["Brackmoor Systems Ltd"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brackmoor's 3 masts", ["Brackmoor's", "3", "masts"]),
        ("安川 A-20", ["安", "川", "A", "-", "20"]),
        ("цена 1 240 000,50 руб.", ["цена", "1 240 000,50", "руб", "."]),
        ("a  b\tc", ["a", "  ", "b", "\t", "c"]),
        ("", []),
    ],
)
def test_words_signs_of_chinese_numbers_and_gaps_stand_apart(text: str, expected: list[str]) -> None:
    (line,) = lines_in(sheet_of(text))
    words = list(words_of(line, ","))
    assert [word.text for word in words] == [*expected, BREAK]
    assert [text[word.start : word.end] for word in words[:-1]] == expected
    assert words[-1].start == words[-1].end == len(text)


@pytest.mark.parametrize(("mark", "amount"), [(",", "1240"), (".", "1.24")])
def test_a_number_is_read_by_the_decimal_mark_of_its_document(mark: str, amount: str) -> None:
    (line,) = lines_in(sheet_of("1.240 EUR"))
    assert next(words_of(line, mark)).amount == Decimal(amount)


def test_lines_lie_where_the_page_has_them() -> None:
    text = "first\n\nthird line\n"
    lines = lines_in(sheet_of(text))
    assert [(line.flat, line.words) for line in lines] == [("first", ()), ("", ()), ("third line", ()), ("", ())]
    assert all(text[line.start :].startswith(line.flat) for line in lines)


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("C'est Optivue SAS", "Optivue SAS"),
        ("Ce sont Optivue SAS", "Optivue SAS"),
        ("Cestas Travaux SARL", "Cestas Travaux SARL"),
    ],
)
def test_words_that_point_to_a_name_are_none_of_it(tagged: str, expected: str) -> None:
    sheet = sheet_of(f"{tagged} fournira les lampes")
    word = Word(start=0, end=len(tagged), text=tagged, flat=tagged.lower())
    found = named._named(sheet, [word], Tagged(part="name", first=0, last=1, certainty=1.0))
    assert found is not None
    assert found.text == expected
