"""The commands that write: what they change, what they refuse, and that a refusal writes nothing."""

import json
import zipfile
from pathlib import Path

import pytest

from assistant.cli import main
from tests.formats.docx.word_files import (
    BREAK,
    NOTE,
    SECTION,
    TEXT_BOX,
    TOC,
    cell,
    paragraph,
    table,
    word_file,
)

PROTECTED = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_bytes("甲\r\n乙\n丙".encode())
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """0-2 contents (locked), 3 甲, 4 text box (5, 6 inside), 7 and 8 a table, 9 page break, 10 section break, 11 末."""
    path = tmp_path / "稿.docx"
    grid = table((cell(paragraph("格一")), cell(paragraph("格二"))))
    body = [paragraph("甲"), paragraph(TEXT_BOX), grid, paragraph("前", BREAK, "后")]
    path.write_bytes(word_file(TOC, *body, paragraph("节", properties=SECTION), paragraph("末", NOTE)))
    return path


def edited(path: Path, *options: str, suffix: str = "") -> Path:
    out = path.with_name(f"改{suffix or path.suffix}")
    assert main(["edit", str(path), "-o", str(out), *options]) == 0
    return out


def texts(capsys: pytest.CaptureFixture[str], path: Path) -> list[str]:
    capsys.readouterr()
    assert main(["text", str(path), "--json"]) == 0
    return [line["text"] for line in json.loads(capsys.readouterr().out)]


def refused(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> str:
    """Return the sentence; nothing may have been written."""
    before = sorted(path.parent.iterdir())
    capsys.readouterr()
    assert main(["edit", str(path), "-o", str(path.with_name(f"改{path.suffix}")), *options]) == 2
    printed = capsys.readouterr()
    assert sorted(path.parent.iterdir()) == before
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    return printed.err


# Text files


def test_changes_combine_and_all_numbers_refer_to_the_file_as_read(file: Path) -> None:
    out = edited(
        file, "--insert-after", "0", "新", "--delete", "1", "--replace", "2", "丙丁", "--insert-after", "-1", "首"
    )
    assert out.read_bytes() == "首\r\n甲\r\n新\r\n丙丁".encode()


def test_untouched_lines_keep_their_bytes(file: Path) -> None:
    assert edited(file, "--replace", "0", "甲甲").read_bytes() == "甲甲\r\n乙\n丙".encode()


def test_a_text_may_begin_with_a_dash(file: Path) -> None:
    assert edited(file, "--replace", "0", "--json").read_bytes() == "--json\r\n乙\n丙".encode()
    assert edited(file, "--insert-after", "-1", "-1").read_bytes() == "-1\r\n甲\r\n乙\n丙".encode()


def test_what_no_file_may_hold_is_left_out_of_a_text(file: Path) -> None:
    assert edited(file, "--replace", "0", "甲\x00\ud800\u2029丁").read_bytes() == "甲丁\r\n乙\n丙".encode()


def test_without_a_change_the_file_is_copied(file: Path, word: Path) -> None:
    assert edited(file).read_bytes() == file.read_bytes()
    assert edited(word).read_bytes() == word.read_bytes()


@pytest.mark.parametrize(
    "options",
    [
        ["--replace", "1", "一", "--replace", "1", "二"],
        ["--replace", "1", "一", "--delete", "1"],
        ["--delete", "1", "--delete", "1"],
        ["--insert-after", "1", "一", "--delete", "1"],
        ["--insert-after", "-1", "一", "--insert-after", "-1", "二"],
    ],
)
def test_two_changes_of_one_paragraph_are_refused(
    capsys: pytest.CaptureFixture[str], file: Path, options: list[str]
) -> None:
    assert "不止一处" in refused(capsys, file, *options)


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (["--replace", "3", "一"], "没有第 3 段（段号从 0 到 2）"),
        (["--replace", "-1", "一"], "“-1”不是段号"),
        (["--insert-after", "-2", "一"], "“-2”不是段号"),
        (["--delete", "一"], "“一”不是段号"),
        (["--delete"], "--delete 后面要写段号"),
        (["--replace", "1"], "--replace 后面要写段号和文字"),
    ],
)
def test_a_number_that_is_none_is_refused(
    capsys: pytest.CaptureFixture[str], file: Path, options: list[str], part: str
) -> None:
    assert part in refused(capsys, file, *options)


