"""Write the table of readings that tells which characters sound alike: resources/lexicon/readings.txt.

  python packaging/make_readings.py

Needs pypinyin (MIT), which the program itself does not use: only the table travels. One line per syllable without
tone, then every character of GB 2312 that has that reading.
"""

import importlib
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "lexicon" / "readings.txt"
FIRST, LAST = 0xB0, 0xF7
"""The rows of GB 2312 that hold Chinese characters."""

COMMON_SECOND_READINGS = (
    "行hang 长chang 重chong 还huan 了liao 着zhuo 调tiao 降xiang 传zhuan 单shan 率shuai "
    "参cen 省xing 会kuai 乐yue 给ji 觉jiao 校jiao 系ji 识zhi 藏zang 曾zeng 差cha 朝zhao "
    "都du 度duo 否pi 盛cheng 属zhu 提di 强jiang 解xie 角jue 和huo 弹tan 间jian 量liang "
    "奇ji 折she 没mo 冠guan 便pian 薄bao 贾gu 车ju 什shi 削xue 仔zai"
)
"""Readings that only some words use but writers mix up; pypinyin's full list holds hundreds that nobody types."""


def characters() -> list[str]:
    """Return the 6,763 characters of GB 2312."""
    cells = (bytes((row, cell)) for row in range(FIRST, LAST + 1) for cell in range(0xA1, 0xFF))
    return [text for text in (cell.decode("gb2312", errors="ignore") for cell in cells) if text]


def main() -> int:
    """Write the table."""
    pypinyin = importlib.import_module("pypinyin")
    second = {entry[0]: entry[1:] for entry in COMMON_SECOND_READINGS.split()}
    classes: dict[str, list[str]] = defaultdict(list)
    for character in characters():
        readings = {pypinyin.pinyin(character, style=pypinyin.Style.NORMAL)[0][0], second.get(character)}
        for reading in sorted(filter(None, readings)):
            classes[reading].append(character)
    lines = [f"{reading} {''.join(members)}" for reading, members in sorted(classes.items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} readings in {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
