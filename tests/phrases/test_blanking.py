"""Figures and names of a sentence are proposed as blanks, and nothing else is."""

import pytest

from assistant.document.context import Unit
from assistant.phrases.blanking import blanked, proposals


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("我到支部调研12次，解决难题8个。", "我到支部调研【次数】次，解决难题【数量】个。"),
        ("培训党员320人次，覆盖率达到98.5%。", "培训党员【人数】人次，覆盖率达到【比例】。"),
        ("2024年3月5日，召开推进会。", "【日期】，召开推进会。"),
        ("2024年投入30万元，人均学习40学时。", "【年份】年投入【金额】万元，人均学习【学时数】学时。"),
        ("发展党员10余名。", "发展党员【人数】余名。"),
        ("支部书记张伟，讲党课XX次。", "支部书记【姓名】，讲党课【次数】次。"),
        ("我走访【单位】【次数】次，慰问5户。", "我走访【单位】【次数】次，慰问【户数】户。"),
        ("抓实三会一课，增强“四个意识”。", "抓实三会一课，增强“四个意识”。"),
    ],
)
def test_figures_and_names_become_blanks(text: str, frame: str) -> None:
    assert blanked(text, proposals(text)) == frame


def test_what_the_profile_names_becomes_a_blank() -> None:
    unit = Unit("清河县水务局", "水务局", person="周明", superior="中共清河县委")
    text = "清河县水务局党组向中共清河县委报告，水务局由周明牵头。"
    assert blanked(text, proposals(text, unit)) == "【单位名称】党组向【上级党组织】报告，【单位简称】由【姓名】牵头。"


def test_the_user_chooses_which_proposals_to_take() -> None:
    text = "调研12次，解决8个。"
    assert blanked(text, proposals(text)[1:]) == "调研12次，解决【数量】个。"
