"""引语清单: which quoted words are somebody's, whose, and whether the occasion is told."""

import pytest

from assistant.checks.quotations import Quotation, quotations
from tests.builders import doc


def found(text: str) -> Quotation | None:
    return next(iter(quotations(doc(text))), None)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("习近平总书记强调：“要把责任扛在肩上，一抓到底。”", "习近平总书记", "要把责任扛在肩上，一抓到底。"),
        ("总书记反复告诫我们“要经得起检验”。", "总书记", "要经得起检验"),
        ("毛泽东同志说过，“没有调查，没有发言权”。", "毛泽东同志", "没有调查，没有发言权"),
    ],
)
def test_words_with_a_speaker_are_listed(text: str, speaker: str, words: str) -> None:
    quotation = found(text)
    assert quotation is not None
    assert (quotation.speaker, quotation.text) == (speaker, words)
    assert text[quotation.start : quotation.end] == words


def test_a_whole_clause_without_a_speaker_is_listed_too() -> None:
    quotation = found("始终牢记“为官一任，就要造福一方百姓”的道理。")
    assert quotation is not None
    assert quotation.speaker == ""


def test_the_occasion_is_noticed() -> None:
    told = found("习近平总书记在某次座谈会上强调“干事要有韧劲，久久为功”。")
    untold = found("习近平总书记强调“干事要有韧劲，久久为功”。")
    assert told is not None
    assert untold is not None
    assert (told.sourced, untold.sourced) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "落实“三会一课”制度，开展“党建+治理”。",
        "创建“红色先锋”品牌，打造“一站式服务中心”。",
        "会议强调要抓好落实。创建“先锋”品牌。",
        "没有引号。",
    ],
)
def test_terms_are_no_quotations(text: str) -> None:
    assert found(text) is None


def test_they_stand_in_reading_order() -> None:
    document = doc("习近平总书记指出“第一句话要记牢”。", "省委书记强调“第二句话要落实”，又强调“第三句话要用好”。")
    assert [(one.index, one.text[:3]) for one in quotations(document)] == [(0, "第一句"), (1, "第二句"), (1, "第三句")]
