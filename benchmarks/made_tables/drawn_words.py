"""What the pages of the first family say."""

GOODS = (
    "Network switch",
    "Fibre cable",
    "Steel pipe DN 50",
    "Pump with motor",
    "Camera",
    "Server rack 42U",
    "Hard disk 8 TB",
    "Concrete C30 for the foundations of the east wing",
    "Safety fence",
    "Door",
    "Supply and laying of kerb stones",
    "LED lamp",
    "Battery, sealed, maintenance free, with charger",
    "Valve",
    "Chair",
    "Monitor 24 in",
    "Software licence",
)
GOODS_ZH = (
    "网络交换机",
    "光缆",
    "镀锌钢管",
    "水泵及电机",
    "摄像机",
    "服务器机柜",
    "硬盘",
    "商品混凝土浇筑（基础部分，含模板及养护）",
    "护栏",
    "防火门",
    "路缘石安砌",
    "灯具",
    "蓄电池（免维护，含充电装置及安装调试）",
    "阀门",
    "办公椅",
    "显示器",
    "操作系统软件",
)
FIRMS = (
    "Greyfen Civil Ltd",
    "Veldkamp B.V.",
    "Orlo & Sons",
    "Harwick Instruments",
    "Tarn Supply",
    "Lumen Works",
    "Aster AG",
)
FIRMS_ZH = (
    "恒昱建设工程有限公司",
    "鲁岳园林绿化有限责任公司",
    "青岚科技股份有限公司",
    "河滨电子有限公司",
    "南屏机电设备厂",
)
SENTENCES = (
    "The contracting authority reserves the right to reject any tender that does not meet the conditions.",
    "Tenders shall be submitted in one original and two copies, and shall remain valid for ninety days.",
    "Prices include delivery to the places named, unloading, installation and the training of two members of staff.",
    "Questions may be put in writing until ten days before the closing date, and answers are sent to all who asked.",
    "Payment is made within thirty days of acceptance against an invoice that states the number of this contract.",
    "The supplier replaces parts that fail within the period of warranty without charge and without delay.",
)
SENTENCES_ZH = (
    "投标人应当在投标截止时间前将投标文件密封送达投标地点，逾期送达的投标文件将被拒收。",
    "本项目采用综合评分法，评标委员会按照招标文件规定的评分标准进行评审并推荐中标候选人。",
    "合同签订后三十日内完成供货、安装和调试，经验收合格后支付合同价款的百分之九十五。",
    "投标人对招标文件有疑问的，应当以书面形式提出，采购人将在规定的时间内作出答复。",
)
