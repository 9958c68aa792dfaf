"""Links over a case: notices twice, planted clauses, boilerplate, innocents; and what the command prints of them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from tenderlight.cases import Case
from tenderlight.cli.link import command
from tenderlight.model.link import Link
from tenderlight.model.link_value import LinkKind
from tenderlight.pipeline.linking import link
from tests.linking.made_clauses import made_clause
from tests.pipeline.test_suggesting import claims_made, received

BUYERS = (
    "青川市公安局",
    "白河县教育局",
    "南屏区水务局",
    "东岭市图书馆",
    "西塘县人民医院",
    "北原市气象局",
    "柳溪县财政局",
    "金桥市交通局",
    "石门县林业局",
    "长泰区民政局",
)


def notice(buyer: str, number: str, amount: str, clauses: list[str]) -> str:
    points = "\n".join(f"{at}、{clause}。" for at, clause in enumerate(clauses, 1))
    return f"中标公告\n项目编号：{number}\n采购人：{buyer}\n中标金额：{amount}元\n技术要求\n{points}\n"


def made_texts() -> dict[str, str]:
    """Return ten buyers' notices: one twice, one twice with another amount, two of them linked."""
    chance = random.Random(11)
    law = [made_clause(chance) for _ in range(4)]
    planted = [made_clause(chance, 20) for _ in range(3)]
    texts: dict[str, str] = {}
    for at, buyer in enumerate(BUYERS):
        own = [made_clause(chance) for _ in range(10)]
        held = [*law, *own, *(planted if at in {2, 3} else [])]
        texts[f"{at}.txt"] = notice(buyer, f"QC-2023-{at:03}", f"1{at:02}0000", held)
        if at == 0:
            texts["0-again.txt"] = f"转载\n{texts['0.txt']}"
        if at == 1:
            texts["1-other.txt"] = texts["1.txt"].replace("1010000", "9900000")
    return texts


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The texts by the paths under which they are received."""
    return {f"{number}.txt": text for number, text in enumerate(made_texts().values())}


@pytest.fixture(scope="module")
def linkable(texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A case of all texts; no test changes it."""
    folder = tmp_path_factory.mktemp("linked")
    with Case.open(folder / "case", create=True) as case:
        for document in received(case, folder, *texts.values()):
            claims_made(case, document)
        case.commit()
        yield case


def of_kind(links: tuple[Link, ...], kind: LinkKind) -> list[Link]:
    return [one for one in links if one.kind is kind]


def test_a_notice_twice_counts_once_and_another_of_the_same_form_does_not(
    linkable: Case, texts: dict[str, str]
) -> None:
    linked = link(linkable)
    names = [*made_texts()]
    (same,) = of_kind(linked.links, LinkKind.SAME_NOTICE)
    paths = {same.words[0].first.path, same.words[0].second.path}
    assert paths == {f"{names.index(name)}.txt" for name in ("0.txt", "0-again.txt")}
    (other,) = of_kind(linked.links, LinkKind.SIMILAR_TEXT)
    assert other.differs == ("amount",)
    assert (linked.documents, linked.notices, linked.without_buyer) == (12, 11, 0)
    assert len(texts) == 12


def test_clauses_that_two_buyers_share_are_told_with_the_words_of_both(linkable: Case, texts: dict[str, str]) -> None:
    linked = link(linkable)
    (shared,) = of_kind(linked.links, LinkKind.SHARED_CLAUSES)
    assert set(shared.buyers) == set(BUYERS[2:4])
    assert shared.clauses == len(shared.words) == 3
    for words in shared.words:
        assert words.first.text == words.second.text
        assert (words.similarity, words.documents, words.buyers) == (1.0, 2, 2)
        for quote in (words.first, words.second):
            assert texts[quote.path][quote.start : quote.end] == quote.text
            assert quote.page_number == 1
    assert (shared.of_documents, shared.of_buyers) == (12, 10)


def test_links_are_the_same_in_every_run_and_change_nothing(linkable: Case) -> None:
    claims = list(linkable.claims())
    assert link(linkable) == link(linkable)
    assert list(linkable.claims()) == claims


def test_the_command_prints_links_and_counts(linkable: Case) -> None:
    shown = CliRunner().invoke(command, [str(linkable.folder)])
    assert shown.exit_code == 0, shown.output
    assert re.search(r"Clauses that two buyers share: 3\n", shown.stdout)
    assert "Nearly the same text (0.9" in shown.stdout
    assert ", other amount" in shown.stdout
    assert "in 2 of 12 documents, 2 of 10 buyers" in shown.stdout
    assert "12 documents with pages are 11 notices" in shown.stderr
    lines = CliRunner().invoke(command, [str(linkable.folder), "--json"]).stdout.splitlines()
    assert sorted(json.loads(line)["kind"] for line in lines) == ["same_notice", "shared_clauses", "similar_text"]


def test_an_empty_case_has_no_links(case: Case) -> None:
    assert (link(case).links, link(case).documents, link(case).notices) == ((), 0, 0)
