"""The completer is taught the text on the desk piece by piece, and only what has changed."""

from collections import Counter

import pytest
from pytestqt.qtbot import QtBot

from assistant.document.block import Block, Document, Opaque, Run
from assistant.phrases.completion import Completer
from assistant.ui import teaching
from assistant.ui.editor.editor import Editor
from assistant.ui.teaching import Teaching
from tests.builders import doc
from tests.ui.desk import PATIENCE
from tests.ui.editor.hands import opened, put_in, type_text

LINES = ("镇里的图书角每周三开放。", "村口的公示栏每月更新。", "食堂的师傅清早买菜。")


class Pupil(Completer):
    """A completer that keeps account of what it is taught."""

    def __init__(self) -> None:
        super().__init__()
        self.known: Counter[str] = Counter()
        self.lessons = 0

    def learn(self, text: str, source: str = "") -> None:
        self.known[text] += 1
        self.lessons += 1
        super().learn(text, source)

    def unlearn(self, text: str) -> None:
        self.known[text] -= 1
        super().unlearn(text)

    def close_document(self) -> None:
        self.known.clear()
        super().close_document()

    def knows(self) -> list[str]:
        return sorted((+self.known).elements())


def taught(qtbot: QtBot, editor: Editor) -> tuple[Teaching, Pupil]:
    """Teach a text whose caret stands in its first paragraph; return once it is known."""
    lessons, pupil = Teaching(editor), Pupil()
    put_in(editor, 0)
    lessons.begin(pupil)
    look(qtbot, lessons)
    return lessons, pupil


def look(qtbot: QtBot, lessons: Teaching) -> None:
    lessons.look()
    qtbot.waitUntil(lambda: not lessons._slices.isActive(), timeout=PATIENCE)


def test_all_but_the_paragraph_under_the_caret_is_learned(qtbot: QtBot) -> None:
    _, pupil = taught(qtbot, opened(doc(*LINES)))
    assert pupil.knows() == sorted(LINES[1:])


def test_only_what_has_changed_is_learned_again(qtbot: QtBot) -> None:
    editor = opened(doc(*LINES))
    lessons, pupil = taught(qtbot, editor)
    put_in(editor, 2, -1)
    type_text(editor, "价廉。")
    put_in(editor, 0)
    look(qtbot, lessons)
    assert pupil.knows() == sorted([LINES[1], f"{LINES[2]}价廉。"])
    assert pupil.lessons == 3
    editor.undo()
    put_in(editor, 0)
    look(qtbot, lessons)
    assert pupil.knows() == sorted(LINES[1:])


def test_a_long_paragraph_is_learned_in_pieces_that_end_with_sentences(qtbot: QtBot) -> None:
    long = "村口的公示栏每月更新。" * 100
    _, pupil = taught(qtbot, opened(doc("开头", long)))
    pieces = pupil.knows()
    assert "".join(pieces) == long
    assert len(pieces) > 2
    assert all(piece.endswith("。") for piece in pieces)


def test_of_a_very_long_text_the_part_around_the_caret_is_learned(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(teaching, "MOST", 50)
    editor = opened(doc(*[f"第{number:03}段写的是这件事。" for number in range(100)]))
    lessons, pupil = taught(qtbot, editor)
    assert pupil.knows()[0] == "第001段写的是这件事。"
    put_in(editor, 50)
    look(qtbot, lessons)
    known = [int(line[1:4]) for line in pupil.knows()]
    assert known
    assert all(45 < number < 55 for number in known)
    assert 50 not in known


def test_locked_blocks_and_crumbs_teach_nothing(qtbot: QtBot) -> None:
    document = Document(
        (Block("0", (Run("正文开头", 0),), 0), Block("1", (Run("目录里的一行字", 1),), 1, opaque=Opaque("toc", "目录")))
    )
    _, pupil = taught(qtbot, opened(document))
    assert pupil.knows() == []
    _, pupil = taught(qtbot, opened(doc("正文", "短句。")))
    assert pupil.knows() == []


def test_at_the_end_nothing_of_the_text_stays(qtbot: QtBot) -> None:
    lessons, pupil = taught(qtbot, opened(doc(*LINES)))
    assert pupil.complete("食堂的师")
    lessons.end()
    assert pupil.knows() == []
    assert pupil.complete("食堂的师") == ()
