"""Phrases bound to a field of work stand behind those for any, and the filter finds them by the field's name."""

import re

from assistant.paths import resources
from assistant.phrases.index import build_index
from assistant.phrases.library import load_phrases
from assistant.phrases.phrase import Phrase
from assistant.phrases.ranking import Query, suggest
from assistant.phrases.topics import Vocabulary, load_vocabulary

TAX = Phrase("tax", "我到办税厅【次数】次。", "main_work", fields=("tax",))
ANY = Phrase("any", "我到支部【次数】次。", "main_work")


def test_phrases_of_a_field_come_after_those_for_any() -> None:
    index = build_index([TAX, ANY])
    assert [s.phrase.id for s in suggest(index, Query("main_work"))] == ["any", "tax"]


def test_the_filter_takes_the_name_of_a_field() -> None:
    index = build_index([TAX, ANY], Vocabulary(fields=(("tax", "税务"),)))
    assert [s.phrase.id for s in suggest(index, Query("main_work", filter="税务"))] == ["tax"]


def test_the_bundled_fields_have_chinese_names_and_every_one_is_known() -> None:
    fields = dict(load_vocabulary(resources() / "phrases").fields)
    assert all(re.fullmatch(r"[一-鿿]{2,10}", name) for name in fields.values())
    assert {field for phrase in load_phrases(resources() / "phrases") for field in phrase.fields} <= set(fields)
