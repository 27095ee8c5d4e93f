"""The quick reader says what tomllib says, or nothing."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.paths import resources
from assistant.phrases.plain_toml import read_plain

FILES = sorted((resources() / "phrases").glob("*.toml"))
LIBRARY = [path for path in FILES if path.name not in ("topics.toml", "fields.toml")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_the_library_reads_as_tomllib_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_plain(text) in (None, tomllib.loads(text))


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.name)
def test_the_library_is_plain_enough_to_be_read_quickly(path: Path) -> None:
    assert read_plain(path.read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize(
    "text",
    [
        'a = "x\\n"',
        'a = """x"""',
        "a = '''x'''",
        "a = 'x' # why",
        "a = [\n'x']",
        "a = 1\na = 2",
        "[a]\nb = 1",
        "[[a]]\n[a.b]\n[a.b]",
        "a = 1\n[[a]]",
        "a = {}",
        "a = 012",
        "a = 1.5",
        '"a" = 1',
        "a.b = 1",
        "a = 'x\x01'",
        "nonsense",
        "[[a]",
        "[a.b]",
    ],
)
def test_anything_else_is_left_to_tomllib(text: str) -> None:
    assert read_plain(text) is None


HEADERS = ["[[a]]", "[[b]]", "[a.t]", "[b.t]", "[a]", "[[a.t]]", "", "# c"]
VALUES = ["1", "'y'", '"【次数】"', '["p", "q"]', '["p",]', '["p", ]', "[]", "true", "01"]
LINES = st.lists(
    st.sampled_from(HEADERS) | st.builds("{} = {}".format, st.sampled_from(["x", "t", " x"]), st.sampled_from(VALUES))
)


@given(LINES)
def test_where_both_read_a_text_they_agree(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = read_plain(text)
    if found is not None:
        assert found == tomllib.loads(text)
