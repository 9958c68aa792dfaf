"""Names, codes, currencies and headlines in shapes that had been read wrongly."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

NAMES = [
    ("Adjudicatario: Vialidad del Istmo, S. de R.L. de C.V.", "Vialidad del Istmo, S. de R.L. de C.V."),
    ("Adjudicatario: Cobre Norte, S. de R.L.", "Cobre Norte, S. de R.L."),
    ("Adjudicataria: LUMINARIA IBÉRICA, S.A.U., NIF A00000000", "LUMINARIA IBÉRICA, S.A.U."),
]


@pytest.mark.parametrize(("line", "name"), NAMES, ids=range(len(NAMES)))
def test_a_legal_form_of_several_words_belongs_to_the_name(line: str, name: str) -> None:
    text = f"Anuncio de adjudicación\nEntidad: Ayuntamiento de Olmeda\n{line}\nImporte: 4.000,00 euros"
    assert summarise(read(text))["suppliers"] == (f"{name}, sole",)


def test_a_quotation_mark_that_does_not_close_is_no_part_of_a_name() -> None:
    text = "判給公告\n澳海特別行政區海事署\n透過批示，將「保養」判給「恆聯通科技有限公司」，總金額為澳門元2,000.00。"
    assert summarise(read(text))["suppliers"] == ("恆聯通科技有限公司, sole",)


BUYERS = [
    (
        (
            "La Empresa Pública de Puertos comunica que el procedimiento PP-4-2022 fue declarado desierto el "
            "9 de marzo de 2022."
        ),
        "Empresa Pública de Puertos",
    ),
    (
        (
            "RESOLUCIÓN DE ADJUDICACIÓN\nVisto el expediente, la Alcaldía-Presidencia del Ayuntamiento de "
            "Olmeda RESUELVE:\n"
            "Adjudicar el contrato a Cobre Norte, S.L., por 4.000,00 euros."
        ),
        "Ayuntamiento de Olmeda",
    ),
]


@pytest.mark.parametrize(("text", "name"), BUYERS, ids=range(len(BUYERS)))
def test_neither_a_word_is_cut_from_a_buyer_nor_its_verb_left(text: str, name: str) -> None:
    assert summarise(read(text))["buyer"] == (name,)


CURRENCIES = [
    ("Valor del contrato: $ 3.480.500 (pesos colombianos)", "contract 3480500 COP"),
    ("Valor del contrato: $ 96.000.000 (pesos argentinos)", "contract 96000000 ARS"),
]


@pytest.mark.parametrize(("line", "amount"), CURRENCIES, ids=range(len(CURRENCIES)))
def test_a_dollar_sign_is_of_the_country_whose_pesos_are_named(line: str, amount: str) -> None:
    text = f"Contrato de suministro\nEntidad contratante: Instituto de Puertos\nContratista: Cobre Norte Ltda.\n{line}"
    assert summarise(read(text))["amounts"] == (amount,)


def test_a_stroke_in_a_number_is_no_sol_of_peru() -> None:
    text = "INVITATION TO BID\nNational Parks Office of Ombara\nIFB/NPS/09/2023\nBids close 30 June 2023."
    assert summarise(read(text))["region"] in {None, "-"}


def test_a_headline_with_a_verb_of_awarding_tells_of_an_award() -> None:
    text = (
        "Pinnacle Police Department awards drone contract\nIt has selected Skyharbor Robotics Inc. "
        "and will sign within weeks."
    )
    assert summarise(read(text))["stage"] == "award"


CODES = [
    ("3 readers NX-40 at £100.00 each", "readers | - | NX-40"),
    ("3 terminals LS500 at £100.00 each", "terminals | - | LS500"),
    ("3 cables CAT6 at £100.00 each", "cables CAT6 | - | -"),
    ("3 housings IP67 at £100.00 each", "housings IP67 | - | -"),
]


@pytest.mark.parametrize(("printed", "item"), CODES, ids=range(len(CODES)))
def test_the_code_that_a_name_in_a_list_ends_with_is_the_model(printed: str, item: str) -> None:
    text = f"Contract No. 7\nBuyer: Tolworth Police\nSupplier: Grebe Ltd\nGoods: {printed}; 2 lamps at £9.00 each."
    items = summarise(read(text))["items"]
    assert isinstance(items, tuple)
    assert [" | ".join(one.split(" | ")[:3]) for one in items][:1] == [item]
