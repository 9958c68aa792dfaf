"""What speaks against claims is said in the language of the reader, whatever rule says it."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

import pytest

from tenderlight.components import remarks as of_products
from tenderlight.evidence.doubts import SENTENCES
from tenderlight.facts import remarks as of_facts
from tenderlight.linking import joins, link_sentences
from tenderlight.model.problem import PROBLEMS
from tenderlight.pipeline.recognised_page import WHY
from tenderlight.publish.against import against_in, is_translated, reason_in, translations
from tenderlight.publish.wording import PICTURES_THAT_PROVE_NOTHING
from tests.house.tree import ROOT, python_files

ROOMS = {"capabilities", "components", "facts", "linking", "sources"}
"""The rooms that make claims."""
OF_FACTS = (
    of_facts.NO_UNIT,
    of_facts.NO_DATE_LABEL,
    of_facts.NOT_BOUGHT,
    of_facts.NO_LOTS,
    of_facts.JOINED,
    of_facts.replaces("755000 CNY"),
    of_facts.replaced_by("2024-05-01"),
    of_facts.conflict(Decimal("12.5")),
    of_facts.lots_sum(Decimal(7)),
    of_facts.lines_sum(Decimal(7)),
    of_facts.item_sum(Decimal(7)),
    of_facts.over_limit("budget", Decimal(7)),
    of_facts.several_places(["澜水县", "清水县"]),
    of_facts.also_prints("7 {CNY} of %s"),
    of_facts.also_names("海州启明信息有限公司"),
)
OF_PRODUCTS = (
    of_products.SEVERAL,
    *of_products.NAMINGS.values(),
    *of_products.CONFIDENCE.values(),
    of_products.misread("SC-FS88OO", "SC-FS8800"),
)


def of_vocabulary() -> Iterator[str]:
    """Yield what cues and patterns of the vocabulary say against a claim."""

    def walk(value: object) -> Iterator[str]:
        if isinstance(value, list):
            for part in value:
                yield from walk(part)
        elif isinstance(value, dict):
            for key, part in value.items():
                if key in {"says", "against"}:
                    yield from (said for said in ([part] if isinstance(part, str) else part) if said)
                yield from walk(part)

    for path in sorted((ROOT / "vocabulary" / "capabilities").rglob("*.toml")):
        yield from walk(tomllib.loads(path.read_text("utf-8")))


def of_code() -> Iterator[str]:
    """Yield the sentences that the code hands on as `against`, with {} for what a document says."""
    for path in python_files("src"):
        text = path.read_text("utf-8")
        if path.parent.name not in ROOMS or "against" not in text:
            continue
        tree = ast.parse(text)
        named = {
            node.targets[0].id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "against":
                yield from _texts(node.value, named)
            elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"against.append", "Verdict"}:
                for argument in node.args:
                    yield from (said for said in _texts(argument, named) if " " in said)
            elif isinstance(node, ast.Assign | ast.AugAssign):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                if isinstance(target, ast.Name) and target.id == "against":
                    yield from _texts(node.value, named)


def _texts(value: ast.expr, named: dict[str, ast.expr], depth: int = 0) -> Iterator[str]:
    if depth > 4:
        return
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "pending" for part in value.values)
    elif isinstance(value, ast.Tuple | ast.List):
        for part in value.elts:
            yield from _texts(part, named, depth + 1)
    elif isinstance(value, ast.Name) and value.id in named:
        yield from _texts(named[value.id], named, depth + 1)
    elif isinstance(value, ast.BinOp):
        yield from (*_texts(value.left, named, depth + 1), *_texts(value.right, named, depth + 1))
    elif isinstance(value, ast.IfExp):
        yield from (*_texts(value.body, named, depth + 1), *_texts(value.orelse, named, depth + 1))


SAID = {
    *OF_FACTS,
    *OF_PRODUCTS,
    *of_vocabulary(),
    *of_code(),
    *link_sentences.FIXED_SENTENCES,
    *(template.format_map(defaultdict(lambda: 7)) for template in link_sentences.TEMPLATES),
    *SENTENCES.values(),
    *(kind.message for kind in PROBLEMS.values()),
    *PICTURES_THAT_PROVE_NOTHING.values(),
}


def test_whatever_speaks_against_a_claim_or_is_wrong_with_a_document_is_said_in_chinese() -> None:
    assert len(SAID) > 200
    assert sorted(sentence for sentence in SAID if not is_translated("zh", sentence)) == []


def test_translations_have_the_placeholders_of_the_sentence_and_none_is_left_over() -> None:
    used = {against_in("zh", sentence) for sentence in SAID}
    rooms = [path.read_text("utf-8") for path in python_files("src") if path.parent.name in ROOMS]
    for english, chinese in translations("zh").items():
        names = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (english, chinese)]
        assert names[0] == names[1], english
        if not names[0]:
            assert chinese in used or any(english in text for text in rooms), english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (of_facts.also_prints("7 {CNY} of %s"), "文件另印有 7 {CNY} of %s"),
        ("On page 3: " + PROBLEMS["page-recognised"].message, "第 3 页：该页文字由文字识别从图像读取。"),
        (of_products.misread("SC-88OO", "SC-8800"), "页面印为“SC-88OO”：因字形相似读作 SC-8800。"),
        (of_facts.over_limit("budget", Decimal(7)), "高于 7 的限额（budget）"),
        ("On page 3: something new.", "第 3 页：something new."),
        ("something new.", "something new."),
        (PROBLEMS["crashed"].message + " signal 11", "读取程序在该文件上崩溃。 signal 11"),
        ("", ""),
    ],
)
def test_words_of_the_document_stay_as_they_are(english: str, chinese: str) -> None:
    assert against_in("zh", english) == chinese
    assert against_in("en", english) == english


def _details() -> Iterator[str]:
    """Yield every fixed sentence that the code puts behind the message of a problem, with {} for what it puts in."""
    for path in python_files("src"):
        if path.parent.name == "web":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "detail":
                yield from (
                    said for said in _texts(node.value, {}) if said[:1].isupper() and said.endswith((".", "”."))
                )


def test_what_is_particular_to_a_problem_is_said_in_chinese_too() -> None:
    said = {*_details(), *WHY.values(), "83% of it agrees with the picture.", "Before: “7”; now: “8”."}
    assert len(said) > 20
    message = PROBLEMS["page-recognised"].message
    assert sorted(one for one in said if against_in("zh", f"{message} {one}").endswith(f" {one}")) == []
    two = f"{message} {WHY['page-text-garbled']} {WHY['page-text-invisible']} x"
    assert against_in("zh", two).endswith("其字体未说明所示为何字。其不可见文字与所示内容不同。 x")
    seen = PROBLEMS["page-text-disagrees"].message + " 8 is seen as 3, O is seen as 0. Said: “8”; seen: “3”."
    assert against_in("zh", seen).endswith("8 看似 3, O 看似 0。文件所写：“8”；图像所示：“3”。")


def _reasons() -> Iterator[str]:
    """Yield every reason for which documents are one contract."""
    yield from (joins.BY_IDENTIFIER, joins.BY_NUMBER, joins.BY_NUMBER_AND_BUYER, joins.BY_TITLE)
    for path in python_files("src"):
        if path.name == "procedures.py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.keyword) and node.arg == "because":
                    yield from _texts(node.value, {})


def test_why_documents_are_one_contract_is_said_in_chinese() -> None:
    reasons = list(_reasons())
    assert len(reasons) == 10
    for reason in reasons:
        assert not re.search(r"[a-z]{3}", reason_in("zh", reason)), reason
        assert reason_in("en", reason) == reason
    assert reason_in("zh", f"{joins.BY_NUMBER} {joins.BY_IDENTIFIER}").count("。") == 2
    assert reason_in("zh", "Somebody says so.") == "Somebody says so."


def test_a_long_sentence_of_equal_signs_is_soon_answered() -> None:
    for sign in "“.:{ a0":
        assert against_in("zh", sign * 2_000) == sign * 2_000
