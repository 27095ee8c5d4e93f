"""The unit's profile and habits between settings and reports."""

from assistant.document.context import OwnWord, Unit
from assistant.settings import Settings
from assistant.ui.profile import context_of, unit_of, with_unit, with_words

UNIT = Unit(
    "甲县林业局", "县林业局", "党组书记", "张三", "甲县县委", ("甲县林业和草原局",), "五中全会", "某教育", "十五五"
)


def test_a_unit_is_kept_whole() -> None:
    assert unit_of(with_unit(Settings(), UNIT)) == UNIT


def test_the_units_own_words_hold_for_every_report() -> None:
    forbidden = (OwnWord("大干快上", "", "县委要求不用"), OwnWord("村长", "村委会主任"))
    required = (OwnWord("政绩观"),)
    settings = with_words(Settings(allowed_words=("靠实",), disabled_rules=("class:标点",)), forbidden, required)
    context = context_of(settings)
    assert (context.forbidden, context.required) == (forbidden, required)
    assert (context.allowed, context.disabled) == (frozenset({"靠实"}), frozenset({"class:标点"}))


def test_a_tab_in_a_word_does_not_shift_the_others() -> None:
    (word,) = context_of(with_words(Settings(), (OwnWord("甲\t乙", "丙"),), ())).forbidden
    assert word == OwnWord("甲 乙", "丙")
