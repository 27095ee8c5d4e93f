"""篇幅: looked over in the worker, shown in a tab of its own, kept up with the text while that is open."""

from collections.abc import Callable
from dataclasses import replace

from assistant.answers import Answer
from assistant.checks.rule import Fix
from assistant.document.block import Document, Span
from assistant.document.edit import ReplaceText
from assistant.overview import LINK, LookOver, Overview
from assistant.ui.background import Background
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.models.balance_rows import QUOTATIONS, Place, balance_rows
from assistant.ui.panels.balance_panel import BalancePanel
from assistant.ui.preferences import Preferences
from assistant.ui.work import Work

TAB = "篇幅"
CHECKED_RULE = "quotation"
"""Under this name the quotations that were checked are kept among what is ignored: with the text, undo and draft."""


class BalanceCommands:
    """Serves the view of the balance.

    `work` gives the text on the desk or None, `show_place` shows a range of it, `apply` changes it, `look_again` has it
    analysed, `keep` has its draft saved.
    """

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        *,
        work: Callable[[], Work | None],
        show_place: Callable[[Span], None],
        apply: Callable[[tuple[Fix, ...]], None],
        look_again: Callable[[], None],
        keep: Callable[[], None],
    ) -> None:
        """Connect nothing; `features` does."""
        self._window = window
        self._background = background
        self._preferences = preferences
        self._work = work
        self._show_place = show_place
        self._apply = apply
        self._look_again = look_again
        self._keep = keep
        self._panel: BalancePanel | None = None
        self._wanted = ""

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"balance": self.open, "quotations": self.open_quotations}

    def open(self) -> None:
        """Bring the view to the front, beside the text."""
        panel = self._panel or self._make()
        side = self._window.side
        side.set_extra(panel, TAB, shown=True)
        self._window.set_panel("side", shown=True)
        side.tabs.setCurrentWidget(panel)
        panel.tree.setFocus()
        self.refresh()

    def open_quotations(self) -> None:
        """Bring the list of quotations to the front; say so where there are none."""
        self._wanted = QUOTATIONS
        self.open()

    def close(self) -> None:
        """Put the view away."""
        if self._panel is not None:
            self._window.side.set_extra(self._panel, TAB, shown=False)

    def refresh(self) -> None:
        """Have the text looked over anew, if the view is open."""
        work = self._work()
        if work is None or self._panel is None or self._window.side.tabs.indexOf(self._panel) < 0:
            return
        document = work.analysed
        self._background.submit(
            LookOver(document, work.context),
            lambda answer: self._show(document, answer),
            self._window.messages.show_error,
            key="overview",
        )

    def link(self, problem: str, measure: str) -> None:
        """Match a problem with a measure by hand."""
        self._set_links(lambda links: links | {(problem[:LINK], measure[:LINK])})

    def unlink(self, problem: str, measure: str) -> None:
        """Take a match made by hand back."""
        pair = problem[:LINK], measure[:LINK]
        self._set_links(lambda links: links - {pair})

    def check_quotation(self, words: str, checked: bool) -> None:  # noqa: FBT001 (a slot)
        """Tick a quotation off, or not any more."""
        editor = self._window.editor
        pair = frozenset({(CHECKED_RULE, words)})
        if checked:
            editor.bridge.ignore(pair, editor.caret())
        else:
            editor.bridge.heed(pair, editor.caret())
        self._keep()
        self.refresh()

    def change_word(self, place: Place, word: str, new: str) -> None:
        """Put another word in the place of one, as one undo step."""
        span = Span(*place)
        self._apply((Fix(f"换成“{new}”", new, (ReplaceText(span, word, new),)),))

    def checked(self) -> frozenset[str]:
        """Return the quotations that were checked, by their words."""
        return frozenset(words for rule, words in self._window.editor.bridge.ignored() if rule == CHECKED_RULE)

    def _set_links(self, change: Callable[[frozenset[tuple[str, str]]], frozenset[tuple[str, str]]]) -> None:
        work = self._work()
        if work is None:
            return
        work.context = replace(work.context, links=change(work.context.links))
        self._keep()
        self._look_again()
        self.refresh()

    def _show(self, document: Document, answer: Answer) -> None:
        work = self._work()
        if self._panel is None or work is None or not isinstance(answer, Overview):
            return
        speed = self._preferences.settings.speed
        self._panel.show_rows(balance_rows(document, answer, work.context.requirements, speed, self.checked()))
        wanted, self._wanted = self._wanted, ""
        if wanted and not self._panel.show_group(wanted):
            words = "文中没有看到引用领导讲话的地方，没有要核对的引语。"
            self._window.messages.show_message(Message(words, "info", key=CHECKED_RULE))

    def _make(self) -> BalancePanel:
        panel = BalancePanel(self._window.theme)
        panel.place_chosen.connect(lambda block, start, end: self._show_place(Span(block, start, end)))
        panel.linked.connect(self.link)
        panel.unlinked.connect(self.unlink)
        panel.quotation_checked.connect(self.check_quotation)
        panel.checklist_wanted.connect(self._window.action("checklist").trigger)
        panel.word_changed.connect(self.change_word)
        panel.closed.connect(self.close)
        self._window.themed.connect(panel.set_theme)
        panel.text_focus_requested.connect(self._window.editor.setFocus)
        self._panel = panel
        return panel
