"""Lists of bidders one of whom is marked: that one won, at its price, whatever sets name, price and mark apart."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

LISTS = {
    "en": (
        "TENDER RESULTS\nProcuring entity: Marlow City Council\n",
        "Bidders",
        ("Orin Visual Ltd", "£284,300"),
        "winner",
    ),
    "de": (
        "ERGEBNIS DER AUSSCHREIBUNG\nAuftraggeber: Stadt Rhönau\n",
        "Bieter",
        ("Orin Bild AG", "312.400,00 EUR"),
        "Zuschlag",
    ),
    "it": (
        "ESITO DI GARA\nStazione appaltante: Comune di Monteforte\n",
        "Concorrenti",
        ("Orin S.p.A.", "€ 246.800,00"),
        "aggiudicatario",
    ),
    "ar": (
        "نتيجة المنافسة\nالجهة الحكومية: بلدية الواحة\n",
        "المتنافسون",
        ("شركة نور البيان", "7,260,450.00 ريال"),
        "فائز",
    ),
}
OTHER = {"en": "Calder Rail plc", "de": "Netzbau Saale GmbH", "it": "Sentiero S.r.l.", "ar": "مؤسسة رؤية الغد"}
LOST = {"en": "unsuccessful", "de": "nicht berücksichtigt", "it": "escluso", "ar": "مستبعد"}


@pytest.mark.parametrize("form", ["- {f} — {p} — {m}", "{f}: {p} ({m})", "• {f} | {p} | {m}"])
@pytest.mark.parametrize("language", list(LISTS))
def test_the_marked_bidder_of_a_list_won(language: str, form: str) -> None:
    head, label, (firm, price), mark = LISTS[language]
    lines = [
        form.format(f=OTHER[language], p=price.replace("4", "5"), m=LOST[language]),
        form.format(f=firm, p=price, m=mark),
    ]
    notice = predict(f"{head}{label}:\n" + "\n".join(lines) + "\n")
    assert [one.name.rstrip(".") for one in notice.suppliers or ()] == [firm.rstrip(".")]


@pytest.mark.parametrize("language", list(LISTS))
def test_the_marked_bidder_of_one_line_won(language: str) -> None:
    head, label, (firm, price), mark = LISTS[language]
    notice = predict(f"{head}{label}: {OTHER[language]} {price.replace('4', '5')}; {firm} {price} ({mark}).\n")
    assert [one.name.rstrip(".") for one in notice.suppliers or ()] == [firm.rstrip(".")]


@pytest.mark.parametrize("language", list(LISTS))
def test_nobody_won_where_nobody_is_marked(language: str) -> None:
    head, label, (firm, price), _mark = LISTS[language]
    notice = predict(f"{head}{label}:\n- {OTHER[language]} — {price.replace('4', '5')}\n- {firm} — {price}\n")
    assert not notice.suppliers


def test_riyals_alone_are_of_no_country() -> None:
    head, label, (firm, price), mark = LISTS["ar"]
    notice = predict(f"{head}{label}:\n- {firm} — {price} — {mark}\n")
    assert notice.region is None or notice.region.country is None
