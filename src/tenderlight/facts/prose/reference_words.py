"""Words that point to one of several bids, and the words around them, in the languages of the notices."""

from __future__ import annotations

import re

_BID = (
    r"(?:bidders?|tenderers?|offerors?|proponents?|participants?|quot(?:e|ation)s?|offers?|bids?|tenders?|proposals?|"
    r"suppliers?|vendors?|compan(?:y|ies)|firms?|respondents?|submissions?|contractors?|"
    r"ofertas?|propuestas?|oferentes?|proponentes?|licitantes?|postor(?:es|a)?|empresas?|participantes?|"
    r"propostas?|concorrentes?|cotaç(?:ão|ões)|cotizaci(?:ón|ones)|"
    r"offres?|soumissions?|soumissionnaires?|candidats?|entreprises?|plis?|propositions?|sociétés?|"
    r"участник\w*|заявк\w*|предложени\w*|поставщик\w*|учасник\w*|пропозиці\w*|"
    r"bieter\w*|angebot\w*|firm[aeęyą]|offert[ae]|ditt[ae]|impres[ae]|wykonawc\w*|ofert[aęy])"
)
_NUMBER = (
    r"(?:(?:(?:под|за|с|із|з|with|con|com|mit)\s(?:the\s|el\s|o\s)?)?(?:рег\.?\s?|reg\.?\s?|порядков\w{2,3}\s)?"
    r"(?:number|num[eé]ro|n[uú]mero|номер\w{0,2}|nr|no|n|№)[.º°o]{0,2}\s?|#\s?)?"
)
_HAN_BID = r"(?:供应商|投标人|投标单位|响应人|报价人|报价单位|竞标人|厂商|单位|公司|商家)"
SIGNED_BID = re.compile(
    rf"(?:(?<!\w){_BID}\s?{_NUMBER}(?P<told>\d{{1,2}}|[a-h])|"
    rf"{_HAN_BID}\s?(?P<han>\d{{1,2}}|[a-h一二三四五六甲乙丙丁])|"
    r"(?:^\s{0,6}[-•*(|]?|[:;,、]\s?)\s?(?P<alone>(?:\d{1,2}|[a-h]|[甲乙丙丁一二三四五六])(?=[).、:|\s])|[①-⑳]))"
    r"\s?[).、:|—–-]{0,2}\s{0,4}(?:m/s\.?\s)?$"
)
"""The number or letter before the name of a bidder."""
SIGNED_REFERENCE = re.compile(
    rf"(?<!\w){_BID}\s?{_NUMBER}[«\"“]?(?P<told>\d{{1,2}}|[a-h])(?![\w]|[.,]\d)|"
    rf"{_HAN_BID}\s?(?P<han>\d{{1,2}}|[a-h一二三四五六甲乙丙丁])(?![\d家个名])|"
    r"(?:推荐|确定|选定|选择|由)\s?(?P<sole>[a-h甲乙丙丁]|\d{1,2})\s?(?=为|中选|中标|成交|承)|"
    r"(?P<circled>[①-⑳])(?=\s{0,3}(?:$|[。;,\n]|为|中|成|承))|"
    r"(?:中选|中标|成交|入选|选定|选用|结论|结果|意见)[^\s:\d]{0,6}(?::|为|是)\s?选?(?P<chosen>\d{1,2}|[a-h])号?(?=\s{0,3}(?:$|[。;,\n]))"
)
"""What points to a bid by its number or letter."""
NUMBER = re.compile(r"(?<![\d.,])\d{4,}(?![\d]|[.,]\d)")
"""A number that may be that of a bid."""
RECOMMENDS = re.compile(r"recommend|рекоменд|recomend|empfehl|raccomand|推荐|建议")
APPROVES = re.compile(
    r"(?:approv|adopt|agree|resolv|accept|endors)\w*|утверд\w+|aprob\w+|aprov\w+|approuv\w+|genehmig\w+|(?:同意|批准|审定|通过)"
)
"""What makes a decision of something recommended."""
LOWERED = re.compile(
    r"减价|比减|减至|减为|降至|降为|让利至|优惠至|最终报价|最后报价|二次报价|议价|去年|上年|"
    r"negotiated (?:down|price)|reduced (?:to|from)|final offer|best and final|rebaj|снижен|знижен|rabatt|ribasso"
)
"""What says that a bid was not taken at its first price."""
AFTER_LOWEST = re.compile(r"(?:second|2nd|next|segund[ao]|deuxième|zweit)[\s-](?:the\s|la\s|le\s)?$")
ORDINALS = {
    **dict.fromkeys(("first", "former", "primeira", "primeiro", "primera", "primero", "premier", "première"), 1),
    **dict.fromkeys(("first-named", "first-mentioned", "erste", "ersten", "erster", "prima", "primo", "前者"), 1),
    **dict.fromkeys(("первое", "первого", "первый", "первая", "первой", "первым", "перша", "першого", "першої"), 1),
    **dict.fromkeys(("second", "segunda", "segundo", "deuxième", "seconde", "zweite", "zweiten", "seconda"), 2),
    **dict.fromkeys(("второе", "второго", "второй", "вторая", "вторым", "друга", "другого", "другої", "secondo"), 2),
    **dict.fromkeys(("third", "terceira", "terceiro", "tercera", "tercero", "troisième", "dritte", "dritten"), 3),
    **dict.fromkeys(("третье", "третьего", "третий", "третья", "третьей", "третя", "третього", "terza", "terzo"), 3),
    **dict.fromkeys(("fourth", "quarta", "quarto", "cuarta", "quatrième", "vierte", "vierten", "четвертый"), 4),
    **dict.fromkeys(("latter", "última", "último", "dernière", "dernier", "letztere", "letzteren", "后者"), -1),
    **{f"第{sign}": at for at, sign in enumerate("一二三四五六", start=1)},
    **{f"第{at}": at for at in range(1, 7)},
}
"""Which of the bids such a word means, counted from one; -1 = the last of two."""
ORDINAL = re.compile(
    r"(?<![\w-])(?P<ordinal>"
    + "|".join(sorted((word for word in ORDINALS if not word.startswith(("第", "前", "后"))), key=len, reverse=True))
    + rf")(?:\s{_BID}|-named|-mentioned)?"
    r"(?=\s*[.,;)]|\s*$|\s(?:por|pour|at|for|as|by|is|was|be|foi|fue|est|a\s|als|der|zu|di|da|из|за|в|по|"
    r"признан\w*|признать|стал\w*)\b)|"
    rf"(?P<han>第[一二三四五六1-6])(?:家|个|号)(?:{_HAN_BID})?|(?P<pair>[前后]者)"
)
"""What points to a bid by its place in the text: no other noun may stand behind it (the second lot)."""
OF_RANK = re.compile(r"class|clas+ific|rank|plac|lugar|puesto|мест|місц|排[名序位]|platz|rang")
"""What says that an ordinal is a place in a ranking, and not one in the text."""
LOWEST = re.compile(
    r"(?<!\w)(?:(?:lowest|cheapest|least[- ]cost)(?:[\s-](?:evaluated|responsive|compliant|conforming|acceptable|"
    rf"priced|responsible|qualified|and|valid|price|cost)){{0,4}}(?:\s{_BID})?|"
    rf"(?:{_BID})\s(?:with|of|having|at)\sthe\slowest\s(?:price|bid|offer|cost)|"
    r"plus bas(?:se)? (?:soumission(?:naire)?|prix|offre)(?: conforme)?|moins[- ]disante?|moins[- ]disant conforme|"
    r"(?:de |por )?(?:el )?(?:menor (?:precio|preço|valor)|precio más bajo|preço mais baixo)|"
    r"oferta (?:más baja|mais baixa|más económica|mais vantajosa|de menor \w+)|la más (?:baja|económica)|"
    r"(?:наименьш|минимальн|самой низк|наиболее низк|найнижч|найменш)\w*\s(?:цен\w*|предложени\w*|ціно\w*|стоимост\w*)|"
    r"(?:niedrigst|günstigst|preiswertest|wirtschaftlichst)\w*(?:\s\w+)?|(?:prezzo|offerta) più bass[oa]|"
    r"minor prezzo|najniższ\w+ cen\w+)|(?:报价|价格|总价)最低|最低(?:报价|价)"
)
"""What points to the bid at the lowest price."""
DECIDES = re.compile(
    r"(?<![\w])(?:recommend(?:ed|s)?|award(?:ed|s|ing)?|accept(?:ed|s|ing|ance)?|select(?:ed|ion|s)?|choose|chosen|chose|engaged?|appoint(?:ed)?|"
    r"successful|winner|winning|won|adjudic\w+|acept\w+|aceit\w+|ganador\w*|seleccion\w+|contratar|vencedor\w*|homolog\w+|"
    r"adjug\w+|attribu\w+|accord\w+|retenu\w*|retient|retenir|octroy\w+|confi(?:er|é\w*)|"
    r"победител\w*|выигра\w*|заключить|переможц\w*|переможець|визна\w+|"
    r"zuschlag\w*|beauftrag\w*|vergeben|erteil\w*|aggiudic\w+|affid\w+|wybr\w+|wybór)(?!\w)|"
    r"(?<![未不])(?:中标|成交|中选|胜出|入选|决标|得标|聘用|供货|承接|选定|选用|确定|采用|签约|签订|选(?=[①-⑳]))"
)
"""What says that it was decided who does the work."""
REFUSED = re.compile(
    r"reject|disqualif|non[- ]?(?:responsive|compliant|conform)|not (?:responsive|compliant|accept|award|select)|"
    r"not successful|unsuccessful|withdr[ae]w|withdrawn|late\b|excluded|desestim|rechaz|desech|descalific|"
    r"inadmis|no cumpl|descart|desclassific|inabilit|recusad|excluíd|écart|rejet|éliminé|irréguli|"
    r"non conforme|non recevable|отклон|не допущ|не соответств|снял\w+|відхил|ausgeschloss|"
    r"nicht berücksichtig|esclus|odrzuc|wykluczon|无效|否决|淘汰|落选|未中|未成|不符|不合格|未通过|放弃"
)
"""What says of a bid that it was not taken."""
LEADS_TO_BID = re.compile(
    r"[\s,:;–—-]*(?:(?:at|for|with|of|by|por|con|com|pour|avec|au|à|a|за|по|с|на|mit|zu|für|per)\s)?"
    r"(?:(?:the|un|una|la|el|o|le|ein\w*)\s)?(?:[^\W\d_]{2,12}\s){0,4}[^\w\s]{0,2}\s{0,3}"
)
"""What may stand between the name of a bidder and its price."""
HAN_FIRM = re.compile(
    r"(?:^|[\s,。;:、“\"()]|(?<=[由为]))(?P<name>[^\s,。;:、“”\"()\d][^\s,。;:、“”\"()]{2,30}?"
    r"(?:公司|集团|事务所|研究院|研究所|设计院|中心|合作社|经营部|经销部|服务部|商行|工程行|企业社|厂|店|行))"
    r"(?=[\s,。;:、()“”\"\d¥…]|报|的|以|为|$)"
)
"""A firm before its price in Chinese."""
