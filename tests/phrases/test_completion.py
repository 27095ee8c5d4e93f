"""Offers come from what was learned, stop where they must, and are forgotten on request."""

import tracemalloc
from pathlib import Path

import pytest

from assistant.errors import ResourceError
from assistant.paths import resources
from assistant.phrases.choosing import choose, without
from assistant.phrases.completion import GHOST_GAIN, Completer, load_completer
from assistant.phrases.corpus import EDGE, build_corpus
from assistant.phrases.expressions import load_expressions
from assistant.phrases.privacy import ANYTHING, anonymous
from assistant.phrases.recent import Recent

SENTENCE = "镇里的图书角每周三晚上开放，值班员登记借阅情况。"
REPORT = "\n".join([SENTENCE] * 4)


def offers(completer: Completer, context: str, limit: int = 5) -> list[str]:
    return [offer.text for offer in completer.complete(context, limit)]


@pytest.fixture
def taught() -> Completer:
    completer = Completer()
    completer.learn(REPORT, source="去年.docx")
    return completer


# What is offered


def test_a_learned_sentence_goes_on_where_it_was_left(taught: Completer) -> None:
    first = taught.complete("镇里的图书角每周三")[0]
    assert first.text == "晚上开放，值班员登记借阅情况。"
    assert first.gain >= GHOST_GAIN


def test_nothing_learned_offers_nothing() -> None:
    assert Completer().complete("镇里的图书角") == ()


def test_an_unknown_context_offers_nothing(taught: Completer) -> None:
    assert taught.complete("甲乙丙丁") == ()


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_no_more_than_the_limit_and_never_the_same_twice(taught: Completer, limit: int) -> None:
    found = offers(taught, "镇里", limit)
    assert 1 <= len(found) <= limit
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("cut", range(len(SENTENCE)))
def test_offers_have_two_characters_and_end_with_the_sentence(taught: Completer, cut: int) -> None:
    for text in offers(taught, SENTENCE[:cut]):
        assert len(text) >= 2
        assert "。" not in text[:-1]
        assert EDGE not in text


def test_figures_are_never_offered_whatever_they_are() -> None:
    completer = Completer()
    completer.learn(
        "\n".join(f"全年走访群众{count}户，解决难题{count}件。" for count in (12, 12, 12)), source="去年.txt"
    )
    assert offers(completer, "全年走访")[0] == "群众"
    assert offers(completer, "全年走访群众365")[0] == "户，解决难题"
    assert not [text for cut in range(8) for text in offers(completer, "全年走访群众12户"[:cut]) if "12" in text]


def test_the_gain_is_what_an_offer_saves_on_average(taught: Completer) -> None:
    for offer in taught.complete("镇里的图书角"):
        assert 0 < offer.gain <= len(offer.text) - 1


def test_an_offer_is_cut_where_it_saves_most() -> None:
    found = [(0.9, "责任"), (0.8, "责任落实"), (0.1, "责任落实到人头")]
    assert choose(found, 1) == [(pytest.approx(2.4), "责任落实")]


def test_the_second_offer_is_not_what_the_first_one_saves_already() -> None:
    found = [(0.5, "责任落实"), (0.5, "责任落"), (0.4, "任务")]
    assert [text for _, text in choose(found, 2)] == ["责任落实", "任务"]


@pytest.mark.parametrize(("context", "closed"), [("开展“三新", True), ("开展三新", False), ("“甲”和三新", False)])
def test_an_offer_closes_only_a_quotation_that_is_open(context: str, closed: bool) -> None:
    completer = Completer()
    completer.learn("\n".join(["开展“三新”大讲堂，学“三新”大讲堂。"] * 4), source="去年.docx")
    found = offers(completer, context)
    assert any("”" in text for text in found) is closed


def test_the_first_offer_goes_as_far_as_it_is_likelier_right_than_wrong() -> None:
    likely = [(0.6, "责任"), (0.5, "责任落实"), (0.2, "责任落实到人头")]
    assert choose(likely, 1)[0][1] == "责任落实"
    assert choose([(0.6, "责任"), (0.1, "责任落实")], 1)[0][1] == "责任"


# What was declined


def test_what_was_typed_on_by_hand_is_not_offered_again(taught: Completer) -> None:
    taught.learn("图书角每周六打扫。\n图书角每周六打扫。", source="前年.docx")
    first = offers(taught, "镇里的图书角每周")[0]
    assert first.startswith("三")
    assert not [text for text in offers(taught, "镇里的图书角每周三") if first[1:].startswith(text[: len(first)])]


def test_what_is_left_of_it_stays_declined_as_long_as_it_is_typed(taught: Completer) -> None:
    rest = offers(taught, "镇里的图书角每周")[0]
    for typed in range(1, len(rest)):
        assert rest[typed:] not in offers(taught, "镇里的图书角每周" + rest[:typed])


def test_what_was_not_shown_was_not_declined(taught: Completer) -> None:
    assert taught.complete("镇里的图书角每周", least=100.0) == ()
    assert offers(taught, "镇里的图书角每周三")[0] == "晚上开放，值班员登记借阅情况。"


def test_whoever_comes_back_has_declined_nothing(taught: Completer) -> None:
    before = offers(taught, "镇里的图书角每周")
    offers(taught, "镇里的图书角每周三")
    assert offers(taught, "镇里的图书角每周") == before
    assert offers(taught, "镇里的图书角每周") == before


def test_without_a_declined_offer_the_others_are_likelier() -> None:
    found = {"责任": 0.6, "责任落实": 0.5, "责任到人": 0.1, "任务": 0.25}
    assert without(found, "责任落实") == pytest.approx({"责任": 0.2, "责任到人": 0.2, "任务": 0.5})
    assert without(found, "经费") == found


