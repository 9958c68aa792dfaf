from tenderlight.components.chain import chain_of
from tenderlight.model.values import ComponentValue


def test_each_step_has_its_source_and_an_owner_is_no_claim() -> None:
    value = ComponentValue(
        name="摄像机", maker="海康", model="DS-2CD3T46", product="hikvision-cameras", made_by="hikvision"
    )
    hops = chain_of(value)
    assert [(hop.step, hop.name) for hop in hops[:3]] == [
        ("printed", "海康 DS-2CD3T46"),
        ("product line", "Hikvision cameras"),
        ("maker", "Hikvision"),
    ]
    assert hops[3].step == "owner"
    assert [hop.is_claim for hop in hops] == [True, True, True, False]
    assert all(hop.source for hop in hops)
    assert all(hop.as_of for hop in hops[1:])


def test_a_legal_person_that_is_printed_is_a_step_and_a_misreading_is_told() -> None:
    value = ComponentValue(
        name="x", model="1MX335", product="sony-imx-starvis", made_by="sony-semiconductor", read_as="IMX335"
    )
    assert "read as IMX335" in chain_of(value)[1].because
    value = ComponentValue(
        name="x", maker="杭州海康威视科技有限公司", made_by="hikvision", company="杭州海康威视科技有限公司"
    )
    assert [hop.name for hop in chain_of(value) if hop.step == "legal person"] == ["杭州海康威视科技有限公司"]


def test_nothing_is_said_of_a_maker_that_is_not_known() -> None:
    assert [hop.step for hop in chain_of(ComponentValue(name="GPU加速卡", maker="曜核", model="YH-T40"))] == ["printed"]
