"""Language, country, dates and marks of a document."""

from __future__ import annotations

import pytest

from tenderlight.facts.pages.language import language_of_notice
from tenderlight.facts.pages.origins import (
    country_of_notice,
    dollar_of,
    is_day_first,
)
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The supplier of the contract for cameras is to deliver in May.", "en"),
        ("El proveedor del contrato de cámaras para la entidad según la adjudicación.", "es"),
        ("O fornecedor do contrato de câmeras para a prefeitura, conforme a licitação e o edital.", "pt"),
        ("Le titulaire du marché des caméras pour la ville est tenu de livrer.", "fr"),
        ("Der Auftragnehmer liefert die Kameras für das Polizeipräsidium und die Stadt.", "de"),
        ("L'aggiudicatario del contratto di fornitura delle telecamere per il Comune.", "it"),
        ("Wykonawca dostarczy kamery na podstawie umowy zawartej w mieście.", "pl"),
        ("Поставщик обязуется поставить камеры по этому контракту.", "ru"),
        ("Постачальник зобов'язується поставити камери згідно з цим договором і його умовами.", "uk"),
        ("供应商应当按照合同交付摄像机。", "zh"),
    ],
)
def test_language(text: str, expected: str) -> None:
    page = Page(number=1, width=1, height=1, text=text, words=(), tables=())
    assert language_of_notice([page], []) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Empresa X, CNPJ 00.000.000/0001-00", "pt", "BR"),
        ("Município de Vale (Portugal)", "pt", "PT"),
        ("Замовник … 1 000 грн", "uk", "UA"),
        ("Цена 5 000 тенге, БИН 000", "ru", "KZ"),
        ("по 44-ФЗ", "ru", "RU"),
        ("Municipalidad de Lago, Chile", "es", "CL"),
        ("Entidad de Perú y proveedor de Chile", "es", None),
        ("Proveedor Cámaras S.A.", "es", None),
        ("NAICS 561621", "en", "US"),
        ("Two lakh uniforms, male and female, at Rs. 400 each", "en", "IN"),
        ("Paid in Rs. 400 each, Kathmandu", "en", "NP"),
    ],
)
def test_country_by_names_and_registers(text: str, language: str, expected: str | None) -> None:
    assert country_of_notice([], language, [flatten(text)]) == expected


@pytest.mark.parametrize(
    ("text", "language", "country", "expected"),
    [
        ("05/04/2023", "en", None, None),
        ("05/04/2023 and 20/04/2023", "en", None, True),
        ("05/04/2023 and 04/20/2023", "en", None, False),
        ("13/04/2023 and 04/20/2023", "en", None, None),
        ("05/04/2023", "en", "GB", True),
        ("05/04/2023", "en", "US", False),
        ("05/04/2023", "pt", "BR", True),
        ("05/04/2023", "zh", "CN", None),
    ],
)
def test_which_comes_first(text: str, language: str, country: str | None, expected: bool | None) -> None:
    assert is_day_first(language, country, [text]) is expected


def test_a_dollar_is_that_of_the_country() -> None:
    assert (dollar_of("CO"), dollar_of("US"), dollar_of(None), dollar_of("FR")) == ("COP", "USD", None, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "La ville de Lorient a acheté quarante caméras à la société Vidéo Littoral pour un montant de 88 200 €.",
            "fr",
        ),
        ("La ciudad de León compró cuarenta cámaras a la empresa Vídeo Costa por un monto de 88.200 €.", "es"),
        ("A cidade de Leiria comprou quarenta câmaras à empresa Vídeo Costa por um montante de 88.200 €.", "pt"),
    ],
)
def test_a_single_sentence_tells_its_language(text: str, language: str) -> None:
    """The small words that languages share count for each of them."""
    assert language_of_notice([Page(number=1, text=text)], []) == language
