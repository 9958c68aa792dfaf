"""Patterns of headings and sentences that tell the stage of a document, where no single word does."""

from __future__ import annotations

import re

from tenderlight.model.statement import Stage

_PARTLY_AWARDED = re.compile(
    r"(?:中标|成交|中选)(?:结果)?(?:[及与和暨、]|以及)\w{0,8}?(?:废标|流标|终止)(?:结果)?(?:的?公[告示])?$"
)
"""A heading that tells of lots that were awarded and of others that were not."""
_AWARD_UNDONE = re.compile(
    r"(?:取消|撤销|撤回|废除|作废)[^,。;\s]{0,40}(?:中标|成交|中选)[^,。;\s]{0,6}(?:资格|结果|决定|公告|公示|"
    r"的公[告示]|通知)"
)
"""A heading that undoes an award."""
_PAPER = r"(?:的)?(?:公告|公示|通知|通告|函|说明|启事|声明)(?:书)?$"
_PUT_RIGHT = re.compile(
    rf"^关于.{{0,60}}?(?:延长|推迟|延期|顺延|变更|调整|修改|更正|澄清|修正|补充|更改|勘误).{{0,40}}?{_PAPER}"
)
"""A heading in the form of a sentence: 关于延长…截止时间的通知."""
_GIVEN_UP = re.compile(rf"^关于.{{0,60}}?(?:终止|取消|暂停|中止|废标|流标|撤销|停止|失败).{{0,40}}?{_PAPER}")
_RIGHTED = re.compile(
    r"^[^,。;:]{0,50}?(?:更正|勘误|补正)(?:后的?)?(?:招标|采购|中标|成交|中选|决标|结果|合同|中标结果|成交结果|无法决标)*公[告示]$"
)
"""A heading of what is put right, whatever kind of notice it was: 更正決標公告."""
_PUT_RIGHT_LAST = re.compile(
    r"(?:公告|公示|结果|通知书|合同|协议)的?(?:更正|勘误|补正|订正)$|"
    r"^关于[^,。;:]{4,80}的?(?:澄清|答疑|补遗|更正|勘误|补充说明|澄清说明)$"
)
"""A heading that ends with what is done to the paper: 合同公告更正, 关于某采购的澄清."""
_WINNER_CHANGED = re.compile(
    rf"^关于(?:变更|更正|更换|调整|重新确定|递补|修改)[^,。;:]{{0,60}}(?:中标|成交|中选)[^,。;:]{{0,8}}{_PAPER}|"
    r"(?:中标|成交|中选)(?:人|单位|供应商|结果)?(?:变更|更换|递补|顺延)(?:的)?(?:公告|公示|通知)$"
)
"""A heading that puts another winner in the place of the first: 关于变更某项目中标供应商的公告."""
_TAKEN_OVER = re.compile(
    r"(?:通过|完成|组织)?(?:竣工|履约|初步|最终|项目|工程)?验收(?:合格)?的(?:批复|通知|函|公告|公示|报告|意见|说明|请示|复函)$"
)
"""A heading that tells of an acceptance, whatever paper it is: 关于某项目通过验收的批复."""
RIGHTED_IN_BRACKETS = re.compile(
    r"(?:公[告示]|结果|通[知告]书?|合同)[(\[【〔](?:第?[一二三四五\d]{1,2}次?)?(?:更正|修[订正改]|变更|勘误|澄清|补正)(?:公[告示]|版)?[)\]】〕]"
    r"(?:[(\[【〔][^()\[\]【】〔〕]{0,20}[)\]】〕])?$"
)
"""A heading with what is done to the paper in brackets behind its kind: 招標公告（修訂）."""
_PUT_OFF = re.compile(
    r"^(?:更改|更正|押后|延长|延迟|修订|改动)(?:了|招标|承投)?截(?:标|止)[^,。:]{0,12}(?:公[告示]|通[告知]|启事|告示)$|^更正$"
)
"""A heading that moves the last day for bids: 更改截標日期通告; or says nothing but that something is put right."""
_CALLED_OFF = re.compile(
    r"^[^,。;:]{0,40}?(?:取消|撤回|撤销|终止|中止)(?:本次|上述|该)?(?:公开|竞争性)?(?:招标|采购|投标|竞投|询价|磋商|谈判|报价|比选)"
    r"(?:程序|活动|项目)?的?(?:公告|公示|通告|通知|启事|声明|告示)$"
)
"""A heading that calls a procedure off: 取消招標通告."""
_OF_CONTRACT = re.compile(
    r"(?:合同|协议|合约|契约)(?:书)?(?:的)?(?:主要|基本|简要)?(?:内容|摘要|概要|概况|要点|简介|信息|情况|一览表)$"
)
"""A heading of what a contract says in short."""
_BIDDEN_OUT = re.compile(
    r"(?:批出|批予|判[予给授]|授予)[^,。;:]{0,30}(?:合同|合约|契约)(?:的?(?:摘要|资料|详情|一览表?|公告|通告|通知|公布|名单))?$|"
    r"(?:合同|合约|契约)(?:已)?(?:批出|批予|判[予给授]|授予)"
)
"""A heading of news that a contract was given to somebody."""
_HOW_IT_WAS_WON = re.compile(
    r"(?:中标|成交|中选)(?:供应商|人|单位|情况|信息|事宜)的?公[示告]$|(?:中标|成交|中选)结果(?:告知|确认|通知|通报|报告)[书函单]?$"
)
_TO_BE_SIGNED = re.compile(r"[拟将](?:签订|签署|订立)[^,。;:]{0,16}(?:合同|协议)[^,。;:]{0,4}公[示告]$")
"""A heading over a contract that is meant to be signed with somebody."""
_GIVEN_IN_HONG_KONG = re.compile(r"(?:已|获)(?:批出|批予|批|接纳)的?(?:标书|投标书?|合约|合同|招标|工程)(?!批)")
"""Lists of what was awarded: 已批出的标书, 获接纳投标书一览."""
_INVITED_IN_MACAO = re.compile(r"^第[\w/-]{3,24}号(?:公开|限制|有限|局限)?(?:招标|竞投)$")
"""The number of a call for tenders as its heading: 第014/DCS/2023號公開招標."""
IBERIAN_PROCEDURES = (
    r"proceso|procedimiento|llamado|licitaci[oó]n|concurso|convocatoria|negociaci[oó]n|evento|contrataci[oó]n|subasta|"
    r"expediente|invitaci[oó]n|selecci[oó]n|processo|procedimento|licitaç[aã]o|certame|preg[aã]o|concorrência|"
    r"contrataç[aã]o"
)
"""What Spanish and Portuguese papers call a procedure."""
BY_WORDS = (
    (Stage.TENDER, _INVITED_IN_MACAO),
    (Stage.AWARD, _BIDDEN_OUT),
    (Stage.AWARD, _GIVEN_IN_HONG_KONG),
    (Stage.SINGLE_SOURCE, _TO_BE_SIGNED),
    (Stage.CORRECTION, _WINNER_CHANGED),
    (Stage.ACCEPTANCE, _TAKEN_OVER),
    (Stage.AWARD, _HOW_IT_WAS_WON),
    (Stage.CANCELLATION, _AWARD_UNDONE),
    (Stage.AWARD, _PARTLY_AWARDED),
    (Stage.CORRECTION, _RIGHTED),
    (Stage.CORRECTION, _PUT_RIGHT_LAST),
    (Stage.CORRECTION, _PUT_OFF),
    (Stage.CANCELLATION, _CALLED_OFF),
    (Stage.CONTRACT, _OF_CONTRACT),
)
BY_SENTENCE = ((Stage.CANCELLATION, _GIVEN_UP), (Stage.CORRECTION, _PUT_RIGHT))
SETTLED = re.compile(
    r"由[^。,;\n]{4,40}(?:公司|集团|厂|院|中心)(?:中标|成交)(?=[(,。;])|"
    r"(?:—|-|,|，)确定为(?:本(?:项目|标段|包|次)的?)?(?:中标|成交|中选)(?:人|供应商|单位|方)|"
    r"(?:经[^,。;\n]{2,16}(?:确认|确定|同意|批准)|(?:采购人|招标人)[^,。;\n]{0,8}(?:确认|确定)),?\s?"
    r"(?:排名?)?第一(?:名|中标候选人|候选人|成交候选人)?(?:的(?:供应商|投标人))?(?:被确定)?为(?:本(?:项目|次)的?)?(?:中标|成交|中选)(?:人|供应商|单位|方)|"
    r"(?<!即)(?:确定|选定)(?![^。,;\n]{0,30}候选)[^。,;\n]{4,40}为(?:本(?:项目|标段|包|次)的?)?(?:中标|成交|中选)(?:人|供应商|单位|方)"
)
"""A sentence that says who of the candidates was taken."""
TAKEN = re.compile(r"(?:同意|予以|通过|准予)(?:了)?验收|验收(?:结论)?[为是:]?(?:合格|通过)|经验收")
"""Words of a sentence that what was delivered has been accepted."""
UNDECIDED = re.compile(
    r"不作为最终(?:结果|中标)|"
    r"推荐[^。,;\n]{4,40}为(?:本(?:项目|次)的?)?(?:第一名?)?(?:中标|成交|中选|入围)?候选(?:人|供应商|单位|者)"
    r"(?![^\n]{0,80}(?:确认|确定|选定|同意|批准)[^。;\n]{0,40}(?:中标|成交|中选))|"
    r"请采购人[^。\n]{0,60}确定(?:成交|中标)|"
    r"尚未(?:决标|定标|确定中标|正式中标)|(?:依序|优先)议价|待(?:决标|定标|议价后)|依序位?[^,。;\n]{0,8}议价|"
    r"取得(?:优先)?议价权|不(?:视为|代表)决标"
)
"""Words under the heading of a result that say that nobody has won yet."""
_AWARD_LAST = re.compile(
    r".{5,90}\s[-–—:]\s(?:notice of )?(?:contract )?award(?: notice| of (?:contracts?|places|lots))?$"
)
"""A heading whose last words say that it was awarded, whatever was."""
_AWARD_LAST_CONTINENTAL = re.compile(
    r".{5,90}\s[-–—:|]\s(?:avis d['’]attribution|résultats? d['’](?:attribution|appel d['’]offres)|"
    r"avis de résultats? de marché|anuncio de adjudicación|aviso de adjudicação|avviso di aggiudicazione|"
    r"esito di gara|zuschlagsbekanntmachung|bekanntmachung vergebener aufträge|ogłoszenie o (?:wyniku|udzieleniu)"
    r"[^:]{0,40})$"
)
"""The same in other languages: "Marché public de fournitures – Belgique – Avis d'attribution"."""
_AWARD_BESIDE = re.compile(r".{5,60}\s/\s(?:publication|notice|notification) of (?:contract )?award\b(?!.*\bintent)")
"""One form for two papers that is used for the award: "Notification of intention / Publication of award"."""
BY_FIRST_WORDS = (
    (Stage.AWARD, _AWARD_LAST),
    (Stage.AWARD, _AWARD_LAST_CONTINENTAL),
    (Stage.AWARD, _AWARD_BESIDE),
    (
        Stage.CANCELLATION,
        re.compile(
            r"(?:notice|decision|letter|извещени\w+|уведомлени\w+|решени\w+|сообщени\w+|протокол|оголошення|"
            r"повідомлення|"
            r"рішення|aviso|anuncio|anúncio|resolución|decreto|despacho|avis|décision|bekanntmachung|avviso)\s"
            r"(?:of|on|об?|про|de(?: la)?|d['’]|du|über|di)\s?(?:the\s|proposed\s)?(?:cancel|annul|withdraw|terminat|"
            r"discontinu|отмен|аннулир|прекращ|відмін|скасув|desier|anula|revoga|revoca|cancela|déclaration sans "
            r"suite|aufheb)"
            r"|إعلان إلغاء|إلغاء|(?:آگهی |اطلاعیه )?لغو"
        ),
    ),
    (
        Stage.CORRECTION,
        re.compile(
            r"(?:corrigend|errat|rectif|retific|correc(?:tion|ción|ção|tif)|addend|adend|amend|modif|clarif|aclara|"
            r"исправлени|изменени|разъяснени|виправлен|зміни|berichtig|rettific|sprostowan|اصلاحیه|تصحیح|تصویب|"
            r"تعدیل)\w*\s"
            r"(?:(?:no\.?|n[°º]|№)\s?\d+\s)?(?:[-–—:]\s)?(?:to|of|de|del|do|da|à|au|aux|a|al|к|до|на|в|у|в\s|in|zu|di|"
            r"w)\s"
        ),
    ),
    (
        Stage.CORRECTION,
        re.compile(
            r"(?:[\w.]{2,20}\s){0,2}(?:amendment|corrigendum|addendum|erratum|correction|modification|avenant|rectificatif)"
            r"\s(?:(?:no|number|n°|nº)?\.?\s?#?\d{1,4}\s)?(?:to|à|au|de)\s(?:the\s|l['’]|la\s)?"
            r"(?:contract\s|tender\s|intent to\s)?(?:award|solicitation|bid|avis|adjudication|attribution)"
            r"(?:\s(?:notice|d['’]attribution|document))?"
            r"|[^\n(]{5,120}\((?:изменени[ея]|исправлени[ея]|зміни|corrigendum|amendment|amended|rettifica|rectificación|"
            r"rectificatif|retificação|berichtigung|sprostowanie|zmiana)\s?(?:(?:№|no\.?|n[°º.]|nr\.?)\s?)?\d{0,3}\)\s*$"
        ),
    ),
    (
        Stage.CONTRACT,
        re.compile(
            r"(?:notice|announcement|information|report|извещени\w+|сведения|информация|уведомлени\w+|сообщени\w+|"
            r"повідомлення|"
            r"оголошення|звіт|aviso|anuncio|anúncio|avis|comunicación|bekanntmachung|avviso|notification|notificación|"
            r"notificação)\s"
            r"(?:of|on|об?|про|de(?: la)?|d['’]|du|über|di|sobre|da|do|relatif à la|relative à la)\s?(?:the\s)?"
            r"(?:(?:contract|agreement)\s(?:signing|conclusion|signature|execution)|(?:conclu(?:sion|ded)|signing|"
            r"signature)\sof|"
            r"заключени[ие]|заключенн\w+|подписани[ие]|укладен\w+|підписанн\w+|formaliza|suscrip|celebra|firma\b|"
            r"signature|conclusion|"
            r"abgeschlossen|stipula)(?!.*(?:одного|единственн|одним|intent|direct))|"
            r"(?:resolución|orden|acuerdo|decreto|disposición)\s[^\n:]{0,90}?por (?:la|el) que se (?:publica|anuncia|"
            r"hace públic[ao]|da publicidad a|dispone la publicación de) (?:la )?formalizaci"
        ),
    ),
    (
        Stage.ACCEPTANCE,
        re.compile(
            r"акт\s(?:№\s?\S+\s)?(?:сдач|при[её]м|прийм|прийом|виконан|выполнен|наданих|оказан)|"
            r"procès[- ]verbal\sde\s(?:réception|livraison)|acta\sde\s(?:recepción|entrega|recibo|conformidad)|"
            r"termo\sde\s(?:recebimento|aceite)|(?:delivery|inspection|receipt)\sand\sacceptance|محضر\s(?:ال)?استلام|"
            r"صورتجلسه تحویل"
        ),
    ),
)
"""Headings that begin with what undoes, corrects or accepts something: what they end with is what it is done to.

Headings that name an award behind their subject stand first among them."""
MODEL = re.compile(
    r"\s*第\s*[一二三四五六七八九十\d]{1,3}\s*(?:章|部分|卷|册|篇|节)\s*[\s:、.]*[^\n]{0,20}?"
    r"(?:采购需求|项目需求|货物需求|服务需求|用户需求|技术(?:要求|规格|参数)|[投响供][标应][人商]?须知|投标邀请|"
    r"磋商邀请|谈判邀请|招标公告|评[标审分](?:办法|方法|标准)|合同(?:主要)?(?:条款|格式|范本|草案|文本|模板|样本)|"
    r"拟签订(?:的)?合同|投标文件(?:的)?格式|响应文件(?:的)?格式)"
)
"""Chapters of tender files: a document that begins with one is a part of such a file."""
OF_COMPLAINT = re.compile(
    r"(?:投诉|質疑|质疑|举报|舉報|异议|異議|行政处罚|监督检查|行政裁决)[^中成终废流]{0,14}(?:处理|處理|答复|答覆|决定|裁决|结果|處分|处罚)"
)
"""Papers of those who watch over a procedure: whoever is named in them, nothing is bought by them."""
OPEN_ENDED = re.compile(
    r"\s*(?:\((?!draft|model|template)|[\w/-]*\d|id\b|rep\b|no?\b|n[°ºr]|núm|№|number|رقم|شماره|عن|ب|فی\b|(?:ال[\u0620-\u06d3]+\s){1,3}رقم|#|/|\d|for\b|[-–—:]|на\b|в\b|до\b|у\b|про\b|щодо\b|по\b|за\b|от\b|від\b|из\b|із\b|с\b|з\b|"
    r"об?\b|vom\b|zwischen\b|between\b|entre\b|между\b|між\b|de\b|para\b|pour\b|relatif|portant|к\b)"
)
OF_PROCEDURE = re.compile(
    r"\s(?:[а-яіїєґ-]+(?:ого|ой|ої|их|ых|го)\s){0,3}(?:заседан|комисси|аукцион|конкурс|запрос|торг|закуп|тендер|аукціон|процедур|спрощен)"
    r"[а-яіїєґ]*(?!\w)"
)
"""The procedure of which a paper tells, behind its kind: "протокол подведения итогов электронного аукциона № …"."""
NUMBERED = re.compile(
    r"(?P<paper>(?:протокол|акт|решени[ея]|приказ|распоряжение|постановление|отчет|извещение|уведомление|изменени[ея]|"
    r"рішення|наказ|звіт|повідомлення|зміни|договор|договір|контракт|(?:дополнительное )?соглашение|"
    r"додаткова угода|спецификация|специфікація|план))"
    r"\s{1,2}№\s?\S{1,30}(?:\s(?:от|від)\s\S{1,12}(?:\s?г\.)?)?\s(?!от\s|від\s)(?=[а-яіїєґ])"
)
"""The name of a paper with its number before what it is about: "протокол № 219/1 рассмотрения заявок"."""
OF_LOSERS = re.compile(r"\bunsuccessful\s(?=(?:tenderer|bidder|supplier|candidate|offeror|applicant)s?\b).*")
"""A letter to somebody who lost tells of no procedure that failed."""
HOW_PASSED = re.compile(r"(?:passee?|conclue?|lancee?|faisant suite|suite|apres|selon|issue?|en application)\s")
"""How a contract was come to, below its heading: "passé par appel d'offres ouvert"."""
FOLLOWS = re.compile(
    r"(?<=[a-z]{4})\s(?:a la suite d|faisant suite|suite a|tras (?:la|el|un)|derivad[oa]s? d|resultante d|decorrente d|"
    r"following (?:a|an|the)|further to|pursuant to|arising (?:from|out of)|as a result of)\b"
    r"(?!.*(?:annul|cancel|infruct|sans suite|withdrawn|terminat|abandon|failed|desiert|fracas|anulad|revo[cg]ad)).*"
)
"""What a paper follows, behind the words for the paper: "avis de contrat conclu à la suite d'un appel d'offres"."""
AWARDS = re.compile(
    r"\b(?:awards|wins|lands|secures|adjudica|attribue|gana|ganha|remporte|attribution|adjudication|octroi|affidamento|"
    r"aggiudicazione|vergabe|udzieleni\w+)\s"
)
"""Verbs in a headline: "Council awards drone contract" tells of an award, whatever it ends with."""
FIGURE = re.compile(r"[\d〇○零一二三四五六七八九十廿]")
"""What every day has: "effective date of the original order" at the start of a line is no day of a contract."""
