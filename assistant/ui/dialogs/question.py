"""A question that waits for its answer."""

from PySide6.QtWidgets import QMessageBox, QWidget

Role = QMessageBox.ButtonRole


def ask(parent: QWidget, title: str, question: str, detail: str, *answers: tuple[str, Role], usual: int = 0) -> int:
    """Ask, and return which answer was given; Enter gives the `usual` one, Esc the last."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(question)
    box.setInformativeText(detail)
    buttons = [box.addButton(words, role) for words, role in answers]
    box.setDefaultButton(buttons[usual])
    box.setEscapeButton(buttons[-1])
    box.exec()
    answer = buttons.index(box.clickedButton())
    box.deleteLater()
    return answer
