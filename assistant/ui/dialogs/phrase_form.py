"""加入素材 and 编辑素材: one phrase of the user's own, with figures and names proposed as blanks."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.document.context import Unit
from assistant.phrases.blanking import Proposal, blanked, proposals
from assistant.phrases.blanks import stray_brackets
from assistant.phrases.own import LONGEST
from assistant.phrases.phrase import OWN, Phrase
from assistant.phrases.topics import Vocabulary
from assistant.text.characters import clean
from assistant.ui.dialogs.answer_line import answer_line
from assistant.ui.fields import CalmComboBox
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.panels.flow_layout import FlowLayout
from assistant.ui.theme import SPACE, set_kind

_SIZE = (620, 420)
_MOST_PROPOSALS = 12


class PhraseForm(QDialog):
    """Asks how a phrase is to be kept; `phrase` is what it says now."""

    def __init__(
        self, phrase: Phrase, vocabulary: Vocabulary, unit: Unit | None = None, parent: QWidget | None = None
    ) -> None:
        """Show a phrase: a new one (without an id) with proposals for blanks, one that is kept as it is."""
        super().__init__(parent)
        self.setWindowTitle("编辑素材" if phrase.id else "加入素材")
        self._phrase = phrase
        found = () if phrase.id else proposals(phrase.text, unit)[:_MOST_PROPOSALS]
        self._generated = blanked(phrase.text, found)
        self.boxes = [(self._box(phrase.text, one), one) for one in found]
        self.text = QPlainTextEdit(self._generated)
        self.role, self.topic = CalmComboBox(), CalmComboBox()
        self.tags, self.spoken = QLineEdit("、".join(phrase.tags)), QCheckBox("适合当众说的短句(&K)")
        self.trouble = QLabel()
        self.accept_button = QPushButton("保存(&S)")
        self._fill(vocabulary)
        self._build()
        self.text.textChanged.connect(self._check)
        self._check()
        self.resize(*_SIZE)

    def phrase(self) -> Phrase:
        """Return the phrase as the form says it."""
        topic = self.topic.currentData()
        others = tuple(other for other in self._phrase.topics[1:] if other != topic)
        tags = tuple(dict.fromkeys(tag.strip() for tag in clean(self.tags.text()).replace("，", "、").split("、")))
        return replace(
            self._phrase,
            text=self._words(),
            role=self.role.currentData(),
            topics=(topic, *others) if topic else (),
            tags=tuple(tag for tag in tags if tag),
            spoken=self.spoken.isChecked(),
            source=OWN,
        )

    @classmethod
    def ask(
        cls, phrase: Phrase, vocabulary: Vocabulary, unit: Unit | None = None, parent: QWidget | None = None
    ) -> Phrase | None:
        """Show the form and wait; None if the user changes their mind."""
        dialog = cls(phrase, vocabulary, unit, parent)
        try:
            return dialog.phrase() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def _words(self) -> str:
        return clean(self.text.toPlainText()).replace("\n", "").replace("\t", "").strip()

    def _box(self, text: str, one: Proposal) -> QCheckBox:
        box = QCheckBox(f"{text[one.start : one.end]} → 【{one.name}】")
        box.setChecked(True)
        box.toggled.connect(lambda _: self._regenerate())
        return box

    def _regenerate(self) -> None:
        """Make the chosen stretches blanks, unless the wording has been changed by hand."""
        if self._words() == self._generated:
            self._generated = blanked(self._phrase.text, [one for box, one in self.boxes if box.isChecked()])
            self.text.setPlainText(self._generated)

    def _check(self) -> None:
        words, trouble = self._words(), ""
        if len(words) > LONGEST:
            trouble = f"有 {len(words)} 字，一条素材最多 {LONGEST} 字，请分成几条。"
        elif stray_brackets(words):
            trouble = "【和】没有配成对，空要写成【次数】这样。"
        self.trouble.setText(trouble)
        self.accept_button.setEnabled(bool(words) and not trouble)
        by_hand = words != self._generated
        for box, _ in self.boxes:
            box.setEnabled(not by_hand)
            box.setToolTip("已经手工改过，请直接在上面改" if by_hand else "")

    def _fill(self, vocabulary: Vocabulary) -> None:
        for role, name in vocabulary.roles:
            self.role.addItem(ROLE_TITLES.get(role, name), role)
        self.role.setCurrentIndex(max(0, self.role.findData(self._phrase.role)))
        self.topic.addItem("不限主题", "")
        for topic in vocabulary.topics:
            self.topic.addItem(topic.name, topic.key)
        main = self._phrase.topics[0] if self._phrase.topics else ""
        self.topic.setCurrentIndex(max(0, self.topic.findData(main)))
        self.spoken.setChecked(self._phrase.spoken)
        self.tags.setPlaceholderText("可不填，几个之间用顿号")
        for combo in (self.role, self.topic):
            combo.setMaxVisibleItems(16)

    def _build(self) -> None:
        note = QLabel(
            "数字和人名换成了空，用的时候再填；不想换的，去掉勾选。" if self.boxes else "【】里是用的时候要填的空。"
        )
        note.setWordWrap(True)
        set_kind(note, "small")
        self.text.setAccessibleName("素材文字")
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[1])
        column.addWidget(self.text, 1)
        column.addWidget(note)
        if self.boxes:
            flow = FlowLayout(SPACE[1])
            for box, _ in self.boxes:
                flow.addWidget(box)
            column.addLayout(flow)
        form = QFormLayout()
        form.setSpacing(SPACE[1])
        for title, field in (("用在(&R)", self.role), ("主题(&T)", self.topic), ("标签(&G)", self.tags)):
            form.addRow(title, field)
            field.setAccessibleName(title.partition("(")[0])
        form.addRow("", self.spoken)
        column.addLayout(form)
        set_kind(self.trouble, "error")
        self.trouble.setWordWrap(True)
        column.addLayout(answer_line(self, self.accept_button, left=(self.trouble,)))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
