"""Notices of Taiwan, Hong Kong and Macao: what their forms say, each in several layouts."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("招標公告（修訂）", "correction"),
        ("決標公告（更正公告）", "correction"),
        ("中标结果公告（第二次更正）", "correction"),
        ("採購撤案公告", "cancellation"),
        ("批出合約摘要", "award"),
        ("合約批出通知", "award"),
        ("合約摘要", "contract"),
        ("第014/DCS/2023號公開招標", "tender"),
        ("臨時接收筆錄", "acceptance"),
        ("優先議價名單", "candidate"),
        ("更改截標日期通告", "correction"),
        ("招標文件修訂通知", "correction"),
        ("更正", "correction"),
        ("單一招標意向公告", "single_source"),
    ],
)
def test_a_heading_tells_the_stage(heading: str, stage: str) -> None:
    assert summarise(read(f"{heading}\n項目：供應及安裝閉路電視系統\n部門：海濱公共服務署"))["stage"] == stage


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("契約案號：CJ110-05（110年3月2日簽訂）", "CJ110-05"),
        ("合約編號：EP/SP/301/24 — 廚餘收集箱供應", "EP/SP/301/24"),
        ("報價編號：LC/Q/2023/039（恐龍展互動投影裝置租賃）", "LC/Q/2023/039"),
        ("投標書編號：HPS/T/2023/041", "HPS/T/2023/041"),
        ("諮詢編號：C-2024-58", "C-2024-58"),
        ("项目编号：ZC2023-14（第二次）", "ZC2023-14（第二次）"),
    ],
)
def test_what_is_told_of_a_number_is_no_part_of_it(line: str, number: str) -> None:
    text = f"決標公告\n{line}\n機關名稱：海東縣消防局\n得標廠商：磐石器材有限公司\n決標金額：500,000元"
    assert summarise(read(text))["numbers"] == (number,)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("中標公告\n部門：懲教署\n承辦商：恆昌工程有限公司\n合約金額：1,090,000元\n（港幣）", ("award 1090000 HKD",)),
        (
            "中標公告\n部門：懲教署\n承辦商：恆昌工程有限公司\n合約金額：人民幣1,090,000元\n截標日期：2023年1月3日",
            ("award 1090000 CNY",),
        ),
        (
            (
                "勞務採購契約\n立契約人：\n機　關：臺中市永順區公所\n廠　商：拓展行銷顧問有限公司\n"
                "第三條　契約價金：新臺幣九十五萬元整，分三期給付，第一期支付285,000元。"
            ),
            ("contract 950000 TWD",),
        ),
    ],
)
def test_sums_are_in_the_money_of_the_place(text: str, amounts: tuple[str, ...]) -> None:
    assert summarise(read(text))["amounts"] == amounts


@pytest.mark.parametrize(
    ("text", "suppliers"),
    [
        (
            (
                "決標公告\n機關名稱：澎湖縣吉島鄉公所\n項次 | 品項名稱 | 得標廠商 | 決標金額(元)\n"
                "1 | 固定式攝影機 | 海風資通有限公司 | 412,000\n2 | 熱顯像儀 | 頂峰光學股份有限公司 | 1,968,000\n"
                "3 | 無線基地臺 | 無法決標 | -\n總決標金額：2,380,000元"
            ),
            ("海風資通有限公司, lot winner, 1", "頂峰光學股份有限公司, lot winner, 2"),
        ),
        (
            (
                "批出合約公告\n使用部門：南岬海事巡防處\n中標者：\n　A組：海衛電子有限公司，合約價值 港幣6,420,000元\n"
                "　B組：博望光學（遠東）有限公司，合約價值 港幣2,980,000元\n　C組：沒有批出\n合約總值：港幣9,400,000元"
            ),
            ("博望光學（遠東）有限公司, lot winner, B組", "海衛電子有限公司, lot winner, A組"),
        ),
        (
            (
                "決標公告\n機關名稱：雲林縣虎岩鄉公所\n得標廠商（共同投標）\n"
                "　代表廠商：遠帆電信工程股份有限公司　占契約金額比率70%\n"
                "　成員：智景軟體股份有限公司　占契約金額比率30%\n決標金額：新臺幣12,480,000元"
            ),
            ("智景軟體股份有限公司, member", "遠帆電信工程股份有限公司, lead"),
        ),
        (
            (
                "中標結果通告\n採購部門：康樂署\n甲部（九龍區）：中標者 碧泉儀器有限公司，合約金額 港幣3,150,000元\n"
                "乙部（新界區）：中標者 海天科技工程有限公司，合約金額 港幣2,870,000元"
            ),
            ("海天科技工程有限公司, lot winner, 乙部", "碧泉儀器有限公司, lot winner, 甲部"),
        ),
        (
            (
                "中標公告\n部門：衞生署\n分項　項目　承辦商　合約價值\n1　分析儀　康普生物科技有限公司　HK$4,560,000\n"
                "2　低溫冰箱　寒星儀器有限公司　HK$735,000\n總值：HK$5,295,000"
            ),
            ("寒星儀器有限公司, lot winner, 2", "康普生物科技有限公司, lot winner, 1"),
        ),
        (
            (
                "決標公告\n機關名稱：交通部公路局北區分局\n"
                "得標廠商：正揚工程股份有限公司、視訊通科技股份有限公司（共同投標，代表廠商：正揚工程股份有限公司）\n"
                "決標金額：新臺幣1億2,350萬元"
            ),
            ("正揚工程股份有限公司, lead", "視訊通科技股份有限公司, member"),
        ),
        (
            (
                "採購結果公告\n本校辦理「電子白板」採購，由最低報價廠商 東岸視聽器材行 以新臺幣 248,000 元承作。\n"
                "未得標：和樂教具有限公司 261,000 元、花東資訊社 270,500 元\n花蓮縣立玉峰國民小學"
            ),
            ("東岸視聽器材行, sole",),
        ),
        (
            (
                "翠湖軒業主立案法團\n有關更換閉路電視系統招標結果\n"
                "本法團於2022年4月16日業主大會通過，由最低標價之駿安保安系統有限公司以港幣385,000元承辦上述工程。"
            ),
            ("駿安保安系統有限公司, sole",),
        ),
        (
            (
                "服務合約\n本合約於2022年6月20日由下列雙方訂立：\n(1) 滿灣醫院管理委員會（「僱主」）；及\n"
                "(2) 康創資訊系統有限公司（「承辦商」）。\n合約總價為港幣3,680,000元"
            ),
            ("康創資訊系統有限公司, sole",),
        ),
    ],
)
def test_who_won(text: str, suppliers: tuple[str, ...]) -> None:
    assert summarise(read(text))["suppliers"] == suppliers


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            "決標紀錄\n國立北濱高級中學 總務處\n得標廠商：弘曄科技有限公司\n決標金額：新臺幣560,000元",
            "國立北濱高級中學",
        ),
        ("判給結果\n得標公司：濠璟科技有限公司\n金額：MOP2,785,400.00\n二零二四年三月二十日於文化事務局", "文化事務局"),
        (
            "嶺南灣大學　採購處　合約批出通知　參考編號：LBU-19\n承辦商：晴空方案有限公司　合約金額：HK$4,870,000",
            "嶺南灣大學",
        ),
    ],
)
def test_a_buyer_is_named_without_its_own_room(text: str, buyer: str) -> None:
    assert summarise(read(text))["buyer"] == (buyer,)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("中　華　民　國　一　一　一　年　九　月　十　九　日", "contract 2022-09-19"),
        ("中　華　民　國　113　年　1　月　29　日", "contract 2024-01-29"),
        ("中華民國一百零九年十二月一日", "contract 2020-12-01"),
    ],
)
def test_a_contract_is_signed_on_a_spaced_day(written: str, day: str) -> None:
    text = "財物採購契約\n立約人　機關：雲林縣環境保護局\n　　　　廠商：綠晴科技有限公司\n契約總價：新臺幣1,830,000元\n"
    assert summarise(read(text + written))["dates"] == (day,)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            (
                "契約變更書\n機關：澎湖縣政府\n廠商：海揚工程股份有限公司\n原契約金額：新臺幣8,400,000元\n"
                "變更增加金額：新臺幣360,000元\n變更後契約總價：新臺幣8,760,000元"
            ),
            ("contract 8760000 TWD", "superseded 8400000 TWD"),
        ),
        (
            (
                "結算驗收證明書\n採購機關：北方運動園區\n廠商：衡安自動化股份有限公司\n契約金額：NT$3,960,000\n"
                "契約變更後金額：NT$4,158,000\n驗收完畢日期：112/08/18"
            ),
            ("contract 4158000 TWD",),
        ),
    ],
)
def test_a_changed_contract_costs_what_it_was_changed_to(text: str, amounts: tuple[str, ...]) -> None:
    assert summarise(read(text))["amounts"] == amounts


def test_a_committee_that_leaves_the_price_open_names_no_supplier() -> None:
    told = summarise(
        read(
            "臺中市政府環境保護局 函\n主旨：公告本局「空品感測器布建計畫」評選結果。\n說明：案號：TCEPB113-42。\n"
            "評選結果：序位第一：清境環境科技股份有限公司，取得優先議價權。序位第二：大氣工程顧問有限公司。"
        )
    )
    assert (told["stage"], told["suppliers"], told["buyer"]) == ("candidate", (), ("臺中市政府環境保護局",))


@pytest.mark.parametrize("row", ["2   廢標", "2   廢標，無人投標"])
def test_a_numbered_row_says_that_nobody_won_it(row: str) -> None:
    text = (
        "決標公告\n機關名稱：澎湖縣吉島鄉公所\n項次   得標廠商   決標金額(元)\n1   海風資通有限公司   412,000\n"
        f"{row}\n3   頂峰光學股份有限公司   1,968,000\n"
    )
    found = summarise(read(text))
    assert found["suppliers"] == ("海風資通有限公司, lot winner, 1", "頂峰光學股份有限公司, lot winner, 3")
    assert found["void"] == ("2",)
