"""What is offered, in which order and for what reason."""

import pytest

from assistant.paths import resources
from assistant.phrases.index import PhraseIndex, build_index
from assistant.phrases.phrase import OWN, Phrase
from assistant.phrases.pinyin import load_readings
from assistant.phrases.query import FAVOURITES, OWN_ONLY, SPOKEN, Aim
from assistant.phrases.ranking import Query, suggest
from assistant.phrases.topics import Campaign, Topic, Vocabulary

VOCABULARY = Vocabulary(
    topics=(
        Topic("theory_study", "理论武装", ("党课", "理论学习")),
        Topic("ideology", "意识形态", ("意识形态", "舆情")),
        Topic("party_members", "党员队伍", ("发展党员",)),
    ),
    roles=(("main_work", "主要工作"), ("problems", "存在的主要问题"), ("causes", "原因分析")),
)
LECTURE = Phrase("lecture", "我带头讲党课【次数】次，听课党员【人数】人次。", "main_work", ("theory_study",))
SEMINAR = Phrase("seminar", "我主持理论学习研讨【次数】次。", "main_work", ("theory_study",))
OPINION = Phrase("opinion", "我主持分析研判舆情【次数】次，处置苗头【数量】起。", "main_work", ("ideology",))
MEMBERS = Phrase("members", "全年发展党员【人数】名，一线职工占【比例】。", "main_work", ("party_members",))
GENERAL = Phrase("general", "一年来，我把抓党建摆在首位，解决难题【数量】件。", "main_work")
SHALLOW = Phrase("shallow", "我讲党课只有【次数】次，内容照本宣科，党员收获不大。", "problems", ("theory_study",))
CAUSE = Phrase("cause", "我对讲党课认识不足，备课只用【时长】。", "causes", ("theory_study",))
LIBRARY = (LECTURE, SEMINAR, OPINION, MEMBERS, GENERAL, SHALLOW, CAUSE)


@pytest.fixture
def index() -> PhraseIndex:
    return build_index(LIBRARY, VOCABULARY)


def ids(index: PhraseIndex, query: Query, limit: int = 5) -> list[str]:
    return [suggestion.phrase.id for suggestion in suggest(index, query, limit)]


def test_an_empty_section_runs_through_the_topics_before_any_comes_twice(index: PhraseIndex) -> None:
    assert ids(index, Query("main_work")) == ["general", "lecture", "opinion", "members", "seminar"]


def test_topics_already_written_about_come_last(index: PhraseIndex) -> None:
    assert ids(index, Query("main_work", topics=("theory_study",))) == [
        "general",
        "opinion",
        "members",
        "lecture",
        "seminar",
    ]


def test_topics_expected_of_such_a_unit_go_before_others(index: PhraseIndex) -> None:
    expected = ("party_members", "ideology")
    assert ids(index, Query("main_work", expected=expected)) == ["general", "members", "opinion", "lecture", "seminar"]
    reasons = {s.phrase.id: s.reason for s in suggest(index, Query("main_work", expected=expected))}
    assert reasons["members"] == "这类单位常写党员队伍"
    assert reasons["lecture"] == "适合“主要工作”"


def test_an_expected_topic_that_is_written_about_waits_like_any_other(index: PhraseIndex) -> None:
    query = Query("main_work", topics=("ideology",), expected=("ideology",))
    assert ids(index, query) == ["general", "lecture", "members", "seminar", "opinion"]


def test_of_two_that_fit_what_is_typed_the_expected_topic_wins() -> None:
    twins = [
        Phrase("one", "我每季度研判网上舆情【次数】次。", "main_work", ("ideology",)),
        Phrase("two", "我每季度研判队伍状况【次数】次。", "main_work", ("party_members",)),
    ]
    index = build_index(twins, VOCABULARY)
    typed = "由我季度研判"
    assert ids(index, Query("main_work", typed, expected=("ideology",)))[0] == "one"
    assert ids(index, Query("main_work", typed, expected=("party_members",)))[0] == "two"


def test_only_one_topic_may_be_wanted(index: PhraseIndex) -> None:
    assert ids(index, Query("main_work", topic="theory_study"))[:2] == ["lecture", "seminar"]
    assert set(ids(index, Query("main_work", topic="theory_study"))) <= {"lecture", "seminar", "shallow", "cause"}


