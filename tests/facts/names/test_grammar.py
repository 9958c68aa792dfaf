import pytest

from tests.facts.names.test_in_values import names


@pytest.mark.parametrize(
    "value",
    [
        "现确定贵公司",
        "我方单位",
        "该供应商负责维护的平台公司",
        "视图库平台",
        "人脸特征库",
        "图形工作站",
        "治安卡口180处",
        "双方签订",
        "各地公安局",
        "上述公司",
        "评标委员会评审会",
        "云台",
        "this contract was",
        "The following firms",
        "Lot 2",
        "Lote n° 3",
        "Partida 4",
        "signed Marta Holloway",
        "Г. Довгаль",
        "Снегов П. П.",
        "FOUR MILLION TWO HUNDRED SEVENTY-NINE THOUSAND NINE HUNDRED PESOS",
        "Dos millones mil pesos",
        "Evaluated bidders not",
        "All other tenderers",
        "Los oferentes",
        "Die Bieter",
        "The award is",
        "El contrato fue adjudicado",
        "Ministry of",
        "на основании решения комиссии от",
    ],
)
def test_what_is_no_name_is_given_by_nobody(value: str) -> None:
    assert names(value) == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("由南京燕矶软件有限公司", ["南京燕矶软件有限公司"]),
        ("均由甲城科技有限公司", ["甲城科技有限公司"]),
        ("现将南溪县公安局", ["南溪县公安局"]),
        ("据董塬市公安局科信支队", ["董塬市公安局科信支队"]),
        ("报价最低的周口沙河安防服务部", ["周口沙河安防服务部"]),
        ("排名第一的湘潭莲城智能装备有限公司", ["湘潭莲城智能装备有限公司"]),
        ("A包甲城科技有限公司", ["甲城科技有限公司"]),
        ("第二标段：甲城科技有限公司", ["甲城科技有限公司"]),
        ("甲城科技有限公司（联系人水经理）", ["甲城科技有限公司"]),
        ("甲城科技有限公司（统一社会信用代码 91530000TEST000017）", ["甲城科技有限公司"]),
        ("甲城科技有限公司（下称甲城）", ["甲城科技有限公司"]),
        ("经开区管委会", ["经开区管委会"]),
        ("从化区公安局", ["从化区公安局"]),
        ("将乐县公安局", ["将乐县公安局"]),
        ("包头鹿城光电科技有限公司", ["包头鹿城光电科技有限公司"]),
        ("美的集团有限公司", ["美的集团有限公司"]),
        ("江河省资本公司", ["江河省资本公司"]),
        ("贵南县公安局", ["贵南县公安局"]),
        ("204418  Harrow & Pine Optical Ltd", ["Harrow & Pine Optical Ltd"]),
        ("Keris Utara Sdn. Bhd.", ["Keris Utara Sdn. Bhd"]),
        ("VISTA COMÉRCIO LTDA – ME", ["VISTA COMÉRCIO LTDA – ME"]),
        ("UTE Tránsito Páramo – Ingeniería Lumbre", ["UTE Tránsito Páramo – Ingeniería Lumbre"]),
        ("Radar Alto Serviços S/A, valor R$ 9.678.000,00", ["Radar Alto Serviços S/A"]),
        ("Acme S.A., sucursal del Perú", ["Acme S.A., sucursal del Perú"]),
        ("ТзОВ «Карпатбуд»", ["ТзОВ «Карпатбуд»"]),
        ("Line 3 Systems Ltd", ["Line 3 Systems Ltd"]),
        (
            "Consórcio Olho Vivo, formado por Norte Engenharia S.A. (líder) e Micro Soluções Ltda.",
            ["Consórcio Olho Vivo", "Norte Engenharia S.A.", "Micro Soluções Ltda."],
        ),
        (
            "Unión Temporal Luz 2022, integrada por ANDINA S.A.S. (60%) y REDES DEL SUR LTDA. (40%)",
            ["Unión Temporal Luz 2022", "ANDINA S.A.S.", "REDES DEL SUR LTDA."],
        ),
    ],
)
def test_what_leads_to_a_name_and_what_follows_it_is_set_aside(value: str, found: list[str]) -> None:
    assert names(value) == found


@pytest.mark.parametrize(
    "value",
    [
        "After careful evaluation this office",
        "Comité Evaluador",
        "O Secretário Municipal",
        "The Board",
        "Evaluation Committee",
        "Accounting Officer",
        "Единая комиссия",
        "See attached list",
        "diversos",
        "ver ata",
        "the successful tenderer",
        "our supplier in Leeds",
        "剩余公司",
        "最终由其余单位",
        "Lu et accepté",
        "第一候选公司",
    ],
)
def test_words_for_kinds_of_parties_name_nobody(value: str) -> None:
    assert names(value) == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("报价合理的乙港电子有限公司", ["乙港电子有限公司"]),
        ("由技术得分较高的乙港电子有限公司", ["乙港电子有限公司"]),
        ("美的集团有限公司", ["美的集团有限公司"]),
        ("John Q. Smith doing business as Smith Repair", ["John Q. Smith"]),
        ("Департамент безпеки, в особі директора Коваля П. С.", ["Департамент безпеки"]),
        ("Electro Sur S.R.L.", ["Electro Sur S.R.L."]),
        ("Департамент транспорта подвел итоги конкурса", ["Департамент транспорта"]),
        ("ФГБУ «Заповедник», запрос котировок 0391100004520000011", ["ФГБУ «Заповедник»"]),
        ("Índico Electrónica, SU, Lda", ["Índico Electrónica, SU, Lda"]),
        ("City of Alder Creek", ["City of Alder Creek"]),
        ("Tribunal de Contas do Vale", ["Tribunal de Contas do Vale"]),
    ],
)
def test_names_are_kept_beside_words_that_say_something_of_them(value: str, found: list[str]) -> None:
    assert names(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Borderlands Research Office, Procurement Branch", ["Borderlands Research Office"]),
        ("City of Alderholt, Purchasing Division", ["City of Alderholt"]),
        ("Ministry of Works, Contracts Unit", ["Ministry of Works"]),
        ("Tarn Valley NHS Trust, Supply Chain Management", ["Tarn Valley NHS Trust"]),
        ("Wold Police, Finance and Procurement Department", ["Wold Police"]),
        ("Harbour Authority, Stores Section", ["Harbour Authority"]),
        ("Ministry of Home Affairs, Prison Service", ["Ministry of Home Affairs, Prison Service"]),
    ],
)
def test_a_unit_that_buys_is_no_part_of_the_name_before_it(value: str, found: list[str]) -> None:
    assert names(value) == found
