"""A newer file of dated formulations is taken; one that is older or damaged is not, and the one in use stays."""

from pathlib import Path

import pytest

from assistant.checks.formulation_files import FILE
from assistant.checks.loader import FORMULATIONS
from assistant.errors import CannotOpen
from assistant.newer_data import take_newer


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_newer_file_is_put_where_it_is_looked_for(tmp_path: Path) -> None:
    newer = write(tmp_path / "新的.toml", 'updated = "2027-02"\n')
    take_newer(newer, "2026-03", tmp_path / "data")
    assert (tmp_path / "data" / FORMULATIONS / FILE).read_bytes() == newer.read_bytes()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('updated = "2026-03"\n', "不比它新"),
        ('updated = "2025-12"\n', "这份提法数据截至 2025 年 12 月"),
        ('updated = "2027-02"\nmeetings = 3\n', "不是能用的提法数据"),
        ("这不是数据", "不是能用的提法数据：第 1 行不合 TOML 的写法。"),
        ('updated = "2027年2月"\n', "updated 要写成 2026-03 这样的年月"),
        ('updated = "2027-02"\n[[plenum]]\nname = "全会"\ndate = "十月"\n', "第 1 条 plenum 的 date 要写成"),
        (
            'updated = "2027-02"\n[[formulation]]\nphrase = "甲"\nfrom = "2027-01"\nconfidence = "很高"\n',
            "第 1 条 formulation 的 confidence 写成了“很高”，只能写高、中、低。没有换",
        ),
    ],
)
def test_what_is_older_or_damaged_is_refused_and_nothing_changes(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CannotOpen) as refusal:
        take_newer(write(tmp_path / "新的.toml", text), "2026-03", tmp_path / "data")
    assert said in refusal.value.message
    assert not (tmp_path / "data").exists()
