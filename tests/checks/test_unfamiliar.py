"""Reports whose words are far from our texts: more must speak for a slip there."""

from collections.abc import Mapping

import pytest

from assistant.checks.engine import check
from assistant.checks.loader import load_rules
from assistant.checks.rule import Level
from assistant.checks.rule_set import RuleSet
from assistant.document.context import Context
from assistant.paths import resources
from tests.builders import doc

COMMON = "严格落实“三会一课”制度，全年召开支部委员会12次、党员大会4次，讲授党课4次。" * 8
"""What every report has."""
TALE = "日头偏西，老篾匠蹲在檐下剖竹，篾刀一磕，青篾黄篾两厢裂开，娃崽们围着灶膛抢煨红薯，烫得直呵气。" * 8
"""What none of ours has."""


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules(resources() / "rules")


def levels(rules: RuleSet, *lines: str) -> Mapping[str, Level]:
    found = check(doc("2025年度述职报告", *lines), (), rules, Context())
    return {f.text: f.level for f in found if f.rule.startswith("lexicon.word")}


def test_what_may_be_a_slip_is_told_in_a_report_of_the_common_kind(rules: RuleSet) -> None:
    assert levels(rules, COMMON, "娃娃作业本上的红叉少没少，我没问。") == {"红叉": Level.HINT}


def test_it_is_not_where_everything_is_unlikely(rules: RuleSet) -> None:
    assert levels(rules, TALE, "娃娃作业本上的红叉少没少，我没问。") == {}
