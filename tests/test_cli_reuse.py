"""The commands that reuse earlier texts: compare and rollover."""

import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.session import open_file
from tests.command_line import data, sentence
from tests.formats.docx.word_files import TEXT_BOX, paragraph, word_file

TITLE = "某某单位2024年度抓基层党建工作述职报告"
OPENING = "按照会议安排，现将2024年度抓基层党建工作情况报告如下。"
LINES = [
    TITLE,
    "各位领导、同志们：",
    OPENING,
    "一、主要工作",
    "（一）抓好学习，打牢基础。全年集中学习12次，各支部把学习笔记挂在走廊里让群众翻看。",
    "二、存在的主要问题及原因",
    "一是抓得不够经常，原因是压力传得不到底。",
    "三、下一步工作打算",
    "一是压实责任，把党建任务分到每一个科室、每一位党员。",
]


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "去年.docx"
    path.write_bytes(word_file(*(paragraph(line) for line in LINES), paragraph(TEXT_BOX)))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "往年 报告"
    made.mkdir()
    (made / "甲.txt").write_text(f"前言。\n{LINES[4]}\n", encoding="utf-8")
    (made / "乙.txt").write_text("与上面的稿子没有一句话相同，写的完全是别的事情。\n", encoding="utf-8")
    (made / "~$甲.docx").write_bytes(b"lock")
    (made / "说明.md").write_text(LINES[4], encoding="utf-8")
    return made


# rollover


def test_rollover_writes_the_start_of_the_new_year(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = word.with_name("今年.docx")
    found = data(capsys, "rollover", str(word), "--year", "2025", "-o", str(out))
    assert (found["last"], found["year"], found["applied"]) == (2024, 2025, 2)
    texts = [one.text for one in open_file(out).opened.paragraphs]
    before = [one.text for one in open_file(word).opened.paragraphs]
    assert texts[0] == TITLE.replace("2024", "2025")
    assert texts[2] == OPENING.replace("2024", "2025")
    assert [line for i, line in enumerate(texts) if i not in {0, 2}] == [
        line for i, line in enumerate(before) if i not in {0, 2}
    ]


def test_rollover_lists_places_in_the_file_as_it_was_read(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "rollover", str(word), "--year", "2025", "-o", str(word.with_name("今年.docx")))
    paragraphs = open_file(word).opened.paragraphs
    for one in [*found["items"], *found["promises"], *found["carried"]]:
        assert paragraphs[one["paragraph"]].text[one["start"] : one["end"]] == one["text"]
    figure = next(one for one in found["items"] if one["kind"] == "figure")
    assert figure == {
        "paragraph": 4,
        "start": 19,
        "end": 22,
        "text": "12次",
        "kind": "figure",
        "suggestion": None,
        "message": "请更新：去年写的是“12次”。",
        "source": "",
        "applied": False,
    }
    assert [one["text"] for one in found["promises"]] == [LINES[8]]


def test_rollover_leaves_the_file_it_read_alone(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = word.read_bytes()
    assert main(["rollover", str(word), "--year", "2025", "-o", str(word.with_name("今年.docx"))]) == 0
    assert word.read_bytes() == before
    printed = capsys.readouterr().out
    assert "□ 第 8 段" in printed
    assert "改了 2 处" in printed


def test_rollover_without_a_certain_year_copies_the_file_byte_for_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "稿.docx", tmp_path / "新.docx"
    path.write_bytes(word_file(paragraph("述职报告"), paragraph("召开会议3次。")))
    assert data(capsys, "rollover", str(path), "--year", "2025", "-o", str(out))["applied"] == 0
    assert out.read_bytes() == path.read_bytes()


def test_rollover_to_the_same_year_says_so_and_writes_nothing(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = word.with_name("今年.docx")
    assert "2024年度" in sentence(capsys, "rollover", str(word), "--year", "2024", "-o", str(out))
    assert not out.exists()


def test_rollover_never_writes_over_last_years_report(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = word.read_bytes()
    assert "另起一个文件名" in sentence(capsys, "rollover", str(word), "--year", "2025", "-o", str(word))
    assert word.read_bytes() == before


def test_rollover_asks_for_a_year(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--year" in sentence(capsys, "rollover", str(word), "-o", str(word.with_name("今年.docx")))


# compare


def test_compare_holds_a_file_against_a_folder(word: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "compare", str(word), "--against", str(folder), code=1)["files"]
    assert [one["file"] for one in found] == [str(word)]
    assert [one["text"] for one in found[0]["sentences"]] == [
        "全年集中学习12次，各支部把学习笔记挂在走廊里让群众翻看。"
    ]
    assert found[0]["sentences"][0]["source"]["file"] == str(folder / "甲.txt")
    assert found[0]["sources"] == [{"file": str(folder / "甲.txt"), "share": found[0]["share"]}]


def test_compare_never_holds_a_file_against_itself(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "compare", str(word), "--against", str(word.parent))["files"]
    assert found[0]["sentences"] == []


def test_compare_holds_several_files_against_each_other(
    word: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = str(folder / "甲.txt")
    found = data(capsys, "compare", str(word), other, code=1)["files"]
    assert [(one["file"], len(one["sentences"])) for one in found] == [(str(word), 1), (other, 1)]


def test_compare_in_words_names_sentence_source_and_share(
    word: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(word), "--against", str(folder)]) == 1
    printed = capsys.readouterr().out
    assert "第 4 段（100% 相同）全年集中学习12次" in printed
    assert "甲.txt 第 1 段" in printed


def test_compare_goes_on_after_a_file_that_cannot_be_read(
    word: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "坏.docx").write_bytes(b"PK broken")
    assert main(["compare", str(word), "--against", str(folder), "--json"]) == 2
    printed = capsys.readouterr()
    assert "坏.docx" in printed.err
    assert len(json.loads(printed.out)["files"][0]["sentences"]) == 1


def test_compare_of_one_file_asks_for_another(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--against" in sentence(capsys, "compare", str(word))


def test_compare_with_a_folder_that_is_none_says_so(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "文件夹" in sentence(capsys, "compare", str(word), "--against", str(word.parent / "没有"))
