"""Ordinary buyers' phones, samples, plates and graves accuse nobody; what the same words say of targets is found."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.model.statement import BUYING_POLARITIES


def claimed(text: str, kind: str = "tender_spec") -> set[str]:
    found = find_in_text(text, doc_kind=kind)
    return {str(one.rule) for one in found if one.polarity in BUYING_POLARITIES}


OWN_DEVICES = (
    "Mobile phones for rangers, enrolled in MDM, with remote lock if lost.",
    "Laptops for teachers with remote support from the help desk.",
    "Tablets for pupils, apps installed remotely by the school, content filter.",
    "Rugged handsets for bus drivers, updated over the air by the fleet team.",
    "Smartphones for home carers; the office can find and wipe a lost phone.",
    "Smartphones para los inspectores, con administración remota y borrado en caso de pérdida.",
    "Tabletas para docentes: instalación remota de aplicaciones y soporte a distancia.",
    "Equipos portátiles con acceso remoto para el teletrabajo del personal.",
    "Móviles de la plantilla con localización y bloqueo remoto si se extravían.",
    "Ordenadores del ayuntamiento con mantenimiento remoto por el proveedor.",
    "Terminales móviles gestionados de forma remota, con copia de contactos y fotos.",
    "Téléphones des agents techniques, administrés à distance, avec suppression des données en cas de vol.",
    "Tablettes des enseignants, installation à distance des applications.",
    "Assistance à distance sur les ordinateurs des écoles, avec l'accord de l'utilisateur.",
    "Flotte de smartphones : localisation et verrouillage à distance des terminaux perdus.",
    "Maintenance à distance des postes informatiques de la mairie et accès aux fichiers.",
    "Smartphones para os professores, com gestão remota e apagamento em caso de perda.",
    "Notebooks dos servidores com suporte remoto e acesso aos arquivos.",
    "Смартфоны для водителей с удалённой настройкой и блокировкой при краже.",
    "Планшеты для учеников, удалённая установка приложений учителем.",
    "Ноутбуки работников с удалённой поддержкой и доступом к файлам.",
    "Удалённая очистка данных на утерянных служебных телефонах.",
    "Удалённый доступ преподавателей к компьютерам кафедры.",
    "Смартфони для листонош з віддаленим стиранням даних у разі втрати.",
    "Планшети для учнів: віддалене встановлення застосунків учителем.",
    "Віддалена підтримка комп'ютерів працівників міськради.",
    "هواتف لموظفي البلدية مع إدارة عن بعد وتحديث التطبيقات ومسح البيانات عند الضياع.",
    "أجهزة لوحية للمعلمين مع تثبيت التطبيقات عن بعد.",
    "حواسيب محمولة مع دعم فني عن بعد وملفات مشتركة.",
    "گوشی مأموران پست با مدیریت از راه دور و پاک کردن اطلاعات هنگام سرقت.",
    "تبلت معلمان با نصب برنامه از راه دور.",
    "پشتیبانی از راه دور لپ‌تاپ کارمندان شهرداری.",
    "教师笔记本电脑远程维护与软件分发服务。",
    "巡检员手机由MDM统一管理，丢失可远程锁定、擦除数据。",
    "校園平板由教師遠端派送應用程式。",
    "Celulares para los choferes con localización remota y bloqueo de aplicaciones.",
    "Computadoras con encendido remoto y control de inventario.",
    "Impresoras y ordenadores: diagnóstico remoto y actualización de firmware.",
    "Dispositivos médicos con monitorización remota de pacientes.",
    "Equipos de alumnos: el profesor ve la pantalla a distancia.",
    "Terminales punto de venta con actualización remota.",
    "Smartphones avec paramétrage à distance et téléchargement des applications métiers.",
    "Ordinateurs : démarrage à distance, déploiement des mises à jour et inventaire.",
    "Appareils auditifs réglés à distance depuis le téléphone.",
    "Terminaux de paiement, chargement des données à distance.",
    "Mobiles des chauffeurs : localisation, messages et appels d'urgence à distance.",
    "Телефоны для курьеров с дистанционной настройкой и загрузкой приложений.",
    "Терминалы оплаты с удалённым обновлением данных.",
    "Компьютеры с удалённым включением и инвентаризацией.",
    "Устройства мониторинга пациентов с удалённой передачей данных.",
    "Планшеты переписчиков: удалённая загрузка форм и сбор данных.",
    "Планшети лікарів з віддаленим доступом до даних пацієнта.",
    "Термінали оплати з віддаленим оновленням.",
    "أجهزة طبية مع متابعة المرضى عن بعد.",
    "هواتف السائقين مع تحديد الموقع وإعداد عن بعد.",
    "أجهزة حاسوب مع تشغيل عن بعد وجرد البرامج.",
    "دستگاه کارتخوان با به روز رسانی از راه دور.",
    "رایانه‌ها با روشن کردن از راه دور و فهرست نرم‌افزار.",
    "گوشی رانندگان با تنظیم از راه دور و ارسال موقعیت.",
    "Celulares para motoristas com configuração remota e localização.",
    "Computadores com diagnóstico remoto.",
    "Payment terminals with remote software updates.",
    "Phones for couriers, set up remotely, location shown to the dispatcher.",
    "快递员手机远程配置，定位回传调度台。",
    "Lecture à distance de la glycémie sur téléphone pour diabétiques.",
)
DONORS = (
    "Cheek swabs for volunteers of the national marrow registry.",
    "HLA typing of blood samples of stem-cell donors.",
    "Cord blood bank: storage of samples and HLA results.",
    "Hisopos bucales para nuevos donantes de médula.",
    "Tipificación HLA de muestras de donantes de células madre.",
    "Kits de prélèvement salivaire pour les donneurs volontaires de moelle.",
    "Typage HLA des donneurs de cellules souches, gestion du registre.",
    "Коллекция буккальных образцов для донорского регистра стволовых клеток, HLA-типирование.",
    "Забор крови добровольцев для регистра доноров костного мозга.",
    "Букальні набори для реєстру донорів кісткового мозку.",
    "مسحات فموية لسجل المتبرعين بنخاع العظم.",
    "نمونه‌گیری دی‌ان‌ای از اهداکنندگان سلول‌های بنیادی.",
    "骨髓捐献志愿者口腔拭子采集及HLA高分辨分型。",
    "造血幹細胞捐贈者血樣採集與HLA檢測。",
    "脐带血库样本入库及HLA分型检测试剂。",
    "Swab kits for kidney donors and recipients, tissue typing.",
    "Swabs bucais para o registro de doadores de medula óssea.",
)
OTHER_MATTERS = (
    "Visitor car park: cameras read number plates at entry and exit to calculate the parking fee.",
    "Car park with number plate recognition at entry and exit; the fee is paid at the machine.",
    "Parking de visiteurs : lecture des plaques en entrée et en sortie pour le calcul du tarif.",
    "Aparcamiento de visitantes con lectura de matrículas a la entrada y salida para el cobro.",
    "Парковка для посетителей: камеры считывают номера на въезде и выезде для расчёта оплаты.",
    "موقف سيارات الزوار: كاميرات تقرأ اللوحات عند الدخول والخروج لحساب الرسوم.",
    "پارکینگ مراجعان با دوربین پلاک‌خوان ورود و خروج برای محاسبه هزینه.",
    "访客停车场出入口车牌识别，按时长计费。",
    "Contrôle technique de véhicules, avec relevé des plaques et du kilométrage.",
    "Inspección técnica de vehículos con anotación de matrículas y kilometraje.",
    "Roadworthiness tests of vehicles; the tester notes the plate and the mileage.",
    "Технический осмотр автомобилей с записью номерных знаков и пробега.",
    "الفحص الفني للمركبات مع تسجيل أرقام اللوحات.",
    "机动车年检服务，记录号牌与里程。",
    "Signal repeaters so that mobile phones work inside the police station.",
    "Mobile signal boosters for the town hall basement.",
    "Répéteurs de signal pour téléphones mobiles dans le bâtiment de la préfecture.",
    "Repetidores de señal móvil para el sótano de la comisaría.",
    "Усилители сигнала мобильной связи в здании суда.",
    "مقويات إشارة الهاتف المحمول داخل المبنى.",
    "تقویت‌کننده سیگنال موبایل در ساختمان.",
    "大楼手机信号放大器及室内分布系统。",
    "殡葬管理系统，家属可按姓名、照片查找墓位。",
    "Cemetery software: families find a grave by name or photograph.",
    "Logiciel de cimetière : recherche d'une tombe par nom ou photographie.",
    "Programa de cementerio: búsqueda de sepulturas por nombre o fotografía.",
    "Поиск могилы по имени или фотографии.",
)
SPYWARE = (
    "Licence, pose d'un mouchard à distance sur l'appareil visé, sans manipulation physique.",
    "Herramienta que toma el control remoto del teléfono de un objetivo sin que este lo advierta.",
    "Удалённый доступ к телефону: переписка, микрофон, нажатия клавиш.",
    "Activación remota del micrófono del teléfono móvil y lectura de conversaciones.",
    "Accès à distance au téléphone avec écoute du micro et relevé des frappes.",
    "وصول عن بعد إلى الهاتف وتشغيل الميكروفون وقراءة محادثات الواتساب.",
    "دسترسی از راه دور به گوشی و روشن کردن میکروفون و خواندن چت.",
    "Віддалений доступ до телефону: листування, мікрофон, натискання клавіш.",
    "Suite which infects the suspect's phone without a click and reads chats, microphone and location remotely.",
    "Covert agent for target handsets, installed remotely, sends out messages and calls.",
    "Software espía para teléfonos móviles del investigado, con activación remota del micrófono.",
    "Acceso remoto y oculto al celular del objetivo para leer mensajes y ubicación.",
    "Herramienta de intrusión que infecta móviles sin clic y extrae contactos a distancia.",
    "Programa que se instala en el teléfono sin que su titular lo note y envía mensajes y fotos a distancia.",
    "Logiciel de captation à distance des messages et du micro du téléphone du suspect, à l'insu de celui-ci.",
    "Outil d'infection à distance des smartphones ciblés, sans clic, avec accès au micro et aux contacts.",
    "Agent furtif installé à distance sur les téléphones, relevant les messages et la position.",
    "Prise de contrôle à distance du téléphone de la cible avec activation de la caméra.",
    "Комплекс негласного удалённого доступа к смартфонам: переписка, микрофон, геолокация.",
    "Удалённое заражение телефонов фигурантов без клика и снятие сообщений.",
    "Программа скрытно устанавливается на телефон объекта и удалённо включает микрофон.",
    "Прихований віддалений доступ до смартфонів фігурантів: листування, мікрофон, камера.",
    "Програмний комплекс непомітно заражає телефон цілі та віддалено знімає повідомлення.",
    "منظومة اختراق هواتف المشتبه بهم عن بعد دون علم صاحبها وسحب الرسائل والصور.",
    "برنامج خفي يزرع في هاتف الهدف عن بعد ويشغل الميكروفون والكاميرا.",
    "سامانه نفوذ به گوشی سوژه از راه دور بدون اطلاع صاحب و برداشت پیام‌ها و موقعیت.",
    "جاسوس‌افزار موبایل با دسترسی مخفیانه از راه دور به میکروفون و دوربین گوشی.",
    "远程植入目标手机的无感载荷，可获取聊天记录、麦克风和位置。",
    "隐蔽控制嫌疑人手机，远程开启麦克风并回传通讯录。",
    "於目標手機無感植入程式，遠端取得通訊軟體內容。",
    "Spyware para celular dos investigados, com acesso remoto encoberto a mensagens e microfone.",
)
DNA = (
    "Cheek swabs and typing kits for the police DNA database of detainees.",
    "Buccal swab kits for suspects in custody, profiles loaded to the national DNA database.",
    "Hisopos bucales para la base de perfiles genéticos de la policía científica.",
    "Kits de toma de muestras de ADN de detenidos para la guardia civil.",
    "Écouvillons buccaux pour le fichier d'empreintes génétiques de la police judiciaire.",
    "Kits de prélèvement ADN des gardés à vue.",
    "Буккальные зонды для геномной регистрации осуждённых.",
    "Наборы для взятия образцов ДНК подозреваемых, база данных ДНК МВД.",
    "Набори для відбору зразків ДНК підозрюваних, база даних ДНК поліції.",
    "مجموعات جمع عينات الحمض النووي من الموقوفين لقاعدة بيانات الشرطة.",
    "کیت نمونه‌گیری دی‌ان‌ای از متهمان برای بانک اطلاعات ژنتیک پلیس آگاهی.",
    "公安机关DNA数据库建设，采集重点人员血样入库。",
    "刑事DNA資料庫唾液採集卡，嫌疑人採樣用。",
    "Blood samples of prisoners for HLA typing by the police laboratory, added to the DNA database.",
    "对在押人员采集血样，进行DNA检验入库和HLA配型。",
)


@pytest.mark.parametrize("text", [*OWN_DEVICES, *DONORS])
def test_own_devices_and_donors_accuse_nobody(text: str) -> None:
    assert not claimed(text)
    assert not claimed(text, "award_notice")


@pytest.mark.parametrize("text", OTHER_MATTERS)
def test_car_parks_car_tests_repeaters_and_graves_accuse_nobody(text: str) -> None:
    assert not claimed(text)
    assert not claimed(text, "award_notice")


@pytest.mark.parametrize("text", SPYWARE)
def test_what_hides_gets_in_or_has_a_target_stays_spyware(text: str) -> None:
    assert "dev.spyware" in claimed(text)


@pytest.mark.parametrize("text", DNA)
def test_samples_for_the_police_stay_found(text: str) -> None:
    assert "bio.dna" in claimed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Software espía para los teléfonos del personal, con gestión remota y activación oculta del micrófono.",
        "Logiciel espion pour les téléphones des agents, géré à distance, à l'insu de leur titulaire.",
        "Скрытая установка на телефоны сотрудников, удалённое включение микрофона без ведома владельца.",
        "نرم‌افزار جاسوسی برای گوشی کارکنان با مدیریت از راه دور و فعال کردن میکروفون بدون اطلاع صاحب.",
    ],
)
def test_spyware_against_ones_own_people_is_spyware(text: str) -> None:
    assert "dev.spyware" in claimed(text)
