"""What only units of another trade have, and where it is no slip."""

from assistant.checks.loader import load_rules
from assistant.paths import data_folder, resources
from tests.checks.examples import findings_of

RULES = load_rules(resources() / "rules", data_folder())
RULE = next(rule for rule in RULES.rules if rule.id == "leftover.trade_word")
HEAD = "柳川市第三中学党支部书记　韩正平\n一、主要工作\n教研组集体备课，班主任家访1200次。\n"


def told(text: str) -> list[str]:
    return [finding.text for finding in findings_of(RULES, RULE, HEAD + text)]


def test_a_word_of_another_trade_among_ones_own() -> None:
    assert told("每学期检查教师病历60份。") == ["病历"]


def test_one_that_stands_twice_is_meant() -> None:
    assert told("每学期检查教师病历60份，病历装订成册。") == []


def test_others_are_spoken_of() -> None:
    assert told("组织教师走访病区，慰问住院同事。") == []


def test_rows_hold_things_of_all_trades() -> None:
    assert told("学生社团画泊位、塔吊、粮仓。") == []


def test_a_common_word_is_strange_where_work_is_reported() -> None:
    assert told("全年列车检修12次。") == ["列车"]
    assert told("学生坐列车返乡。") == []
