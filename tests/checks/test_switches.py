"""Switching rules, classes and levels off and on: which keys are kept, and what they silence."""

from assistant.checks.engine import check
from assistant.checks.rule import Level
from assistant.checks.switches import RuleCard, cards_of, group_switched, is_on, refinements, switched
from assistant.document.context import Context
from tests.builders import doc
from tests.shipped_rules import RULES

COMMA = RuleCard("marks.comma", "逗号", "标点", Level.ERROR)
DASH = RuleCard("marks.dash", "破折号", "标点", Level.HINT)
WORDS = RuleCard("words.idiom", "成语", "字词", Level.ERROR)
MORE = RuleCard("words.idiom.long", "长成语", "字词", Level.SUSPECT)
CARDS = (COMMA, DASH, WORDS, MORE)


def on(off: tuple[str, ...]) -> set[str]:
    return {card.id for card in CARDS if is_on(card, off)}


def test_a_class_or_a_level_is_silent_in_the_text() -> None:
    document = doc("以身做则，，再接再励。")

    def left(*disabled: str) -> set[str]:
        found = check(document, (), RULES, Context(disabled=frozenset(disabled)))
        return {finding.category for finding in found}

    assert left() == {"字词", "标点"}
    assert left("class:标点") == {"字词"}
    assert left("class:标点", "class:字词") == set()
    assert left("level:必错") == set()
    assert left("level:提示") == {"字词", "标点"}


def test_a_rule_is_on_unless_its_id_a_prefix_its_class_or_its_level_is_off() -> None:
    assert on(()) == {card.id for card in CARDS}
    assert on(("marks.dash",)) == {COMMA.id, WORDS.id, MORE.id}
    assert on(("marks",)) == {WORDS.id, MORE.id}
    assert on(("class:字词",)) == {COMMA.id, DASH.id}
    assert on(("level:必错",)) == {DASH.id, MORE.id}


def test_a_group_that_is_off_is_one_key_so_that_later_rules_follow() -> None:
    off = group_switched(("marks.dash", "marks.comma.，"), CARDS, "class:标点", on=False)
    assert off == ("marks.comma.，", "class:标点")
    assert group_switched(off, CARDS, "class:标点", on=True) == ("marks.comma.，",)


def test_one_rule_of_a_silent_group_can_be_heard_again() -> None:
    off = switched(("class:标点",), CARDS, (DASH,), on=True)
    assert on(off) == {card.id for card in CARDS} - {COMMA.id}
    assert "class:标点" not in off


def test_a_level_on_again_brings_back_its_rules_out_of_silent_classes_only_where_they_are_of_that_level() -> None:
    off = group_switched(("class:标点",), CARDS, "level:提示", on=True)
    assert on(off) == {card.id for card in CARDS} - {COMMA.id}


def test_switching_off_what_is_off_already_changes_nothing() -> None:
    assert switched(("class:标点",), CARDS, (COMMA,), on=False) == ("class:标点",)


def test_single_words_of_a_rule_stay_off_whatever_is_switched() -> None:
    off = ("words.idiom.再接再励", "words.idiom.long.某词")
    assert refinements(WORDS, CARDS, off) == ("words.idiom.再接再励",)
    assert refinements(MORE, CARDS, off) == ("words.idiom.long.某词",)
    assert switched(off, CARDS, CARDS, on=True) == off


def test_every_bundled_rule_has_a_card_with_a_title_and_nearly_all_an_example() -> None:
    cards = cards_of(RULES)
    assert [card.id for card in cards] == [rule.id for rule in RULES.rules]
    assert all(card.title and card.message for card in cards)
    without = [card for card in cards if not card.wrong and not card.id.startswith("leftover.unit_")]
    assert {card.category for card in without} <= {"结构", "提法", "体例", "残留", "专名"}


def test_a_table_of_words_shows_its_first_pair() -> None:
    cards = {card.id: card for card in cards_of(RULES)}
    assert cards["words.idiom"].wrong
    assert cards["words.idiom"].right


def test_the_month_of_the_dated_data_is_known() -> None:
    year, month = RULES.updated.split("-")
    assert int(year) >= 2026
    assert 1 <= int(month) <= 12
