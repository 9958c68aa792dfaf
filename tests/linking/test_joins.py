"""Documents that could not know of each other become one contract, or stay two: a wrong join names a wrong supplier."""

from __future__ import annotations

import datetime
from itertools import permutations

import pytest

from tenderlight.linking.joins import (
    BY_IDENTIFIER,
    BY_NUMBER,
    BY_NUMBER_AND_BUYER,
    BY_TITLE,
    Joins,
    Number,
    Profile,
    is_settled,
    join,
)

BUYER, OTHER_BUYER = "澜水县公安局", "南屿县公安局"
TITLE = "澜水县重点区域视频感知采集系统"
PROJECT, CONTRACT = "项目编号", "合同编号"
JUNE = datetime.date(2022, 6, 16)
OCID = "ocds-zz0009-LS-31"


def profile(
    name: str,
    key: str,
    *numbers: tuple[str, str],
    buyer: str = BUYER,
    title: str = "",
    day: datetime.date | None = JUNE,
    supplier: str = "",
) -> Profile:
    made = Profile(contract=name, key=key, numbers=[Number(number=number, label=label) for number, label in numbers])
    made.buyers |= {buyer} - {""}
    made.titles |= {title} - {""}
    made.suppliers |= {supplier} - {""}
    made.dates |= {day} - {None}  # type: ignore[arg-type]
    return made


def notice(name: str, number: str, *, label: str = PROJECT, buyer: str = BUYER, **more: object) -> Profile:
    return profile(name, f"project:{number} buyer:{buyer}", (number, label), buyer=buyer, **more)  # type: ignore[arg-type]


def release(name: str, number: str = "LSZC-2022-0315", *, ocid: str = OCID, **more: object) -> Profile:
    numbers = ((ocid.upper(), "ocid"), (number, "tender.id"))
    return profile(name, f"ocid:{ocid}", *numbers, **more)  # type: ignore[arg-type]


def in_any_order(*profiles: Profile) -> Joins:
    found = [join(order) for order in permutations(profiles)]
    assert all(one == found[0] for one in found)
    return found[0]


def test_a_release_a_notice_and_a_contract_are_one_contract_of_three_sources() -> None:
    found = in_any_order(
        notice("notice", "LSZC-2022-0315", title=TITLE),
        release("release"),
        notice("contract", "LS-HT-2022-88", label=CONTRACT, title=TITLE),
    )
    assert found.into == {"release": "notice", "contract": "notice"}
    assert found.because == {"notice": f"{BY_NUMBER_AND_BUYER} {BY_TITLE}"}


def test_a_document_that_prints_the_ocid_is_of_that_release() -> None:
    found = in_any_order(release("release"), profile("annex", "document:ab", (OCID.upper(), "OCID"), buyer=""))
    assert found == Joins(into={"annex": "release"}, because={"release": BY_IDENTIFIER})


def test_a_contract_that_gives_the_number_of_its_tender_is_of_that_tender() -> None:
    contract = profile(
        "contract", f"project:LS-HT-2022-88 buyer:{BUYER}", ("LS-HT-2022-88", CONTRACT), ("LSZC-2022-0315", PROJECT)
    )
    assert in_any_order(notice("notice", "LSZC-2022-0315"), contract).into == {"contract": "notice"}


@pytest.mark.parametrize("number", ["2022-0315", "LSZC-2022-0315", "SDGP371100000202602000055"])
def test_a_number_that_two_buyers_have_joins_nothing(number: str) -> None:
    assert in_any_order(notice("one", number), notice("other", number, buyer=OTHER_BUYER)) == Joins()
    assert in_any_order(release("one", number), notice("other", number, buyer=OTHER_BUYER)) == Joins()


@pytest.mark.parametrize("number", ["1", "HT-001", "2023"])
def test_a_number_that_a_buyer_gives_out_anew_each_year_joins_nothing(number: str) -> None:
    assert in_any_order(release("one", number), notice("other", number)) == Joins()


def test_a_number_alone_joins_the_one_buyer_who_has_it() -> None:
    number = "NYZC2023-138-006"
    bare = profile("bare", f"project:{number}", (number, PROJECT), buyer="")
    assert in_any_order(bare, notice("named", number)) == Joins(into={"bare": "named"}, because={"named": BY_NUMBER})
    assert in_any_order(bare, release("named", number)).into == {"bare": "named"}
    assert in_any_order(bare, notice("one", number), notice("other", number, buyer=OTHER_BUYER)) == Joins()


def test_numbers_of_plans_and_frameworks_are_shared_by_many_contracts() -> None:
    for label in ("框架协议编号", "采购计划编号", "framework reference"):
        call = profile("call", "document:ab", ("001", CONTRACT), ("KJ-2021-PC", label))
        assert in_any_order(notice("framework", "KJ-2021-PC"), call) == Joins()


def test_a_title_joins_where_buyer_and_dates_agree_and_nothing_speaks_against_it() -> None:
    one = profile("one", "document:ab", title=TITLE)
    assert in_any_order(one, profile("other", "document:cd", title=TITLE)).because == {"one": BY_TITLE}
    for other in (
        profile("other", "document:cd", title=TITLE, buyer=OTHER_BUYER),
        profile("other", "document:cd", title=TITLE, day=None),
        profile("other", "document:cd", title=TITLE, day=JUNE + datetime.timedelta(days=181)),
        profile("other", "document:cd", title=TITLE + "二期"),
    ):
        assert in_any_order(one, other) == Joins()


def test_other_numbers_or_suppliers_under_one_title_are_other_contracts() -> None:
    assert in_any_order(notice("one", "LS-2022-31", title=TITLE), notice("other", "LS-2022-32", title=TITLE)) == Joins()
    lots = (profile(name, f"document:{name}", title=TITLE, supplier=name) for name in ("one", "other"))
    assert in_any_order(*lots) == Joins()
    releases = (release(name, name, ocid=f"ocds-zz0009-{name}", title=TITLE) for name in ("one", "other"))
    assert in_any_order(*releases) == Joins()


def test_a_document_that_could_be_of_two_contracts_is_of_neither() -> None:
    two = [notice(name, number, title=TITLE) for name, number in (("one", "LS-2022-31"), ("other", "LS-2022-32"))]
    assert in_any_order(*two, profile("annex", "document:ab", title=TITLE)) == Joins()


def test_a_chain_never_makes_one_contract_of_two_project_numbers() -> None:
    both = profile("both", "document:ab", ("LS-2022-31", PROJECT), ("LS-2022-32", PROJECT))
    assert in_any_order(notice("one", "LS-2022-31"), notice("other", "LS-2022-32"), both) == Joins()
    half = profile("half", "document:ab", ("LS-2022-31", PROJECT), title=TITLE)
    found = in_any_order(notice("one", "LS-2022-31"), release("other", "X-2022-99", title=TITLE), half)
    assert found.into in ({"half": "one"}, {"half": "one", "other": "one"})


def test_a_habit_is_no_title() -> None:
    crowd = [profile(f"c{number:03}", f"document:{number}", title=TITLE) for number in range(60)]
    assert join(crowd) == Joins()


def test_only_a_project_number_with_its_buyer_keeps_its_id_for_sure() -> None:
    project, contract = Number(number="A-2022-1", label=PROJECT), Number(number="A-2022-1", label=CONTRACT)
    assert is_settled("project:A-2022-1 buyer:x", [project])
    assert not is_settled("project:A-2022-1 buyer:x", [contract])
    assert not any(is_settled(key, [project]) for key in ("project:A-2022-1", "document:ab", f"ocid:{OCID}"))
