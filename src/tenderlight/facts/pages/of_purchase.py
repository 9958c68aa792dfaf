"""Whether a document speaks of a purchase at all: what no label says is looked for in no other.

A case holds letters, tables, manuals and laws as well. An office that one of these names buys nothing.
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.document import Notice

_BUYING = re.compile(
    r"\b(?:tender|procure|bid(?:s|der|ders|ding)?\b|award|purchas|supplie[rs]|supply\b|vendor|contract|quotation|"
    r"rf[pqi]\b|solicitation|"
    r"licitaci|adjudic|desiert|concurso|infructueux|sans suite|contrat|compra|proveedor|adquisici|cotizaci|"
    r"licitaç|empreitada|fornec|aquisiç|pregão|cotaç|dispensa|inexigib|empenho|"
    r"march[ée]s? publi|appel d|attribu|fourniss|soumission|offres?\b|achat|commande|titulaire|prestat|"
    r"vergabe|ausschreib|auftrag|zuschlag|beschaff|angebot|liefer|bieter|"
    r"appalt|aggiudic|fornitur|affidament|przetarg|zamówie|wykonawc|umow|"
    r"ihale|satın al|teklif|pengadaan|lelang|đấu thầu|aanbested|gunning|upphandling|udbud|hankin|veřejn\w+ zakáz|"
    r"közbeszerz|achiziţ|achiziț|licitație|javn\w+ nabav|промис|поръчк|набавк|сатып алу|лот\b|заявк|протокол|"
    r"победител|торг|"
    r"закуп|тендер|контракт|договор|поставщик|поставк|конкурс|аукцион|подрядчик|исполнител|"
    r"постачальник|договір|переможец)|"
    r"采购|採購|招标|招標|中标|中標|得标|得標|决标|決標|成交|合同|契約|供应商|供應商|投标|投標|询价|比选|标段|购置|購置|承包|承建|"
    r"购买|購買|订购|訂購|签约|簽約|签订|簽訂|承接|竞价|競價|询价|詢價|磋商|谈判|遴选|遴選|比价|比價|入围|预算|預算|工程项目|建设项目|"
    r"مناقص|منافس|عطا|تورید|مشتری|شرا[ءئ]|عقد|ترسی|متعهد|مقاول|خرید|قرارداد|پیمان|مزاید|برنده"
)
"""Words of buying, as papers about a purchase have them in any of their languages."""


def is_of_purchase(notice: Notice) -> bool:
    """Say whether a document has a stage of a purchase, or any word that speaks of one."""
    return notice.stage is not None or any(_BUYING.search(sheet.flat) for sheet in notice.sheets)
