"""What of last year's report still waits: every place until it is changed or kept, every sentence until confirmed."""

from dataclasses import replace

from assistant.document.block import Document
from assistant.document.context import Context, Unit
from assistant.document.edit import apply
from assistant.document.last_year import LastYear, Place
from assistant.paths import resources
from assistant.reuse.pending import Pending, pending, remembered
from assistant.reuse.rollover import load_knowledge, roll_over
from assistant.template.report import load_templates
from assistant.template.structure import recognise
from tests.builders import text

KNOWLEDGE = load_knowledge(resources() / "reuse")
TEMPLATES = load_templates(resources() / "templates")
REPORT = """某某镇党委书记2024年度抓基层党建工作述职报告
某某镇党委书记  陈大川
各位领导、同志们：
按照会议安排，现将2024年度抓基层党建工作情况报告如下。
一、上年度问题整改情况
针对2023年度述职评议点出的问题，已改完5个。
二、主要工作
（一）抓好学习，打牢基础。全年集中学习12次、专题研讨8次，扎实开展党纪学习教育。
（二）建强组织，夯实阵地。阵地建设有了新样子。
三、存在的主要问题及原因
一是抓得不够经常，检查督促偏少。
四、下一步工作打算
（一）压实责任。2025年每季度研究一次党建。
以上报告，请予评议。
"""


def begun(whole: str = REPORT, year: int = 2025, unit: Unit | None = None) -> tuple[Document, LastYear]:
    document = text(whole.removesuffix("\n"))
    found = roll_over(document, recognise(document, TEMPLATES, Context()), TEMPLATES, KNOWLEDGE, year, unit=unit)
    return apply(document, found.edits), remembered("2024.docx", document, found)


def left(document: Document, last: LastYear, year: int = 2025, unit: Unit | None = None) -> Pending:
    context = Context(year=year, last_year=last, unit=unit or Unit())
    return pending(document, recognise(document, TEMPLATES, context), KNOWLEDGE, context, year)


def changed(document: Document, old: str, new: str) -> Document:
    whole = "\n".join(block.text for block in document.blocks)
    assert old in whole
    return text(whole.replace(old, new, 1))


def words(found: Pending) -> list[str]:
    return [one.place.text for one in found.waiting]


def test_everything_waits_at_first_but_what_was_certain() -> None:
    document, last = begun()
    assert words(left(document, last)) == [
        "某某镇党委",
        "某某镇党委书记  陈大川",
        "2023年度",
        "5个",
        "12次",
        "8次",
        "党纪学习教育",
        "2025年",
    ]


def test_a_changed_place_waits_no_more_and_its_neighbours_still_do() -> None:
    document, last = begun()
    now = words(left(changed(document, "12次", "15次"), last))
    assert "12次" not in now
    assert "15次" not in now
    assert "8次" in now


def test_the_year_after_a_change_is_not_taken_for_last_years() -> None:
    document, last = begun()
    assert "2024年度" not in words(left(changed(document, "2023年度", "2024年度"), last))


def test_a_kept_place_is_told_apart_and_survives_changes_around_it() -> None:
    document, last = begun()
    place = next(one.place for one in left(document, last).waiting if one.place.text == "8次")
    found = left(changed(document, "12次", "15回"), last.with_settled(place))
    assert "8次" not in words(found)
    assert [one.place.text for one, _ in found.kept] == ["8次"]


def test_one_decision_settles_one_place_of_the_same_words() -> None:
    twice = REPORT.replace("（二）建强组织，夯实阵地。", "（二）建强组织，夯实阵地。集中学习12次，")
    document, last = begun(twice)
    place = next(one.place for one in left(document, last).waiting if one.place.text == "12次")
    assert words(left(document, last.with_settled(place))).count("12次") == 1


def test_what_was_taken_back_waits_again() -> None:
    document, last = begun()
    place = next(one.place for one in left(document, last).waiting if one.place.text == "5个")
    settled = last.with_settled(place)
    [(_, settlement)] = left(document, settled).kept
    assert left(document, settled.without_settled(settlement)) == left(document, last)


def test_the_opening_that_was_moved_on_is_not_carried_over() -> None:
    document, last = begun()
    carried = [one.text for one in left(document, last).carried]
    assert not any("现将" in sentence for sentence in carried)
    assert "阵地建设有了新样子。" in carried


def test_a_sentence_is_carried_until_it_is_touched() -> None:
    document, last = begun()
    before = left(document, last).carried
    after = left(changed(document, "有了新样子", "换了新面貌"), last).carried
    assert {one.text for one in before} - {one.text for one in after} == {"阵地建设有了新样子。"}


def test_a_confirmed_sentence_is_listed_apart() -> None:
    document, last = begun()
    found = left(document, last.with_confirmed("阵地建设有了新样子。"))
    assert "阵地建设有了新样子。" not in {one.text for one in found.carried}
    assert [one.text for one in found.confirmed] == ["阵地建设有了新样子。"]


def test_the_plans_are_the_promises_nobody_has_decided_on() -> None:
    _, last = begun()
    assert [(one.text, one.heading, one.state) for one in last.promises] == [
        ("2025年每季度研究一次党建。", "压实责任", "")
    ]


def test_names_that_the_unit_profile_knows_are_not_listed() -> None:
    unit = Unit(name="某某镇党委", post="党委书记", person="陈大川")
    _, last = begun(unit=unit)
    assert not any(place.kind == "name" for place in last.places)


def test_another_unit_is_suggested_for_the_title() -> None:
    unit = Unit(name="河湾镇")
    document, last = begun(unit=unit)
    [title, *_] = left(document, last, unit=unit).waiting
    assert (title.place.text, title.item.found.suggestion) == ("某某镇党委", "河湾镇党委")


def test_new_words_of_the_writer_are_left_alone() -> None:
    document, last = begun()
    longer = changed(document, "阵地建设有了新样子。", "阵地建设有了新样子。另外走访企业36家。")
    assert words(left(longer, last)) == words(left(document, last))


def test_a_report_without_last_year_has_nothing_left() -> None:
    document, last = begun()
    assert left(document, replace(last, places=(), carried=frozenset())) == Pending()


def test_places_know_their_neighbours_by_han_characters_only() -> None:
    _, last = begun()
    assert Place("figure", "12次", "年集中学习"[-4:], "、专题研讨"[1:5]) in last.places


def test_a_promise_that_is_quoted_may_say_last_years_words() -> None:
    document, last = begun()
    told = changed(document, "有了新样子。", "有了新样子。针对去年提出的“2025年每季度研究一次党建”，已研究。")
    assert words(left(told, last)) == words(left(document, last))
