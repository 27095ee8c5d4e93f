"""按通知定要求: asked in a dialog, laid over the report on the desk, kept for the unit's next report of that year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.checks.requirements import tells
from assistant.document.requirements import Item, Requirements, recalled, remembered
from assistant.template.report import ReportTemplate
from assistant.template.year import report_year
from assistant.ui import moment
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import CHECK, Choice, Message
from assistant.ui.preferences import Preferences
from assistant.ui.work import Work

CHANGED = "requirements"
"""Key of the message about other requirements, and about those found for a report just opened."""

_SOON = 14
"""Days before the deadline from which they are counted."""


class RequirementCommands:
    """Lets the user say what the notice demands; `look_again` has the text analysed, `keep` has its draft saved.

    `check` shows findings of every level: what a notice demands is told as hints.
    """

    def __init__(
        self,
        window: MainWindow,
        templates: tuple[ReportTemplate, ...],
        preferences: Preferences,
        *,
        work: Callable[[], Work],
        look_again: Callable[[], None],
        keep: Callable[[], None],
        check: Callable[[], None],
    ) -> None:
        """Connect nothing; `wiring` does."""
        self._window = window
        self._templates = templates
        self._preferences = preferences
        self._work = work
        self._look_again = look_again
        self._keep = keep
        self._check = check
        self._before: tuple[Work, Requirements, tuple[str, ...]] | None = None

    def ask(self) -> None:
        """Show what is demanded and take over what the user changes; the message offers to take it back."""
        from assistant.ui.dialogs.requirements import RequirementsDialog

        work = self._work()
        unit, year = self._of(work)
        current = work.context.requirements
        notices = self._preferences.settings.notices
        speed = self._preferences.settings.speed
        preset = current if current.asked else replace(recalled(notices, unit, year), speed=speed)
        reports, number = work.analysis.reports, self._window.outline.report
        kind = reports[min(number, len(reports) - 1)].kind if reports else work.context.kind
        template = next((template for template in self._templates if template.id == kind), self._templates[0])
        wanted = RequirementsDialog.ask(
            template,
            self._templates,
            preset,
            self._window,
            heading=f"{unit} {year} 年度。".lstrip(),
            told=lambda item: self._told(work, item),
        )
        if wanted is None or wanted == current or wanted == preset == replace(current, speed=speed):
            return
        self._before = (work, current, notices)
        self._preferences.change(notices=remembered(notices, unit, year, wanted), speed=wanted.speed)
        words = "已记下通知要求，按“校对”看哪里不合。" if wanted.asked else "已恢复默认，不再按通知要求核对。"
        self._set(work, wanted)
        self._window.messages.show_message(Message(words, "done", (Choice("undo", "撤销"), CHECK), key=CHANGED))

    def choose(self, name: str, choice: str) -> None:
        """Serve the buttons of our messages: take the last change back, or show what is demanded."""
        if name != CHANGED:
            return
        if choice == "show":
            self.ask()
        elif choice == CHECK.id:
            self._check()
        elif choice == "undo" and self._before is not None and self._before[0] is self._work():
            (work, requirements, notices), self._before = self._before, None
            self._preferences.change(notices=notices)
            self._set(work, requirements)

    def begin(self) -> None:
        """Lay the notice kept for the unit and year over a report just opened or begun, and say so."""
        work = self._work()
        unit, year = self._of(work)
        if not work.context.requirements.asked:
            found = recalled(self._preferences.settings.notices, unit, year) if unit else Requirements()
            if not found.asked:
                return
            self._set(work, found)
        words = (
            f"这份稿子按{unit} {year} 年度的通知要求核对{time_left(work.context.requirements.deadline, date.today())}。"
        )
        self._window.messages.show_message(Message(words, "info", (Choice("show", "看看要求"), CHECK), key=CHANGED))

    def _set(self, work: Work, requirements: Requirements) -> None:
        work.context = replace(work.context, requirements=requirements)
        self._look_again()
        self._keep()

    def _of(self, work: Work) -> tuple[str, int]:
        """Return whose report it is, and of which year: the unit where the text was begun for it or names it."""
        report = work.analysis.reports[0] if work.analysis.reports else None
        year = report_year(report, work.context) or moment.report_year(date.today())
        unit = work.context.unit
        if work.file.path is not None and report is not None:
            blocks = work.analysed.blocks[report.first : report.first + 4]  # title, byline
            head = "".join(block.text for block in blocks)
            if not any(name and name in head for name in (unit.name, unit.short_name)):
                return "", year
        return unit.name, year

    def _told(self, work: Work, item: Item) -> bool:
        return any(tells(work.analysed, report, item) for report in work.analysis.reports)


def time_left(deadline: str, today: date) -> str:
    """Return how long there is until a deadline (an ISO date), as the end of a sentence; empty where there is none."""
    try:
        day = date.fromisoformat(deadline)
    except ValueError:
        return ""
    days = (day - today).days
    if days == 0:
        return "，今天截止"
    if 0 < days <= _SOON:
        return f"，还有 {days} 天截止"
    return f"，{day.month} 月 {day.day} 日{'已' if days < 0 else ''}截止"
