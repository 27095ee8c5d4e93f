"""What happens after a mistake of ours: the draft is saved, the user is told calmly, nothing ends by itself."""

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QObject

from assistant import __version__
from assistant.ui.background import CRASHED, Background
from assistant.ui.dialogs.crash import AfterCrash, CrashDialog, crash_report
from assistant.ui.drafting import Drafting
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message

_log = logging.getLogger(__name__)


class CrashGuard(QObject):
    """Catches every exception nobody caught, in slots too."""

    def __init__(self, window: MainWindow, drafting: Drafting, background: Background) -> None:
        """Guard one window; a mistake in the worker is only told, for the text is not touched by it."""
        super().__init__(window)
        self._window = window
        self._drafting = drafting
        self._showing = False
        background.crashed.connect(self._worker_crashed)

    def install(self) -> None:
        """Become the place where uncaught exceptions end."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Save the draft and tell the user; a second mistake while they are being told is only logged."""
        _log.critical("uncaught", exc_info=(kind, error, trace))
        if self._showing or issubclass(kind, KeyboardInterrupt):
            return
        self._showing = True
        try:
            saved = self._save()
            dialog = CrashDialog(
                crash_report(error.with_traceback(trace), __version__),
                self._window.icons,
                draft_saved=saved,
                parent=self._window,
            )
            dialog.exec()
            leave = dialog.choice is AfterCrash.QUIT
            dialog.deleteLater()
        finally:
            self._showing = False
        if leave:
            self._window.editor.document().setModified(False)  # the draft holds it; no question may stand in the way
            self._window.close()

    def _save(self) -> bool:
        try:
            return self._drafting.flush()
        except Exception:  # the mistake may sit in the very text; then the dialog says so
            _log.exception("the draft could not be saved after a crash")
            return False

    def _worker_crashed(self, report: str) -> None:
        _log.error("worker: %s", report)
        self._window.messages.show_message(
            Message(CRASHED, "error")  # the job that failed may say the same: it is shown once
        )
