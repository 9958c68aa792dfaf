"""Capabilities told in wide words of Spanish, French, Russian and Ukrainian, and look-alikes in the same words."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

pytestmark = pytest.mark.usefixtures("all_that_is_found")


def bought(text: str) -> set[str]:
    found = find_in_text(text, doc_kind="tender_spec")
    return {str(one.rule) for one in found if str(one.polarity) == "required"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le module estimera la colère et la nervosité des élèves d'après leur visage.", "emo.emotion_recognition"),
        ("El módulo medirá el enojo y la tristeza de los alumnos por su rostro.", "emo.emotion_recognition"),
        ("Модуль должен определять гнев и тревожность учеников по мимике.", "emo.emotion_recognition"),
        ("Модуль повинен визначати гнів і тривожність учнів за обличчям.", "emo.emotion_recognition"),
        ("Valise qui se fait passer pour une antenne et relève l'IMSI des mobiles voisins.", "dev.imsi_catcher"),
        ("Equipo que simula una radiobase y obtiene el IMSI de los teléfonos.", "dev.imsi_catcher"),
        ("Прибор выдаёт себя за базовую станцию и собирает IMSI телефонов вокруг.", "dev.imsi_catcher"),
        ("Прилад під виглядом базової станції збирає IMSI телефонів.", "dev.imsi_catcher"),
        (
            "Des points et un classement selon la conduite de chaque habitant fixent sa priorité.",
            "score.social_scoring",
        ),
        ("Puntos por la conducta de cada habitante, con premios y sanciones.", "score.social_scoring"),
        ("Жителям начисляются баллы за поведение, от них зависит очередь на жильё.", "score.social_scoring"),
        ("Мешканцям нараховують бали за поведінку, від них залежить черга на житло.", "score.social_scoring"),
        ("Fourniture de balles de défense et de grenades lacrymogènes pour les compagnies.", "crowd.control_devices"),
        ("Suministro de un camión lanza agua y granadas aturdidoras.", "crowd.control_devices"),
        ("Поставка водомётов и светошумовых гранат.", "crowd.control_devices"),
        ("Постачання водометів і світлошумових гранат.", "crowd.control_devices"),
        ("Matériel portable imitant une antenne pour situer les téléphones voisins.", "dev.imsi_catcher"),
        ("Беспилотник росгвардии должен самостоятельно следовать за человеком.", "air.drone_surveillance"),
    ],
)
def test_wide_words_find_it(text: str, code: str) -> None:
    assert code in bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "Formation des agents d'accueil à la gestion de la colère des usagers, deux jours.",
        "Taller de manejo de emociones para docentes, 20 horas.",
        "Тренинг по управлению стрессом и конфликтами для сотрудников.",
        "Enquête sur le moral et la motivation du personnel, questionnaire en ligne.",
        "Mesure du champ des antennes-relais existantes et carte de couverture mobile.",
        "Medición de cobertura de las radiobases de los operadores.",
        "Измерение уровня сигнала базовых станций операторов связи.",
        "Points de fidélité des abonnés de la piscine, tarifs réduits.",
        "Баллы за сбор макулатуры обмениваются на билеты в театр для школьных команд.",
        "Grenadiers et fruitiers, 300 plants, et lances d'arrosage.",
        "Водометная установка для мойки цистерн, давление 200 бар.",
    ],
)
def test_look_alikes_in_the_same_words_are_left_alone(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "Location du logiciel SAS pour la police aux frontières.",
        "统计软件（SAS）租用，含海关关区进出口数据接口。",
        "Titulaire : Bureau Martin SAS, Immigration et frontières : entretien des bâtiments.",
    ],
)
def test_a_product_or_company_named_sas_is_no_gate(text: str) -> None:
    assert not bought(text)


def test_a_sas_in_which_travellers_are_checked_is_a_gate() -> None:
    said = "Aux points de passage, le sas compare le visage du voyageur à la puce du passeport."
    assert bought(said) == {"cust.checkpoint_border"}
