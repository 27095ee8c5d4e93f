"""The 篇幅 bar counts as the status bar and the check of the notice do: the whole report, against the limit."""

from assistant.text.counting import count_words
from assistant.ui.models.outline_building import outline
from tests.builders import doc
from tests.template.outlines import read, templates

LINES = (
    "抓基层党建工作述职报告",
    "青石镇党委书记  李明",
    "各位领导、同志们：",
    "一、主要工作",
    "讲授党课两次。",
    "二、存在的问题",
    "调研不深。",
)
DOCUMENT = doc(*LINES)
KINDS = {kind.id: kind for kind in templates()}


def test_the_whole_counts_byline_and_salutation_too() -> None:
    (balance,) = outline(DOCUMENT, read(DOCUMENT), (), KINDS, count_words, limit=3000).balances
    assert balance.total == sum(count_words(line) for line in LINES)
    assert balance.limit == 3000


def test_without_a_notice_there_is_no_limit() -> None:
    (balance,) = outline(DOCUMENT, read(DOCUMENT), (), KINDS, count_words).balances
    assert balance.limit is None
