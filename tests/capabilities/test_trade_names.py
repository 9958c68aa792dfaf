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
        ("Balises de cheville, 40 unités.", "track.electronic_tag"),
        ("Tobilleras GPS con cargador, 200 unidades.", "track.electronic_tag"),
        ("足部追踪环300只。", "track.electronic_tag"),
        ("Cartouches à projectile souple, 900 unités.", "crowd.control_devices"),
        ("Granadas triple acción y cartuchos de goma, 300 unidades.", "crowd.control_devices"),
        ("现场触摸DNA提取试剂,刑警队用。", "bio.dna"),
        ("Réactifs pour l'ADN de contact, police scientifique.", "bio.dna"),
        ("Une base de portraits issus des titres d'identité, 4 millions.", "face.population_db"),
        ("Carga de las fotos de la credencial de elector en el motor facial.", "face.population_db"),
        ("车站内徘徊、尾随应即时跳出画面。", "beh.abnormal_behaviour"),
        ("强光致眩器20支。", "crowd.control_devices"),
        ("Сеткомёт ручной, 12 шт.", "crowd.control_devices"),
        ("便携式网枪(捕捉网枪)10具。", "crowd.control_devices"),
        ("Loitering alarms for three stations.", "beh.abnormal_behaviour"),
        ("Alarma de merodeo para la estación.", "beh.abnormal_behaviour"),
        ("Renifleur de téléphones, adresses MAC, 4 unités.", "dev.wifi_sniffer"),
        ("手机嗅探设备2台。", "dev.wifi_sniffer"),
        ("蓝牙探针扩展板。", "dev.wifi_sniffer"),
        ("侦码模块更换,4块。", "dev.imsi_catcher"),
        ("集体上访苗头提前推演。", "crowd.protest_monitoring"),
        ("Predicción de protestas en la capital.", "crowd.protest_monitoring"),
        ("Prévision des manifestations, abonnement annuel.", "crowd.protest_monitoring"),
        ("Прогноз протестной активности в городе.", "crowd.protest_monitoring"),
        ("Mapa de delitos probables para la patrulla.", "pred.predictive_policing"),
        ("Carte des délits à venir.", "pred.predictive_policing"),
        ("眼纹识别仪30台。", "bio.iris"),
        ("讲话人比对组件2席。", "bio.voiceprint"),
        ("Grenades lacrymogènes, marché à bons de commande.", "crowd.control_devices"),
        ("Sock-puppet manager for the analysts.", "online.osint_profiling"),
        ("网吧出口须识别并切断加密代理与隧道。", "online.content_control"),
        ("محرك التعرف على المشية.", "bio.gait"),
        (
            "Equipos: 4 barreras, cable de red, reconocimiento facial de empleados en la puerta.",
            "face.access_attendance",
        ),
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
        "隧道衬砌裂缝识别与比对建档。",
        "公路隧道照明自动识别亮度。",
        "Puppet show about faces for the children's library.",
        "Cartoon series about a police dog, ten episodes.",
        "Gants isolants pour électriciens, marché à bons de commande.",
        "Filet de protection pour balcons, 40 m².",
        "鸟类捕捉网20张,科研用。",
        "眼科裂隙灯与眼压计。",
        "Mobile phones to be supplied unlocked, sim-free, with chargers.",
        "Target persons in the fire drill wear yellow vests.",
        "Las personas objetivo del simulacro llevan chaleco amarillo.",
        "发现翻越防火墙的参观者在博物馆网站上无效。",
        "Prévision des manifestations sportives et culturelles de la saison.",
        "محرك ديزل لمولد المستشفى.",
        "دستگاه تشخیص بیماری اسب‌ها.",
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
        (
            "Модуль должен определять расу человека по лицу и сохранять результат в журнале.",
            "tender_spec",
            "eth.face_ethnicity:required",
        ),
        ("须向目标手机植入监控程序,任务结束后自毁。", "tender_spec", "dev.spyware:required"),
        ("市公安局警务大数据平台二期项目采购公告", "tender_notice", "pred.data_fusion:required"),
        ("Учёт времени по лицу рассмотрен и отклонён заказчиком.", "clarification", "face.access_attendance:negated"),
        ("投标人不足三家,虹膜识别设备项目予以废标。", "award_notice", "bio.iris:negated"),
        ("Donde dice «lector de iris» deberá leerse «lector de tarjetas».", "correction", "bio.iris:negated"),
    ],
)
def test_what_is_said_of_it_is_read(text: str, kind: str, said: str) -> None:
    assert said in found(text, kind)


def test_messages_that_were_deleted_are_not_taken_from_afar() -> None:
    text = "Программа для эксперта считывает память телефонов и восстанавливает удалённые сообщения."
    assert "dev.spyware" not in bought(text)
