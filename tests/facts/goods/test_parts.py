from tenderlight.model.values import ComponentValue
from tests.facts.summary import read

NOTICE = """人像比对服务器采购项目中标公告
采购人：塞上市公安局
中标单位：银川贺兰云计算有限公司
中标金额：1,960,000元
序号\t名称\t品牌\t型号\t数量\t单价（元）\t备注
1\t人像比对服务器\t凌霄\tLX-AI8800\t14台\t125,000\t{remark}
2\t交换机\t湖光\tHG-S5720\t7台\t30,000\t/
"""


def parts(remark: str) -> list[tuple[str, str | None, str | None, int, int, str | None]]:
    values = [one.value for one in read(NOTICE.format(remark=remark)) if isinstance(one.value, ComponentValue)]
    return [
        (one.name, one.maker, one.model, int(one.quantity_per_unit or 0), int(one.units or 0), one.part_of)
        for one in values
    ]


def test_counted_parts_are_read_with_maker_and_model() -> None:
    assert parts("每台配置：8块 算芯 SX-A40 加速卡，2颗 昆岳 5218 处理器") == [
        ("加速卡", "算芯", "SX-A40", 8, 14, "人像比对服务器"),
        ("处理器", "昆岳", "5218", 2, 14, "人像比对服务器"),
    ]


def test_the_count_may_stand_last() -> None:
    assert parts("单台含昆岳5218处理器×2") == [("处理器", "昆岳", "5218", 2, 14, "人像比对服务器")]


def test_what_is_not_counted_or_not_in_each_is_no_part() -> None:
    assert parts("支持SX-A40加速卡") == []
    assert parts("提供16个接口") == []
    assert parts("/") == []
