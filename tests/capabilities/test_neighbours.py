"""What belongs to capabilities of other groups is not claimed for faces or ethnicity by association."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text


@pytest.mark.parametrize(
    "text",
    [
        "重点人员管控平台：对上访、涉恐、精神障碍等七类重点人员进行轨迹预警和积分评估。",
        "一人一档：汇聚旅馆、铁路、民航、网吧数据，形成人员全息档案和关系图谱。",
        "采集DNA、虹膜、声纹、三面照、指掌纹等信息，录入多模态生物特征库。",
        "便民警务站配备人证核验终端、手机检查设备。",
        "检查站通道安装车底扫描、人证核验闸机，对重点人员自动拦截。",
        "视频结构化：支持性别、年龄段、上衣颜色、背包、骑车等属性检索，以人搜人。",
        "跨镜追踪：对目标人员在多摄像机间的行动轨迹自动串联。",
        "群体性事件预警：重点部位人员聚集超过阈值报警。",
        "徘徊、尾随、奔跑、打架等异常行为检测报警。",
        "智慧监狱：在押人员定位手环、监室行为分析、亲情电话监听。",
        "情绪识别系统用于审讯室，分析嫌疑人紧张度。",
        "网络舆情监测，对敏感信息、维稳信息15分钟预警。",
        "深度包检测设备，对加密通信、翻墙行为识别和封堵。",
        "手机取证：绕过锁屏提取微信聊天记录。",
        "WiFi嗅探采集MAC地址，与人脸抓拍数据碰撞关联。",
        "IMSI采集设备4套，电子围栏。",
        "车辆卡口识别车牌并布控报警，支持以车搜车。",
        "主副驾驶人脸抓拍，司乘人员识别。",
        "警用无人机具备目标跟踪、喊话功能。",
        "情指行一体化平台汇聚多源数据，支撑合成作战。",
        "风险积分模型对人员打分，红橙黄三级预警。",
        "声纹识别平台，声纹库容量100万，支持1:N比对。",
        "虹膜采集仪，虹膜库规模50万人，1:N识别。",
        "步态识别，远距离识别行人身份。",
        "DNA数据库（Y-STR）建设，男性家族排查。",
        "Gait recognition of pedestrians at a distance from CCTV.",
        "Voiceprint database of 2 million speakers with one-to-many search.",
        "Iris recognition of travellers on the move at the airport.",
        "Persons of interest shall be tracked across hotel, rail and telecom records.",
        "Social media monitoring with keyword alerts on named activists.",
        "ANPR cameras with hot-list alarms for stolen vehicles.",
        "Ankle tags for migrants with GPS tracking.",
        "Emotion recognition of pupils in the classroom from camera images.",
        "Loitering and fight detection in public squares.",
        "IMSI catcher van for the police.",
        "A predictive policing model assigns risk scores to individuals.",
        "Appearance search: find a person by clothing colour across cameras.",
        "Passport e-gates with face verification at the border.",
        "Prison telephone monitoring with speaker identification.",
        "One person, one file: profiles joining travel, health and social media.",
        "犯罪嫌疑人DNA入库",
        "身份证指纹采集仪",
        "公安信息采集一体机：人像、指纹、虹膜、声纹、DNA。",
        "布控球、执法记录仪采购",
        "黑名单库用于车辆缉查布控系统",
        "教育培训中心视频监控系统，含行为分析。",
        "Police drones with live video and loudspeaker.",
        "Body-worn cameras with live streaming.",
        "高危人群预警模型",
        "外籍记者动态预警模块",
    ],
)
def test_neighbouring_capabilities_are_left_to_their_own_rules(text: str) -> None:
    found = [one.rule for one in find_in_text(text, doc_kind="tender_spec")]
    assert [rule for rule in found if rule.startswith(("eth.", "face."))] == []
