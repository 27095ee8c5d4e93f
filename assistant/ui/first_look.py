"""What is said once when a text comes onto the desk: stamps and page notes in it, and that it is no duty report."""

from collections.abc import Callable

from assistant.checks.rule import Finding, Fix
from assistant.template.report import OTHER_KIND
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.work import Work

STAMP_RULES = ("leftover.stamp", "leftover.outside")
"""Rules whose findings are whole paragraphs of sellers, websites and pages: nobody's report."""

STAMPS, OTHER, DATA = "stamps", "other_kind", "formulations"
"""Keys of the messages."""


class FirstLook:
    """Looks at the analysis a text was opened with; `work` gives the text on the desk, `apply` takes fixes at once."""

    def __init__(
        self, window: MainWindow, *, work: Callable[[], Work | None], apply: Callable[[tuple[Fix, ...]], None]
    ) -> None:
        """Connect nothing; `features` does."""
        self._window = window
        self._work = work
        self._apply = apply
        self._waiting = False
        self._told = False  # of data that could not be used: once is enough

    def text_opened(self) -> None:
        """Say what stands out, once the text has been checked."""
        work = self._work()
        self._waiting = work is not None
        self.analysed()

    def analysed(self) -> None:
        """Say it now, if it has not been said and there is something to tell it by."""
        work = self._work()
        if work is None or not self._waiting or not work.analysis.checked:
            return
        self._waiting = False
        if work.analysis.passed_over and not self._told:
            self._told = True
            self._window.messages.show_message(Message(work.analysis.passed_over, "error", key=DATA))
        reports = work.analysis.reports
        if reports and all(report.kind == OTHER_KIND for report in reports):
            words = "这份文件不像述职报告，只校对文字，不查缺哪些部分；如果是述职报告，请点大纲上方的文种改过来。"
            self._window.messages.show_message(Message(words, "info", key=OTHER))
        stamps = self._stamps(work)
        if stamps:
            words = f"文中有 {len(stamps)} 处网站、卖稿字样或者页码，可以全部删去，删错了按 Ctrl+Z 撤销。"
            choices = (Choice("remove", "全部删去"), Choice("keep", "先不动"))
            self._window.messages.show_message(Message(words, "warning", choices, key=STAMPS))

    def choose(self, name: str, choice: str) -> None:
        """Serve the button of the message: take the stamps out, as one undo step."""
        work = self._work()
        if name != STAMPS or choice != "remove" or work is None:
            return
        stamps = self._stamps(work)
        self._apply(tuple(finding.fixes[0] for finding in stamps))
        self._window.messages.show_message(Message(f"删去了 {len(stamps)} 处，Ctrl+Z 撤销。", "done", key=STAMPS))

    @staticmethod
    def _stamps(work: Work) -> tuple[Finding, ...]:
        found = work.analysis.findings
        return tuple(one for one in found if ".".join(one.rule.split(".")[:2]) in STAMP_RULES and one.fixes)
