"""The year a report is about: told by the user, the title, the opening, in that order."""

import pytest

from assistant.document.context import Context
from assistant.template.year import report_year, year_told
from tests.builders import doc
from tests.template.outlines import read


@pytest.mark.parametrize(
    ("title", "opening", "year"),
    [
        ("2025年度抓党建述职报告", "2024年以来，", 2025),
        ("抓党建述职报告", "现将2025年抓党建工作情况报告如下：", 2025),
        ("抓党建述职报告", "我于2019年3月任现职，现将2025年度情况报告如下：", 2025),
        ("抓党建述职报告", "按照2026年1月5日会议要求，现将2025年情况报告如下：", 2025),
        ("抓党建述职报告", "现将情况报告如下：", None),
    ],
)
def test_title_and_opening_tell_the_year(title: str, opening: str, year: int | None) -> None:
    assert year_told(title, opening) == year
    report = read(doc(title, opening, "一、主要工作", "抓好学习教育，建强支部班子。"))[0]
    assert report_year(report, Context()) == year
    assert report_year(report, Context(year=2020)) == 2020


def test_a_notice_has_no_year_of_its_own() -> None:
    report = read(doc("关于做好2025年度述职评议工作的通知", "各支部：", "一、总体要求", "抓实抓细。"))[0]
    assert report.year is None
    assert report_year(None, Context()) is None
