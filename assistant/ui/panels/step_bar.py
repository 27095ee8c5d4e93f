"""The steps of last year's report side by side, each with how far it has come; one is in front."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from assistant.ui.models.last_year_rows import Step
from assistant.ui.models.last_year_view import LastYearView, Share
from assistant.ui.theme import set_kind

_TIPS = {
    Step.STRUCTURE: "去年的稿子分成哪几部分，今年还缺什么",
    Step.PROMISES: "去年的“下步打算”今年落实了没有",
    Step.PLACES: "年份、数字、活动、会议、提法，逐处改或保留",
    Step.CARRIED: "沿用去年、还没有改过的句子",
}


class StepBar(QWidget):
    """Tells which step is wanted."""

    chosen = Signal(Step)

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {one: self._button(one) for one in Step}
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(4)
        for button in self.buttons.values():
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            line.addWidget(button, 1)
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Bring one to the front; tells nobody."""
        for one, button in self.buttons.items():
            button.setChecked(one is step)

    def show_view(self, view: LastYearView) -> None:
        """Show how far each has come."""
        for step, button in self.buttons.items():
            button.setText(f"{step.value}\n{_share(step, view.share(step))}")
            button.setAccessibleName(f"{step.value}，{_spoken(step, view.share(step))}")

    def _button(self, step: Step) -> QToolButton:
        button = QToolButton(self)
        set_kind(button, "step")
        button.setCheckable(True)
        button.setToolTip(_TIPS[step])
        button.setText(step.value)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.chosen.emit(step))
        return button


def _share(step: Step, share: Share) -> str:
    if step is Step.STRUCTURE:
        missing = share.total - share.done
        return f"缺 {missing}" if missing else "齐"
    if step is Step.CARRIED:
        left = share.total - share.done
        return f"剩 {left}" if left else "完"
    return f"{share.done}/{share.total}"


def _spoken(step: Step, share: Share) -> str:
    left = share.total - share.done
    if step is Step.STRUCTURE:
        return f"还缺 {left} 部分"
    if step is Step.CARRIED:
        return f"还有 {left} 句"
    return f"定下 {share.done} 处，共 {share.total} 处"
