"""Units of the armed forces as notices call them: without their name (武警某部, 空军某旅), or by number (93199部队)."""

from __future__ import annotations

import re

_FORCES = (
    r"中国人民解放军|解放军|中国人民武装警察部队|武警部队|武警|陆军|海军|空军|火箭军|战略支援部队|联勤保障部队|军队|"
    r"军委[^\s某]{0,12}|(?:[东南西北中]部)?战区(?:[陆海空]军)?|[^\s某,。;:]{1,6}省?军区|[^\s某,。;:]{2,8}总队"
)
_UNITS = (
    r"(?:集团军|部队?|旅|团|师|军|基地|支队|大队|中队|总队|单位|军事单位|局|院|所|站|处|库|仓库|医院|学院|大学|训练基地|"
    r"研究所|保障部|后勤部)"
)
MILITARY = re.compile(rf"(?:{_FORCES}){{0,2}}某[^\s某,。;:]{{0,4}}?{_UNITS}(?:某?{_UNITS})?|(?:{_FORCES})?\d{{5}}部队")
"""The whole of such a name, flat and without blanks."""
