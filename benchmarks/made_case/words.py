"""Words that made documents are put together of."""

from __future__ import annotations

COUNTIES = ("岚水县", "青浦区", "临河市", "南陵县", "云溪县", "东山区", "安平县", "石门县", "长汀县", "白河市")
OFFICES = ("公安局", "教育局", "交通运输局", "应急管理局", "第一中学", "人民医院", "城市管理局", "司法局")
GOODS = ("视频监控系统", "智慧安防平台", "校园管理系统", "数据中心设备", "停车管理系统", "门禁系统", "应急指挥平台")
FIRMS = ("岚川科技", "海纳信息", "天岳智能", "中云数据", "启明安防", "金石电子", "远航软件", "华瑞系统集成")
FORMS = ("有限公司", "股份有限公司")
ITEMS = ("网络摄像机", "存储服务器", "交换机", "分析服务器", "显示屏", "门禁控制器", "光纤收发器", "机柜")
CAPABILITIES = (
    ("eth.face_ethnicity", "支持人脸族群属性分析"),
    ("face.recognition", "支持人脸识别比对"),
    ("face.search", "支持以脸搜人"),
    ("video.structuring", "支持视频结构化分析"),
    ("behaviour.crowd", "支持人群聚集检测"),
    ("vehicle.plate", "支持车牌识别"),
)
PLAIN = (
    "投标人应按照招标文件的要求编制投标文件，并对其真实性负责。",
    "设备应为全新原厂正品，提供三年免费质保和上门服务。",
    "系统应采用模块化设计，便于扩展和维护。",
    "供应商应在合同签订后三十日内完成供货、安装和调试。",
    "采购人有权对产品进行抽样检测，费用由供应商承担。",
    "评标委员会按照综合评分法进行评审。",
    "售后服务响应时间不超过两小时。",
    "The supplier shall train the staff of the buyer on site.",
    "Payment is made within thirty days of acceptance.",
    "未尽事宜由双方协商解决。",
)
