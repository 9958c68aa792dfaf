"""How often the rules err, as measured on the held-out labelled passages: what a dossier tells its readers.

The figures are those of `evaluation/passages/README.md`, where it says how they came about; a test holds both together.
Whoever measures anew writes them there and here.
"""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGE_NAMES = {
    "simplified Chinese": "简体中文",
    "traditional Chinese": "繁体中文",
    "English": "英文",
    "Spanish": "西班牙文",
    "French": "法文",
    "Russian": "俄文",
    "Ukrainian": "乌克兰文",
    "Arabic": "阿拉伯文",
    "Persian": "波斯文",
}
"""Languages as the table names them, with their Chinese names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One measurement."""

    set_name: str
    measured_on: str
    """Day, ISO 8601."""
    passages: int
    wrong: int
    """Passages that were said to buy something which they do not buy."""
    by_language: tuple[tuple[str, int, int], ...]
    """Language, passages, wrong."""
    by_confidence: tuple[tuple[str, str], ...]
    """Least confidence, per cent of passages that were wrongly said to buy."""

    @property
    def percent(self) -> str:
        """Wrong passages in a hundred, to one decimal."""
        return f"{100 * self.wrong / self.passages:.1f}"


PASSAGES = Measured(
    set_name="evaluation/passages",
    measured_on="2026-11-30",
    passages=20_247,
    wrong=339,
    by_language=(
        ("simplified Chinese", 6_726, 110),
        ("traditional Chinese", 1_452, 22),
        ("English", 5_962, 101),
        ("Spanish", 1_426, 18),
        ("French", 1_342, 18),
        ("Russian", 1_566, 29),
        ("Ukrainian", 515, 6),
        ("Arabic", 770, 21),
        ("Persian", 488, 14),
    ),
    by_confidence=(
        ("0", "1.7"),
        ("0.60", "1.2"),
        ("0.70", "1.1"),
        ("0.80", "0.8"),
        ("0.85", "0.7"),
        ("0.90", "0.6"),
        ("0.95", "0.3"),
    ),
)
