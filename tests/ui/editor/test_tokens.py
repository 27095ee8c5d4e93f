"""Images in the page: in place of their token, never wider than the column, never cropped by the line."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication

from assistant.document.block import Block, Cell, Document, Run, Table, TableCell, Token
from assistant.formats.docx.pictures import EmbeddedPicture
from assistant.text.characters import TOKEN
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.tokens import chip_of
from tests.images import png
from tests.ui.editor.hands import Key, opened, press, put_in

RED = (200, 30, 30)


def document(cell: Cell | None = None) -> Document:
    runs = (Run("见图", 0), Run(TOKEN, 1, token=Token(0, "drawing", "图形")))
    tables = (Table(1, 2, (TableCell(0, 0), TableCell(0, 1))),) if cell else ()
    first = Block("0", runs, 0, cell)
    return Document((first, Block("1", (Run("后文", 2),), 1, Cell(0, 0, 1) if cell else None)), tables)


@pytest.fixture
def showing(qapp: QApplication) -> Callable[..., Editor]:
    def show(picture: EmbeddedPicture, cell: Cell | None = None) -> Editor:
        editor = opened(document(cell))
        editor.show()
        chip = chip_of(editor.document())
        assert chip is not None
        chip.show_pictures(editor.document(), {0: picture})
        return editor

    return show


def height(editor: Editor, block: int = 0) -> float:
    text = editor.document()
    return text.documentLayout().blockBoundingRect(text.findBlockByNumber(block)).height()


def reds(editor: Editor) -> QRectF:
    """Return where the page is red, in pixels of the viewport."""
    image = editor.viewport().grab().toImage()
    found = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == QColor(*RED)
    ]
    if not found:
        return QRectF()
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return QRectF(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def test_an_image_is_shown_whole_at_its_size(showing: Callable[..., Editor]) -> None:
    editor = showing(EmbeddedPicture(png(60, 60, RED), 75, 75))
    box = reds(editor)
    assert (round(box.width()), round(box.height())) == (100, 100), "75 points at 96 dots per inch"
    assert height(editor) >= 100


def test_it_follows_the_zoom(showing: Callable[..., Editor]) -> None:
    editor = showing(EmbeddedPicture(png(60, 60, RED), 75, 75))
    editor.set_zoom(1.5)
    assert round(reds(editor).width()) == pytest.approx(150, abs=1)


def test_it_is_never_wider_than_the_column(showing: Callable[..., Editor]) -> None:
    editor = showing(EmbeddedPicture(png(60, 10, RED), 900, 150))
    box = reds(editor)
    assert box.right() <= editor.page.column
    assert box.width() / box.height() == pytest.approx(6, rel=0.03)


def test_in_a_table_it_is_never_wider_than_its_cell(showing: Callable[..., Editor]) -> None:
    editor = showing(EmbeddedPicture(png(60, 10, RED), 900, 150), Cell(0, 0, 0))
    assert 0 < reds(editor).width() <= editor.page.column / 2


def test_what_is_cut_off_is_not_shown(showing: Callable[..., Editor]) -> None:
    editor = showing(EmbeddedPicture(png(60, 60, RED), 30, 60, (0.5, 0, 0, 0)))
    assert round(reds(editor).width()) == 40


def test_an_image_that_is_broken_gives_way_to_its_label(showing: Callable[..., Editor]) -> None:
    editor = showing(EmbeddedPicture(png(60, 60, RED)[:40], 75, 75))
    assert reds(editor).isNull()


def test_showing_images_is_no_edit(showing: Callable[..., Editor]) -> None:
    editor = showing(EmbeddedPicture(png(60, 60, RED), 75, 75))
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()
    assert editor.bridge.picture().document == document()


def test_an_image_is_still_one_mark_that_cannot_be_deleted(showing: Callable[..., Editor]) -> None:
    editor = showing(EmbeddedPicture(png(60, 60, RED), 75, 75))
    put_in(editor, 0, -1)
    press(editor, Key.Key_Backspace)
    assert editor.bridge.picture().document == document()
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    editor.setTextCursor(cursor)
    press(editor, Key.Key_Delete)
    assert editor.bridge.picture().document == document()


PLAIN = Document((Block("0", (Run("见图", 0),), 0), Block("1", (Run("后文", 2),), 1)))


def test_lines_without_images_keep_their_height(showing: Callable[..., Editor]) -> None:
    plain = height(opened(PLAIN), 1)
    assert height(showing(EmbeddedPicture(png(60, 60, RED), 75, 75)), 1) == plain


def test_a_line_with_a_label_is_as_tall_as_any_other(qapp: QApplication) -> None:
    plain = height(opened(PLAIN))
    assert height(opened(document())) == plain
