"""What is printed on the pages of the second family. All names, numbers and places are invented."""

from __future__ import annotations

SIMPLIFIED = (
    "云梯县卫生健康局关于区域影像诊断平台建设项目的成交结果公示",
    "采购编号：YTX-ZC-2031-0417（第2次）",
    "受云梯县卫生健康局委托，澜沧江招标代理事务所对上述项目进行了竞争性磋商。",
    "磋商小组由七名评审专家组成，经两轮报价后推荐下列单位为成交供应商。",
    "成交供应商：渡口云帆智能装备股份有限公司；统一社会信用代码：91530100MA7K3T9Q4B",
    "成交价格：¥6,918,430.50，大写陆佰玖拾壹万捌仟肆佰叁拾元伍角整。",
    "履约期限自合同签订之日起一百八十个日历天，验收合格后支付至合同价款的97%。",
    "磋商文件第三章第5.2条要求设备具备IP67防护等级，并提供CNAS认可的检测报告。",
    "凡对本次公示内容提出询问，请于公示期限届满前以书面形式与采购人联系。",
    "联系人：邱女士　　电话：0879-5521608　　邮箱：cgb@ytxwj.example.cn",
    "质疑函应当载明具体、明确的事项以及必要的法律依据，并由法定代表人签字。",
    "逾期未提出异议的，视为认可本次成交结果，采购人将依法签订政府采购合同。",
    "本公示同时在省级公共资源交易服务平台与县级政府网站发布，期限为三个工作日。",
    "未成交单位的履约保证金将于五个工作日内无息退还至原缴款账户。",
)
TRADITIONAL = (
    "投標須知及合約條款摘要",
    "茲公告臨海縣政府辦理道路監視系統汰換及維護勞務採購案，開標日期為民國一百二十年",
    "六月十一日上午十時三十分，地點為本府第二會議室。廠商應於截止期限前將標封以掛號",
    "郵遞或專人送達。逾時送達者，無論其理由為何，概不受理，並由本府原封退還廠商。",
    "決標原則採最有利標，評選項目包含技術規格、過去履約績效、價格完整性與合理性。",
    "得標廠商應於決標之次日起十四日內繳納履約保證金，金額為契約總價之百分之十。",
    "機關得隨時查驗工作進度，廠商應備妥相關紀錄，不得拒絕、規避或妨礙。保固期間為",
    "驗收合格之日起三十六個月，期間發生之損壞應於接獲通知後四十八小時內修復完畢。",
    "因可歸責於廠商之事由致未能依約履行者，機關得以書面終止契約並沒收保證金之全部",
    "或一部。契約文字如有疑義，應依有利於公共利益之原則解釋之。爭議處理應先行協調。",
)
COLUMN_LEFT = (
    "第一条 乙方应当按照附件一所列清单供货，",
    "不得以次充好，亦不得擅自变更品牌与型号。",
    "甲方有权在出厂前派员驻场监造，相关费用由",
    "乙方承担。设备运抵现场后，双方共同开箱点",
    "验并签署记录。外观破损、数量短缺或者资料",
    "不全的，乙方应在七日内补齐，由此造成的工",
    "期延误按照每日合同总价千分之三计算违约金",
    "，累计不超过百分之五。",
    "第二条 安装调试期间乙方人员应遵守现场安",
    "全管理制度，进出机房须登记并由甲方陪同。",
)
COLUMN_RIGHT = (
    "第三条 系统试运行不少于九十天，期间累计",
    "故障停机时间超过八小时的，试运行周期重新",
    "计算。试运行结束后乙方提交竣工图纸、源代",
    "码托管凭证、操作手册和维护手册各四套，并",
    "为甲方培训不少于十二名技术人员。",
    "第四条 质保期内乙方提供每周七天、每天二",
    "十四小时的技术支持，接到报修后两小时内响",
    "应，一个工作日内排除故障；无法按时修复的",
    "，应当提供同档次的备用设备，直至恢复正常",
    "使用为止。",
)
ENGLISH_LEFT = (
    "The Purchaser reserves the right to",
    "inspect any consignment before it leaves",
    "the manufacturer's works and to reject",
    "goods which do not conform to Schedule B.",
    "Rejected items shall be replaced within",
    "twenty-one days at no additional cost.",
    "Delivery terms are DAP Harwick Depot,",
    "Incoterms 2020. Invoices must quote order",
    "number PX/7731/24 and be sent in duplicate",
    "to the Treasurer's Office, Room 4.12.",
)
ENGLISH_RIGHT = (
    "Any variation of these conditions is void",
    "unless confirmed in writing by a person",
    "holding delegated authority above 50,000",
    "euros. The Supplier keeps records for six",
    "years and allows auditors access during",
    "normal business hours. Personal data may",
    "be processed only on documented grounds",
    "and is erased within 30 days of expiry.",
    "Notices are deemed served two working",
    "days after posting by recorded delivery.",
)
FORM = (
    ("Bidder", "Quillmere Optics GmbH & Co. KG"),
    ("Tender no.", "HB-2029/0356-K"),
    ("项目名称", "机场行李分拣系统升级改造"),
    ("投标报价", "人民币 23,570,816.00 元"),
    ("Delivery", "16 weeks after order, DDP Harbourtown"),
    ("质保期", "验收合格后 60 个月"),
    ("Contact", "tenders@quillmere.example / +49 30 5550 1872"),
)
GOODS = (
    ("序号", "名称", "型号规格", "数量", "金额(元)"),
    ("1", "三层交换机", "S6730-H48X6C", "4", "318,400.00"),
    ("2", "磁盘阵列", "双控 64GB缓存", "2", "905,260.00"),
    ("3", "不间断电源", "UPS 40kVA", "3", "227,700.00"),
    ("4", "精密空调", "下送风 35kW", "2", "186,930.50"),
    ("5", "综合布线", "六类屏蔽双绞线", "860", "94,600.00"),
)
CYRILLIC = (
    "Извещение о проведении открытого аукциона",
    "Заказчик: Администрация Приозёрского района",
    "Начальная цена контракта: 4 815 300,00 рублей",
    "Срок поставки оборудования составляет сорок дней",
    "Победителем признано общество «Северный ветер»",
    "Протокол подписан всеми членами комиссии",
)
STANDING = ("公開招標公告", "採購機關臨海縣政府", "案號一二〇七四五", "開標時間六月十一日", "預算金額新臺幣捌佰萬元")
SEAL = "云梯县公共资源交易中心"
WATERMARK = "内部资料 严禁外传"
