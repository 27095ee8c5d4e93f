"""Phrases bound to a field of work stand behind those for any, and the filter finds them by the field's name."""

import re
from dataclasses import replace

import pytest

from assistant.paths import resources
from assistant.phrases.fields import Field
from assistant.phrases.index import build_index
from assistant.phrases.library import load_phrases
from assistant.phrases.phrase import Phrase
from assistant.phrases.ranking import Query, suggest
from assistant.phrases.topics import Vocabulary, load_vocabulary
from assistant.template.report import load_templates

TAX = Phrase("tax", "我到办税厅【次数】次。", "main_work", fields=("tax",))
ANY = Phrase("any", "我到支部【次数】次。", "main_work")


def test_phrases_of_a_field_come_after_those_for_any() -> None:
    index = build_index([TAX, ANY])
    assert [s.phrase.id for s in suggest(index, Query("main_work"))] == ["any", "tax"]


def test_the_filter_takes_the_name_of_a_field() -> None:
    index = build_index([TAX, ANY], Vocabulary(fields=(Field("tax", "税务"),)))
    assert [s.phrase.id for s in suggest(index, Query("main_work", filter="税务"))] == ["tax"]


def test_the_bundled_fields_have_chinese_names_and_every_one_is_known() -> None:
    fields = {field.key: field.name for field in load_vocabulary(resources() / "phrases").fields}
    assert all(re.fullmatch(r"[一-鿿]{2,10}", name) for name in fields.values())
    assert {field for phrase in load_phrases(resources() / "phrases") for field in phrase.fields} <= set(fields)


@pytest.mark.parametrize(
    ("unit", "field"),
    [
        ("清河县司法局", "justice"),
        ("清河县农业农村局", "agriculture"),
        ("清河镇中心小学", "school"),
        ("清河县人民医院", "hospital"),
        ("清河镇党委", "street_town"),
        ("清河镇柳林村党支部", "village"),
        ("市政务服务和数据管理局", "administrative_approval"),
        ("县国家税务总局清河县税务局", "tax"),
        ("清河水务集团有限公司", "state_enterprise"),
        ("县林业和草原局", "forestry"),
        ("清河县某某办", ""),
        ("", ""),
    ],
)
def test_the_name_of_a_unit_tells_its_field(unit: str, field: str) -> None:
    assert load_vocabulary(resources() / "phrases").fields_of(unit) == frozenset({field} - {""})


def test_the_variant_of_a_report_tells_a_field_too() -> None:
    vocabulary = load_vocabulary(resources() / "phrases")
    assert vocabulary.fields_of("清河县司法局", "department") == {"justice", "government"}
    assert vocabulary.fields_of("清河某某", "company") == {"state_enterprise"}


def test_every_variant_that_a_field_names_exists() -> None:
    known = {one.variant for kind in load_templates(resources() / "templates") for one in kind.variants}
    named = {v for field in load_vocabulary(resources() / "phrases").fields for v in field.variants}
    assert named <= known


FOREST = Phrase("forest", "我巡护林区【次数】次。", "main_work", fields=("forestry",))
MORE = [Phrase(f"any.{n}", f"我办{word}【次数】次。", "main_work") for n, word in enumerate("甲乙丙")]


def test_where_the_field_is_known_its_phrases_come_early_and_those_of_others_last() -> None:
    index = build_index([FOREST, ANY, *MORE, TAX])
    assert [s.phrase.id for s in suggest(index, Query("main_work", fields=frozenset({"tax"})), 9)] == [
        "any",
        "tax",
        "any.0",
        "any.1",
        "any.2",
        "forest",
    ]


def test_while_typing_the_units_own_words_win() -> None:
    index = build_index(
        [replace(FOREST, text="我到林区走访【次数】次。"), replace(TAX, text="我到企业走访【次数】次。")]
    )
    assert [s.phrase.id for s in suggest(index, Query("main_work", "我走访", fields=frozenset({"tax"})))] == [
        "tax",
        "forest",
    ]
    assert [s.phrase.id for s in suggest(index, Query("main_work", "我走访", fields=frozenset({"forestry"})))] == [
        "forest",
        "tax",
    ]
