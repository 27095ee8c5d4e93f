"""What two texts share: thirteen Han characters in a row, sentence by sentence, with source and share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.document.context import Context
from assistant.paths import resources
from assistant.reuse.compared_texts import Text, load_exempt, own_text, whole_text
from assistant.reuse.overlap import LENGTH, Overlap, compare
from assistant.reuse.overlap import shared as stretches
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests import builders

EXEMPT = load_exempt(resources() / "reuse" / "overlap.toml")
COPIED = "各支部把学习笔记挂在走廊里让群众随时翻看提意见"


def shared(own: str, *others: str) -> Overlap:
    texts = [Text(f"稿{i}", tuple(other.split("\n"))) for i, other in enumerate(others)]
    return compare(Text("本稿", tuple(own.split("\n"))), texts, EXEMPT)


def test_a_copied_sentence_is_found_with_its_source_and_share() -> None:
    found = shared(f"开头一句话。{COPIED}。", f"别的内容写在前面。\n他们说，{COPIED}。")
    assert [(one.paragraph, one.start, one.text, one.share) for one in found.sentences] == [(0, 6, f"{COPIED}。", 1.0)]
    source = found.sentences[0].source
    assert (source.name, source.paragraph, source.text) == ("稿0", 1, f"他们说，{COPIED}。")


def test_the_share_is_of_what_could_be_shared() -> None:
    other = "这一句是自己写的也有二十来个汉字那么长的样子呢"
    found = shared(f"{COPIED}。{other}。短的一句。", f"{COPIED}。")
    assert found.characters == len(COPIED) + len(other)
    assert found.share == pytest.approx(len(COPIED) / found.characters)
    assert found.sources == (("稿0", found.share),)


def test_part_of_a_sentence_counts_as_a_part() -> None:
    found = shared(f"{COPIED}，然后又自己接着写了很长的一段话。", f"{COPIED}。")
    assert 0.5 < found.sentences[0].share < 0.7


def test_new_punctuation_digits_and_letters_hide_nothing() -> None:
    changed = "，".join(COPIED[i : i + 4] for i in range(0, len(COPIED), 4)) + "12次。"
    assert shared(f"{COPIED}。", changed).share == 1.0
    assert shared(f"{COPIED}。", changed.replace("，", "。")).share == 1.0


def test_twelve_characters_in_a_row_are_chance() -> None:
    assert shared(COPIED[: LENGTH - 1] + "完全不同的下半句话在这里。", COPIED).sentences == ()
    assert shared(COPIED[:LENGTH] + "完全不同的下半句话在这里。", COPIED).sentences != ()


@pytest.mark.parametrize(
    "same",
    [
        "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "《关于进一步改进某某单位支部学习笔记管理工作的若干办法》。",
        "按照会议安排，现将本年度抓基层党建工作有关情况报告如下。",
    ],
)
def test_formulations_titles_and_opening_formulas_are_everybodys(same: str) -> None:
    found = shared(same, same)
    assert (found.sentences, found.share) == ((), 0.0)


def test_the_longest_agreement_is_the_source_and_the_others_are_counted() -> None:
    found = shared(f"{COPIED}。", COPIED[:15], COPIED, COPIED[:14])
    assert (found.sentences[0].source.name, found.sentences[0].others) == ("稿1", 2)
    assert [name for name, _ in found.sources] == ["稿1", "稿0", "稿2"]


def test_soft_breaks_in_the_other_text_keep_paragraph_numbers_right() -> None:
    other = Text("别稿", ("第一段\n软回车", None, f"前面，{COPIED}。"))
    found = compare(Text("本稿", (f"{COPIED}。",)), [other], EXEMPT)
    assert found.sentences[0].source.paragraph == 2


def test_headings_salutations_and_ends_of_our_own_text_do_not_count() -> None:
    title = "某某单位2024年度抓基层党建工作述职报告"
    heading = "（一）把学习笔记挂在走廊里让群众随时翻看提意见。"
    lines = [title, "一、主要工作", f"{heading}正文写的是另外一件事情，也有好多好多个字。", "以上报告，请予评议。"]
    document = builders.doc(*lines)
    reports = recognise(document, load_templates(resources() / "templates"), Context())
    own = own_text("本稿", document, reports)
    found = compare(own, [whole_text("别稿", document)], EXEMPT)
    assert [one.text for one in found.sentences] == ["正文写的是另外一件事情，也有好多好多个字。"]
    assert document.blocks[2].text[found.sentences[0].start :] == found.sentences[0].text


def test_nothing_is_shared_with_nothing() -> None:
    assert shared("", "").share == 0.0
    assert shared(COPIED).sentences == ()


@given(st.text("支部学习。，\n甲乙丙丁", max_size=80), st.text("支部学习。，\n甲乙丙丁", max_size=80))
def test_shares_lie_between_none_and_all_and_a_text_shares_itself(one: str, other: str) -> None:
    found = shared(one, other)
    assert 0.0 <= found.share <= 1.0
    assert all(0.0 < same.share <= 1.0 for same in found.sentences)
    itself = shared(one, one)
    assert itself.share == (1.0 if itself.characters else 0.0)


@pytest.mark.parametrize("shift", range(13))
def test_thirteen_characters_are_found_wherever_they_stand(shift: int) -> None:
    words = "逐村走访把群众的难题记下来"
    assert len(words) == 13
    other = "甲" * shift + words + "乙乙乙"
    [same] = compare(Text("本稿", (f"{words}。",)), [Text("别处", (other,))], EXEMPT).sentences
    assert same.share == 1


def test_the_stretch_that_is_shared_is_told_in_both_sentences() -> None:
    one = "今年我们逐村走访，把群众的难题一件件记下来。"
    other = "干部逐村走访把群众的难题一件件记下来了"
    [(start, end)] = stretches(one, other)
    assert one[start:end] == "逐村走访，把群众的难题一件件记下来"
    [(start, end)] = stretches(other, one)
    assert other[start:end] == "逐村走访把群众的难题一件件记下来"
    assert stretches(one, "逐村走访，把难题记下来。") == ()
