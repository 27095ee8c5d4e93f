"""Report kinds are data: the bundled ones load, a bad entry is refused with file, key and reason."""

import re
import shutil
from pathlib import Path

import pytest

from assistant.document.outline import ROLES
from assistant.errors import ResourceError
from assistant.template.report import DEFAULT_KIND, load_templates
from assistant.template.vocabulary import load_vocabulary
from tests.template.outlines import RESOURCES

GRASSROOTS = "grassroots-party-building.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "templates"
    shutil.copytree(RESOURCES, copy)
    return copy


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_bundled_kinds() -> None:
    templates = load_templates(RESOURCES)
    assert templates[0].id == DEFAULT_KIND
    assert {template.id for template in templates} == {
        "grassroots-party-building",
        "duty-and-integrity",
        "work-and-integrity",
        "combined",
        "branch-secretary",
        "other",
    }
    assert [template.id for template in templates if not template.sections] == ["other"]


def test_what_a_report_on_party_building_needs() -> None:
    template = load_templates(RESOURCES)[0]
    needs = {section.role: section.need for section in template.sections}
    assert [role for role, need in needs.items() if need == "required"] == [
        "rectification",
        "main_work",
        "problems",
        "causes",
        "next_steps",
    ]
    assert [role for role, need in needs.items() if need == "expected"] == [
        "salutation",
        "opening",
        "closing",
        "signature",
    ]


def test_most_reports_on_work_and_integrity_have_no_causes_and_no_rectification() -> None:
    template = next(t for t in load_templates(RESOURCES) if t.id == "work-and-integrity")
    assert not {"causes", "rectification"} & set(template.needed)


def test_skeletons_hold_blanks_and_no_facts() -> None:
    for template in load_templates(RESOURCES):
        for section in template.sections:
            assert section.skeleton, (template.id, section.role)
            for line in section.skeleton:
                assert not re.search("[0-9０-９XＸ×]", line), line
                assert line.count("【") == line.count("】")


def test_every_heading_offered_is_recognised_as_its_role() -> None:
    vocabulary = load_vocabulary(RESOURCES / "common.toml")
    known = {alias: words.role for words in vocabulary.roles for alias in words.aliases}
    for template in load_templates(RESOURCES):
        for section in template.sections:
            if section.title and section.title not in section.aliases:
                assert known.get(vocabulary.reduced(section.title), section.role) == section.role


def test_no_alias_means_two_roles() -> None:
    seen: dict[str, str] = {}
    for words in load_vocabulary(RESOURCES / "common.toml").roles:
        for alias in words.aliases:
            assert seen.setdefault(alias, words.role) == words.role, alias


def test_all_roles_can_be_read_from_headings() -> None:
    spoken = {words.role for words in load_vocabulary(RESOURCES / "common.toml").roles}
    without_heading = {"title", "byline", "salutation", "opening", "closing", "signature"}
    assert spoken == set(ROLES) - without_heading


def test_one_more_file_is_one_more_kind(folder: Path) -> None:
    text = (folder / GRASSROOTS).read_text(encoding="utf-8")
    (folder / "village.toml").write_text(text.replace(f'"{DEFAULT_KIND}"', '"village"'), encoding="utf-8")
    assert "village" in {template.id for template in load_templates(folder)}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (GRASSROOTS, 'id = "', 'idd = "', "id: missing"),
        (GRASSROOTS, 'id = "grass', 'id = "glass', "is not the file's name"),
        (GRASSROOTS, "priority = 10", "priority = '10'", "priority: not an integer"),
        (GRASSROOTS, "priority = 10", "priority = 10\nsurprise = 1", "surprise: unknown key"),
        (GRASSROOTS, 'need = "required"', 'need = "wanted"', "need: 'wanted' is not known"),
        (GRASSROOTS, 'role = "causes"', 'role = "cause"', "role: 'cause' is not known"),
        (GRASSROOTS, 'role = "causes"', 'role = "problems"', "section: a role stands twice"),
        (GRASSROOTS, "share = 0.15", "share = 15", "share: not a number from 0 to 1"),
        (GRASSROOTS, 'title = ["党建"', 'title = ["党建("', "title: '党建('"),
        (GRASSROOTS, "least = 2000", "least = 20000", "characters: least is more than most"),
        (GRASSROOTS, '"党建", "基层党组织书记"', '"党建", "党建"', "title: lists something twice"),
        ("common.toml", "stamp = [", "stamps = [", "stamp: missing"),
        (
            "common.toml",
            'parts = ["problems", "causes"]',
            'parts = ["problems", "reasons"]',
            "parts: unknown roles ['reasons']",
        ),
        (GRASSROOTS, "id = ", "id ", "toml: Expected"),
    ],
)
def test_a_bad_entry_is_refused(folder: Path, file: str, old: str, new: str, said: str) -> None:
    change(folder / file, old, new)
    with pytest.raises(ResourceError) as refused:
        load_templates(folder)
    assert file in refused.value.message
    assert file in refused.value.detail
    assert said in refused.value.detail


def test_a_folder_without_kinds_is_refused(folder: Path) -> None:
    for path in folder.glob("*.toml"):
        if path.name != "common.toml":
            path.unlink()
    with pytest.raises(ResourceError, match="重新安装"):
        load_templates(folder)
