"""What two words make where they meet is no wrong form."""

import pytest

from assistant.checks.engine import find_text
from assistant.checks.torn import is_torn
from assistant.paths import data_folder
from assistant.text.words import Words
from tests.shipped_rules import RULES

CUT = Words(data_folder()).cut


@pytest.mark.parametrize(
    "text",
    [
        "开展预防犯罪宣传12场。",
        "通过公众号招募志愿者36名。",
        "及时发布暑期安全提示。",
        "组织专题讲座落实培训要求。",
        "主打跨境电商产业。",
        "导致今年任务完成滞后。",
        "违规查询私人信息2起。",
        "文章显示出作者的功底。",
        "首轮翻建危房12户。",
        "负责入党积极分子培养。",
        "年末按程序开展考核。",
    ],
)
def test_two_words_that_meet_are_right(text: str) -> None:
    assert find_text(RULES, text, 2025) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("落实县委决策部暑。", "部暑"),
        ("严格防犯廉政风险。", "防犯"),
        ("号招党员亮明身份。", "号招"),
        ("党员轮翻值守堤防。", "轮翻"),
        ("由支部负责入汇总上报。", "负责入"),
    ],
)
def test_what_stands_alone_is_told(text: str, wrong: str) -> None:
    assert [finding.text for finding in find_text(RULES, text, 2025)] == [wrong]


def test_a_longer_wrong_form_is_never_torn() -> None:
    assert not is_torn("一愁莫展示出来", 0, 4, CUT)
