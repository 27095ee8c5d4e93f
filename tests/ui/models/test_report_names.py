"""Several reports in one file."""

import pytest

from assistant.ui.models.report_names import told_apart


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["述职报告"], [""]),
        (["述职报告（司法局）", "述职报告（林业局）"], ["第 1 篇（司法）：", "第 2 篇（林业）："]),
        (["述职报告", "述职报告"], ["第 1 篇：", "第 2 篇："]),
        (["抓党建述职报告", "述职报告"], ["第 1 篇（抓党建）：", "第 2 篇："]),
    ],
)
def test_several_reports_are_told_apart_by_what_differs_in_their_titles(titles: list[str], told: list[str]) -> None:
    assert told_apart(titles) == told
