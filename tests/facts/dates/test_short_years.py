"""Days with two digits of their year."""

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("day", "rest", "dates"),
    [
        ("06/10/22", "Marché n° 2022-17", ("award 2022-10-06",)),
        ("06.10.22", "Exercice 2022", ("award 2022-10-06",)),
        ("28-02-23", "Annonce No 23-148221", ("award 2023-02-28",)),
        ("06/10/22", "Marché n° 17", ()),
        ("22/10/06", "Marché n° 2022-17", ()),
        ("21/10/22", "Marchés de 2021 et 2022", ()),
        ("31/02/22", "Marché n° 2022-17", ()),
        ("06/10-22", "Marché n° 2022-17", ()),
    ],
)
def test_the_year_must_stand_on_the_page_and_no_other_reading_with_it(
    day: str, rest: str, dates: tuple[str, ...]
) -> None:
    head = "Avis d'attribution\nAcheteur : Commune de Brize\n"
    text = f"{head}Date d'attribution : {day}\nTitulaire : Vision SAS\n{rest}\n"
    assert summarise(read(text))["dates"] == dates