# Where it learns from


def test_the_present_document_is_learned_paragraph_by_paragraph() -> None:
    completer = Completer()
    completer.learn("村口的公示栏由老支书每月更新。")
    assert offers(completer, "村口的公")[0].startswith("示栏")


def test_a_paragraph_repeats_itself() -> None:
    completer = Completer()
    assert offers(completer, "公示栏由老支书更新。公示")[0].startswith("栏由")


def test_the_caret_may_jump() -> None:
    completer = Completer()
    completer.complete("公示栏由老支书更新。公示")
    assert offers(completer, "另一段话。公示") == []


def test_a_long_context_costs_no_more_than_its_end() -> None:
    completer = Completer()
    assert offers(completer, "无关的话。" * 2000 + "公示栏由老支书更新。公示")[0].startswith("栏由")


def test_the_document_outweighs_the_library() -> None:
    completer = Completer(["我们支部书记每季度讲一次党课。"])
    for _ in range(2):
        completer.learn("支部书记带着大家修水渠。")
    assert offers(completer, "支部书记")[0].startswith("带着")


def test_a_sentence_that_begins_like_a_library_phrase_goes_on_like_it_up_to_the_blank() -> None:
    completer = Completer(["我逐户走访了库区移民，收集意见【数量】条。"])
    assert offers(completer, "上一句话。我逐户走访了")[0] == "库区移民，收集意见"


def test_expressions_are_offered_whole_and_say_nothing_about_what_follows() -> None:
    completer = Completer(expressions=["库区移民", "移民"])
    assert offers(completer, "库区")[0] == "移民"
    assert completer.complete("库区移民") == ()


def test_the_bundled_library_is_known() -> None:
    assert load_completer(resources()).complete("落实全面从严治党主体")


def test_a_missing_lexicon_file_is_no_error_but_a_broken_one_is_named(tmp_path: Path) -> None:
    assert load_expressions(tmp_path) == ()
    (tmp_path / "organs.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(ResourceError, match="词表文件"):
        load_expressions(tmp_path)


# Forgetting


def test_sources_are_listed_and_forgotten_one_by_one(taught: Completer) -> None:
    taught.learn("食堂的师傅每天清早买菜。", source="前年.docx")
    assert taught.sources == ("去年.docx", "前年.docx")
    assert offers(taught, "食堂的师傅")
    taught.forget("前年.docx")
    assert taught.sources == ("去年.docx",)
    assert offers(taught, "食堂的师傅") == []
    assert offers(taught, "镇里的图书角")


def test_forgetting_what_was_never_learned_changes_nothing(taught: Completer) -> None:
    before = taught.complete("镇里")
    taught.forget("没有的.docx")
    taught.unlearn("没有的段落。")
    assert taught.complete("镇里") == before


def test_a_changed_paragraph_is_taken_back_first() -> None:
    completer = Completer()
    completer.learn("村口的公示栏由老支书每月更新。")
    completer.unlearn("村口的公示栏由老支书每月更新。")
    assert completer.complete("村口的公") == ()


def test_a_closed_document_leaves_nothing_behind(taught: Completer) -> None:
    taught.learn("村口的公示栏由老支书每月更新。")
    taught.complete("公示栏很新。公示")
    taught.close_document()
    assert taught.complete("村口的公") == ()
    assert offers(taught, "镇里的图书角")


def test_the_oldest_reports_go_when_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.phrases.wording.MOST_CHARACTERS", 60)
    completer = Completer()
    for name in ("甲", "乙", "丙"):
        completer.learn(SENTENCE, source=name)
    completer.prepare()
    assert completer.sources == ("乙", "丙")


# What is never learned


@pytest.mark.parametrize(
    ("text", "learned"),
    [
        ("完成12.5万元", "完成?万元"),
        ("收集意见【数量】条", "收集意见?条"),
        ("在ＸＸ局和XX镇", "在?局和?镇"),
        ("述职人：张三", "述职人：?"),
        ("镇党委书记李小明同志", "镇党委书记?同志"),
        ("党员王建国、", "党员?、"),
        ("刘芳同志带头", "?同志带头"),
        ("以习近平同志为核心", "以习近平同志为核心"),
        ("党员干部高度重视，群众方便。", "党员干部高度重视，群众方便。"),
        ("三会一课", "三会一课"),
    ],
)
def test_figures_and_names_become_one_sign(text: str, learned: str) -> None:
    assert anonymous(text) == learned.replace("?", ANYTHING)


# The two stores


def test_corpus_and_recent_count_alike() -> None:
    text = "老支书和老党员一起更新公示栏，公示栏在村口。"
    corpus, recent = build_corpus([text]), Recent(3)
    recent.learn(text + EDGE, before=EDGE)
    for start in range(len(text)):
        for length in (1, 2, 3):
            context = (EDGE + text)[start : start + length]
            one, other = corpus.followers(context), recent.followers(context)
            assert (one.total, one.kinds, dict(one.items)) == (other.total, other.kinds, dict(other.items))


def test_what_was_counted_and_taken_back_leaves_no_trace() -> None:
    recent = Recent(3)
    recent.learn("公示栏在村口", before="，")
    recent.forget("公示栏在村口", before="，")
    assert recent == Recent(3)


def test_a_corpus_is_small() -> None:
    text = "\n".join(chr(0x4E00 + i * 7919 % 20000) + SENTENCE[i % 20 :] for i in range(2000))
    tracemalloc.start()
    corpus = build_corpus([text])
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 30 * len(corpus.text)
