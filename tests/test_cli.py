"""The commands that only read: what they print, and with which exit code."""

import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.document.outline import ROLES
from tests.command_line import data, sentence
from tests.formats.docx.word_files import BREAK, TEXT_BOX, TOC, cell, paragraph, table, word_file

REPORT = """某某单位2025年度抓基层党建工作述职报告
各位领导、同志们：
按照会议安排，现将本年度工作情况报告如下。
一、主要工作
（一）抓好学习，打牢基础。全年集中学习十二次，部暑任务三十项，，
（二）建强组织，夯实阵地。换届的支部全部完成换届。
二、存在的主要问题
一是抓得不够经常，检查督促偏少。
三、下一步工作打算
一是压实责任，每季度研究一次。
以上报告，请批评指正。
"""
CLEAN = "今年的学习计划已经完成，各支部都开了会。\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "述职 报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


@pytest.fixture
def word(tmp_path: Path) -> str:
    path = tmp_path / "稿.docx"
    grid = table((cell(paragraph("格一")), cell(paragraph("格二"))))
    path.write_bytes(word_file(TOC, paragraph("正文"), paragraph(TEXT_BOX), grid, paragraph(BREAK, "末段")))
    return str(path)


# text


def test_text_lists_every_line_of_a_text_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("甲\n\n乙\n", encoding="utf-8")
    assert data(capsys, "text", str(path)) == [
        {"paragraph": i, "text": line, "label": "", "kind": "body", "editable": True}
        for i, line in enumerate(["甲", "", "乙"])
    ]


def test_text_lists_every_paragraph_element_of_a_word_file(capsys: pytest.CaptureFixture[str], word: str) -> None:
    lines = data(capsys, "text", word)
    assert [line["paragraph"] for line in lines] == list(range(10))
    assert [line["kind"] for line in lines] == [
        *["toc"] * 3, "body", "body", "textbox", "textbox", "cell", "cell", "body",
    ]  # fmt: skip
    assert [line["paragraph"] for line in lines if not line["editable"]] == [0, 1, 2, 5, 6]
    assert lines[9]["text"] == "\ufffc末段"


