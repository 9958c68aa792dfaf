"""Purchases said in ordinary Chinese, by who is acted on, what is done and to what end; and innocent texts beside."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

BOUGHT = {"required", "offered", "standard", "optional"}


def bought(text: str, doc_kind: str) -> set[str]:
    """Return the capabilities that a passage is said to buy."""
    found = find_in_text(text, doc_kind=doc_kind)
    return {one.rule for one in found if str(one.polarity) in BOUGHT}


PURCHASES = [
    (
        "bio.voiceprint",
        "tender_spec",
        "候审室内对被审查人的嗓音取样三段，送市局嗓音比对中心查有无前案同声者。",
    ),
    (
        "bio.voiceprint",
        "award_notice",
        "电诈语音研判工具：把各地报案录音里的骗子声音按人头归堆，与通缉犯声音逐段核对，中标价52万元。",
    ),
    (
        "bio.multimodal_capture",
        "tender_spec",
        "拘留所收拘流程改造：一台设备连续完成手掌、指头、面容、眼睛虹膜及讲话录音的留底，少一项不得收拘。",
    ),
    (
        "face.retro_search",
        "tender_spec",
        "民警把走失老人的一张旧照片放进系统，可从全城两周内的路面影像里逐帧找回其身影。",
    ),
    (
        "track.attribute_search",
        "tender_spec",
        "输入“红衣、短发、拎蛇皮袋的女子”，平台应在三分钟内把各路口出现该打扮者的片段列出。",
    ),
    (
        "track.key_persons",
        "tender_spec",
        "将长期告状户、退役闹访人员、讨要工资带头人编入花名册，一旦乘坐高铁即电话告知包案领导。",
    ),
    (
        "track.person_dossier",
        "award_notice",
        "居民全景账本：每个身份证号名下的快递、看病、出行、缴费、抓拍自动并入一页，可点看与谁同住同行，成交199万元。",
    ),
    (
        "pred.predictive_policing",
        "tender_spec",
        "算法每月为在册吸毒史人员推算复吸作案的可能分值，超过80分者推片警上门。",
    ),
    (
        "pred.data_fusion",
        "tender_spec",
        "刑侦资源池须容纳民航离港、铁路实名、酒店入住、通信话单、支付流水，任一证件号一次可得全部记录。",
    ),
    (
        "dev.spyware",
        "contract_annex",
        "目标人点开伪装短信后，手机后台悄然装入取数程序，可持续外送通话、相册与位置，授权15个目标。",
    ),
    (
        "dev.phone_forensics",
        "award_notice",
        "缉毒支队手机解密服务器1台，免口令进入主流机型，拷出微信记录及已抹除照片，中标价31万元。",
    ),
    (
        "dev.phone_inspection",
        "tender_spec",
        "巡逻民警手持盒接上被拦行人的手机，半分钟查出有无境外聊天软件与涉暴视频并亮灯。",
    ),
    (
        "crowd.protest_monitoring",
        "tender_spec",
        "县委大院门口、信访局前若有十人以上扎堆举牌，镜头须自动叫醒值班员并留下举牌者近照。",
    ),
    (
        "cust.checkpoint_border",
        "contract_annex",
        "进京高速环京检查点：驾乘全部下车，刷证抬头看镜，通过者方可上车，设备8套。",
    ),
    (
        "online.opinion_monitoring",
        "tender_spec",
        "得標廠商須每日整理PTT、Threads、地方社團對市府之負評，註明帳號與轉傳數，逾五百則即通知新聞處。",
    ),
    (
        "veh.vehicle_tracking",
        "tender_spec",
        "辖区内全部三轮、两轮电动车须加装射频芯片牌，沿路读头记下车主与经过时间，未装不予上路。",
    ),
    (
        "veh.lpr_network",
        "award_notice",
        "市局过车大库扩容：号牌、车型、车标、挂件照片存3年，支持按一张车照找全城同款，价款640万元。",
    ),
    (
        "face.live_watchlist",
        "tender_spec",
        "車站月台鏡頭見通緝犯臉孔即於一秒內推播鐵警，通緝名冊每日更新。",
    ),
    (
        "cust.detention_mgmt",
        "tender_spec",
        "號房內受刑人有攀爬鐵窗、互毆、久臥不動者，影像系統應即時示警並定位房號。",
    ),
    (
        "track.electronic_tag",
        "contract_annex",
        "缓刑人员脚戴式追踪器90套，离开划定街道或强拆即通知司法所。",
    ),
    (
        "dev.imsi_catcher",
        "award_notice",
        "单兵背负仪：伪装成运营商小站，令附近手机靠上来并交出卡号，可逐步逼近持机人，2套。",
    ),
    (
        "dev.wifi_sniffer",
        "tender_spec",
        "商圈灯杆内藏收录盒，凡路人手机开着无线网卡即被记下硬件号与停留时长。",
    ),
]
INNOCENT = [
    "12345热线录音质检：对坐席话术打分，按录音找出未使用礼貌用语的坐席，月度排序。",
    "证件照拍摄柜台：居民照片现场拍摄、排版、打印，一并完成指纹录入用于办理居民身份证。",
    "服装店试衣镜：顾客上衣、裤子、帽子搭配推荐，按颜色、款式标签检索商品，扫码下单。",
    "信访大厅排队叫号系统：信访人取号后由窗口登记，等候超过30分钟自动提醒值班领导。",
    "派出所户籍窗口：群众刷身份证取号，核验证件后打印回执，语音播报，预约提醒短信。",
    "交警队车驾管自助机：机动车号牌选号、补证、缴费，全市12台，支持微信支付。",
    "手机维修站设备：屏幕拆解、密码遗忘客户凭购机发票清除锁屏，数据由客户自行备份恢复。",
    "公安机关移动警务通采购：安卓手机300部，后台统一推送补丁，丢失可远程擦除，隐蔽前壳可选。",
    "消防救援无人机：锁定火点持续跟踪，热成像搜寻受困人员，喊话引导撤离，抛投绳索。",
    "刑满人员就业培训班：汽修、烹饪各40人，评分合格发证，司法所负责登记，结业后上门回访。",
    "学校宿舍水电智能表：每人用电流水汇总，欠费推送，宿管核对名册，异常跳闸报警。",
    "政府网站互动栏目：公众评论、建议归集，按部门派单，七日内答复率排名，页面无障碍。",
    "新能源公交车载终端：北斗定位，司机刷卡，轨迹回传调度，必须一律安装，公司自有车辆120台。",
    "看守所医务室设备：心电图机、血压计，点名时分发药品，护士核对名册，异常提示医生。",
    "老年大学合唱团录音棚：采集声音样本校准调音台，找出跑调段落，录音归档。",
    "酒店客房服务手环：员工佩戴，报警按钮求助，定位到楼层，离开班次自动下线。",
    "博物館導覽App：遊客上傳照片於館藏圖庫搜尋相似畫作，並可查詢歷史展覽錄影。",
]


@pytest.mark.parametrize(("code", "kind", "text"), PURCHASES)
def test_a_purchase_in_ordinary_words_is_found(code: str, kind: str, text: str) -> None:
    assert code in bought(text, kind)


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_words_near_them_buy_nothing(text: str) -> None:
    assert not bought(text, "tender_spec")
