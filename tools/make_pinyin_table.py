#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["pypinyin==0.55.0"]
# ///
"""Write `src/tenderlight/_generated/pinyin.json` from the readings of pypinyin.

Readings without tones, ü written u. One reading for each character (its commonest), and the words of two to four
characters that are read otherwise than their characters one by one; the divisions of China are among the words.
"""

from __future__ import annotations

import csv
import json
import unicodedata
from pathlib import Path

from pypinyin import Style, lazy_pinyin
from pypinyin.phrases_dict import phrases_dict

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "tenderlight" / "_generated" / "pinyin.json"
DIVISIONS = ROOT / "vocabulary" / "divisions" / "cn.csv"
LONGEST = 4


def plain(reading: str) -> str:
    """Return a reading without tone marks, ü as u."""
    return "".join(letter for letter in unicodedata.normalize("NFD", reading) if letter.isascii()).replace("v", "u")


def characters() -> dict[str, str]:
    """Return the reading of each character that has one."""
    found = {}
    for point in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), 0x3007):
        reading = plain(lazy_pinyin(chr(point), style=Style.NORMAL, errors=lambda _: [""])[0])
        if reading:
            found[chr(point)] = reading
    return found


def words(single: dict[str, str]) -> dict[str, str]:
    """Return the words that are read otherwise than character by character."""
    with DIVISIONS.open(encoding="utf-8", newline="") as file:
        places = [row["name"] for row in csv.DictReader(file)]
    read = {place: [plain(one) for one in lazy_pinyin(place)] for place in places}
    read |= {place[:-1]: readings[:-1] for place, readings in read.items() if len(place) > 2}
    read |= {word: [plain(one[0]) for one in readings] for word, readings in phrases_dict.items()}
    found = {}
    for word, readings in read.items():
        apart = [single.get(character, "") for character in word]
        if 2 <= len(word) <= LONGEST and len(readings) == len(word) and readings != apart and all(readings):
            found[word] = " ".join(readings)
    return found


def main() -> None:
    """Write the table."""
    single = characters()
    by_reading: dict[str, list[str]] = {}
    for character, reading in single.items():
        by_reading.setdefault(reading, []).append(character)
    content = {
        "source": "pypinyin 0.55.0 (MIT)",
        "characters": {reading: "".join(found) for reading, found in sorted(by_reading.items())},
        "words": dict(sorted(words(single).items())),
    }
    TARGET.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
