"""What is bought or acted on instead: a room, a theme, things and animals."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text

BOUGHT = {"required", "offered", "standard", "optional"}


def bought(text: str, doc_kind: str = "tender_spec") -> set[str]:
    """Return the capabilities that a passage is said to buy."""
    found = find_in_text(text, doc_kind=doc_kind)
    return {one.rule for one in found if str(one.polarity) in BOUGHT}


@pytest.mark.parametrize(
    "text",
    [
        "市公安局人像比对中心外墙保温及门窗更换工程：外墙面积1,260平方米，工期45日。",
        "重点人员管控工作专班租车服务：7座商务车4辆，含驾驶员，按月结算。",
        "禁毒支队毛发检测室、手机取证室窗帘及办公桌椅采购项目，预算6.2万元。",
        "看守所智能点名系统机房地面做自流平、墙面刷漆，面积46平方米。",
        "调查局测谎室冷气机汰换案，分离式变频冷气三台，含旧机拆除。",
        "刑事局數位鑑識實驗室天花板漏水修繕及油漆工程，預算新臺幣86萬元。",
        "情绪识别实验室实验台柜、试剂架、水槽采购，须到现场量尺。",
        "Refurbishment of the mobile forensics laboratory: partition walls, vinyl floor, ceiling tiles.",
        "Supply of uniforms for the ankle tag unit, 140 sets.",
        "Obras de reforma del laboratorio de extracción forense de móviles: tabiques y suelo.",
        "Travaux de rénovation du laboratoire de reconnaissance faciale en temps réel : cloisons, sol souple.",
    ],
)
def test_a_unit_or_room_that_has_the_name_is_no_purchase_of_it(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "《声纹鉴定技术规范》宣传折页印刷服务：铜版纸157克，印数5,000份。",
        "展柜陈列1958年民族识别调查队的手稿与照片，复制件须做旧处理。",
        "安防博览会展位搭建服务：特装展台72平方米，灯箱画面含人像布控、合成作战等宣传板12块。",
        "印製「認識聲紋辨識」漫畫三千本，彩色平裝四十頁。",
        "步态识别国际研讨会会务服务：含会场布置、代表食宿、会议手册800册。",
        "刑侦展览馆布展：展墙喷绘、步态识别原理互动屏、老式测谎仪实物展柜。",
        "Printing of 5,000 leaflets on facial recognition and your rights, A5.",
        "人工智能学院课程翻译：将《人脸识别导论》《行人重识别综述》等英文讲义译为中文。",
    ],
)
def test_a_theme_is_not_bought(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "蓄电池组异常行为预警：内阻上升、电压偏低时短信通知值班人员。",
        "BIM碰撞检查：机电管线与结构构件N:N碰撞，输出冲突清单与三维轨迹。",
        "机坪驱鸟设备：定向强声驱散器2台，最大声压级148dB。",
        "流浪犬收容处置服务：含抓捕网、诱捕笼、麻醉吹管，日均收容20只。",
        "动画渲染软件：面部捕捉驱动角色表情，情绪曲线可逐帧调整，支持角色关系图谱。",
        "實驗動物房行為分析軟體：追蹤小鼠路徑、停留、社交接觸，自動判讀焦慮指標。",
        "蛋鸡舍声音分析：采集鸡群鸣叫识别应激情绪，超阈值提示饲养员。",
        "动作捕捉棚配面部表情捕捉头盔2顶，驱动虚拟角色喜怒哀乐。",
        "Zoo: night cameras and software that report abnormal behaviour of the elephants, such as pacing or fighting.",
    ],
)
def test_things_and_animals_are_no_people(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("学校食堂采购刷脸消费机12台，学生注册面部后就餐扣款。", "face.access_attendance"),
        ("办公楼电梯加装人脸识别梯控，员工刷脸选层，共6部。", "face.access_attendance"),
        ("文物库房入口摄像机对进入人员逐一人脸比对，命中盗窃前科名单即报警。", "face.live_watchlist"),
        ("动物园南门安装动态人脸布控系统一套，游客入园与在逃库实时比对。", "face.live_watchlist"),
        ("实验室家具及手机取证设备：手机取证工作站2台；实验台4张。", "dev.phone_forensics"),
        ("手机取证实验室建设项目：手机取证塔1套。", "dev.phone_forensics"),
        ("办公楼装修改造：大厅动态人脸布控服务器2台，保安手机接收报警。", "face.live_watchlist"),
        ("Furniture and a mobile forensics workstation for the laboratory.", "dev.phone_forensics"),
    ],
)
def test_what_is_bought_beside_them_is_found(text: str, code: str) -> None:
    assert code in bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "Aménagement intérieur de la cellule des bracelets électroniques et de reconnaissance faciale : cloisons.",
        "Traiteur pour le colloque « ADN, polygraphe et reconnaissance faciale en temps réel », 200 couverts.",
        "Mudanza y muebles de la brigada de extracción forense de móviles y del gabinete del polígrafo.",
        "Alquiler de sala para el congreso sobre bases de datos de ADN y reconocimiento facial en tiempo real.",
        "Штукатурные работы и замена линолеума в лаборатории ДНК и кабинете полиграфа.",
        "Шторы и жалюзи для отдела мониторинга социальных сетей и распознавания лиц в реальном времени.",
        "Друк листівок про розпізнавання облич у реальному часі та поліграф.",
        "ستائر ودهان لمركز قاعدة بيانات البصمة الوراثية.",
        "Suivi des bovins par reconnaissance faciale en temps réel et alerte : 300 animaux, une étable.",
        "Распознавание морды коров в реальном времени и оповещение зоотехника.",
    ],
)
def test_the_first_noun_of_a_sentence_is_what_is_bought(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Meubles et logiciel d'extraction de données de téléphones pour la police.", "dev.phone_forensics"),
        ("Muebles de oficina; polígrafo de seis canales.", "emo.deception_interrogation"),
        ("Ремонт кабинета и закупка полиграфа.", "emo.deception_interrogation"),
        ("Меблі та комплекс вилучення даних із телефонів.", "dev.phone_forensics"),
    ],
)
def test_a_device_or_purchase_behind_it_is_found(text: str, code: str) -> None:
    assert code in bought(text)
