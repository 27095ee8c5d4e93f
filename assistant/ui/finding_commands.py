"""What the findings ask for: fixes, each click one undo step, and silence about words or a rule."""

from collections.abc import Callable

from assistant.checks.rule import Finding, Fix
from assistant.document.edit import Edit, apply
from assistant.errors import EditRefused
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.preferences import Preferences
from assistant.ui.viewing import show_span
from assistant.ui.work import Work

RULE_DISABLED = "rule_disabled"
"""Key of the message about a rule that is silent from now on."""


class FindingCommands:
    """Carries out what the panel of findings, and the marks in the text, ask for."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        work: Callable[[], Work],
        look_again: Callable[[], None],
    ) -> None:
        """`work` gives the text on the desk, `look_again` has it analysed at once."""
        self._window, self._preferences = window, preferences
        self._work, self._look_again = work, look_again

    def show_finding(self, finding: Finding) -> None:
        """Select the words a finding is about; the focus stays in the panel."""
        if finding.span is not None:
            show_span(self._window.editor, finding.span)

    def apply_fixes(self, fixes: tuple[Fix, ...]) -> None:
        """Apply fixes as one step; those whose text has changed meanwhile are passed over and said.

        One fix is gone to; of many none.
        """
        edits = tuple(edit for fix in fixes for edit in fix.edits)
        if not edits:
            return
        try:
            editor = self._window.editor
            (editor.apply if len(fixes) == 1 else editor.apply_in_place)(edits)
        except EditRefused as refusal:
            if len(fixes) == 1:
                self._window.messages.show_error(refusal)
                return
            self._apply_one_by_one(fixes)
        self._look_again()

    def _apply_one_by_one(self, fixes: tuple[Fix, ...]) -> None:
        """Where one of many no longer fits, apply the others, still as one undo step."""
        editor = self._window.editor
        document = editor.bridge.picture().document
        usable: list[Edit] = []
        for fix in fixes:
            try:
                apply(document, (*usable, *fix.edits))
            except EditRefused:
                continue
            usable.extend(fix.edits)
        words = "这些文字已经改动过，没有采纳，请看看新的检查结果。"
        if usable:
            editor.apply_in_place(tuple(usable))
            words = "有几处文字已经改动过，没有采纳，其余的都改好了。"
        self._window.messages.show_message(Message(words, "info", key="fixes"))

    def ignore(self, finding: Finding) -> None:
        """Be quiet about these words under this rule in this report, until that is undone."""
        editor = self._window.editor
        editor.bridge.ignore(frozenset({(finding.rule, finding.text)}), editor.caret())
        self._look_again()

    def disable_rule(self, rule: str) -> None:
        """Be quiet about a rule in this report and all that follow; the message offers to take it back."""
        self._work().disable(rule)
        habits = self._preferences.settings.disabled_rules
        self._preferences.change(disabled_rules=(*(other for other in habits if other != rule), rule))
        message = Message(
            "这一类以后都不再提示，要恢复可以到“校对设置”。", "done", (Choice(rule, "恢复提示"),), key=RULE_DISABLED
        )
        self._window.messages.show_message(message)
        self._look_again()

    def choose(self, name: str, choice: str) -> None:
        """Serve the button of the message about a disabled rule: speak of it again."""
        if name != RULE_DISABLED:
            return
        habits = self._preferences.settings.disabled_rules
        self._preferences.change(disabled_rules=tuple(rule for rule in habits if rule != choice))
        self._work().enable(choice)
        self._look_again()
