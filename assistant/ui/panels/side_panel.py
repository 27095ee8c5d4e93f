"""The right side of the window: 建议 and 检查 as tabs, 修订 as a third one while a file has any."""

from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from assistant.ui.theme import set_kind

SUGGESTIONS, FINDINGS, REVISIONS = 0, 1, 2


class SidePanel(QFrame):
    """Holds the panels; tabs carry the number of open findings and of changes by others."""

    def __init__(
        self,
        suggestions: QWidget,
        findings: QWidget,
        revisions: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`revisions` is shown only while there are changes (`set_changes`)."""
        super().__init__(parent)
        set_kind(self, "panel")
        self._revisions = revisions
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(suggestions, "建议")
        self.tabs.addTab(findings, "检查")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        self.set_changes(0)

    def set_count(self, count: int) -> None:
        """Show how many findings are open."""
        self.tabs.setTabText(FINDINGS, f"检查 {count}" if count else "检查")

    def set_changes(self, count: int) -> None:
        """Show how many revisions and comments the file has; without any the tab is away."""
        if self._revisions is not None:
            self._place(self._revisions, shown=count > 0)
        if self.shows_changes:
            self.tabs.setTabText(REVISIONS, f"修订 {count}")
        names = "建议、检查和修订" if self.shows_changes else "建议和检查"
        self.tabs.setAccessibleName(names)
        self.tabs.tabBar().setAccessibleName(names)

    @property
    def shows_changes(self) -> bool:
        """Whether there is a tab for revisions and comments now."""
        return self._revisions is not None and self.tabs.indexOf(self._revisions) >= 0

    def set_extra(self, panel: QWidget, title: str, *, shown: bool) -> None:
        """Have a further tab behind the others, or put it away."""
        at = self.tabs.indexOf(panel)
        if shown and at < 0:
            self.tabs.addTab(panel, title)
        elif not shown and at >= 0:
            self.tabs.removeTab(at)
            panel.setParent(self)
            panel.hide()

    def show_tab(self, which: int) -> None:
        """Bring a tab to the front: SUGGESTIONS, FINDINGS or REVISIONS (nothing happens while that one is away)."""
        self.tabs.setCurrentIndex(which)

    def _place(self, revisions: QWidget, *, shown: bool) -> None:
        if shown and not self.shows_changes:
            self.tabs.insertTab(REVISIONS, revisions, "修订")
        elif not shown and self.shows_changes:
            self.tabs.removeTab(REVISIONS)
        if not shown:
            revisions.setParent(self)
            revisions.hide()
