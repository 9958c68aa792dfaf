"""Links as claims: stored with quotes of both documents, made again only where something changed, checked by verify."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.archive.acts import Act
from tenderlight.archive.custody import read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.encoding import decode_claim, encode_claim
from tenderlight.cli.link import command
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.link_value import LinkKind, LinkValue, at_least
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline import link_claims
from tenderlight.pipeline.link_claims import LinkedNow, link_case
from tenderlight.pipeline.link_version import LINKS_VERSION
from tenderlight.pipeline.linking import LinkedCase, link
from tenderlight.pipeline.verifying import verify_case
from tests.linking.made_clauses import made_clause
from tests.memory_disk import memory_folder
from tests.pipeline.test_linking import BUYERS, made_texts, notice
from tests.pipeline.test_suggesting import claims_made, received


def linked(case: Case, folder: Path, texts: list[str]) -> LinkedNow | None:
    folder.mkdir()
    for document in received(case, folder, *texts):
        if case.needs_claims(document, "claim/1"):
            claims_made(case, document)
    case.commit()
    return link_case(case)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("linked")
    with Case.open(folder / "case", create=True) as case:
        linked(case, folder / "texts", [*made_texts().values()])
    return folder / "case"


@pytest.fixture
def whole(made_once: Path) -> Iterator[Case]:
    """A case of all texts of `made_texts`, linked."""
    with memory_folder() as folder:
        shutil.copytree(made_once, folder / "case")
        with Case.open(folder / "case", create=True) as case:
            yield case


def links(case: Case) -> list[Claim]:
    return list(case.claims(kind=StatementKind.LINK))


def value_of(claim: Claim) -> LinkValue:
    assert isinstance(claim.value, LinkValue)
    return claim.value


def entries(case: Case) -> list[tuple[str, object]]:
    case.commit()
    return [(entry.act, entry.details.get("object")) for entry, _ in read_log(case.folder)]


def test_a_notice_twice_and_shared_clauses_are_claims_and_what_only_is_alike_is_none(whole: Case) -> None:
    found = {value_of(claim).link: claim for claim in links(whole)}
    assert set(found) == {LinkKind.SAME_NOTICE, LinkKind.SHARED_CLAUSES}
    assert len(links(whole)) == 2
    same, shared = found[LinkKind.SAME_NOTICE], found[LinkKind.SHARED_CLAUSES]
    assert (same.rule, same.rule_version, same.polarity, same.stage) == (
        "link.same_notice",
        LINKS_VERSION,
        None,
        None,
    )
    assert value_of(same).documents == 2
    assert same.quotes[0].text == same.quotes[1].text
    assert (value_of(shared).shared, value_of(shared).documents, value_of(shared).buyers) == (3, 2, 2)
    assert (value_of(shared).of_documents, value_of(shared).of_buyers) == (10, 10)
    assert any("2 documents among at least 10" in sentence for sentence in shared.against)
    assert [quote.document for quote in shared.quotes] == [shared.document, value_of(shared).other] * 3
    assert decode_claim(encode_claim(shared)) == shared


def test_both_quotes_are_looked_up_and_a_link_counts_as_one_claim(whole: Case) -> None:
    whole.commit()
    found = verify_case(whole.folder)
    assert found.faults == ()
    assert found.claims == sum(1 for _ in whole.claims())
    assert found.quotes == sum(len(claim.quotes) for claim in whole.claims())


def test_a_second_linking_does_nothing_and_a_claim_made_anew_is_linked_again(whole: Case) -> None:
    before, log = links(whole), entries(whole)
    assert link_case(whole) is None
    assert entries(whole) == log
    claims_made(whole, before[0].document)
    assert before[0] not in links(whole)
    assert whole.links.notices is None
    again = link_case(whole)
    assert again is not None
    assert links(whole) == before
    assert [claim.claim for claim in again.new] == [before[0].claim]
    assert {act for act, _ in entries(whole)[len(log) :]} == {Act.CLAIM, Act.LINK}
    whole.commit()
    assert check_case(whole.folder) == []


def test_a_document_more_is_written_only_where_it_touches(whole: Case, tmp_path: Path) -> None:
    before, log = links(whole), entries(whole)
    copied = made_texts()["5.txt"] + "\n来源：另一网站"
    now = linked(whole, tmp_path / "more", [copied])
    assert now is not None
    assert (now.notices.compared, now.notices.copies, now.claims) == (13, 2, 3)
    (new,) = now.new
    assert [object_ for act, object_ in entries(whole)[len(log) :] if act == Act.LINK] == [new.document]
    assert [one for one in links(whole) if one != replace(new, quotes=one.quotes)] == before


def test_links_do_not_depend_on_the_order_in_which_documents_came(whole: Case, tmp_path: Path) -> None:
    texts = [*made_texts().values()]
    with memory_folder() as folder, Case.open(folder / "case", create=True) as other:
        linked(other, tmp_path / "first", texts[:5:-1])
        linked(other, tmp_path / "rest", texts[:6])
        assert [without_paths(one) for one in links(other)] == [without_paths(one) for one in links(whole)]
        assert other.links.notices == whole.links.notices


def without_paths(claim: Claim) -> Claim:
    return replace(claim, quotes=tuple(replace(quote, path="") for quote in claim.quotes))


def test_the_command_claims_what_it_prints_and_says_why_not(made_once: Path, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(made_once, folder)
    with Case.open(folder, create=True) as case:
        before = links(case)
        claims_made(case, before[0].document)
        case.commit()
        shown = CliRunner().invoke(command, [str(folder)])
        assert (shown.exit_code, "Not claimed: " in shown.stderr) == (0, True), shown.output
        assert links(case) != before
    shown = CliRunner().invoke(command, [str(folder)])
    assert (shown.exit_code, "Not claimed: " in shown.stderr) == (0, False), shown.output
    with Case.open(folder) as case:
        assert links(case) == before


def test_what_people_said_of_a_link_stays_when_it_is_made_again(whole: Case) -> None:
    claim = links(whole)[0]
    whole.reviews.add(ReviewVerdict.CONFIRM, claim.claim, person="A. Reader")
    claims_made(whole, value_of(claim).other)
    link_case(whole)
    again = whole.claim(claim.claim)
    assert again is not None
    assert again.status is ClaimStatus.CONFIRMED


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM links WHERE claim = ?",
        "DELETE FROM claims WHERE id = ?",
        "UPDATE claims SET body = replace(body, '\"shared\":3', '\"shared\":9') WHERE id = ?",
    ],
)
def test_a_link_that_the_log_does_not_know_is_damage(whole: Case, change: str) -> None:
    shared = next(one for one in links(whole) if value_of(one).link is LinkKind.SHARED_CLAUSES)
    whole._database.change(change, (shared.claim,))
    whole._database.commit()
    (damage,) = check_case(whole.folder)
    assert f"the links of {shared.document} are not those the log says" in damage.message


def test_an_erased_original_takes_its_links_along(whole: Case) -> None:
    from tenderlight.cases.erasing import erase

    claim = links(whole)[0]
    assert whole._journal is not None
    erase(whole._journal, value_of(claim).other, person="A. Editor", because="a court's order")
    assert claim.claim not in {one.claim for one in links(whole)}
    link_case(whole)
    assert check_case(whole.folder) == []


def test_links_are_not_made_where_somebody_changed_the_case_meanwhile(
    whole: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = links(whole)[0].document
    claims_made(whole, document)
    honest = link

    def meanwhile(case: Case) -> LinkedCase:
        made = honest(case)
        reading = case.load_reading(document)
        assert reading is not None
        case.record_claims(document, [], version="claim/2")
        return made

    monkeypatch.setattr(link_claims, "link", meanwhile)
    now = link_case(whole)
    assert now is not None
    assert now.new == ()
    assert whole.links.notices is None


def innocent() -> Iterator[tuple[str, list[str]]]:
    chance = random.Random(29)
    own = [[made_clause(chance) for _ in range(8)] for _ in BUYERS]
    planted = [made_clause(chance, 20) for _ in range(4)]
    law = [made_clause(chance, 20) for _ in range(6)]
    plain = [notice(buyer, f"HB-2024-{at:03}", f"2{at:02}0000", own[at]) for at, buyer in enumerate(BUYERS)]
    one = notice(BUYERS[0], "HB-2024-100", "7770000", [*own[0][:1], *planted, made_clause(chance)])
    other = notice(
        f"{BUYERS[0]}（本级）", "HB-2024-101", "8880000", [*planted, *[made_clause(chance) for _ in range(9)]]
    )
    yield "one buyer under two spellings", [*plain, one, other]
    yield "a law that all quote", [text + "\n".join(f"{one}。" for one in law) for text in plain]
    unnamed = [text.replace(f"采购人：{buyer}\n", "") for text, buyer in zip(plain, BUYERS, strict=True)]
    yield "documents that name no buyer", [text + "\n".join(f"{one}。" for one in planted) for text in unnamed[:2]]


CASES = list(innocent())


@pytest.mark.parametrize("texts", [texts for _, texts in CASES], ids=[name for name, _ in CASES])
def test_innocents_are_not_linked(case: Case, tmp_path: Path, texts: list[str]) -> None:
    now = linked(case, tmp_path / "texts", texts)
    assert now is not None
    assert links(case) == []


ENGLISH = """Contract award notice
Buyer: {buyer}
Reference number: {number}
Contract value: EUR {amount}

