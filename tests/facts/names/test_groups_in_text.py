"""Firms that bid together, told in running text."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.names.groups_in_text import groups_in

GROUPS = {
    "English, led by": (
        "The contract was awarded to a consortium led by Moorland Radar plc with Estuary Code Ltd as partner.",
        [("Moorland Radar plc", True), ("Estuary Code Ltd", False)],
        None,
    ),
    "Spanish, with a name": (
        "el CONSORCIO FARO 2021, integrado por LUCES S.A.S. (60%) y REDES DEL SUR LTDA. (40%), como CONTRATISTA",
        [("LUCES S.A.S.", False), ("REDES DEL SUR LTDA", False)],
        "CONSORCIO FARO 2021",
    ),
    "Spanish, a member with two words joined in its name": (
        "a la Unión Temporal Avizor, conformada por Ingevisión S.A.S. y Redes y Cámaras E.U., por $ 683.450.000",
        [("Ingevisión S.A.S.", False), ("Redes y Cámaras E.U.", False)],
        "Unión Temporal Avizor",
    ),
    "Portuguese": (
        "Consórcio Porto Aberto, formado pelas empresas Guindaste Forte S.A. (líder) e Biosul Sistemas Ltda.",
        [("Guindaste Forte S.A.", True), ("Biosul Sistemas Ltda.", False)],
        "Consórcio Porto Aberto",
    ),
    "Russian": (
        "с консорциумом в составе ООО «Маяк» (лидер), АО «Сеть» и ООО «Ключ» на сумму 9 млн рублей",
        [("ООО «Маяк»", True), ("АО «Сеть»", False), ("ООО «Ключ»", False)],
        None,
    ),
}


@pytest.mark.parametrize(("text", "members", "own"), GROUPS.values(), ids=GROUPS)
def test_members_of_a_group_are_found(text: str, members: list[tuple[str, bool]], own: str | None) -> None:
    (group,) = groups_in(text)
    assert [(text[start:end], leads) for start, end, leads in group.members] == members
    assert (text[slice(*group.own)] if group.own else None) == own


def test_one_company_is_no_group() -> None:
    assert not groups_in("a consortium led by Moorland Radar plc. The bid of Estuary Code Ltd was rejected.")


def test_members_of_a_named_group_have_their_parts() -> None:
    found = predict(
        "CONTRATO N° 12-2022\nEntre la ALCALDÍA DE VALLE ALTO, como CONTRATANTE, y el CONSORCIO "
        "FARO 2021, integrado por "
        "LUCES S.A.S. (60%) y REDES DEL SUR LTDA. (40%), como CONTRATISTA.\nSe firma el 3 de mayo de 2022."
    )
    assert [(one.name, one.role) for one in found.suppliers] == [
        ("CONSORCIO FARO 2021", "consortium"),
        ("LUCES S.A.S.", "member"),
        ("REDES DEL SUR LTDA.", "member"),
    ]
