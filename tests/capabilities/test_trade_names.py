"""Things by the names that the trade gives them, in six languages, and look-alikes in the same words."""

from __future__ import annotations

import pytest

from tests.capabilities.found import bought, found

pytestmark = pytest.mark.usefixtures("all_that_is_found")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mobile ANPR units for six police cars.", "veh.lpr_network"),
        ("Système LAPI embarqué pour les véhicules de la police municipale.", "veh.lpr_network"),
        ("Suministro de lectores de matrículas para la policía de tráfico.", "veh.lpr_network"),
        ("Комплексы распознавания номеров для постов полиции.", "veh.lpr_network"),
        ("市公安局交警支队车辆智能监测记录系统采购。", "veh.lpr_network"),
        ("Маршрут машины по номеру за месяц показывается оператору.", "veh.lpr_network"),
        (
            "Purchase of two computerised polygraph instruments with electrodermal plates.",
            "emo.deception_interrogation",
        ),
        ("Кресло для полиграфных исследований с датчиком движений, 2 шт.", "emo.deception_interrogation"),
        (
            "Adquisición de un instrumento poligráfico de cinco canales con papel térmico.",
            "emo.deception_interrogation",
        ),
        ("Fourniture d'un appareil polygraphique pour les entretiens d'embauche.", "emo.deception_interrogation"),
        ("The interview avatar shall rate the honesty of travellers.", "emo.deception_interrogation"),
        ("Поставка съёмника информации с каналов связи.", "online.dpi_interception"),
        ("El equipo escucha y graba llamadas de celulares por orden del fiscal.", "online.dpi_interception"),
        ("Le matériel écoute et enregistre les appels sur ordre du service.", "online.dpi_interception"),
        ("Dispositif sonore portatif pour disperser les attroupements.", "crowd.control_devices"),
        ("Звуковой излучатель для рассеивания толпы, 2 комплекта.", "crowd.control_devices"),
        ("Altavoces de gran potencia para dispersar multitudes.", "crowd.control_devices"),
        ("جهاز صوتي بعيد المدى لتفريق الحشود.", "crowd.control_devices"),
        ("Croisement de fichiers de plusieurs administrations pour la police judiciaire.", "pred.data_fusion"),
        ("Cruce de bases de datos para la policía de investigación.", "pred.data_fusion"),
        ("Filtrage national d'internet, tranche 2.", "online.content_control"),
        ("Filtrado nacional de internet: ampliación.", "online.content_control"),
        ("违法网站封堵系统扩容项目。", "online.content_control"),
        ("Программа поиска владельцев анонимных страниц.", "online.osint_profiling"),
        ("Servicio de identificación del titular de cuentas anónimas.", "online.osint_profiling"),
        ("Outil pour retrouver le titulaire d'un compte anonyme.", "online.osint_profiling"),
        ("Los sensores siguen los teléfonos de los transeúntes.", "dev.wifi_sniffer"),
        ("Des capteurs suivent les téléphones des piétons dans le centre.", "dev.wifi_sniffer"),
        ("Датчики для отслеживания телефонов прохожих на площади.", "dev.wifi_sniffer"),
        ("单兵设备须测出目标手机所在位置。", "dev.imsi_catcher"),
        ("Software to read the contents of locked phones, 3 licences.", "dev.phone_forensics"),
        ("Las cámaras reconocen a personas buscadas y avisan a la patrulla.", "face.live_watchlist"),
        ("Les caméras doivent reconnaître les personnes recherchées dans la gare.", "face.live_watchlist"),
        ("Реидентификация человека на разных камерах.", "track.attribute_search"),
        ("Recherche par tenue vestimentaire dans les images des caméras.", "track.attribute_search"),
        ("在一个画面中选定行人,其他相机自动接力追踪该人。", "track.attribute_search"),
        ("派出所人员信息采集站8套。", "bio.multimodal_capture"),
        ("活體指紋掃描機一批。", "bio.multimodal_capture"),
        ("监区增加行为识别主机:打架、自杀、离床。", "cust.detention_mgmt"),
        ("Reconocimiento de expresiones faciales de los pasajeros.", "emo.emotion_recognition"),
        ("Анализ мимики и выражений лица посетителей камерами.", "emo.emotion_recognition"),
        ("Score de civisme des habitants, avec perte d'avantages.", "score.social_scoring"),
        ("Puntaje ciudadano de los vecinos, con sanciones.", "score.social_scoring"),
    ],
)
def test_it_is_found_by_the_name_of_the_trade(text: str, code: str) -> None:
    assert code in bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "ANPR cameras and barriers for the police station car park.",
        "Lecteurs de plaques et barrières pour le parking de la gendarmerie.",
        "Lector de matrículas para la barrera del estacionamiento de la policía.",
        "Распознавание номеров на шлагбауме стоянки отдела полиции.",
        "公安局停车场车牌识别道闸采购。",
        "Fabricación de placas y lectura de placas de bronce para la policía local.",
        "Полиграфические услуги: печать журналов для отдела.",
        "Impresión y servicios poligráficos de imprenta.",
        "Съёмник подшипников гидравлический, 2 шт.",
        "Съёмные жёсткие диски, 20 шт.",
        "Dispositif sonore pour la salle des fêtes.",
        "Акустические системы и микрофоны для актового зала.",
        "Rapprochement de fichiers comptables de la mairie.",
        "Cruce de registros contables del hospital con el banco.",
        "Filtrage de l'eau de la piscine, réseau national.",
        "学校校园网网站防火墙采购。",
        "El call center graba llamadas de los clientes del banco.",
        "The owner of the website shall confirm the address for invoices.",
        "Les capteurs comptent les piétons aux passages.",
        "Animated avatar for the library's reading app.",
        "运维族群划分为三组,每组不少于2人。",
    ],
)
def test_what_bears_a_like_name_is_not_found(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (
            "Акт приёмки: распознавание лиц из чёрного списка на камерах проверено, замечаний нет.",
            "acceptance",
            "face.live_watchlist:offered",
        ),
        (
            "Sole source: spyware for phones, because of exclusive rights of the maker.",
            "single_source",
            "dev.spyware:required",
        ),
        (
            "Interview chair with sensors that measure pulse and show when the answer may be false.",
            "tender_spec",
            "emo.deception_interrogation:required",
        ),
        (
            "Se podrá buscar a una persona por el color de su abrigo en todas las cámaras.",
            "tender_spec",
            "track.attribute_search:required",
        ),
        (
            "Mise en place d'une base vocale des détenus avec recherche de la voix.",
            "tender_spec",
            "bio.voiceprint:required",
        ),
        ("Suppression du poste « lecteur d'iris ».", "correction", "bio.iris:negated"),
        ("Supresión de la partida «lector de iris».", "correction", "bio.iris:negated"),
        ("Исключить позицию «сканер радужной оболочки глаза».", "correction", "bio.iris:negated"),
        ("宿舍楼不装刷脸门禁。", "tender_spec", "face.access_attendance:negated"),
        (
            "The new population face database: move all photographs and remove duplicates.",
            "tender_spec",
            "face.population_db:required",
        ),
    ],
)
def test_what_is_said_of_it_is_read(text: str, kind: str, said: str) -> None:
    assert said in found(text, kind)
