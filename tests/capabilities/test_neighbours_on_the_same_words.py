"""Of capabilities found on the same words the one whose own object stands there holds."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

pytestmark = pytest.mark.usefixtures("all_that_is_found")


def found(text: str, kind: str = "tender_spec") -> set[str]:
    return {str(one.rule) for one in find_in_text(text, doc_kind=kind)}


@pytest.mark.parametrize(
    ("text", "holds", "gives_way"),
    [
        ("对电话录音中的声音与前科人员声纹库逐一比对，命中即告警。", "bio.voiceprint", "face.live_watchlist"),
        ("将来电人的说话声与重点人员声纹逐一核对，实时告警。", "bio.voiceprint", "face.live_watchlist"),
        ("以步态与在逃人员步态库实时比对并报警。", "bio.gait", "face.live_watchlist"),
        ("按车牌比对布控名单，实时告警并查询落脚点。", "veh.lpr_network", "track.person_dossier"),
        ("采集境外论坛涉我省帖子并15分钟内上报。", "online.opinion_monitoring", "online.content_control"),
        (
            "An index of two billion faces scraped from social networks, searched with a picture of a suspect.",
            "face.scraped_db",
            "face.live_watchlist",
        ),
        (
            "Voices of callers are compared with the voiceprints of wanted persons, and an alarm is raised at once.",
            "bio.voiceprint",
            "face.live_watchlist",
        ),
        (
            "Al pasar por el paso fronterizo se coteja el rostro del viajero con su pasaporte.",
            "cust.checkpoint_border",
            "face.access_attendance",
        ),
        (
            "Au poste-frontière, le visage du voyageur est comparé à son passeport.",
            "cust.checkpoint_border",
            "face.access_attendance",
        ),
        (
            "Сличение голоса звонящего с голосами разыскиваемых лиц и немедленное оповещение.",
            "bio.voiceprint",
            "face.live_watchlist",
        ),
    ],
)
def test_the_one_whose_own_object_stands_there_holds(text: str, holds: str, gives_way: str) -> None:
    names = found(text)
    assert holds in names
    assert gives_way not in names


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("人脸比对名单实时告警；声纹与在库人员比对。", {"face.live_watchlist", "bio.voiceprint"}),
        ("采购声纹采集仪、DNA血样采集卡，供公安采集嫌疑人信息。", {"bio.dna", "bio.voiceprint"}),
        (
            "Live face recognition against a watchlist with an alarm, and number plates checked against a hotlist.",
            {"face.live_watchlist", "veh.lpr_network"},
        ),
    ],
)
def test_each_with_its_own_object_is_found(text: str, both: set[str]) -> None:
    assert both <= found(text)
