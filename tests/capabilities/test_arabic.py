"""Capabilities told in Arabic, refusals and options in its words, and other trades in the same words."""

from __future__ import annotations

import pytest

from tests.capabilities.found import bought, found

TOLD = [
    (
        "tender_spec",
        "face.live_watchlist:required",
        "يلزم أن تقارن المنظومة وجه كل من يدخل المحطة بسجل المبحوث عنهم وأن تنبه غرفة العمليات خلال ثانيتين.",
    ),
    (
        "tender_spec",
        "face.live_watchlist:required",
        "مطابقة لحظية لوجوه المارة في الميادين مع قوائم الترقب وإرسال إشعار إلى أقرب دورية.",
    ),
    (
        "contract_clause",
        "face.live_watchlist:forbidden",
        "يحظر على المتعهد تشغيل التعرف الفوري على الوجوه في الأماكن العامة.",
    ),
    (
        "tender_spec",
        "face.retro_search:required",
        "يرفع المحقق صورة المشتبه به فيعرض البرنامج كل ظهور له في تسجيلات الأيام السابقة مرتبة حسب درجة التشابه.",
    ),
    (
        "tender_spec",
        "face.population_db:required",
        "إنشاء قاعدة بيانات لوجوه المواطنين تتسع لأربعين مليون صورة مأخوذة من صور بطاقات الهوية.",
    ),
    (
        "tender_spec",
        "face.scraped_db:required",
        "جمع صور الأشخاص من مواقع التواصل آليا وإدراج وجوههم في قاعدة قابلة للبحث.",
    ),
    ("tender_spec", "face.access_attendance:required", "توريد أجهزة حضور وانصراف للموظفين بالتعرف على الوجه، عدد 25."),
    (
        "award_notice",
        "face.access_attendance:offered",
        "أرسيت على شركة النور: بوابات دوارة لمدخل المبنى تفتح للموظف بعد التعرف على وجهه، 6 وحدات.",
    ),
    (
        "tender_spec",
        "eth.face_ethnicity:required",
        "يصنف البرنامج الأشخاص الظاهرين في الكاميرات حسب الجنس والعمر والأصل العرقي.",
    ),
    (
        "contract_clause",
        "eth.face_ethnicity:forbidden",
        "لا يجوز للمورد استخدام صور الوجوه لاستنتاج الانتماء العرقي للأشخاص.",
    ),
    (
        "tender_spec",
        "eth.religion_profiling:required",
        "كاميرات عند مداخل المساجد تتعرف على وجوه المصلين وتسجل مواعيد ترددهم لصالح الأجهزة الأمنية.",
    ),
    (
        "tender_spec",
        "eth.group_registry:required",
        "عند نزول شخص من أصول كردية في فندق يصل تنبيه إلى مخفر الشرطة ويقيد في سجل خاص.",
    ),
    ("tender_spec", "eth.language_id:required", "تمييز لهجة المتحدث في المكالمات المعترضة ومنها الأمازيغية والكردية."),
    ("tender_spec", "bio.iris:required", "ماسحات قزحية محمولة لتسجيل بصمة العين للنزلاء ومطابقتها."),
    (
        "tender_spec",
        "bio.voiceprint:required",
        "تحديد هوية المتكلم في المكالمات المسجلة بمضاهاة صوته ببنك البصمات الصوتية للمتهمين.",
    ),
    (
        "tender_spec",
        "bio.dna:required",
        "أخذ مسحات فموية من الموقوفين وحفظ بصماتهم الوراثية في قاعدة البيانات الجنائية.",
    ),
    ("tender_spec", "bio.gait:required", "التعرف على الملثمين من أسلوب مشيتهم في تسجيلات الكاميرات."),
    (
        "tender_spec",
        "bio.multimodal_capture:required",
        "محطات تسجيل تأخذ البصمات العشر وصورة الوجه والقزحية من كل موقوف في مراكز الشرطة.",
    ),
    (
        "tender_spec",
        "crowd.protest_monitoring:required",
        "إنذار مبكر بالتجمهرات والوقفات الاحتجاجية من الكاميرات وتقدير أعداد المشاركين وإبلاغ قيادة الشرطة.",
    ),
    ("tender_spec", "crowd.control_devices:required", "توريد قنابل مسيلة للدموع وطلقات مطاطية لقوات مكافحة الشغب."),
    (
        "tender_spec",
        "cust.checkpoint_border:required",
        "بوابات إلكترونية في المنافذ الحدودية تطابق وجه المسافر وبصمته مع جواز السفر.",
    ),
    (
        "tender_spec",
        "dev.spyware:required",
        "زرع برنامج خفي في هاتف المستهدف دون علمه وسحب رسائله وتشغيل الميكروفون عن بعد.",
    ),
    ("tender_spec", "dev.phone_forensics:required", "جهاز يفك قفل الهواتف المضبوطة ويستخرج المحادثات المحذوفة كأدلة."),
    ("tender_spec", "dev.phone_inspection:required", "فحص سريع لهواتف المارة عند الحواجز بحثا عن تطبيقات محظورة."),
    (
        "tender_spec",
        "dev.imsi_catcher:required",
        "سيارة مجهزة بمحطة خلوية وهمية تلتقط أرقام imsi وتحدد موقع هاتف المطلوب.",
    ),
    ("tender_spec", "dev.wifi_sniffer:required", "مجسات تلتقط عناوين mac لهواتف المارة وتسجل تحركاتهم."),
    (
        "tender_spec",
        "emo.emotion_recognition:required",
        "تحلل الكاميرات تعابير وجوه الطلاب وتقيس انتباههم ومشاعرهم في كل حصة.",
    ),
    (
        "tender_spec",
        "emo.deception_interrogation:required",
        "جهاز كشف الكذب لغرف التحقيق يقيس الاستجابات الفسيولوجية للمشتبه بهم.",
    ),
    (
        "tender_spec",
        "beh.abnormal_behaviour:required",
        "تنبه الكاميرات تلقائيا إلى التسكع والعراك والوقوف المريب في المحطات.",
    ),
    (
        "tender_spec",
        "online.opinion_monitoring:required",
        "رصد ما ينشره المواطنون على مواقع التواصل من انتقادات للحكومة ورفع تقرير يومي إلى الوزارة.",
    ),
    (
        "tender_spec",
        "online.content_control:required",
        "حجب المواقع المعارضة وتطبيقات كسر الحجب على مستوى مزودي الخدمة في البلاد.",
    ),
    (
        "tender_spec",
        "online.dpi_interception:required",
        "اعتراض مكالمات المشتركين ورسائلهم وتخزينها سنة لصالح الأجهزة الأمنية.",
    ),
    (
        "tender_spec",
        "online.osint_profiling:required",
        "كشف هوية أصحاب الحسابات المجهولة وبناء ملف عن كل منهم من المصادر المفتوحة.",
    ),
    (
        "tender_spec",
        "pred.predictive_policing:required",
        "تقدير احتمال ارتكاب كل شخص جريمة وإعطاء درجة خطورة توجه بها الدوريات.",
    ),
    (
        "tender_spec",
        "pred.data_fusion:required",
        "دمج بيانات الفنادق والطيران والمصارف والاتصالات والكاميرات في منصة واحدة للمحققين في الشرطة.",
    ),
    (
        "tender_spec",
        "score.social_scoring:required",
        "رصيد نقاط لكل مواطن يخصم منه عند سوء السلوك وتضاف إليه مكافآت، ويحرم أصحاب الرصيد المنخفض من الخدمات.",
    ),
    ("tender_spec", "track.key_persons:required", "سجل بالنشطاء والصحفيين يتابع تحركاتهم وينبه عند سفر أحدهم."),
    (
        "tender_spec",
        "track.attribute_search:required",
        "البحث في الكاميرات عن شخص حسب لون ملابسه وحقيبته وتتبعه من كاميرا إلى أخرى.",
    ),
    ("tender_spec", "track.person_dossier:required", "ملف إلكتروني لكل فرد يتكون تلقائيا من كل ظهور له ومن يرافقه."),
    (
        "tender_spec",
        "track.electronic_tag:required",
        "أساور تتبع للمحكوم عليهم بالإقامة الجبرية مع تنبيه عند مغادرة المنزل.",
    ),
    (
        "tender_spec",
        "veh.lpr_network:required",
        "تسجيل لوحات المركبات على مداخل المدينة ومطابقتها مع قائمة السيارات المسروقة والاستعلام عن خط سيرها.",
    ),
    (
        "tender_spec",
        "veh.vehicle_tracking:required",
        "إلزام مالكي السيارات الخاصة بتركيب جهاز تتبع كشرط لتجديد الرخصة.",
    ),
    (
        "tender_spec",
        "air.drone_surveillance:required",
        "طائرات مسيرة تتعقب الأشخاص في التجمعات وتتعرف على وجوههم وتبث إلى غرفة العمليات.",
    ),
    (
        "tender_spec",
        "face.live_watchlist:negated",
        "لا يشمل نطاق العمل التعرف على وجوه المارة، وتكتفي الكاميرات بالعرض.",
    ),
    ("bid_response", "bio.voiceprint:negated", "حلنا لا يتضمن التعرف على المتحدث."),
    (
        "bid_response",
        "veh.lpr_network:optional",
        "خيار شراء بسعر منفصل: مطابقة لوحات السيارات العابرة مع قائمة المركبات المطلوبة.",
    ),
    (
        "contract_annex",
        "face.access_attendance:standard",
        "ضمن الرخصة الأساسية دون مقابل: فتح أبواب المبنى للموظفين بالتعرف على الوجه.",
    ),
]
INNOCENT = [
    "تسليم تقرير شهري عن أوجه القصور في الصيانة على وجه السرعة.",
    "جهاز إنذار حريق وكاشف دخان لمبنى المكتبة مع إشعار إلى غرفة الحراسة.",
    "يلتزم المورد بعدم التمييز بين العاملين على أساس العرق أو اللون أو الدين.",
    "فرش مساجد بالسجاد وتركيب مكبرات صوت لصلاة الجمعة.",
    "جهاز قياس ضغط العين لعيادة العيون مع مصباح شقي.",
    "مكبرات صوت وعازل للصوت لقاعة المؤتمرات.",
    "محلل جيني لمختبر أبحاث القمح في كلية الزراعة.",
    "حساب البصمة الكربونية والمائية لمباني الجامعة.",
    "مسيرة التنمية في المحافظة: معرض صور وكتيبات.",
    "توريد مراتب ووجبات للنزلاء في السجن المركزي.",
    "مظلات ومقاعد لصالة المسافرين في المنفذ.",
    "برنامج مضاد للفيروسات يكشف برامج التجسس ويزيلها من حواسيب الوزارة.",
    "فحص الهواتف الأرضية وصيانة السنترال.",
    "برج اتصالات لتقوية شبكة الهاتف المحمول في القرية.",
    "نقاط واي فاي مجانية لزوار الحديقة.",
    "إدارة صفحات البلدية على مواقع التواصل وتصميم المنشورات.",
    "تصفية المحتوى غير الملائم في أجهزة مكتبة الأطفال.",
    "مدة الاعتراض على نتيجة المنافسة عشرة أيام.",
    "أجهزة تتبع لحافلات البلدية ولوحات إرشادية.",
    "طائرة مسيرة لرش المبيدات ومسح الأراضي الزراعية.",
]