def test_without_a_role_every_section_answers(index: PhraseIndex) -> None:
    found = suggest(index, Query("", "我讲党课"))
    assert found[0].phrase is SHALLOW
    assert {s.phrase.role for s in found} == {"main_work", "problems", "causes"}
    assert found[0].reason == "接着正在输入的文字"
    assert "适合“原因分析”" in {s.reason for s in suggest(index, Query(""), 20)}


def test_the_reason_names_the_topic_that_is_missing(index: PhraseIndex) -> None:
    reasons = {s.phrase.id: s.reason for s in suggest(index, Query("main_work", topics=("theory_study",)))}
    assert reasons["opinion"] == "本部分还没写到意识形态"
    assert reasons["general"] == reasons["lecture"] == "适合“主要工作”"


def test_an_exact_prefix_comes_first_and_says_how_much_it_repeats(index: PhraseIndex) -> None:
    first = suggest(index, Query("main_work", "我主持分"))[0]
    assert (first.phrase, first.reason, first.overlap) == (OPINION, "接着正在输入的文字", 4)


@pytest.mark.parametrize("number", ["（一）", "一是", "　　", "1.", "三、"])
def test_a_number_before_the_prefix_is_no_part_of_it(index: PhraseIndex, number: str) -> None:
    first = suggest(index, Query("main_work", number + "我带头讲"))[0]
    assert (first.phrase, first.overlap) == (LECTURE, 4)


def test_only_the_sentence_being_typed_is_continued(index: PhraseIndex) -> None:
    first = suggest(index, Query("main_work", "（一）抓好学习。我主持理论学习5次。全年发展"))[0]
    assert (first.phrase, first.reason, first.overlap) == (MEMBERS, "接着正在输入的文字", 4)


def test_a_phrase_of_several_sentences_is_continued_beyond_its_first() -> None:
    long = Phrase("long", "守好阵地，落实责任。我主持研究【次数】次，处置苗头【数量】起。", "main_work")
    first = suggest(build_index([*LIBRARY, long], VOCABULARY), Query("main_work", "（二）守好阵地，落实责任。我主"))[0]
    assert (first.phrase, first.overlap) == (long, len("守好阵地，落实责任。我主"))


def test_after_a_finished_heading_phrases_resemble_the_heading(index: PhraseIndex) -> None:
    first = suggest(index, Query("main_work", "（三）加强舆情研判处置。"))[0]
    assert (first.phrase, first.reason) == (OPINION, "与正在输入的文字相近")


def test_similar_words_are_found_anywhere_in_a_phrase(index: PhraseIndex) -> None:
    first = suggest(index, Query("main_work", "今年以来网上舆情研判"))[0]
    assert (first.phrase, first.reason, first.overlap) == (OPINION, "与正在输入的文字相近", 0)


def test_what_shares_only_a_word_is_not_called_alike(index: PhraseIndex) -> None:
    typed = "村口修水渠的钱还差一半，大家凑了又凑，舆情"
    found = {s.phrase.id: s.reason for s in suggest(index, Query("main_work", typed))}
    assert found["opinion"] == "适合“主要工作”"


def test_where_the_unit_is_unknown_words_of_any_field_go_first() -> None:
    field = Phrase("field", "林区舆情研判我主持【次数】次。", "main_work", fields=("forestry",))
    plain = Phrase("plain", "网上舆情研判我主持【次数】次。", "main_work")
    index = build_index([field, plain], VOCABULARY)
    assert ids(index, Query("main_work", "我做舆情研判"))[0] == "plain"
    assert ids(index, Query("main_work", "我做舆情研判", fields=frozenset({"forestry"})))[0] == "field"


def test_the_same_words_rank_by_section(index: PhraseIndex) -> None:
    assert ids(index, Query("problems", "讲党课"))[0] == "shallow"
    assert ids(index, Query("main_work", "讲党课"))[0] == "lecture"


def test_another_sections_phrase_needs_a_strong_match(index: PhraseIndex) -> None:
    assert "opinion" not in ids(index, Query("problems", "我主持召开民主生活会前准备不够充分"))
    assert "opinion" in ids(index, Query("problems", "分析研判舆情"))


