"""The file name a notice wants."""

import pytest

from assistant.document.context import Unit
from assistant.document.file_naming import file_stem

UNIT = Unit("青石镇党委", "青石镇", "党委书记", "李明")


@pytest.mark.parametrize(
    ("naming", "stem"),
    [
        ("单位+姓名+述职报告", "青石镇党委李明述职报告"),
        ("年度＋单位简称＋“述职报告”", "2025年度青石镇述职报告"),
        ("【单位】（【职务】）述职", "青石镇党委（党委书记）述职"),
        ("党建办-述职稿", "党建办-述职稿"),
        ("单位", "青石镇党委"),
    ],
)
def test_words_for_what_is_known_are_filled(naming: str, stem: str) -> None:
    assert file_stem(naming, UNIT, 2025) == stem


def test_what_is_not_known_stays_as_its_word() -> None:
    assert file_stem("年度+单位+姓名", Unit(), None) == "年度单位姓名"
    assert file_stem("【单位】述职", Unit(), None) == "单位述职"
