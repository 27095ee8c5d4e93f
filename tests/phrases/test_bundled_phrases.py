"""The bundled library keeps its own rules: blanks instead of facts, no twins, every section and topic covered."""

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from assistant.document.outline import ROLES
from assistant.paths import resources
from assistant.phrases.blanks import find_blanks, stray_brackets
from assistant.phrases.fields import Field
from assistant.phrases.index import bigrams, build_index, search_key
from assistant.phrases.library import load_phrases
from assistant.phrases.ranking import Query, suggest
from assistant.phrases.topics import Campaign, load_vocabulary

PHRASES = load_phrases(resources() / "phrases")
VOCABULARY = load_vocabulary(resources() / "phrases")
INDEX = build_index(PHRASES, VOCABULARY)

KINDS = {"grassroots-party-building", "duty-and-integrity", "work-and-integrity", "combined", "branch-secretary"}
SHORTEST, LONGEST = 8, 160
TWINS = 0.5
FORBIDDEN = ("代写", "范文", "模板", "一键生成", "高度重视", "取得了显著成效", "取得显著成绩")
CAMPAIGNS = {"党纪学习教育": 2024, "中央八项规定精神学习教育": 2025, "正确政绩观学习教育": 2026, "党史学习教育": 2021}
ROUTINE = {topic.key for topic in VOCABULARY.topics[:20]}
"""The topics of main work, domain facts 1.4."""
TROUBLE = {
    "theory_study", "main_responsibility", "integration", "organization_life", "branch_standardization",
    "party_members", "position_and_funds", "innovation", "supervision", "investigation", "two_new_orgs",
    "inspection_rectification",
}  # fmt: skip
"""The topics of problems and measures, domain facts 1.5."""
REASONS = {"awareness", "attention", "courage", "execution", "method", "persistence", "incentive"}
"""The topics of causes, domain facts 1.5."""
NEEDED = {
    "title": 3, "salutation": 3, "opening": 10, "rectification": 12, "main_work": 90, "highlights": 8,
    "integrity": 12, "problems": 30, "causes": 20, "problems_causes": 8, "next_steps": 35, "problems_next_steps": 4,
    "closing": 8, "signature": 2,
}  # fmt: skip


def offenders(predicate: object) -> list[str]:
    assert callable(predicate)
    return [phrase.id for phrase in PHRASES if predicate(phrase)]


@pytest.mark.parametrize(("role", "least"), NEEDED.items())
def test_every_section_has_enough_phrases(role: str, least: int) -> None:
    assert sum(phrase.role == role for phrase in PHRASES) >= least


@pytest.mark.parametrize(
    ("role", "topics", "least"),
    [
        ("main_work", ROUTINE, 2),
        ("problems", TROUBLE, 1),
        ("next_steps", TROUBLE, 1),
        ("causes", REASONS, 1),
    ],
)
def test_every_topic_is_covered(role: str, topics: set[str], least: int) -> None:
    count = Counter(topic for phrase in PHRASES if phrase.role == role for topic in phrase.topics)
    assert {topic: count[topic] for topic in topics if count[topic] < least} == {}


@pytest.mark.parametrize(
    "role",
    ["rectification", "highlights", "problems", "causes", "problems_causes", "next_steps", "problems_next_steps"],
)
def test_every_section_speaks_of_every_topic_of_the_work(role: str) -> None:
    spoken_of = {topic for phrase in PHRASES if phrase.role == role for topic in phrase.topics}
    assert ROUTINE - {"epidemic"} - spoken_of == set()


@pytest.mark.parametrize("field", VOCABULARY.fields, ids=lambda field: field.key)
def test_every_field_of_work_has_its_own_words(field: Field) -> None:
    assert sum(field.key in phrase.fields for phrase in PHRASES) >= 10
    assert field.units


@pytest.mark.parametrize("role", ["rectification", "main_work", "problems", "causes", "next_steps"])
def test_every_main_section_has_short_forms_for_speaking(role: str) -> None:
    assert sum(phrase.role == role and phrase.spoken for phrase in PHRASES) >= 8


def test_texts_are_sentences_of_a_fair_length() -> None:
    assert offenders(lambda p: not SHORTEST <= len(p.text) <= LONGEST) == []
    assert offenders(lambda p: p.text != p.text.strip()) == []


def test_every_blank_is_well_formed_and_named_in_chinese() -> None:
    assert offenders(lambda p: stray_brackets(p.text)) == []
    assert offenders(lambda p: any(not re.fullmatch(r"[一-鿿]{1,8}", b.name) for b in find_blanks(p.text))) == []


def test_what_any_unit_could_sign_unseen_is_refused() -> None:
    assert offenders(lambda p: not p.formula and not find_blanks(p.text)) == []


def test_a_formula_has_nothing_to_fill_in() -> None:
    assert offenders(lambda p: p.formula and find_blanks(p.text)) == []


def test_no_figure_is_invented() -> None:
    years = re.compile(r"2\d{3}年|105周年")
    assert offenders(lambda p: re.search(r"\d", years.sub("", p.text))) == []
    counted = re.compile(r"(?<!第)[二三四五六七八九十百千][余多]?(?:次|名|个支部|万|期|份|件)")
    assert offenders(lambda p: counted.search(p.text)) == []


