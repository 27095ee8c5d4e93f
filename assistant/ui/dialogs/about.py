"""Says what the program is, its version, and what it does not do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.ui.dialogs.answer_line import ANSWER_WIDTH
from assistant.ui.icons import Icons
from assistant.ui.theme import SPACE, set_kind


class AboutDialog(QDialog):
    """Name, version, licence; `facts` are further lines such as versions of libraries and the data folder."""

    def __init__(self, version: str, facts: tuple[str, ...], icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于述职助手")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[1])
        picture = QLabel()
        picture.setPixmap(icons.pixmap("draft", "accent", 40))
        column.addWidget(picture)
        for text, kind in (
            ("述职助手", "title"),
            (f"版本 {version}", "muted"),
            ("帮您把述职稿写得规范、改得放心。不联网，不上传，没有账号；稿子只在您自己的电脑里。", ""),
            ("开放源代码，按 Apache License 2.0 许可使用。", ""),
            ("\n".join(facts), "small"),
        ):
            if text:
                column.addWidget(_paragraph(text, kind))
        column.addSpacing(SPACE[1])
        close = QPushButton("关闭")
        close.setDefault(True)
        close.setMinimumWidth(ANSWER_WIDTH)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(420)


def _paragraph(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if kind:
        set_kind(label, kind)
    return label