def test_the_last_line_can_not_go(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    assert "至少要留一个段落" in refused(capsys, file, "--delete", "0", "--delete", "1", "--delete", "2")


# Word files


def test_a_word_file_is_changed_where_it_is_told(capsys: pytest.CaptureFixture[str], word: Path) -> None:
    out = edited(word, "--replace", "3", "甲一\n甲二", "--insert-after", "7", "格里", "--insert-after", "-1", "首")
    assert texts(capsys, out) == [
        "首", "目录", "一、开头", "", "甲一\n甲二", "\ufffc", "框里的字", "框里的字", "格一", "格里", "格二",
        "前\ufffc后", "节", "末\ufffc",
    ]  # fmt: skip


def test_only_the_main_part_changes(word: Path) -> None:
    out = edited(word, "--replace", "3", "甲二")
    with zipfile.ZipFile(word) as old, zipfile.ZipFile(out) as new:
        assert new.namelist() == old.namelist()
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/document.xml"]


def test_tokens_stay_where_they_are(capsys: pytest.CaptureFixture[str], word: Path) -> None:
    lines = texts(capsys, edited(word, "--replace", "9", "前面后", "--replace", "11", ""))
    assert lines[9:] == ["前\ufffc面后", "节", "\ufffc"]


def test_a_text_may_say_where_tokens_go(capsys: pytest.CaptureFixture[str], word: Path) -> None:
    assert texts(capsys, edited(word, "--replace", "9", "甲乙丙\ufffc丁"))[9] == "甲乙丙\ufffc丁"


def test_a_page_break_goes_with_its_paragraph(capsys: pytest.CaptureFixture[str], word: Path) -> None:
    assert texts(capsys, edited(word, "--delete", "9"))[9:] == ["节", "末\ufffc"]


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (["--replace", "0", "新目录"], "锁定"),
        (["--delete", "1"], "锁定"),
        (["--insert-after", "2", "目录后"], "锁定"),
        (["--replace", "5", "框"], "锁定"),
        (["--delete", "4"], "文本框"),
        (["--delete", "7"], "至少要留一个段落"),
        (["--delete", "10"], "分节符"),
        (["--delete", "11"], "脚注"),
        (["--replace", "3", "好", "--delete", "10"], "分节符"),
    ],
)
def test_what_has_to_stay_is_refused(
    capsys: pytest.CaptureFixture[str], word: Path, options: list[str], part: str
) -> None:
    assert part in refused(capsys, word, *options)


def test_a_protected_file_is_refused_but_can_be_copied(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(word_file(paragraph("部暑"), settings=PROTECTED))
    assert "锁定" in refused(capsys, path, "--replace", "0", "部署")
    assert "编辑保护" in refused(capsys, path, "--insert-after", "-1", "首")
    out = tmp_path / "改.docx"
    assert main(["fix", str(path), "-o", str(out)]) == 0
    assert out.read_bytes() == path.read_bytes()


# The format of OUT


def test_the_suffix_of_out_decides_the_format(capsys: pytest.CaptureFixture[str], file: Path, word: Path) -> None:
    made = edited(file, "--replace", "1", "乙乙", suffix=".docx")
    assert made.read_bytes().startswith(b"PK")
    assert texts(capsys, made) == ["甲", "乙乙", "丙"]
    assert "格一\t格二" in edited(word, suffix=".txt").read_text(encoding="utf-8-sig").splitlines()


def test_another_suffix_is_refused(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    out = file.with_suffix(".pdf")
    assert main(["edit", str(file), "-o", str(out)]) == 2
    assert "不能写成 .pdf 文件" in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    assert main(["edit", str(file), "-o", str(file.parent / "无" / "改.txt")]) == 2
    assert "文件夹不在了" in capsys.readouterr().err


def test_out_may_be_the_file_itself(file: Path) -> None:
    assert main(["edit", str(file), "-o", str(file), "--delete", "0"]) == 0
    assert file.read_bytes() == "乙\n丙".encode()


# fix


SLIPS = "今年部暑了任务，，党风廉正建设有进步。\n扫码关注公众号领取资料\n"


@pytest.fixture
def slips(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(SLIPS, encoding="utf-8")
    return path


def fixed(path: Path, *options: str) -> str:
    out = path.with_name("改.txt")
    assert main(["fix", str(path), "-o", str(out), *options]) == 0
    return out.read_text(encoding="utf-8")


def test_fix_applies_what_is_certain(slips: Path) -> None:
    assert fixed(slips).splitlines()[0] == "今年部署了任务，党风廉政建设有进步。"


def test_fix_can_be_kept_to_some_rules(slips: Path) -> None:
    assert fixed(slips, "--select", "punctuation").splitlines()[0] == "今年部暑了任务，党风廉正建设有进步。"
    both = fixed(slips, "--select", "punctuation.doubled, context.deploy,terms").splitlines()[0]
    assert both == "今年部署了任务，党风廉政建设有进步。"


def test_fixing_nothing_copies_the_file(slips: Path, word: Path) -> None:
    assert fixed(slips, "--select", "none") == SLIPS
    out = word.with_name("改.docx")
    assert main(["fix", str(word), "-o", str(out), "--select", "none"]) == 0
    assert out.read_bytes() == word.read_bytes()


def test_fix_tells_what_it_did(capsys: pytest.CaptureFixture[str], slips: Path) -> None:
    fixed(slips, "--select", "context,terms,punctuation", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["applied"], told["refused"]) == (3, 0)
    assert [item["text"] for item in told["fixed"]] == ["部暑", "，，", "党风廉正建设"]
    fixed(slips, "--select", "context,terms,punctuation")
    assert capsys.readouterr().out.startswith("改正了 3 处，已写入 ")


def test_a_rule_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], slips: Path) -> None:
    assert main(["fix", str(slips), "-o", str(slips.with_name("改.txt")), "--select", "novel"]) == 2
    assert "没有“novel”这条规则" in capsys.readouterr().err
