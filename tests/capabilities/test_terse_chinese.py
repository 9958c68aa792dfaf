"""Short rows and clauses of Chinese tables, awards and scores, which name a capability in few words."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.model.statement import Polarity

BOUGHT = [
    ("eth.language_id", "接入短视频平台内容，将含维语字幕和口播的作品抽出，进行涉恐涉暴审核。"),
    ("eth.group_registry", "对从南疆来务工的人员逐人登记造册，月月见面，去向有变即报。"),
    ("face.live_watchlist", "可设置多个名单，名单中人一旦入镜即告知责任民警。"),
    ("face.live_watchlist", "摄像机自带2万张名单容量，脱网亦可比对并输出报警信号。"),
    ("bio.multimodal_capture", "对所有到所人员依次提取指纹、照片、声音和唾液。"),
    ("emo.deception_interrogation", "测试仪（含呼吸、皮电、血压传感器及题库软件）2套，用户：市公安局刑侦支队。"),
    ("emo.deception_interrogation", "谈话过程中系统自动提示追问要点，并给出对方心理防线评估。"),
    ("track.attribute_search", "视频解析单元，输出人体、机动车、非机动车特征，授权100路。"),
    ("track.key_persons", "重大活动期间，对挂账人员一人一策、二十四小时掌握动向。"),
    ("track.person_dossier", "输入身份证号，页面展示此人住过的旅馆、坐过的车、打过的电话、亲戚朋友。"),
    ("pred.predictive_policing", "人员风险分为红、橙、黄、蓝四档，红档自动下发管控任务。"),
    ("pred.predictive_policing", "从海量警情中预判下一次作案的地点与时间。"),
    ("pred.data_fusion", "将铁路、民航、旅馆及快递数据按人归集，供各警种查用。"),
    ("online.opinion_monitoring", "跟踪指定大V与自媒体账号的发文，按立场分类。"),
    ("online.content_control", "每月发布评论不少于3000条，化解不满情绪。"),
    ("online.dpi_interception", "流量采集还原设备 100G×8 用户单位：省通信管理局"),
    ("dev.spyware", "支持零交互投递能力。"),
    ("dev.phone_forensics", "多路并行，一次接八部手机，半小时内完成内容拷贝。"),
    ("dev.phone_forensics", "已删除的聊天记录应能找回并生成报告。"),
    ("dev.imsi_catcher", "车载式测向设备，采集手机识别号并指示方位。"),
    ("dev.wifi_sniffer", "旅客手机开着Wi-Fi即被登记，再次出现时提示。"),
    ("veh.lpr_network", "按车身贴纸、年检标、挂饰找车。"),
    ("veh.vehicle_tracking", "农用车、三轮车也要装定位器，派出所可实时看到位置。"),
    ("cust.checkpoint_border", "出入境管制站每条通道以容貌及指模核实旅客身份。"),
]


@pytest.mark.parametrize(("code", "text"), BOUGHT)
def test_what_few_words_name_is_found(code: str, text: str) -> None:
    assert code in {one.rule for one in find_in_text(text, doc_kind="tender_spec")}


@pytest.mark.parametrize(
    "text",
    [
        "手机扫码解锁共享单车，后台数据恢复周期为一天。",
        "硬盘坏道后的办公数据恢复服务。",
        "顾客手机连接免费无线网络，登记一次即可上网。",
        "商场评论区回复顾客意见，化解不满。",
        "飞行员训练系统采集心率、呼吸与皮电，评估疲劳。",
        "路口摄像机统计机动车、非机动车和行人流量特征。",
        "公交车、环卫车加装定位器，位置上报调度中心。",
        "维吾尔语课本含敏感词汇对照表，审核后出版。",
        "南疆来的特产登记入库，用于扶贫慰问。",
        "客流还原系统按车站统计进出人流。",
        "会议扩声系统话音还原度高。",
        "就诊卡登记指纹，自助机打印照片。",
        "停车场反向寻车：按车身颜色、车标找车位。",
        "宾馆名单更新后即时提示前台，房型价格随季节调整。",
        "岗前安全测试按红橙黄三级提示员工培训进度。",
    ],
)
def test_the_same_words_of_other_trades_buy_nothing(text: str) -> None:
    assert [one.rule for one in find_in_text(text, doc_kind="tender_spec")] == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("平台出厂自带号牌轨迹检索，无需另配授权。", Polarity.STANDARD),
        ("機關得加購車牌軌跡查詢模組。", Polarity.OPTIONAL),
        ("廠商不得加購車牌軌跡查詢模組。", Polarity.FORBIDDEN),
        ("嗓音须与已有人员声音逐一比对，列出前十名。", Polarity.REQUIRED),
    ],
)
def test_words_that_only_look_like_refusals_or_options_are_told(text: str, polarity: Polarity) -> None:
    assert {one.polarity for one in find_in_text(text, doc_kind="tender_spec")} == {polarity}


def test_two_capabilities_on_the_same_words_never_give_way_to_each_other() -> None:
    text = "将铁路购票、民航离港、旅馆登记、网吧上机及寄递数据按人归集，供各警种一个界面研判。"
    assert [one.rule for one in find_in_text(text, doc_kind="tender_spec")] == ["pred.data_fusion"]


def test_a_phone_is_read_behind_the_word_for_whose_it_is() -> None:
    text = "路面盘查时以数据线接驳被查人手机，一分钟内查看相册与聊天软件，可疑即亮红灯。"
    assert [one.rule for one in find_in_text(text, doc_kind="tender_spec")] == ["dev.phone_inspection"]
