"""Slips in fixed expressions are told from other good Chinese."""

from pathlib import Path

import pytest

from assistant.checks.engine import find_text
from assistant.checks.lexicon_files import load_lexicon
from assistant.errors import ResourceError
from assistant.paths import resources
from tests.shipped_rules import RULES

FOLDER = resources() / "lexicon"
LEXICON = load_lexicon(FOLDER, None, ())


def _found(text: str) -> list[tuple[str, str]]:
    return [
        (finding.text, finding.fixes[0].replacement or "")
        for finding in find_text(RULES, text)
        if finding.rule.startswith("lexicon.")
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("要统筹推近各项工作。", "统筹推近", "统筹推进"),
        ("落实全面从严治党主体责人。", "全面从严治党主体责人", "全面从严治党主体责任"),
        ("中国特色社会义道路。", "中国特色社会义道路", "中国特色社会主义道路"),
        ("中国特色社会主主义道路。", "中国特色社会主主义道路", "中国特色社会主义道路"),
        ("抓好贯彻落实实，不走样。", "贯彻落实实", "贯彻落实"),
        ("要久久功为。", "久久功为", "久久为功"),
        ("坚持全心全意为人民服勿的宗旨。", "全心全意为人民服勿", "全心全意为人民服务"),
        ("做到因地宜、分类指导。", "因地宜", "因地制宜"),
        ("农民丰衣足，村庄整洁。", "丰衣足", "丰衣足食"),
        ("大家务真求实抓落实。", "务真求实", "求真务实"),
        ("本人恪守尽职，不曾懈怠。", "恪守尽职", "恪尽职守"),
        ("把牢理想信念的定盘心。", "定盘心", "定盘星"),
        ("从不搞“一言谈”。", "一言谈", "一言堂"),
    ],
)
def test_slips_are_found(text: str, wrong: str, right: str) -> None:
    assert _found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "形成合理的布局。",  # not 形成合力
        "结合工作实际，制定措施。",  # not 工作实绩
        "全办党员干部报名献血，全街党员干部轮流值夜。",  # who all are, whatever the unit is called
        "走访水务部门，征求意见六条。",  # a body of its own, no 税务部门
        "把稳政治航向，严把审校关。",
        "“强心”工程进展顺利，“护水先锋”已有三批。",
        "其中开展活动3次。",  # not 集中开展
        "互相尊重、互相学习。",  # not 相互尊重
        "党组组织党员学习。",  # not 党组织
        "以案促建、以案促治。",  # a new coinage beside 以案促改
        "社会主义和市场经济可以结合。",
        "党的全面领导，党全面领导一切。",
        "发挥了先锋模范作用。",
        "依法治区、依法治市。",
        "在基层党建工作上下功夫。",
        "贯彻落实实际工作要求。",
        "加强作风建设设备更新。",
        "用不褪色的墨水填写。",  # not 永不褪色
        "三是水质监测严把关。",  # not 严格把关
        "农户先算经济账。",  # not 算好经济账
        "监督时松时紧。",  # 时紧时松 as well
        "压实责任天天抓。",  # not 责任田
        "设为网格服务点。",  # not 微网格
        "每月一讲堂，每季一寻访。",  # not 一言堂
        "毕业党员的组织关系转得出、转得进。",  # not 组织关系转接
    ],
)
def test_good_chinese_beside_an_expression_stays_silent(text: str) -> None:
    assert _found(text) == []


def test_a_pair_knows_better() -> None:
    (finding,) = find_text(RULES, "入党积极份子")
    assert finding.rule == "terms.fixed.积极份子"


def test_every_expression_stays_silent() -> None:
    for text in LEXICON.index.expressions:
        assert not _found(f"，{text}。"), text


def test_every_accepted_wording_stays_silent() -> None:
    for text in LEXICON.accepted:
        assert not _found(f"，{text}。"), text


def test_the_lexicon_is_large() -> None:
    assert len(LEXICON.index.expressions) >= 3000


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("more.txt", "三会\n", "三会"),
        ("more.txt", "# 说明\n实事求是\n", "实事求是: also stands in"),
        ("readings.txt", "zhi 之 支\n", "line 1"),
        ("readings.txt", "zhi 之\nzhi 支\n", "line 2"),
        ("accepted.txt", "实事求是\n", "also an expression"),
        ("twos.txt", "岩芯\n钻孔机\n", "line 2"),
    ],
)
def test_what_is_wrong_in_a_file_is_refused_by_name(tmp_path: Path, name: str, content: str, reason: str) -> None:
    for path in FOLDER.glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError) as refused:
        load_lexicon(tmp_path, None, ())
    assert refused.value.detail.startswith(name)
    assert reason in refused.value.detail


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"accepted\.txt"):
        load_lexicon(tmp_path, None, ())
