"""Persons, streets, lots and subcontractors that labels of winners lead to."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


def told(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.role) for one in predict(text).suppliers]


_INSPECTED = (
    "INSPECTION AND ACCEPTANCE COMMITTEE REPORT\nEntity: County Government of Marsa\nSupplier: {supplier}\n"
    "Items delivered and inspected: 2 drones\nTotal Kshs 1,280,000\n{members}\nDate of inspection: 27/04/2023\n"
)


@pytest.mark.parametrize(
    "members",
    [
        "Members: Abdi Omar (Chair), Fatuma Bishar, Peter Kamau",
        "Committee members: Abdi Omar, Fatuma Bishar",
        "Members: Dr. Ruth Adeyemi; Eng. Paul Okoro",
        "Members: Abdi Sheikh Omar and Halima Noor",
    ],
)
def test_members_of_a_committee_are_no_firms(members: str) -> None:
    text = _INSPECTED.format(supplier="Dasheni Electronics Ltd", members=members)
    assert told(text) == [("Dasheni Electronics Ltd", "sole")]


def test_members_of_a_joint_bid_are() -> None:
    text = (
        "Contract award notice\nContracting authority: Town of Larne\nLead partner: Alder Civil Ltd\n"
        "Members: Rowan Plant Ltd\nContract value: GBP 40,000\n"
    )
    assert told(text) == [("Alder Civil Ltd", "lead"), ("Rowan Plant Ltd", "member")]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ukamba Digital Hub, Kshs. 4,389,000 (laptops @ 91,000)", "Ukamba Digital Hub"),
        ("Ukamba Digital Hub, USD 4,389,000", "Ukamba Digital Hub"),
        ("Rift Office Mart, €12,500.00", "Rift Office Mart"),
        ("M/s Jamuna Engineering & Traders, Tangail", "Jamuna Engineering & Traders"),
        ("M/s. Brahmani Tyre House, Guwahati-781001", "Brahmani Tyre House"),
        ("M/s Padma Builders, Ltd", "Padma Builders, Ltd"),
        ("CIPHER FORENSICS INC  b.", "CIPHER FORENSICS INC"),
        ("Route 66, LLC", "Route 66, LLC"),
    ],
)
def test_a_price_or_a_town_is_no_part_of_a_name(written: str, name: str) -> None:
    text = (
        "CONTRACT AWARDED\nProcuring entity: Machako College\nDescription: Supply of 45 laptops\n"
        f"Awarded to: {written}\nAward date: 06-Feb-2024\n"
    )
    assert told(text) == [(name, "sole")]


@pytest.mark.parametrize(
    ("line", "helper"),
    [
        ("分包：防雷部分分包给江北雷盾防雷技术有限公司，分包金额186,000元", "江北雷盾防雷技术有限公司"),
        ("分包：包山市速捷网络有限公司承担安装部署", "包山市速捷网络有限公司"),
        ("分包厂商：江北水电工程有限公司", "江北水电工程有限公司"),
    ],
)
def test_a_firm_behind_parted_work_is_no_lot_and_no_winner(line: str, helper: str) -> None:
    found = predict(
        f"成交结果公告\n采购人：河滨市公安局\n成交供应商：河滨蒙软信息技术有限公司\n{line}\n成交金额：693,000.00元\n"
    )
    assert [(one.name, one.role) for one in found.suppliers] == [
        ("河滨蒙软信息技术有限公司", "sole"),
        (helper, "subcontractor"),
    ]
    assert not [one for one in found.lots if one.lot]


@pytest.mark.parametrize(
    ("line", "helper"),
    [
        ("Subappalto: opere edili a Scavi Potenza S.n.c.", "Scavi Potenza S.n.c."),
        ("Subcontratação: transporte a cargo de Rotas do Norte, Lda.", "Rotas do Norte, Lda."),
        ("Sous-traitance : génie civil à Travaux Durance SARL", "Travaux Durance SARL"),
    ],
)
def test_work_left_to_a_firm_names_a_subcontractor(line: str, helper: str) -> None:
    text = (
        "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Roccasanta\nAggiudicatario: Tecnoarea S.r.l.\n"
        f"Importo di aggiudicazione: € 143.220,00\n{line}\n"
    )
    assert told(text) == [("Tecnoarea S.r.l.", "sole"), (helper, "subcontractor")]


@pytest.mark.parametrize(
    "line",
    [
        "Subappalto: non è ammesso; richiesta di informazioni a Scavi Potenza S.n.c.",
        "Subappalto: comunicazioni a Scavi Potenza S.n.c.",
    ],
)
def test_what_is_forbidden_or_written_to_somebody_names_none(line: str) -> None:
    text = (
        "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Roccasanta\nAggiudicatario: Tecnoarea S.r.l.\n"
        f"Importo di aggiudicazione: € 143.220,00\n{line}\n"
    )
    assert told(text) == [("Tecnoarea S.r.l.", "sole")]


@pytest.mark.parametrize(
    ("winner", "expected"),
    [
        (
            "Joint venture Biometra Malta Ltd – Identia S.p.A. (leader: Biometra Malta Ltd)",
            [("Biometra Malta Ltd", "lead"), ("Identia S.p.A.", "member")],
        ),
        (
            "Joint venture Alder Ltd – Rowan Ltd (lead partner: Rowan Ltd)",
            [("Alder Ltd", "member"), ("Rowan Ltd", "lead")],
        ),
        ("Joint venture Alder Ltd (leader) – Rowan Ltd", [("Alder Ltd", "lead"), ("Rowan Ltd", "member")]),
    ],
)
def test_brackets_that_name_who_leads_say_nothing_of_who_stands_before(
    winner: str, expected: list[tuple[str, str]]
) -> None:
    text = f"Contract award notice\nContracting authority: Port of Larne\nWinner: {winner}\nValue: EUR 40,000.00\n"
    assert told(text) == expected


@pytest.mark.parametrize(
    ("bids", "decision", "name"),
    [
        (
            "1.º  Porto – Soluções, S.A.        84 315,00 €\n2.º  Bytelar, Lda.               86 990,00 €\n",
            "A Câmara deliberou adjudicar à concorrente classificada em 1.º lugar, pelo valor de 84 315,00 €.",
            "Porto – Soluções, S.A.",
        ),
        (
            "Classificação: 1º LEGIS SOLUÇÕES LTDA, R$ 96.000,00; 2º CÂMARA FÁCIL SISTEMAS LTDA, R$ 103.200,00.\n",
            "Declarada vencedora a primeira colocada.",
            "LEGIS SOLUÇÕES LTDA",
        ),
    ],
)
def test_the_first_of_a_ranking_won_where_words_say_so(bids: str, decision: str, name: str) -> None:
    text = f"DECISÃO DE ADJUDICAÇÃO\nMunicípio de Alvorada\n{bids}{decision}\n"
    assert told(text) == [(name, "sole")]


def test_a_street_is_no_firm() -> None:
    text = (
        "UMOWA NR 118/2023\nzawarta pomiędzy: Komendą Straży Pożarnej w Olszowie, zwaną dalej „Zamawiającym”,\na\n"
        "Bezlot.pl Jan Kurek, prowadzącym działalność pod adresem ul. Polna 4, Poznań, zwanym dalej „Wykonawcą”.\n"
        "Wynagrodzenie wynosi 142 000,00 zł brutto.\n"
    )
    assert "Polna 4" not in [name for name, _role in told(text)]


@pytest.mark.parametrize(
    ("head", "role", "lot"),
    [
        ("三、中标（成交）信息\n分包1：\n", "sole", None),
        ("三、中标（成交）信息\n采购包1(合同包一)：\n", "sole", None),
        ("本项目共分2个包。\n三、中标（成交）信息\n分包1：\n", "lot winner", "分包1"),
    ],
)
def test_the_only_lot_of_a_paper_is_the_whole(head: str, role: str, lot: str | None) -> None:
    found = predict(
        f"江北市公安局终端采购项目中标公告\n一、项目编号：JB-2024-1\n{head}供应商名称：江北润讯技术有限公司\n"
        "中标（成交）金额：1,647,000.00 元\n采购人：江北市公安局\n2024年4月18日\n"
    )
    assert [(one.role, one.lot or None) for one in found.suppliers] == [(role, lot)]


@pytest.mark.parametrize(
    "label",
    ["Anteriores empresas adjudicatarias", "Anterior adjudicatario", "Previous supplier", "Bisheriger Auftragnehmer"],
)
def test_who_won_before_has_not_won_now(label: str) -> None:
    text = (
        "AVISO DE ADJUDICACIÓN\nEntidad: Municipalidad de Río Seco\nFecha de adjudicación: 14/03/2023\n"
        f"{label}:\nAlfa Sistemas S.A., $ 94.500\n"
    )
    assert told(text) == []
