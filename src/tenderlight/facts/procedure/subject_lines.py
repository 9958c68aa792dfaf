"""The number of the procedure in the subject line of a letter in English: "RE: TENDER NO. NWR/T/009/2022-2023 - …".

The reference at the head of a letter is the number of the letter; its subject says which procedure it is about.
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece

_SAMPLE = 6_000
_SUBJECT = re.compile(
    r"(?m)^[ \t]{0,40}(?:re|sub|subj|subject)[ ]?[:.-][ ]?[^\n]{0,90}?(?<!your )\b(?:tender|bid|procurement|nit|rfp|"
    r"rfq|rfb|itb|itt|solicitation|eoi)[ ](?:notice[ ])?(?:no|number|ref|reference|id)\b[.:]{0,2}[ ]{0,2}"
    r"(?P<number>[a-z0-9](?:[\w/.&-]{0,60}\d)(?:[\w/-]{0,12}\w)?)"
)


def number_of_subject(notice: Notice) -> Piece | None:
    """Return where the subject line of a letter in English has the number of a procedure, or None."""
    for sheet in notice.sheets[:1] if notice.language == "en" else ():
        found = _SUBJECT.search(sheet.flat[:_SAMPLE])
        if found is not None:
            return Piece(sheet=sheet, start=found.start("number"), end=found.end("number"))
    return None
