"""The user's own phrases: kept as plain TOML, read strictly, never twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.document.outline import ROLES
from assistant.errors import ResourceError
from assistant.phrases.library import Known
from assistant.phrases.material import Material, OwnPhrases
from assistant.phrases.own import read_own, write_own
from assistant.phrases.phrase import OWN, Phrase
from assistant.text.characters import clean

KNOWN = Known(frozenset({"ideology", "theory_study"}), frozenset({"tax"}))
VISIT = Phrase("", "我到【单位】走访【次数】次。", "main_work", ("ideology",), tags=("走访",))
LECTURE = Phrase("", "我讲党课【次数】次。", "main_work", ("theory_study",), spoken=True, note="口头用")
TWO = OwnPhrases().adding([VISIT, LECTURE])


def test_what_is_added_gets_an_id_and_is_the_users_own() -> None:
    assert [(p.id, p.source) for p in TWO.phrases] == [("own.1", OWN), ("own.2", OWN)]


def test_a_text_is_not_taken_twice() -> None:
    assert TWO.adding([VISIT]).phrases == TWO.phrases


def test_an_id_is_never_used_again_while_a_later_one_lives() -> None:
    assert [p.id for p in TWO.without(["own.1"]).adding([VISIT]).phrases] == ["own.2", "own.3"]


def test_a_wording_can_be_changed_and_a_deleted_one_put_back() -> None:
    first = TWO.phrases[0]
    assert TWO.without([first.id]).changing(first).phrases == (TWO.phrases[1], first)
    other = Phrase(first.id, "我到【单位】调研【次数】次。", "main_work", source=OWN)
    assert TWO.changing(other).phrases == (other, TWO.phrases[1])


def test_what_is_starred_is_not_seen_less_and_the_other_way_round() -> None:
    starred = OwnPhrases().starring("x", on=True)
    assert (starred.favourites, starred.less) == (("x",), ())
    less = starred.seeing_less("x", on=True)
    assert (less.favourites, less.less) == ((), ("x",))
    assert less.starring("x", on=True) == starred
    assert starred.starring("x", on=False) == less.seeing_less("x", on=False) == OwnPhrases()


def test_a_file_is_read_as_it_was_written() -> None:
    marked = TWO.starring("own.1", on=True).seeing_less("main_work.x.1", on=True)
    assert read_own(write_own(marked), "素材.toml", KNOWN) == marked


@given(
    st.lists(
        st.builds(
            lambda text, role, note: Phrase("", text, role, note=note),
            st.text(min_size=1, max_size=40)
            .map(lambda t: clean(t).replace("\n", "").replace("\t", ""))
            .filter(str.strip),
            st.sampled_from(ROLES),
            st.text(max_size=10).map(clean),
        ),
        max_size=4,
    )
)
def test_any_wording_survives_being_written_and_read(phrases: list[Phrase]) -> None:
    own = OwnPhrases().adding(phrases)
    assert read_own(write_own(own), "素材.toml", KNOWN) == own


def test_a_file_saved_by_notepad_is_read_too() -> None:
    text = "\ufeff" + write_own(TWO).replace("\n", "\r\n")
    assert read_own(text, "素材.toml", KNOWN) == TWO


GOOD = '[[phrase]]\nid = "a"\nrole = "main_work"\ntext = "我走访【次数】次。"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD + "\n[[phrase]\n", "“x.toml”第 6 行不合格式"),
        (GOOD + '\n[[phrase]]\nid = "b"\nrole = "nowhere"\ntext = "甲"\n', "“x.toml”第 8 行“role”里的“nowhere”不认识"),
        (GOOD + '\n[[phrase]]\nid = "b"\nrole = "causes"\n', "“x.toml”第 6 行“text”应是一段文字"),
        (GOOD + 'topics = ["sport"]\n', "“x.toml”第 5 行“topics”里的“sport”不认识"),
        (GOOD + 'colour = "red"\n', "“x.toml”第 5 行有不认识的项目“colour”"),
        (GOOD + 'since = "去年"\n', "“x.toml”第 5 行“since”应是年份"),
        ("colour = 1\n" + GOOD, "“x.toml”第 1 行有不认识的项目“colour”"),
        (GOOD.replace("【次数】", "【次数】" * 200), "“x.toml”第 4 行这一条太长，超过 600 字"),
        (GOOD.replace("次。", "次。\\n"), "“x.toml”第 4 行文字里有不能用的字符"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence_that_names_the_line(text: str, told: str) -> None:
    with pytest.raises(ResourceError) as refusal:
        read_own(text, "x.toml", KNOWN)
    assert refusal.value.message == told + "，这个文件没有用上，原来的素材没有变，请改正后再试。"


def test_groups_of_the_library_can_be_brought_in() -> None:
    head = '[[group]]\nid = "g"\nrole = "causes"\ntopics = ["ideology"]\n[group.texts]\n'
    text = head + '1 = "我【缺点】。"\n2 = "我【不足】。"\n'
    assert [(p.id, p.role, p.text) for p in read_own(text, "x.toml", KNOWN).phrases] == [
        ("g.1", "causes", "我【缺点】。"),
        ("g.2", "causes", "我【不足】。"),
    ]


def test_material_joins_what_is_own_and_what_is_past() -> None:
    past = Phrase("past.1", "去年的话。", "main_work", source="我的 2024 年报告")
    assert Material(TWO, (past,)).phrases == (*TWO.phrases, past)
