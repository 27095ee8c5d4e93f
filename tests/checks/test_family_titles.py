"""Titles that are built like a known one and are none."""

import pytest

from assistant.checks.family_titles import all_titles, meant

TITLES = (
    "中国共产党普通高等学校基层组织工作条例",
    "中国共产党农村基层组织工作条例",
    "中国共产党工作机关条例（试行）",
    "信访工作条例",
    "乡村振兴战略规划（2018—2022年）",
    "乡村全面振兴规划（2024—2027年）",
    "党政领导干部考核工作条例",
)


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("中国共产党高等院校基层组织工作条例", TITLES[0]),
        ("中国共产党农村基层党组织工作条例", TITLES[1]),
        ("中国共产党工作机关条例", TITLES[2]),
        ("信访条例", TITLES[3]),
        ("乡村全面振兴规划（2023－2027年）", TITLES[5]),
        ("党政领导干部考核工作条例（试行）", TITLES[6]),
        ("农村基层组织工作条例", ""),
        ("乡村振兴战略规划（2018－2022年）", ""),
        ("中国共产党抗旱条例", ""),
        ("供热条例", ""),
        ("关于做好冬季供暖工作的通知", ""),
        ("学习笔记", ""),
    ],
)
def test_titles(title: str, right: str) -> None:
    assert meant(title, all_titles(TITLES)) == right


def test_a_title_that_exists_is_left_alone() -> None:
    assert not meant("信访条例", all_titles(TITLES, ("信访条例",)))
