"""Families of Chinese labels: a head (金额, 供应商, 日期, 编号) and the words that may stand before it, in any order.

Offices and portals make their labels out of a few dozen words: 最终中标供应商名称, 本合同含税总价, 采购案件编号.
Every word of a label has to be one of its family; a label with any other word in it is not told here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tenderlight.facts.words.vocabulary import Meaning, section_of

_LONGEST = 24
_WON = r"(?:中标|成交|中选|中签|入围|入选|得标|决标|定标|竞得|获选|获批|获判|获聘|获接纳|判给|授标|批出|批予)"
_WON = rf"{_WON}(?:或者?|/|及|和|与|、)?(?:{_WON[3:-1]})?"
_NEUTRAL = (
    r"(?:本次?|该|此|获|重新(?:评审|评标|磋商)后|复评后|项目|采购|政府采购|政府|招标|工程|最终|最后|实际|确定的?|标的|全部|标包|标段|分包|包件|"
    r"采购包|包|标项|案件?|的)"
)
_SUM = r"(?:合计|总计|共计|总额|含税|价税合计|大写|小写|人民币|数额|[为是])"
_MONEY = r"(?:总?金额|总?价格?|总?价款|总?报价|总额|总?价值|总值|标价|总?造价|价金(?:总额)?|数额|额)"
_WHO = (
    r"(?:投标|合约)?(?:供应商|供货商|服务商|承包商|承包人|承判商|承办商|投标人|厂商|厂家|企业|公司|单位|机构|联合体|"
    r"施工单位|"
    r"监理单位|设计单位|供货单位|服务单位|人|者|方|商)"
)
_AT = r"(?:联系|通讯|注册)?地址"
_CALLED = rf"(?:单位)?(?:(?:名称|全称){_AT}|(?:名称|全称|信息|名单|情况)?(?:[及和与、]{_AT})?)"
_DAY = r"(?:日期|时间|日|年月日)"
_PROCEDURE = (
    r"(?:招标|采购|磋商|谈判|询价|询比|比选|竞价|遴选|征集|比价|竞争性|单一来源|标案|案件|采购案|交易|工程|项目|文件|"
    r"委托|任务|投标|邀请|报价|政府采购|政府|公开|标书|申请|方案|计划|校内|院内|内部|部门|单位|电子|平台)"
)
_CONTRACT = r"(?:合同|契约|合约|协议|承揽|承包|承办)"
_LOT = r"(?:标段|标包|分标|分包|采购包|合同包|标项|包件|包组|子包|包)"
_THINGS = (
    r"(?:主要|中标|成交|中选|采购|拟采购|合同|供货|货物|服务|产品|设备|工程|标的物?|商品|物资|软件|硬件|投标|报价|"
    r"最终|订购|本次|的)"
)

_FAMILIES: tuple[tuple[re.Pattern[str], Meaning, str], ...] = tuple(
    (re.compile(pattern), meaning, label)
    for pattern, meaning, label in (
        (
            (
                r".{0,12}(?:保证金|质保金|押标金|押金|代理费|代理服务费|服务费收费|手续费|标书费|工本费|违约金|滞纳金|"
                r"预付款|首付款|尾款|"
                r"专家费|评审费|公证费|税额|税金|税率|注册资本|注册资金|得分|评分|分值|减价金额|罚款|押图费|报名费)"
                r"(?:收费|收取|缴纳|的)?(?:标准|总?金额|总额|合计|人民币|及|和|、|元|[为是])*"
            ),
            Meaning.OTHER_AMOUNT,
            "",
        ),
        (
            rf"{_LOT}(?:编号|编码|序号)",
            Meaning.LOT_NUMBER,
            "标段编号",
        ),
        (
            rf"{_LOT}(?:号码?)",
            Meaning.LOT,
            "包号",
        ),
        (
            rf"{_LOT}(?:名称?|内容)",
            Meaning.LOT_NAME,
            "标段名称",
        ),
        (
            rf"{_NEUTRAL}*{_WON}的?(?:货物|产品|标的|综合|含税|投标|最终|平均)*单价(?:金额|报价|合计|含税)?",
            Meaning.UNIT_PRICE,
            "中标单价",
        ),
        (
            (
                r"(?:以下|下列|共有?|确定|经评审|经评定|其中)*[\d一二三四五六七八九十]{0,3}(?:家|名)?(?:供应商|单位|企业|"
                r"公司|投标人|厂商)"
                rf"(?:获得|被确定)?{_WON}"
            ),
            Meaning.SUPPLIER,
            "中标供应商",
        ),
        (
            rf"(?:{_NEUTRAL})*(?:获?判给|批给|批予|授予|决标|得标|定标)(?:合约|合同)?(?:之|的)?(?:对象|者|公司|商号|企业|承办商|实体名称){_CALLED}",
            Meaning.SUPPLIER,
            "中标供应商",
        ),
        (
            rf"(?:{_NEUTRAL}|第一)*{_WON}的?{_WHO}{_CALLED}",
            Meaning.SUPPLIER,
            "中标供应商",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|总|含税)*{_WON}(?:{_WHO})?的?(?:结果|投标|含税|合同|签约|最终|总|全年|"
                rf"标的)*{_MONEY}{_SUM}*"
            ),
            Meaning.AWARD_AMOUNT,
            "中标金额",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|变更后的?|签订的?|总|施工|服务|供货|买卖|补充)*{_CONTRACT}的?"
                rf"(?:签约|签订|含税|总|合计|标的|价税|固定|最终|全部|承包)*{_MONEY}{_SUM}*|(?:批准|核准)之?金额"
            ),
            Meaning.CONTRACT_AMOUNT,
            "合同金额",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|本?年度|当年|总|财政|批复|批准|资金|经费|拟|意向|原|预估)*预算(?:总|控制|资金|采购|"
                rf"批复|"
                rf"下达|安排)*"
                rf"(?:{_MONEY}|额度|限额|资金|经费|数|控制数|价)?{_SUM}*"
            ),
            Meaning.BUDGET,
            "预算金额",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|投标|响应|报价|磋商|谈判|总价|总|合同|评标|竞价|询价|单项|设定的?|投标人)*(?:最高|"
                rf"上限|"
                rf"总)*"
                rf"(?:限价|控制价|拦标价|上限价|限额|控制金额|报价上限|价格上限|金额上限)(?:总?金额|总额|总?价)?{_SUM}*"
            ),
            Meaning.CEILING,
            "最高限价",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|合同|总)*(?:预估|估算|估计|暂估|概算|估价)(?:合同|采购|总|投资|成交|服务|建设)*"
                rf"(?:{_MONEY}|投资|造价|费用){_SUM}*"
            ),
            Meaning.ESTIMATE,
            "预估金额",
        ),
        (
            (
                rf"(?:以上|{_NEUTRAL})*(?:合计|总计|共计|总价|总金额|总额)(?:金额|总价|价款|人民币|大写|小写|含税|报价|"
                rf"合计|[为是])+"
            ),
            Meaning.TOTAL,
            "合计",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|{_WON}|投标|报价|结算|综合|总价|统一|合同|服务|监理|承诺)*"
                r"(?:(?:下浮|上浮|折扣|优惠|让利|降价)(?:率|比例|系数|幅度|点)|费率)"
            ),
            Meaning.PERCENT,
            "下浮率",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|询价|比选|征集|遴选|主办|洽办|订约|发包|招募|建设|订购|出让|招租|判给)*"
                rf"(?:(?:采购|招标|发包|询价|比选|征集|遴选|招募|建设|主办|订约|洽办|判给)(?:人|单位|机关|方|主体|"
                rf"部门|局)|"
                rf"业主(?:单位|方)?|采购组织|机关|判给实体){_CALLED}"
            ),
            Meaning.BUYER,
            "采购人",
        ),
        (
            rf"(?:{_NEUTRAL}|比选|委托|集中|受托|询价|征集)*代理(?:机构|单位|公司|人|方|商)?{_CALLED}",
            Meaning.AGENCY,
            "采购代理机构",
        ),
        (
            (
                rf"(?:拟|洽|邀|选|定|谈|的|唯一|直接|采购|单一来源)*(?:拟|拟洽|拟邀|唯一|洽办|洽谈|单一来源)(?:定|选|"
                rf"洽|"
                rf"邀请?|采购|谈判|议价|签约|成交)*的?"
                rf"(?:唯一)?(?:供应商|厂商|对象|单位|公司|企业){_CALLED}"
            ),
            Meaning.INTENDED,
            "拟定供应商",
        ),
        (
            rf"(?:{_NEUTRAL})*(?:验收|履约验收|竣工验收)(?:合格|完成|结束|通过|报告|签署)?{_DAY}",
            Meaning.ACCEPTANCE_DATE,
            "验收日期",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|{_CONTRACT}|双方|甲方|乙方|变更|补充)*(?:签订|签署|签约|订约|立约|订立|缔结|缔约|"
                rf"签字)之?{_DAY}"
            ),
            Meaning.CONTRACT_DATE,
            "合同签订日期",
        ),
        (
            (
                rf"(?:{_NEUTRAL})*(?:{_WON}|授予|批示|核定|确定(?:中标|成交)|获批)(?:结果|供应商|人|通知书|合约|"
                rf"合同)?(?:确定|确认|公布|发出)?{_DAY}"
            ),
            Meaning.AWARD_DATE,
            "中标日期",
        ),
        (
            (
                rf"(?:首次|原|原招标|招标|采购|资格预审|磋商|谈判|询价)(?:文件|项目)?(?:公告|公示)(?:发布|刊登)?{_DAY}|"
                rf".{{0,8}}(?:公示|公告|公开|报名)(?:结束|截止|到期){_DAY}|.{{0,6}}(?:工期|周期|有效期|服务期|质保期|"
                rf"保修期|履约期|租赁期|期限|合作期)"
            ),
            Meaning.OTHER_DATE,
            "",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|{_WON}|{_CONTRACT}|无法|结果|信息|终止|意向|候选人|验收|废标|流标|网上|正式)*"
                rf"(?:公告|公示|公布|发布|刊登|发稿|挂网|公开|发出)(?:发布|开始|起始|刊登|发出|公布)*{_DAY}"
            ),
            Meaning.PUBLICATION_DATE,
            "公告日期",
        ),
        (
            (
                rf".{{0,12}}(?:投标|响应|报价|递交|提交|收件|竞价|申请文件|应答)(?:文件)?(?:的)?(?:递交|提交|"
                rf"送达)?的?截止{_DAY}(?:[及和与、]?.{{2,6}})?|"
                rf"截(?:标|止收件|止投标|止报价)之?{_DAY}?"
            ),
            Meaning.DEADLINE,
            "投标截止时间",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|{_PROCEDURE}|投标文件|响应文件|文件)*(?:开标|评审|评标|磋商|谈判|开启|唱标|询价|论证|"
                rf"比选|评选|开选|竞价)(?:会议?)?{_DAY}"
            ),
            Meaning.OPENING_DATE,
            "开标时间",
        ),
        (
            rf"(?:{_NEUTRAL}|补充|变更|采购|政府采购|框架|服务|施工)*(?:{_CONTRACT}|订单)(?:备案)?(?:编号|号码?|案号)",
            Meaning.CONTRACT_NUMBER,
            "合同编号",
        ),
        (
            (
                rf"(?:{_NEUTRAL}|{_PROCEDURE})*(?:{_PROCEDURE}|案)(?:登记|备案)?(?:编号|代码|编码|单号|号码?|文号)|"
                rf"案号|"
                rf"档号|档案号"
            ),
            Meaning.PROJECT_NUMBER,
            "项目编号",
        ),
        (
            rf"(?:{_NEUTRAL}|{_PROCEDURE})*(?:项目|标案|采购案|工程|案件|案)(?:名称|全称|名)|案名",
            Meaning.TITLE,
            "项目名称",
        ),
        (
            (
                rf"{_THINGS}*(?:标的物?|货物|产品|设备|商品|物资|服务|材料|软件|硬件|物品|配件|器材|仪器|装备|模块|"
                rf"分项|"
                rf"部件|品项)(?:名称|品名)"
            ),
            Meaning.ITEM_NAME,
            "货物名称",
        ),
        (
            (
                rf"{_THINGS}*(?:标的物?(?:情况|内容)?|(?:标的物?|货物|产品)?的?名称、(?:(?:品牌|规格|型号|规格型号|"
                rf"数量|"
                rf"单价|服务要求|技术参数|单位)(?:、|及|和)?)+)"
            ),
            Meaning.ITEM_NAME,
            "主要标的",
        ),
        (
            rf"{_THINGS}*(?:品牌|厂牌|商标|牌号)(?:[及和与/、或]?(?:规格|型号|参数))+",
            Meaning.ITEM_MODEL,
            "品牌型号",
        ),
        (rf"(?:{_THINGS}|底盘|整车|车辆|主机|整机)*(?:品牌|厂牌|商标|牌号)(?:名称)?", Meaning.ITEM_BRAND, "品牌"),
        (rf"{_THINGS}*(?:规格|型号)(?:[及和与/、或]?(?:规格|型号|参数|配置))*", Meaning.ITEM_MODEL, "规格型号"),
        (rf"{_THINGS}*(?:总|购置|需求|计划|配置|预计)*数量(?:合计)?", Meaning.ITEM_QUANTITY, "数量"),
        (rf"{_THINGS}*(?:综合|含税|不含税)*单价(?:金额|报价|含税)?", Meaning.UNIT_PRICE, "单价"),
        (
            (
                r"(?!联合体).{0,8}(?:记录人|监标人|唱标人|经办人|主验人员?|会验人员?|监验人员?|验收人员?|承办人|联络人|"
                r"见证人|发言人|送货联系人|"
                r"经理|组长|监理工程师|建造师|(?:小组|委员会|专家组)(?:成员|专家)|评审专家|论证人员|论证专家|"
                r"授权代表)(?:名单|姓名)?"
            ),
            Meaning.PERSON,
            "联系人",
        ),
    )
)
_ANY_FAMILY = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _, _ in _FAMILIES))
_OPEN = (Meaning.OTHER_AMOUNT, Meaning.OTHER_DATE, Meaning.DEADLINE, Meaning.PERSON)
"""Families told by their end alone: only where the label is printed in one, so that no other value stands before it."""
_HEADS = re.compile(
    r"[金额价款值格元数率例度点人者方商位司业构厂名称全息单况址体关体局实期间日号码准计为是的况围标交选书写币资经费限量牌型标志置料理师长员家对象本项织]$"
)


@lru_cache(maxsize=8192)
def told_by_family(plain: str, *, in_one: bool) -> tuple[str, Meaning] | None:
    """Return the label a composed one stands for, and what it means; None if one of its words is not of its family.

    Args:
        plain: Folded, without blanks, numbering, brackets and colon.
        in_one: It is printed without blanks: what stands before its end is no other value.
    """
    if not 2 <= len(plain) <= _LONGEST or not _HEADS.search(plain) or section_of(plain) is not None:
        return None
    if _ANY_FAMILY.fullmatch(plain) is None:
        return None
    for pattern, meaning, label in _FAMILIES:
        if (in_one or meaning not in _OPEN) and pattern.fullmatch(plain):
            total = "总" if meaning is Meaning.AWARD_AMOUNT and "总" in plain else ""
            return f"{total}{label}" if label else plain, meaning
    return None
