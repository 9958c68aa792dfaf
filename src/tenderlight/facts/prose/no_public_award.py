"""Texts that name firms and sums and are no award of a public buyer: rulings, sanctions, sales, invoices, private news.

Where no words say who won or what was paid, the one firm or the one sum of such a text is somebody else's. The words
are looked for in the flat text of a document, in the languages in which firms and sums are found without words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 12_000
_GAP = r"(?:[^.;。\n]|\.(?=\w)|(?<=\b\w)\.|(?<=\d)\.)"
"""A sign within a sentence: not the point that ends it, but those of numbers, dates and initials."""
_COURT = (
    r"\b(?:claimants?|plaintiffs?|defendants?|appellants?)\b|\b(?:declared|held) (?:null and )?void\b|\bjury award|"
    r"\barbitral\b|\bmust pay [$£€]|\bsettlement (?:agreement )?with\b|\bwithout prejudice\b|\bour client\b|"
    r"\b(?:parte demandante|recurrente|apelante|requérante?|appellante|ricorrente|recorrente|antragsteller(?:in)?|"
    r"beschwerdeführer(?:in)?|klägerin?|beklagten?)\b|"
    r"\b(?:tribunal|corte|contraloría|juízo)\b" + _GAP + r"{0,60}\b(?:declar\w+ nul|anul[oó]|anulou)|"
    r"\bdeclara nul|\bprononce la nullité|\bдоговор\w* недействит|\bсуд\w* (?:признал|взыскал|установил|решил|"
    r"визна|стягн)|"
    r"\bнедействительным контракт|\bистец\b|\bистца\b|\bответчик|\bпозивач|\bвідповідач|\bза позовом\b|"
    r"\bверховн\w+ суд (?:залишив|скасував|визнав|отменил|оставил)|\bsąd (?:unieważni|oddali|uwzględni|zasądzi|"
    r"stwierdzi)|"
    r"\bpow[oó]da?\b|\bpozwan|判决|原告|被告|上诉人|仲裁裁决"
)
"""What courts write, and those who write to them."""
_SANCTION = (
    r"\b(?:debarred|blacklisted)\b|\b(?:has|have|was|were) (?:been )?fined\b|\bbid[- ]rigging\b|\brigging bids\b|"
    r""
    r"\brepudiated\b|\binvestiga\w* (?:a )?fraude|\bfraude em licita|\bsuspensa de licitar|\b(?:se )?inhabilita\b"
    + _GAP
    + r"{0,30}\b(?:años?|meses|contratar)\b|"
    r"\bmulta de\b|\bimpone\b" + _GAP + r"{0,60}\bmulta\b|\bnałożył\w*\b" + _GAP + r"{0,60}\bkar[ęa]|"
    r"недобросовестных поставщик|недобросовісн|розслідує|расследу\w+ (?:дел|хищ|раст)|"
    r"行政处罚决定|(?:^|\n)\s*当事人\s*:|不良行为记录|失信"
)
"""What is written of firms that are punished, shut out or investigated."""
_ENDED = (
    r"\b(?:contract|agreement)\b"
    + _GAP
    + r"{0,80}\b(?:comes? to an end|came to an end|(?:is|was) (?:hereby )?terminated|"
    r"(?:was |is )?allowed to lapse|lapses?\b)|\b(?:agreements|contracts) end (?:in|on)\b|"
    r"\bterminates? the (?:contract|agreement)|\bnotice of termination\b|"
    r"\b(?:acuerda|acordó|se) resolver el contrato|\brescisão unilateral\b|\btermo de rescisão\b|\bdistrato\b|"
    r"\bmarché\b" + _GAP + r"{0,90}\b(?:arrive à échéance|est (?:résilié|annulé))|"
    r"\b(?:vertrag|auftrag)\b" + _GAP + r"{0,90}\b(?:zu kündigen|gekündigt|nichtig|endet am|läuft (?:am|zum)\b)|"
    r"\bsi risolve il contratto|\bdichiara inefficace il contratto|"
    r"\bdotychczasow\w+ wykonawc|\bumowa\b" + _GAP + r"{0,60}\b(?:wygasa|wypowiedzian|rozwiązan)|"
    r"\b(?:контракт|договор|договір)\w*\b"
    + _GAP
    + r"{0,90}\b(?:расторгнут|растор[гж]\w+|розірван|достроково припинен)|"
    r"отказ\w* от исполнения|(?:关于|决定|同意|予以)(?:解除|终止)[^。;\n]{0,12}(?:合同|协议)|"
    r"合同[^。;\n]{0,40}(?:即日起(?:解除|终止)|无效。)"
)
"""What is written of contracts that have ended or are void."""
_SALE = (
    r"\b(?:sold|sells?) (?:the|its|a|an|lot|land|shares|his|her)\b|\bhighest bidder\b|\b(?:sale|disposal|"
    r"lease) of (?:the )?"
    r"(?:land|shares|surplus|property|plot|vehicles?)\b|\beasement\b|\btax abatement\b|\blandlord\b|"
    r"\bdonation of\b|\bloan (?:offer|agreement)\b|"
    r"\benajena|\bventa de (?:la |las |los )?(?:parcela|finca|solar|acciones|terreno)|\balienação d|\bde vendre\b|"
    r"\b(?:vente|cession) d(?:e la |u |es )?(?:parcelle|terrain|actions)|"
    r"\bverkauf(?:t|en)? (?:das|die|den|des|der) |\bveräußer|\balienazione\b|\bvendita d(?:i|el|ella|elle) |"
    r"\bna sprzedaż|\bsprzedaż działk|\bаренд\w+ земельн|\bпродаж\w+ (?:земельн|имуществ|майна|акци)|"
    r"\bоренд\w+ земельн|"
    r"\bприватизац|土地使用权|国有土地|土地出让|国有资产转让|产权转让|股权转让|竞得人|拍卖(?:成交|出让|结果|会)"
)
"""What is written where a public body sells, leases or lends, and buys nothing."""
_OTHER_PAPERS = (
    r"\A\s*(?:quotation(?! accept)|quote no|"
    r"коммерческое предложение|комерційна пропозиція|devis|preventivo|angebot nr|curriculum vitae|"
    r"pliego de (?:cláusulas|condiciones)|cahier des (?:clauses|charges)|conditions of tender|"
    r"approved vendors?|vendor list|employment contract|lease contract|share purchase)\b|"
    r"\bapproved vendors\b|\bcurriculum vitae\b|\bapply by\b|\bwe are hiring\b|"
    r"\bjob description\b|\bofferta di lavoro\b|\boferta de empleo\b|\boffre d['’]emploi\b|\bsalary\b|"
    r"\bvergütung nach tv|"
    r"\bcase study\b|\bour references\b|\bour team (?:has )?delivered\b|"
    r"\bdeudas con proveedores|\brelación de pagos|\bclaims for payment\b|"
    r"\A[^\n]{0,60}\b(?:payments|pagos (?:a|efectuados|realizados)|pagamentos|mandats de paiement|платеж(?:и|ей)|"
    r"оплат поставщик|расход(?:ы|ов)|видатк(?:и|ів)|платеж(?:і|ів))\b|"
    r"不构成(?:正式)?(?:的)?(?:订单|合同|采购)|由[^。;\n]{2,40}(?:承租|经营,年租金)|"
    r"\b(?:supplier|builder|company|firm|employer) of the year\b|\bempresa del año\b|\bprize money\b|\bpreisgeld\b|"
    r"\bfactur[oó] el año pasado|\bgroup revenue\b|\bannual report\b|"
    r"\b(?:attribue|accorde|octroie)\w* (?:une |des |la )?subventions?\b|\bawarded a grant\b"
)
"""Papers of firms among themselves, of work, of prizes and of grants, and the papers before a tender."""
_GIVEN_ON = (
    r"\b(?:main|principal|prime|general) contractor\b"
    + _GAP
    + r"{0,80}\b(?:awarded|placed|let|ordered|appointed|engaged)\b|"
    r"\bplaced an? (?:sub-?contract|order) with\b|\bsub-?contract(?:ed)? (?:to|with)\b|"
    r"\bcontratista principal\b" + _GAP + r"{0,60}\b(?:subcontrat|encarg|contrat[oó])|"
    r"\bgeneralunternehmer(?:in)?\b" + _GAP + r"{0,80}\b(?:vergab|vergibt|beauftragt)|"
    r"\btitulaire\b" + _GAP + r"{0,60}\ba (?:commandé|confié|sous-traité)|"
    r"\bgeneralny wykonawca\b" + _GAP + r"{0,60}\b(?:zlecił|powierzył|zamówił)|"
    r"\bгенподрядчик\w*\b" + _GAP + r"{0,60}\b(?:заключил|поручил|нанял|заказал)|"
    r"\bгенпідрядник\w*\b"
    + _GAP
    + r"{0,60}\b(?:уклав|доручив|найняв|замовив)|总(?:承)?包(?:商|单位)[^。;\n]{0,30}(?:分包|委托)"
)
"""What is written of contractors that give a part of their work on."""
_NOT_CHOSEN = (
    r"\b(?:your|the) (?:submission|bid|tender|offer) (?:was|has been) (?:placed|ranked) (?:second|third|last)|"
    r"\bunable to take it further\b|\bthat of the preferred (?:tenderer|bidder)\b|"
    r"\bkann der zuschlag nicht\b|\bden zuschlag nicht erteilen\b|\bnicht berücksichtigt werden\b|"
    r"\bse dispone l['’]esclusione|\bsi dispone l['’]esclusione|\bpostępowanie unieważnia się\b|"
    r"\brequest of\b" + _GAP + r"{0,120}\b(?:was )?(?:denied|refused)\b|"
    r"\bthe (?:work|contract|order|job) (?:had|has) gone elsewhere\b|"
    r"未能中标|未中标通知|落标通知"
)
"""What is written of bids and wishes that were turned down, and of procedures without an end."""
_NO_AWARD = re.compile(f"{_COURT}|{_SANCTION}|{_ENDED}|{_SALE}|{_OTHER_PAPERS}|{_GIVEN_ON}|{_NOT_CHOSEN}")
_PUBLIC = re.compile(
    r"\b(?:city|town|village|borough|county|parish|district|council|municipal|ministry|minister|government|department|"
    r"state|national|federal|public|authority|agency|commission|board|trust|university|college|school|hospital|clinic|"
    r"library|police|army|navy|air force|nhs|port|court|resolution|minutes|commissioners?|embassy|institute|district|"
    r"tender|bidders?|bids?|rfp|rfq|itb|procurement|solicitation|contracting|notice of award|letter of award|"
    r"award notice|"
    r"purchase order|unops|undp|unicef|world bank|office|prison|directorate|republic|kingdom|sheriff|probation|"
    r"framework|"
    r"division|certificate of (?:final )?acceptance|acceptance certificate|call-off|customs)\b|"
    r"pública?|públic[oa]|departament|gendarmer|carabinero|ajuntament|repúbli|républi|repubblic|comunità|"
    r"scrittura privata|"
    r"justizvollzug|flughafen|auftraggeber|contratante|contrato|extrato|orden de compra|besteller|tribunal|office des|"
    r"муп\b|гуп\b|аэропорт|метрополитен|договор поставки|"
    r"ayuntamiento|munic[ií]p|tomada de preços|ata de registro|ajuste direto|organisme|service public|diputación|"
    r"ministeri|gobierno|alcald|universi|hospital|escuel|instituto|secretar[ií]a|"
    r"licita|adjudic|concurso|contratación|pleno\b|prefeitura|câmara|governo|estado\b|pregão|homolog|dispensa|inexigib|"
    r"commune\b|mairie|ville\b|conseil|département|région|préfet|ministère|école|lycée|collège|marché|attribu|syndicat|"
    r"stadt|gemeind|markt\b|landkreis|kreis\b|landes|bundes|amt\b|ministerium|zweckverband|klinik|schule|universität|"
    r"vergabe|ausschreib|zuschlag|bieter|comune\b|provincia|regione|azienda sanitaria|\basl\b|giunta|determin|gara\b|"
    r"affidament|aggiudic|gmin|miast|powiat|szpital|szkoł|urząd|starost|zamawiając|przetarg|postępowan|zamówieni|"
    r"wójt|burmistrz|администрац|муниципал|министерств|управлени|комитет|департамент|учрежден|\bгбу|\bмбу|\bмау|\bмку|"
    r"\bфгбу|больниц|школ|город|област|район|закупк|торг|тендер|аукцион|конкурс|заказчик|котиров|протокол|контракт|"
    r"міськ|сільськ|селищн|обласн|район|громад|міністерств|управлінн|лікарн|ліцей|гімназ|заклад|закупів|замовник|"
    r"комунальн|"
    r"аукціон|учасник|уповноважен|"
    r"署|公所|决标|得标|收货单位|镇|乡|办公室|办\b|承办商|批出|采购|招标|中标|成交|投标|政府|人民|局|厅|委员会|医院|学校|中学|小学|大学|学院|中心|公共|机关|公告|公示|"
    r"(?:المملک|جماعة|وزارة|أمانة|محافظة|بلد[یي]ة|جامعة|مستشف|حکوم|ه[یي]ئة|مد[یي]ر[یي]ة|مناقصة|منافسة|عطاء|"
    r"ترس[یي]ة|عقد|شهردار|اداره|سازمان|دانشگاه|مناقصه)"
)
"""Words of public bodies and of the ways in which they buy."""


def tells_no_award(flats: Iterable[str]) -> bool:
    """Say whether words of a document say that it is no award of a public buyer, or that none is named.

    Args:
        flats: The flat texts of the pages of the document.
    """
    return any(_NO_AWARD.search(flat[:_LONGEST]) for flat in flats)


def names_public_buyer(flats: Iterable[str]) -> bool:
    """Say whether a document names a public body, or a way in which only public bodies buy.

    Args:
        flats: The flat texts of the pages of the document.
    """
    return any(_PUBLIC.search(flat) for flat in flats)
