"""Orders under framework agreements, told by the head of the paper, and contracts that only mention an agreement."""

import pytest

from tests.facts.summary import read, summarise

_PARTIES = "Buyer: Wold Borough Council\nSupplier: Kestrel Data Ltd\n"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        (
            f"CALL-OFF ORDER FORM\n{_PARTIES}CALL-OFF CHARGES: £84,500 for two years\nDate signed: 4 May 2022\n",
            "call_off 84500 GBP",
        ),
        (
            f"ORDER FORM\nFramework: Digital Places 2, Lot 3\n{_PARTIES}Total Order Value: GBP 41,000.00\n",
            "call_off 41000 GBP",
        ),
        (
            f"Work Order under Framework Agreement FA-7\n{_PARTIES}Work Order Value: KES 4,100,000\n",
            "call_off 4100000 KES",
        ),
        (
            f"Purchase order placed through rate contract RC-4\n{_PARTIES}Contract price: INR 41,000\n",
            "call_off 41000 INR",
        ),
        (
            (
                "Bon de commande n° 14 – accord-cadre 2021-07\nAcheteur : Brenne\nTitulaire : Lumen Ouest SAS\n"
                "Montant total : 9 600,00 euros HT\n"
            ),
            "call_off 9600 EUR",
        ),
        (
            (
                "Marché subséquent n° 3\nAcheteur : Ville de Brenne\nTitulaire : Lumen Ouest SAS\n"
                "Montant du marché : 9 600,00 euros HT\nDate de signature : 3 mai 2021\n"
            ),
            "call_off 9600 EUR",
        ),
        (
            (
                "Orden de compra 77 del acuerdo marco AM-4\nEntidad compradora: Gobernación de Río Hondo\n"
                "Proveedor: Redes Andinas S.A.S.\nValor total: COP 56.780.400\n"
            ),
            "call_off 56780400 COP",
        ),
        (
            f"CONTRACT\n{_PARTIES}Contract price: £9,000\nThe parties may later agree a framework.\n",
            "contract 9000 GBP",
        ),
        (f"PURCHASE ORDER\nPO No.: 4500012\n{_PARTIES}Order total: £7,200.00\n", "contract 7200 GBP"),
    ],
)
def test_an_order_under_an_agreement_has_a_price_of_its_own_kind(text: str, amount: str) -> None:
    assert summarise(read(text))["amounts"] == (amount,)
