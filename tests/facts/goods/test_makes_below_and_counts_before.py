"""Makes that labels say below goods, models in several words, numbers right before names, in forms of many lands."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tenderlight.facts.goods.labelled_below import with_labelled_makes
from tenderlight.facts.goods.worked_upon import is_not_bought
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.goods.counts import counted_before
from tenderlight.facts.reading import before_goods, read_facts
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.values import LineItemValue

Shown = tuple[str, str | None, str | None, str | None]


def goods(text: str) -> list[Shown]:
    values = [one.value for one in read_facts([Page(number=1, text=text)])]
    items = [one for one in values if isinstance(one, LineItemValue)]
    return [(one.name, one.brand, one.model, f"{one.quantity:f}" if one.quantity else None) for one in items]


HEAD_ES = (
    "RESOLUCIÓN DE ADJUDICACIÓN N° 44/2023\nEntidad: Municipalidad de Río Claro\nFecha de adjudicación: 04/05/2023\n"
)
HEAD_PT = "TERMO DE HOMOLOGAÇÃO DO PREGÃO ELETRÔNICO Nº 7/2023\nÓrgão: Prefeitura Municipal de Serra Azul\n"
SIMAP = "Simap.ch – Adjudication\nService demandeur/Entité adjudicatrice : Police cantonale du Val-Noir\n"
DECREE = "Decreto N° 12/23\nMUNICIPALIDAD DE LAS PARVAS\n"

MADE = {
    "brazilian blocks": (
        HEAD_PT + "Item: 1\nDescrição: Rádio portátil\nQuantidade: 20   Unidade de fornecimento: Unidade\n"
        "Adjudicado para: TELECOM NORTE LTDA\nMarca: VERTIX   Fabricante: VERTIX   Modelo/Versão: HT 410\n\n"
        "Item: 2\nDescrição: Câmera de vídeo\nQuantidade: 8   Unidade de fornecimento: Unidade\n"
        "Adjudicado para: OPTICA SUL LTDA\nMarca: LUMEK   Modelo/Versão: LC 9",
        [("Rádio portátil", "VERTIX", "HT 410", "20"), ("Câmera de vídeo", "LUMEK", "LC 9", "8")],
    ),
    "spanish lots": (
        HEAD_ES + "Lote 1: Impresoras láser (12 unidades)\n"
        "  Adjudicatario: Ofimática Sur, S.L.\n  Marca ofertada: Norprint LX40\n"
        "Lote 2: Escáneres de mesa (5 unidades)\n  Adjudicatario: Digital Norte, S.L.\n",
        [("Impresoras láser", "Norprint", "LX40", "12"), ("Escáneres de mesa", None, None, "5")],
    ),
    "uruguayan variation": (
        HEAD_ES + "Item Nº 1 Cámara fotográfica digital (Cód. 17). Proveedor: AUDIO SUR S.A. Cantidad 4 UNIDAD. "
        "Precio unitario sin impuestos: USD 900,00. Marca: VIEWTEK. Variación: PX 20.\n"
        "Item Nº 2 Disco duro externo. Proveedor: AULA S.A. Cantidad 6 UNIDAD. "
        "Precio unitario sin impuestos: USD 80,00.",
        [("Cámara fotográfica digital", "VIEWTEK", "PX 20", "4"), ("Disco duro externo", None, None, "6")],
    ),
    "make before a known make in a cell": (
        HEAD_ES + "Partida | Descripción | Cantidad | Unidad | Licitante adjudicado | P. unitario\n"
        "1 | Radio portátil marca Sepura SC21 | 10 | PIEZA | Radios del Norte, S.A. de C.V. | $1,000.00\n"
        "2 | Cámara de solapa marca Axon Body 4 | 20 | PIEZA | Video Sur, S.A. de C.V. | $2,000.00",
        [("Radio portátil", "Sepura", "SC21", "10"), ("Cámara de solapa", "Axon", "Body 4", "20")],
    ),
    "make and model of two words behind labels": (
        HEAD_PT + "Item 4. Notebook, marca VORTEL, modelo TravelBook P21-55, quantidade 28, "
        "valor unitário R$ 4.985,00\n"
        "Item 5. Projetor, marca LUMEK, modelo PowerBeam E20, quantidade 5, valor unitário R$ 3.060,00",
        [("Notebook", "VORTEL", "TravelBook P21-55", "28"), ("Projetor", "LUMEK", "PowerBeam E20", "5")],
    ),
    "prices of one behind a sign of money": (
        DECREE + "DECRETA: Art. 1°: Adjudícase a Textiles Andinos S.R.L. la provisión de "
        "40 camisas de trabajo a $ 8.500 c/u, 40 gorras bordadas a $ 2.800 c/u y 30 pares de botines a $ 16.500 c/u.",
        [
            ("camisas de trabajo", None, None, "40"),
            ("gorras bordadas", None, None, "40"),
            ("botines", None, None, "30"),
        ],
    ),
    "number in brackets before names": (
        HEAD_ES + "RESUELVE: Adjudicar a la sociedad mercantil EQUIPOS DEL VALLE, S.A. dos (2) lavadoras "
        "industriales marca UniMac modelo UW60 a L 612,000.00 cada una, y "
        "tres (3) secadoras industriales marca UniMac modelo UT50 a L 318,500.00 cada una.",
        [("lavadoras industriales", "UniMac", "UW60", "2"), ("secadoras industriales", "UniMac", "UT50", "3")],
    ),
    "remark of a swiss form": (
        SIMAP + "3.2 Adjudicataire\nNom : Lemanix Mobile SA, Vevey\nPrix : CHF 410'000.00 sans TVA\n"
        "Remarque : 60 tablettes Getac F110-G6 avec station d'accueil\n4.2 Date de l'adjudication : 12.10.2021",
        [("tablettes", "Getac", "F110-G6", "60")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MADE)
def test_makes_and_numbers_are_told(case: str) -> None:
    text, expected = MADE[case]
    assert goods(text) == expected


ITEM = HEAD_PT + "Item: 1\nDescrição: Rádio portátil\nQuantidade: 20   Unidade: Unidade\n"
SECOND = "\n\nItem: 2\nDescrição: Mesa de som\nQuantidade: 3   Unidade: Unidade\n"
NOT_MADE = {
    "rejected bid": ITEM + f"Proposta desclassificada: RADIAL LTDA\nMarca: VERTIX   Modelo/Versão: HT 410{SECOND}",
    "no make": f"{ITEM}Marca: sem marca{SECOND}",
}


@pytest.mark.parametrize("case", NOT_MADE)
def test_makes_of_others_are_not_told(case: str) -> None:
    assert {one[1] for one in goods(NOT_MADE[case])} <= {None}


HEAD_EN = "AWARD NOTICE\nBuyer: Marsh Borough\nSupplier: Teal Ltd\n"
SOLD_ES = HEAD_ES + "Adjudicatario: Faro S.A.\n"
CONTRACT_ES = "CONTRATO\nContratante: Municipalidad de Río Claro\nContratista: Faro S.A.\nObjeto: "
HEAD_RU = "ПРОТОКОЛ ИТОГОВ\nЗаказчик: МУП Тепло\nПобедитель: ООО «Луч»\n"
BELOW_ANOTHER = {
    "engine": f"{HEAD_EN}Item: Loaders, 3 pcs, 90,000 EUR\nEngine\nMake: Deutz\nModel: TD 3.6",
    "accessory with a colon": f"{SOLD_ES}Ítem 1: Botes, cantidad 3\nAccesorios: sirena\nMarca: Whelen\nModelo: WS 295",
    "chassis": f"{CONTRACT_ES}3 autobombas\nChasis\nMarca: Scania\nModelo: P 360",
    "losing offer": f"{HEAD_EN}Item: Scanners, 8 pcs, 9,000 EUR\nLosing offer\nMake: Canon\nModel: DR 250",
    "trade-in": f"{HEAD_EN}Item: Scanners, 8 pcs, 9,000 EUR\nTrade-in of eight scanners\nMake: Canon\nModel: DR 250",
    "fitted into": f"{HEAD_EN}Item: Antennas, 8 pcs\nTo be mounted on boats\nMake: Zodiac\nModel: H 733",
    "second place": f"{ITEM}2º colocado\nMarca: VERTIX\nModelo: HT 410",
    "what they are for": f"{HEAD_RU}Товар: Картриджи, 40 шт.\nДля принтера отдела\nМарка: Kyocera\nМодель: P2040",
    "heading of its own": f"{HEAD_EN}Item: Pumps, 8 pcs\nStation on the hill\nMake: Grundfos\nModel: CR 45",
    "demand": f"{SOLD_ES}Ítem 1: Impresoras, cantidad 4\nModelo requerido en el pliego\nMarca: HP\nModelo: M404",
}


@pytest.mark.parametrize("case", BELOW_ANOTHER)
def test_makes_below_a_line_of_something_else_are_not_told(case: str) -> None:
    assert {one[1:3] for one in goods(BELOW_ANOTHER[case])} == {(None, None)}


@pytest.mark.parametrize(
    "between",
    ["", "Unit price: 300 EUR\n", "Awarded product\n", "Technical details\n", "with two years of service\n"],
)
def test_makes_below_other_labels_and_headings_of_goods_stay(between: str) -> None:
    text = f"{HEAD_EN}Item: Scanners, 8 pcs, 2,400 EUR\n{between}Make: Canon\nModel: DR 250"
    assert [one[1:3] for one in goods(text)] == [("Canon", "DR 250")]


@pytest.mark.parametrize(
    ("behind", "model"),
    [
        ("Modelo/Versão: 2.1.7", None),
        ("Sistema de compras\nVersão: 4.2", None),
        ("Preço anterior: 800\nVariación: 12,5 %", None),
        ("Modelo: contrato administrativo", None),
        ("Modelo: HT 410 ou superior", "HT 410"),
        ("Versão: HT 410", "HT 410"),
    ],
)
def test_a_version_or_rate_is_no_model(behind: str, model: str | None) -> None:
    assert [one[1:3] for one in goods(f"{ITEM}Adjudicado para: NORTE LTDA\nMarca: VERTIX\n{behind}")] == [
        ("VERTIX", model)
    ]


@pytest.mark.parametrize(
    ("text", "name", "is_bought"),
    [
        ("Objeto: Seguro de doce (12) camionetas y seis motocicletas", "motocicletas", False),
        ("Objeto: servicio de mantenimiento preventivo de cuatro camionetas", "camionetas", False),
        ("Objeto: lavagem e lubrificação de vinte viaturas", "viaturas", False),
        ("Subject: Storage of twenty seized motorcycles", "seized motorcycles", False),
        ("Objet : assurance de vingt véhicules", "véhicules", False),
        ("Предмет: ремонт трёх экскаваторов", "экскаваторов", False),
        ("Gegenstand: Wartung von acht Aufzügen", "Aufzügen", False),
        ("Objeto: repuestos para seis helicópteros", "helicópteros", False),
        ("Supply of meals for 240 nurses", "nurses", False),
        ("Objeto: mantenimiento y compra de cuatro camionetas", "camionetas", True),
        ("Objeto: compra de cuatro camionetas con mantenimiento", "camionetas", True),
        ("Mantenimiento incluido. Doce camionetas", "camionetas", True),
        ("Supply of 240 patient monitors", "patient monitors", True),
    ],
)
def test_goods_of_works_upon_them_are_not_bought(text: str, name: str, is_bought: bool) -> None:
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    start = text.index(name)
    assert is_not_bought(Piece(sheet=sheet, start=start, end=start + len(name))) is not is_bought


@pytest.mark.parametrize(
    "subject",
    [
        "Seguro de nueve (9) lanchas Zodiac y tres motocicletas Honda",
        "Lavado de veinte (20) patrulleros y ocho lanchas",
    ],
)
def test_insured_and_washed_goods_are_not_told(subject: str) -> None:
    assert goods(CONTRACT_ES + subject) == []


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("adquisición de seis (06) camionetas 4x4", "camionetas 4x4", 6),
        ("Remarque : 190 tablettes", "tablettes", 190),
        ("supply of nine (9) field analyzers", "field analyzers", 9),
        ("fornecimento de trinta e duas câmeras", "câmeras", 32),
        ("Lote B (doze motociclos Honda)", "motociclos", 12),
        ("Composition : quatre microscopes", "microscopes", 4),
        ("Lot 2, 1,200 units of tablets", "tablets", 1200),
        ("поставка 15 автомобілів", "автомобілів", 15),
        ("доставка двадцять п'ять дронів", "дронів", 25),
        ("comprises 110 radio sets", "radio sets", 110),
        ("deux cents vélos", "vélos", 200),
        ("Lot 3 tablets", "tablets", None),
        ("Item 12 printers", "printers", None),
        ("1 printers 20", "printers", None),
        ("Ley 27 tablets", "tablets", None),
        ("€ 500 tablets", "tablets", None),
        ("12/2023 tablets", "tablets", None),
        ("the tablets", "tablets", None),
        ("лот 4 автомобілі", "автомобілі", None),
    ],
)
def test_a_number_counts_the_name_right_behind_it(text: str, name: str, expected: int | None) -> None:
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    start = text.index(name)
    found = counted_before(Piece(sheet=sheet, start=start, end=start + len(name)))
    assert (found.quantity if found is not None else None) == (Decimal(expected) if expected is not None else None)


@pytest.mark.parametrize("sign", ["a", "1", " ", "one ", "marca: ", "(", ". "])
def test_long_lines_take_little_time(sign: str) -> None:
    text = f"AVISO DE ADJUDICACIÓN\nItem 1 Radio. Cantidad 4 UNIDAD. {sign * (30_000 // len(sign))} tablets"
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    notice, _offices, _statements = before_goods([Page(number=1, text=text)])
    began = time.perf_counter()
    counted_before(Piece(sheet=sheet, start=len(text) - 7, end=len(text)))
    is_not_bought(Piece(sheet=sheet, start=len(text) - 7, end=len(text)))
    with_labelled_makes(notice, [], [])
    assert time.perf_counter() - began < 1
