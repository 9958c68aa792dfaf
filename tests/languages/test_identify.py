"""Which language a text is in."""

from __future__ import annotations

import pytest

from tenderlight.languages.identify import ENOUGH, language_of

# Phrases of notices and tenders, invented; also measured by `benchmarks/reading_truth.py`.
PHRASES = {
    "zh": (
        "采购人：澄迈县公安局",
        "本项目预算金额为人民币四百万元",
        "投标人须知前附表",
        "供应商应提供制造商授权书",
        "得標廠商應於三十日內完成驗收",
        "技術規格及數量詳如附件",
    ),
    "ja": (
        "入札公告",
        "落札者の氏名及び住所",
        "契約金額は税込みとする",
        "本業務の仕様書を交付する",
        "調達物品及び数量",
        "履行期限は令和六年三月三十一日まで",
    ),
    "ko": (
        "입찰 공고",
        "계약 금액은 부가가치세를 포함한다",
        "낙찰자 선정 방법",
        "수요기관의 장",
        "물품 납품 장소 및 기한",
        "기술제안서 평가 기준",
    ),
    "en": (
        "Contracting authority",
        "The tenderer shall supply all equipment within 60 days",
        "Notice of contract award",
        "Total value excluding VAT",
        "Lot 2: maintenance of cameras",
        "Evaluation criteria and weighting",
    ),
    "ru": (
        "Извещение о проведении электронного аукциона",
        "Начальная (максимальная) цена контракта",
        "Поставщик обязан передать товар",
        "Протокол рассмотрения заявок",
        "Реквизиты контракта",
        "Заказчик вправе отказаться от исполнения",
    ),
    "uk": (
        "Оголошення про проведення відкритих торгів",
        "Очікувана вартість предмета закупівлі",
        "Переможець процедури закупівлі",
        "Строк поставки товарів",
        "Договір про закупівлю послуг",
        "Замовник і його ідентифікаційний код",
    ),
    "es": (
        "Anuncio de licitación",
        "El adjudicatario deberá entregar los equipos",
        "Pliego de prescripciones técnicas",
        "Importe total sin impuestos",
        "Órgano de contratación",
        "Plazo de ejecución del contrato",
    ),
    "pt": (
        "Aviso de licitação",
        "O fornecedor deverá entregar os equipamentos",
        "Pregão eletrônico para registro de preços",
        "Valor total da contratação",
        "Órgão contratante e seu endereço",
        "Prazo de execução não superior a seis meses",
    ),
    "fr": (
        "Avis d'attribution de marché",
        "Le titulaire doit livrer le matériel",
        "Pouvoir adjudicateur",
        "Montant total hors taxes",
        "Cahier des clauses techniques particulières",
        "Délai d'exécution des prestations",
    ),
    "de": (
        "Bekanntmachung vergebener Aufträge",
        "Der Auftragnehmer liefert die Geräte",
        "Öffentlicher Auftraggeber",
        "Gesamtwert ohne Mehrwertsteuer",
        "Leistungsverzeichnis und Zuschlagskriterien",
        "Frist für den Eingang der Angebote",
    ),
    "it": (
        "Avviso di aggiudicazione dell'appalto",
        "L'aggiudicatario dovrà fornire le attrezzature",
        "Stazione appaltante",
        "Importo complessivo al netto dell'IVA",
        "Capitolato speciale e disciplinare di gara",
        "Termine per la presentazione delle offerte",
    ),
    "pl": (
        "Ogłoszenie o udzieleniu zamówienia",
        "Wykonawca dostarczy sprzęt w terminie",
        "Zamawiający i jego adres",
        "Wartość zamówienia bez podatku",
        "Specyfikacja warunków zamówienia",
        "Kryteria oceny ofert",
    ),
    "ar": (
        "إعلان عن مناقصة عامة",
        "يلتزم المورد بتسليم الأجهزة",
        "قيمة العقد الإجمالية",
        "الجهة المتعاقدة وعنوانها",
        "المواصفات الفنية للكاميرات",
        "آخر موعد لتقديم العطاءات",
    ),
    "fa": (
        "آگهی مناقصه عمومی",
        "پیمانکار موظف است تجهیزات را تحویل دهد",
        "مبلغ کل قرارداد",
        "دستگاه مناقصه‌گزار و نشانی آن",
        "مشخصات فنی دوربین‌ها",
        "مهلت ارائه پیشنهادها",
    ),
    "tr": (
        "İhale ilanı",
        "Yüklenici ekipmanı altmış gün içinde teslim eder",
        "Sözleşme bedeli",
        "İdarenin adı ve adresi",
        "Teknik şartname ve birim fiyat",
        "Tekliflerin değerlendirilmesi",
    ),
    "ug": (
        "مال سېتىۋېلىش ئېلانى",
        "تەمىنلىگۈچى ئۈسكۈنىلەرنى يەتكۈزۈپ بېرىدۇ",
    ),
}
KNOWN_WRONG = {"入札公告", "Montant total hors taxes"}
"""Four Chinese characters that are Japanese, and four words that the model takes for English."""


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in PHRASES.items() for text in texts]
)
def test_phrase_is_known_by_its_language(language: str, text: str) -> None:
    assert (language_of(text) == language) is (text not in KNOWN_WRONG)


@pytest.mark.parametrize("text", ["", "  \n", "1234.56 / 2021-03-04", "A", "★ 1、"])
def test_text_without_letters_has_no_language(text: str) -> None:
    assert language_of(text) is None


def test_only_the_beginning_counts() -> None:
    assert language_of("采购人：" * ENOUGH + "The supplier shall deliver the goods. " * ENOUGH) == "zh"


def test_mixed_text_is_in_the_language_of_most_of_it() -> None:
    assert language_of("本项目采购 NVIDIA Tesla T4 GPU 八块，用于视频图像解析服务器") == "zh"
    assert language_of("The server (人像服务器) shall hold eight cards and two power supplies") == "en"


def test_line_ends_do_not_matter() -> None:
    assert language_of("Извещение\nо проведении\r\nэлектронного аукциона") == "ru"
