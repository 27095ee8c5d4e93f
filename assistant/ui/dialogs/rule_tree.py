"""All rules as a tree with boxes: classes, their rules, and single words that were silenced."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from assistant.checks.rule import CLASSES
from assistant.checks.switches import RuleCard, group_switched, is_on, refinements, switched
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.overriding import override
from assistant.ui.panels.drawing import strong
from assistant.ui.theme import ROW, set_kind

_HEADS = ("规则", "级别", "例子")
_TITLE, _LEVEL, _EXAMPLE = range(3)
_CARD, _KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTHS = (300, 64)
_MOST = 34
"""Characters of an example that are shown in its line; the tip shows it whole."""
_STATE = Qt.CheckState


class RuleTree(QTreeWidget):
    """Shows which rules are on and lets the user switch them; `switched_off` carries the keys of what is off now."""

    switched_off = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[RuleCard, ...] = ()
        self._off: tuple[str, ...] = ()
        self.setAccessibleName("规则")
        set_kind(self, "rules")
        self.setColumnCount(len(_HEADS))
        self.setHeaderLabels(_HEADS)
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.header()
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            head.resizeSection(column, width)
        self.itemChanged.connect(self._changed)

    def show_rules(self, cards: Sequence[RuleCard], off: Sequence[str]) -> None:
        """Show these rules; of what is off, keys."""
        self._cards, self._off = tuple(cards), tuple(off)
        self.blockSignals(True)
        self.clear()
        for category in CLASSES:
            members = sorted((c for c in self._cards if c.category == category), key=lambda card: -card.level)
            if members:
                group = _item(self.invisibleRootItem(), category, f"class:{category}")
                group.setFont(_TITLE, strong(self.font()))
                for card in members:
                    self._add_rule(group, card)
        self.blockSignals(False)
        self._tick()
        self.expandAll()
        if self.topLevelItemCount():
            self.setCurrentItem(self.topLevelItem(0))

    def set_off(self, off: Sequence[str]) -> None:
        """Show another choice of what is off; keys."""
        self._off = tuple(off)
        self._tick()

    def search(self, words: str) -> int:
        """Show only the rules with these words, all of them for no words, unfolded; return how many those are."""
        wanted, shown = words.strip().lower(), 0
        for group in self._groups():
            hits = 0
            for place in range(group.childCount()):
                rule = group.child(place)
                hit = wanted in _read(rule.data(0, _CARD)) or any(
                    wanted in rule.child(i).text(_TITLE).lower() for i in range(rule.childCount())
                )
                rule.setHidden(not hit)
                hits += hit
            group.setHidden(not hits)
            group.setExpanded(True)
            shown += hits
        return shown

    def current_card(self) -> RuleCard | None:
        """Return the rule the keyboard is at, None at a class."""
        item = self.currentItem()
        while item is not None and item.data(0, _CARD) is None:
            item = item.parent()
        return item.data(0, _CARD) if item is not None else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks, as the space bar does: it must not close the dialog."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            on = item.checkState(0) == _STATE.Checked
            item.setCheckState(0, _STATE.Unchecked if on else _STATE.Checked)
        else:
            super().keyPressEvent(event)

    def _add_rule(self, group: QTreeWidgetItem, card: RuleCard) -> None:
        item = _item(group, card.title, card.id)
        item.setData(0, _CARD, card)
        item.setText(_LEVEL, card.level.label)
        whole = _example(card)
        item.setText(_EXAMPLE, whole if len(whole) <= _MOST else f"{whole[:_MOST]}…")
        item.setToolTip(_EXAMPLE, whole)
        item.setToolTip(_TITLE, card.message.format(text="…", right="…"))
        for key in refinements(card, self._cards, self._off):
            case = key[len(card.id) + 1 :]
            child = _item(item, f"不再提示“{ROLE_TITLES.get(case, case)}”", key)
            child.setToolTip(_TITLE, "打上勾就恢复提示")

    def _tick(self) -> None:
        """Set every box by what is off."""
        self.blockSignals(True)
        for group in self._groups():
            rules = [group.child(i) for i in range(group.childCount())]
            on = [is_on(rule.data(0, _CARD), self._off) for rule in rules]
            for rule, heard in zip(rules, on, strict=True):
                rule.setCheckState(0, _STATE.Checked if heard else _STATE.Unchecked)
                for case in (rule.child(i) for i in range(rule.childCount())):
                    case.setCheckState(0, _STATE.Unchecked if case.data(0, _KEY) in self._off else _STATE.Checked)
            state = _STATE.Checked if all(on) else _STATE.PartiallyChecked if any(on) else _STATE.Unchecked
            group.setCheckState(0, state)
            title = group.data(0, _KEY).partition(":")[2]
            group.setText(_TITLE, f"{title}　{sum(on)}" if all(on) else f"{title}　{sum(on)} / {len(on)}")
        self.blockSignals(False)
        self.viewport().update()

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column != 0:
            return
        on, key, card = item.checkState(0) == _STATE.Checked, item.data(0, _KEY), item.data(0, _CARD)
        if card is not None:
            off = switched(self._off, self._cards, (card,), on=on)
        elif key.startswith("class:"):
            off = group_switched(self._off, self._cards, key, on=on)
        else:
            off = tuple(other for other in self._off if other != key) if on else (*self._off, key)
        self.set_off(off)
        self.switched_off.emit(off)

    def _groups(self) -> list[QTreeWidgetItem]:
        return [self.topLevelItem(i) for i in range(self.topLevelItemCount())]


def _item(parent: QTreeWidgetItem, title: str, key: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [title])
    item.setData(0, _KEY, key)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, _STATE.Checked)
    item.setSizeHint(0, QSize(0, ROW))
    return item


def _example(card: RuleCard) -> str:
    wrong = card.wrong.replace("\n", " ")
    if card.right is None:
        return wrong
    return f"{wrong} → {card.right.replace(chr(10), ' ') or '（删去）'}"


def _read(card: RuleCard) -> str:
    return f"{card.title}\n{card.message}\n{card.wrong}\n{card.right or ''}\n{card.level.label}\n{card.source}".lower()