def test_a_section_that_joins_two_takes_from_both(index: PhraseIndex) -> None:
    assert ids(index, Query("problems_causes")) == ["shallow", "cause"]


def test_a_phrase_already_used_goes_behind_the_others(index: PhraseIndex) -> None:
    used = ("今年，我主持分析研判舆情4次，处置苗头2起。", "一年来，我把抓党建摆在首位，解决难题3件。")
    assert ids(index, Query("main_work", used=used)) == ["lecture", "members", "seminar", "general", "opinion"]


def test_a_used_phrase_yields_to_a_weaker_match(index: PhraseIndex) -> None:
    assert ids(index, Query("main_work", "主持讲党课"))[0] == "lecture"
    assert ids(index, Query("main_work", "主持讲党课", used=("我带头讲党课6次，听课党员80人次。",)))[0] == "seminar"


def test_skip_turns_to_the_next_batch_without_repeating(index: PhraseIndex) -> None:
    pages = [ids(index, Query("main_work", skip=skip), 2) for skip in (0, 2, 4, 6)]
    assert pages == [["general", "lecture"], ["opinion", "members"], ["seminar"], []]


def test_the_filter_searches_text_and_topic_names(index: PhraseIndex) -> None:
    assert ids(index, Query("main_work", filter="研判 次")) == ["opinion"]
    assert ids(index, Query("main_work", filter="理论武装"))[:2] == ["lecture", "seminar"]
    assert ids(index, Query("main_work", filter="没有这样的词")) == []


def test_a_filter_looks_into_the_other_sections_too_and_says_so(index: PhraseIndex) -> None:
    found = suggest(index, Query("main_work", filter="讲党课"))
    assert [(s.phrase.id, s.reason) for s in found] == [
        ("lecture", "适合“主要工作”"),
        ("shallow", "在“存在的主要问题”里常用"),
        ("cause", "在“原因分析”里常用"),
    ]


@pytest.mark.parametrize("words", ["yp", "yanpan", "yanp", "ypyq", "YP", "研p", "fxyp 次", "lilunwuzhuang xuexi"])
def test_a_filter_takes_initials_and_pinyin(words: str) -> None:
    index = build_index(LIBRARY, VOCABULARY, load_readings(resources() / "lexicon"))
    expected = "seminar" if "wuzhuang" in words else "opinion"
    assert ids(index, Query("main_work", filter=words)) == [expected]


def test_a_starred_phrase_goes_first_and_one_seen_too_often_last(index: PhraseIndex) -> None:
    query = Query("main_work", favourites=frozenset({"seminar"}), less=frozenset({"general"}))
    assert ids(index, query) == ["seminar", "lecture", "opinion", "members", "general"]
    assert [s.favourite for s in suggest(index, query)] == [True, False, False, False, False]
    typed = Query("main_work", "主持讲党课", favourites=frozenset({"seminar"}), less=frozenset({"lecture"}))
    assert ids(index, typed)[0] == "seminar"


def test_the_offer_can_be_narrowed_to_what_is_starred_wherever_it_stands(index: PhraseIndex) -> None:
    query = Query("main_work", only=FAVOURITES, favourites=frozenset({"opinion", "cause"}))
    assert ids(index, query) == ["opinion", "cause"]


def test_the_offer_can_be_narrowed_to_the_users_own_or_to_short_forms() -> None:
    own = Phrase("own.1", "我到支部【次数】次。", "main_work", source=OWN)
    short = Phrase("short", "党课讲了【次数】次。", "main_work", spoken=True)
    index = build_index([*LIBRARY, own, short], VOCABULARY)
    assert ids(index, Query("main_work", only=OWN_ONLY)) == ["own.1"]
    assert ids(index, Query("main_work", only=SPOKEN)) == ["short"]
    assert suggest(index, Query("main_work", only=OWN_ONLY))[0].source == "我的素材"


def test_what_stands_in_the_text_is_marked(index: PhraseIndex) -> None:
    used = ("今年，我主持分析研判舆情4次，处置苗头2起。",)
    assert {s.phrase.id for s in suggest(index, Query("main_work", used=used)) if s.used} == {"opinion"}
    assert {s.phrase.id for s in suggest(index, Query("main_work", "我主持分析研判", used=used)) if s.used} == {
        "opinion"
    }


