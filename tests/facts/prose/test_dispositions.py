"""Who is given a contract by the operative part of a decree, in Romance languages."""

import pytest

from tenderlight.facts.prose.dispositions import disposed_to
from tenderlight.facts.prose.named_at import name_at
from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        (
            "es",
            (
                'ARTÍCULO SEGUNDO: Adjudicar el proceso No. LP-9, con objeto "suministro a la Red Vial Norte S.A.", '
                "a la UNIÓN TEMPORAL RADIO CENTRO, por valor de ($1.200.000)."
            ),
            "UNIÓN TEMPORAL RADIO CENTRO",
        ),
        ("es", "Adjudícanse a la firma Cuarzo Digital S.R.L. los renglones 2 y 3.", "Cuarzo Digital S.R.L."),
        ("es", "2. ADJUDÍQUESE el concurso, por ser conveniente, al proveedor Faro Sur Limitada.", "Faro Sur Limitada"),
        ("es", "Otorgar la buena pro del ítem único al postor ANTENAS DEL INCA S.A.C.", "ANTENAS DEL INCA S.A.C."),
        (
            "es",
            "Adjudicar el contrato (expediente 4/2020) a favor de la mercantil Redes Levante, S.L.",
            "Redes Levante, S.L.",
        ),
        (
            "pt",
            "Adjudico o item 1, no valor de R$ 10.000,00, à empresa Rio Manso Telecom Ltda.",
            "Rio Manso Telecom Ltda",
        ),
        (
            "fr",
            "Décide d'attribuer le lot unique, après analyse, à la société Oriflamme Réseaux SARL.",
            "Oriflamme Réseaux SARL",
        ),
        ("it", "Determina di aggiudicare la fornitura alla ditta Specola Sistemi S.r.l.", "Specola Sistemi S.r.l"),
        ("es", "La comisión recomienda adjudicar el contrato a la firma Cuarzo Digital S.R.L.", None),
        ("es", "Se desestima la oferta y no se adjudica a la empresa Faro Sur Limitada.", None),
        ("es", "Adjudicar según lo previsto a la Ley de Contratos del Estado.", None),
        ("en", "To award the contract to the firm Heron Optics Ltd.", None),
    ],
)
def test_the_name_is_found_behind_the_verb_past_titles_and_brackets(
    language: str, sentence: str, name: str | None
) -> None:
    span = disposed_to(sentence, language, name_at)
    assert (sentence[slice(*span)].rstrip(".") if span else None) == (name.rstrip(".") if name else None)


def test_a_decree_without_a_heading_is_an_award_with_its_price() -> None:
    found = summarise(
        read(
            "RESOLUCIÓN No. 77 DE 2021\n(4 de marzo de 2021)\nEL GERENTE DE LA EMPRESA PÚBLICA DE AGUAS DEL VALLE\n"
            "RESUELVE:\nARTÍCULO 1: Adjudicar la invitación No. 5-2021 a la sociedad Hidrodatos S.A.S., por "
            "valor de TRES "
            "MILLONES DE PESOS M/CTE ($3.000.000).\n"
        )
    )
    assert found["stage"] == "award"
    assert found["suppliers"] == ("Hidrodatos S.A.S., sole",)
    assert found["amounts"] == ("award 3000000 COP",)
    assert found["dates"] == ("award 2021-03-04",)
