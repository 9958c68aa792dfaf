"""Parts of a purchase given to several firms, clause by clause."""

from __future__ import annotations

import pytest

from tenderlight.facts.prose.iberian_awards import awarded_parts
from tenderlight.facts.reading import read_facts
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.values import AmountValue


def parts_of(text: str, language: str) -> list[tuple[str, str, str]]:
    parts = awarded_parts(text, flatten(text), language)
    return [(one.lots, text[slice(*one.name)], text[slice(*one.price)] if one.price else "") for one in parts]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            (
                "PRIMERO: ADJUDICAR a la razón social FRONTERA AZUL, SRL, RNC 1-30, los lotes 1 y 3, por un "
                "monto de RD$ 4,000.00.\n"
                "SEGUNDO: ADJUDICAR a la razón social GRUPO TEC, EIRL, el lote 2, por RD$ 1,000.00.\nTERCERO: "
                "NOTIFICAR."
            ),
            "es",
            [
                ("lotes 1 y 3", "FRONTERA AZUL, SRL", "RD$ 4,000.00"),
                ("lote 2", "GRUPO TEC, EIRL", "RD$ 1,000.00"),
            ],
        ),
        (
            (
                "Artículo 1°: Adjudícase según el siguiente detalle:\n"
                " - Ítems 1 y 2 (40 domos): a la firma SEGURIDAD NORTE S.A., por la suma de $ 5.240.000.\n"
                " - Ítem 3 (10 lectoras): a la firma ÓPTICA SUR S.R.L., por la suma de $ 3.125.500.\n"
            ),
            "es",
            [("Ítems 1 y 2", "SEGURIDAD NORTE S.A.", "$ 5.240.000"), ("Ítem 3", "ÓPTICA SUR S.R.L.", "$ 3.125.500")],
        ),
        (
            (
                "A Câmara deliberou adjudicar:\nLote A (Praia) – Visibeira, S.A., pelo preço de € 88.317,40;\n"
                "Lote B (Bairro) – Tecnoria, Lda., pelo preço de € 117.000,00;\n"
            ),
            "pt",
            [("Lote A", "Visibeira, S.A.", "€ 88.317,40"), ("Lote B", "Tecnoria, Lda.", "€ 117.000,00")],
        ),
        ("Adjudicar a REDES S.A. el lote 1 por $ 9.000.", "es", []),
        ("Lote 1: Redes S.A., oferta rechazada, $ 9.000\nLote 2: Sur S.A., $ 8.000", "es", []),
        ("Lote 1: Redes Ltd, £9,000\nLote 2: Sur Ltd, £8,000", "en", []),
    ],
)
def test_clauses_tell_who_gets_which_lots(text: str, language: str, expected: list[tuple[str, str, str]]) -> None:
    assert parts_of(text, language) == expected


def test_a_correction_quotes_the_price_without_a_label() -> None:
    text = (
        'RECTIFICA RESOLUCIÓN\nEn la que adjudicó la licitación, donde dice "Comercial Sur Limitada, por un monto '
        'de $ 62.000", debe decir "Comercial Sur Limitada, por un monto de $ 66.000". RUT 1-9, mercado público.'
    )
    values = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, AmountValue)]
    assert {(str(one.amount_kind.value), int(one.amount or 0)) for one in values} == {
        ("award", 66000),
        ("superseded", 62000),
    }
