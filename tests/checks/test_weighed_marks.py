"""Marks weighed by the words around them: what a sign is, what is told, and that the tables are strictly read."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.checks.mark_scales import Scales, read_weights
from assistant.checks.mark_signs import MARKS, PLACES, items_and_marks, of_joint, of_mark
from assistant.checks.table import Table
from assistant.checks.weighed_marks import MissingMarks, SpareMarks, UnlikelyMarks, weighed
from assistant.errors import ResourceError


def _scales(folder: Path, choices: str, least: dict[str, int], *lines: str) -> Scales:
    path = folder / "weights.txt"
    path.write_text("\n".join(("# 轻重", *lines)) + "\n", encoding="utf-8")
    return Scales(path, choices, least, strange=0)


def test_marks_in_quotations_are_none_and_figures_are_all_alike() -> None:
    items, marks = items_and_marks("开展“学先进、当先锋”活动12次，评出7名。")
    assert items == ("", "开展“学先进·当先锋”活动00次", "评出0名", "", "", "")
    assert marks == ("^", "^", "，", "。", "$", "$")


def test_a_mark_is_told_where_another_weighs_more_by_enough(tmp_path: Path) -> None:
    signs = of_mark(*items_and_marks("抓好学习、每月一次。"), 1)
    lines = [f"{sign} 20 0 0" for sign in signs]
    find = UnlikelyMarks(_scales(tmp_path, MARKS, {"、，": 20 * len(signs)}, *lines))
    (match,) = find("抓好学习、每月一次。")
    assert (match.start, match.end, match.replacements) == (4, 5, ("，",))
    assert not list(find("抓好学习，每月一次。"))  # no limit for a comma: it isn't judged
    more = UnlikelyMarks(_scales(tmp_path, MARKS, {"、，": 20 * len(signs) + 1}, *lines))
    assert not list(more("抓好学习、每月一次。"))


def test_a_paragraph_of_words_never_met_asks_for_more(tmp_path: Path) -> None:
    text = "抓好学习、每月一次。"
    signs = of_mark(*items_and_marks(text), 1)
    scales = _scales(tmp_path, MARKS, {"、，": 0}, *(f"{sign} 100 0 0" for sign in signs if sign[0] not in "bcef"))
    unmet = (4 - 2.6) / 5  # one mark with four words never met
    most = int(100 * (len(signs) - 4) / unmet)
    assert list(UnlikelyMarks(replace(scales, strange=most))(text))
    assert not list(UnlikelyMarks(replace(scales, strange=most + 1))(text))


def test_a_full_stop_beside_others_asks_for_more(tmp_path: Path) -> None:
    signs = of_mark(*items_and_marks("抓好学习。每月一次，都有记录。"), 1)
    find = UnlikelyMarks(_scales(tmp_path, MARKS, {"。，": 100}, *(f"{sign} 20 0 0" for sign in signs)))
    assert [match.start for match in find("抓好学习。每月一次，都有记录。")] == [4]
    assert not list(find("抓好学习。每月一次。都有记录。"))


def test_what_a_blank_stands_in_is_left_alone(tmp_path: Path) -> None:
    signs = of_mark(*items_and_marks("抓好学习、每月【次数】。"), 1)
    find = UnlikelyMarks(_scales(tmp_path, MARKS, {"、，": 1}, *(f"{sign} 20 0 0" for sign in signs)))
    assert not list(find("抓好学习、每月【次数】。"))


def test_a_missing_mark_is_told_at_what_stands_behind_it(tmp_path: Path) -> None:
    signs = of_joint("走访群众", "收集意见", "^", "。")
    find = MissingMarks(_scales(tmp_path, PLACES, {" ": 400}, *(f"{sign} 0 40 0" for sign in signs)))
    (match,) = find("走访群众收集意见。")
    assert (match.start, match.end, match.replacements) == (4, 5, ("，收",))
    assert not list(find("走访群众，收集意见。"))


@pytest.mark.parametrize("mark", "、，。；")
def test_a_mark_is_too_many_where_none_weighs_more(tmp_path: Path, mark: str) -> None:
    signs = of_joint("组织志愿", "服务活动", "^", "。")
    find = SpareMarks(_scales(tmp_path, PLACES, {mark: 30 * len(signs)}, *(f"{sign} -30 -40 -50" for sign in signs)))
    (match,) = find(f"组织志愿{mark}服务活动。")
    assert (match.start, match.end, match.replacements) == (4, 5, ("",))
    assert not list(find("组织志愿？服务活动。"))


def test_what_stands_around_a_row_is_part_of_its_signs() -> None:
    row = of_mark(*items_and_marks("抓学习、抓队伍，抓阵地等工作。"), 2)
    assert {"w10<5、。", "y101、。", "z10。", "2抓学1"} <= set(row)


@pytest.mark.parametrize("line", ["a工作 1 2", "a工作 1 2 x", "a工作 1 2 3 4"])
def test_a_wrong_line_is_refused_with_file_and_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "marks.txt").write_text(f"# 轻重\n{line}\n", encoding="utf-8")
    with pytest.raises(ResourceError) as refused:
        read_weights(tmp_path / "marks.txt")
    assert refused.value.detail.startswith(f"marks.txt: {line}: ")


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"weighs": "commas", "least": {"、，": 1}}, "weighs"),
        ({"weighs": "marks", "least": {"？": 1}}, "least.？"),
        ({"weighs": "marks", "least": {"、，": "1"}}, "least.、，"),
        ({"weighs": "spare", "least": {" ": 1}}, "least. "),
        ({"weighs": "marks", "least": {"、，": 1}}, "strange"),
    ],
)
def test_a_wrong_key_is_refused_by_name(tmp_path: Path, values: dict[str, object], key: str) -> None:
    with pytest.raises(ResourceError) as refused:
        weighed(Table("rules.toml", "some.rule", values), tmp_path)
    assert refused.value.detail.startswith(f"rules.toml: some.rule.{key}: ")
