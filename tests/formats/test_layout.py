from pathlib import Path

import pytest

from assistant import paths
from assistant.errors import ResourceError
from assistant.formats.layout import load_layout, load_layouts

LAYOUTS = paths.resources() / "layouts"


def test_the_profiles_that_come_with_the_program_load() -> None:
    found = load_layouts(LAYOUTS)
    assert [layout.id for layout in found] == ["gongwen"]
    assert found[0].look(1) != found[0].look(-1)
    assert found[0].look(7) == found[0].look(-1)


BROKEN = {
    "unknown key": ('id = "gongwen"', 'id = "gongwen"\ncolour = "red"', "colour"),
    "no title": ('title = "党政机关公文格式"', "", "title"),
    "missing look": ("[looks.heading4]", "[looks.heading5]", "looks"),
    "unknown alignment": ('align = "center"', 'align = "middle"', "looks.title.align"),
    "size is a word": ("size = 22", 'size = "22"', "looks.title.size"),
    "bold is a number": ("bold = true", "bold = 1", "looks.heading3.bold"),
    "indent is a truth": ("indent = 0", "indent = true", "looks.title.indent"),
    "negative line": ("line = 35", "line = -1", "looks.title.line"),
    "no TOML": ("[looks.title]", "[looks.title", "gongwen.toml"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_wrong_profile_is_named_with_its_key(name: str, tmp_path: Path) -> None:
    old, new, key = BROKEN[name]
    text = (LAYOUTS / "gongwen.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "gongwen.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as error:
        load_layout(path)
    assert "gongwen.toml" in error.value.detail
    assert key in error.value.detail
