"""The layers hold, no imports run in a circle, and nothing grows past its budget."""

import pytest

from tests.architecture import MAY_IMPORT, ROOT, cycles, imports, layer_faults, library_faults, sizes, sources

ASSISTANT = sources(ROOT / "assistant")
BUDGET = {"file": 250, "function": 40, "class": 12}
LIMIT = {"file": 400, "function": 80}


def test_every_module_imports_only_from_the_layers_below_it() -> None:
    assert layer_faults(imports(ASSISTANT)) == []


def test_every_library_is_imported_by_its_owner_alone_and_heavy_ones_inside_functions() -> None:
    assert library_faults(imports(ASSISTANT)) == []


def test_no_imports_run_in_a_circle() -> None:
    assert cycles(imports(ASSISTANT)) == []


def test_every_top_level_module_stands_in_the_table() -> None:
    assert {name.split(".")[1] for name in ASSISTANT if "." in name} <= set(MAY_IMPORT)


def test_the_folder_packaging_never_becomes_a_package() -> None:
    # It would hide the library of the same name, which pytest and others import.
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_sizes_stay_within_their_budget(capsys: pytest.CaptureFixture[str]) -> None:
    every = sizes(ASSISTANT) + sizes(sources(ROOT / "packaging"))
    over = [size for size in every if size.count > BUDGET[size.what]]
    with capsys.disabled():
        for size in over:
            print(f"\n[size] {size.what} {size.name}: {size.count}, budget {BUDGET[size.what]}", end="", flush=True)
        print()
    assert [size for size in over if size.count > LIMIT.get(size.what, size.count)] == []


# The reader itself: each kind of offence is seen.


def faults(modules: dict[str, str]) -> list[str]:
    found = imports({"assistant": "", **modules})
    return layer_faults(found) + library_faults(found) + cycles(found)


@pytest.mark.parametrize(
    ("modules", "part"),
    [
        ({"assistant.document": "from assistant.template import report"}, "assistant.document:1 imports"),
        ({"assistant.checks": "import assistant.phrases"}, "assistant.phrases"),
        ({"assistant.cli": "def main():\n    from assistant.ui import main_window"}, "assistant.cli:2"),
        ({"assistant.cli": "from PySide6 import QtCore"}, "only assistant.ui and assistant.app may"),
        ({"assistant.text": "if TYPE_CHECKING:\n    import jieba"}, "only assistant.text.words may"),
        ({"assistant.formats": "import lxml.etree"}, "at the top"),
        ({"assistant.storage": "import importlib\nimportlib.import_module('sqlite3')"}, "at the top"),
        ({"assistant.ui": "import numpy"}, "without an owner"),
        ({"assistant.extra": "import os"}, "stands in no layer"),
        ({"assistant.ui": "", "assistant.ui.a": "from . import b", "assistant.ui.b": "def f():\n    from .a import x"},
         "assistant.ui.a → assistant.ui.b → assistant.ui.a"),
        ({"assistant.phrases": "", "assistant.phrases.a": "from ..checks import rule"}, "assistant.checks"),
    ],
)  # fmt: skip
def test_an_offence_is_seen(modules: dict[str, str], part: str) -> None:
    assert any(part in fault for fault in faults(modules))


@pytest.mark.parametrize(
    "modules",
    [
        {"assistant.formats": "def read():\n    from lxml import etree"},
        {"assistant.formats": "if TYPE_CHECKING:\n    from lxml import etree"},
        {"assistant.text.words": "def cut():\n    import jieba", "assistant.text": ""},
        {"assistant.ui": "from PySide6 import QtCore", "assistant.app": "import assistant.ui"},
        {"assistant.worker": "from assistant.analysis import analyse"},
        {"assistant.text": "", "assistant.text.a": "from .b import x", "assistant.text.b": "import re"},
    ],
)
def test_what_the_table_allows_is_no_offence(modules: dict[str, str]) -> None:
    assert faults(modules) == []


def test_methods_that_qt_calls_are_not_counted() -> None:
    source = "class Editor:\n    def keyPressEvent(self): ...\n    def load(self): ...\n    def _inner(self): ...\n"
    assert [size.count for size in sizes({"assistant.ui.editor": source}) if size.what == "class"] == [1]
