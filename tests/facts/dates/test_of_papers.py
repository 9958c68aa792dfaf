"""Days by the words for the making of a paper, by its number, by a label behind them, and of two who sign."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

DAYS = {
    "made, in a label of many words (ru)": (
        (
            "Протокол об итогах № 71\nДата и время формирования: 2022-03-14 10:12:44\nЗаказчик: ГУ «Аппарат акима»\n"
            "Победитель: ТОО «Алатау Сервис»\n"
        ),
        "2022-03-14 award",
    ),
    "told, in a label of many words (uk)": (
        (
            "Повідомлення про намір укласти договір про закупівлю\nЗамовник: Комунальне підприємство «Світло»\n"
            "Переможець: ТОВ «Ланет Плюс»\nДата і час повідомлення: 21.02.2022 09:14\n"
        ),
        "2022-02-21 award",
    ),
    "plan brought up to date (es)": (
        (
            "PLAN ANUAL DE ADQUISICIONES 2023\nEntidad: Alcaldía de Valle Hondo\nDescripción: compra de radios\n"
            "Fecha de última actualización: 31 de enero de 2023\n"
        ),
        "2023-01-31 publication",
    ),
    "number and day at the head (en)": (
        (
            "STATE POLICE HEADQUARTERS\nNotice of award\nOrder No. K4-3321/2022/PHQ dated 17.08.2022\n"
            "Sanction is accorded to place the supply order with M/s Bluefin Optics Pvt Ltd at a total cost of "
            "Rs. 4,20,000/-.\n"
        ),
        "2022-08-17 award",
    ),
    "label behind the day (fr)": (
        (
            "AVIS D'INTENTION DE PASSER UN MARCHÉ PAR ENTENTE DIRECTE\nTitulaire pressenti : Ondes Plus SA\n"
            "Observations dans un délai de dix jours à compter du 03/05/2023, date de publication.\n"
        ),
        "2023-05-03 publication",
    ),
    "the jury met (pt)": (
        (
            "RELATÓRIO PRELIMINAR DE ANÁLISE DAS PROPOSTAS\nO júri, reunido a 11 de maio de 2021, propõe a ordenação:\n"
            "1.º – Mobitec, Lda. – 10.000,00 €\n"
        ),
        "2021-05-11 publication",
    ),
    "correction by its words (ru)": (
        (
            "Изменения в документы электронного аукциона AU20230114\nБанк сообщает об изменениях от 19.01.2023:\n"
            "пункт 3: вместо «6 шт.» читать «8 шт.»; срок окончания приёма предложений продлён до 27.01.2023.\n"
        ),
        "2023-01-19 correction",
    ),
    "record of an earlier step (ru)": (
        (
            "Протокол рассмотрения первых частей заявок\nЗаказчик: ООО «Порт»\nПобедители не определены.\n"
            "Дата протокола: 04.06.2024\n"
        ),
        "2024-06-04 publication",
    ),
    "both sign, roles behind the days (de)": (
        (
            "Kaufvertrag über Funkgeräte\nzwischen Stadt Hohenfels (Auftraggeber) und Lindner GmbH (Auftragnehmer)\n"
            "Laufzeit: 24 Monate ab 01.03.2023\n"
            "Hohenfels, 14.02.2023 (Auftraggeber)      Ulm, 09.02.2023 (Auftragnehmer)\n"
        ),
        "2023-02-14 contract",
    ),
    "both sign, roles behind the days (en)": (
        (
            "Contract of supply no. 12/2022\nBETWEEN the Port Authority (the Contracting Authority) and Salt Ltd (the "
            "Contractor).\nSigned in Westmark on the 4th day of May 2022 (Contractor) and the 9th day of May 2022 "
            "(Contracting Authority).\n"
        ),
        "2022-05-09 contract",
    ),
    "both sign at the foot (zh)": (
        (
            "设备采购合同\n需方：山南县水务局\n供方：宁海华泰仪器有限公司\n合同总价：50000元\n"
            "需方：（章）2023年5月12日\n供方：（章）2023年5月9日\n"
        ),
        "2023-05-12 contract",
    ),
    "signed, then made known (fr)": (
        (
            "FICHE DE MARCHÉ SIGNÉ\nAutorité contractante : Ministère de la Santé\nAttributaire : Kinmed SARL\n"
            "Montant du marché : 40 000 USD\nDate de signature : 4 mars 2021\nDate de notification : 11 mars 2021\n"
        ),
        "2021-03-04 contract",
    ),
    "made and then made known, in one line (fr)": (
        (
            "ACTE D'ENGAGEMENT – Marché n° 2020-7\nPouvoir adjudicateur : Ville du Val\nContractant : Optivue SA\n"
            "Montant TTC : 71 616,00 €\nFait le 18/03/2020. Marché notifié le 25/03/2020.\n"
        ),
        "2020-03-18 contract",
    ),
    "only made known (fr)": (
        (
            "FICHE DE MARCHÉ\nAutorité contractante : Ministère de la Santé\nTitulaire : Kinmed SARL\n"
            "Montant du marché : 40 000 USD\nNotifié le 11 mars 2021\n"
        ),
        "2021-03-11 contract",
    ),
    "deed in words (it)": (
        (
            "CONTRATTO DI APPALTO rep. n. 12\nL'anno duemilaventidue, il giorno sette del mese di aprile, in "
            'Lecce, tra il Comune di Lecce (di seguito "Stazione appaltante") e Ottica Srl, con sede in Bari (di '
            'seguito "Appaltatore"), si conviene quanto segue.\n'
        ),
        "2022-04-07 contract",
    ),
    "place and day far behind the name (ru)": (
        (
            "Договор поставки № 7/2-К      г. Омск, 3 марта 2022 г.\nПокупатель: МУП «Свет». Поставщик: ООО «Луч».\n"
            "Договор заключён по итогам закупки № 322.\n"
        ),
        "2022-03-03 contract",
    ),
    "the form of the day is told": (
        (
            "Contract Award Notice\nProcuring Entity: Fire Brigade\nAward to: Blue Ridge Telecoms Limited\n"
            "Contract Value: JMD 21,846,500.00\nAward Date: 05/04/2022 (dd/mm/yyyy)\n"
        ),
        "2022-04-05 award",
    ),
    "the call was published before (ru)": (
        (
            "Протокол рассмотрения и оценки котировочных заявок № 7\nЗаказчик: Фонд страхования\n"
            "Извещение размещено 02.02.2022 № 03051\nРезультат: победителем признано ООО «Степь».\n"
            "Председатель комиссии: Э.В. Маджиев. 15 февраля 2022 года\n"
        ),
        "2022-02-15 award",
    ),
    "a correction refers to an earlier notice (en)": (
        (
            "CORRIGENDUM No. 1\nFurther to the Award Notice published on 4th June 2024, the public is advised:\n"
            'Where it read "MWK 846" it should read "MWK 864".\nWestmark, 11th June 2024\n'
        ),
        "2024-06-11 correction",
    ),
    "decided on a day (zh)": (
        "关于体检服务的成交公示\n我局于2023年4月2日通过网上直购方式确定安康健康体检中心有限公司为体检服务单位。\n江水县公安局\n2023年4月3日\n",
        "2023-04-02 award",
    ),
}


@pytest.mark.parametrize(("text", "day"), list(DAYS.values()), ids=list(DAYS))
def test_the_day_of_a_paper(text: str, day: str) -> None:
    found = predict(text)
    assert f"{found.date} {found.date_kind}" == day


@pytest.mark.parametrize(
    "text",
    [
        (
            "Contract award notice\nBuyer: Port\nSupplier: Salt Ltd\nQuotation No. 4 dated 03.02.2022\n"
            "Bids received until 05.01.2022\n"
        ),
        (
            "PLAN ANUAL DE ADQUISICIONES 2023\nEntidad: Alcaldía\nFecha de última actualización: 31 de enero de 2023\n"
            "Fecha de creación: 2 de enero de 2023\n"
        ),
        "Извещение о проведении аукциона\nЗаказчик: ООО «Порт»\nДата окончания формирования заявок: 04.06.2024\n",
    ],
    ids=["a quotation", "two days", "the end of a period"],
)
def test_no_day_is_told_where_the_words_are_of_something_else(text: str) -> None:
    assert predict(text).date is None


def test_words_without_end_take_no_time() -> None:
    for part in ("дата и время ", "Order No. ", "(dd/mm/", "20.06.2023 (Auftraggeber", "Извещение о "):
        predict("Contract award notice\n" + part * 5_000)
