"""The stage of documents under headings that no list has: told by the roots of their first lines."""

from __future__ import annotations

import pytest

from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.stages.roots import stage_by_roots
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


def stage_of(text: str) -> str | None:
    found = stage_by_roots([Sheet(page=Page(number=1, text=text), flat=flatten(text))])
    if found is not None:
        assert found[1].text in text
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("TABULATION AND AWARD RECOMMENDATION AS ADOPTED\nBase bid 4,000", "award"),
        ("Tabelle\nWiderrufsbekanntmachung (Unterschwellenbereich)\nAlle Angebote schieden aus", "cancellation"),
        ("RÉPUBLIQUE DU NORD\nPLAN PRÉVISIONNEL DE PASSATION DES MARCHÉS 2024", "plan"),
        ("ACTA DE APERTURA DE OFERTAS\nOferente A", "candidate"),
        ("Addendum No. 3\nRFP 2024-7, radios", "correction"),
        ("Certificate of Final Acceptance\nThe goods have passed the tests", "acceptance"),
        ("LOCAL PURCHASE ORDER (LPO)\nPlease supply", "contract"),
        ("AVIS D'APPEL OUVERT\nLe cahier des charges est à retirer", "tender"),
        ("流标通知\n询价单号 XJ1", "cancellation"),
        ("关于公布定点维修服务商入围名单的通知\n各单位", "award"),
        ("订 货 单\nTo: 东风仪器有限公司", "contract"),
        ("关于征求“视频联网”项目采购需求意见的公告\n公开征集供应商意见", "plan"),
    ],
)
def test_roots_of_the_first_lines_tell_the_stage(text: str, stage: str) -> None:
    assert stage_of(text) == stage


@pytest.mark.parametrize(
    "text",
    [
        "Memo to file\nRe: RFP 2021-06 plate reader\nThe board voted to go with Pine Safety.",
        "Letter\nThe contract was discussed at length, and the tender too.\nNothing was decided.",
        "\n".join(["Weather report"] * 8 + ["CANCELLATION NOTICE"]),
    ],
)
def test_a_number_running_text_and_later_lines_tell_nothing(text: str) -> None:
    assert stage_of(text) is None
