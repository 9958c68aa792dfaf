"""Who heads an office of Spain, Portugal or America speaks for it: the buyer is the office."""

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("head", "office"),
    [
        ("O Diretor Administrativo do", "Instituto Penitenciário Estadual do Caparaó"),
        ("A Superintendente da", "Fundação Municipal de Saúde de Serra Azul"),
        ("A Pregoeira da", "Prefeitura Municipal de Serra Azul"),
        ("O Coordenador Geral do", "Instituto Técnico de Serra Azul"),
        ("O Reitor da", "Universidade Estadual de Serra Azul"),
    ],
)
def test_office_is_the_buyer_and_not_who_heads_it(head: str, office: str) -> None:
    text = (
        f"AVISO DE REVOGAÇÃO. PREGÃO Nº 77/2020. {head} {office} torna pública a revogação da licitação supracitada, "
        "Processo 46.110/2020. Objeto: locação de tornozeleiras. Data: 16/10/2020."
    )
    assert summarise(read(text))["buyer"] == (office,)
