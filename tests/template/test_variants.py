"""Variants of the kinds: recognised from title, byline, opening and unit, and laid over the kind they are of."""

import shutil
import tomllib
from pathlib import Path

import pytest

from assistant.document.context import Context, Unit
from assistant.document.requirements import Requirements, SectionDemand
from assistant.errors import ResourceError
from assistant.template.demands import demanded
from assistant.template.report import load_templates
from tests.builders import doc
from tests.template.outlines import RESOURCES, read, templates

BODY = "全年召开专题会议六次，推动任务落到实处。"


@pytest.mark.parametrize(
    ("title", "kind", "variant"),
    [
        ("中共清河县委书记抓基层党建工作述职报告", "grassroots-party-building", "county"),
        ("清河县水务局党组书记抓基层党建工作述职报告", "grassroots-party-building", "department"),
        ("清河县农业农村局党组书记抓基层党建工作述职报告", "grassroots-party-building", "department"),
        ("市水务集团党委书记抓基层党建工作述职报告", "grassroots-party-building", "company"),
        ("清河职业技术学院党委书记抓基层党建工作述职报告", "grassroots-party-building", "university"),
        ("清河县第一中学党总支书记抓党建工作述职报告", "grassroots-party-building", "school"),
        ("县教育局党组书记抓基层党建工作述职报告", "grassroots-party-building", "department"),
        ("中心卫生院党支部书记抓党建工作述职报告", "branch-secretary", "hospital"),
        ("青山村党支部书记抓党建述职报告", "branch-secretary", "village"),
        ("和平社区党委书记抓党建述职报告", "grassroots-party-building", "village"),
        ("青山镇党委书记抓基层党建工作述职报告", "grassroots-party-building", "township"),
        ("机关第三党支部书记抓党建述职报告", "branch-secretary", "department"),
        ("2025年度述责述廉报告", "duty-and-integrity", ""),
        ("抓基层党建工作述职报告", "grassroots-party-building", ""),
    ],
)
def test_the_variant_follows_from_the_title(title: str, kind: str, variant: str) -> None:
    report = read(doc(title, "一、主要工作", BODY))[0]
    assert (report.kind, report.variant) == (kind, variant)


@pytest.mark.parametrize("line", ["青山镇党委书记　赵立新", "现将我镇2025年抓党建情况报告如下："])
def test_where_the_title_is_silent_byline_and_opening_tell(line: str) -> None:
    assert read(doc("抓基层党建工作述职报告", line, "一、主要工作", BODY))[0].variant == "township"


def test_the_unit_tells_where_the_text_is_silent() -> None:
    document = doc("抓基层党建工作述职报告", "一、主要工作", BODY)
    assert read(document, Context(unit=Unit(name="清河县人民医院")))[0].variant == "hospital"


def test_the_user_chooses_kind_and_variant() -> None:
    document = doc("青山镇党委书记抓基层党建工作述职报告", "一、主要工作", BODY)
    report = read(document, Context(kind="work-and-integrity/school"))[0]
    assert (report.kind, report.variant) == ("work-and-integrity", "school")
    assert read(document, Context(kind="work-and-integrity"))[0].variant == "township"


def test_a_variant_changes_what_it_says_and_nothing_else() -> None:
    kind = next(template for template in templates() if template.id == "grassroots-party-building")
    village = kind.as_variant("village")
    assert village.characters != kind.characters
    assert village.needed == kind.needed
    assert [section.role for section in village.sections] == [section.role for section in kind.sections]
    assert set(village.sections[3].aliases) > set(kind.sections[3].aliases)
    assert kind.as_variant("unheard of") is kind


def test_the_notice_lies_over_the_variant_too() -> None:
    wanted = Requirements(sections=(SectionDemand("problems"), SectionDemand("causes", "optional")))
    kind = demanded(templates(), wanted)[0].as_variant("village")
    assert "causes" not in kind.needed


def test_topics_are_those_of_the_phrase_library() -> None:
    data = tomllib.loads((RESOURCES.parent / "phrases" / "topics.toml").read_text(encoding="utf-8"))
    known = {topic["key"] for topic in data["topic"]}
    for kind in templates():
        for variant in kind.variants:
            assert variant.topics, variant.variant
            assert set(variant.topics) <= known


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "school"', 'id = "shool"', "is not the file's name"),
        ('of = ["grassroots-party-building"', 'of = ["grassroots"', "unknown kinds ['grassroots']"),
        ("least = 1500", "least = 9999", "characters: least is more than most"),
        ('role = "main_work"', 'role = "work"', "role: 'work' is not known"),
        ("priority = 5", "prio = 5", "prio: unknown key"),
    ],
)
def test_a_bad_entry_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(RESOURCES, folder)
    path = folder / "variants" / "school.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as refused:
        load_templates(folder)
    assert "school.toml" in refused.value.detail
    assert said in refused.value.detail
