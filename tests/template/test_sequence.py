"""The roles of a report's sections, told from all its headings together. All headings are our own."""

from pathlib import Path

import pytest

from tests.builders import doc
from tests.template.outlines import read

BODY = "全年召开专题会议六次，走访支部十二个，推动任务落到实处，党员群众普遍满意。"
NUMERALS = "一二三四五六七八九"
LINES = (Path(__file__).parent / "section_sequences.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_sections_have_the_roles_a_reader_gives_them(line: str) -> None:
    wanted = [(role, heading) for role, _, heading in (one.partition(" ") for one in line.split("; "))]
    integrity = any(role == "integrity" for role, _ in wanted)
    title = "2025年度述职述廉报告" if integrity else "县水务局党组书记抓基层党建工作述职报告"
    lines = [title, "各位领导：", "现将有关情况报告如下："]
    for numeral, (_, heading) in zip(NUMERALS, wanted, strict=False):
        lines += [f"{numeral}、{heading}", BODY]
    report = read(doc(*lines, "以上报告，请予评议。", "述职人：石竹"))[0]
    assert [(h.role, h.text) for h in report.headings if h.level == 1] == wanted
