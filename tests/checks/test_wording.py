"""Words written too often, and paragraphs that could be pressed: counted, never judged."""

from pathlib import Path

import pytest

from assistant.checks.compressible import compressible
from assistant.checks.wording import FILE, Filler, load_fillers, word_counts
from assistant.document.context import Context
from assistant.errors import ResourceError
from assistant.paths import resources
from assistant.template.structure import recognise
from tests.builders import text
from tests.template.outlines import templates

FILLERS = load_fillers(resources() / "lexicon")
EMPTY = (
    "切实提高政治站位，不断增强责任意识，进一步强化担当作为，着力推动各项任务落到实处，扎实做好各项工作，"
    "为高质量发展提供坚强保证，确保党的建设取得新的更大成效。"
)
REPORT = text(
    "2025年度抓基层党建工作述职报告\n一、主要工作\n"
    f"{EMPTY}\n"
    "进一步走访8个支部，到青石村召开座谈会，解决实际困难，"
    "推动班子成员把责任记在心上、把任务扛在肩上，逐项对账销号抓落实抓到位。\n"
    "二、存在的主要问题\n学习还不够，需进一步加强。"
)
(RECOGNISED,) = recognise(REPORT, templates(), Context())


def test_words_are_counted_with_their_places_by_section_the_commonest_first() -> None:
    first, *others = word_counts(REPORT, RECOGNISED, FILLERS)
    assert (first.word, len(first.places)) == ("进一步", 3)
    assert first.sections == (("主要工作", 2), ("存在的主要问题", 1))
    assert all(REPORT.blocks[index].text.startswith("进一步", start) for index, start in first.places)
    assert {other.word for other in others} == {"切实", "不断", "扎实", "着力"}
    assert "再" in first.instead


def test_a_paragraph_without_object_figure_or_example_can_be_pressed() -> None:
    (loose,) = compressible(REPORT, RECOGNISED, FILLERS)
    assert REPORT.blocks[loose.index].text == EMPTY
    assert "切实" in loose.fillers


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[[word]]\nword = "切实"\nwrong = 1', "unknown key"),
        ('[[word]]\ninstead = ["甲"]', "a non-empty string"),
        ('[[word]]\nword = "切实"\n[[word]]\nword = "切实"', "stands twice"),
        ("[[word", ""),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_reason(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError) as error:
        load_fillers(tmp_path)
    assert FILE in error.value.detail
    assert reason in str(error.value.detail)


def test_nothing_is_counted_where_nothing_stands() -> None:
    assert word_counts(REPORT, RECOGNISED, (Filler("某词", ()),)) == ()
