"""Chinese words for sums that are no price: budgets, limits, deposits and fees."""

from __future__ import annotations

import re

NO_PRICES_HAN = re.compile(r"预算|限价|控制价|保证金|押金|概算|估算|估价|标底|底价|上限|服务费|代理费|资本")
"""A unit on the line of one of them is theirs alone."""
