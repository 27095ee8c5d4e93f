"""What lost its last character where a run of Chinese ends: told by what our texts have there, not by what is rare."""

import pytest

from assistant.checks.clipped import Clipped
from assistant.checks.cut_runs import cut_runs
from assistant.text.usage import END, Usage
from assistant.text.words import Words

SEEN = 100
"""How often the little table of these tests has its pairs."""


def clipped(*expressions: str, idioms: tuple[str, ...] = ()) -> Clipped:
    pairs = {
        "活动": {"阵地": SEEN},
        "阵地": {END: SEEN},
        "学习": {"平台": SEEN},
        "平台": {END: SEEN},
        "书记": {"抓": SEEN},
    }
    pairs |= {"抓": {END: SEEN}, "抓好": {END: 2, "工作": 2}, "品牌": {END: SEEN}, "支部": {"品牌": SEEN, "抓好": 2}}
    usage = Usage(Words(), pairs)
    return Clipped(usage, frozenset("抓实平深"), frozenset((*expressions, *idioms)), frozenset(idioms))


def told(finder: Clipped, text: str) -> list[tuple[str, str, bool]]:
    runs = cut_runs(finder.usage, text)
    return [(text[start:end], right, sure) for start, end, right, sure in finder.find(runs, text)]


def test_a_bound_character_where_our_texts_have_a_word_that_it_begins_was_to_be_that_word() -> None:
    assert told(clipped(), "建成活动阵，投入使用。") == [("阵", "阵地", True)]


def test_a_character_that_may_end_a_clause_is_only_perhaps_cut_short() -> None:
    assert told(clipped(), "搭建学习平。") == [("平", "平台", False)]


@pytest.mark.parametrize(
    "text", ["支部书记抓。", "建成活动阵地。", "搭建学习平台，", "活动阵法图。", "支持学习平、台、场建设。"]
)
def test_words_that_stand_there_in_our_texts_and_runs_that_go_on_are_left_alone(text: str) -> None:
    assert told(clipped(), text) == []


def test_a_usual_word_that_is_not_attested_there_is_only_perhaps_meant() -> None:
    assert told(clipped(), "打造服务品。") == [("品", "品牌", False)]


def test_the_beginning_of_an_idiom_at_the_end_of_a_run_was_to_be_the_idiom() -> None:
    finder = clipped(idioms=("脚踏实地",))
    assert told(finder, "做到脚踏实、开拓进取。") == [("脚踏实", "脚踏实地", True)]
    assert told(finder, "做到脚踏实地、开拓进取。") == []


def test_of_another_expression_only_a_bound_character_is_told() -> None:
    finder = clipped("不够深入", "党建引领")
    assert told(finder, "坚持党建引。") == [("党建引", "党建引领", True)]
    assert told(finder, "学习不够深。") == []


def test_what_is_an_expression_by_itself_is_whole() -> None:
    assert told(clipped("蜻蜓点水", idioms=("蜻蜓点水式",)), "检查不能蜻蜓点水。") == []
