"""The right side of the window: 建议 and 检查 as two tabs."""

from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from assistant.ui.theme import set_kind

SUGGESTIONS, FINDINGS = 0, 1


class SidePanel(QFrame):
    """Holds the two panels; the second tab carries the number of open findings."""

    def __init__(self, suggestions: QWidget, findings: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "panel")
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName("建议和检查")
        self.tabs.tabBar().setAccessibleName("建议和检查")
        self.tabs.addTab(suggestions, "建议")
        self.tabs.addTab(findings, "检查")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)

    def set_count(self, count: int) -> None:
        """Show how many findings are open."""
        self.tabs.setTabText(FINDINGS, f"检查 {count}" if count else "检查")

    def show_tab(self, which: int) -> None:
        """Bring a tab to the front: SUGGESTIONS or FINDINGS."""
        self.tabs.setCurrentIndex(which)