def test_no_heading_number_stands_in_front() -> None:
    assert offenders(lambda p: re.match(r"[（(]?[一二三四五六七八九十\d]+[）)、.]|[一二三四]是", p.text)) == []


@pytest.mark.parametrize("word", FORBIDDEN)
def test_forbidden_wording_does_not_occur(word: str) -> None:
    assert offenders(lambda p: word in p.text) == []


def test_kinds_are_known() -> None:
    assert {kind for phrase in PHRASES for kind in (*phrase.kinds, *phrase.not_kinds)} <= KINDS


def test_a_branch_has_no_leading_party_group() -> None:
    fits = [
        p for p in PHRASES if "branch-secretary" not in p.not_kinds and (not p.kinds or "branch-secretary" in p.kinds)
    ]
    assert [p.id for p in fits if re.search("党组(?!织)|中心组|班子成员", p.text)] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize(
    ("role", "least"),
    [("opening", 5), ("main_work", 30), ("problems", 12), ("causes", 12), ("next_steps", 15), ("closing", 5)],
)
def test_every_kind_has_a_choice_in_every_main_section(kind: str, role: str, least: int) -> None:
    query = Query(role, kind=kind, year=2025)
    assert len([s for s in suggest(INDEX, query, 200) if s.phrase.role == role]) >= least


def test_roles_are_known_and_the_role_begins_the_id() -> None:
    assert offenders(lambda p: p.role not in ROLES or not p.id.startswith(p.role + ".")) == []


def test_role_names_exist_for_every_role() -> None:
    assert set(ROLES) == {role for role, _ in VOCABULARY.roles}


@pytest.mark.parametrize(("name", "year"), CAMPAIGNS.items())
def test_a_campaign_is_bound_to_its_year(name: str, year: int) -> None:
    about = [phrase for phrase in PHRASES if name in phrase.text]
    assert about
    assert {(phrase.since, phrase.until) for phrase in about} == {(year, year)}


@pytest.mark.parametrize("campaign", VOCABULARY.campaigns, ids=lambda campaign: campaign.name)
@pytest.mark.parametrize("role", ["main_work", "rectification", "problems", "next_steps", "opening"])
def test_a_past_campaign_is_never_offered_for_a_later_year(campaign: Campaign, role: str) -> None:
    query = Query(role, year=campaign.until + 1)
    offered = [s.phrase.text for s in suggest(INDEX, query, 2000)]
    typed = [s.phrase.text for s in suggest(INDEX, replace(query, text=f"开展{campaign.name}"), 50)]
    assert offered
    assert [text for text in offered + typed if campaign.name in text] == []


def test_the_epidemic_is_bound_to_its_years() -> None:
    about = [phrase for phrase in PHRASES if "epidemic" in phrase.topics or "疫情" in phrase.text]
    assert {(phrase.since, phrase.until) for phrase in about} == {(2020, 2022)}


def test_no_two_phrases_are_near_twins() -> None:
    grams = [(phrase, frozenset(bigrams(search_key(phrase.text)))) for phrase in PHRASES if phrase.role != "title"]
    twins = [
        (one.id, two.id)
        for role in ROLES
        for (one, a), (two, b) in combinations([pair for pair in grams if pair[0].role == role], 2)
        if len(a) >= 8 and len(b) >= TWINS * len(a) and len(a & b) / len(a | b) >= TWINS
    ]
    assert twins == []


def test_no_text_comes_twice() -> None:
    assert [text for text, n in Counter(phrase.text for phrase in PHRASES).items() if n > 1] == []


def test_sentences_open_in_many_ways() -> None:
    sizes = Counter(phrase.role for phrase in PHRASES)
    openings = Counter((phrase.role, search_key(phrase.text)[:4]) for phrase in PHRASES if len(phrase.text) > 30)
    assert {opening: n for opening, n in openings.items() if n > max(4, sizes[opening[0]] // 60)} == {}


def test_causes_look_inward() -> None:
    assert offenders(lambda p: p.role == "causes" and "我" not in p.text) == []


def test_measures_say_who_and_until_when_or_how_often() -> None:
    who = re.compile(r"我|由|支委|党办|委员")
    when = re.compile(r"日期|时限|天数|次数|每月|每季度|每半年|全年|年底|上半年|一季度|数量")
    measures = [p for p in PHRASES if p.role == "next_steps" and p.topics]
    assert [p.id for p in measures if not (who.search(p.text) and when.search(p.text))] == []


def test_brackets_and_quotes_are_paired() -> None:
    for opening, closing in ("“”", "《》", "（）", "‘’"):
        assert offenders(lambda p, a=opening, b=closing: p.text.count(a) != p.text.count(b)) == []


def test_sentences_end_with_a_full_stop_or_introduce() -> None:
    prose = {"opening", "rectification", "main_work", "highlights", "problems", "causes", "next_steps", "integrity"}
    assert offenders(lambda p: p.role in prose and p.text[-1] not in "。：") == []
