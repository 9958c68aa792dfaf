"""What the columns of flat sources are: open data of Colombia, Russia, Brazil and the United States."""

from __future__ import annotations

import re
from typing import Final

from tenderlight.model.statement import Stage
from tenderlight.model.values import AmountKind, DateKind
from tenderlight.sources.declared import History, ItemColumns, Layout, PartyColumns

_BRAZILIAN_NUMBERS = re.compile(
    r"(?P<label>[^\W\d_][^\d/]{2,40}?[^\W\d_])(?:\s+n\s?[º°o.]{0,3}|\s*[º°.])?\s*(?P<number>\d{1,5}\s?[-/]\s?(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_BRAZILIAN_ENDS = re.compile(r"revoga|anula|desert[ao]|fracassad|cancelad", re.IGNORECASE)
_BRAZILIAN_CHANGES = re.compile(r"corre[çc][ãa]o|errata|retifica|altera[çc][ãa]o|remarcad|adiad", re.IGNORECASE)

_SECOP_CONTRACTS = Layout(
    name="secop_contracts",
    signs=("nombre_entidad", "id_contrato", "valor_del_contrato"),
    key=("proceso_de_compra", "id_contrato"),
    stage=Stage.CONTRACT,
    stage_column="estado_contrato",
    stages={
        "cancel": Stage.CANCELLATION,
        "borrador": None,
        "en aprobaci": None,
        "enviado": None,
        "liquidado": Stage.ACCEPTANCE,
    },
    numbers=(
        ("proceso_de_compra", "proceso_de_compra"),
        ("referencia_del_contrato", "referencia_del_contrato"),
        ("id_contrato", "id_contrato"),
    ),
    buyer=PartyColumns(name=("nombre_entidad",), number=("nit_entidad",), scheme="CO-NIT"),
    supplier=PartyColumns(
        name=("proveedor_adjudicado",),
        number=("documento_proveedor",),
        scheme="CO-NIT",
        scheme_column="tipodocproveedor",
    ),
    amounts=((AmountKind.CONTRACT, "valor_del_contrato"),),
    currency="COP",
    dates=(
        (DateKind.CONTRACT, "fecha_de_firma"),
        (DateKind.START, "fecha_de_inicio_del_contrato"),
        (DateKind.END, "fecha_de_fin_del_contrato"),
    ),
    titles=("objeto_del_contrato", "descripcion_del_proceso"),
    texts=("descripcion_del_proceso",),
    country="CO",
    admin1=("departamento",),
    place=("ciudad",),
    day_first=True,
    language="es",
)
"""SECOP II, electronic contracts. https://www.datos.gov.co/d/jbjy-vk9h"""

_SECOP_PROCESSES = Layout(
    name="secop_processes",
    signs=("entidad", "id_del_proceso", "precio_base"),
    key=("id_del_portafolio", "id_del_proceso", "referencia_del_proceso"),
    stage=Stage.TENDER,
    stage_column="estado_del_procedimiento",
    stages={
        "cancel": Stage.CANCELLATION,
        "desiert": Stage.CANCELLATION,
        "revoc": Stage.CANCELLATION,
        "adjudicado": Stage.AWARD,
        "seleccionado": Stage.AWARD,
        "borrador": None,
    },
    numbers=(("referencia_del_proceso", "referencia_del_proceso"), ("id_del_proceso", "id_del_proceso")),
    buyer=PartyColumns(name=("entidad",), number=("nit_entidad",), scheme="CO-NIT"),
    supplier=PartyColumns(
        name=("nombre_del_proveedor", "proveedor_adjudicado"), number=("nit_del_proveedor_adjudicado",), scheme="CO-NIT"
    ),
    amounts=((AmountKind.CEILING, "precio_base"), (AmountKind.AWARD, "valor_total_adjudicacion")),
    currency="COP",
    dates=(
        (DateKind.PUBLICATION, "fecha_de_publicacion_del_proceso"),
        (DateKind.DEADLINE, "fecha_de_recepcion_de"),
        (DateKind.AWARD, "fecha_adjudicacion"),
    ),
    titles=("nombre_del_procedimiento",),
    texts=("descripci_n_del_procedimiento",),
    country="CO",
    admin1=("departamento_entidad",),
    place=("ciudad_entidad",),
    day_first=True,
    language="es",
)
"""SECOP II, procedures. https://www.datos.gov.co/d/p6dx-8zbt"""

_ZAKUPKI_ROWS = Layout(
    name="zakupki_rows",
    signs=("id", "notificationNumber", "customer.name", "sumRUR"),
    key=("id",),
    stage=Stage.CONTRACT,
    stage_column="currentContractStage",
    stages={"in": Stage.CANCELLATION},
    numbers=(("notificationNumber", "notificationNumber"), ("id", "contract.id")),
    buyer=PartyColumns(name=("customer.name",), number=("customer.inn",), scheme="RU-INN"),
    supplier=PartyColumns(name=("supplier.name",), number=("supplier.inn",), scheme="RU-INN"),
    currency="RUB",
    dates=((DateKind.PUBLICATION, "publishDate"),),
    item=ItemColumns(
        name=("OKPD2.name",), quantity=("quantity",), unit=("OKEI.name", "OKEI.fullName"), total=("sumRUR",)
    ),
    texts=("OKPD2.name",),
    country="RU",
    language="ru",
    encoding="cp1251",
)
"""Rows of contracts of zakupki.gov.ru made of its XML: one product a row, so that its sum is no price of a contract."""

_ZAKUPKI_LONG_ROWS = Layout(
    name="zakupki_rows",
    signs=("contract.id", "order.notificationNumber", "customer.fullName", "product.sumRUR"),
    key=("contract.id",),
    stage=Stage.CONTRACT,
    stage_column="contract.currentContractStage",
    stages={"in": Stage.CANCELLATION},
    numbers=(("order.notificationNumber", "notificationNumber"), ("contract.id", "contract.id")),
    buyer=PartyColumns(name=("customer.fullName",), number=("customer.inn",), scheme="RU-INN"),
    supplier=PartyColumns(name=("legalEntityRF.fullName",), number=("legalEntityRF.INN",), scheme="RU-INN"),
    currency="RUB",
    dates=((DateKind.PUBLICATION, "contract.publishDate"),),
    item=ItemColumns(
        name=("OKPD2.name",), quantity=("product.quantity",), unit=("OKEI.fullName",), total=("product.sumRUR",)
    ),
    texts=("OKPD2.name",),
    country="RU",
    language="ru",
    encoding="cp1251",
)

_SAM = Layout(
    name="sam",
    signs=("noticeId", "solicitationNumber", "fullParentPathName"),
    holders=("opportunitiesData", "data"),
    key=("solicitationNumber", "noticeId"),
    stage=None,
    stage_column="type",
    stages={
        "presolicitation": Stage.PLAN,
        "sources sought": Stage.PLAN,
        "special notice": None,
        "solicitation": Stage.TENDER,
        "combined synopsis": Stage.TENDER,
        "award": Stage.AWARD,
        "justification": Stage.SINGLE_SOURCE,
        "intent to bundle": Stage.PLAN,
    },
    numbers=(
        ("solicitationNumber", "solicitationNumber"),
        ("award.number", "award.number"),
        ("noticeId", "noticeId"),
    ),
    buyer=PartyColumns(name=("fullParentPathName", "department")),
    supplier=PartyColumns(name=("award.awardee.name",), number=("award.awardee.ueiSAM",), scheme="US-UEI"),
    amounts=((AmountKind.AWARD, "award.amount"),),
    currency="USD",
    dates=(
        (DateKind.PUBLICATION, "postedDate"),
        (DateKind.DEADLINE, "responseDeadLine"),
        (DateKind.AWARD, "award.date"),
    ),
    titles=("title",),
    country_column="placeOfPerformance.country.code",
    admin1=("placeOfPerformance.state.name", "placeOfPerformance.state.code"),
    place=("placeOfPerformance.city.name",),
)
"""Contract opportunities of the United States. https://open.gsa.gov/api/get-opportunities-public-api/"""

_FEIRA = Layout(
    name="feira",
    signs=("modality", "history", "when", "document_url"),
    key=("modality",),
    stage=Stage.TENDER,
    stage_column="modality",
    stages={"revogad": Stage.CANCELLATION, "anulad": Stage.CANCELLATION, "desert": Stage.CANCELLATION},
    numbers_within=(("modality", _BRAZILIAN_NUMBERS),),
    history=History(path="history", date="when", event="event", ends=_BRAZILIAN_ENDS, changes=_BRAZILIAN_CHANGES),
    dates=((DateKind.OPENING, "when"),),
    titles=("description",),
    country="BR",
    day_first=True,
    language="pt",
)
"""Bids of the municipality of Feira de Santana, Brazil. https://github.com/DadosAbertosDeFeira/licitacoes-de-feira"""

LAYOUTS: Final = (_SECOP_CONTRACTS, _SECOP_PROCESSES, _ZAKUPKI_ROWS, _ZAKUPKI_LONG_ROWS, _SAM, _FEIRA)
