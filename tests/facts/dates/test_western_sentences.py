"""Days in sentences and in the first lines of papers."""

import pytest

from tenderlight.facts.dates.western_sentences import heading_date, running_dates, signature_days
from tenderlight.languages.dates import find_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ПРОТОКОЛ № 18 від 14 лютого 2023 року\n", "14 лютого 2023"),
        ("Комітет\nРІШЕННЯ № 3 від 02.05.2022\n", "02.05.2022"),
        ("RESOLUCIÓN No. 4\n(25 de agosto de 2022)\n", "25 de agosto de 2022"),
        ("Выписка из протокола № 44 от 09.11.2021 заседания комиссии\n", "09.11.2021"),
        ("Витяг з протоколу № 4 від 09.11.2021\n", "09.11.2021"),
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
        ("En la ciudad, siendo las 11:00 horas del 19 de agosto de 2022, se reunió el comité.", True),
        ("A los 5 días del mes de mayo de 2020, reunidos los miembros", True),
        ("Aplica a los 5 proveedores de 2020", False),
        ("A las doce horas del día 9 de septiembre de 2022, se reunieron.", True),
    ],
)
def test_days_of_other_papers_and_of_what_is_to_come_are_none(sentence: str, found: bool) -> None:
    assert bool(list(running_dates(sentence))) is found


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("Signed for the Client by A. Moor on 4 March 2020\nSigned for the Contractor by B. Fell on 6 March 2020", 6),
        (
            "Signed on behalf of the Buyer, 8 March 2020\nSigned for and on behalf of the Seller, 7 March 2020",
            8,
        ),
        ("Signed on behalf of the Customer: 2 March 2020\nSigned on behalf of the Supplier: 1 March 2020", 2),
        ("Firmado por el contratante: 3 de marzo de 2020\nFirmado por el contratista: 5 de marzo de 2020", 5),
        ("Pour le Client, le 4 mars 2020\nPour le Titulaire, le 9 mars 2020", 9),
        ("Assinado pelo Contratante em 4 de março de 2020\nAssinado pela Contratada em 5 de março de 2020", 5),
        ("Підписано: Замовник, 04.03.2020\nПідписано: Виконавець, 06.03.2020", 6),
        ("Подписано: Заказчик 04.03.2020 г.\nПодписано: Исполнитель 06.03.2020 г.", 6),
        ("For the Contractor the works end on 4 March 2020", None),
    ],
)
def test_each_party_signs_on_its_day(lines: str, day: int | None) -> None:
    days = [find_dates(lines[start:end], day_first=True)[0].date.day for _meaning, start, end in signature_days(lines)]
    assert (max(day for day in days if day) if days else None) == day
