"""What may stand below a heading that says nothing is asked after; what surely is not there is missing."""

from tests.builders import doc
from tests.template.outlines import read

HEAD = ("2025年度抓基层党建工作述职报告", "临溪镇党委书记　周闻笛", "各位领导：", "现将抓党建工作情况报告如下。")
TAIL = ("以上报告，请予评议。", "临溪镇党委书记　周闻笛", "2026年1月8日")
WORK = ("一、主要工作", "全年召开党建专题会12次，培训支部书记46人，建成阵地8处。")
PLANS = ("三、下一步打算", "每季度培训一次支部书记，年内再建阵地4处。")


def test_in_an_orderly_report_the_problems_are_missing() -> None:
    (report,) = read(doc(*HEAD, *WORK, "二、下一步打算", PLANS[1], *TAIL))
    assert "problems" in report.missing
    assert "problems" not in report.expected


def test_below_a_picture_they_may_be_told() -> None:
    picture = (
        "二、篮子里的漏眼",
        "支部书记培训了两轮，讲台下的人还是记不住几条。",
        "阵地建好了8处，有3处没有开过几次门。",
        "老党员说话的机会不多。",
        "村里的账贴得高，字写得小。",
        "镇上的车跑得勤，路走得宽。",
    )
    (report,) = read(doc(*HEAD, *WORK, *picture, *PLANS, *TAIL))
    assert "problems" in report.missing
    assert "problems" in report.expected


def test_points_that_name_what_is_wanting_are_the_problems() -> None:
    picture = (
        "二、篮子里的漏眼",
        "一是学得不深，讲台下的人记不住几条。",
        "二是阵地没有用起来，有3处开不了几次门。",
        "三是老党员说话的机会少。",
    )
    (report,) = read(doc(*HEAD, *WORK, *picture, *PLANS, *TAIL))
    assert "problems" not in report.missing
