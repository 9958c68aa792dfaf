"""Capabilities told in Persian, refusals and options in its words, and other trades in the same words."""

from __future__ import annotations

import pytest

from tests.capabilities.found import bought, found

TOLD = [
    (
        "tender_spec",
        "face.live_watchlist:required",
        (
            "سامانه باید چهره هر کس را که وارد ایستگاه می‌شود بی‌درنگ با فهرست افراد تحت تعقیب مقایسه و "
            "به اتاق کنترل هشدار دهد."
        ),
    ),
    (
        "tender_spec",
        "face.retro_search:required",
        "با بارگذاری عکس مظنون، همه دفعات حضور او در فیلم‌های ضبط‌شده به ترتیب شباهت نمایش داده شود.",
    ),
    ("tender_spec", "face.population_db:required", "ایجاد بانک چهره از عکس‌های کارت ملی برای ۸۰ میلیون شهروند."),
    ("tender_spec", "face.access_attendance:required", "دستگاه حضور و غیاب کارکنان با تشخیص چهره، ۲۰ دستگاه."),
    ("tender_spec", "eth.face_ethnicity:required", "نرم‌افزار باید قومیت، سن و جنسیت افراد را از روی چهره تعیین کند."),
    (
        "tender_spec",
        "eth.religion_profiling:required",
        "شناسایی نمازگزاران مسجد با دوربین‌های تشخیص چهره و ثبت رفت‌وآمد آنان برای پلیس امنیت.",
    ),
    ("tender_spec", "bio.iris:required", "اسکنر عنبیه برای ثبت و تطبیق هویت زندانیان."),
    (
        "tender_spec",
        "bio.voiceprint:required",
        "شناسایی گوینده مکالمات شنودشده از روی صدا و تطبیق با بانک صدای متهمان.",
    ),
    (
        "tender_spec",
        "bio.dna:required",
        "اخذ نمونه بزاق از بازداشت‌شدگان و ثبت پروفایل ژنتیکی آنان در بانک اطلاعات آگاهی.",
    ),
    ("tender_spec", "bio.gait:required", "تشخیص هویت افراد نقاب‌دار از روی طرز راه رفتن در تصاویر دوربین‌ها."),
    (
        "tender_spec",
        "bio.multimodal_capture:required",
        "کیت سیار ثبت اثر انگشت ده انگشت، عنبیه و تصویر چهره متهمان در کلانتری‌ها.",
    ),
    (
        "tender_spec",
        "crowd.protest_monitoring:required",
        "رصد تجمعات اعتراضی با دوربین و پهپاد و شناسایی لیدرها برای پلیس.",
    ),
    ("tender_spec", "crowd.control_devices:required", "خرید نارنجک اشک‌آور و گلوله پلاستیکی برای یگان ویژه."),
    ("tender_spec", "cust.detention_mgmt:required", "شمارش خودکار زندانیان در بندها و ضبط و تحلیل تماس‌های تلفنی آنان."),
    ("tender_spec", "cust.checkpoint_border:required", "گیت‌های مرزی برای تطبیق چهره و اثر انگشت مسافران با گذرنامه."),
    (
        "tender_spec",
        "dev.spyware:required",
        "نصب مخفیانه بدافزار روی گوشی سوژه بدون اطلاع او و دسترسی به پیام‌ها و میکروفون.",
    ),
    (
        "tender_spec",
        "dev.phone_forensics:required",
        "بازگشایی قفل گوشی‌های توقیفی و استخراج پیام‌های حذف‌شده برای پرونده‌های قضایی.",
    ),
    ("tender_spec", "dev.phone_inspection:required", "وارسی گوشی مسافران در ایست بازرسی برای یافتن فیلترشکن."),
    (
        "tender_spec",
        "dev.imsi_catcher:required",
        "خودرو مجهز به ایستگاه پایه جعلی برای دریافت imsi و مکان‌یابی گوشی مظنون.",
    ),
    (
        "tender_spec",
        "dev.wifi_sniffer:required",
        "حسگرهایی که مک‌آدرس گوشی رهگذران را جمع‌آوری و مسیر آنان را ثبت می‌کنند.",
    ),
    (
        "tender_spec",
        "emo.emotion_recognition:required",
        "دوربین کلاس باید احساسات و میزان توجه دانش‌آموزان را از حالت چهره تشخیص دهد.",
    ),
    ("tender_spec", "emo.deception_interrogation:required", "دستگاه دروغ‌سنج برای اتاق بازجویی."),
    ("tender_spec", "beh.abnormal_behaviour:required", "تشخیص خودکار پرسه‌زنی، نزاع و رفتار مشکوک در ایستگاه‌های مترو."),
    (
        "tender_spec",
        "online.opinion_monitoring:required",
        "رصد مطالب انتقادی کاربران در شبکه‌های اجتماعی و گزارش روزانه به استانداری.",
    ),
    ("tender_spec", "online.content_control:required", "مسدودسازی سایت‌ها و فیلترشکن‌ها در سطح اپراتورهای کشور."),
    ("tender_spec", "online.dpi_interception:required", "شنود مکالمات مشترکان و ذخیره پیامک‌ها برای نهادهای امنیتی."),
    (
        "tender_spec",
        "online.osint_profiling:required",
        "شناسایی هویت صاحبان حساب‌های ناشناس و تهیه پرونده از منابع باز.",
    ),
    (
        "tender_spec",
        "pred.predictive_policing:required",
        "پیش‌بینی محل وقوع جرم و امتیازدهی خطر به هر فرد برای اعزام گشت.",
    ),
    (
        "tender_spec",
        "pred.data_fusion:required",
        "تجمیع داده‌های هتل‌ها، پروازها، بانک‌ها، مخابرات و دوربین‌ها در یک سامانه برای پلیس.",
    ),
    ("tender_spec", "score.social_scoring:required", "امتیازدهی به رفتار شهروندان و محرومیت افراد کم‌امتیاز از خدمات."),
    ("tender_spec", "track.key_persons:required", "پایش تردد فعالان و خبرنگاران و هشدار هنگام سفر آنان."),
    (
        "tender_spec",
        "track.attribute_search:required",
        "جستجوی افراد بر اساس رنگ لباس و کیف در دوربین‌های شهر و دنبال کردن آنان از دوربینی به دوربین دیگر.",
    ),
    (
        "tender_spec",
        "track.person_dossier:required",
        "برای هر شهروند پرونده‌ای خودکار از سفرها، تماس‌ها و همراهان او تشکیل شود.",
    ),
    (
        "tender_spec",
        "track.electronic_tag:required",
        "پابند الکترونیکی برای محکومان حبس خانگی با هشدار خروج از محدوده.",
    ),
    (
        "tender_spec",
        "veh.lpr_network:required",
        "ثبت پلاک خودروها در ورودی‌های شهر، تطبیق با فهرست خودروهای سرقتی و جستجوی مسیر تردد.",
    ),
    ("tender_spec", "veh.vehicle_tracking:required", "نصب ردیاب روی همه خودروهای شخصی اجباری است."),
    ("tender_spec", "air.drone_surveillance:required", "پهپاد مجهز به تشخیص چهره برای تعقیب افراد در تجمعات."),
    ("contract_clause", "face.live_watchlist:forbidden", "پیمانکار حق ندارد چهره رهگذران را شناسایی کند."),
    ("contract_clause", "online.opinion_monitoring:negated", "رصد شبکه‌های اجتماعی در موضوع این قرارداد نیست."),
    ("bid_response", "bio.iris:optional", "اسکنر عنبیه با قیمت جداگانه و در صورت درخواست کارفرما."),
    (
        "contract_annex",
        "face.access_attendance:standard",
        "در نسخه پایه و بدون هزینه اضافی: کنترل تردد کارکنان با تشخیص چهره.",
    ),
]
INNOCENT = [
    "صورتجلسه تحویل کالا باید به صورت کتبی تنظیم شود.",
    "پیمانکار بدون توجه به قومیت و مذهب نیرو استخدام کند.",
    "دستگاه اندازه‌گیری فشار چشم و لیزر درمانی التهاب عنبیه برای درمانگاه.",
    "بررسی اعتراض به نتایج مناقصه ظرف ده روز.",
    "راه‌اندازی وای‌فای رایگان در پارک‌ها.",
    "تولید محتوا برای صفحه شهرداری در اینستاگرام.",
    "پیش‌بینی جرم رسوب لوله‌ها در تصفیه‌خانه.",
    "پهپاد سم‌پاشی باغ‌ها و نقشه‌برداری.",
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
        "تطبیق چهره‌های رهگذران در خیابان‌ها با فهرست افراد تحت تعقیب و هشدار فوری به پلیس.",
        "تطبیق چهره های رهگذران در خیابان ها با فهرست افراد تحت تعقیب و هشدار فوری به پلیس.",
        "تطبيق چهرهٔ رهگذران در خيابانها با فهرست افراد تحت تعقيب و هشدار فورى به پليس.",
    ],
)
def test_joiners_blanks_and_arabic_letters_change_nothing(text: str) -> None:
    assert "face.live_watchlist:required" in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("پیمانکار متعهد است چهره رهگذران را شناسایی نکند.", "face.live_watchlist:forbidden"),
        ("پیمانکار موظف است مکالمات مشترکان را شنود نکند.", "online.dpi_interception:forbidden"),
    ],
)
def test_what_a_party_promises_not_to_do_is_forbidden(text: str, expected: str) -> None:
    assert expected in found(text, "contract_clause")
