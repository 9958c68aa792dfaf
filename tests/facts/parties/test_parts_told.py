"""Who leads a joint bid, by words beside its name anywhere in a paper, and who is a member beside it."""

from __future__ import annotations

from time import perf_counter

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.parties.parts_told import _BEFORE, _BEHIND
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import SupplierValue


def parts(text: str) -> dict[str, str]:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    return {one.name: one.role.value for one in found}


@pytest.mark.parametrize(
    ("text", "lead", "member"),
    [
        (
            (
                "CONTRACT AWARD NOTICE\nBuyer: Port of Hale\n"
                "Contractor: Joint venture of Orr Marine Ltd (partner in charge, "
                "55%) and Dunn Dredging Ltd (45%)\nAmount: USD 4,000,000\n"
            ),
            "Orr Marine Ltd",
            "Dunn Dredging Ltd",
        ),
        (
            (
                "Award notice\nBuyer: Ministry of Transport\nAwarded to: joint venture between Orr Marine Ltd and Dunn "
                "Dredging Ltd\nThe joint venture is headed by its managing partner Orr Marine Ltd.\n"
            ),
            "Orr Marine Ltd",
            "Dunn Dredging Ltd",
        ),
        (
            (
                "AVIS D'ATTRIBUTION\nAcheteur : Commune de Velle\n"
                "Titulaire : groupement Travaux Bonnet SAS / Menuiserie "
                "Roche SARL\nMandataire : Travaux Bonnet SAS\nMontant : 412 000 EUR HT\n"
            ),
            "Travaux Bonnet SAS",
            "Menuiserie Roche SARL",
        ),
        (
            (
                "AVIS D'ATTRIBUTION\nAcheteur : Ville de Morges\n"
                "Adjudicataire : groupement composé de Toitures Blanc SA "
                "(pilote) et Etanchéité Favre SA\nMontant : CHF 412'000\n"
            ),
            "Toitures Blanc SA",
            "Etanchéité Favre SA",
        ),
        (
            (
                "Zuschlagsbekanntmachung\nAuftraggeber: Stadt Werne\nAuftragnehmer: Bietergemeinschaft Kolb GmbH "
                "(Federführung) und Hirsch AG\nAuftragswert: 1.200.000 EUR\n"
            ),
            "Kolb GmbH",
            "Hirsch AG",
        ),
        (
            (
                "ПРОТОКОЛ подведения итогов\nЗаказчик: Администрация города Устье\n"
                "Победитель: консорциум ООО «Мост» (лидер) и "
                "ООО «Дорога»\nЦена: 12 000 000 руб.\n"
            ),
            "ООО «Мост»",
            "ООО «Дорога»",
        ),
        (
            (
                "Протокол розгляду\nЗамовник: Міська рада Устя\n"
                "Переможець: ТОВ «Шлях» (уповноважений учасник) спільно з "
                "ПАТ «Асфальт»\nЦіна: 1 200 000 грн\n"
            ),
            "ТОВ «Шлях»",
            "ПАТ «Асфальт»",
        ),
        (
            (
                "中标结果公告\n招标人：临湖市水利局\n中标人：临湖市第一建筑有限公司、江东设计院有限公司联合体\n"
                "中标价：1200000元\n项目经理：周明（牵头人临湖市第一建筑有限公司）\n"
            ),
            "临湖市第一建筑有限公司",
            "江东设计院有限公司",
        ),
        (
            (
                "政府采购合同\n甲方：临湖市水利局\n乙方：临湖市第一建筑有限公司、江东设计院有限公司（联合体）\n"
                "合同价：1200000元，由联合体牵头人临湖市第一建筑有限公司收取。\n"
            ),
            "临湖市第一建筑有限公司",
            "江东设计院有限公司",
        ),
        (
            "決標公告\n機關名稱：臨湖市政府\n代表廠商：大安工程股份有限公司\n共同投標成員：永和顧問有限公司\n決標金額：1,200,000元\n",
            "大安工程股份有限公司",
            "永和顧問有限公司",
        ),
    ],
)
def test_the_one_with_the_word_beside_its_name_leads(text: str, lead: str, member: str) -> None:
    assert parts(text) == {lead: "lead", member: "member"}


