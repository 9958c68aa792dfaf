"""Full texts of notices of about twenty provinces, with the fields that the platform gives beside some of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from benchmarks.facts_sets.outcomes import Judged, Outcome, plain, prices_of
from tenderlight.facts.reading import read_facts
from tenderlight.languages.normalise import fold_text
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement
from tenderlight.model.values import AmountKind, AmountValue, PartyValue, ProjectNumberValue, StageValue

FOLDER = Path("data") / "zh-national-notices"
STAGES = {
    "采购/资审公告": "tender",
    "招标/资审公告": "tender",
    "招标/资审文件澄清": "correction",
    "中标公告": "award",
    "更正事项": "correction",
    "采购合同": "contract",
}
"""By the platform's kind; 交易结果公示 is decided by the title, other kinds are not judged."""
NO_NAME = "（盖章）"


def texts_of(folder: Path) -> list[tuple[str, dict[str, str]]]:
    """Return the text of each notice as it is read, the title first, with what stands beside it, if there is a text."""
    lines = (folder / "notices.jsonl").read_text("utf-8").splitlines()
    notices = [json.loads(line) for line in lines]
    return [(f"{one['title']}\n{one['content_text']}", one) for one in notices if len(one["content_text"] or "") > 100]


def judge_national(folder: Path) -> Judged:
    """Judge every notice by the fields that are given."""
    judged = Judged("National platform, notices of many provinces")
    for text, given in texts_of(folder):
        statements = read_facts([Page(number=1, text=text)])
        judged.count(outcomes_of(given, statements))
        if expected_stage(given) in {"tender", "candidate"}:
            found = [plain(one.amount) for one in prices_of(statements) if one.amount is not None]
            judged.false_prices += [f"{given['title']}: {number}" for number in found]
    return judged


def expected_stage(given: dict[str, str]) -> str:
    """Return the stage that the platform's kind stands for, or nothing."""
    title = given["title"]
    if "更正" in title or "澄清" in title:
        return "correction"
    if given["info_type"] == "交易结果公示":
        return "candidate" if "候选人" in title or "评标结果" in given["content_text"][:200] else ""
    return STAGES.get(given["info_type"], "")


def outcomes_of(given: dict[str, str], statements: Sequence[Statement]) -> Iterator[Outcome]:
    """Compare what was read of one notice with the fields given."""
    name = given["title"][:40]
    stages = [one.value.stage for one in statements if isinstance(one.value, StageValue) and one.value.lot is None]
    if expected_stage(given):
        yield Outcome(notice=name, field="stage", expected=expected_stage(given), found=stages[0] if stages else "")
    for kind, key in (("buyer", "issuer"), ("agency", "agency")):
        wanted = comparable(given[key]).replace(comparable("（本级）"), "")
        if wanted and NO_NAME not in given[key]:
            names = [one.value.name for one in statements if one.kind == kind and isinstance(one.value, PartyValue)]
            found = "; ".join(comparable(one).replace(comparable("（本级）"), "") for one in names)
            yield Outcome(notice=name, field=kind, expected=wanted, found=found)
    yield from money(name, given, statements)
    code = comparable(given["project_code"])
    numbers = [comparable(one.value.number) for one in statements if isinstance(one.value, ProjectNumberValue)]
    if code and code in comparable(given["content_text"]):
        yield Outcome(notice=name, field="project number", expected=code, found=code if code in numbers else "")


def money(name: str, given: dict[str, str], statements: Sequence[Statement]) -> Iterator[Outcome]:
    """Compare the figure beside the notice: the budget, or in some notices of awards the price."""
    figure = re.fullmatch(r"([\d,.]+)\s*(万元|元)?.*", fold_text(given["budget"]).strip(), re.DOTALL)
    if figure is None or not Decimal(figure[1].replace(",", "")):
        return
    unit = 10_000 if figure[2] == "万元" or not figure[2] else 1
    wanted = plain(Decimal(figure[1].replace(",", "")) * unit)
    is_budget = expected_stage(given) == "tender" or re.search(rf"预算金额[：:]\s*{figure[1]}", given["content_text"])
    kinds = {AmountKind.BUDGET} if is_budget else {AmountKind.AWARD, AmountKind.SUM_OF_LOTS}
    values = [one.value for one in statements if isinstance(one.value, AmountValue)]
    numbers = {plain(one.amount) for one in values if one.amount is not None and one.amount_kind in kinds}
    found = wanted if wanted in numbers else "; ".join(sorted(numbers))
    yield Outcome(notice=name, field="budget" if is_budget else "amount", expected=wanted, found=found)


def comparable(name: str) -> str:
    """Return a name folded and without blanks."""
    return "".join(fold_text(name or "").split())
