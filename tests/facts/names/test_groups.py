"""Joint bids: who bids together, who leads, and what is no member."""

import pytest

from tenderlight.facts.names.groups import members_of_group
from tests.facts.summary import read, summarise

_HEADS = {
    "en": "Contract award notice\nContracting authority: Alder Council\n",
    "fr": "Avis d'attribution\nPouvoir adjudicateur : Ville de Brenne\n",
    "es": "Anuncio de adjudicación\nEntidad adjudicadora: Ayuntamiento de Oteruelo\n",
    "pt": "Extrato de contrato\nContratante: Prefeitura de Vila Boa\n",
    "ru": "Протокол подведения итогов\nЗаказчик: МКУ «Служба 112»\n",
    "uk": "Повідомлення про намір укласти договір\nЗамовник: КП «Варта»\n",
    "tw": "決標公告\n機關名稱：臺嶼縣警察局\n",
    "hk": "批出合約公告\n採購部門：水警處\n",
}


@pytest.mark.parametrize(
    ("head", "line", "suppliers"),
    [
        (
            "en",
            "AWARDED BIDDER\nHaldane Optics AG (lead partner), Zürich, Switzerland; Tana Build PLC (JV member)",
            ("Haldane Optics AG, lead", "Tana Build PLC, member"),
        ),
        (
            "en",
            "Supplier: Joint venture of Mistral Data GmbH and Orchard Civil Ltd",
            ("Mistral Data GmbH, member", "Orchard Civil Ltd, member"),
        ),
        (
            "en",
            "Contractor: Ferro Lens S.p.A. (leader of the consortium) / Nile Networks Ltd (partner)",
            ("Ferro Lens S.p.A., lead", "Nile Networks Ltd, member"),
        ),
        (
            "en",
            "Suppliers: Kestrel Analytics Limited (lead member) and Bracken Poles LLP, a consortium",
            ("Bracken Poles LLP, member", "Kestrel Analytics Limited, lead"),
        ),
        (
            "fr",
            "Titulaire : Lumen Ouest SAS (mandataire), groupement solidaire avec Fibre Rance SARL",
            ("Fibre Rance SARL, member", "Lumen Ouest SAS, lead"),
        ),
        (
            "fr",
            "Attributaire : groupement composé de Sahel Réseaux SARL et de Kora Systèmes SA",
            ("Kora Systèmes SA, member", "Sahel Réseaux SARL, member"),
        ),
        (
            "ru",
            "Победитель: консорциум в составе ООО «Оптик-Юг» и АО «Каналсвязь»",
            ("АО «Каналсвязь», member", "ООО «Оптик-Юг», member"),
        ),
        (
            "uk",
            "Переможець: об'єднання учасників у складі ТОВ «ПОГЛЯД» (лідер) та ПП «МЕРЕЖА»",
            ("ПП «МЕРЕЖА», member", "ТОВ «ПОГЛЯД», lead"),
        ),
        (
            "es",
            "Adjudicatario: UTE formada por Óptica Duero, S.L. y Redes Páramo, S.A.",
            ("Redes Páramo, S.A., member", "Óptica Duero, S.L., member"),
        ),
        (
            "es",
            "Adjudicatario: CONSORCIO MIRADOR, integrado por VIGÍA SUR S.A.S. (60%) y ANTENAS CAUCA LTDA. (40%)",
            ("ANTENAS CAUCA LTDA., member", "CONSORCIO MIRADOR, consortium", "VIGÍA SUR S.A.S., member"),
        ),
        (
            "pt",
            "Contratada: CONSÓRCIO OLHO VIVO, formado pelas empresas Vidra Sistemas Ltda (líder) e Poste Forte S.A.",
            ("CONSÓRCIO OLHO VIVO, consortium", "Poste Forte S.A., member", "Vidra Sistemas Ltda, lead"),
        ),
        (
            "pt",
            "Contratada: Consórcio Olhar Seguro (Vidra Sistemas Ltda – líder; Norte Som Ltda)",
            ("Consórcio Olhar Seguro, consortium", "Norte Som Ltda, member", "Vidra Sistemas Ltda, lead"),
        ),
        (
            "es",
            "Adjudicatario: Señales del Bajío, S.A. de C.V., en participación conjunta con Óptica Norte, S.A. de C.V.",
            ("Señales del Bajío, S.A. de C.V., member", "Óptica Norte, S.A. de C.V., member"),
        ),
        (
            "hk",
            "承辦商：永固護衞有限公司與銳見科技有限公司合組的聯營公司",
            ("永固護衞有限公司, member", "銳見科技有限公司, member"),
        ),
        (
            "tw",
            "得標廠商：遠澄科技股份有限公司與島嶼營造有限公司共同投標（代表廠商：遠澄科技股份有限公司）",
            ("島嶼營造有限公司, member", "遠澄科技股份有限公司, lead"),
        ),
        (
            "hk",
            "承辦商：瀚海工程有限公司及嘉朗電子有限公司組成的合營企業",
            ("嘉朗電子有限公司, member", "瀚海工程有限公司, member"),
        ),
    ],
)
def test_members_of_a_joint_bid_have_their_parts(head: str, line: str, suppliers: tuple[str, ...]) -> None:
    assert summarise(read(f"{_HEADS[head]}{line}\n"))["suppliers"] == suppliers


def test_a_report_names_its_office_and_all_members() -> None:
    text = "【島報】交通設施局公佈，“新區智能交通系統”判給予由創域科技有限公司及金灣建築工程有限公司組成的合作經營。\n"
    found = summarise(read(text))
    assert found["buyer"] == ("交通設施局",)
    assert found["suppliers"] == ("創域科技有限公司, member", "金灣建築工程有限公司, member")


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Data Ltd and Bracken Poles LLP",
        "Kestrel Data Ltd (member of the Bracken Holdings plc group)",
        "Consortium of Kestrel Data Ltd; subcontractor: Bracken Poles LLP",
        "Kestrel Data Ltd (lead), represented by Bracken Agents Ltd as a joint venture",
        "Consorcio de Abastecimiento Municipal",
        "ООО «Консорциум»",
    ],
)
def test_two_names_without_a_word_for_a_group_are_none(text: str) -> None:
    assert members_of_group(text) == []
