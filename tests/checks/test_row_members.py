"""Rows that are always the same, with another member in the place of one."""

import pytest

from assistant.checks.row_members import row_members

FIND = row_members(
    (
        "奉献、友爱、互助、进步",
        "互相监督、肝胆相照、荣辱与共",
        "全员/全员育人、全程/全过程、全方位",
        "务必不忘初心、牢记使命",
        "对党忠诚、不负人民",
        "对党忠诚、服务人民、执法公正、纪律严明",
    )
)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("倡导奉献、友爱、互助、共享的志愿精神。", "共享", "进步"),
        ("倡导“无私、友爱、互助、进步”。", "无私", "奉献"),
        ("倡导奉献、博爱、互助、进步。", "博爱", "友爱"),
        ("全员、全程、全学科育人。", "全学科", "全方位"),
        ("对党忠诚、服务人民、执法公正、清正廉洁。", "清正廉洁", "纪律严明"),
    ],
)
def test_another_member_is_told(text: str, wrong: str, right: str) -> None:
    (match,) = FIND(text)
    assert (text[match.start : match.end], match.replacements) == (wrong, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "奉献、友爱、互助、进步的志愿精神。",
        "坚持互相监督、肝胆相照、荣辱与共。",
        "全员、全过程、全方位育人。",
        "抓“不忘初心、牢记使命”的学习。",
        "友爱、互助。",
        "互助、友爱、奉献、进步。",
    ],
)
def test_rows_as_they_should_be_and_others_are_not_told(text: str) -> None:
    assert not list(FIND(text))