PROBLEMS = (
    Aim("问题（一）", "舆情研判处置不及时。", ("ideology",)),
    Aim("问题（二）", "讲党课少。", ("theory_study",)),
)


def test_measures_answer_the_problems_in_turn() -> None:
    one = Phrase("one", "我每季度研判舆情【次数】次。", "next_steps", ("ideology",))
    two = Phrase("two", "我全年讲党课【次数】次。", "next_steps", ("theory_study",))
    three = Phrase("three", "我每月走访网评员【人数】人。", "next_steps", ("ideology",))
    other = Phrase("other", "由【责任部门】每季度核对党费【次数】次。", "next_steps", ("party_members",))
    index = build_index([other, three, two, one], VOCABULARY)
    found = suggest(index, Query("next_steps", aims=PROBLEMS))
    assert [(s.phrase.id, s.reason) for s in found] == [
        ("one", "针对问题（一）"),
        ("two", "针对问题（二）"),
        ("three", "针对问题（一）"),
        ("other", "适合“next_steps”"),
    ]


@pytest.mark.parametrize(("year", "offered"), [(2024, True), (2025, False), (None, False)])
def test_what_the_user_wrote_of_a_campaign_is_not_offered_for_another_year(year: int | None, offered: bool) -> None:
    own = Phrase("own.1", "开展党纪学习教育【次数】次。", "main_work", source=OWN)
    vocabulary = Vocabulary(campaigns=(Campaign("党纪学习教育", 2024, 2024),))
    for text in ("", "开展党纪"):
        assert (ids(build_index([own], vocabulary), Query("main_work", text, year=year)) == ["own.1"]) is offered


@pytest.mark.parametrize(("year", "offered"), [(2023, False), (2024, True), (2025, True), (2026, False), (None, False)])
def test_a_past_campaign_is_never_offered_for_another_year(year: int | None, offered: bool) -> None:
    index = build_index([Phrase("x", "我组织学习教育【次数】次。", "main_work", since=2024, until=2025)], VOCABULARY)
    for text in ("", "我组织学习"):
        assert (ids(index, Query("main_work", text, year=year)) == ["x"]) is offered


def test_a_phrase_for_one_kind_is_offered_for_it_first_and_for_no_other() -> None:
    both = Phrase("both", "我到支部讲课【次数】次。", "main_work")
    branch = Phrase("branch", "支部开会【次数】次。", "main_work", kinds=("branch-secretary",))
    index = build_index([both, branch], VOCABULARY)
    assert ids(index, Query("main_work", kind="branch-secretary")) == ["branch", "both"]
    assert ids(index, Query("main_work", kind="combined")) == ["both"]
    assert ids(index, Query("main_work")) == ["both", "branch"]


def test_a_phrase_that_does_not_fit_does_not_take_the_turn_of_its_topic() -> None:
    branch = Phrase("branch", "支部讲课【次数】次。", "main_work", ("theory_study",), kinds=("branch-secretary",))
    index = build_index([branch, LECTURE, SEMINAR, OPINION], VOCABULARY)
    assert ids(index, Query("main_work", kind="combined")) == ["lecture", "opinion", "seminar"]


def test_a_phrase_can_be_kept_from_one_kind() -> None:
    phrase = Phrase("x", "我主持党组会【次数】次。", "main_work", not_kinds=("branch-secretary",))
    index = build_index([phrase], VOCABULARY)
    assert ids(index, Query("main_work", kind="branch-secretary")) == []
    assert ids(index, Query("main_work", kind="combined")) == ids(index, Query("main_work")) == ["x"]


def test_an_unknown_role_or_an_empty_library_offers_nothing(index: PhraseIndex) -> None:
    assert suggest(index, Query("other")) == ()
    assert suggest(build_index([]), Query("main_work", "我")) == ()


@pytest.mark.parametrize("text", ["，", "【次数】", "\ufffc", "我", "xyz"])
def test_odd_input_falls_back_to_the_section(index: PhraseIndex, text: str) -> None:
    assert len(suggest(index, Query("main_work", text))) == 5


def test_scores_fall_and_no_phrase_comes_twice(index: PhraseIndex) -> None:
    found = suggest(index, Query("main_work", "我主持党课"), 7)
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert len({s.phrase.id for s in found}) == len(found)
