"""Promises put into this year's report: last year's own words, blanks for every fact, one step."""

import re

import pytest

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.edit import apply
from assistant.document.last_year import Promise
from assistant.paths import resources
from assistant.reuse.promises import load_frames, put_in, quoted
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.builders import text

FRAMES = load_frames(resources() / "reuse" / "promises.toml")
TEMPLATES = load_templates(resources() / "templates")
HEAD = "某某镇党委书记2025年度抓基层党建工作述职报告\n各位领导、同志们："
WORK = "一、主要工作\n（一）抓好学习。集中学习12次。\n（二）建强组织。整顿支部2个。"
AFTER = "二、存在的主要问题及原因\n抓得不够经常。\n三、下步工作打算\n多到支部去。"
DONE = Promise("2025年每季度研究一次党建。", "压实责任", "done", "全年研究5次。")
PARTLY = Promise("一是改造村级阵地3处。", "", "partly")
NOT = Promise("举办培训班2期。", "", "not")


def put(whole: str, promises: tuple[Promise, ...], role: str) -> list[str]:
    document = text(whole)
    [report] = recognise(document, TEMPLATES, Context())
    template = next(template for template in TEMPLATES if template.id == report.kind)
    return lines(apply(document, put_in(document, report, template, promises, frames=FRAMES, role=role)))


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("key", sorted(FRAMES.texts))
def test_every_frame_quotes_the_promise_and_leaves_the_facts_blank(key: tuple[str, str]) -> None:
    sentence = FRAMES.sentence(Promise("建好服务中心。", "", key[1]), key[0])
    assert "“建好服务中心”" in sentence
    assert re.search("【[^】]+】", sentence)
    assert not re.search("[0-9{}]", sentence)
    assert sentence.endswith("。")


def test_the_users_line_takes_the_place_of_a_blank() -> None:
    assert "全年研究5次，已【" in FRAMES.sentence(DONE, "rectification")


def test_they_stand_at_the_end_of_the_section() -> None:
    found = put(f"{HEAD}\n{WORK}\n{AFTER}", (DONE, PARTLY, NOT), "main_work")
    at = found.index("二、存在的主要问题及原因")
    assert "“2025年每季度研究一次党建”" in found[at - 2]
    assert "“改造村级阵地3处”" in found[at - 1]
    assert found[at - 3] == "（二）建强组织。整顿支部2个。"


def test_a_missing_section_is_made_with_its_number_and_the_others_move_on() -> None:
    found = put(f"{HEAD}\n{WORK}\n{AFTER}", (DONE, NOT), "rectification")
    at = found.index("一、上年度述职评议点评问题整改情况")
    assert "每季度研究一次党建" in found[at + 1]
    assert "举办培训班2期" in found[at + 2]
    assert found[at + 3] == "二、主要工作"
    assert "四、下步工作打算" in found


def test_what_is_written_already_or_not_decided_on_is_left_out() -> None:
    once = put(f"{HEAD}\n{WORK}\n{AFTER}", (DONE,), "main_work")
    assert put("\n".join(once), (DONE,), "main_work") == once
    undecided = (Promise("建好中心。"), Promise("不必写。", "", "unsaid"))
    assert put("\n".join(once), undecided, "rectification") == once


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("一是压实责任。", "压实责任"),
        ("（二）建好服务中心；", "建好服务中心"),
        ("把“两张皮”问题改到位。", "把‘两张皮’问题改到位"),
        (f"围绕{'班子' * 9}理顺分工，把每件事都落到人头上去。", f"围绕{'班子' * 9}理顺分工……"),
    ],
)
def test_a_promise_is_named_shortly(sentence: str, words: str) -> None:
    assert quoted(sentence) == words
