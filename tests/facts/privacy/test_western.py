"""Private persons in languages written with spaces: what is blacked out, and what is not."""

import pytest

from tenderlight.facts.privacy.personal import find_personal
from tenderlight.facts.privacy.spans import redacted
from tenderlight.model.document import Page


@pytest.mark.parametrize(
    ("text", "gone", "kept"),
    [
        ("Procurement lead: Ms. Ada Thornbury, tel. 01234 567890", ["Ada Thornbury", "567890"], ["Procurement lead"]),
        ("Supplier: Miss Molly Cakes Ltd", [], ["Molly Cakes Ltd"]),
        ("Комиссия: Громова О.В., П. С. Лисин", ["Громова", "Лисин"], ["Комиссия"]),
        (
            "в лице директора Рудакова Игоря Петровича, на основании Устава",
            ["Рудакова", "Игоря"],
            ["директора", "Устава"],
        ),
        ("Поставщик: ИП Голубев А. Н.", [], ["ИП Голубев А. Н."]),
        ("Переможець: ФОП Мельник О. І.", [], ["ФОП Мельник О. І."]),
        ("в особі директора Савчук О. М., тел. 044 123-45-67", ["Савчук", "123-45"], ["директора"]),
        ("De una parte, D. Luis Casal Rey, con DNI 12345678Z", ["Casal", "12345678Z"], ["De una parte"]),
        (
            "representada pelo seu sócio Rui Matos, CPF 123.456.789-09. Valor",
            ["Rui Matos", "789-09"],
            ["sócio", "Valor"],
        ),
        ("Représentée par Monsieur Jean Dupont, tél : 04 76 12 34 56", ["Dupont", "34 56"], ["Représentée par"]),
        ("D. A. Silva Construções Ltda, CNPJ 12.345.678/0001-90", [], ["12.345.678/0001-90"]),
        ("ويمثلها السيد اللواء/ أحمد سالم (طرف أول)", ["سالم"], ["طرف أول"]),
    ],
)
def test_persons_are_blacked_out_and_companies_are_not(text: str, gone: list[str], kept: list[str]) -> None:
    found = redacted(text, find_personal([Page(number=1, text=text)]))
    assert [word for word in gone if word in found] == []
    assert [word for word in kept if word not in found] == []
