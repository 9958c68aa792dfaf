"""Who buys a course about a thing buys no thing; a thing that comes with a course is bought."""

from __future__ import annotations

import pytest

from tests.capabilities.found import bought


@pytest.mark.parametrize(
    "text",
    [
        "手机取证软件培训服务采购项目",
        "電子數據取證系統教育訓練採購案",
        "人脸布控系统操作培训班采购公告",
        "声纹鉴定技术培训课程两期",
        "Cellebrite UFED及Pathfinder手機鑑識軟體教育訓練",
        "步态识别应用技能培训项目询价公告",
        "Training services for mobile phone forensics tools",
        "Training course on IMSI catchers, ten officers",
        "Capacitación en extracción forense de móviles",
        "Servicio de formación en reconocimiento de matrículas",
        "Formation à l'extraction de téléphones saisis",
        "Обучение работе с комплексом извлечения данных из телефонов",
        "Навчання роботі з комплексом вилучення даних із телефонів",
        "دورة تدريبية على برامج استخراج بيانات الهواتف",
    ],
)
def test_a_course_about_a_thing_is_no_purchase_of_it(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "手机取证设备及培训服务采购",
        "手机取证设备（含操作培训服务）采购",
        "手机取证设备采购安装培训服务项目",
        "采购手机取证培训平台一套",
        "Mobile phone forensics kits, with a training course for four officers",
        "Mobile phone forensics kits and a training course on their use",
        "Equipos de extracción forense de móviles, con capacitación en su uso",
        "Комплекс извлечения данных из телефонов с обучением работе с ним",
    ],
)
def test_a_thing_that_comes_with_a_course_is_bought(text: str) -> None:
    assert "dev.phone_forensics" in bought(text)
