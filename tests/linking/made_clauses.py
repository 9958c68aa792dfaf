"""Clauses made of words drawn by a seed: alike only where one is made of another; each gives a measure, as of goods."""

from __future__ import annotations

import random

_CHARACTERS = (
    "设备系统服务平台数据网络存储接口端口电源散热机箱内存硬盘显卡主板线缆支架镜头云台防护等级温度湿度"
    "功耗频率带宽延迟并发用户权限日志备份恢复升级维护培训验收质保期限交付安装调试运输包装标签说明证书检测"
)
WORDS = tuple(_CHARACTERS[at : at + 2] for at in range(0, len(_CHARACTERS), 2))


def made_clause(chance: random.Random, words: int = 16) -> str:
    """Return a clause of forty characters that gives a measure."""
    return f"{plain_clause(chance, words)}不低于{chance.randrange(10, 999)}GB"


def plain_clause(chance: random.Random, words: int = 16) -> str:
    """Return a clause of thirty-odd characters that says nothing of goods."""
    return "".join(chance.choice(WORDS) for _ in range(words))


def changed(clause: str) -> str:
    """Return a clause with one character changed."""
    middle = len(clause) // 2
    return f"{clause[:middle]}甲{clause[middle + 1 :]}"
