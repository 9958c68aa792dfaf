"""What stops a publication: each missing thing is named, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.errors import PublicationStopped, UsageError
from tenderlight.model.claim import ClaimStatus
from tenderlight.model.edit import Edit
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountValue, LineItemValue, SupplierValue
from tenderlight.publish.dossier_findings import contract_named, names_in, select
from tenderlight.publish.dossier_obstacles import contradiction_in
from tests.made_claims import made_claim
from tests.publish.made_dossier import CONTRACT, COUNTER, KEY, NOW, PARTIES, ask_all, claim_of, confirm_all, publish_it

TODAY = NOW.date()


def stopped(case: Case, *only: str) -> str:
    """Return what stops the publication."""
    with pytest.raises(PublicationStopped) as refusal:
        select(case, CONTRACT, only=only, today=TODAY)
    return refusal.value.message


def test_without_a_confirmation_nothing_is_published(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        assert "Nothing that the documents say of the contract is confirmed" in stopped(case)
        price = claim_of(case, StatementKind.AMOUNT).claim
        assert f"Claim {price} is not confirmed: it is unreviewed." in stopped(case, price)
        case.reviews.add(ReviewVerdict.REJECT, price, person="R. Osei")
        assert "it is rejected" in stopped(case, price)
        with pytest.raises(UsageError, match="no claim"):
            select(case, CONTRACT, only=["0" * 32], today=TODAY)
    with pytest.raises(PublicationStopped):
        publish_it(case_folder, case_folder / "dossier")
    assert sorted(path.name for path in case_folder.iterdir()) == ["case", "notices"]


def test_a_confirmation_of_reviewers_who_disagree_is_none(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        price = claim_of(case, StatementKind.AMOUNT).claim
        case.reviews.add(ReviewVerdict.CONFIRM, price, person="R. Osei")
        case.reviews.add(ReviewVerdict.UNSURE, price, person="L. Marsh")
        assert "it is unsure" in stopped(case, price)


def test_counter_evidence_must_be_answered_by_the_confirmation(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        confirm_all(case, because="")
        ask_all(case)
        told = stopped(case)
        (claim,) = [claim for claim in case.claims() if claim.against]
        assert f"Something speaks against claim {claim.claim} ({COUNTER})" in told
        case.reviews.add(ReviewVerdict.CONFIRM, claim.claim, person="R. Osei", because="The next sentence requires it.")
        assert len(select(case, CONTRACT, today=TODAY).findings) == 8


def test_a_confirmation_made_before_the_counter_evidence_was_there_no_longer_counts(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        confirm_all(case)
        ask_all(case)
        price = claim_of(case, StatementKind.AMOUNT)
        changed = [
            replace(
                claim,
                status=ClaimStatus.UNREVIEWED,
                against=("Another figure is printed, too.",) if claim.claim == price.claim else claim.against,
            )
            for claim in case.claims(document=price.document)
        ]
        case.record_claims(price.document, [(KEY, changed)], version="claim/6")
        assert f"Claim {price.claim} says something else now than when it was confirmed" in stopped(case)


def test_everyone_named_must_have_been_asked_for_a_reply(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        confirm_all(case)
        told = stopped(case)
        for party in PARTIES:
            assert f"“{party}” is named, and nobody asked for its reply" in told
        ask_all(case, *PARTIES[:2])
        assert PARTIES[2] in stopped(case)
        assert PARTIES[0] not in stopped(case)
        ask_all(case, PARTIES[2], deadline=TODAY.isoformat())
        assert f"“{PARTIES[2]}” was asked for a reply by {TODAY} and has not answered" in stopped(case)


def test_a_party_that_a_quote_names_must_have_been_asked_too(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        confirm_all(case)
        ask_all(case)
        named = {finding.claim.kind: finding.parties for finding in select(case, CONTRACT, today=TODAY).findings}
        assert named[StatementKind.BUYER] == (PARTIES[0],)
        assert named[StatementKind.AMOUNT] == ()
        price = claim_of(case, StatementKind.AMOUNT)
        (quote,) = price.quotes
        whole = next(page.text for page in case.load_reading(quote.document).pages)  # type: ignore[union-attr]
        start, end = whole.index(f"Supplier: {PARTIES[1]}"), quote.end
        longer = replace(price, status=ClaimStatus.UNREVIEWED, claim="e" * 32)
        longer = replace(longer, quotes=(replace(quote, text=whole[start:end], start=start),))
        others = [claim for claim in case.claims(document=price.document) if claim.claim != price.claim]
        others = [replace(claim, status=ClaimStatus.UNREVIEWED) for claim in others]
        case.record_claims(price.document, [(KEY, [*others, longer])], version="claim/6")
        confirm_all(case)
        (finding,) = [one for one in select(case, CONTRACT, today=TODAY).findings if one.claim.claim == "e" * 32]
        assert finding.parties == (PARTIES[1],)


def test_a_value_that_contradicts_a_finding_cannot_be_kept_back(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        tender = claim_of(case, StatementKind.TITLE, Stage.TENDER)
        supplier = claim_of(case, StatementKind.SUPPLIER)
        other = replace(
            tender,
            claim="f" * 32,
            kind=StatementKind.SUPPLIER,
            value=SupplierValue(name="Fernhill Optics Ltd"),
            rule="ocds.supplier",
        )
        case.record_claims(tender.document, [(KEY, [tender, other])], version="claim/6")
        confirm_all(case, but=[other.claim])
        ask_all(case)
        told = stopped(case)
        assert "The documents contradict each other on supplier" in told
        assert "Fernhill Optics Ltd" in told
        case.reviews.add(ReviewVerdict.REJECT, other.claim, person="R. Osei")
        assert supplier.claim in {finding.claim.claim for finding in select(case, CONTRACT, today=TODAY).findings}
        case.reviews.add(ReviewVerdict.CONFIRM, other.claim, person="R. Osei", because="It is printed.")
        ask_all(case, "Fernhill Optics Ltd")
        (contradiction,) = select(case, CONTRACT, today=TODAY).contradictions
        assert {said.value for said in contradiction.said} == {"Ashdown Vision Ltd", "Fernhill Optics Ltd"}
        assert contradiction_in("zh", contradiction) == (
            "供应商：Ashdown Vision Ltd：notices/award.pdf；Fernhill Optics Ltd：notices/release.json"
        )
        assert contradiction_in("en", replace(contradiction, field="price of lot 2")).startswith("Price of lot 2: ")


def test_a_party_is_named_as_those_who_confirmed_read_it(case_folder: Path) -> None:
    with Case.open(case_folder / "case", create=True) as case:
        price = claim_of(case, StatementKind.AMOUNT)
        assert isinstance(price.value, AmountValue)
        edit = Edit(value=replace(price.value, amount=Decimal(1_250_001)))
        case.reviews.add(ReviewVerdict.CONFIRM, price.claim, person="R. Osei", edit=edit)
        (finding,) = select(case, CONTRACT, only=[price.claim], today=TODAY).findings
        assert finding.claim.edit == edit


@pytest.mark.parametrize(
    ("brand", "maker", "named"),
    [
        ("云岫", None, ["云岫"]),
        ("云岫", "海州启明信息有限公司", ["海州启明信息有限公司"]),
        ("定制", None, []),
        (" 国产 ", None, []),
        ("Custom-made", None, []),
        ("/", None, []),
        (None, None, []),
    ],
)
def test_where_a_table_has_no_brand_nobody_is_named(brand: str | None, maker: str | None, named: list[str]) -> None:
    assert names_in(made_claim(LineItemValue(name="机箱", brand=brand, maker=maker))) == named


def test_a_contract_is_found_by_the_beginning_of_its_id_alone_or_its_number(case_folder: Path) -> None:
    with Case.open(case_folder / "case") as case:
        assert contract_named(case, CONTRACT[:8]) == CONTRACT
        for wrong in ("", CONTRACT[:3], "zzzz"):
            with pytest.raises(UsageError, match="no contract"):
                contract_named(case, wrong)
