"""Where rules keep silent."""

import pytest

from assistant.checks.mask import is_masked, masked_ranges
from assistant.checks.rule import MASKS, Match


def test_every_mask_has_its_ranges() -> None:
    assert set(masked_ranges("")) == set(MASKS)


@pytest.mark.parametrize(
    ("mask", "text", "covered"),
    [
        ("titles", "学习《党章》。", "《党章》"),
        ("titles", "学习《党章。", ""),
        ("numbers", "按水党发〔2025〕6号文件", "按水党发〔2025〕6号"),
        ("numbers", "按水党发[2025]6号文件", "按水党发[2025]6号"),
        ("addresses", "见https://a.example.com/b,c?d=1的说明", "https://a.example.com/b,c?d=1"),
        ("addresses", "见www.example.cn，谢谢", "www.example.cn"),
        ("addresses", "发到a.b@example.com邮箱", "a.b@example.com"),
        ("addresses", "增长3.5个百分点", ""),
        ("quotations", "落实“双报到”制度", "“双报到”"),
    ],
)
def test_what_a_mask_covers(mask: str, text: str, covered: str) -> None:
    ranges = masked_ranges(text)[mask]
    assert "".join(text[start:end] for start, end in ranges) == covered


def test_a_match_that_touches_a_masked_range_is_masked() -> None:
    ranges = masked_ranges("学习《党章》。")
    assert is_masked(Match(1, 3), ("titles",), ranges)
    assert not is_masked(Match(0, 2), ("titles",), ranges)
    assert not is_masked(Match(3, 4), ("numbers",), ranges)
