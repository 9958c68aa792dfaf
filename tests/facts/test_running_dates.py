"""Days in sentences and in the first lines of papers."""

import pytest

from tenderlight.facts.running_dates import heading_date, running_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ПРОТОКОЛ № 18 від 14 лютого 2023 року\n", "14 лютого 2023"),
        ("Комітет\nРІШЕННЯ № 3 від 02.05.2022\n", "02.05.2022"),
        ("RESOLUCIÓN No. 4\n(25 de agosto de 2022)\n", "25 de agosto de 2022"),
        ("Acta\n12 personas\n", None),
    ],
)
def test_a_paper_says_of_what_day_it_is(text: str, day: str | None) -> None:
    found = [text[start:end] for _meaning, start, end in heading_date(text)]
    assert found == ([day] if day else [])


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Lo firman en Sierra Alta, a los 30 días del mes de junio de 2022.", True),
        ("Leído que fue, se firma en la ciudad, a los 4 días de mayo de 2021.", True),
        ("Corrección de errores de la resolución de 12 de enero de 2023.", False),
        ("La firma del contrato se llevará a cabo el día 23 de septiembre de 2022.", False),
        ("A las doce horas del día 9 de septiembre de 2022, se reunieron.", True),
    ],
)
def test_days_of_other_papers_and_of_what_is_to_come_are_none(sentence: str, found: bool) -> None:
    assert bool(list(running_dates(sentence))) is found
