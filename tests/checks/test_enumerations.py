"""Commas where items of one row are parted, and commas that part what is no row."""

import pytest

from assistant.checks.clause_words import ClauseWords
from assistant.paths import resources

marks = ClauseWords(resources() / "lexicon").finder("rows")


@pytest.mark.parametrize(
    "text",
    [
        "开展理论学习，业务学习、警示教育等活动。",
        "走访老党员、困难党员，退休干部共46人。",
        "解决停车难、充电难，上下楼难等问题18个。",
        "做到有计划、有记录，有考核、有提高。",
        "坚持集体讨论、集体研究，集体决定。",
        "带头学政策，学法规、学业务。",
        "推动党建与招商引资，项目建设、营商环境深度融合。",
        "在政治上、思想上，行动上同党中央保持一致。",
        "制定年度工作计划，主题党日计划和党员学习计划。",
    ],
)
def test_what_is_built_alike_goes_on_with_the_row(text: str) -> None:
    assert [(match.start, match.replacements) for match in marks(text)] == [(text.index("，"), ("、",))]


@pytest.mark.parametrize(
    "text",
    [
        "抓学习、抓作风，带队伍、带民风。",
        "走访党员、群众，收集意见、建议30条。",
        "落实学习制度、考勤制度，健全管理制度。",
        "机关抓得紧、基层抓得松，几个支部等着上级推动。",
        "集中培训5次、谈心5人次，调整不胜任的5名。",
        "文化底子薄、新知识少，村里的产业吃不透。",
        "召开党员大会4次、支委会12次，讲党课5次。",
        "抓党建促发展，抓作风促落实。",
    ],
)
def test_a_comma_before_something_new_stays(text: str) -> None:
    assert not list(marks(text))
