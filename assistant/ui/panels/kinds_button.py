"""At the head of the outline: which kind of report the text is taken for, and a menu to say that it is another."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistant.ui.panels.choice_button import ChoiceButton, add_choice
from assistant.ui.theme import Theme


class KindsButton(ChoiceButton):
    """Shows the kind.

    `kind_chosen` (id) asks to take the report for another one; `requirements_wanted` to say what the notice demands.
    """

    kind_chosen = Signal(str)
    requirements_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("kinds")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._offer: object = None  # what the menu holds; choosing in it unsettles its marks
        self.kind_chosen.connect(self._forget_offer)
        self.set_kinds((), "")

    def set_kinds(
        self,
        kinds: Iterable[tuple[str, str]],
        current: str,
        variants: Sequence[tuple[str, str]] = (),
        variant: str = "",
        *,
        several: bool = False,
    ) -> None:
        """Offer these report kinds (id, title) and show which one the report is taken for.

        `variants` are those of the current kind (id, title), of which `variant` is the report's, empty for none. Of
        `several` reports in the text it is the one under the caret.
        """
        offer = (tuple(kinds), current, tuple(variants), variant, several)
        if offer == self._offer:
            return
        self._offer = offer
        self.clear()
        title = "未认出文种"
        for kind, name in offer[0]:
            action = self.add(name, checked=kind == current)
            action.triggered.connect(lambda _=False, chosen=kind: self.kind_chosen.emit(chosen))
            title = name if kind == current else title
        if variants:
            title += self._add_variants(current, variants, variant)
        self.menu().addSeparator()
        self.menu().addAction("按通知定要求…", self.requirements_wanted.emit)
        self.setText(title)
        which = "光标所在这一篇的文种" if several else "文种"
        self.setToolTip(f"{which}：{title}。点这里可以改。")
        self.setAccessibleName(f"文种：{title}")

    def _forget_offer(self) -> None:
        self._offer = None

    def _add_variants(self, kind: str, variants: Sequence[tuple[str, str]], variant: str) -> str:
        """Add a menu of variants; return what the title says of the one in force."""
        menu, group, told = self.menu().addMenu("单位类型"), QActionGroup(self.menu()), ""
        for which, name in ((kind, "不分类型"), *variants):
            now = which == (variant or kind)
            told = f" · {name}" if now and variant else told
            action = add_choice(menu, name, group, checked=now)
            action.triggered.connect(lambda _=False, chosen=which: self.kind_chosen.emit(chosen))
        return told
