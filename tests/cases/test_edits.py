"""What a person puts in the place of value or boxes is held against the claim before it is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from tenderlight.cases.edits import fitting
from tenderlight.errors import UsageError
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim
from tenderlight.model.edit import Edit
from tenderlight.model.values import AmountKind, AmountValue, CapabilityValue, SupplierValue, TextValue
from tests.made_claims import made_claim

BOX = Box(left=1, top=2, right=3, bottom=4)
SUPPLIER = made_claim(SupplierValue(name="Acorn"))
FACES = made_claim(CapabilityValue(capability="eth.face_ethnicity"))
MONEY = made_claim(AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(5)))
ON_PAGE = replace(SUPPLIER, quotes=(replace(SUPPLIER.quotes[0], page_number=1, pointer=None, boxes=(BOX,)),))
LAID_OUT = replace(
    SUPPLIER, quotes=(replace(SUPPLIER.quotes[0], boxes=(BOX, BOX), layout="c" * 64, layout_pages=(1, 2)),)
)


def test_an_edit_that_fits_is_stored_as_exports_write_it() -> None:
    moved = replace(BOX, right=9)
    stored = json.loads(fitting(Edit(value=SupplierValue(name="Acorn Optics"), boxes=((moved,),)), ON_PAGE))
    assert (stored["kind"], stored["value"]["name"], stored["boxes"]) == ("supplier", "Acorn Optics", [[[1, 2, 9, 4]]])
    assert json.loads(fitting(Edit(boxes=((moved, BOX),)), LAID_OUT))["value"] is None


@pytest.mark.parametrize(
    ("claim", "edit", "fault"),
    [
        (SUPPLIER, Edit(value=TextValue(text="x")), "cannot have that value"),
        (SUPPLIER, Edit(value=SUPPLIER.value), "puts there what stands there"),
        (ON_PAGE, Edit(boxes=((BOX,),)), "puts there what stands there"),
        (FACES, Edit(value=CapabilityValue(capability="no.such")), "no capability no.such"),
        (SUPPLIER, Edit(value=SupplierValue(name=" ")), "needs a name"),
        (SUPPLIER, Edit(value=SupplierValue(name="x" * 2_001)), "needs a name"),
        (SUPPLIER, Edit(value=SupplierValue(name="\ud800")), "cannot be kept"),
        (MONEY, Edit(value=AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(-5))), "from 0 up"),
        (MONEY, Edit(value=AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal("NaN"))), "from 0 up"),
        (MONEY, Edit(value=AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal("1e99"))), "cannot be kept"),
        (ON_PAGE, Edit(boxes=()), "boxes of each"),
        (ON_PAGE, Edit(boxes=((),)), "at least one"),
        (ON_PAGE, Edit(boxes=((BOX,) * 1_001,)), "at most 1000"),
        (ON_PAGE, Edit(boxes=((replace(BOX, right=1),),)), "width and a height"),
        (ON_PAGE, Edit(boxes=((replace(BOX, left=-1),),)), "lies on the page"),
        (ON_PAGE, Edit(boxes=((replace(BOX, right=1e9),),)), "lies on the page"),
        (LAID_OUT, Edit(boxes=((BOX,),)), "keeps the number"),
        (SUPPLIER, Edit(boxes=((BOX,),)), "without pages"),
    ],
)
def test_an_edit_that_does_not_fit_is_refused(claim: Claim, edit: Edit, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        fitting(edit, claim)
