from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.searchtext import search_text_at


def senses_of(text: str) -> set[str]:
    folded = search_text_at(text, "text").text
    return {sense for hit in shared_matcher().hits(folded) for sense in hit.senses}


@pytest.mark.parametrize(
    ("written", "bare", "sense"),
    [
        ("prédiction", "prediction", "rate"),
        ("détection d'attroupements", "detection d'attroupements", "detect"),
        ("búsqueda", "busqueda", "search"),
        ("opción", "opcion", "cue.optional"),
        ("désactivé", "desactive", "cue.negate"),
        ("teléfonos", "telefonos", "phone"),
        ("género", "genero", "sex_age"),
    ],
)
def test_a_word_counts_whose_accents_are_lost(written: str, bare: str, sense: str) -> None:
    assert sense in senses_of(written)
    assert sense in senses_of(bare)


@pytest.mark.parametrize(
    ("text", "capability"),
    [
        ("Detection du voile et de la barbe par video, alerte a la police.", "eth.religion_profiling"),
        ("Camaras de reconocimiento facial en tiempo real con lista de vigilancia.", "face.live_watchlist"),
        ("Extraccion de datos de telefonos incautados y recuperacion de mensajes borrados.", "dev.phone_forensics"),
        ("Reconnaissance des emotions des eleves par camera.", "emo.emotion_recognition"),
    ],
)
def test_purchases_are_found_in_text_without_accents(text: str, capability: str) -> None:
    assert capability in {one.rule for one in find_in_text(text, doc_kind="tender_spec")}