def test_text_for_people_marks_what_is_locked(capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert main(["text", word]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == " 0  〔锁定〕目录"
    assert lines[9] == " 9  □末段"


# outline


def test_outline_tells_headings_by_paragraph_level_and_role(capsys: pytest.CaptureFixture[str], report: str) -> None:
    (found,) = data(capsys, "outline", report)["reports"]
    assert list(found) == ["kind", "title", "first", "last", "headings", "missing", "variant"]
    assert (found["kind"], found["first"], found["last"]) == ("grassroots-party-building", 0, 10)
    assert found["headings"][2] == {
        "paragraph": 4,
        "level": 2,
        "number": "（一）",
        "text": "抓好学习，打牢基础",
        "role": "main_work",
        "run_in": True,
    }
    assert [(h["paragraph"], h["level"]) for h in found["headings"]][:5] == [(0, 0), (3, 1), (4, 2), (5, 2), (6, 1)]
    assert found["missing"] == ["rectification", "causes", "signature"]


def test_outline_counts_locked_paragraphs_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(word_file(TOC, *map(paragraph, REPORT.splitlines())))
    (found,) = data(capsys, "outline", str(path))["reports"]
    assert [heading["paragraph"] for heading in found["headings"]][:3] == [3, 6, 7]
    assert (found["first"], found["last"]) == (3, 13)


def test_the_kind_can_be_said(capsys: pytest.CaptureFixture[str], report: str) -> None:
    (found,) = data(capsys, "outline", report, "--kind", "combined")["reports"]
    assert found["kind"] == "combined"
    assert "grassroots-party-building" in sentence(capsys, "outline", report, "--kind", "novel")


def test_outline_for_people_names_what_is_missing(capsys: pytest.CaptureFixture[str], report: str) -> None:
    assert main(["outline", report]) == 0
    printed = capsys.readouterr().out
    assert "第3段    一、主要工作" in printed
    assert "缺少的部分：上年度整改（必备）、原因分析（必备）、落款" in printed


# check


def test_check_finds_with_offsets_and_fixes(capsys: pytest.CaptureFixture[str], report: str) -> None:
    findings = data(capsys, "check", report, code=1)["findings"]
    word = next(finding for finding in findings if finding["text"] == "部暑")
    keys = ["rule", "class", "level", "paragraph", "start", "end", "text", "message", "source", "fixes"]
    assert list(word) == keys
    assert (word["class"], word["level"], word["paragraph"]) == ("字词", "必错", 4)
    assert REPORT.splitlines()[4][word["start"] : word["end"]] == "部暑"
    assert word["fixes"] == [{"label": "改为“部署”", "replacement": "部署"}]


def test_a_missing_section_has_a_role_and_no_paragraph(capsys: pytest.CaptureFixture[str], report: str) -> None:
    findings = data(capsys, "check", report, code=1)["findings"]
    missing = [finding for finding in findings if finding["paragraph"] is None]
    assert {finding["role"] for finding in missing} == {"rectification", "causes", "signature"}
    assert all(finding["start"] is None and finding["fixes"] == [] for finding in missing)


def test_check_of_a_clean_file_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(CLEAN, encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"
    assert data(capsys, "check", str(path)) == {"findings": []}


def test_findings_of_several_files_name_their_file(capsys: pytest.CaptureFixture[str], report: str, word: str) -> None:
    findings = data(capsys, "check", report, word, code=1)["findings"]
    assert findings
    assert {finding["file"] for finding in findings} <= {report, word}
    assert next(iter(findings[0])) == "file"


def test_one_unreadable_file_does_not_silence_the_others(capsys: pytest.CaptureFixture[str], report: str) -> None:
    assert main(["check", "没有.docx", report]) == 2
    printed = capsys.readouterr()
    assert printed.err == "没有.docx：找不到“没有.docx”，可能已被移动、改名或删除，请重新选择文件。\n"
    assert "部暑 → 部署" in printed.out


def test_check_for_people_counts_by_level(capsys: pytest.CaptureFixture[str], report: str) -> None:
    assert main(["check", report]) == 1
    lines = capsys.readouterr().out.splitlines()
    start = REPORT.splitlines()[4].index("部暑")
    assert any(line.startswith(f"第4段 {start + 1}–{start + 2}字 【必错·字词】部暑 → 部署：") for line in lines)
    assert lines[-1].startswith(f"共 {len(lines) - 1} 处：必错 ")


def test_a_dated_rule_follows_the_year(capsys: pytest.CaptureFixture[str], report: str) -> None:
    assert main(["check", report, "--year", "2025"]) == 1
    capsys.readouterr()
    assert "四位数" in sentence(capsys, "check", report, "--year", "25")


# suggest


def test_suggest_offers_phrases_of_the_section(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "suggest", "--role", "problems", "--limit", "7")["suggestions"]
    assert len(found) == 7
    assert all(list(item) == ["text", "role", "topic", "score", "source"] for item in found)
    assert {item["role"] for item in found} <= {"problems", "problems_causes"}
    assert [item["score"] for item in found] == sorted((item["score"] for item in found), reverse=True)


def test_suggest_continues_what_is_being_typed(capsys: pytest.CaptureFixture[str]) -> None:
    first = data(capsys, "suggest", "--role", "next_steps")["suggestions"][0]["text"]
    begun = first[:6]
    found = data(capsys, "suggest", "--role", "next_steps", "--text", begun)["suggestions"]
    assert any(item["text"].startswith(begun) for item in found)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_may_be_asked_for(capsys: pytest.CaptureFixture[str], role: str) -> None:
    assert set(data(capsys, "suggest", "--role", role)) == {"suggestions"}


def test_an_unknown_role_and_an_unknown_topic_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "没有“novel”这个部分" in sentence(capsys, "suggest", "--role", "novel")
    assert "没有“天气”这个题目" in sentence(capsys, "suggest", "--topic", "天气")


def test_role_and_topic_may_be_named_as_the_user_reads_them(capsys: pytest.CaptureFixture[str]) -> None:
    named = data(capsys, "suggest", "--role", "存在的主要问题", "--topic", "理论武装")
    assert named == data(capsys, "suggest", "--role", "problems", "--topic", "theory_study")
    assert {item["topic"] for item in named["suggestions"]} == {"theory_study"}


def test_without_a_role_what_is_typed_decides_the_section(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "suggest", "--text", "理论学习不够深入")["suggestions"]
    assert found[0]["role"] in ("problems", "problems_causes")
    assert data(capsys, "suggest") == data(capsys, "suggest", "--role", "main_work")


def test_what_stands_in_the_text_before_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    first = data(capsys, "suggest", "--role", "closing")["suggestions"][0]["text"]
    again = data(capsys, "suggest", "--role", "closing", "--text", first)["suggestions"]
    assert again[0]["text"] != first


def test_a_hospital_is_offered_what_hospitals_write(capsys: pytest.CaptureFixture[str]) -> None:
    def first_topics(*more: str) -> set[str]:
        found = data(capsys, "suggest", "--role", "main_work", "--limit", "6", *more)["suggestions"]
        return {item["topic"] for item in found if item["topic"]}

    written_by_hospitals = {
        "political_building", "branch_standardization", "party_members", "clean_conduct", "service_masses",
        "integration",
    }  # fmt: skip
    assert first_topics("--kind", "grassroots-party-building/hospital") <= written_by_hospitals
    assert not first_topics() <= written_by_hospitals


# complete


def test_complete_goes_on_as_the_learned_files_do(
    capsys: pytest.CaptureFixture[str], report: str, tmp_path: Path
) -> None:
    other = tmp_path / "前年.docx"
    other.write_bytes(word_file(*[paragraph("水库移民安置点建起了凉亭。")] * 3))
    found = data(capsys, "complete", "--learn", report, str(other), "--context", "今年水库移民")["completions"]
    assert all(list(item) == ["text", "gain"] for item in found)
    assert found[0]["text"].startswith("安置点")
    assert found[0]["gain"] > 0


def test_complete_learns_a_folder_and_says_what_it_cannot_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "往年" / "2023").mkdir(parents=True)
    (tmp_path / "往年" / "2023" / "报告.txt").write_text("水库移民安置点建起了凉亭。\n" * 3, encoding="utf-8")
    (tmp_path / "往年" / "坏了.docx").write_bytes(b"PK\x03\x04 nothing")
    assert main(["complete", "--json", "--learn", str(tmp_path / "往年"), "--context", "今年水库移民"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["completions"][0]["text"].startswith("安置点")
    assert "坏了.docx" in said.err


def test_complete_names_the_file_of_several_that_it_cannot_read(
    capsys: pytest.CaptureFixture[str], report: str, tmp_path: Path
) -> None:
    (tmp_path / "坏了.docx").write_bytes(b"PK\x03\x04 nothing")
    said = sentence(capsys, "complete", "--learn", report, str(tmp_path / "坏了.docx"), "--context", "今年")
    assert said.startswith("坏了.docx：")


def test_complete_refuses_a_folder_without_reports(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    assert "没有读得了的报告" in sentence(capsys, "complete", "--learn", str(tmp_path / "空"), "--context", "今年")


def test_complete_learns_from_the_paragraphs_before_the_caret(capsys: pytest.CaptureFixture[str]) -> None:
    context = "水库移民安置点建起了凉亭。\n" * 3 + "今年水库移民"
    assert data(capsys, "complete", "--context", context)["completions"][0]["text"].startswith("安置点")


def test_complete_offers_as_many_as_are_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(data(capsys, "complete", "--context", "落实", "--limit", "2")["completions"]) == 2
    assert len(data(capsys, "complete", "--context", "落实")["completions"]) == 5


def test_complete_says_so_when_it_has_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["complete", "--context", "qwfp"]) == 0
    assert capsys.readouterr().out == "没有合适的续写。\n"


# What can't be understood or read


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "还缺命令"),
        (["dance"], "没有“dance”这个命令"),
        (["text"], "还缺 FILE"),
        (["text", "a.txt", "b.txt"], "不认识这些参数：b.txt"),
        (["text", "a.txt", "--loud"], "不认识这些参数：--loud"),
        (["suggest", "--role"], "--role 后面没有写全"),
        (["complete"], "还缺 --context"),
        (["complete", "--learn", "没有.docx", "--context", "一"], "找不到"),
        (["suggest", "--role", "title", "--limit", "0"], "--limit 要写大于 0 的整数"),
        (["fix", "a.txt"], "还缺 -o/--output"),
        (["outline", "没有.docx"], "找不到"),
        (["text", "."], "文件夹"),
    ],
)
def test_what_is_wrong_is_said_in_one_chinese_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], part: str
) -> None:
    assert part in sentence(capsys, *arguments)


def test_a_file_that_is_no_document_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    sentence(capsys, "text", str(path))


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["edit", "-h"], ["--version"]])
def test_help_is_chinese_and_no_failure(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert "usage" not in printed
    assert "述职" in printed or printed.startswith("用法：shuzhi")
