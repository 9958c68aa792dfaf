"""Papers in the forms of French-speaking countries, Germany, Italy, Poland and Arab countries, read as wholes."""

from __future__ import annotations

import pytest

from tenderlight.languages.dates import find_dates
from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("L'an deux mille vingt et un, le vingt-troisième jour du mois de juin, la commission", "2021-06-23"),
        ("L'an deux mil vingt, le 5ème jour du mois d'octobre, s'est réunie", "2020-10-05"),
        ("L'anno duemilaventidue il giorno otto del mese di marzo, in Roccalta", "2022-03-08"),
        ("حرر في 7 كانون الثاني 2022", "2022-01-07"),
    ],
)
def test_days_in_words_of_minutes_are_read(text: str, iso: str) -> None:
    assert [one.date.iso() for one in find_dates(text, day_first=True)] == [iso]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "ARRÊTÉ PORTANT ATTRIBUTION D'UN MARCHÉ PUBLIC\nLe Maire de la ville de Courval,\nARRÊTE\n"
                "Article 1er. - Le marché est attribué à la société Nord Vision SAS pour 18 000 € HT.\n"
                "Fait à Courval, le 3 mai 2022"
            ),
            {"stage": "award", "suppliers": ("Nord Vision SAS, sole",)},
        ),
        (
            (
                "PROVINCE DE NAMUR - COMMUNE DE VALBOIS\nEXTRAIT DU REGISTRE\n"
                "Objet : Marché de services - Attribution\n"
                "LE COLLÈGE DÉCIDE :\nArticle 1 : d'attribuer le marché à SOFTLINE SA pour 4.500,00 € hors TVA."
            ),
            {"stage": "award", "buyer": ("COMMUNE DE VALBOIS",)},
        ),
        (
            (
                "AVIS D'ATTRIBUTION PROVISOIRE\nConformément à la loi, la direction des forêts de la wilaya de Batna "
                "informe les soumissionnaires que le marché est attribué à :\nEntreprise : SARL BOIS VERT\n"
            ),
            {"buyer": ("direction des forêts de la wilaya de Batna",)},
        ),
        (
            (
                "AVVISO DI AGGIUDICAZIONE\nEnte: Comune di Alba Nera\n"
                "Aggiudicatario: Luce S.r.l. con sede legale in Pavia, via Po 2"
            ),
            {"suppliers": ("Luce S.r.l., sole",)},
        ),
        (
            (
                "Umowa nr 4/2023\nzawarta w dniu 2 marca 2023 r. pomiędzy:\n"
                "Gminą Lipa z siedzibą w Lipie, zwaną dalej "
                "„Zamawiającym”,\na\nKamtel S.A. z siedzibą w Łodzi, zwaną dalej „Wykonawcą”."
            ),
            {"suppliers": ("Kamtel S.A., sole",)},
        ),
        (
            (
                "Vergabebekanntmachung. Auftraggeber: Gemeinde Seedorf. Los 1 Kameras: Optik GmbH, 10.000,00 EUR. "
                "Los 2 Server: Rechner AG, 20.000,00 EUR. Zuschlag am 4. April 2022."
            ),
            {"suppliers": ("Optik GmbH, lot winner, Los 1", "Rechner AG, lot winner, Los 2")},
        ),
        (
            (
                "إعلان ترسية\nالجهة: بلدية السدر\nالشركة الفائزة: شركة الأفق المحدودة\n"
                "قيمة الترسية: 45,320.750 دينار كويتي"
            ),
            {"amounts": ("award 45320.75 KWD",)},
        ),
    ],
)
def test_papers_are_read_in_their_own_forms(text: str, expected: dict[str, object]) -> None:
    told = summarise(read(text))
    assert {name: told[name] for name in expected} == expected


def test_two_days_that_end_alike_tell_the_year() -> None:
    text = "Avis d'attribution\nAcheteur : Brize\nDate d'attribution : 14/11/23\nTitulaire : Vue SAS\nEnvoi le 20/11/23"
    assert summarise(read(text))["dates"] == ("award 2023-11-14",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ترسية مناقصة رقم م/12/2022\nالجهة: بلدية السدر\nالشركة الفائزة: شركة الأفق المحدودة", "م/12/2022"),
        ("تعلن بلدية السدر عن إلغاء المناقصة العامة رقم هـ م خ/7/2022-2023", "هـ م خ/7/2022-2023"),
        ("إعلان عن مناقصة عامة رقم 8 لسنة 2023/2024\nتعلن جامعة الساحل", "8 لسنة 2023/2024"),
    ],
)
def test_arabic_numbers_keep_their_letters_and_years(text: str, number: str) -> None:
    assert summarise(read(text))["numbers"] == (number,)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Auftraggeber: Gemeinde Oberbach, Hauptstraße 12, 36100 Oberbach", "Gemeinde Oberbach"),
        ("Auftraggeber: Landkreis Auenau, Niedersachsen", "Landkreis Auenau"),
        ("Acheteur : Ville de Courval, 3 place de la Halle", "Ville de Courval"),
        ("Zamawiający: Gmina Lipa, ul. Długa 5", "Gmina Lipa"),
    ],
)
def test_the_address_behind_a_name_is_no_part_of_it(label: str, name: str) -> None:
    assert summarise(read(f"Vergebener Auftrag\n{label}\n"))["buyer"] == (name,)
