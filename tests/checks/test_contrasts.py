"""Words written for others that are words, too, and words written with other characters of their sounds."""

import pytest

from assistant.checks.contrasts import contrasts
from assistant.checks.heard import HeardTables, heard
from assistant.checks.lexicon_files import READINGS
from assistant.checks.table import Table
from assistant.errors import ResourceError
from assistant.paths import resources
from assistant.text.words import Words

WORDS = Words()
TAKEN = {
    "官网→管网": "~迁改 雨污…~ ~…公里 燃气",
    "管网→官网": "政府~公示",
    "截止→截至": "~0|年底 !报名~",
    "应对→针对": "^~问题",
    "汇报→回报": "投资~$",
}
HEARD = {"化解": "~矛盾 !文~", "期间": "公示~ =其见", "重点": "~工程"}


def taken(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is told of a text by the table of contrasts."""
    found = contrasts(Table("x.toml", "", {"taken": TAKEN}), None)(text)
    return [(text[match.start : match.end], match.replacements) for match in found]


def sounding(text: str) -> list[str]:
    """Return what is told of a text by the table of sounds."""
    table = Table("x.toml", "", {"heard": HEARD})
    found = heard(table, HeardTables(resources() / "lexicon" / READINGS, WORDS.cut))(text)
    return [text[match.start : match.end] for match in found]


@pytest.mark.parametrize(
    "text",
    ["完成官网迁改", "雨污分流的官网改造", "新建官网12公里", "燃气入户，更新官网，", "完成燃气官网更新"],
)
def test_a_sign_tells(text: str) -> None:
    expected = [] if text.endswith("，") else [("官网", ("管网",))]
    assert taken(text) == expected  # a sign counts in its own clause only


def test_the_other_way_round_is_spared() -> None:
    assert taken("在县政府官网公示燃气价格") == []
    assert taken("在县政府管网公示") == [("管网", ("官网",))]


def test_figures_bounds_and_exceptions() -> None:
    assert taken("截止2025年6月") == [("截止", ("截至",))]
    assert taken("报名截止2025年6月") == []
    assert taken("会上提出，应对问题加以分类") == [("应对", ("针对",))]
    assert taken("我们应对问题有方") == []
    assert taken("获得投资汇报。") == [("汇报", ("回报",))]
    assert taken("向投资汇报会") == []


def test_whatever_sounds_so_is_told() -> None:
    assert sounding("化界矛盾，划解矛盾，化解矛盾") == ["化界", "划解"]
    assert sounding("文化界矛盾，大家访民情") == []
    assert sounding("公示其间，公示其见") == ["其间"]
    assert sounding("中点工程，与重大工程") == ["中点"]


def test_no_word_crosses_a_small_one() -> None:
    assert sounding("公示起的间") == []


@pytest.mark.parametrize("line", [{"官网→": "~迁改"}, {"官→管": "~迁改"}, {"官网→管网": "!~迁改"}])
def test_a_line_that_says_nothing_is_refused(line: dict[str, str]) -> None:
    with pytest.raises(ResourceError):
        contrasts(Table("x.toml", "", {"taken": line}), None)


@pytest.mark.parametrize("line", [{"化": "~矛盾"}, {"化解": "=化界"}])
def test_a_word_without_signs_is_refused(line: dict[str, str]) -> None:
    with pytest.raises(ResourceError):
        heard(Table("x.toml", "", {"heard": line}), HeardTables(resources() / "lexicon" / READINGS, WORDS.cut))
