"""Lots in rows without a head and in sentences: names keep within their cells, and are no words of money."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

CASES = {
    "en, a company whose name says security": (
        (
            "CONTRACT AWARD NOTICE\nBuyer: Wexmoor Council\n"
            "Lot 1 was awarded to Halden Optics Ltd in the sum of £486,240.00.\n"
            "Lot 2 was awarded to Copperline Security LLC in the sum of £226,400.00.\nLot 3: no bids received.\n"
        ),
        ("Halden Optics Ltd 486240", "Copperline Security LLC 226400", "None None"),
    ),
    "es, rows of number, subject, name and price": (
        (
            "ACTA DE ADJUDICACIÓN\nEntidad contratante: Ayuntamiento de Los Robles\n"
            "Lote Nº 1\tVideovigilancia\tSeguridad del Litoral, S.A.\t486.240,00 EUR\n"
            "Lote Nº 2\tMantenimiento\tInformática Paraná S.R.L.\t75.300,00 EUR\n"
        ),
        ("Seguridad del Litoral, S.A. 486240", "Informática Paraná S.R.L. 75300"),
    ),
    "ru, a name that ends with a quotation mark": (
        (
            "ИТОГОВЫЙ ПРОТОКОЛ\nЗаказчик: ГКУ «Безопасный город»\n"
            "Лот №1\tВидеонаблюдение\tООО «ТехноЩит»\t486 240,00 руб.\n"
            "Лот №2\tКонтроль доступа\tАО «Кама-Видео»\t226 400,00 руб.\n"
        ),
        ("ООО «ТехноЩит» 486240", "АО «Кама-Видео» 226400"),
    ),
    "fr, an article before the head of each": (
        (
            "AVIS D'ATTRIBUTION\nPouvoir adjudicateur : Commune de Roquelune\n"
            "Le lot n° 1 est attribué à Argos Vidéo SAS pour 486 240 €.\n"
            "Le lot n° 2 est attribué à Camélion Embarqué SARL pour 226 400 €.\n"
        ),
        ("Argos Vidéo SAS 486240", "Camélion Embarqué SARL 226400"),
    ),
    "pt, one of the rows came to nothing": (
        (
            "TERMO DE HOMOLOGAÇÃO\nÓrgão: Prefeitura Municipal de Serra Clara\n"
            "Lote   Vencedor   Valor (R$)\nLote 1   Vigia Norte Comércio Ltda.   486.240,00\nLote 2   deserto   -\n"
        ),
        ("Vigia Norte Comércio Ltda. 486240", "None None"),
    ),
    "uk, no offers": (
        (
            "ПРОТОКОЛ РОЗГЛЯДУ\nЗамовник: КП «Безпечне місто»\n"
            "Лот № 1: ТОВ «Ладога Безпека», 486 240,00 грн\nЛот № 2: пропозицій не подано\n"
        ),
        ("ТОВ «Ладога Безпека» 486240", "None None"),
    ),
    "zh, nothing in the place of the winner": (
        "采购结果公告\n采购人：定岚市公安局\n第一包：河西云盾电子有限公司，中标金额486,240元\n第二包：无\n",
        ("河西云盾电子有限公司 486240", "None None"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_lot_has_its_own_winner_and_price(name: str) -> None:
    text, expected = CASES[name]
    lots = predict(text).lots
    told = tuple(
        f"{one.supplier} {one.amount if one.amount is None else f'{one.amount.normalize():f}'}" for one in lots
    )
    assert told == expected


def test_a_security_is_no_price_whoever_is_named_before_it() -> None:
    text = "CONTRACT AWARD NOTICE\nBuyer: Wexmoor Council\n{}: Halden Optics Ltd, performance security £48,624\n"
    found = predict(f"{text.format('Lot 1')}Lot 2: Apogee Integrated Ltd, bid security of £9,000\n")
    assert found.amount is None
