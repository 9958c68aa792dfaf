"""Notifications and plans of zakupki.gov.ru."""

from __future__ import annotations

from tenderlight.sources.ru_zakupki import ZakupkiReader
from tests.sources.notices import amounts, buyers, days, items, read, regions, suppliers
from tests.sources.zakupki import CUSTOMER, NUMBER, paper

READER = ZakupkiReader()
OBJECT = (
    "<purchaseObject><name>Камера</name><OKEI><nationalCode>ШТ</nationalCode></OKEI><price>1500.5</price>"
    "<quantity><value>4</value></quantity><sum>6002</sum></purchaseObject>"
)


def test_an_older_notification() -> None:
    inside = f"""{NUMBER}<procedureInfo><collecting><endDate>2018-03-12T09:00:00+03:00</endDate></collecting>
</procedureInfo><lot><maxPrice>1300000.00</maxPrice><currency><code>RUB</code></currency>
<customerRequirements><customerRequirement>{CUSTOMER}<maxPrice>1300000.00</maxPrice>
<applicationGuarantee><amount>13000</amount></applicationGuarantee></customerRequirement></customerRequirements>
<purchaseObjects>{OBJECT}<totalSum>6002</totalSum></purchaseObjects></lot>"""
    record = read(READER, paper("fcsNotificationEA44", inside)).records[0]
    assert buyers(record) == ["ГКУ «Безопасный город»"]
    assert amounts(record) == [("ceiling", "1300000.00", "RUB", None)]
    assert days(record) == [("deadline", "2018-03-12")]
    assert regions(record) == [("RU", "Татарстан Респ", "Казань")]
    assert items(record) == [("Камера", "4", "1500.5", "6002", "RUB")]
    assert suppliers(record) == []


def test_a_notification_of_the_newer_schema() -> None:
    inside = f"""<commonInfo>{NUMBER}<purchaseObjectInfo>Камеры</purchaseObjectInfo></commonInfo>
<notificationInfo><procedureInfo><collectingInfo><endDT>2022-05-06T09:00:00+03:00</endDT></collectingInfo></procedureInfo>
<contractConditionsInfo><maxPriceInfo><maxPrice>99.90</maxPrice><currency><code>RUB</code></currency></maxPriceInfo>
</contractConditionsInfo><customerRequirementsInfo><customerRequirementInfo>{CUSTOMER}</customerRequirementInfo>
</customerRequirementsInfo><purchaseObjectsInfo><notDrugPurchaseObjectsInfo>{OBJECT}</notDrugPurchaseObjectsInfo>
</purchaseObjectsInfo></notificationInfo>"""
    record = read(READER, paper("epNotificationEF2020", inside)).records[0]
    assert amounts(record) == [("ceiling", "99.90", "RUB", None)]
    assert buyers(record) == ["ГКУ «Безопасный город»"]
    assert days(record) == [("deadline", "2022-05-06")]
    assert [item[0] for item in items(record)] == ["Камера"]


def test_each_lot_has_its_ceiling() -> None:
    lots = "".join(
        f"<lot><lotNumber>{number}</lotNumber><maxPrice>{number}00</maxPrice><currency><code>RUB</code></currency></lot>"
        for number in (1, 2)
    )
    record = read(READER, paper("fcsNotificationOK", f"{NUMBER}<lots>{lots}</lots>")).records[0]
    assert amounts(record) == [("ceiling", "100", "RUB", "1"), ("ceiling", "200", "RUB", "2")]


def test_goods_of_a_cancelled_notification_are_not_stated() -> None:
    inside = f"{NUMBER}<lot><purchaseObjects>{OBJECT}</purchaseObjects></lot>"
    assert items(read(READER, paper("fcsNotificationCancel", inside)).records[0]) == []


def test_a_plan_has_budgets_only() -> None:
    inside = f"""<planNumber>202201</planNumber>{CUSTOMER.replace("customer>", "customerInfo>")}<positions>
<position><commonInfo><positionNumber>P1</positionNumber><purchaseObjectInfo>Камеры</purchaseObjectInfo></commonInfo>
<financeInfo><total>500</total></financeInfo></position></positions>"""
    record = read(READER, paper("tenderPlan2020", inside)).records[0]
    assert buyers(record) == ["ГКУ «Безопасный город»"]
    assert amounts(record) == [("budget", "500", None, None)]


def test_an_amount_that_is_none_is_a_problem_and_the_rest_goes_on() -> None:
    inside = f"{NUMBER}<lot><maxPrice>1,5 млн</maxPrice><purchaseObjects>{OBJECT}</purchaseObjects></lot>"
    found = read(READER, paper("fcsNotificationEA44", inside))
    assert amounts(found.records[0]) == []
    assert found.codes == ["amount-unreadable"]
    assert [item[0] for item in items(found.records[0])] == ["Камера"]
