"""Sentences of the press and of decrees that say from whom somebody bought, in Spanish, Portuguese and French."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "buyer", "supplier", "amount"),
    [
        (
            "El municipio de Lanús compró 120 lectores de patentes a la firma Ojo Urbano SA por ARS 21.500.000,50.",
            "municipio de Lanús",
            "Ojo Urbano SA",
            Decimal("21500000.50"),
        ),
        (
            "La Fiscalía General de Ribera adquirió dos licencias a Pericias del Norte S.R.L. por USD 95,500.25.",
            "Fiscalía General de Ribera",
            "Pericias del Norte S.R.L.",
            Decimal("95500.25"),
        ),
        (
            "A Prefeitura Municipal de Barra Funda contratou a empresa Olhar Vivo S.A. por R$ 1,4 milhão.",
            "Prefeitura Municipal de Barra Funda",
            "Olhar Vivo S.A.",
            Decimal(1_400_000),
        ),
        (
            "A Polícia Civil do Estado do Pará adquiriu licenças junto à empresa Perícia Total Ltda por R$ 310.000,00.",
            "Polícia Civil do Estado do Pará",
            "Perícia Total Ltda",
            Decimal(310_000),
        ),
        (
            "La ville de Lorient a acheté vingt caméras à la société Vidéo Littoral pour un montant de 88 200,00 € HT.",
            "ville de Lorient",
            "Vidéo Littoral",
            Decimal(88_200),
        ),
        (
            "Le ministère de la Justice a passé commande d'un outil auprès de la société Sonar SAS pour 45 000,00 €.",
            "ministère de la Justice",
            "Sonar SAS",
            Decimal(45_000),
        ),
    ],
)
def test_from_whom_somebody_bought(text: str, buyer: str, supplier: str, amount: Decimal) -> None:
    """Buyer, seller and price stand in one sentence; the office's own word may be written small."""
    notice = predict(text)
    assert notice.buyer == buyer
    assert [one.name for one in notice.suppliers] == [supplier]
    assert notice.amount == amount


@pytest.mark.parametrize(
    "text",
    [
        "El gobierno compró trenes a China en 2012.",
        "El ministerio adquirió equipos de Francia y de Israel.",
        "El alcalde contrató a Juan Pérez Gómez como asesor.",
        "La ville a acheté un terrain à Nantes pour 300 000,00 €.",
        "A prefeitura comprou um terreno da Igreja Matriz.",
    ],
)
def test_countries_places_and_persons_are_no_sellers(text: str) -> None:
    """Without a word for a company or a legal form nobody is named as supplier."""
    assert not predict(text).suppliers