@pytest.mark.parametrize(
    "text",
    [
        "AWARD NOTICE\nBuyer: Port of Hale\nAwarded to: joint venture between Orr Marine Ltd and Dunn Dredging Ltd\n",
        (
            "AWARD NOTICE\nBuyer: Port of Hale\n"
            "Awarded to: joint venture between Orr Marine Ltd and Dunn Dredging Ltd\n"
            "Leading experts will be named by both.\n"
        ),
        "中标公告\n招标人：临湖市水利局\n中标人：临湖市第一建筑有限公司、江东设计院有限公司联合体\n中标价：1200000元\n",
    ],
)
def test_nobody_leads_where_nothing_says_so(text: str) -> None:
    assert set(parts(text).values()) == {"member"}


def test_those_beside_a_lead_say_why_they_are_members() -> None:
    text = (
        "決標公告\n機關名稱：臨湖市政府\n代表廠商：大安工程股份有限公司\n共同投標成員：永和顧問有限公司\n"
        "決標金額：1,200,000元\n"
    )
    told = [one for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    assert [remarks.BESIDE_LEAD in one.against for one in told] == [False, True]


@pytest.mark.parametrize("sign", ["(", ", ", " – ", "lead ", "mandataire ", "牵头", "."])
def test_long_runs_take_no_time(sign: str) -> None:
    run = sign * 50_000
    begin = perf_counter()
    for at in range(0, 2_000, 100):
        _BEHIND.match(run, at, at + 60)
        _BEFORE.search(run, at, at + 60)
    assert perf_counter() - begin < 1


@pytest.mark.parametrize(
    "other",
    [
        "(2) Contract P-2, terminal - Sunset Builders Ltd, EC$12,650,000",
        "(2) Contract P-2, terminal - Sunset-Hale Joint Venture, by unit rates",
    ],
)
def test_who_won_another_contract_is_no_member(other: str) -> None:
    text = (
        "CONTRACT AWARDS\nMinistry: Ministry of Ports\n"
        f"(1) Contract P-1, breakwater - Orr Marine Ltd (lead partner of the joint venture), EC$48,200,000\n{other}\n"
    )
    assert "member" not in {role for name, role in parts(text).items() if name.startswith("Sunset")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "CONTRACT AWARD\nBuyer: Hale Police\nSuppliers: Orr Ltd and Dunn Ltd\n"
            "Unsuccessful: joint venture of Fenn Ltd and Orr Ltd (lead partner)\n"
        ),
        (
            "CONTRACT AWARD\nBuyer: Hale Police\nSuppliers: Orr Ltd and Dunn Ltd\n"
            "The consortium of Orr Ltd (lead member) and Fenn Ltd was not selected.\n"
        ),
        "中标公告\n采购人：临湖市水利局\n中标供应商：临湖甲建设有限公司\n落选：临湖甲建设有限公司（联合体牵头人）、临湖乙设计院\n",
        "中标公告\n采购人：临湖市水利局\n中标供应商：临湖甲建设有限公司\n临湖甲建设有限公司为牵头单位的产业联盟及联营企业另行公布。\n",
    ],
)
def test_a_lead_of_a_lost_bid_or_an_association_leads_nothing(text: str) -> None:
    assert "lead" not in parts(text).values()


@pytest.mark.parametrize(
    "text",
    [
        (
            "Vergebene Aufträge\nAuftraggeber: Hafen Werne\nAuftragnehmer: Kolb Marine GmbH, federführend im Vorhaben "
            "Kai\nAuftragnehmer: Hirsch Tonnen GmbH, Auftrag Tonnen\n"
        ),
        (
            "Contract awards\nBuyer: Port of Hale\nContractor: Orr Marine Ltd (lead contractor)\n"
            "Contractor: Dunn Buoys Ltd\nJoint ventures are not allowed.\n"
        ),
        (
            "中标公告\n采购人：临湖市港务局\n中标供应商：临湖甲船舶有限公司（主办单位推荐）\n中标供应商：临湖乙浮标有限公司\n"
            "本项目不接受联合体投标。\n"
        ),
    ],
)
def test_nobody_is_a_member_without_a_joint_bid(text: str) -> None:
    assert "member" not in parts(text).values()
