"""What patterns need is found once; a file that is spoilt, or of another Python, is as good as none."""

import json
import re
from pathlib import Path

import pytest

from assistant.text import kept_needs
from assistant.text.kept_needs import CACHE, KeptNeeds


def _kept(folder: Path, *patterns: str) -> None:
    asked = KeptNeeds(folder)
    for pattern in patterns:
        asked(pattern)
    asked.keep()


def test_what_was_found_is_told_again_without_reading_the_pattern(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(tmp_path, "甲[乙丙]", ".")
    monkeypatch.setattr(kept_needs, "needs", pytest.fail)
    monkeypatch.setattr(kept_needs, "is_confined", pytest.fail)
    again = KeptNeeds(tmp_path)
    assert again("甲[乙丙]") == (frozenset({"甲乙", "甲丙"}),)
    assert again(".") == ()
    assert (again.confined("甲[乙丙]"), again.confined(".")) == (True, False)


def test_only_what_is_still_asked_for_is_kept(tmp_path: Path) -> None:
    _kept(tmp_path, "甲", "乙")
    _kept(tmp_path, "乙", "丙")
    assert json.loads((tmp_path / CACHE).read_text(encoding="utf-8"))["needs"].keys() == {"乙", "丙"}


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"needs": {}}', '{"python": "2.7.18", "needs": {"甲": ["乙"]}}', '{"python": 3}']
)
def test_a_file_that_says_nothing_is_made_anew(tmp_path: Path, content: str) -> None:
    (tmp_path / CACHE).write_text(content, encoding="utf-8")
    _kept(tmp_path, "甲")
    assert KeptNeeds(tmp_path)("甲") == (frozenset("甲"),)
    assert json.loads((tmp_path / CACHE).read_text(encoding="utf-8"))["needs"] == {"甲": [["甲"]]}


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    _kept(tmp_path / "file" / "folder", "甲")
    assert KeptNeeds(tmp_path / "file" / "folder")("甲") == (frozenset("甲"),)


def test_a_wrong_pattern_is_refused_and_not_kept(tmp_path: Path) -> None:
    asked = KeptNeeds(tmp_path)
    with pytest.raises(re.error):
        asked("(甲")
    asked.keep()
    assert not (tmp_path / CACHE).exists()
