"""What stands before the goods in a sentence of a contract: who supplies, to whom, and that he does."""

from __future__ import annotations

import re

SUBJECT = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s)?(?:(?:поставщик|продавец|исполнитель|подрядчик|постачальник|продавець|"
    r"виконавець)\s"
    r"(?:обязуется |зобов['’]язується )?(?:поставить|поставляет|передать|передает|продает|поставити|постачає|передати|"
    r"передає)\s"
    r"(?:в собственность |у власність )?(?:(?:покупател|заказчик|покупц|замовник)[^\W\d_]{1,4}\s)?(?:товар:?\s)?|"
    r"the (?:supplier|seller|contractor|vendor) (?:shall|will|agrees to|undertakes to) (?:supply|deliver|"
    r"provide)(?: and [a-z]+)?\s"
    r"(?:(?:to )?the (?:purchaser|buyer|client|employer)(?: with)?\s)?|"
    r"(?:el proveedor|el contratista|o fornecedor|a contratada|le fournisseur|le titulaire|il fornitore) "
    r"(?:entregará|suministrará|vende|proveerá|fornecerá|entregará|livre|livrera|fournit|fournira|fornisce|consegna)\s"
    r"(?:(?:a|al|à|ao|to) (?:la |l['’])?[^\W\d_]{4,16}\s)?|"
    r"der (?:auftragnehmer|lieferant) liefert (?:dem (?:auftraggeber|käufer) )?)"
)
"""Who supplies, and that: what stands before the goods in a sentence."""