{points}
"""
SPANISH = """Anuncio de adjudicación
Órgano de contratación: {buyer}
Número de expediente: {number}
Importe de adjudicación: {amount} EUR

{points}
"""
NAMES = ("Harbour", "Valley", "Forest", "Castle", "Meadow", "Bridge", "Mill", "Orchard", "Quarry", "Lake", "Moor")
WESTERN = {
    "en": (ENGLISH, NAMES, "{} District Council"),
    "es": (SPANISH, tuple(f"{name}a" for name in NAMES), "Ayuntamiento de {}"),
}
_WORDS = (
    "camera",
    "recorder",
    "mounting",
    "bracket",
    "housing",
    "sensor",
    "cable",
    "storage",
    "server",
    "network",
    "panel",
)


@pytest.mark.parametrize("language", WESTERN)
def test_clauses_in_letters_are_shared_too(case: Case, tmp_path: Path, language: str) -> None:
    form, names, office = WESTERN[language]
    chance = random.Random(31)

    def clause() -> str:
        return (
            " ".join(chance.choice(_WORDS) for _ in range(16)).capitalize() + f" with {chance.randrange(10, 999)} GB."
        )

    planted = [clause() for _ in range(3)]
    texts = [
        form.format(
            buyer=office.format(name),
            number=f"{2200 + at}/2023",
            amount=f"{1000 + at},000.00" if language == "en" else f"{1000 + at}.000,00",
            points="\n\n".join([*(clause() for _ in range(6)), *(planted if at in {4, 9} else ())]),
        )
        for at, name in enumerate(names)
    ]
    linked(case, tmp_path / "texts", texts)
    (found,) = links(case)
    assert value_of(found).link is LinkKind.SHARED_CLAUSES
    assert {quote.text.rstrip(".") for quote in found.quotes} == {one.rstrip(".") for one in planted}
    assert {texts[int(Path(quote.path).stem)] for quote in found.quotes} == {texts[4], texts[9]}


@pytest.mark.parametrize(("count", "said"), [(0, 0), (1, 1), (2, 2), (4, 2), (5, 5), (9, 5), (10, 10), (812, 500)])
def test_a_denominator_is_rounded_down(count: int, said: int) -> None:
    assert at_least(count) == said
