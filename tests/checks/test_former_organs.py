"""Names of organs before a reform: told where they stand as if of today, not where history is told."""

import pytest

from assistant.checks.engine import check
from assistant.document.context import Context
from tests.checks.examples import seen
from tests.shipped_rules import RULES


@pytest.mark.parametrize(
    ("text", "year", "told"),
    [
        ("与市国税局联合开展活动。", 2025, ["国税局"]),
        ("与市国税局联合开展活动。", 2016, []),
        ("与市工商局联合开展活动。", 2025, []),  # what stands in its place is called differently from place to place
        ("市环保部门、市环境监测站参加。", 2025, []),
        ("2017年，我在市国土局任职。", 2025, []),
        ("原县卫计委划转人员12名。", 2025, []),
        ("接受国家林业局指导。", 2025, ["国家林业局"]),
    ],
)
def test_old_names(text: str, year: int, told: list[str]) -> None:
    document, reports = seen(text)
    found = check(document, reports, RULES, Context(year=year))
    assert [finding.text for finding in found if finding.rule.startswith("names.former_organ")] == told
