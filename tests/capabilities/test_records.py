"""What persons and bidders have done, know, hold or declare, and what courts, law and the press say, is not bought."""

from __future__ import annotations

import time

import pytest

from tenderlight.capabilities import find_in_text
from tests.capabilities.found import bought


@pytest.mark.parametrize(
    "text",
    [
        "检验人员应具备手机取证实验室工作经历两年以上。",
        "驻场人员须有步态识别项目任职经历。",
        "测谎人员从事测谎工作满三年。",
        "项目组成员应持有手机取证分析师证书。",
        "附人脸识别系统供货合同复印件三份。",
        "工程師應具備聲紋鑑識工作經歷。",
        "At least two engineers must have worked on gait recognition projects.",
        "The instructor should have taught at a polygraph school.",
        "The tenderer must have installed two gunshot detection networks in the last three years.",
        "The expert needs ten years of service in a DNA database unit.",
        "The technician must hold an up-to-date certificate for mobile phone extraction.",
        "The firm shall have successfully delivered electronic ankle tags to three prison services.",
        "The bidder has completed at least four contracts for live facial recognition.",
        "The team leader must have ten years of experience, of which three with IMSI catchers.",
        "Bidders shall demonstrate the supply of polygraphs in the last five years.",
        "投标人承建过DNA实验室。",
        "CVs of the staff who operated live facial recognition.",
        "The supplier's engineers are certified for mobile phone extraction tools.",
        "El equipo contará con un experto con más de cinco años en extracción forense de móviles.",
        "Участник должен подтвердить поставку полиграфов за последние три года.",
        "В штате должен быть инженер, обученный работе с полиграфом.",
        "El perito tendrá tres años de ejercicio con el polígrafo.",
        "El oferente deberá haber instalado redes de lectura de matrículas en dos ciudades.",
        "El especialista dispondrá de diploma en análisis forense de teléfonos móviles.",
        "Le formateur devra avoir enseigné l'usage du polygraphe.",
        "L'expert doit être titulaire d'un diplôme en extraction de données mobiles.",
        "Le soumissionnaire doit avoir déjà installé des IMSI-catchers.",
        "Инженер должен иметь стаж работы с полиграфом не менее трёх лет.",
        "Участник подтверждает опыт внедрения распознавания походки.",
        "Эксперт имеет удостоверение о повышении квалификации по работе с полиграфом.",
        "Фахівець повинен мати стаж роботи з поліграфом.",
        "Учасник надає копії договорів на постачання IMSI-перехоплювачів.",
        "يجب أن يكون قد سبق له توريد أجهزة كشف الكذب.",
        "على المهندس أن يحمل شهادة في استخراج بيانات الهواتف.",
        "پیمانکار باید سابقه نصب سامانه تشخیص چهره داشته باشد.",
        "کارشناس باید سه سال سابقه کار با دروغ‌سنج داشته باشد.",
    ],
)
def test_experience_and_certificates_are_not_bought(text: str) -> None:
    assert bought(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "投标人须列明既往供货情况，包括测谎仪、声纹采集设备。",
        "供应商应申报是否曾销售IMSI采集设备。",
        "Bidders shall list any previous contracts, for instance polygraphs or ankle tags.",
        "The company declares its sales of IMSI catchers over the past decade.",
        "Suppliers must disclose whether they have ever exported spyware.",
        "Revenue from mobile phone forensics products shall be stated.",
        "Las empresas declararán sus ventas de programas espía.",
        "L'entreprise déclare ses exportations d'IMSI-catchers.",
        "Участник указывает прошлые поставки полиграфов.",
        "Учасник зазначає попередні поставки поліграфів.",
        "يذكر المورد مبيعات سابقة من أجهزة كشف الكذب.",
        "شرکت فروش‌های قبلی دروغ‌سنج را اعلام کند.",
    ],
)
def test_what_a_bidder_discloses_is_not_bought(text: str) -> None:
    assert bought(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "二、人员要求\n1. 手机取证工程师两名；\n2. 测谎仪操作员一名。",
        "Qualification requirements\nTwo contracts for live facial recognition.",
        "3. Technical and professional ability\n3.1 Two polygraph contracts of at least 100,000 EUR.",
        "Solvencia técnica\nDos contratos de tobilleras electrónicas.",
        "Capacités techniques et professionnelles :\n- deux marchés de bracelets électroniques ;",
        "Требования к участнику:\n1. Два контракта на поставку полиграфов.",
        "Кваліфікаційні вимоги:\n1. Два договори на поліграфи.",
        "مؤهلات المتنافسين:\n1. عقدان لأجهزة كشف الكذب.",
        "احراز صلاحیت:\n1. دو قرارداد دروغ‌سنج.",
    ],
)
def test_a_heading_over_qualifications_speaks_of_the_lines_below(text: str) -> None:
    assert bought(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Annexe I, 5A001.f : matériel d'interception de télécommunications mobiles (IMSI-catchers).",
        "Category 5A001.f covers IMSI catchers.",
        "The court ruled that live facial recognition in the square breached the law.",
        "El juzgado declaró ilegal el uso de un programa espía.",
        "La cour a annulé l'usage des IMSI-catchers.",
        "Суд признал незаконным применение полиграфа.",
        "Суд визнав незаконним використання поліграфа.",
        "قضت المحكمة بعدم قانونية أجهزة كشف الكذب.",
        "据报道，邻国采购了测谎仪。",
        "D'après la presse, la région a acheté des IMSI-catchers.",
        "Как сообщают СМИ, область закупила полиграфы.",
        "أفادت صحيفة أن مدينة اشترت أجهزة كشف الكذب.",
        "به نوشته روزنامه، استانی دروغ‌سنج خریده است.",
        "Disposal of obsolete electronic ankle tags.",
        "Secure destruction of confiscated IMSI catchers.",
        "Servicio de destrucción de polígrafos obsoletos.",
        "Mise au rebut de bracelets électroniques usagés.",
        "Утилизация полиграфов.",
        "Утилізація списаних електронних браслетів.",
        "إتلاف أجهزة كشف الكذب القديمة.",
        "امحای دستگاه‌های دروغ‌سنج.",
        "测谎仪报废处置项目。",
    ],
)
def test_law_courts_press_and_disposal_buy_nothing(text: str) -> None:
    assert bought(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "人脸识别布控系统，供应商须提供检测报告。",
        "测谎仪2台，提供3C证书及检测报告。",
        "采购手机取证设备1套，并提供操作人员培训证书。",
        "具有步态识别功能的摄像机10台。",
        "Le fournisseur devra avoir livré trois IMSI-catchers avant le 1er mars.",
        "El contratista deberá haber entregado tres captadores de IMSI antes del 1 de marzo.",
        "Supply of certified mobile phone forensics kits, two units.",
        "The bidder shall have experience in public works and shall deliver ten IMSI catchers.",
        "Supply of polygraphs with training for ten examiners.",
        "Live facial recognition with a watchlist improves passenger experience.",
        "Supply, fitting and recycling of electronic ankle bracelets for offenders.",
        "全息档案展示人员的人脸抓拍、车辆轨迹、工作经历。",
        "投标时提供手机取证实绩与手机取证设备两套。",
        "Карточки активистов, ранее участвовавших в митингах, с распознаванием лиц в толпе по списку розыска.",
        "Servicio de estudios de ADN de sospechosos.",
        "3D200 IMSI catcher, two units.",
        "The court shall be equipped with two polygraphs.",
        "The goods supplied fall under 5A001.f: two IMSI catchers.",
        "Suministro de tobilleras electrónicas con certificado de conformidad.",
        "Suministro, instalación y retirada de tobilleras electrónicas.",
        "Fourniture de polygraphes avec certificat de conformité.",
        "Поставка полиграфов с сертификатом соответствия.",
        "Електронні браслети для засуджених із сертифікатом відповідності.",
        "توريد أجهزة كشف الكذب مع شهادة منشأ.",
        "خرید دستگاه دروغ‌سنج با گواهی کالیبراسیون.",
        "Qualification requirements\nTwo contracts of a like kind.\nSubject of the purchase\nFive polygraphs.",
        "一、人员要求\n1. 项目经理一名。\n二、货物一览\n1. 测谎仪5台。",
    ],
)
def test_things_with_papers_days_and_training_stay_bought(text: str) -> None:
    assert bought(text) != []


@pytest.mark.parametrize("word", ["experience ", "Qualification\n", "5A001 ", "法院", "опыт ", "have worked "])
def test_long_repetition_takes_no_time(word: str) -> None:
    began = time.process_time()
    find_in_text(word * (50_000 // len(word)) + " polygraph", doc_kind="tender_spec")
    assert time.process_time() - began < 30