@pytest.mark.parametrize(("kind", "expected", "text"), TOLD)
def test_it_is_found_with_its_polarity(kind: str, expected: str, text: str) -> None:
    assert expected in found(text, kind)


@pytest.mark.parametrize("text", INNOCENT)
def test_other_trades_buy_nothing_of_the_kind(text: str) -> None:
    assert not bought(text)


@pytest.mark.parametrize(
    "text",
    [
        "مطابقة وجوه المارة في الميادين مع قوائم المطلوبين وإنذار الدورية فورا.",
        "مطابقة الوجوه للمارة بالميادين مع قائمة المطلوبين والإنذار الفوري للدورية.",
        "مُطابَقَةُ وُجوهِ المارّةِ في الميادينِ مع قوائمِ المطلوبين وإنذارُ الدوريةِ فورًا.",
        "مطابقـــة وجـــوه المارة في الميادين مع قوائم المطلوبين وانذار الدورية فورا.",
    ],
)
def test_articles_vowels_and_long_strokes_change_nothing(text: str) -> None:
    assert "face.live_watchlist:required" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "يتعهد المورد بألا يستخدم الكاميرات للتعرف على وجوه المارة.",
        "يلتزم المورد بعدم التعرف على وجوه المارة في الشوارع.",
    ],
)
def test_what_a_party_promises_not_to_do_is_forbidden(text: str) -> None:
    assert "face.live_watchlist:forbidden" in found(text, "contract_clause")


def test_a_refusal_behind_the_noun_is_one() -> None:
    text = "التعرف على وجوه المارة في الشوارع غير مطلوب في هذا المشروع."
    assert found(text) == {"face.live_watchlist:negated"}
