"""清除本机痕迹: what this program keeps on this machine, each to be ticked, and what goes with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.ui.dialogs.answer_line import answer_line
from assistant.ui.theme import SPACE, set_kind


@dataclass(frozen=True, slots=True)
class Trace:
    """One kind of thing that is kept: `id`, its name, how much there is of it, whether it is usually cleared.

    `warning` says what can't be had back.
    """

    id: str
    title: str
    detail: str
    usual: bool = True
    warning: str = ""


class TracesDialog(QDialog):
    """A list with ticks; 清除 is told what it will do."""

    def __init__(self, traces: Iterable[Trace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("清除本机痕迹")
        self.ticks: dict[str, QCheckBox] = {}
        self.clear_button = QPushButton("清除")
        self.clear_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[1])
        head = QLabel("程序在这台电脑上存了下面这些。打勾的会被清除，清除以后找不回来；您自己的 Word 文件一个也不动。")
        head.setWordWrap(True)
        column.addWidget(head)
        column.addSpacing(SPACE[0])
        for trace in traces:
            self._add(column, trace)
        column.addStretch(1)
        column.addSpacing(SPACE[1])
        column.addLayout(answer_line(self, self.clear_button, harmless=False))
        self.setMinimumWidth(520)
        self._follow()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of what is ticked."""
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked())

    @classmethod
    def ask(cls, traces: Iterable[Trace], parent: QWidget | None = None) -> tuple[str, ...]:
        """Show the list and wait; empty if nothing is to be cleared."""
        dialog = cls(traces, parent)
        try:
            return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else ()
        finally:
            dialog.deleteLater()

    def _add(self, column: QVBoxLayout, trace: Trace) -> None:
        tick = QCheckBox(trace.title)
        tick.setChecked(trace.usual)
        tick.setAccessibleDescription(f"{trace.detail}{trace.warning}")
        tick.toggled.connect(lambda _: self._follow())
        self.ticks[trace.id] = tick
        column.addWidget(tick)
        words = QLabel(trace.detail)
        set_kind(words, "small")
        words.setContentsMargins(SPACE[4] + 2, 0, 0, 0)
        column.addWidget(words)
        if trace.warning:
            warning = QLabel(trace.warning)
            warning.setWordWrap(True)
            set_kind(warning, "suspect")
            warning.setContentsMargins(SPACE[4] + 2, 0, 0, 0)
            column.addWidget(warning)

    def _follow(self) -> None:
        self.clear_button.setEnabled(bool(self.chosen()))
