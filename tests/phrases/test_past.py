"""Sentences of past reports come back in their sections, without the figures of their year."""

from assistant.document.block import Block, Document, Run
from assistant.document.identity import identified
from assistant.paths import resources
from assistant.phrases.past import PastText, past_phrases
from assistant.phrases.topics import load_vocabulary
from assistant.template.report import load_templates

TEMPLATES = load_templates(resources() / "templates")
VOCABULARY = load_vocabulary(resources() / "phrases")
LINES = (
    "2024年度抓基层党建工作述职报告",
    "一、主要工作及成效",
    "（一）抓实理论武装。我主持中心组学习12次，撰写调研报告3篇。短句。",
    "二、存在的主要问题",
    "（一）学习不够深入。专题研讨只有2次，联系水务工作不紧",
    "（二）督促指导不够。对8个支部的指导一年只有1次。",
    "三、下一步工作打算",
    "（一）深化学习。我每季度主持研讨1次，年底前形成成果2项。",
)


def report(lines: tuple[str, ...] = LINES, year: int = 2024) -> PastText:
    blocks = identified([Block("", (Run(line),)) for line in lines])
    return PastText("去年.docx", year, Document(blocks, (), None))


def found(*texts: PastText) -> list[tuple[str, str, str]]:
    return [(p.role, p.text, p.source) for p in past_phrases(texts, TEMPLATES, VOCABULARY)]


def test_whole_sentences_come_with_their_section_and_without_figures() -> None:
    assert found(report()) == [
        ("main_work", "我主持中心组学习【次数】次，撰写调研报告【数量】篇。", "我的 2024 年报告"),
        ("problems", "对【数量】个支部的指导一年只有【次数】次。", "我的 2024 年报告"),
        ("next_steps", "我每季度主持研讨【次数】次，年底前形成成果【数量】项。", "我的 2024 年报告"),
    ]


def test_a_sentence_of_several_years_comes_once_from_the_latest() -> None:
    sources = {source for _, _, source in found(report(year=2023), report(year=2025))}
    assert sources == {"我的 2025 年报告"}


def test_a_report_without_a_year_is_called_by_its_name() -> None:
    assert found(report(year=0))[0][2] == "我的报告“去年.docx”"


def test_topics_are_heard() -> None:
    assert past_phrases([report()], TEMPLATES, VOCABULARY)[0].topics[0] == "theory_study"
