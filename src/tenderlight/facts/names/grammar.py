"""What the name of a party can be, in Chinese and in languages written with spaces: the last word before one is given.

A name is a noun with a legal form or a word for an office. It has no verb, no demonstrative and no word for a lot;
it is no sum in words, no signature and no thing. What leads to a name in its sentence (由, 报价最低的) is set aside; a
rest that is no name is dropped.
"""

from __future__ import annotations

import re

from tenderlight.facts.names.western import has_company

_LOT = r"(?:[a-z]|\d{1,3}|[一二三四五六七八九十]{1,3})"
FIRM_ENDS_HAN = (
    r"公司|集团|事务所|研究院|研究所|设计院|鉴定所|中心|大学|学院|协会|合作社|联合社|[经服营销安维广配][营务销装修告送]部|门市部|"
    r"工作室|商行|工程行|企业社|车行|电池行|商店|超市|酒店|书店|药店|[建施工车][筑工程]?队|服务站|株式会社|厂|社"
)
"""How names of those who sell end in Chinese: companies, shops, workshops and co-operatives."""
_ROLE_HAN = (
    r"(?:甲方|乙方|丙方|采购人|采购方|采购单位|招标人|招标单位|业主单位|建设单位|委托方|委托单位|买方|卖方|需方|供方|发包人|发包方|承包人|"
    r"承包方|中标人|中标单位|成交供应商|代表厂商|得标厂商|用户单位)"
)
"""Words for a party right before its name."""
_LED_BY_HAN = re.compile(
    rf"签发(?=[^,。;:人日]{{5}})|(?:请|摘自|【)?{_ROLE_HAN}(?:】|仍?[为是]|:)?(?=[^,。;:的、以在将应须可与和]{{5}})|"
    r"(?:现|拟|已|均|仍|经)?(?:确定|确认|选定|评定|推荐|认定|选择|授予|通知|交由|判给|改由)(?:由|了|为|给)?|(?:最终|最后|统一|均|现|改|系|并)?由|"
    r"(?:最终|最后|最後|結果|结果|遂|其后|随后)(?=.{4})|(?:取消|撤销|终止|公布|核准)(?=.{5})|"
    r"拟?(?:采用|以|通过)?(?:单一来源|公开招标|竞争性(?:谈判|磋商)|询价)(?:采购)?(?:方式)?(?:采购|购买)(?=.{5})|"
    r"向?(?:原|现)(?:承建|供应|建设|服务|施工|维保)(?:单位|商|方)(?=.{5})|"
    r"(?:记者从|记者)?(?:据|从)(?!化|江)|现将|关于|经(?!济|开|贸|纬|典|略|世|营|十|一|二|三|七)|"
    rf"(?:(?:经评审的?|有效)?最低(?:投标|评标|有效)?(?:报价|价)(?:者|人|单位)?(?:为|是)?)(?=.{{4}})|"
    rf"(?:第[一二三四五](?:名|顺位)?)?(?:的?(?:中标|成交|中选)?候选(?:人|供应商|单位))|"
    rf"(?:第{_LOT}(?:标段|标包|分包|采购包|标项|品项|包)|(?:标段|标包|分包|采购包|标项|品目|包)号?{_LOT}(?![{{a-z\d])|"
    rf"{_LOT}(?:标段|标包|标项|分包|包)(?!头|装|括|含))[\s:]*"
)
"""Words that lead to a name in a sentence."""
_ATTRIBUTE = re.compile(r"[^,。;()的]{2,24}(?<![美目宝迪泰格])的(?![士卢哥])(?=.{4})")
"""What is said of a name before it: 报价最低的…, 排名第一的…."""
_SAYS_HAN = re.compile(
    r"(?:被?(?:投诉|质疑|异议|举报|申诉|申请|上诉)(?:供应商|单位|公司|人)|确定|选定|认定|推荐|组成|签订|签署|同意|决定|承诺|保证|要求|按照|根据|进行|完成|提交|通过|负责|参加|参与|获得|"
    r"属于|包括|以及|或者|^因|^由于|^对于|所有|上述|下列|前述|任何|每家|每个|因此|其他|其中|分别|共同|均为|不得|不予|报价最|拟定|"
    r"予以|收悉|上午|下午|\d月\d|\d{4}年\d|评审并|并报|成功中标|成功签约|喜获|评标委员会|评审委员会|磋商小组|谈判小组|询价小组|领导小组(?!办)|"
    r"贵方|我方|双方|甲乙|各方|联系人|电话|合计|总价|单价|金额|小写|大写)"
)
"""Words of sentences and of labels: no name has them."""
_OWN_HAN = re.compile(
    r"(?:(?<![日资成基版样标])本|[贵我该你您此各某]|上述|(?<![草高平中太五三开固])原)(?:公司|集团|单位|局|院|所|厂|中心|校|部|处|办|会|店|行|社)$"
)
_ANY_HAN = re.compile(r"[各该每此你您]|我(?!国)")
_KIND_HAN = re.compile(
    r"(?:平台|项目|施工|供货|中标|成交|监理|建设|投资|运营|母|子|分|总|控股|合资|国有|保险|担保|物业|软件|通信|电信|物流|科技|招标|代理|"
    r"咨询|第[一二三](?:中标)?(?:名|候选)?|承建|供应|投标|参投|三家|两家|多家|剩余|其余|另一|另外|最后|前述|同一|所有|全部|候选|推荐|入围|第[一二三]|几家|一家|有关|相关|本地|外地|"
    r"专业)?(?:有限)?(?:公司|企业|单位|机构|部门|集团)|"
    r"(?:招标|采购|招采|采招|招标采购|政府采购|评标|评审|招投标)(?:管理)?(?:中心|部|处|办|办公室|科|委员会|小组)"
)
"""Words for kinds of organisations."""
_THING_HAN = re.compile(
    r"(?:平台|(?:数据|视图|资源|知识|信息|试题|图|特征|底|人脸|号码|词|代码|案例|模型|样本|标签)库|"
    r"(?:控制|操作|云|手持|车载|手|车|中|后|前|工作|转|机|坐席|指挥)台|(?:图形|采集|计算机|便携|移动|数据|无盘|监控)工作站|"
    r"基站|网站|子站|主站|充电站|[\d一二两三四五六七八九十百千]\s*[处所台部场会站]|现场|场所|布局|格局|机会|社会|会议|"
    r"(?:评审|说明|开标|听证|发布|协调|推介|交流|党组|办公|常务|座谈|谈判|党委|专题|评标|磋商)会|"
    r"执行|进行|运行|并行|实行|发行|试行|可行|通行|自行|先行|另行|飞行|出行|举办|主办|承办|协办|经办|代办|签署|部署|"
    r"全部|内部|外部|局部|底部|头部|面部|之处|用处|该处|此处|到处|各处|原厂|评委)$"
)
"""Things and acts whose last sign is also that of an office."""
_OPENS = re.compile(
    r"\d{1,2}\.\d{1,2}\.?\s|in terms of\b|"
    r"(?:official name|nom officiel|nombre oficial|name and address(?:es)?|nom et adresses?)\b|"
    r"(?:aos?|a los|on|em|el|le|am|il|dia|día)\s(?:\d|(?:january|february|march|april|may|june|july|august|"
    r"september|october|"
    r"november|december|monday|tuesday|wednesday|thursday|friday)\b)|[_.]{4}|"
    r"(?:see|refer to|vide|various|several|multiple|pending|same as|as (?:above|below|per|stated|listed)|after|"
    r"before|having|during|yesterday|"
    r"today|because|since|ver|véase|varios|vários|voir|divers|después|tras|après|depois|смотри|см\.|после|"
    r"lu et|bon pour|read and|leído y|lido e|this|these|that|those|it|its|they|their|we|our|you|your|he|she|his|"
    r"her|any|each|every|such|no|not|none|"
    r"both|all "
    r"(?:the|other)|the (?:said|same|above|following|undersigned)|following|signed|sealed|by|for|per|if|when|"
    r"where|upon|under|in "
    r"(?:the|accordance|respect)|to be|as per|attn|attention|contact|tel|e-?mail|"
    r"este|esta|estos|estas|dicho|dicha|el presente|la presente|los siguientes|firmado|que|cuando|según|conforme|"
    r"o presente|a presente|esse|essa|assinado|ce|cette|ces|cet|le présent|la présente|signé|lorsque|selon|"
    r"этот|эта|это|данный|настоящ\w+|подписано|указанн\w+|если|цей|ця|підписано|"
    r"dieser|diese|dieses|unterzeichnet|questo|questa|firmato|niniejsz\w+)\b[\s:,]",
    re.IGNORECASE,
)
"""Words that no name begins with."""
_POINTS = re.compile(
    r"\b(?:this|these|those|our|your|their|its|which|whom|whose|este|esta|estos|estas|dicho|dicha|nuestr[oa]|"
    r"nosso|nossa|esse|essa|"
    r"cette|notre|votre|leur|данн\w+|наш\w*|настоящ\w+|цей|ця|наш\w*|dieser?|unser\w*)\b"
)
"""Words that point at something: a name has none."""
_GENERIC_WORDS = """
    a accounting acheteur adjudicaciones adjudicación adjudicatario adjudicatário agency alcalde alcaldesa an and as
    attributaire auftraggeber auftragnehmer authority avaliação bid bidder bids bieter board body buyer chair
    chairman chief city client comision comisión comissão comité commission commissioner committee company comprador
    compras contracting contractor contrataciones contratación contratada contratante contratista council county
    customer da das de del department der des die directeur director directora diretor do dos du e el employer
    empresa entity entreprise et evaluación evaluador evaluadora evaluated evaluating evaluation executive firm
    firma for fornecedor ganador gemeinde general geral gobernador governador governor général générale junta jurado
    jury júri kommission la las le les licitaciones licitação los lowest maire manager mayor mesa minister ministre
    ministro ministry municipal municipality o of office officer os owner panel parties party prefeita prefeito
    president presidente procurement procuring proveedor président purchaser purchasing responsive secretario
    secretary secretária secretário selected seller sociedad société stadt state successful supplier technical
    tender tenderer tenders the titulaire tribunal técnica técnico um uma un una und vencedor vendor winner winning
    y администрация аукционная единая заказчик закупочная замовник комиссия комісія комітет конкурсная переможець
    победитель поставщик постачальник тендерная тендерний
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words for parties, bodies and offices of no name: a value of nothing else names nobody."""
_CLOSES = re.compile(
    r"\s(?:not|of|the|and|or|to|for|in|on|at|by|with|from|that|which|who|as|than|no|was|is|are|de|del|la|el|los|"
    r"las|y|e|o|u|que|no|"
    r"por|para|con|en|a|do|da|dos|das|com|em|não|du|des|le|les|et|ou|à|au|aux|pour|par|avec|ne|pas|и|в|на|с|по|не|"
    r"для|от|та|з|"
    r"und|von|der|die|das|nicht|für|mit|di|il|con|non)$"
)
_KINDS = re.compile(
    r"(?:(?:all|other|evaluated|qualified|rejected|successful|unsuccessful|invited|interested|prospective|"
    r"eligible|selected|"
    r"winning|responsive|los|las|les|os|as|die)\s)*"
    r"(?:bidders?|tenderers?|suppliers?|vendors?|contractors?|applicants?|respondents?|candidates?|companies|"
    r"firms?|parties|"
    r"offerors?|consultants?|oferentes?|proponentes?|licitantes?|proveedores?|fornecedores?|concorrentes?|"
    r"interessados?|"
    r"interesados?|soumissionnaires?|candidats?|titulaires?|участник\w*|поставщик\w*|победител\w*|учасник\w*|"
    r"переможец\w*|bieter|"
    r"bewerber|offerenti|wykonawcy)(?:\s(?:not|who|that|que|qui|no|non)\b.*)?"
)
"""Words for those who bid: several, and nobody by name."""
_UNITS = (
    r"(?:(?:zentral)?einkauf|(?:zentrale )?beschaffung|servizio acquisti|ufficio (?:acquisti|gare)|dział zamówień|"
    r"service (?:des )?(?:achats|marchés)(?: publics)?|direction des achats|servicio de (?:compras|contratación)|"
    r"procurement|purchasing|purchase|contracts?|contracting|finance|logistics|supply chain(?: management)?|"
    r"tenders?|materials|stores|"
    r"bids and awards|commercial|adquisiciones|compras|contrataciones|licitaciones|achats|закупок|"
    r"(?:zentrale )?vergabestelle)"
    r"(?:\s(?:and|&)\s(?:procurement|contracts?|supply|logistics|stores|disposal))?\s*"
    r"(?:cell|unit|section|wing|branch|hub|team|department|dept\.?|office|division|directorate|services?|"
    r"committee|group|"
    r"management|desk)?"
)
_UNIT_ALONE = re.compile(
    r"(?:(?:the|regional|central|head|municipal|permanent|permanente|departamento|depto\.?|setor|sector|seção|sección|"
    r"comissão|comisión|comité|divisão|división|gerência|gerencia|diretoria|dirección|direction|service|unidade?|"
    r"oficina|área|department|office|board|відділ|отдел|сектор|управління)\s(?:de\s|of\s|do\s|da\s|des\s|du\s)?){0,3}"
    rf"(?:{_UNITS}|licitaç(?:ão|ões)(?:\se\scontratos)?|contratos|selección|suministros|закупівель|постачання|снабжения)"
)
_UNIT_BEFORE = re.compile(rf"\s*(?i:the\s)?(?i:{_UNITS})\s*(?:,|\s[-–—])\s*(?=[^\W\d_a-zà-ÿа-яёіїєґ])")
_UNIT_BEHIND = re.compile(rf",\s{{1,3}}(?i:{_UNITS})\s{{0,3}}$")
_OFFICE_WORD = (
    r"(?:munic[ií]pi|municipalidad|ayuntamiento|prefeitura|estado|instituto|servi[cç]|secretar[ií]a|ministér|"
    r"minister|polic|"
    r"commune|ville|département|région|communauté|syndicat|agence|centre|établissement|hôpital|office|conseil|"
    r"métropole|"
    r"министерств|департамент|управлени|администраци|комитет|міністерств|управлінн|instituto|universi|hospital|"
    r"fundaç|fundaci|"
    r"empresa|compa[nñ]|gobern|gobiern|alcald|comuna|autorid|universi|câmara|agenc|direcci|direção|corporaci|"
    r"concello|cabildo|junta|diputaci|comune|provincia di|regione|unione|azienda|asl|ministero|istituto|ospedale)"
)
_BEARER = re.compile(
    r"\s*(?i:(?:the |el |la |le |la |o |a |il |mme |m\.\s)?(?:proprietor|managing director|"
    r"chief executive(?: officer)?|general manager|ceo|"
    r"manager|owner|director|chairman|president|partner|directora?(?:\s(?:general|ejecutiv[oa]|executiv[oa]))?|"
    r"diretora?(?:[\s-]geral)?|directeur(?: général)?|"
    r"directrice(?: générale)?|alcalde(?:sa)?|alcaldía-presidencia|"
    r"intendente|prefeit[oa](?: municipal)?|maire|préfet|présidente?|pregoeir[oa](?: oficial)?|sindaco|"
    r"(?:dirigente|responsabile)(?: (?:unico )?(?:del|dell['’]) ?(?:servizio|settore|area|procedimento|ufficio))?|"
    r"segretario(?: generale| comunale)?|direttore(?: generale)?|"
    r"presidente?|secret[aá]rio(?!\sde\sestado)|secretario(?!\sde\sestado)|subsecretario|subdirectora?(?:\sgeneral)?|"
    r"gobernadora?|governadora?|rector|reitora?|ministr[oae]|gerente(?: general)?|jefe|chefe|comandante|"
    r"chief \w+ officer|"
    r"начальник|директор|руководитель|глава|голова|керівник)"
    r"(?:\s(?:de|of)\s[^\s,;.()]{3,24}(?:\s(?:y|e|et)\s[^\s,;.()]{3,24})?){0,2}"
    rf"(?:\s(?:de la|del|della|dell['’]|de los|de las|de l['’]|du|des|de|da|do|dos|das)\s?(?={_OFFICE_WORD})|"
    rf"\s(?=(?:{_OFFICE_WORD})[а-яіїє])))|"
    r"\s*(?i:(?:the |el |la |a |o )?(?:comissão|comité|comisión|commission)(?:\s[^\s,;.()]{1,24}){0,5}?"
    rf"\s(?:de la|del|da|do|du|de l['’])\s?(?=(?:{_OFFICE_WORD}|companhia|autorid|autoridad|empresa)))|"
    r"\s*(?i:(?:закупочной|конкурсной|аукционной|единой|тендерной) комиссии )(?=[А-ЯЁ«])|"
    r"\s*(?i:(?:the )?(?:accounting|chief procurement|authori[sz]ed) officer (?:of|for)(?: the)?)\s+(?=[^\W\d_a-zà-ÿ])|"
    r"\s*(?i:(?:the )?(?:commissioner|superintending engineer|municipal engineer|town clerk|county clerk|city manager|"
    r"county manager)),\s+(?=[^\W\d_a-zà-ÿ])|"
    r"\s*(?i:proprietor|managing director|chief executive(?: officer)?|general manager|ceo|owner|"
    r"chairman),\s+(?=[^\W\d_a-zà-ÿ])"
)
"""Who stands for an organisation: the name behind is that of the organisation."""
_BODY = re.compile(
    r"(?:\d{1,3}\.\s)?(?:[Öö]ffentliche\s|[Aa]ußerordentliche\s)?(?:Sitzung\s(?:des|"
    r"der)\s)?(?:[A-ZÄÖÜ][\wäöüß]*-?\s(?:und\s)?){0,3}"
    r"[A-ZÄÖÜ][\wäöüß-]*(?:rat(?:e?s)?|ausschuss(?:es)?|vorstand(?:e?s)?|versammlung|senat(?:e?s)?|"
    r"gremium)\s(?:der|des)\s(?=[A-ZÄÖÜ])"
)
"""The German body that decides for an office or company: the name behind is that of whom it decides for."""
_BOARD = re.compile(
    r"(?:[Tt]he\s)?(?:Board|BOARD) (?:of|OF) (?:(?:County|City) )?(?:Commissioners|Directors|Trustees|"
    r"Supervisors|Governors|Regents)\s?"
    r"(?:,\s|of\s(?:the\s)?)(?=[A-Z])"
)
"""The board that decides for an office: the name behind is that of the office."""
_LOT_WESTERN = re.compile(
    r"(?:call-?off\s+)?(?:lot|lots|lote|lotes|lotto|los|partida|línea|line|item|ítem|renglón|лот|часть|część|"
    r"zadanie|phase|fase|"
    r"section|package|tranche)\s*(?:n[°ºo]\.?|no\.?|№|#)?\s*[\divx]{1,6}[a-z]?\b[\s:.–—-]*",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\b(?:is|was|were|are|has|have|had|been|will|shall|must|should|would|does|did|do not|cannot|may be|can be|"
    r"es|fue|fueron|será|serán|está|han sido|ha sido|debe|deberá|foi|foram|serão|deve|(?<!['’])est|sont|sera|"
    r"seront|doit|"
    r"было|была|были|является|должен|ist|sind|wurde|wird|werden|è stat[oa]|został[ao]?)\b"
)
_SUM = re.compile(
    r"\b(?:hundred|thousand|million|lakh|crore|billion|mil|cien|ciento|millones|milhões|mille|cents?|millions?|"
    r"тысяч\w*|"
    r"миллион\w*|мільйон\w*|тисяч\w*|tausend|milioni|tysi[ąę]c\w*)\b"
)
_CURRENCY = re.compile(
    r"\b(?:pesos|dollars?|euros?|pounds|sterling|rupees|rub(?:les?)?|roubles|naira|reais|shillings?|dirhams?|rand|"
    r"kwacha|cedis?|"
    r"dólares|soles|francs?|рубл\w+|гривен\w*|гривн\w+|тенге|złot\w+)\b"
)
_CLAUSE_BEFORE = re.compile(
    r"\s*(?i:in (?:terms of|accordance with|compliance with|line with)|pursuant to|en (?:virtud|cumplimiento) de|"
    r"conformément à|en application de|nos termos d[aoe]s?|de conformidad con)\s[^\n]{3,90}(?:\s|,\s)"
    r"(?:the|la|el|le|o|a)\s(?=[^\W\d_a-zà-ÿ])"
)
"""The clause of a law before the subject of a sentence: "In terms of the Act the Municipality of X"."""
_SIGNATURE = re.compile(
    r"(?:[^\W\d_a-zà-ÿа-яёіїєґ]\.\s?){1,2}[^\W\d_][\w'’-]+|[^\W\d_][\w'’-]{2,}\s(?:[^\W\d_a-zà-ÿа-яёіїєґ]\.\s?){1,2}"
)
"""A person by initials: Г. Довгаль, Снегов П. П."""


def western_lead(text: str) -> int:
    """Return how many characters at the head of a value name who stands for an organisation, or its unit that buys.

    "Proprietor, X CENTER", "O Prefeito do Município de …", "Procurement Cell, Metropolitan Police" hold the name of an
    organisation behind them.
    """
    clause = _CLAUSE_BEFORE.match(text)
    if clause is not None:
        return clause.end()
    unit = _UNIT_BEFORE.match(text)
    if unit is not None:
        return unit.end()
    bearer = _BEARER.match(text) or _BODY.match(text) or _BOARD.match(text)
    return bearer.end() if bearer is not None else 0


def without_unit(text: str) -> int:
    """Return where a name ends before the unit behind it that buys: "Borderlands Office, Procurement Branch"."""
    unit = _UNIT_BEHIND.search(text)
    return unit.start() if unit is not None else len(text)


def led_to(flat: str) -> int:
    """Return how many characters at the head of a Chinese value lead to the name in it and are no part of it."""
    length = 0
    while (lead := _LED_BY_HAN.match(flat, length)) or (lead := _ATTRIBUTE.match(flat, length)):
        length = lead.end()
    return length


def can_be_chinese(name: str) -> bool:
    """Say whether a flat text may be a name in Chinese as far as grammar goes."""
    return not (
        _KIND_HAN.fullmatch(name)
        or _ANY_HAN.match(name)
        or _OWN_HAN.search(name)
        or _THING_HAN.search(name)
        or _SAYS_HAN.search(name)
    )


def can_be_western(name: str) -> bool:
    """Say whether a text as written may be a name in a language written with spaces."""
    flat = name.casefold().strip()
    if (
        _OPENS.match(f"{flat} ")
        or _KINDS.fullmatch(flat)
        or _UNIT_ALONE.fullmatch(flat.partition(",")[0].strip())
        or all(word.strip(".,") in _GENERIC for word in flat.split())
        or _LOT_WESTERN.fullmatch(flat)
        or (_SIGNATURE.fullmatch(name.strip()) and not has_company(name))
    ):
        return False
    if has_company(name):
        return True
    if name.islower():
        return False
    return not (
        _CLOSES.search(flat)
        or _POINTS.search(flat)
        or _VERBS.search(flat)
        or (_SUM.search(flat) and _CURRENCY.search(flat))
    )
