"""What papers say of bidders beside who won: other questions, verdicts taken back, owners, other sums, lots lost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.bids.rows import asks_who_won
from tenderlight.facts.lots.of_others import has_fallen_out
from tenderlight.facts.names.groups import members_of_group
from tenderlight.facts.tables.verdict_cells import is_won


@pytest.mark.parametrize(
    ("head", "asks"),
    [
        ("awarded?", True),
        ("awarded (yes/no)", True),
        ("awardee", True),
        ("winning bidder", True),
        ("¿adjudicado?", True),
        ("adjudicataire", True),
        ("offre retenue", True),
        ("obtuvo la buena pro", True),
        ("vencedora", True),
        ("победитель торгов", True),
        ("переможець", True),
        ("zuschlag erteilt", True),
        ("excluded from award", False),
        ("winner in 2022", False),
        ("award appealed", False),
        ("recorreu da adjudicação", False),
        ("обжаловал выбор победителя", False),
        ("no adjudicado", False),
        ("non retenue", False),
        ("award criteria met", False),
        ("accepted contract terms / award conditions", False),
        ("победитель прошлых лет", False),
        ("zuschlagskriterien erfüllt", False),
        ("previously awarded a contract", False),
    ],
)
def test_a_head_asks_who_won_or_something_else(head: str, asks: bool) -> None:
    assert asks_who_won(head) is asks


@pytest.mark.parametrize(
    ("buyer", "head", "answers"),
    [
        ("Buyer: Tolworth City Hall", "Excluded from award", ("Yes", "No", "No")),
        ("Buyer: Tolworth City Hall", "Winner in 2022", ("Yes", "No", "Yes")),
        ("Órgão: Prefeitura de Rio Manso", "Recorreu da adjudicação", ("Sim", "Não", "Não")),
        ("Заказчик: МКУ «Служба»", "Обжаловал выбор победителя", ("Да", "Нет", "Нет")),
        ("Acheteur : Ville de Valmont", "Attribution contestée", ("Oui", "Non", "Non")),
    ],
)
def test_an_answer_to_another_question_names_no_winner(buyer: str, head: str, answers: tuple[str, ...]) -> None:
    firms = ("Pump House Ltd", "Riverside Engineering Ltd", "Harbour Works Ltd")
    rows = "\n".join(
        f"{firm} | {12 + at},000.00 | {answer}" for at, (firm, answer) in enumerate(zip(firms, answers, strict=True))
    )
    assert predict(f"Award decision\n{buyer}\nBidder | Price | {head}\n{rows}").suppliers == ()


@pytest.mark.parametrize(
    ("cell", "won"),
    [
        ("successful - lowest evaluated responsive bid", True),
        ("awarded (highest technical score)", True),
        ("awarded (lot 3)", True),
        ("awarded (lot 1), awarded (lot 2)", True),
        ("attributaire - moins disant", True),
        ("adjudicado - oferta más ventajosa", True),
        ("победитель - наименьшая цена", True),
        ("attributaire - premier suppléant", False),
        ("successful - first stage only", False),
        ("awarded (highest technical score), contract terminated", False),
        ("adjudicado (menor precio), perdió la buena pro", False),
        ("successful, highest risk", False),
        ("awarded (annulled)", False),
        ("awarded (lowest), annulled", False),
        ("ganador - primera reserva", False),
        ("adjudicatario (suplente)", False),
        ("winner - best value in 2019", False),
        ("победитель - единственный, уклонился", False),
    ],
)
def test_a_reason_is_one_in_full(cell: str, won: bool) -> None:
    assert is_won(cell) is won


@pytest.mark.parametrize(
    "text",
    [
        "Acme Ltd (shareholders Bolt plc (60%), Crest LLC (40%))",
        "Acme Ltd (owned by Bolt plc (60%), Crest LLC (40%))",
        "Alfa S.A.S. (70%) y anticipo pagado (30%) a Beta Fiduciaria S.A.",
        "Acme Ltd, Bolt plc (60%), Crest LLC (40%)",
    ],
)
def test_shares_that_are_none_in_a_bid_make_no_group(text: str) -> None:
    assert members_of_group(text) == []


def test_each_with_its_share_is_a_member() -> None:
    text = "Óptica Duero, S.L. (60%) y Redes Páramo, S.A. (40%)"
    assert [text[start:end] for start, end, _part in members_of_group(text)] == [
        "Óptica Duero, S.L.",
        "Redes Páramo, S.A.",
    ]


@pytest.mark.parametrize(
    ("supplier", "name"),
    [
        ("Acme Ltd (shareholders Bolt plc (60%), Crest LLC (40%))", "Acme Ltd"),
        ("Alfa S.A.S. (70%) y anticipo pagado (30%) a Beta Fiduciaria S.A.", "Alfa S.A.S."),
    ],
)
def test_owners_and_trustees_win_nothing(supplier: str, name: str) -> None:
    found = predict(f"Award notice\nBuyer: Tolworth Police\nSupplier: {supplier}\nValue: £10,000")
    assert [one.name for one in found.suppliers] == [name]


@pytest.mark.parametrize(
    ("head", "rows", "prices"),
    [
        ("包号 供应商 保证金 最终报价（元）", ("4,000.00 180,000.00", "5,000.00 280,000.00"), [180000, 280000]),
        ("标包 投标人 控制价 投标报价（元）", ("200,000.00 180,000.00", "300,000.00 280,000.00"), [180000, 280000]),
        ("标包 投标人 投标报价（元） 注册资本", ("180,000.00 900,000.00", "280,000.00 100,000.00"), [180000, 280000]),
        ("供应商 预算 中标价（元）", ("4,000.00 备注", "5,000.00 备注"), [None, None]),
    ],
)
def test_the_price_stands_under_its_own_head(head: str, rows: tuple[str, str], prices: list[int | None]) -> None:
    firms = ("海州甲科技有限公司", "海州乙科技有限公司")
    lines = "\n".join(f"{at}包 {firm} {row}" for at, firm, row in zip((1, 2), firms, rows, strict=True))
    found = predict(f"成交公告\n采购人：海州市司法局\n{head}\n{lines}\n")
    assert [one.amount for one in found.lots] == [Decimal(one) if one else None for one in prices]


@pytest.mark.parametrize("word", ["标", "包"])
def test_a_lot_that_failed_is_not_won_by_the_winner_named_below(word: str) -> None:
    found = predict(
        f"中标公告\n采购人：海州市公安局\n1{word}：海州甲科技有限公司、海州乙科技有限公司\n2{word}：流标\n"
        f"中标人：海州甲科技有限公司（1{word}）"
    )
    assert [one.name for one in found.suppliers] == ["海州甲科技有限公司"]
    assert [(one.lot, one.status) for one in found.lots if one.supplier is None] == [(f"2{word}", "void")]


@pytest.mark.parametrize(
    ("word", "why"), [("标", "放弃中标"), ("标", "被取消中标资格"), ("标", "后弃标"), ("包", "被取消中标资格")]
)
def test_who_gave_up_a_lot_has_not_won_it(word: str, why: str) -> None:
    found = predict(
        f"中标公告\n采购人：海州市公安局\n1{word}：海州甲科技有限公司（{why}）120000元\n"
        f"2{word}：海州乙科技有限公司 110000元"
    )
    assert [one.name for one in found.suppliers] == ["海州乙科技有限公司"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Empresas vencedoras: Alfa Ltda - Lote 01; Beta Ltda - Lote 02 (inabilitada)", {"Alfa Ltda"}),
        (
            "Vencedora: Alfa Ltda, Lotes 01 e 02. Lote 03, sem vencedor. Lote 04, em recurso de Beta Ltda.",
            {"Alfa Ltda"},
        ),
        ("Winners: Acme Ltd - Lot 1; Bolt Ltd - Lot 2, withdrawn; Crest Ltd - Lot 3, under appeal", {"Acme Ltd"}),
    ],
)
def test_words_behind_a_lot_say_that_it_was_lost(text: str, names: set[str]) -> None:
    found = predict(f"AVISO DE RESULTADO\nPrefeitura de Rio Manso\n{text}")
    assert {one.name for one in found.suppliers} == names


@pytest.mark.parametrize(
    ("text", "fell"),
    [
        ("lote 02 (segunda colocada)", True),
        ("lot 3 - runner-up", True),
        ("lot 3 (second call)", False),
        ("lot 3: reserve power supplies", False),
        ("lote 02 (retirada)", True),
        ("лот 2 (дисквалифицирован)", True),
        ("lot 2 (radios)", False),
    ],
)
def test_what_stands_behind_a_lot(text: str, fell: bool) -> None:
    at = next(at for at, sign in enumerate(text) if sign.isdigit() and not text[at + 1 : at + 2].isdigit()) + 1
    assert has_fallen_out(text, at) is fell


def test_a_currency_sign_ends_the_last_lot() -> None:
    found = predict(
        "Informe de adjudicación\nÓrgano: Junta de Andalucía\n"
        "Lote 1: Alfa S.L., 12.000 €. Lote 2: Beta S.L., 13.000 €. "
        "Importe total adjudicado: 25.000 €."
    )
    assert [one.amount for one in found.lots] == [Decimal(12000), Decimal(13000)]


def test_goods_behind_the_price_do_not_hide_it() -> None:
    found = predict(
        "中标公告\n采购人：海州市公安局\n包号 中标供应商 投标报价（元） 中标标的\n"
        "1包 海州甲科技有限公司 3,280,000.00 分析仪 1台 2,360,000.00元；扩增仪 4台 单价230,000.00元\n"
        "2包 海州乙科技有限公司 568,000.00 工作站 2台 单价284,000.00元\n"
    )
    assert [one.amount for one in found.lots] == [Decimal(3280000), Decimal(568000)]
